"""Raw text to words and sentences: «Dkt. Asha alisema. “Hapana,” alijibu.» is two sentences.

Words are letters with inner apostrophes (ng'ombe), numbers keep their separators (1,250.5), every other mark stands
alone, hyphens too; M23 and G20 are words. A line break always ends a sentence.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from itertools import accumulate, chain
from typing import NamedTuple

from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

TOKEN = re.compile(
    r"[A-Z]{1,3}\d{1,3}(?![\w.,]\d)\b|[^\W\d_]+(?:[\u0300-\u036f]|['’ʼ](?=[^\W\d_])|[^\W\d_])*|\d+(?:[.,]\d+)*|\S"
)
CHUNKS_KEPT = 250_000

ABBREVIATIONS = frozenset(
    ("dkt dk dr prof bw bi mh mhe st no mr mrs ms jr sr sh tsh ksh uk n.k k.m luteni jen kan").split()
)
"""Words whose full stop does not end a sentence."""

MARKS = frozenset(".!?…")
MARK = re.compile("[.!?…]")
MARK_IDS = frozenset(map(VOCABULARY.add, MARKS))
CLOSING = frozenset("”\"»)’]'")
OPENING = frozenset("“\"«(‘['")


class Chunks(dict[str, tuple[int, ...]]):
    """What stands between blanks, as «Jumanne,»: three numbers for each word, its type, how far it begins after the
    end of the one before it (after the blank: 1) and its length. The same chunks come in every article; each is split
    once, and its numbers lie together since what an article costs is mostly fetching them from memory."""

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        if len(self) >= CHUNKS_KEPT:
            self.clear()
        numbers = [number for word in TOKEN.findall(chunk) for number in (VOCABULARY.add(word), 0, len(word))]
        self[chunk] = found = (*numbers[:1], 1, *numbers[2:])
        return found


CHUNKS = Chunks()


class Line(NamedTuple):
    """The words of one line: their types, where they start and end in the whole string, and which of them begin a
    sentence; last in `firsts` stands the number of words, as in a `Text`."""

    types: list[int]
    starts: list[int]
    ends: list[int]
    firsts: list[int]


def split(string: str) -> Text:
    """The words and sentences of `string`, which is kept as it is."""
    types, starts, ends, firsts = array("I"), array("I"), array("I"), array("I")
    begun = 0
    for part in string.split("\n"):
        if chunks := part.split():
            line = words_of(part, chunks, begun)
            firsts.extend([len(types) + first for first in line.firsts[:-1]])
            types.extend(line.types)
            starts.extend(line.starts)
            ends.extend(line.ends)
        begun += len(part) + 1
    firsts.append(len(types))
    return Text(string, types, starts, ends, firsts)


def words_of(line: str, chunks: list[str], begun: int) -> Line:
    """The words of a line that is not blank; `chunks` stand between its blanks, `begun` is where it begins."""
    numbers = list(chain.from_iterable(map(CHUNKS.__getitem__, chunks)))
    types = numbers[::3]
    if len(" ".join(chunks)) == len(line):
        del numbers[::3]
        bounds = list(accumulate(numbers, initial=begun - 1))[1:]
    else:
        bounds = _bounds(line, chunks, begun)
    starts, ends, firsts = bounds[0::2], bounds[1::2], [0]
    if MARK.search(line, 0, len(line) - 1):  # most lines have none but the last
        firsts.extend(_later_firsts(types, starts, ends))
    firsts.append(len(types))
    return Line(types, starts, ends, firsts)


def _bounds(line: str, chunks: list[str], begun: int) -> list[int]:
    """Start and end of each word in turn, where more than a blank stands between some."""
    bounds, at = [], 0
    for chunk in chunks:
        at = line.index(chunk, at)
        numbers = list(CHUNKS[chunk])
        del numbers[::3]
        bounds += list(accumulate(numbers, initial=begun + at - 1))[1:]
        at += len(chunk)
    return bounds


def _later_firsts(types: list[int], starts: list[int], ends: list[int]) -> Iterator[int]:
    """The first words of a line's sentences but the first."""
    strings, begins = VOCABULARY.strings, 0
    for mark in [index for index, type_id in enumerate(types) if type_id in MARK_IDS]:
        if mark <= begins:
            continue
        at = mark + 1
        while at < len(types) and strings[types[at]] in CLOSING and starts[at] == ends[at - 1]:
            at += 1
        if at == len(types):
            return
        spaced = starts[at] > ends[at - 1]
        word, before = strings[types[at]], strings[types[mark - 1]]
        if not (types[at] in MARK_IDS and not spaced) and _begins(word, spaced, before, strings[types[mark]]):
            begins = at
            yield at


def _begins(word: str, spaced: bool, before: str, mark: str) -> bool:
    """Whether `word` begins a sentence after the mark, which ends the one whose last word is `before`."""
    if not spaced:
        # «zake.Rais»: the blank was forgotten; «U.N.» and «bbc.com» are no ends.
        return word[0].isupper() and len(word) > 1 and len(before) > 2 and before[-1].islower()
    if not (word[0].isupper() or word[0].isdigit() or word in OPENING or word in "-–—"):
        return False
    if mark != ".":
        return True
    if before.lower() in ABBREVIATIONS:
        return False
    return not (len(before) == 1 and before.isupper() and word[0].isupper())
