"""The country told earlier with the same noun: after «polisi wa Zambia», «polisi» are Zambia's.

A judge of whom no country is told sits in the court named before: «Mahakama ya Afrika Mashariki … Jaji alisema».
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.entities.heads import Head
from matukio.record import Entity
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.text import Text

OF: Final = CONNECTIVES | {"nchini", "huko"}
REACH: Final = 4
"""How many words after the noun its country may stand: «polisi wa kupambana na ghasia wa Zambia» is past it."""
SENTENCES: Final = 8
"""How far back a noun still means the same people."""


def country_told_earlier(text: Text, head: Head, names: Sequence[Entity]) -> str | None:
    """The country of the nearest earlier phrase with the same noun that names one, else None."""
    if head.office.sector == "JUD":
        return _court(text, head.first, names)
    lowers = text.lowers
    word, begin = lowers[head.first], _begin(text, head.first)
    for index in range(head.first - 1, begin - 1, -1):
        if lowers[index] == word:
            country = _country_after(text, index, names)
            if country is not None:
                return country
    return None


def _begin(text: Text, index: int) -> int:
    return text.firsts[max(0, text.sentence_number_at(text.starts[index]) - SENTENCES)]


def _country_after(text: Text, index: int, names: Sequence[Entity]) -> str | None:
    """«polisi wa Zambia»: the name within a few words, after a connective, before any verb or mark."""
    at = index + 1
    while at < min(index + 1 + REACH, len(text)):
        name = _name_at(text, at, names)
        if name is not None:
            told = text.lowers[at - 1] in OF and name.type != "PER"
            return name.country if told else None
        if not text.string[text.starts[at]].isalpha() or text.likeliest[at].verb is not None:
            return None
        at += 1
    return None


def _name_at(text: Text, index: int, names: Sequence[Entity]) -> Entity | None:
    start, low, high = text.starts[index], 0, len(names)
    while low < high:  # written out: `bisect_right` would call a function for each name that it looks at
        middle = (low + high) >> 1
        if names[middle].start <= start:
            low = middle + 1
        else:
            high = middle
    return names[low - 1] if low and names[low - 1].start == start else None


def _court(text: Text, index: int, names: Sequence[Entity]) -> str | None:
    """The country field of the court named last before the word."""
    start, begin = text.starts[index], text.starts[_begin(text, index)]
    return next(
        (n.country for n in reversed(names) if begin <= n.start < start and n.sector == "JUD" and n.type == "ORG"), None
    )
