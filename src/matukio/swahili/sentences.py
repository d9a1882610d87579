"""Raw text to words and sentences: «Dkt. Asha alisema. “Hapana,” alijibu.» is two sentences.

Words are letters with inner apostrophes (ng'ombe), numbers keep their separators (1,250.5), every other mark stands
alone, hyphens too; M23 and G20 are words. A line break always ends a sentence, also one that was written out as «\\n»
when the text passed through JSON twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress, count, pairwise
from typing import Final, NamedTuple

from matukio.swahili.openings import with_openings
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import LIKELIEST, VOCABULARY, ByForm

TOKEN: Final = re.compile(
    r"[A-Z]{1,3}\d{1,3}(?![\w.,]\d)\b|[^\W\d_]+(?:[\u0300-\u036f]|['’ʼ](?=[^\W\d_])|[^\W\d_])*|\d+(?:[.,]\d+)*"
    r"|\\n(?![a-z])|\S"
)
ABBREVIATIONS: Final = frozenset(
    (
        "dkt dk dr prof bw bi mh mhe st no mr mrs ms jr sr sh tsh ksh uk n.k k.m luteni jen kan gen maj brig lt col kol"
    ).split()
)
"""Words whose full stop does not end a sentence."""

ESCAPED_BREAK: Final = "\\n"
MARKS: Final = frozenset(".!?…") | {ESCAPED_BREAK}
BREAK_ID: Final = VOCABULARY.keep(ESCAPED_BREAK)
MARK_IDS: Final = frozenset(map(VOCABULARY.keep, MARKS))
CLOSING: Final = frozenset("”\"»)’]'")
OPENING: Final = frozenset("“\"«(‘['")


class Line(NamedTuple):
    """The words of a string: their types, where they start and end in the whole, and which of them begin a sentence;
    last in `firsts` stands the number of words, as in a `Text`."""

    types: list[int]
    starts: list[int]
    ends: list[int]
    firsts: list[int]


def split(string: str) -> Text:
    """The words and sentences of `string`, which is kept as it is."""
    line = words_of(string, 0)
    broken = BROKEN.where(line.types)
    if len(broken) > 1:
        line = _mended(string, line, broken)
    types, starts, ends, firsts = line
    return Text(string, types, starts, ends, with_openings(types, starts, ends, firsts))


class _Broken(ByForm[bool]):
    """Whether a form is no word, so that it may be half of one: «ku kiwa», «zikiwe mo»."""

    def tell(self, type_id: int) -> bool:
        form = VOCABULARY.strings[type_id]
        return form.isalpha() and form.islower() and LIKELIEST[type_id].guess


BROKEN: Final = _Broken()
SHORTEST_MENDED: Final = 5
"""Letters: shorter words come about by chance out of English, «has a»."""


def _mended(string: str, line: Line, broken: list[int]) -> Line:
    """The line with two neighbours as one word, blank and all, where neither is a word and both together are one."""
    types, starts, ends, firsts = line
    joined: list[int] = []
    for index, following in pairwise(broken):
        whole = string[starts[index] : ends[following]]
        letters = whole.replace(" ", "")
        if (
            following == index + 1 and string[ends[index] : starts[following]] == " "
            and len(letters) >= SHORTEST_MENDED
            and not (joined and joined[-1] == index - 1) and not BROKEN[VOCABULARY.ids[letters]]
        ):  # fmt: skip
            types[index] = VOCABULARY.ids[whole]
            ends[index] = ends[following]
            joined.append(index)
    for index in reversed(joined):
        del types[index + 1], starts[index + 1], ends[index + 1]
    return Line(types, starts, ends, [first - bisect_left(joined, first) for first in firsts])


def words_of(string: str, begun: int) -> Line:
    """The words of a string that begins at `begun` of a larger one."""
    types: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    ids, at = VOCABULARY.ids, begun
    for piece in string.split(" "):
        end = at + len(piece)
        if piece.isalpha():  # most are words, for which the expression need not be asked
            types.append(ids[piece])
            starts.append(at)
            ends.append(end)
        elif piece:
            for match in TOKEN.finditer(piece):
                types.append(ids[match[0]])
                starts.append(at + match.start())
                ends.append(at + match.end())
        at = end + 1
    firsts = _lines(string, begun, starts) if types else []
    marks = list(compress(count(), map(MARK_IDS.__contains__, types)))
    if marks:
        firsts = sorted({*firsts, *later_firsts(types, starts, ends, marks, [*firsts, len(types)])})
    firsts.append(len(types))
    return Line(types, starts, ends, firsts)


def _lines(string: str, begun: int, starts: list[int]) -> list[int]:
    """The first words of the lines that have any, for words that start at `starts`."""
    firsts, at = [0], string.find("\n")
    while at >= 0:
        first = bisect_left(starts, begun + at)
        if firsts[-1] < first < len(starts):
            firsts.append(first)
        at = string.find("\n", at + 1)
    return firsts


def later_firsts(
    types: list[int], starts: list[int], ends: list[int], marks: list[int], lines: list[int]
) -> Iterator[int]:
    """The first words of sentences that begin after a mark within a line; `lines` are the first words of lines and the
    number of words."""
    strings, begins, line = VOCABULARY.strings, 0, 0
    for mark in marks:
        while lines[line + 1] <= mark:
            line += 1
            begins = lines[line]
        if mark <= begins:
            continue
        at, end = mark + 1, lines[line + 1]
        while at < end and types[mark] != BREAK_ID and strings[types[at]] in CLOSING and starts[at] == ends[at - 1]:
            at += 1
        if at == end:
            continue
        spaced = starts[at] > ends[at - 1]
        word, before = strings[types[at]], strings[types[mark - 1]]
        if not (types[at] in MARK_IDS and not spaced) and _begins(word, spaced, before, strings[types[mark]]):
            begins = at
            yield at


def _begins(word: str, spaced: bool, before: str, mark: str) -> bool:
    """Whether `word` begins a sentence after the mark, which ends the one whose last word is `before`."""
    if mark == ESCAPED_BREAK:
        return True
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
