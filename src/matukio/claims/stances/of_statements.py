"""Denials told of a statement itself: «madai hayo ni upuuzi», «taarifa hiyo si sahihi»."""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.content import Content, is_statement
from matukio.claims.sentences.scene import Scene
from matukio.claims.stances.content_words import Judged, forms
from matukio.claims.statements import CHARGES
from matukio.rules import rule
from matukio.swahili import NounPhrase


@rule(
    "stance: what is said of a statement",
    "Waziri Asha Mushi alisema kwamba madai hayo ni upuuzi.",
    "Msemaji wa jeshi alisema kwamba taarifa hiyo haikuwa sahihi.",
    "Daktari Asha Mushi alisema dhana kwamba chanjo ni sumu ni potofu.",
    never="Waziri Asha Mushi alisema kwamba madai hayo yatachunguzwa.",
)
def by_subject(scene: Scene, content: Content) -> Judged | None:
    """«madai hayo ni …», «taarifa hiyo si …» denies them."""
    phrase = scene.phrase_at(content.first)
    if phrase is None or phrase.last >= content.last or not is_statement(scene, phrase):
        return None
    called = called_after_clause(scene, phrase, content.last)
    if called is not None:
        return Judged("deny", (scene.evidence(by_subject.name, called, called + 2),))
    verb = scene.predicate_at(phrase.last)
    untrue = any(scene.lower(i) in TRUE for i in range(phrase.last, min(phrase.last + 4, content.last)))
    if scene.lower(phrase.last - 1) not in POINTING and not (untrue and (verb is None or verb.outer.negative)):
        return None
    if scene.lower(phrase.last) in COPULAS or (verb is not None and verb.outer.negative):
        if any(scene.lower(i) in TRUE for i in range(phrase.last, content.last)) and scene.lower(phrase.last) == "ni":
            return None
        if verb is None and scene.lower(phrase.last) == "ni" and not _belittled(scene, phrase, content.last):
            return None  # «ripoti hiyo ni muhimu»
        return Judged("deny", (scene.evidence(by_subject.name, phrase.first, phrase.last + 1),))
    return None


def called_after_clause(scene: Scene, phrase: NounPhrase, last: int) -> int | None:
    """Where «ni potofu», «si kweli» stands of «dhana kwamba chanjo ni sumu ni potofu»: at the end of the clause that
    says what the statement is."""
    if scene.lower(phrase.last) not in ("kwamba", "kuwa", "ya", "za", "la"):
        return None
    for index in range(last - 2, phrase.last + 2, -1):
        word, called = scene.lower(index), scene.lower(index + 1)
        if word == "ni" and (called in UNTRUE or scene.lower(index + 2) in UNTRUE and called in ("ya", "wa", "za")):
            return index
        if word in ("si", "sio", "siyo") and (called in TRUE or scene.lower(index + 2) in TRUE):
            return index
    return None


def _belittled(scene: Scene, phrase: NounPhrase, last: int) -> bool:
    """Whether a charge is called anything, or a report something bad: «madai hayo ni ya kisiasa», «habari hiyo ni
    upuuzi»."""
    if scene.lower(phrase.head) in CHARGES:
        return True
    words = range(phrase.last + 1, min(phrase.last + 5, last))
    return any(
        stance in ("deny", "condemn", "accuse")
        for index in words
        for kind in ("form", "called")
        for parts, stance in forms(kind).get(scene.lower(index), ())
        if scene.lowers[index : index + len(parts)] == parts
    ) or any(scene.lower(i) in UNTRUE for i in words)


UNTRUE: Final = frozenset(
    "bandia feki fitina ghushi kosa makosa porojo potofu propaganda uongo upotoshaji upuuzi uvumi uzushi".split()
)


POINTING: Final = frozenset("hayo haya hizo hizi hiyo hii hilo hili huo huu".split())
COPULAS: Final = frozenset("ni si sio siyo".split())
TRUE: Final = frozenset("kweli sahihi".split())
