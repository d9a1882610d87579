"""Which countries «nchi hiyo», «nchi hizo mbili», «mataifa hayo matatu» take up.

«Kenya, Uganda na Rwanda zilikutana. Nchi hizo tatu …» means the three; where not just so many are told, nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from matukio.record import Entity
from matukio.references.antecedents import COUNTRY_HEADS, is_country, refers_back
from matukio.swahili import NounPhrase, Text

NEAR: Final = 5
"""How many sentences back two countries may be meant again."""
SEVERAL_COUNTRIES: Final = COUNTRY_HEADS | {"mataifa"}
NUMBERS: Final = {"tatu": 3, "matatu": 3, "nne": 4, "manne": 4, "tano": 5, "matano": 5}
REACH: Final = 2
"""How many sentences back so many countries may be named."""
PAIR: Final = frozenset({"mbili", "mawili"})
ALL: Final = frozenset(["zote", "yote"])
OTHER_NUMBERS: Final = frozenset("tatu nne tano sita saba nane tisa kumi matatu manne matano".split())


class Countries:
    """The countries that an article names; `names_in` are the names that begin inside some words."""

    def __init__(self, text: Text, names_in: Callable[[int, int], tuple[Entity, ...]]) -> None:
        self.text = text
        self.names_in = names_in

    def last_before(self, phrase: NounPhrase, sentence: int) -> Entity | None:
        """For «nchi hiyo» the country named last in its sentence or alone in the one before."""
        head = self.text.lowers[phrase.head]
        if head not in COUNTRY_HEADS or not refers_back(self.text, phrase) or self.counts(phrase):
            return None
        own = [name for name in self._countries(sentence) if name.end <= self.text.starts[phrase.first]]
        if own:
            # «Togo inahifadhi wakimbizi kutoka nchini Mali, na nchi hiyo …»: Mali is where others come from
            apart = [name for name in own if not self._is_told_as_place(name)]
            return (apart if len({name.link for name in own}) > 1 and apart else own)[-1]
        before = self._countries(sentence - 1) if sentence else []
        return before[-1] if len({name.link for name in before}) == 1 else None

    def _is_told_as_place(self, name: Entity) -> bool:
        index = self.text.index_at(name.start)
        return index > 0 and self.text.lowers[index - 1] in ("nchini", "huko")

    def _countries(self, sentence: int) -> list[Entity]:
        """The countries named in a sentence."""
        return [name for name in self.names_in(*self.text.firsts[sentence : sentence + 2]) if is_country(name)]

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
            here = [name for name in self.names_in(first, last) if is_country(name)] if first < last else []
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
