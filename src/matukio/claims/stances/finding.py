"""The stance that a content gives to a bare verb of saying: «alisema “Tunaishukuru Japan”» is praise.

The words that decide are those of content_words.tsv; a leading verb decides by its mood and tense: «serikali lazima
itangaze» demands, «atajenga shule» promises.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.claims.sentences.boundaries import THAT
from matukio.claims.sentences.content import Content, is_statement, predicate_of
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.scene import Scene
from matukio.claims.stances.blame import by_adversary, by_neglect, by_prosecutor
from matukio.claims.stances.content_words import Judged, forms, words_of
from matukio.claims.stances.moods import by_verb, negates
from matukio.claims.stances.of_statements import by_subject
from matukio.claims.stances.worded import by_words
from matukio.claims.statements import CHARGES, REPORTS
from matukio.record import Party


def stance_of(scene: Scene, cue: Cue | None, content: Content, speakers: Sequence[Party]) -> Judged:
    """The cue's own stance; for a bare verb of saying or a quotation without a cue that of the content."""
    if cue is not None and not cue.row.bare:
        phrase = scene.phrase_at(content.first)
        denies = cue.row.lemma == "pinga" and phrase is not None and scene.lower(phrase.head) in CHARGES | REPORTS
        if cue.row.lemma in OF_WHAT_SHALL_BE and _states(scene, content):
            # «alipendekeza kwamba kisiwa kilikuwa na thamani», «aliwahakikishia kwamba yuko salama»
            return Judged("say")
        if cue.row.lemma == "hoji" and scene.lower(content.first - 1) in THAT and not _asks(scene, content):
            return Judged("say")  # «alihoji kwamba bei ya mbolea ina madhara»
        return Judged("deny" if denies else cue.row.stance)
    if cue is not None and cue.row.lemma == "dai" and (stance := _of_dai(scene, cue, content)) is not None:
        return Judged(stance)
    judged = (
        by_subject(scene, content)
        or by_words(scene, cue, content, speakers)
        or by_prosecutor(scene, content, speakers)
        or by_adversary(scene, content, speakers)
        or by_neglect(scene, content, speakers)
        or by_verb(scene, cue, content, speakers)
    )
    return judged or Judged("say" if cue is None else cue.row.stance)


ASKING: Final = frozenset("wapi nini nani lini vipi je kwanini mbona gani".split())


def _asks(scene: Scene, content: Content) -> bool:
    """«alihoji kwamba fedha zimekwenda wapi»."""
    return not ASKING.isdisjoint(scene.lowers[content.first : content.last])


OF_WHAT_SHALL_BE: Final = frozenset({"hakikishia", "pendekeza"})


OUGHT: Final = frozenset({"bidi", "faa", "paswa", "stahili", "takiwa"})


def _states(scene: Scene, content: Content) -> bool:
    """Whether the leading verb tells what is so, not what shall be done."""
    lead = next((p for p in scene.predicates_in(content.first, content.last) if p.outer.relative is None), None)
    if any(scene.lower(i) in ("ni", "si") for i in range(content.first, content.last if lead is None else lead.first)):
        return True
    if lead is None or not OUGHT.isdisjoint(lead.verb.chain):
        return False  # «alipendekeza kwamba waziri anapaswa kujiuzulu»
    return lead.outer.tense in ("past", "perfect", "present", "copula")


def _of_dai(scene: Scene, cue: Cue, content: Content) -> str | None:
    """«inadaiwa» accuses; «kudai kuhusika» owns up to a deed, «kudai kutohusika» denies it."""
    lead = scene.predicate_at(content.first)
    own = lead is not None and lead.outer.tense == "infinitive" and not cue.passive
    if lead is not None and own and lead.negative:
        return "deny"
    if lead is not None and own and "husika" in lead.verb.chain:
        return "confirm"
    predicate = predicate_of(scene, cue)
    subject = None if predicate is None else predicate.relative_head or next(iter(predicate.subjects), None)
    report = subject is not None and is_statement(scene, subject) and not negates(scene, content)
    if cue.passive and lead is not None and lead.outer.tense == "infinitive" and lead.verb.passive:
        return "say"  # «wanadaiwa kufukiwa na kifusi»: it befell them
    return "accuse" if cue.passive or report or _wrong(scene, content) else None


def _wrong(scene: Scene, content: Content) -> bool:
    """Whether what is claimed is a wrong done by somebody: «walidai kura ziliibwa»."""
    for index in range(content.first, content.last):
        predicate = scene.predicate_at(index)
        if predicate is not None and any(words_of("deed").get(stem) == "accuse" for stem in predicate.verb.chain):
            return True
        for kind in ("form", "called", "lemma"):
            for parts, stance in forms(kind).get(scene.lower(index), ()):
                fits = scene.lowers[index : index + len(parts)] == parts
                if stance in ("accuse", "condemn") and index + len(parts) <= content.last and fits:
                    return True
    return False
