"""What a trigger's rules look at: its clause, its predicate, and which phrases can be parties.

In «Serikali ya Chad imelaani hatua ya Libya» the phrase «hatua ya Libya» is no party, but «Libya» in it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from matukio.events.clauses.localities import of_the_place_after
from matukio.events.clauses.obliques import find_obliques
from matukio.events.clauses.suspected import suspected_to_be
from matukio.events.clauses.who_can_act import acting, befalls
from matukio.events.clauses.whole_parties import counted, whole
from matukio.events.lexicon.acts import Act, among_lemmas
from matukio.events.lexicon.triggers import Trigger
from matukio.frozen import quick_init
from matukio.record import Claim, Entity, Evidence, Party
from matukio.references import Discourse, Resolved
from matukio.rules import Rule
from matukio.swahili import Clauses, NounPhrase, Oblique, Predicate, Text, category, phrase_at

NOBODY: Final = Resolved(())
DEMONSTRATIVES: Final = frozenset("hiyo hilo hizo hayo huo hicho hiki hili hii haya huu hizi hivyo".split())
"""What ties a noun to something told before: «ziara hiyo», «shambulizi hilo»."""


class Asked:
    """What a rule has asked of a scene and the next need not look for again."""

    def __init__(self) -> None:
        self.scope: tuple[int, int] | None = None
        self.obliques: list[Oblique] | None = None
        self.governors: list[tuple[Predicate, bool]] | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A trigger in one of its senses, where it stands."""

    discourse: Discourse
    trigger: Trigger
    act: Act
    time_words: frozenset[int]
    """Words of the sentence that are part of a temporal expression: no party begins there."""
    claims: tuple[Claim, ...]
    text: Text
    clauses: Clauses
    """The trigger's sentence taken apart."""
    predicate: Predicate | None
    """The trigger's own predicate, or the one that a noun is subject or object of."""
    dropped: tuple[str, ...]
    """The extensions of the verb that the lexicon's stem does not have."""
    passive: bool
    asked: Asked

    def lower(self, index: int) -> str:
        """The word in small letters, nothing before and past the text."""
        lowers = self.text.lowers
        return lowers[index] if 0 <= index < len(lowers) else ""

    def evidence(self, rule: str, first: int, last: int) -> Evidence:
        return Evidence(rule, self.text.starts[first], self.text.ends[last - 1])

    def scope(self) -> tuple[int, int]:
        """The words first … last - 1 of the trigger's clause: from the finite verb before it to the one after it."""
        found = self.asked.scope
        if found is None:
            found = self.asked.scope = self._find_scope()
        return found

    def _find_scope(self) -> tuple[int, int]:
        sentence, predicate = self.clauses.sentence, self.trigger.predicate
        word = self.trigger.word
        first, last = sentence.first, sentence.last
        chain = set()
        at = predicate
        while at is not None and at not in chain:
            chain.add(at)
            at = self.clauses.predicates[at].governor
        for number, other in enumerate(self.clauses.predicates):
            finite = other.outer.tense != "infinitive"
            if number in chain or not finite:
                continue
            if other.first < word and other.outer.relative is None:
                first = max(first, other.last)
            if other.first > word and other.outer.relative is None:
                last = min(last, other.first)
                for phrase in other.subjects:
                    if self.trigger.last < phrase.first < last:
                        last = phrase.first
        return first, last

    def phrases_after(self, phrase: NounPhrase) -> list[NounPhrase]:
        """A phrase with those joined to it on its right: «Kenya, Uganda na Rwanda»."""
        found, joined = [phrase], 0
        lowers = self.text.lowers
        while True:
            at = whole(self, found[-1]).last
            if at >= self.clauses.sentence.last or lowers[at] not in JOINING:
                break
            step = next((len(words) for words in JOINERS if self._at(at, words)), 0)
            following = (
                next((p for p in reversed(self.clauses.phrases) if p.first == at + step), None) if step else None
            )
            if following is None or following.first in self.time_words:
                break
            if self._goes_on(found[-1], following):
                if self.lower(at + step - 1) == "na":
                    joined = len(found)  # «na A, B, C na Togo iliwakilishwa»: «na» ends the list and begins a clause
                break
            found.append(following)
            if self.lower(at + step - 1) != ",":
                joined = len(found)
        return found[: max(joined, 1)]

    def _goes_on(self, phrase: NounPhrase, following: NounPhrase) -> bool:
        """«… limekataa ombi la Togo, na waziri wa Ghana amekataa»: what follows is the subject of the next verb."""
        verb = next((p for p in self.clauses.predicates if p.first >= following.last), None)
        if verb is None or verb.relative_head is not None:
            return False
        if self._is_apposed_to(following, verb) and phrase not in verb.subjects:
            return True
        if verb.first - following.last > 2:
            return False
        return following in verb.subjects and phrase not in verb.subjects

    def _is_apposed_to(self, phrase: NounPhrase, verb: Predicate) -> bool:
        """«… ombi la Togo, na mwanasheria wa rais, Juma Moussa pia amekataa»: the name after the comma, which is the
        verb's subject, is the lawyer's."""
        if not verb.outer.finite or verb.outer.relative is not None or self.lower(phrase.first - 2) != ",":
            return False
        name = next((s for s in verb.subjects if s.first == phrase.last + 1), None)
        return name is not None and name.name and not phrase.name and self.lower(phrase.last) == ","

    def joined_to(self, phrase: NounPhrase) -> list[NounPhrase]:
        """A phrase with those joined to it on its left: «Waziri Mkuu na serikali yake»."""
        for earlier in self.clauses.phrases:
            if earlier.last > phrase.first:
                break
            joined = self.phrases_after(earlier)
            if phrase in joined:
                return joined[: joined.index(phrase) + 1]
        return [phrase]

    def _at(self, index: int, words: list[str]) -> bool:
        last = self.clauses.sentence.last
        return index + len(words) <= last and self.text.lowers[index : index + len(words)] == words

    def resolve(self, phrases: Iterable[NounPhrase], rule: str | None = None) -> Resolved:
        """The parties that phrases name or take up, each once; what can be no party is left out."""
        parties: list[Party] = []
        evidence: list[Evidence] = []
        before: NounPhrase | None = None
        places = False
        for phrase in phrases:
            if phrase.first in self.time_words:
                continue
            told = suspected_to_be(self.text, self.clauses, phrase.last)
            if told is not None:
                evidence.append(self.evidence(suspected_to_be.name, phrase.first, told.last))
                phrase = told
            of_town = self.act.type == "ASSAULT" and self.lower(phrase.head) in TOWNS
            places = places and phrase.name or of_town or self.lower(phrase.head) in SETTLEMENTS
            if places:
                continue  # «vijiji vya Sokode, Bafilo na Kara»
            spanned = whole(self, counted(self, phrase))
            actor = acting(self.discourse, spanned)
            if actor is None:
                continue
            resolved = self.discourse.resolve(actor)
            if not phrase.name and category(self.text, phrase.head) in "DR" and not _known(resolved):
                continue  # «wale», «ambao», «sisi»: nobody that the text tells of
            if category(self.text, phrase.head) == "Q" and phrase.classes & {1, 2}:
                resolved = self._of_those_told(resolved, phrase)
            if phrase.name and before is not None and before.last < phrase.first <= before.last + 2:
                resolved = self._like(resolved, parties[-1:], before)
            before = spanned
            located = (of_the_place_after(self.discourse, self.clauses, party) for party in resolved.parties)
            parties += [party for party in located if party not in parties]
            evidence += resolved.evidence
            if rule is not None:
                evidence.append(self.evidence(rule, phrase.first, phrase.last))
        return Resolved(tuple(parties), tuple(evidence))

    def _of_those_told(self, resolved: Resolved, number: NounPhrase) -> Resolved:
        """«waliwafyatulia risasi waandamanaji na kuwaua watatu»: three of the people told last before them."""
        if len(resolved.parties) != 1 or resolved.parties[0].country or resolved.parties[0].sector:
            return resolved
        for phrase in reversed(self.clauses.phrases):
            known = self.discourse.describe(phrase.first, phrase.last)
            if phrase.last <= number.first and 2 in phrase.classes and known.sector is not None:
                told = replace(resolved.parties[0], country=known.country, sector=known.sector)
                return Resolved((told,), resolved.evidence)
        return resolved

    def _like(self, resolved: Resolved, first: list[Party], before: NounPhrase) -> Resolved:
        """«wanajeshi wa Togo na Ghana», «wasafiri kutoka Togo na Ghana»: the second country's soldiers, when the first
        phrase is of several and ends in a country's name as well."""
        if not first or first[0].sector is None or self.text.ends[before.last - 1] != first[0].end:
            return resolved
        if before.name and first[0].sector == "GOV" or not before.name and not before.classes & SEVERAL:
            return resolved
        if not before.name and not any(
            self._is_country(n) for n in self.discourse.names_in(before.last - 1, before.last)
        ):
            return resolved
        parties = tuple(
            replace(p, sector=first[0].sector)
            if any(n.start == p.start and n.end == p.end and self._is_country(n) for n in self.discourse.names)
            else p
            for p in resolved.parties
        )
        return Resolved(parties, resolved.evidence)

    @staticmethod
    def _is_country(name: Entity) -> bool:
        return name.type == "LOC" and (name.link or "").startswith("cty:")

    def obliques(self) -> list[Oblique]:
        """The prepositional phrases that belong to the trigger: of a verb its predicate's, of a noun those that follow
        it one after another."""
        found = self.asked.obliques
        if found is None:
            found = self.asked.obliques = find_obliques(self)
        return found

    def beside(self, names: frozenset[str]) -> bool:
        """Whether one of the lemmas or names stands in the trigger's clause."""
        first, last = self.scope()
        return among_lemmas(names, self.text.types[first:last])


quick_init(Scene)


def scene_of(discourse: Discourse, trigger: Trigger, time_words: frozenset[int], claims: tuple[Claim, ...]) -> Scene:
    """A trigger in the first of its senses, with what every rule asks for."""
    clauses, number = discourse.clauses[trigger.sentence], trigger.predicate
    dropped: tuple[str, ...] = ()
    predicate = None if number is None else clauses.predicates[number]
    if predicate is not None and trigger.step and trigger.verb:
        dropped = predicate.verb.extensions[len(predicate.verb.extensions) - trigger.step :]
    return Scene(
        discourse, trigger, trigger.senses[0], time_words, claims, discourse.text, clauses, predicate, dropped,
        "passive" in dropped, Asked(),
    )  # fmt: skip


TOWNS: Final = frozenset(["mji", "jiji", "kitongoji"])
"""A town that is attacked is where it happens; elsewhere its name may stand for its people or a state."""
SETTLEMENTS: Final = frozenset("kijiji vijiji miji majiji wilaya mikoa vitongoji mitaa".split())
"""Nouns of places that are nobody, nor are the names told with them."""
SEVERAL: Final = frozenset({2, 4, 6, 8, 10})
JOINERS: Final = ([",", "na"], [",", "pamoja", "na"], ["pamoja", "na"], ["na"], ["au"], [","])
JOINING: Final = frozenset(words[0] for words in JOINERS)


SlotRule = Rule[[Scene], Resolved]


def _known(resolved: Resolved) -> bool:
    return any(party.country or party.sector or party.name for party in resolved.parties)


def complement(scene: Scene, phrase: NounPhrase) -> NounPhrase | None:
    """The wa/ya complement right after a head: «shambulizi la anga la Israel» has «Israel», past what is no party."""
    text = scene.text
    for index in range(phrase.head + 1, min(phrase.last + 1, scene.clauses.sentence.last - 1)):
        if category(text, index) == "C":
            inner = phrase_at(text, index + 1, scene.clauses.sentence.last)
            if inner is None or category(scene.text, inner.head) == "Q":
                continue
            if (actor := acting(scene.discourse, inner)) is not None:
                return actor
            if befalls(text, inner.head):
                return None  # «uchunguzi wa mauaji ya mwanahabari»: he was killed and inquires into nothing
    return None
