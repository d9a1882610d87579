"""Which articles hold a thing, by the thing's hash: shingles for copies, telling words for stories.

Twelve bytes for each of them, in sorted arrays that are merged now and then, so that three hundred thousand articles
stay under half a gigabyte and adding one costs no more than it did at the beginning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from matukio.stories.words import Hashes

Numbers = NDArray[np.int32]
# New postings wait in a dictionary until there are so many, or a twentieth of what is sorted already.
WAITING = 50_000
# No text is copied so often; what so many articles hold is a set phrase.
TOO_MANY = 3000
# What so few hold counts twice: it says more than what stands in many articles.
RARE = 8


class Postings:
    """Hash → numbers of articles."""

    def __init__(self) -> None:
        self._hashes: Hashes = np.empty(0, dtype=np.uint64)
        self._numbers: Numbers = np.empty(0, dtype=np.int32)
        self._waiting: dict[int, list[int]] = defaultdict(list)
        self._count = 0

    def add(self, number: int, hashes: Hashes) -> None:
        """Note that article `number` holds these."""
        for each in hashes.tolist():
            self._waiting[each].append(number)
        self._count += len(hashes)
        if self._count > max(WAITING, len(self._hashes) // 20):
            self._sort_in()

    def find(self, hashes: Hashes) -> Iterator[Numbers]:
        """For each of these the articles that hold it; a hash that too many hold tells nothing and is left out."""
        lows = np.searchsorted(self._hashes, hashes, side="left")
        highs = np.searchsorted(self._hashes, hashes, side="right")
        for each, low, high in zip(hashes.tolist(), lows.tolist(), highs.tolist(), strict=True):
            waiting = self._waiting.get(each, ())
            if not 0 < high - low + len(waiting) <= TOO_MANY:
                continue
            if waiting:
                yield np.concatenate([self._numbers[low:high], np.array(waiting, dtype=np.int32)])
            else:
                yield self._numbers[low:high]

    def _sort_in(self) -> None:
        hashes = np.repeat(
            np.fromiter(self._waiting, dtype=np.uint64, count=len(self._waiting)),
            [len(numbers) for numbers in self._waiting.values()],
        )
        numbers = np.fromiter(
            (number for numbers in self._waiting.values() for number in numbers), dtype=np.int32, count=len(hashes)
        )
        order = np.argsort(hashes, kind="stable")
        hashes, numbers = hashes[order], numbers[order]
        places = np.searchsorted(self._hashes, hashes, side="right")
        self._hashes = np.insert(self._hashes, places, hashes)
        self._numbers = np.insert(self._numbers, places, numbers)
        self._waiting = defaultdict(list)
        self._count = 0


def counted(holders: Sequence[Numbers]) -> tuple[Numbers, NDArray[np.float64]]:
    """The articles among the holders of some hashes, and how often each holds one, rare ones counted twice."""
    weights = np.concatenate([np.full(len(numbers), 2.0 if len(numbers) <= RARE else 1.0) for numbers in holders])
    others, places = np.unique(np.concatenate(holders), return_inverse=True)
    return others, np.bincount(places, weights).astype(np.float64)
