"""The words of one line of a string, put together from what is known of the pieces between its blanks.

«Jumanne, jioni» is the pieces «Jumanne,» and «jioni», three words. The same pieces come in every article; each is taken
apart once, so that a line costs less than by the expression that splits whole texts (`swahili.sentences`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, chain

from matukio.swahili.sentences import MARK_IDS, MARKS, TOKEN, Line, later_firsts
from matukio.swahili.vocabulary import VOCABULARY

PIECES_KEPT = 250_000


class Pieces(dict[str, tuple[int, ...]]):
    """What stands between blanks, as «Jumanne,»: three numbers for each word, its type, how far it begins after the
    end of the one before it (after the blank: 1) and its length. They lie together, since what an article costs is
    mostly fetching them from memory."""

    def __missing__(self, piece: str) -> tuple[int, ...]:
        if len(self) >= PIECES_KEPT:
            self.clear()
        numbers = [number for word in TOKEN.findall(piece) for number in (VOCABULARY.ids[word], 0, len(word))]
        self[piece] = found = (*numbers[:1], 1, *numbers[2:])
        return found


PIECES = Pieces()


def words_of_line(line: str, pieces: list[str], begun: int) -> Line:
    """The words of a line that is not blank; `pieces` stand between its blanks, `begun` is where it begins."""
    numbers = list(chain.from_iterable(map(PIECES.__getitem__, pieces)))
    types = numbers[::3]
    if len(" ".join(pieces)) == len(line):
        del numbers[::3]
        bounds = list(accumulate(numbers, initial=begun - 1))
    else:
        bounds = [begun, *_bounds(line, pieces, begun)]
    starts, ends = bounds[1::2], bounds[2::2]
    return Line(types, starts, ends, [0, *_firsts_within(line, types, starts, ends), len(types)])


def _bounds(line: str, pieces: list[str], begun: int) -> Iterator[int]:
    """Start and end of each word in turn, where more than a blank stands between some."""
    at = 0
    for piece in pieces:
        at = line.index(piece, at)
        numbers = list(PIECES[piece])
        del numbers[::3]
        yield from list(accumulate(numbers, initial=begun + at - 1))[1:]
        at += len(piece)


def _firsts_within(line: str, types: list[int], starts: list[int], ends: list[int]) -> Iterator[int]:
    """The first words of a line's sentences but the first; most lines have no mark but the last."""
    last = len(line) - 1
    if all(line.find(mark, 0, last) < 0 for mark in MARKS):
        return
    marks = [index for index, type_id in enumerate(types) if type_id in MARK_IDS]
    yield from later_firsts(types, starts, ends, marks, [0, len(types)])
