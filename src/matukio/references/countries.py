"""Which countries «nchi hiyo», «nchi hizo mbili», «mataifa hayo matatu» take up.

«Kenya, Uganda na Rwanda zilikutana. Nchi hizo tatu …» means the three; where not just so many are told, nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.record import Entity
from matukio.references.antecedents import COUNTRY_HEADS, is_country, refers_back
from matukio.references.names import Names
from matukio.swahili import NounPhrase, Text
from matukio.tables import files, read_table

NEAR: Final = 5
"""How many sentences back two countries may be meant again."""
SEVERAL_COUNTRIES: Final = COUNTRY_HEADS | {"mataifa"}
NUMBERS: Final = {"tatu": 3, "matatu": 3, "nne": 4, "manne": 4, "tano": 5, "matano": 5}
REACH: Final = 2
"""How many sentences back so many countries may be named."""
PAIR: Final = frozenset({"mbili", "mawili"})
ALL: Final = frozenset(["zote", "yote"])
OTHER_NUMBERS: Final = frozenset("tatu nne tano sita saba nane tisa kumi matatu manne matano".split())


OF: Final = frozenset(["la", "ya", "za"])
VISITING: Final = frozenset("tembelea zuru wasili hamia vamia ondoka".split())
"""Verbs of which the country is somebody else's than the subject's."""
RULING: Final = 7
"""How many words after «taifa hilo» the country may stand whose it is: «likiwa chini ya ukoloni wa Ujerumani»."""


@dataclass(frozen=True, slots=True)
class Region:
    """A row of regions.tsv: a part of the world as the news calls it, and its states; «kiafrika» as «afrika»."""

    names: tuple[str, ...]
    countries: tuple[str, ...]


@cache
def regions() -> dict[str, frozenset[str]]:
    rows = read_table(files(__package__) / "regions.tsv", Region)
    return {name: frozenset(row.countries) for row in rows for name in row.names}


class Countries:
    """The countries that an article names."""

    def __init__(self, text: Text, names: Names) -> None:
        self.text = text
        self.names = names

    def last_before(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """For «nchi hiyo» the country named last in its sentence or alone in the one before."""
        head = self.text.lowers[phrase.head]
        if head not in COUNTRY_HEADS or not refers_back(self.text, phrase) or self.counts(phrase):
            return None
        if (region := self.region(phrase)) is not None:
            return self._last_of(region, phrase, sentence)
        others = self._others(phrase, sentence)
        own = [name for name in self._countries(sentence) if name.end <= self.text.starts[phrase.first]]
        own = [name for name in own if name.country not in others] or own
        if own:
            # «Togo inahifadhi wakimbizi kutoka nchini Mali, na nchi hiyo …»: Mali is where others come from
            apart = [name for name in own if not self._is_told_as_place(name)]
            return (apart if len({name.link for name in own}) > 1 and apart else own)[-1]
        before = self._countries(sentence - 1) if sentence else []
        before = [name for name in before if name.country not in others]
        if len({name.link for name in before}) > 1:
            before = self._of_speaker(before, phrase, sentence) or before
        return before[-1] if len({name.link for name in before}) == 1 else None

    def _of_speaker(self, told: Sequence[Entity], phrase: NounPhrase, sentence: int) -> list[Entity]:
        """Of several countries told before the one whose person speaks: «Hashi ameiambia VOA kwamba nchi hiyo …»."""
        words = self.text.lowers[self.text.firsts[sentence] : phrase.first]
        if words[-1:] not in (["kwamba"], ["kuwa"]):
            return []
        people = [n for n in self.names.inside(self.text.firsts[sentence], phrase.first) if n.type == "PER"]
        return [name for name in told if people and name.country == people[0].country]

    def region(self, phrase: NounPhrase) -> frozenset[str] | None:
        """The states of «taifa hilo la Afrika Mashariki», «nchi hizo mbili za kusini mwa Afrika»."""
        lowers, begin = self.text.lowers, phrase.head + 2
        at = next((begin + k for k, word in enumerate(lowers[begin : begin + 3]) if word in OF), None)
        if lowers[phrase.head] not in SEVERAL_COUNTRIES or at is None:
            return None
        words = lowers[at + 1 : at + 5]
        told = (" ".join(words[:size]) for size in range(len(words), 0, -1))
        return next((regions()[name] for name in told if name in regions()), None)

    def _last_of(self, region: frozenset[str], phrase: NounPhrase, sentence: int) -> Entity | None:
        """The country of a region that was named last."""
        for here in range(sentence, max(-1, sentence - NEAR - 1), -1):
            told = [n for n in self._countries(here) if n.end <= self.text.starts[phrase.first] and n.country in region]
            if told:
                return told[-1]
        return None

    def _others(self, phrase: NounPhrase, sentence: int) -> frozenset[str | None]:
        """Countries that are told beside the phrase and so are not it: «taifa hilo likiwa chini ya ukoloni wa
        Ujerumani», «tangu Rais wa Ufaransa alipoitembelea nchi hiyo»."""
        text, end = self.text, self.text.firsts[sentence + 1]
        upto = next((i for i in range(phrase.last, end) if text.string[text.starts[i]] in ",;:."), end)
        upto = min(upto, phrase.last + RULING)
        after = self.names.inside(phrase.last, upto) if phrase.last < upto else ()
        ruled = {
            name.country for name in after if is_country(name) and text.lowers[text.index_at(name.start) - 1] == "wa"
        }
        verb = text.likeliest[phrase.first - 1].verb if phrase.first else None
        if verb is None or VISITING.isdisjoint(verb.chain):
            return frozenset(ruled)
        people = [n for n in self.names.inside(text.firsts[sentence], phrase.first) if n.type == "PER"]
        return frozenset(ruled | {name.country for name in people[-1:]})

    def _is_told_as_place(self, name: Entity) -> bool:
        index = self.text.index_at(name.start)
        return index > 0 and self.text.lowers[index - 1] in ("nchini", "huko")

    def _countries(self, sentence: int) -> list[Entity]:
        """The countries named in a sentence."""
        return [name for name in self.names.inside(*self.text.firsts[sentence : sentence + 2]) if is_country(name)]

    def counts(self, phrase: NounPhrase) -> bool:
        """«nchi hizo», «nchi zote mbili»: class 10, whose demonstratives begin with z."""
        inside = range(phrase.first, phrase.last)
        words = {self.text.lowers[i] for i in inside}
        return not words.isdisjoint(("hizo", "hizi", "hayo", "haya")) or bool(words & ALL and words & PAIR)

    def two(self, phrase: NounPhrase, sentence: int) -> tuple[Entity, ...]:
        """«nchi hizo mbili»: the two countries of the nearest sentence that names just two, else the two that are named
        most in the sentences before; empty for other nouns and numbers."""
        words = self.text.lowers[phrase.first : phrase.last]
        two = bool(PAIR & set(words))
        others = OTHER_NUMBERS if two else OTHER_NUMBERS | ALL
        if words[phrase.head - phrase.first] not in SEVERAL_COUNTRIES or others & set(words):
            return ()
        told: dict[str, list[Entity]] = {}
        for number in range(sentence, max(-1, sentence - (NEAR if two else 1) - 1), -1):
            first, last = self.text.firsts[number], min(self.text.firsts[number + 1], phrase.first)
            here = [name for name in self.names.inside(first, last) if is_country(name)] if first < last else []
            here = (self._joined(here) if len(here) > 2 else []) or here
            for name in here:
                told.setdefault(name.link or "", []).append(name)
            if len({name.link for name in here}) == 2:
                told = {name.link or "": [name] for name in here}
                two = True
                break
        most = sorted(told.values(), key=lambda names: -len(names))[:2]
        if len(most) < 2 or not two:
            return ()
        return tuple(sorted((names[0] for names in most), key=lambda name: name.start))

    def told_number(self, phrase: NounPhrase) -> int:
        """3 of «nchi hizo tatu», 0 where no number is told or the noun is no country's."""
        words = self.text.lowers[phrase.first : phrase.last]
        if words[phrase.head - phrase.first] not in SEVERAL_COUNTRIES:
            return 0
        return next((NUMBERS[word] for word in words if word in NUMBERS), 0)

    def so_many(self, phrase: NounPhrase, sentence: int, number: int) -> tuple[Entity, ...]:
        """The countries of the phrase's sentence or the nearest before that names just so many; else nobody."""
        for here in range(sentence, max(-1, sentence - REACH - 1), -1):
            told = {n.link: n for n in self._countries(here) if n.end <= self.text.starts[phrase.first]}
            if len(told) == number:
                return tuple(told.values())
        return ()

    def _joined(self, names: Sequence[Entity]) -> list[Entity]:
        """The last two countries with nothing but «na» between them, of several: «Marekani … Japan na Korea Kusini»."""
        for one, other in zip(names[-2::-1], names[:0:-1], strict=True):
            between = self.text.string[one.end : other.start].replace(",", " ").split()
            if between == ["na"] and one.link != other.link:
                listed = any(
                    name.end < one.start and self.text.string[name.end : one.start].strip() == "," for name in names
                )
                return [] if listed else [one, other]
        return []
