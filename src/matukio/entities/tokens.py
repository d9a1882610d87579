"""Sentences already cut into words as a text: ["Rais", "aliwasili", "Dar-es-Salaam", "."] keeps its four words.

A given word may be several of ours («Dar-es-Salaam» is five); `Tokens.bounds` tells which ones belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matukio.swahili.sentences import split
from matukio.swahili.text import Text


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text and for each given word its first word in the text; `bounds` ends with the number of words."""

    text: Text
    bounds: list[int]


def text_of_tokens(sentences: Sequence[Sequence[str]]) -> Tokens:
    """The words of the sentences as one text, in which each given sentence is one sentence."""
    types: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    firsts: list[int] = []
    bounds: list[int] = []
    pieces: list[str] = []
    at = 0
    for sentence in sentences:
        firsts.append(len(types))
        for token in sentence:
            bounds.append(len(types))
            inside = split(token)
            types.extend(inside.types)
            starts.extend(at + start for start in inside.starts)
            ends.extend(at + end for end in inside.ends)
            pieces.append(token)
            at += len(token) + 1
        if len(types) == firsts[-1]:
            firsts.pop()
    firsts.append(len(types))
    bounds.append(len(types))
    return Tokens(Text(" ".join(pieces), types, starts, ends, firsts), bounds)
