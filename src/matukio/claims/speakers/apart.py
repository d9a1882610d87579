"""Subjects that stand away from their verb: over a relative clause, within a longer phrase, before an infinitive.

In «Harris, ambaye ni wakili wa zamani, alisema» Harris speaks, in «katika ziara yake Rais Asha Mushi alisema» the
president.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.content import is_statement
from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.according import is_document
from matukio.swahili import NounPhrase, Predicate, category, phrase_at
from matukio.swahili.connectives import CONNECTIVES_AND_KWA
from matukio.swahili.vocabulary import VOCABULARY

MANNER: Final = ("po", "vyo")
"""Relative prefixes of time and manner, which have a subject of their own: aliposema, alivyosema."""
TYING: Final = CONNECTIVES_AND_KWA | {"na"}


def amba_head(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """Who «ambaye …» describes, where one clause of it stands before the verb."""
    if not any(lower.startswith("amba") for lower in scene.lowers[scene.first + 1 : predicate.first]):
        return None  # as in most sentences
    between = 0
    for index in range(predicate.first - 1, scene.first, -1):
        other = scene.predicate_at(index)
        if other is not None and other.outer.finite and other.outer.relative is None:
            between += 1
        if between > 1:
            return None
        if not scene.lower(index).startswith("amba") or scene.lower(index) in ("ambapo", "ambako", "ambamo"):
            continue
        copula = any(scene.lower(i) in ("ni", "si", "ndio", "ndiye") for i in range(index + 1, predicate.first))
        if not between and not copula:
            return None
        return scene.phrase_before(index - (scene.character(index - 1) == ","))
    return None


def name_before(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """The person named right before a verb at the end of a longer phrase: «katika utetezi wake Asha alisema»."""
    subject = predicate.outer.subject
    if subject is None or subject.classes != {1}:
        return None
    index = predicate.first
    while index > scene.first and (category(scene.text, index - 1) == "B" or index - 1 in scene.times):
        index -= 1
    phrase = scene.phrase_before(index)
    if phrase is None:
        return None
    commas = [i for i in range(phrase.first, phrase.last) if scene.character(i) == ","]
    if commas:
        return phrase_at(scene.text, commas[-1] + 1, phrase.last)
    if phrase.name or _person(scene, phrase.head):
        return phrase if any(n.type == "PER" for n in scene.discourse.names_in(phrase.first, phrase.last)) else None
    for name in scene.discourse.names_in(phrase.first, phrase.last):
        first, last = scene.text.indices_at(name.start, name.end)
        if name.type != "PER" or last != phrase.last:
            continue
        while first - 1 > phrase.first and _person(scene, first - 1):
            first -= 1
        if scene.lower(first - 1) in TYING:
            return None  # «msemaji wa Rais Asha Mushi»
        return NounPhrase(first, last - 1, last, frozenset({1}), True)
    return None


def _person(scene: Scene, index: int) -> bool:
    return any(r.upos == "NOUN" and r.animate for r in VOCABULARY.analyses(scene.text.types[index]))


def main_verb_between(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb of its own, no relative, stands in the words first … last - 1."""
    return any(p.outer.finite and p.outer.relative is None for p in scene.predicates_in(first, last))


def of_infinitive(scene: Scene, predicate: Predicate) -> list[NounPhrase]:
    """Who does it in «baada ya serikali kusema», «licha ya mwanasheria mkuu kusema», «pendekezo la waziri kusema»,
    «miaka sita ya wapinzani kulalamika»."""
    index = predicate.first
    while index > scene.first and category(scene.text, index - 1) in "BD":
        index -= 1
    phrase = scene.phrase_before(index) or scene.phrase_before(predicate.first)
    if phrase is not None and (lasting := _after_time(scene, phrase)) is not None:
        return [lasting]
    opened = _opened(scene, predicate)
    if opened is not None:
        between = [p for p in scene.clauses.phrases if p.first >= opened and p.last <= predicate.first]
        if not between or not is_statement(scene, between[0]):
            return _joined(scene, between)
        phrase = between[0]  # «kufuatia wito wa wapinzani kuwataka wafuasi wao …»
    if phrase is None or not is_statement(scene, phrase):
        return []
    if opened is not None and is_document(scene, phrase):
        return [phrase]  # «licha ya ripoti za mwezi huo kudokeza …»
    for at in range(phrase.head + 1, phrase.last - 1):
        if scene.lower(at) in ("ya", "wa", "la", "za"):
            owner = phrase_at(scene.text, at + 1, phrase.last)
            return [] if owner is None else [owner]
    return []


def _after_time(scene: Scene, phrase: NounPhrase) -> NounPhrase | None:
    """«vyama vya upinzani» of «miaka sita ya vyama vya upinzani»: what lasted so long is theirs."""
    at = phrase.first
    while at < phrase.last and at in scene.times:
        at += 1
    if at == phrase.first:  # the time is a phrase of its own, or stands before the «ya» that ties them
        at, tied = phrase.first - 1, phrase.first - 2
        return phrase if at > scene.first and scene.lower(at) in ("ya", "za") and tied in scene.times else None
    if at < phrase.last and scene.lower(at) in ("ya", "za"):
        return phrase_at(scene.text, at + 1, phrase.last)
    return None


SUBORDINATING: Final = frozenset("baada kabla licha kufuatia bila pale".split())


def _opened(scene: Scene, predicate: Predicate) -> int | None:
    """The word after «baada ya» that the infinitive belongs to, with no other verb of its own between."""
    for index in range(predicate.first - 1, max(scene.first, predicate.first - 30), -1):
        other = scene.predicate_at(index)
        if other is not None and other.outer.relative is None:
            return None
        if scene.lower(index) in SUBORDINATING:
            begin = index + (2 if scene.lower(index + 1) == "ya" else 1)
            return begin if begin < predicate.first else None
    return None


def _joined(scene: Scene, phrases: list[NounPhrase]) -> list[NounPhrase]:
    """The first phrase with those listed after it: «familia, jamaa na mashirika»."""
    found = phrases[:1]
    for phrase in phrases[1:]:
        marks = [scene.lower(i) for i in range(found[-1].last, phrase.first)]
        if marks not in ([","], ["na"], ["pamoja", "na"], [",", "na"]):
            break
        found.append(phrase)
    return found
