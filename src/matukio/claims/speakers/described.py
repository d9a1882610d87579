"""What a relative pronoun or a demonstrative that stands for itself belongs to, and a person's name beside a thing.

«Togo na Ghana, ambazo zote zimekanusha madai hayo»: both deny.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.fitting import fits, governed
from matukio.swahili import Agreement, NounPhrase
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.vocabulary import VOCABULARY


def described(scene: Scene, found: tuple[NounPhrase, ...], agreement: Agreement | None) -> tuple[NounPhrase, ...]:
    """«Togo na Ghana, ambazo zote zimekanusha …», «mamlaka | hiyo imesema»: what a relative pronoun or a demonstrative
    that stands for itself belongs to."""
    if len(found) != 1:
        return found
    phrase = found[0]
    word = scene.lower(phrase.first)
    if _is_beside_name(scene, phrase):
        named = scene.discourse.names_in(phrase.first, phrase.last)[-1]
        first = scene.text.index_at(named.start)
        return (NounPhrase(first, phrase.last - 1, phrase.last, frozenset({1}), True),)
    if word.startswith("amba"):
        beside = scene.phrase_before(phrase.first - (scene.character(phrase.first - 1) == ","))
        joined = beside is not None and word in SEVERAL and scene.lower(beside.first - 1) == "na"
        if joined and beside is not None and (other := scene.phrase_before(beside.first - 1)) is not None:
            return (other, beside)
        before = _nearest_fitting(scene, phrase.first, agreement)
        return found if before is None else (before,)
    alone = phrase.last - phrase.first == 1 and word in POINTING
    before = scene.phrase_before(phrase.first) if alone else None
    if before is None or word == "huyo" and before.name:
        return found
    return (NounPhrase(before.first, before.head, phrase.last, before.classes, before.name),)


def _is_beside_name(scene: Scene, phrase: NounPhrase) -> bool:
    """«(kwa) mfano Asha Mushi», «(kituo cha) haki Asha Mushi»: a thing that only stands before a person's name."""
    names = scene.discourse.names_in(phrase.first, phrase.last)
    if phrase.name or not names or names[-1].type != "PER" or len(names) > 1:
        return False
    if names[-1].end != scene.text.ends[phrase.last - 1]:
        return False
    first = scene.text.index_at(names[-1].start)
    if first == phrase.first or any(scene.is_mark(i) for i in range(phrase.first, first)):
        return False
    readings = VOCABULARY.analyses(scene.text.types[phrase.head])
    title = scene.text.likeliest[first - 1].animate
    if title or scene.lower(first - 1) in CONNECTIVES:
        return False  # «ofisi ya Waziri Asha Mushi»
    return all(r.upos == "NOUN" and not r.animate and not r.guess for r in readings)


def _nearest_fitting(scene: Scene, pronoun: int, agreement: Agreement | None) -> NounPhrase | None:
    """What «ambao» takes up: of the phrases right before it the nearest that the verb agrees with, no time."""
    if agreement is None and scene.lower(pronoun) in PEOPLE:
        agreement = PEOPLE[scene.lower(pronoun)]  # «wapo ambao hudhani»
    near = [p for p in scene.clauses.phrases if pronoun - FARTHEST < p.last <= pronoun]
    told = (p for p in reversed(near) if fits(scene, p, agreement) and not _is_word_of_its_own(scene, p))
    if (found := next(told, None)) is not None:
        return found
    beside = scene.phrase_before(pronoun)
    if beside is not None and beside.name and not governed(scene, beside):
        return beside  # «Osaka ambaye …»: a person who is called as a town
    if agreement is not None and agreement.classes == {1}:
        people = [n for n in scene.discourse.names_in(max(scene.first, pronoun - FARTHEST), pronoun) if n.type == "PER"]
        if people:  # «nafasi ya Asha Mushi kutoka Togo, ambaye …»
            first, last = scene.text.index_at(people[-1].start), scene.text.index_at(people[-1].end - 1) + 1
            return NounPhrase(first, last - 1, last, agreement.classes, True)
    unknown = beside is not None and scene.character(beside.first).isupper()
    named = beside is not None and scene.discourse.names_in(beside.first, beside.last)
    return beside if unknown and not named else None


def _is_word_of_its_own(scene: Scene, phrase: NounPhrase) -> bool:
    return scene.lower(phrase.first).startswith("amba") or scene.character(phrase.first).isdigit()


PEOPLE: Final = {"ambao": Agreement("wa", 3, frozenset({2})), "ambaye": Agreement("a", 3, frozenset({1}))}
FARTHEST: Final = 14
"""Words over which «ambao» reaches back: past a place or a relative clause."""
SEVERAL: Final = frozenset("ambao ambazo ambavyo".split())
POINTING: Final = frozenset("hiyo hilo hicho hizo hayo huo huyo".split())
