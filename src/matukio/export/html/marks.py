"""Spans that overlap, as pieces that do not: what a page needs to mark «Rais wa Ghana» as actor and «Ghana» as a name.

>>> marks = [Mark(0, 13, "party", "e1"), Mark(8, 13, "name", "n1")]
>>> [(piece.start, piece.end, len(piece.marks)) for piece in pieces(0, 20, marks)]
[(0, 8, 1), (8, 13, 2), (13, 20, 0)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matukio.record import Record

KINDS = ("claim", "cue", "event", "time", "party", "place", "name")
"""What is marked, from the outermost element of the page to the innermost."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with what they are (one of KINDS) and the row of the tables that tells about them."""

    start: int
    end: int
    kind: str
    row: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text inside which no mark begins or ends."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def find_marks(record: Record) -> list[Mark]:
    """All that a record points at, each mark once."""
    marks: list[Mark] = []
    for event in record.events:
        marks += (Mark(span.start, span.end, "event", event.id) for span in event.mentions)
        parties = (*event.actors, *event.recipients, *event.sources)
        marks += (Mark(party.start, party.end, "party", event.id) for party in parties)
        if event.place:
            marks.append(Mark(event.place.start, event.place.end, "place", event.id))
        if event.date:
            marks.append(Mark(event.date.start, event.date.end, "time", event.id))
    for claim in record.claims:
        marks.append(Mark(claim.content.start, claim.content.end, "claim", claim.id))
        if claim.cue:
            marks.append(Mark(claim.cue.start, claim.cue.end, "cue", claim.id))
        speakers = (*claim.speakers, claim.target) if claim.target else claim.speakers
        marks += (Mark(party.start, party.end, "party", claim.id) for party in speakers)
    marks += (Mark(time.start, time.end, "time", time_row(n)) for n, time in enumerate(record.times, 1))
    marks += (Mark(name.start, name.end, "name", name.id) for name in record.entities)
    return list(dict.fromkeys(marks))


def time_row(number: int) -> str:
    """The row of a time, which has no id in the record; `number` counts from 1."""
    return f"t{number}"


def pieces(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The text from `start` to `end` cut wherever a mark begins or ends, in order and without gaps."""
    inside = sorted((mark for mark in marks if mark.start < end and mark.end > start), key=lambda mark: mark.start)
    cuts = {start, end, *(mark.start for mark in inside), *(mark.end for mark in inside)}
    places = sorted(cut for cut in cuts if start <= cut <= end)
    current: list[Mark] = []
    following = 0
    for here, there in zip(places, places[1:], strict=False):
        while following < len(inside) and inside[following].start <= here:
            current.append(inside[following])
            following += 1
        current = [mark for mark in current if mark.end > here]
        yield Piece(here, there, tuple(current))
