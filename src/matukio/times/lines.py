"""The words of lines of a string, put together from what is known of the pieces between their blanks.

«Jumanne, jioni» is the pieces «Jumanne,» and «jioni», three words. The same pieces come in every article; each is taken
apart once, so that a line costs less than by the expression that splits whole texts (`swahili.sentences`).
"""

from __future__ import annotations

from itertools import accumulate, chain
from typing import Final

from matukio.swahili.openings import with_openings
from matukio.swahili.sentences import ESCAPED_BREAK, MARK_IDS, TOKEN, Line, later_firsts
from matukio.swahili.vocabulary import VOCABULARY, forgetful

PIECES_KEPT: Final = 250_000


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


PIECES: Final = forgetful(Pieces())


def words_of_lines(lines: list[str], pieces: list[list[str]], asked: list[int]) -> Line:
    """The words of some of a string's lines, none of them blank; `pieces` stand between the blanks of each line."""
    numbers: list[int] = []
    firsts: list[int] = []
    marked: list[int] = []
    begins = list(accumulate(map(len, lines), initial=0))
    ended = 0
    for number in asked:
        line, own, at = lines[number], pieces[number], len(numbers)
        begun = begins[number] + number
        firsts.append(at // 3)
        numbers += chain.from_iterable(map(PIECES.__getitem__, own))
        if len(" ".join(own)) == len(line):
            numbers[at + 1] = begun - ended
            ended = begun + len(line)
        else:
            ended = _with_gaps(numbers, at, line, own, begun, ended)
        if _has_mark_inside(line):
            marked.append(number)
    types = numbers[::3]
    del numbers[::3]
    bounds = list(accumulate(numbers))
    starts, ends = bounds[::2], bounds[1::2]
    firsts.append(len(types))
    if marked:
        marks = [index for index, type_id in enumerate(types) if type_id in MARK_IDS]
        firsts = sorted({*firsts, *later_firsts(types, starts, ends, marks, firsts)})
    return Line(types, starts, ends, with_openings(types, starts, ends, firsts))


def _with_gaps(numbers: list[int], at: int, line: str, pieces: list[str], begun: int, ended: int) -> int:
    """Sets how far the first word of each piece begins after what ended before it, where more than a blank stands
    between some; returns where the last piece ends."""
    place = 0
    for piece in pieces:
        place = line.index(piece, place)
        numbers[at + 1] = begun + place - ended
        place += len(piece)
        ended = begun + place
        at += len(PIECES[piece])
    return ended


def _has_mark_inside(line: str) -> bool:
    """Whether a mark stands before the last character, so that the line may hold several sentences; most have none."""
    last = len(line) - 1
    return (
        line.find(".", 0, last) >= 0
        or line.find("?", 0, last) >= 0
        or line.find("!", 0, last) >= 0
        or line.find("…", 0, last) >= 0
        or line.find(ESCAPED_BREAK, 0, last) >= 0
    )
