"""Parties with all the words that tell who they are: «mashirika [ya kutetea haki]», «wapiganaji [kutoka Ghana]».

A clause ends a phrase at its infinitive, at «kutoka» and at a full stop; «raia zaidi ya 20» it takes for two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matukio.events.clauses.suspected import unmanned
from matukio.events.clauses.who_can_act import SOMEBODY
from matukio.swahili import NounPhrase, category, phrase_at

if TYPE_CHECKING:
    from matukio.events.clauses.scene import Scene

ABBREVIATED: Final = frozenset("bw bi dkt dk dr prof mhe mh".split())
"""Titles that a full stop may cut off from the name."""
COUNTING: Final = ("pungua", "wapatao", "zidi", "takriban", "takribani", "kadhaa", "karibu", "kiasi")


def whole(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """With the object of an infinitive that describes its head: «mashirika ya kutetea haki za binadamu»."""
    last = scene.clauses.sentence.last
    if (longer := _with_name(scene, phrase)) is not phrase:
        return longer
    if (armed := unmanned(scene.text, scene.clauses, phrase)) is not None:
        return armed
    counts = category(scene.text, phrase.head) in "QA" and phrase.last < last - 1
    if counts and category(scene.text, phrase.last) == "C":  # «mmoja wa manusura hao»
        inner = phrase_at(scene.text, phrase.last + 1, last)
        if inner is not None:
            return NounPhrase(phrase.first, phrase.head, inner.last, phrase.classes, False)
    if phrase.last - phrase.first == 1 and scene.lower(phrase.first) in ABBREVIATED and scene.lower(phrase.last) == ".":
        named = next((p for p in scene.clauses.phrases if p.first == phrase.last + 1 and p.name), None)
        if named is not None:  # «Bw. Moussa»
            return NounPhrase(phrase.first, phrase.head, named.last, phrase.classes, False)
    if phrase.last < last - 1 and _from(scene, phrase):
        origin = next((p for p in scene.clauses.phrases if phrase.last < p.first <= phrase.last + 2), None)
        if origin is not None and origin.first not in scene.time_words:
            return NounPhrase(phrase.first, phrase.head, origin.last, phrase.classes, phrase.name)
    if category(scene.text, phrase.last - 1) != "I":
        return phrase
    if phrase.last - 2 > phrase.head and category(scene.text, phrase.last - 2) == "C" and _wish_at(scene, phrase.last):
        return NounPhrase(phrase.first, phrase.head, phrase.last - 2, phrase.classes, phrase.name)
    following = next((p for p in scene.clauses.phrases if p.first == phrase.last), None)
    if following is None or following.name or following.first in scene.time_words:
        return phrase
    return NounPhrase(phrase.first, phrase.head, following.last, phrase.classes, False)


def _wish_at(scene: Scene, index: int) -> bool:
    """«wito wa waandamanaji [wa kumtaka] ajiuzulu»: the wish is the call's, not the people's."""
    return any(p.first == index and p.outer.tense == "subjunctive" for p in scene.clauses.predicates)


def _with_name(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """«marais Juma Nyusi wa Togo»: a name that is a word as well goes on past the phrase, with whose he is."""
    text, last = scene.text, phrase.last
    for name in scene.discourse.names_in(phrase.first, phrase.last):
        if name.end > text.ends[phrase.last - 1]:
            last = text.index_at(name.end - 1) + 1
    if last == phrase.last:
        return phrase
    limit = scene.clauses.sentence.last
    if last < limit - 1 and category(text, last) == "C" and (inner := phrase_at(text, last + 1, limit)) is not None:
        last = inner.last
    return NounPhrase(phrase.first, phrase.head, last, phrase.classes, phrase.name)


def _from(scene: Scene, phrase: NounPhrase) -> bool:
    """«wapiganaji kutoka Ethiopia», «mgombea kutoka chama cha upinzani»: unless the act itself leads from there."""
    if scene.lower(phrase.last) not in ("kutoka", "toka") or "kutoka" in scene.act.roles or phrase.name:
        return False
    return SOMEBODY[scene.text.types[phrase.head]]


def counted(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """«watu wasiopungua 20», «raia zaidi ya 20»: a number that only counts the people told before it."""
    if category(scene.text, phrase.head) != "Q" or phrase.first <= scene.clauses.sentence.first:
        return phrase
    for before in reversed(scene.clauses.phrases):
        if before.last > phrase.first:
            continue
        between = [scene.lower(i) for i in range(before.last, phrase.first)]
        counting = between and (between[-2:] == ["zaidi", "ya"] or between[-1].endswith(COUNTING))
        if counting and len(between) <= 3 and category(scene.text, before.head) == "N":
            return NounPhrase(before.first, before.head, phrase.last, before.classes, False)
        break
    return phrase
