"""A text of a book's length is read in pieces, since what the stages compare grows with the square of an article's
length: no article is as long, and what a page of ten million characters holds is many.

Pieces end between paragraphs. Each is read by itself; what is found keeps its place in the whole text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from matukio.record import Claim, Entity, Event, Record

LONGEST = 50_000
"""Characters that are read at once, some 8,000 words: four times the longest of 1,500 news articles."""
Found = TypeVar("Found")


def pieces(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each piece, all of the text in order: up to its last line that fits, else its last sentence or
    word, else `longest` characters."""
    start = 0
    while len(text) - start > longest:
        half, limit = start + longest // 2, start + longest
        ends = (text.rfind(mark, half, limit) + len(mark) for mark in ("\n", ". ", " ") if mark in text[half:limit])
        end = next(ends, limit)
        yield start, end
        start = end
    yield start, len(text)


def read_in_pieces(text: str, read: Callable[[str], Record]) -> Record:
    """The record of a long text, from what `read` finds in each of its pieces."""
    parts: list[Record] = [_moved(read(text[start:end]), start) for start, end in pieces(text, LONGEST)]
    whole: Record = replace(
        parts[0],
        text=text,
        sentences=_all(part.sentences for part in parts),
        times=_all(part.times for part in parts),
        entities=_numbered([part.entities for part in parts]),
        events=_numbered([part.events for part in parts]),
        claims=_numbered([part.claims for part in parts]),
    )
    return whole


def _all(found: Iterator[tuple[Found, ...]]) -> tuple[Found, ...]:
    return tuple(each for part in found for each in part)


Told = TypeVar("Told", Entity, Event, Claim)


def _numbered(found: Sequence[tuple[Told, ...]]) -> tuple[Told, ...]:
    """What was found in all pieces, numbered on from piece to piece."""
    numbered: list[Told] = []
    for part in found:
        more = len(numbered)
        for each in part:
            each = replace(each, id=_later(each.id, more))
            if isinstance(each, Claim) and each.responds_to is not None:
                each = replace(each, responds_to=_later(each.responds_to, more))
            numbered.append(each)
    return tuple(numbered)


def _later(number: str, more: int) -> str:
    """«c3» as it is called after `more` others."""
    return f"{number[0]}{int(number[1:]) + more}"


def _moved(value: Any, by: int) -> Any:
    """The value with every place in it moved on by so many characters."""
    if isinstance(value, tuple):
        return tuple(_moved(item, by) for item in value)
    if isinstance(value, Mapping):
        return {key: _moved(item, by) for key, item in value.items()}
    if not hasattr(value, "__dataclass_fields__"):
        return value
    changed = {f.name: _moved(getattr(value, f.name), by) for f in fields(value)}
    for place in ("start", "end"):
        if place in changed:
            changed[place] += by
    return replace(value, **changed)
