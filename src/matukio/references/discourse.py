"""An article's sentences taken apart, with every phrase's party: who it is, also when only a prefix or «huyo» says so.

«Al-Shabaab walishambulia kambi. Kundi hilo lilisema limeua watu 10.»: «kundi hilo» is Al-Shabaab.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from matukio.entities import Description, Homes, describe, describe_with, words_that_tell
from matukio.frozen import quick_init
from matukio.record import Entity, Evidence, Party
from matukio.references.antecedents import (
    Mention,
    antecedents,
    dropped_subject,
    refers_back,
    takes_up,
)
from matukio.references.countries import SEVERAL_COUNTRIES, Countries
from matukio.references.dropped import Subjects
from matukio.references.names import Names
from matukio.references.pairs import those_who_met
from matukio.references.subjects import named_before, past_age, takes_clause
from matukio.references.told_before import mentions_of, named_in_full, told_in_full, two_named
from matukio.references.wholes import with_whole_name, with_whole_office
from matukio.swahili import Agreement, Clauses, NounPhrase, Predicate, Text, parse
from matukio.swahili.vocabulary import VOCABULARY

NEAR: Final = 5
FAR: Final = 12
"""How many sentences back somebody may be meant again, and somebody told with the same noun."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Parties with the rules that found them; no parties when nobody fits."""

    parties: tuple[Party, ...]
    evidence: tuple[Evidence, ...] = ()


quick_init(Resolved)


OF_SEVERAL: Final = frozenset(["za", "wa", "ya", "vya"])
"""«serikali za nchi hizo», «viongozi wa nchi hizo», «majeshi ya mataifa hayo»."""
OWNED: Final = frozenset("yake wake lake chake vyake zake".split())
"""What belongs to one who was told before: serikali yake, balozi wake, jeshi lake."""
ABBREVIATED: Final = re.compile(r"-[A-Z]{2,}\b")
"""«mahakama ya kimataifa-ICJ»: the abbreviation by which a body is known."""
UNASKED: Final = ""
NOBODY: Final = Description()


class Discourse:
    """What the later stages read: `clauses` for each sentence, and who its phrases and subjects are."""

    def __init__(self, text: Text, names: Sequence[Entity]) -> None:
        self.text = text
        self.names = tuple(names)
        self._homes = Homes(text, names)
        self.home = self._homes.of_article()
        self.clauses: list[Clauses] = [parse(sentence) for sentence in text.sentences]
        firsts = text.firsts
        self._sentence_of = [k for k in range(len(firsts) - 1) for _ in range(firsts[k], firsts[k + 1])]
        """For each word the number of its sentence."""
        self._home_of: list[str | None] = [UNASKED] * len(self.clauses)
        """The country of what each sentence tells."""
        self._by_word = Names(text, names)
        self._countries = Countries(text, self._by_word)
        self._telling = words_that_tell(text)
        self._descriptions: dict[tuple[int, int], Description] = {}
        self._resolved: dict[tuple[int, int], Resolved] = {}
        self._subjects = Subjects(text, self.clauses, [self.names_in(s.first, s.last) for s in text.sentences])
        self._mentions: list[list[Mention]] = []
        self._mentions = [mentions_of(self, self._subjects, clauses) for clauses in self.clauses]
        self._subjects.mentions = self._mentions

    def describe(self, first: int, last: int) -> Description:
        """Country, sector and link of the words first … last - 1 taken by themselves."""
        key = (first, last)
        known = self._descriptions.get(key)
        if known is None:
            names = self.names_in(first, last)
            if not names and not self.tells(first, last):
                return self._descriptions.setdefault(key, NOBODY)
            owned = self._is_owned(first, last)
            home = (self._owner_country(first) if owned else None) or self.home_at(first)
            end = self.text.ends[last - 1]
            inside = [name for name in names if name.end <= end]
            known = describe_with(self.text, first, last, self.names, inside, home)
            if self._mentions or not owned:
                self._descriptions[key] = known
        return known

    def _is_owned(self, first: int, last: int) -> bool:
        """«serikali yake», «balozi mpya wake»: what belongs to one who was told before."""
        lowers = self.text.lowers
        return any(lowers[index] in OWNED for index in range(first + 1, min(last, first + 4)))

    def tells(self, first: int, last: int) -> bool:
        """Whether the words first … last - 1 can tell who somebody is though no name is among them; most cannot."""
        return first < last and self._telling[first] < last

    def _owner_country(self, first: int) -> str | None:
        """The country of «serikali yake», «balozi wake» at a word: that of the person, country or body told before it,
        as soon as all are known."""
        before = self._before(self._sentence_of[first], first) if self._mentions else ()
        owners = (m.known.country for m in before if m.subject or m.phrase.name)
        return next((country for country in owners if country is not None), None)

    def own_country(self, first: int, last: int) -> str | None:
        """The country that the words first … last - 1 say themselves, not the article's."""
        return describe(self.text, first, last, self.names, None).country

    def home_at(self, word: int) -> str | None:
        """The country of what the word's sentence tells; articles that go from country to country name each anew."""
        sentence = self._sentence_of[word]
        home = self._home_of[sentence]
        if home is UNASKED:
            home = self._home_of[sentence] = self._homes.at(word) or self.home
        return home

    def names_in(self, first: int, last: int) -> tuple[Entity, ...]:
        """The names that begin inside the words first … last - 1; of no words none, also where the text has ended."""
        return self._by_word.inside(first, last)

    def party(self, first: int, last: int) -> Party:
        """The words first … last - 1 as a party, by themselves; a name that goes on past them is taken whole."""
        for name in self.names_in(first, last):
            if name.end > self.text.ends[last - 1]:  # «Rais Samia Suluhu»: suluhu is a word as well
                last = self.text.index_at(name.end - 1) + 1
        start, end = self.text.starts[first], self.text.ends[last - 1]
        known = self.describe(first, last)
        return Party(self.text.string[start:end], start, end, known.name, known.link, known.country, known.sector)

    def resolve(self, phrase: NounPhrase) -> Resolved:
        """Who a phrase means: itself, or for «rais huyo», «wao» the nearest earlier words that name it."""
        key = (phrase.first, phrase.last)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(self._whole(phrase))
        return self._resolved[key]

    def _whole(self, phrase: NounPhrase) -> NounPhrase:
        return with_whole_office(self.text, with_whole_name(self.text, self._by_word, self.clauses, phrase))

    def resolve_all(self, phrases: Iterable[NounPhrase]) -> Resolved:
        """The parties of several phrases, each once."""
        parties: list[Party] = []
        evidence: list[Evidence] = []
        for phrase in phrases:
            resolved = self.resolve(phrase)
            parties += [party for party in resolved.parties if party not in parties]
            evidence += resolved.evidence
        return Resolved(tuple(parties), tuple(evidence))

    def subject(self, sentence: int, predicate: Predicate) -> Resolved:
        """Who a predicate's subject is: its phrases, its governor's subject for an infinitive, else by agreement the
        subject told before it. Empty for first and second persons, whom a quotation's speaker decides."""
        clauses = self.clauses[sentence]
        if own := self._subjects.own(sentence, predicate):
            return self.resolve_all(own)
        if predicate.governor is not None and predicate.outer.tense == "infinitive":
            return self.subject(sentence, clauses.predicates[predicate.governor])
        agreement = predicate.outer.subject
        if agreement is None or agreement.person != 3:
            return Resolved(())
        start, end = self.text.starts[predicate.first], self.text.ends[predicate.first]
        found = self._subjects.dropped(sentence, predicate)
        if not found:
            return Resolved(())
        resolved = self.resolve_all(mention.phrase for mention in found)
        return Resolved(resolved.parties, (*resolved.evidence, Evidence("reference: dropped subject", start, end)))

    def aged(self, predicate: Predicate) -> tuple[NounPhrase, ...]:
        """The name before an age where the words after it are the subject: «[Juma], mwenye miaka 18, raia wa Togo»."""
        if not predicate.subjects or past_age(self.text, predicate.subjects[0].first) == predicate.subjects[0].first:
            return ()
        sentence = self.text.sentence_at(self.text.starts[predicate.first])
        named = named_before(self.text, predicate.subjects, self.names_in(sentence.first, sentence.last))
        return () if named is None else (named,)

    def taken_up(self, agreement: Agreement, sentence: int, word: int, but: Iterable[NounPhrase] = ()) -> Resolved:
        """Whom a prefix at `word` means when no phrase of its clause does: «waliwakamata», «alimshukuru». The phrases
        `but` are not meant: an object is not the subject of its own verb."""
        apart = tuple(but)
        before = (mention for mention in self._before(sentence, word) if mention.phrase not in apart)
        found = dropped_subject(agreement, before)
        return self.resolve_all(mention.phrase for mention in found)

    def _resolve(self, phrase: NounPhrase) -> Resolved:
        sentence = self._sentence_of[phrase.first]
        names = self.names_in(phrase.first, phrase.last)
        of_region = names and all(n.type == "LOC" and n.country is None for n in names)
        of_region = of_region and self._countries.region(phrase) is not None
        parties = self._meant(phrase, sentence) if of_region or not names else self._holder(phrase, sentence, names)
        if not parties and not names and refers_back(self.text, phrase):
            parties = named_in_full(self, phrase)
        if not parties:
            parties = self._of_two_countries(phrase, sentence)
        if not parties and (full := told_in_full(self, phrase, sentence)) is not None:
            return Resolved((full,))
        if not parties:
            return Resolved((self.party(phrase.first, phrase.last),))
        span = self.text.span(phrase.first, phrase.last)
        if len(parties) == 1 and ABBREVIATED.match(
            self.text.string, span.end
        ):  # «mahakama hiyo ya kimataifa-ICJ» has its name
            parties = (replace(parties[0], text=span.text, start=span.start, end=span.end),)
        return Resolved(parties, (Evidence("reference: demonstrative or pronoun", span.start, span.end),))

    def _meant(self, phrase: NounPhrase, sentence: int) -> tuple[Party, ...]:
        """Whom earlier words name that the phrase takes up: for «nchi hiyo» the country named last in its
        sentence or alone in the one before."""
        country = self._countries.last_before(phrase, sentence)
        if country is not None:
            return self._as_parties((country,))
        if self._countries.counts(phrase):
            if pair := self._countries.two(phrase, sentence):
                return self._as_parties(pair)
            if number := self._countries.told_number(phrase):
                return self._as_parties(self._countries.so_many(phrase, sentence, number))
        if met := those_who_met(self.text, self.clauses, self._mentions, phrase, sentence):
            near = [self._nearest(mention, sentence, phrase) for mention in met]
            return tuple(self.party(mention.phrase.first, mention.phrase.last) for mention in near)
        if self.text.lowers[phrase.first] == "yeye" and (speaker := self._speaks_of_himself(phrase, sentence)):
            return speaker
        if not takes_up(self.text, phrase):
            return ()  # most phrases: whom each sentence before is about need not be asked
        far = list(self._before(sentence, phrase.first, FAR))
        subject = any(phrase in predicate.subjects for predicate in self.clauses[sentence].predicates)
        somebody = self.text.likeliest[phrase.head].animate
        if somebody and not subject:  # «Waziri ameomba kumwachilia mwanasiasa huyo»: he is not the minister
            begin = self.text.firsts[sentence]
            own = {m.known.link for m in far if m.phrase.first >= begin and m.subject and m.known.link}
            far = [m for m in far if (m.phrase.first < begin or not m.subject) and m.known.link not in own]
        begin = self.text.firsts[max(0, sentence - NEAR)]
        near = [mention for mention in far if mention.phrase.first >= begin]
        if somebody:
            near = self._topics_first(near, sentence)
        found = antecedents(self.text, phrase, near, far)
        if not found and somebody and "wawili" in self.text.lowers[phrase.first : phrase.last]:
            return two_named(self, sentence)
        return tuple(self.party(mention.phrase.first, mention.phrase.last) for mention in found)

    def _nearest(self, mention: Mention, sentence: int, phrase: NounPhrase) -> Mention:
        """The nearest words before a phrase that name whom an earlier mention names."""
        link = mention.known.link
        if link is None:
            return mention
        again = (m for m in self._before(sentence, phrase.first, FAR) if m.known.link == link and m.names)
        return next((m for m in again if m.phrase.name or m.phrase.classes & {1}), mention)

    def _speaks_of_himself(self, phrase: NounPhrase, sentence: int) -> tuple[Party, ...]:
        """«Alisema Juma amekataa, lakini yeye …»: in what somebody tells «yeye» is he."""
        for predicate in self.clauses[sentence].predicates:
            agreement = predicate.outer.subject
            if predicate.first > phrase.first or agreement is None or agreement.classes != {1}:
                break
            if takes_clause(predicate) and not predicate.subjects:
                return self.subject(sentence, predicate).parties
        return ()

    def _holder(self, phrase: NounPhrase, sentence: int, names: Sequence[Entity]) -> tuple[Party, ...]:
        """Whom «rais huyo wa Togo», «kiongozi huyo wa chama cha CCM» name: a person told before, of that country."""
        if phrase.name or not self._is_one(phrase) or any(name.type == "PER" for name in names):
            return ()
        own = self.own_country(phrase.first, phrase.last)
        found = self._meant(phrase, sentence)
        named = len(found) == 1 and (found[0].link or "").startswith("per:")
        return found if named and own in (None, found[0].country) else ()

    def _is_one(self, phrase: NounPhrase) -> bool:
        return any(a.animate and not a.plural for a in VOCABULARY.analyses(self.text.types[phrase.head]))

    def _of_two_countries(self, phrase: NounPhrase, sentence: int) -> tuple[Party, ...]:
        """«wanajeshi wa nchi hizo mbili»: each of the two countries, with the sector of those who are told of."""
        head = VOCABULARY.analyses(self.text.types[phrase.head])
        if not any(reading.plural or 10 in reading.classes for reading in head):
            return ()
        for word in range(phrase.head + 2, phrase.last):
            lower = self.text.lowers[word]
            if lower in SEVERAL_COUNTRIES and self.text.lowers[word - 1] in OF_SEVERAL:
                part = NounPhrase(word, word, phrase.last, frozenset(), False)
                two = self._countries.two(part, sentence) if self._countries.counts(part) else ()
                pair = self._as_parties(two)
                sector = self.describe(phrase.first, phrase.last).sector
                return tuple(replace(party, sector=sector or party.sector) for party in pair)
        return ()

    def _as_parties(self, names: Sequence[Entity]) -> tuple[Party, ...]:
        return tuple(self.party(*self.text.indices_at(n.start, n.end)) for n in names)

    def _topics_first(self, near: Sequence[Mention], sentence: int) -> list[Mention]:
        """The mentions before a sentence, in each first whom it is about, also when its verb leaves him out."""
        found: list[Mention] = [m for m in near if m.phrase.first >= self.text.firsts[sentence]]
        for number in range(sentence - 1, max(-1, sentence - NEAR - 1), -1):
            first, last = self.text.firsts[number : number + 2]
            here = [m for m in near if first <= m.phrase.first < last]
            topics = [m for m in self._subjects.about(number) if any(name.type == "PER" for name in m.names)]
            found += topics[:1] + [m for m in here if m not in topics[:1]]
        return found

    def _before(self, sentence: int, word: int, back: int = NEAR) -> Iterator[Mention]:
        """Mentions before a word, the nearest first, so many sentences back; in each the subjects come first unless it
        is the word's own sentence."""
        for number in range(sentence, max(-1, sentence - back - 1), -1):
            yield from (mention for mention in self._mentions[number] if mention.phrase.last <= word)


def resolve(text: Text, names: Sequence[Entity]) -> Discourse:
    """Take the article's sentences apart and make ready to say who is meant."""
    return Discourse(text, names)
