"""Raw text to words and sentences: «Dkt. Asha alisema. “Hapana,” alijibu.» is two sentences.

Words are letters with inner apostrophes (ng'ombe), numbers keep their separators (1,250.5), every other mark stands
alone, hyphens too; M23 and G20 are words. A line break always ends a sentence.
"""

from __future__ import annotations

import re
from array import array

from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

TOKEN = re.compile(
    r"[A-Z]{1,3}\d{1,3}(?![\w.,]\d)\b|[^\W\d_]+(?:[\u0300-\u036f]|['’ʼ](?=[^\W\d_])|[^\W\d_])*|\d+(?:[.,]\d+)*|\n|\S"
)

ABBREVIATIONS = frozenset(
    ("dkt dk dr prof bw bi mh mhe st no mr mrs ms jr sr sh tsh ksh uk n.k k.m luteni jen kan").split()
)
"""Words whose full stop does not end a sentence."""

CLOSING = frozenset("”\"»)’]'")
OPENING = frozenset("“\"«(‘['")


def split(string: str) -> Text:
    """The words and sentences of `string`, which is kept as it is."""
    types, starts, ends, firsts = array("I"), array("I"), array("I"), array("I")
    ids, add = VOCABULARY.ids, VOCABULARY.add
    at_start = True
    ended = -1  # index of the mark that may end the sentence, -1 when none is pending
    for match in TOKEN.finditer(string):
        token = match.group()
        if token == "\n":
            at_start, ended = True, -1
            continue
        index = len(types)
        start = match.start()
        if ended >= 0 and not at_start:
            if token in CLOSING and start == ends[-1] or token in ".!?…" and start == ends[-1]:
                pass
            else:
                at_start = _begins(string, token, start, start > ends[-1], types, ended)
                ended = -1
        if at_start:
            firsts.append(index)
            at_start = False
        known = ids.get(token)
        types.append(add(token) if known is None else known)
        starts.append(start)
        ends.append(match.end())
        if token in ".!?…" and index > firsts[-1]:
            ended = index
    firsts.append(len(types))
    return Text(string, types, starts, ends, firsts)


def _begins(string: str, token: str, start: int, spaced: bool, types: array[int], mark: int) -> bool:
    """Whether `token`, after the closing mark at word `mark`, begins a sentence."""
    before = VOCABULARY.strings[types[mark - 1]]
    strong = VOCABULARY.strings[types[mark]] != "."
    if not spaced:
        # «zake.Rais»: the blank was forgotten; «U.N.» and «bbc.com» are no ends.
        return token[0].isupper() and len(token) > 1 and len(before) > 2 and before[-1].islower()
    if not (token[0].isupper() or token[0].isdigit() or token in OPENING or token in "-–—"):
        return False
    if strong:
        return True
    if before.lower() in ABBREVIATIONS:
        return False
    return not (len(before) == 1 and before.isupper() and token[0].isupper())
