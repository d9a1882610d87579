"""What an article is about: its telling words and names with their weights, so that two reports can be compared.

    «Rais wa Ghana azuru Peru» → Ghana 2.1, Peru 3.4, zuru 1.9 …

How telling a word is comes from a table (term_weights.tsv), not from the articles at hand: else the stories would
depend on what else is in the archive, and on the order in which it came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from math import log

import numpy as np
from numpy.typing import NDArray

from matukio.record import Entity, Record
from matukio.stories.words import Hashes
from matukio.swahili import analyze
from matukio.tables import read_table

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


@dataclass(frozen=True, slots=True)
class Profile:
    """Hashes of the terms, sorted, and their weights, of length 1 together."""

    terms: Hashes
    weights: NDArray[np.float32]

    def telling(self, count: int) -> Hashes:
        """The terms of most weight."""
        return np.asarray(self.terms[np.argsort(-self.weights, kind="stable")[:count]])


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
    best = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS]
    terms = np.array([_hash(term) for term, _ in best], dtype=np.uint64)
    weights = np.array([weight for _, weight in best], dtype=np.float32)
    order = np.argsort(terms)
    length = float(np.sqrt((weights**2).sum())) or 1.0
    return Profile(terms[order], weights[order] / np.float32(length))


def _is_teller(entity: Entity) -> bool:
    """Who tells the news says nothing of what happened: a broadcaster names itself in every second article."""
    return entity.type == "ORG" and entity.sector == "JRN"


def _terms(text: str) -> Iterator[tuple[str, int]]:
    """The lemmas of the telling words, each with where it starts."""
    for sentence in analyze(text).sentences:
        for word in sentence:
            if word.is_word and word.upos in TELLING and len(word.lemma) > 2:
                yield word.lemma.casefold(), word.start


def _own_title(record: Record) -> str:
    """The title, where it does not begin the text as well."""
    title = (record.title or "").strip()
    return "" if record.text.lstrip().startswith(title) else title


def likeness(one: Profile, other: Profile) -> float:
    """The cosine of two profiles: 0 for nothing in common, 1 for the same."""
    common, here, there = np.intersect1d(one.terms, other.terms, assume_unique=True, return_indices=True)
    return float((one.weights[here] * other.weights[there]).sum()) if len(common) else 0.0


def weight_of(term: str) -> float:
    """How telling a term is: the logarithm of how rare it is, as with any search engine."""
    return log(1000 / _thousandths().get(term, RAREST))


# A term that the table does not have is as rare as the rarest that it has.
RAREST = 3.0


@cache
def _thousandths() -> dict[str, float]:
    table = files("matukio") / "stories" / "term_weights.tsv"
    return {row.term: row.thousandths for row in read_table(table, TermRow)}


@cache
def _hash(term: str) -> int:
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "little")
