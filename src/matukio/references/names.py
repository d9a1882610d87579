"""An article's names, found by the words they stand on: those that begin inside a phrase, the one around a word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from matukio.record import Entity
from matukio.swahili import Text


class Names:
    """The names of a text, in order."""

    def __init__(self, text: Text, names: Sequence[Entity]) -> None:
        self.all = tuple(names)
        self._text = text
        self._starts = [name.start for name in names]
        self._before = _names_before(text, self._starts)

    def inside(self, first: int, last: int) -> tuple[Entity, ...]:
        """The names that begin inside the words first … last - 1; of no words none, also where the text has ended."""
        if first >= last:
            return ()
        end = len(self._before) - 1
        begin, upto = self._before[min(first, end)], self._before[min(last, end)]
        return self.all[begin:upto] if begin < upto else ()

    def at(self, word: int) -> Entity | None:
        """The name that begins at a word."""
        if word >= len(self._text):
            return None
        at = bisect_left(self._starts, self._text.starts[word])
        found = self.all[at] if at < len(self.all) else None
        return found if found is not None and found.start == self._text.starts[word] else None

    def begun_before(self, word: int) -> Entity | None:
        """The name that a word goes on with: for «Moussa» Juma Moussa."""
        start = self._text.starts[word]
        at = bisect_right(self._starts, start) - 1
        return self.all[at] if at >= 0 and self.all[at].start < start < self.all[at].end else None


def _names_before(text: Text, starts: list[int]) -> list[int]:
    """For each word, and for the text's end, how many names begin before it."""
    found: list[int] = []
    for before, start in enumerate(starts):
        found += [before] * (bisect_right(text.starts, start) - len(found))
    return found + [len(starts)] * (len(text) + 1 - len(found))
