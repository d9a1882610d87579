"""What a trigger's rules look at: its clause, its predicate, and which phrases can be parties.

In «Serikali ya Chad imelaani hatua ya Libya» the phrase «hatua ya Libya» is no party, but «Libya» in it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from matukio.events.acts import Act, among_lemmas
from matukio.events.localities import of_the_place_after
from matukio.events.suspected import suspected_to_be, unmanned
from matukio.events.triggers import Trigger
from matukio.events.who_can_act import SOMEBODY, acting, befalls
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
            at = self._whole(found[-1]).last
            if at >= self.clauses.sentence.last or lowers[at] not in JOINING:
                break
            step = next((len(words) for words in JOINERS if self._at(at, words)), 0)
            following = (
                next((p for p in reversed(self.clauses.phrases) if p.first == at + step), None) if step else None
            )
            if following is None or following.first in self.time_words or self._goes_on(found[-1], following):
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
            actor = acting(self.discourse, self._whole(self._counted(phrase)))
            if actor is None:
                continue
            resolved = self.discourse.resolve(actor)
            if not phrase.name and category(self.text, phrase.head) in "DR" and not _known(resolved):
                continue  # «wale», «ambao», «sisi»: nobody that the text tells of
            if category(self.text, phrase.head) == "Q" and phrase.classes & {1, 2}:
                resolved = self._of_those_told(resolved, phrase)
            if phrase.name and before is not None and before.last < phrase.first <= before.last + 2:
                resolved = self._like(resolved, parties[-1:], before)
            before = phrase
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
        """«wanajeshi wa Togo na Ghana»: the second country's soldiers, when the first phrase is of several and ends in
        a country's name as well."""
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

    def _whole(self, phrase: NounPhrase) -> NounPhrase:
        """With the object of an infinitive that describes its head: «mashirika ya kutetea haki za binadamu»."""
        last = self.clauses.sentence.last
        if (longer := self._with_name(phrase)) is not phrase:
            return longer
        if (armed := unmanned(self.text, self.clauses, phrase)) is not None:
            return armed
        counts = category(self.text, phrase.head) in "QA" and phrase.last < last - 1
        if counts and category(self.text, phrase.last) == "C":  # «mmoja wa manusura hao»
            inner = phrase_at(self.text, phrase.last + 1, last)
            if inner is not None:
                return NounPhrase(phrase.first, phrase.head, inner.last, phrase.classes, False)
        if (
            phrase.last - phrase.first == 1
            and self.lower(phrase.first) in ABBREVIATED
            and self.lower(phrase.last) == "."
        ):
            named = next((p for p in self.clauses.phrases if p.first == phrase.last + 1 and p.name), None)
            if named is not None:  # «Bw. Moussa»
                return NounPhrase(phrase.first, phrase.head, named.last, phrase.classes, False)
        if phrase.last < last - 1 and self._from(phrase):
            origin = next((p for p in self.clauses.phrases if phrase.last < p.first <= phrase.last + 2), None)
            if origin is not None and origin.first not in self.time_words:
                return NounPhrase(phrase.first, phrase.head, origin.last, phrase.classes, phrase.name)
        if category(self.text, phrase.last - 1) != "I":
            return phrase
        if phrase.last - 2 > phrase.head and category(self.text, phrase.last - 2) == "C" and self._wish_at(phrase.last):
            return NounPhrase(phrase.first, phrase.head, phrase.last - 2, phrase.classes, phrase.name)
        following = next((p for p in self.clauses.phrases if p.first == phrase.last), None)
        if following is None or following.name or following.first in self.time_words:
            return phrase
        return NounPhrase(phrase.first, phrase.head, following.last, phrase.classes, False)

    def _wish_at(self, index: int) -> bool:
        """«wito wa waandamanaji [wa kumtaka] ajiuzulu»: the wish is the call's, not the people's."""
        return any(p.first == index and p.outer.tense == "subjunctive" for p in self.clauses.predicates)

    def _with_name(self, phrase: NounPhrase) -> NounPhrase:
        """«marais Juma Nyusi wa Togo»: a name that is a word as well goes on past the phrase, with whose he is."""
        text, last = self.text, phrase.last
        for name in self.discourse.names_in(phrase.first, phrase.last):
            if name.end > text.ends[phrase.last - 1]:
                last = text.index_at(name.end - 1) + 1
        if last == phrase.last:
            return phrase
        limit = self.clauses.sentence.last
        if last < limit - 1 and category(text, last) == "C" and (inner := phrase_at(text, last + 1, limit)) is not None:
            last = inner.last
        return NounPhrase(phrase.first, phrase.head, last, phrase.classes, phrase.name)

    def _from(self, phrase: NounPhrase) -> bool:
        """«wapiganaji kutoka Ethiopia», «mgombea kutoka chama cha upinzani»: unless the act itself leads from there."""
        if self.lower(phrase.last) not in ("kutoka", "toka") or "kutoka" in self.act.roles or phrase.name:
            return False
        return SOMEBODY[self.text.types[phrase.head]]

    def _counted(self, phrase: NounPhrase) -> NounPhrase:
        """«watu wasiopungua 20», «raia zaidi ya 20»: a number that only counts the people told before it."""
        if category(self.text, phrase.head) != "Q" or phrase.first <= self.clauses.sentence.first:
            return phrase
        for before in reversed(self.clauses.phrases):
            if before.last > phrase.first:
                continue
            between = [self.lower(i) for i in range(before.last, phrase.first)]
            counting = between and (between[-2:] == ["zaidi", "ya"] or between[-1].endswith(COUNTING))
            if counting and len(between) <= 3 and category(self.text, before.head) == "N":
                return NounPhrase(before.first, before.head, phrase.last, before.classes, False)
            break
        return phrase

    def obliques(self) -> list[Oblique]:
        """The prepositional phrases that belong to the trigger: of a verb its predicate's, of a noun those that follow
        it one after another."""
        found = self.asked.obliques
        if found is None:
            found = self.asked.obliques = self._find_obliques()
        return found

    def _find_obliques(self) -> list[Oblique]:
        if self.trigger.verb:
            predicate = self.predicate
            if predicate is None:
                return []
            inner = [p for p in self.clauses.predicates if self.trigger.first < p.first < self.trigger.last]
            whole = [*predicate.obliques, *(o for p in inner for o in p.obliques)]  # «iko tayari kutoa msaada kwa Togo»
            whole += self._as_preposition(predicate)
            if self.trigger.word < self.trigger.first:  # «mashtaka dhidi ya X yamefutwa»
                whole += [o for o in self.clauses.obliques if self.trigger.word < o.first < predicate.first]
            return whole + self._of_noun(predicate, self.trigger.last, whole) if self.act.rest else whole
        phrase = self.trigger.phrase
        assert phrase is not None
        found: list[Oblique] = []
        at = max(phrase.last, self.trigger.last)
        for oblique in self.clauses.obliques:
            if oblique.first < at:
                if phrase.head < oblique.first:
                    found.append(oblique)
                continue
            between = [category(self.text, i) for i in range(at, oblique.first)]
            far = 6 if oblique.preposition in OF_NOUNS else 3
            if any(kind in "VI" for kind in between) or len(between) > far:
                break
            if "," in between and oblique.preposition not in OF_NOUNS:
                break  # but «mazungumzo katika mji mkuu, Lomé, kati ya A na B»
            found.append(oblique)
            at = self.phrases_after(oblique.phrase)[-1].last
        predicate = self.predicate
        if predicate is not None and self.trigger.slot in ("subject", "object"):
            found += self._of_noun(predicate, phrase.last, found)
        return found + [o for o in self._of_relative(phrase) if o not in found]

    def _as_preposition(self, predicate: Predicate) -> list[Oblique]:
        """«wamewashtumu kwa kushirikiana na waasi»: here the words of a preposition are the verb itself."""
        return [
            o
            for o in self.clauses.obliques
            if o.first < predicate.first < o.phrase.first and o.preposition.endswith("kushirikiana na")
        ]

    def obliques_of_relative(self) -> list[Oblique]:
        """«shambulizi lililofanywa mwezi uliopita [kwenye kambi]»: the prepositional phrases of the noun's clause."""
        own = None if self.trigger.phrase is None else self._relative_of(self.trigger.phrase)
        if own is None:
            return []
        predicates, last = self.clauses.predicates, own + 1
        while last < len(predicates) and predicates[last].first in self.time_words:
            last += 1
        return [oblique for predicate in predicates[own:last] for oblique in predicate.obliques]

    def relative_verb(self) -> Predicate | None:
        """«kesi inayomkabili X»: the verb of the relative clause that describes the trigger's noun."""
        own = None if self.trigger.phrase is None else self._relative_of(self.trigger.phrase)
        return None if own is None else self.clauses.predicates[own]

    def _relative_of(self, phrase: NounPhrase) -> int | None:
        """The predicate of the relative clause that describes the phrase."""
        predicates = self.clauses.predicates
        return next(
            (k for k, p in enumerate(predicates) if p.relative_head and p.relative_head.head == phrase.head), None
        )

    def _of_relative(self, phrase: NounPhrase) -> list[Oblique]:
        """«ukosoaji unaoendelea kuongezeka kutoka vyama vya upinzani»: what comes «kutoka» goes with the noun."""
        predicates, own = self.clauses.predicates, self._relative_of(phrase)
        if own is None:
            return []
        chain = [own, *(k for k, p in enumerate(predicates) if p.governor == own and p.outer.tense == "infinitive")]
        given = predicates[own].verb.passive and not GIVING.isdisjoint(predicates[own].verb.chain)
        found = [o for k in chain for o in predicates[k].obliques if o.preposition in OF_RELATIVES]
        # «barua iliyotumwa na Togo kwa Ghana»
        return found + [o for o in predicates[own].obliques if given and o.preposition == "kwa"]

    def _of_noun(self, predicate: Predicate, last: int, found: list[Oblique]) -> list[Oblique]:
        """«maandamano yalifanyika dhidi ya rais», «mazungumzo yameanza kati ya A na B», «walitumia nguvu kupita kiasi
        dhidi ya raia»: what goes with the noun though its verb stands between, up to the next finite verb."""
        first = max(last, predicate.last)
        upto = next((p.first for p in self.clauses.predicates if p.first >= first and p.verb.finite), len(self.text))
        after = [o for o in self.clauses.obliques if first <= o.first < upto and o not in found]
        given = (
            predicate.verb.passive and self.trigger.slot == "subject" and not GIVING.isdisjoint(predicate.verb.chain)
        )
        to = [o for o in after if given and o.preposition == "kwa" and o in predicate.obliques]
        return to + [
            o for o in after if o.preposition == "dhidi ya" or o.preposition in OF_NOUNS and not self._has_noun(o)
        ]

    def _has_noun(self, oblique: Oblique) -> bool:
        """«… ni juu ya uhusiano kati ya A na B»: the sides are of the noun right before, unless that is a place."""
        before = next((p for p in self.clauses.phrases if p.last == oblique.first), None)
        if before is None or category(self.text, before.last - 1) == "P" or before.first in self.time_words:
            return False
        return not any(o.phrase == before and o.sense == "at" for o in self.clauses.obliques)

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
ABBREVIATED: Final = frozenset("bw bi dkt dk dr prof mhe mh".split())
"""Titles that a full stop may cut off from the name."""
SETTLEMENTS: Final = frozenset("kijiji vijiji miji majiji wilaya mikoa vitongoji mitaa".split())
"""Nouns of places that are nobody, nor are the names told with them."""
GIVING: Final = frozenset("toa peleka tuma wasilisha elekeza".split())
"""«mwaliko ulitolewa kwa rais»: passive verbs that add only to whom."""
OF_RELATIVES: Final = frozenset(["kutoka", "kutoka kwa", "dhidi ya", "juu ya", "kuhusu"])
"""What goes with a noun past its relative clause: «uchunguzi unaofanywa na X juu ya Y»."""
OF_NOUNS: Final = frozenset(["dhidi ya", "kati ya", "baina ya"])
"""Prepositions that go with the event noun even when its verb stands between."""
SEVERAL: Final = frozenset({2, 4, 6, 8, 10})
COUNTING: Final = ("pungua", "wapatao", "zidi", "takriban", "takribani", "kadhaa", "karibu", "kiasi")
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
