"""What an article is about: its telling words and names with their weights, so that two reports can be compared.

    «Rais wa Ghana azuru Peru» → Ghana 2.1, Peru 3.4, zuru 1.9 …

How telling a word is comes from a table (term_weights.tsv), not from the articles at hand: else the stories would
depend on what else is in the archive, and on the order in which it came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from math import log

import numpy as np
from numpy.typing import NDArray

from matukio.record import Entity, Record
from matukio.stories.words import WORD, WORDS
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import read_table

Terms = NDArray[np.uint32]
Weights = NDArray[np.float32]

# An article's most telling words; more of them only add what every article has.
MOST_TERMS = 60
# Names say more of what happened than other words do, and so does what stands in the title and first paragraph.
NAME = 2.0
FIRST = 2.5
FIRST_LETTERS = 350
TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "X")


@dataclass(frozen=True, slots=True)
class TermRow:
    """A lemma with the part of articles that hold it, in thousandths."""

    term: str
    thousandths: float


# Terms are numbers below this one: of two articles' sixty terms a pair falls together in one of three hundred.
NUMBERS = 2**20
# Weights are whole numbers, so that a likeness is the same whichever of the two articles is looked at first; the
# square of a profile's length stays below 2**24, where numbers of 32 bits are still exact.
LENGTH = 4000


@dataclass(frozen=True, slots=True)
class Profile:
    """Numbers of the terms, and their weights: whole numbers, `LENGTH` long together. Term 0 stands for none."""

    terms: Terms
    weights: Weights


def profile(record: Record) -> Profile:
    """The profile of an article."""
    tellers = {entity.text.casefold() for entity in record.entities if _is_teller(entity)}
    counts: defaultdict[str, float] = defaultdict(float)
    for term, _ in _terms(_own_title(record)):
        counts[term] += FIRST
    for term, start in _terms(record.text):
        counts[term] += FIRST if start < FIRST_LETTERS else 1.0
    names: defaultdict[str, float] = defaultdict(float)
    for entity in record.entities:
        if not _is_teller(entity):
            names[entity.link or entity.text.casefold()] += FIRST if entity.start < FIRST_LETTERS else 1.0
    weighed = {term: (1 + log(count)) * weight_of(term) for term, count in counts.items() if term not in tellers}
    for name, count in names.items():
        weighed[name] = NAME * (1 + log(max(count, 1.0))) * weight_of(name)
    best: dict[int, float] = {}
    for term, weight in sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS]:
        best.setdefault(_number(term), weight)
    length = sum(weight**2 for weight in best.values()) ** 0.5 or 1.0
    terms = np.zeros(MOST_TERMS, dtype=np.uint32)
    weights = np.zeros(MOST_TERMS, dtype=np.float32)
    terms[: len(best)] = list(best)
    weights[: len(best)] = [int(LENGTH * weight / length) for weight in best.values()]
    return Profile(terms, weights)


def _is_teller(entity: Entity) -> bool:
    """Who tells the news says nothing of what happened: a broadcaster names itself in every second article."""
    return entity.type == "ORG" and entity.sector == "JRN"


def _terms(text: str) -> Iterator[tuple[str, int]]:
    """The lemmas of the telling words, each with where it starts."""
    for match in WORD.finditer(text):
        if term := _term(match.group()):
            yield term, match.start()


@lru_cache(maxsize=WORDS)
def _term(form: str) -> str | None:
    """The lemma of a form that tells something: of several readings the one that most articles have, for another
    would make a common word rare."""
    readings = VOCABULARY.analyses(VOCABULARY.ids[form])
    if not readings or readings[0].upos not in TELLING:
        return None
    lemmas = [r.lemma.casefold() for r in readings if r.upos in TELLING and len(r.lemma) > 2]
    return max(lemmas, key=lambda lemma: _thousandths().get(lemma, 0.0), default=None)


def _own_title(record: Record) -> str:
    """The title, where it does not begin the text as well."""
    title = (record.title or "").strip()
    return "" if record.text.lstrip().startswith(title) else title


def likeness(one: Profile, other: Profile) -> float:
    """The cosine of two profiles: 0 for nothing in common, 1 for the same."""
    there = dict(zip(other.terms.tolist(), other.weights.tolist(), strict=True))
    here = zip(one.terms.tolist(), one.weights.tolist(), strict=True)
    return float(sum(weight * there.get(term, 0.0) for term, weight in here)) / LENGTH**2


class Days:
    """Profiles by their day, so that one is compared with those of all days around it at once."""

    def __init__(self) -> None:
        self._days: dict[int | None, _Day] = {}
        self._weights = np.zeros(NUMBERS, dtype=np.float32)

    def __contains__(self, day: int | None) -> bool:
        return day in self._days

    def __len__(self) -> int:
        """How many profiles are held."""
        return sum(day.count for day in self._days.values())

    def put(self, day: int | None, profiles: Mapping[int, Profile]) -> None:
        """Hold profiles of a day, by the numbers of their articles."""
        held = self._days.setdefault(day, _Day())
        for number, each in profiles.items():
            held.put(number, each)

    def put_all(self, day: int | None, numbers: Sequence[int], terms: Terms, weights: Weights) -> None:
        """Hold many profiles of a day that none is held of: their articles' numbers, and a row of each for each."""
        held = self._days[day] = _Day()
        held.fill(np.array(numbers, dtype=np.int64), terms, weights)

    def drop(self, day: int | None, number: int | None = None) -> None:
        """Let go of a day, or of one article of it."""
        if number is None:
            self._days.pop(day, None)
        elif day in self._days:
            self._days[day].drop(number)

    def make_room(self, most: int, wanted: Iterable[int | None]) -> None:
        """Let go of other days than these when more profiles are held than so many."""
        if len(self) > most:
            keep = set(wanted)
            self._days = {day: held for day, held in self._days.items() if day in keep}

    def alike(self, to: Profile, days: Iterable[int | None], least: float) -> dict[int, int]:
        """The articles of some days that are at least so alike, with their likeness in millionths."""
        found: dict[int, int] = {}
        self._weights[to.terms] = to.weights
        self._weights[0] = 0.0
        for day in days:
            held = self._days.get(day)
            if held is None or not held.count:
                continue
            values = held.products(self._weights)
            for place in np.nonzero(values >= least * LENGTH**2)[0].tolist():
                found[int(held.numbers[place])] = int(values[place]) * 1_000_000 // LENGTH**2
        self._weights[to.terms] = 0.0
        return found


class _Day:
    """Profiles of one day, in arrays that grow."""

    def __init__(self) -> None:
        self.count = 0
        self.numbers = np.zeros(8, dtype=np.int64)
        self._terms = np.zeros((8, MOST_TERMS), dtype=np.uint32)
        self._weights = np.zeros((8, MOST_TERMS), dtype=np.float32)

    def put(self, number: int, each: Profile) -> None:
        if self.count == len(self.numbers):
            self.numbers = np.concatenate([self.numbers, np.zeros_like(self.numbers)])
            self._terms = np.concatenate([self._terms, np.zeros_like(self._terms)])
            self._weights = np.concatenate([self._weights, np.zeros_like(self._weights)])
        self.numbers[self.count], self._terms[self.count], self._weights[self.count] = number, each.terms, each.weights
        self.count += 1

    def fill(self, numbers: NDArray[np.int64], terms: Terms, weights: Weights) -> None:
        room = max(8, len(numbers))
        self.count = len(numbers)
        self.numbers = np.zeros(room, dtype=np.int64)
        self._terms = np.zeros((room, MOST_TERMS), dtype=np.uint32)
        self._weights = np.zeros((room, MOST_TERMS), dtype=np.float32)
        self.numbers[: self.count], self._terms[: self.count] = numbers, terms
        self._weights[: self.count] = weights

    def drop(self, number: int) -> None:
        keep = self.numbers[: self.count] != number
        for name in ("numbers", "_terms", "_weights"):
            setattr(self, name, np.concatenate([getattr(self, name)[: self.count][keep], getattr(self, name)[:8]]))
        self.count = int(keep.sum())

    def products(self, weights: Weights) -> NDArray[np.float32]:
        """The product of each profile with one whose weights stand at the numbers of its terms."""
        return np.asarray(np.einsum("ij,ij->i", weights[self._terms[: self.count]], self._weights[: self.count]))


def weight_of(term: str) -> float:
    """How telling a term is: the logarithm of how rare it is, as with any search engine."""
    return log(1000 / _thousandths().get(term, RAREST))


# A term that the table does not have is as rare as the rarest that it has.
RAREST = 3.0


@cache
def _thousandths() -> dict[str, float]:
    table = files("matukio") / "stories" / "term_weights.tsv"
    return {row.term: row.thousandths for row in read_table(table, TermRow)}


@lru_cache(maxsize=WORDS)
def _number(term: str) -> int:
    return 1 + int.from_bytes(blake2b(term.encode(), digest_size=4).digest(), "little") % (NUMBERS - 1)
