"""Paragraphs out of lines that were broken to fit a page: PDF files and text set in columns.

«Waziri wa ulinzi alisema kwamba» / «majeshi yataondoka mwezi ujao.» → one paragraph
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Among whole paragraphs one to a line, hardly any begins with a small letter; in broken lines about two in three do.
BROKEN_SHARE = 0.3
# A page of print has no lines of whole paragraphs but short ones, so there a few are enough.
BROKEN_SHARE_IN_PRINT = 0.1
# A line that fills less of the column than this and ends a sentence ends its paragraph.
FULL_LINE = 0.8
# No column of print is wider; a line that is, is a whole paragraph.
COLUMN_CHARACTERS = 160

_LOWER = re.compile(r"[\"'“‘«(]*[a-zà-ÿ]")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HYPHENATED = re.compile(r"[a-zà-ÿ]{2}-$")


def unwrap(lines: Sequence[str], broken_share: float = BROKEN_SHARE) -> list[str]:
    """Stripped lines, "" where one was blank → whole paragraphs without blank lines between.

    `broken_share`: among broken lines at least so many begin with a small letter.
    """
    if not is_wrapped(lines, broken_share):
        return [line for line in lines if line]
    width = _column_width(lines)
    paragraphs: list[str] = []
    above = ""
    for line in lines:
        if line:
            if above and _goes_on(above, line, width):
                paragraphs[-1] = _join(paragraphs[-1], line)
            else:
                paragraphs.append(line)
        above = line
    return paragraphs


def is_wrapped(lines: Sequence[str], broken_share: float = BROKEN_SHARE) -> bool:
    """Whether the lines are those of a column and not whole paragraphs."""
    below = [line for above, line in zip(lines, lines[1:], strict=False) if above and line]
    if len(below) < 2 or max(map(len, lines)) > COLUMN_CHARACTERS:
        return False
    return sum(1 for line in below if _LOWER.match(line)) >= broken_share * len(below)


def _column_width(lines: Sequence[str]) -> int:
    """The length of a full line; the longest tenth is left out, for a stray line may stick out of the column."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(0.9 * (len(lengths) - 1))]


def _goes_on(above: str, line: str, width: int) -> bool:
    """Whether `line` goes on with the paragraph of the line above it."""
    if _LOWER.match(line):
        return True
    full = len(above) + 1 + len(line.split(maxsplit=1)[0]) > FULL_LINE * width
    return full and not (_ENDS_SENTENCE.search(above) and len(above) < FULL_LINE * width)


def _join(paragraph: str, line: str) -> str:
    """«mwenye-» + «kiti» is one word again, «Ford-» + «Kenya» keeps its hyphen."""
    if _HYPHENATED.search(paragraph) and _LOWER.match(line):
        return paragraph[:-1] + line
    return paragraph + line if paragraph.endswith("-") else f"{paragraph} {line}"
