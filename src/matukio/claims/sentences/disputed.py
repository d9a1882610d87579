"""Statements that a relative clause denies or confirms: «tuhuma ambazo serikali imezikana», «madai yaliyokanushwa na
polisi».

The noun takes up what was told right before it, and whoever answers speaks in the relative clause.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.content import Content, is_statement, predicate_of
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.scene import Scene
from matukio.rules import rule
from matukio.swahili import NounPhrase, Predicate

DISPUTING: Final = frozenset({"deny", "confirm"})
MATTERS: Final = frozenset("jambo suala hatua kitu".split())
"""Nouns that take up what was told, whatever it was: jambo ambalo polisi wamelikanusha."""
PRONOUNS: Final = frozenset("ambayo ambazo ambalo ambacho ambao ambavyo".split())
BETWEEN: Final = 12
"""Words that may stand between «ambayo» and its verb: hata hivyo serikali ya Uganda jana."""


@rule(
    "claim: noun that a relative clause disputes",
    "Kenya imeilaumu Uganda kwa kufunga mpaka, madai ambayo Uganda imeyakanusha.",
    "Kenya imeilaumu Uganda kwa kufunga mpaka, tuhuma ambazo zimekanushwa na Uganda.",
    "Kenya imeilaumu Uganda kwa kufunga mpaka, shutuma zilizokanushwa na Uganda.",
    never="Kenya imeilaumu Uganda kwa kufunga mpaka, mpaka ambao Uganda imeufungua.",
)
def disputed(scene: Scene, cue: Cue) -> Content | None:
    """The noun before «ambazo serikali imezikana»: what was told before it is what is denied."""
    predicate = predicate_of(scene, cue)
    if predicate is None or cue.row.stance not in DISPUTING:
        return None
    head = _head(scene, predicate, cue.passive)
    return None if head is None else Content(head.first, head.last)


def _head(scene: Scene, predicate: Predicate, passive: bool) -> NounPhrase | None:
    """The statement that the verb's relative clause describes."""
    if predicate.outer.relative is not None:
        told = predicate.relative_head
        return told if told is not None and passive and _is_matter(scene, told) else None
    pronoun = relative_pronoun(scene, predicate)
    if pronoun is None or _describes(scene, predicate, pronoun):
        return None
    at = pronoun - (scene.character(pronoun - 1) in ",-–")
    told = next((p for p in scene.clauses.phrases if p.last == at), None)
    return told if told is not None and _is_matter(scene, told) else None


def _describes(scene: Scene, predicate: Predicate, pronoun: int) -> bool:
    """«ripoti ambayo inathibitisha madai hayo»: the noun itself confirms, what is confirmed follows."""
    subject = predicate.outer.subject
    alone = predicate.first == pronoun + 1 and predicate.verb.object is None and not predicate.verb.passive
    if not alone or subject is None or scene.phrase_at(predicate.last) is None:
        return False
    return any(reading.classes & subject.classes for reading in scene.text.word(pronoun).analyses)


def relative_pronoun(scene: Scene, predicate: Predicate) -> int | None:
    """Where «ambayo» stands whose clause a verb belongs to; None where another verb stands between."""
    for index in range(predicate.first - 1, max(scene.first, predicate.first - BETWEEN), -1):
        if scene.predicate_at(index) is not None:
            return None
        if scene.lower(index) in PRONOUNS:
            return index
    return None


def _is_matter(scene: Scene, phrase: NounPhrase) -> bool:
    return scene.lower(phrase.head) in MATTERS or is_statement(scene, phrase)


def disputed_from(scene: Scene, index: int) -> bool:
    """Whether at a comma or dash a noun begins that a relative clause disputes: what is said ends before it."""
    adverse = scene.lower(index) == "lakini"
    if scene.character(index) not in ",-–" and not adverse:
        return False
    for cue in scene.cues:
        if cue.first <= index or cue.predicate is None or cue.row.stance not in DISPUTING:
            continue
        if adverse:  # «wakidai kuwepo wizi lakini madai yao yametupiliwa mbali»
            told = scene.phrase_at(index + 1)
            if told is not None and cue.passive and told.last == cue.first and is_statement(scene, told):
                return True
            continue
        head = _head(scene, scene.clauses.predicates[cue.predicate], cue.passive)
        if head is not None and head.first == index + 1:
            return True
    return False
