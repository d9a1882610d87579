"""Tells the events of stories anew when their reports have changed: each once, with its reports and who is independent.

    retell(connection, {3}) → rows of `tellings` for the events of all reports of story 3, and its row of `stories`

What the rows say follows from the reports, their events and their copies alone, and from what people said of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, delete, insert, select, tuple_

from matukio.store.layout import BONDS, COPIES, EVENTS, PARTIES, REPORTS, STORIES, TELLINGS
from matukio.stories.independence import Telling, groups
from matukio.stories.index import Copy, copy_at
from matukio.stories.merging import Bound, merge
from matukio.stories.told import Keys, Told, by_word, keys_of

# SQLite takes so many values in one statement, and more.
MOST_VALUES = 500
AT_ONCE = 100

# Made once: to make a statement takes longer than to run it, for one article that comes alone.
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_REPORTS_OF_STORIES = (
    select(*(REPORTS.c[name] for name in ("article_id", "story", "publisher", "agency", "day")))
    .where(REPORTS.c.story.in_(_IDS))
    .order_by(REPORTS.c.rank)
)
_COPIES_OF = select(COPIES).where(COPIES.c.article_id.in_(_IDS)).order_by(COPIES.c.paragraph)
_PARTIES_OF = (
    select(*(PARTIES.c[name] for name in ("article_id", "event", "role", "link", "country", "sector")))
    .where(PARTIES.c.event.is_not(None), PARTIES.c.article_id.in_(_IDS))
    .order_by(PARTIES.c.article_id, PARTIES.c.number)
)
_EVENTS_OF = (
    select(
        *(EVENTS.c[name] for name in (
            "article_id", "number", "key", "type", "mode", "status", "date", "place", "place_country", "latitude",
            "longitude", "words", "start",
        ))
    )
    .where(EVENTS.c.article_id.in_(_IDS))
    .order_by(EVENTS.c.article_id, EVENTS.c.number)
)  # fmt: skip
_BONDS_OF = select(BONDS).where(BONDS.c.event.is_not(None), BONDS.c.article_id.in_(_IDS)).order_by(BONDS.c.id)
_TELLINGS_OF = select(TELLINGS).where(TELLINGS.c.article_id.in_(_IDS))
_STORIES_GONE = delete(STORIES).where(STORIES.c.id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class _Event:
    """An event of an article: what merging asks for, its number, and the words it stands on."""

    number: int
    words: str
    start: int
    told: Told


def retell(connection: Connection, stories: Iterable[int]) -> None:
    """Tell the events of these stories anew, inside the caller's transaction; a story without reports is taken away."""
    asked = sorted(set(stories))
    for first in range(0, len(asked), AT_ONCE):
        _retell(connection, asked[first : first + AT_ONCE])


def story_of(connection: Connection, article_id: int) -> int | None:
    """The story of an article; None when it was not compared yet."""
    asked = select(REPORTS.c.story).where(REPORTS.c.article_id == article_id)
    found: int | None = connection.execute(asked).scalar()
    return found


def _retell(connection: Connection, stories: Sequence[int]) -> None:
    """Tell some stories anew: one question for all of them costs little more than for each."""
    reports: defaultdict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(_REPORTS_OF_STORIES, {"ids": stories}):
        reports[row.story].append(row)
    ids = [report.article_id for of_it in reports.values() for report in of_it]
    copies: defaultdict[int, list[Copy]] = defaultdict(list)
    for row in _rows(connection, _COPIES_OF, ids):
        copies[row.article_id].append(Copy(row.paragraph, row.start, row.end, row.share, row.original_id))
    events = _events(connection, ids, copies)
    bounds = _bounds(connection, ids, events)
    rows: dict[tuple[int, int], dict[str, Any]] = {}
    counts = []
    for story, of_it in reports.items():
        independent = groups(
            Telling(r.article_id, r.publisher, r.agency, tuple(copy.original for copy in copies[r.article_id]))
            for r in of_it
        )
        days = [date.fromordinal(report.day) for report in of_it if report.day is not None]
        counts.append({
            "id": story, "reports": len(of_it), "independent": len(set(independent.values())),
            "first_day": min(days, default=None), "last_day": max(days, default=None),
        })  # fmt: skip
        rows |= _told(events, [report.article_id for report in of_it], independent, bounds)
    connection.execute(_STORIES_GONE, {"ids": stories})
    if counts:
        connection.execute(insert(STORIES), counts)
    _write(connection, ids, rows)


def _told(
    events: Mapping[int, Sequence[_Event]],
    ids: Sequence[int],
    independent: Mapping[int | str, int],
    bounds: Sequence[Bound],
) -> dict[tuple[int, int], dict[str, Any]]:
    """The rows of `tellings` for the articles of a story, the earliest first."""
    numbers = {event.told.reference: event.number for id in ids for event in events[id]}
    rows: dict[tuple[int, int], dict[str, Any]] = {}
    for each in merge([[event.told for event in events[id]] for id in ids], bounds):
        first = each.told[0]
        reasons: list[tuple[str | None, tuple[str, ...]]] = [(None, ()), *each.reasons]
        count = len({independent[_number(told)] for told in each.told})
        for told, (rule, shared) in zip(each.told, reasons, strict=True):
            copied = told.copied
            rows[_number(told), numbers[told.reference]] = {
                "article_id": told.article, "number": numbers[told.reference], "first_article": first.article,
                "first_number": numbers[first.reference], "reports": len(each.told), "independent": count,
                "rule": rule, "shared": json.dumps(shared, ensure_ascii=False) if shared else None,
                "copy_article": copied[0] if copied else None,
                "copy_number": int(str(copied[1]).partition(" ")[0]) if copied else None,
            }  # fmt: skip
    return rows


def _number(told: Told) -> int:
    assert isinstance(told.article, int)
    return told.article


def _events(
    connection: Connection, ids: Sequence[int], copies: Mapping[int, Sequence[Copy]]
) -> dict[int, list[_Event]]:
    """The events of some articles, each with the one that it copies."""
    found = _plain_events(connection, ids)
    originals = {copy.original for rows in copies.values() for copy in rows}
    others = {**found, **_plain_events(connection, sorted(originals - set(ids)))}
    known = {id: by_word((each.words, each.told) for each in others.get(id, ())) for id in originals}
    for id, rows in copies.items():
        found[id] = [_with_copied(event, rows, known) for event in found.get(id, [])]
    return {id: found.get(id, []) for id in ids}


def _with_copied(
    event: _Event, copies: Sequence[Copy], originals: Mapping[int, Mapping[tuple[str, str], Told]]
) -> _Event:
    """The event with that of the original which it copies: of the same type, by the same word."""
    copy = copy_at(copies, event.start)
    same = None if copy is None else originals[copy.original].get((event.told.type, event.words.casefold()))
    if same is None:
        return event
    return replace(event, told=replace(event.told, copied=same.reference))


def _plain_events(connection: Connection, ids: Sequence[int]) -> dict[int, list[_Event]]:
    sides: defaultdict[tuple[int, int, str], list[Keys]] = defaultdict(list)
    for row in _rows(connection, _PARTIES_OF, ids):
        sides[row.article_id, row.event, row.role].append(keys_of(row.link, row.country, row.sector))
    found: dict[int, list[_Event]] = {}
    for row in _rows(connection, _EVENTS_OF, ids):
        told = Told(
            row.article_id, f"{row.number} {row.key}", row.type, row.mode, row.status,
            tuple(sides[row.article_id, row.number, "actor"]), tuple(sides[row.article_id, row.number, "recipient"]),
            row.date, row.place, row.place_country, row.latitude, row.longitude,
        )  # fmt: skip
        found.setdefault(row.article_id, []).append(_Event(row.number, row.words, row.start, told))
    return found


def _bounds(connection: Connection, ids: Sequence[int], events: Mapping[int, Sequence[_Event]]) -> list[Bound]:
    """What people said of the events of these articles, as far as these can still be found."""
    found = []
    for row in _rows(connection, _BONDS_OF, ids):
        one = find_event(events.get(row.article_id, ()), row.event, row.words)
        other = find_event(events.get(row.other_id, ()), row.other_event, row.other_words)
        if one and other:
            found.append(Bound(one.told.reference, other.told.reference, bool(row.together)))
    return found


def find_event(events: Sequence[_Event], key: str, words: str) -> _Event | None:
    """The event that had this id and stood on these words: another reading may have numbered it otherwise."""
    same = [event for event in events if event.words == words]
    return next((event for event in same if event.told.event.partition(" ")[2] == key), same[0] if same else None)


def _write(connection: Connection, ids: Sequence[int], rows: Mapping[tuple[int, int], dict[str, Any]]) -> None:
    """Put the rows of some articles in the place of what they had, where it is not the same."""
    before = {(row.article_id, row.number): dict(row._mapping) for row in _rows(connection, _TELLINGS_OF, ids)}
    gone = [key for key, row in before.items() if rows.get(key) != row]
    new = [row for key, row in rows.items() if before.get(key) != row]
    key = tuple_(TELLINGS.c.article_id, TELLINGS.c.number)
    for first in range(0, len(gone), MOST_VALUES // 2):
        connection.execute(delete(TELLINGS).where(key.in_(gone[first : first + MOST_VALUES // 2])))
    if new:
        connection.execute(insert(TELLINGS), new)


def _rows(connection: Connection, asked: Select[Any], ids: Sequence[int]) -> Iterator[Any]:
    for first in range(0, len(ids), MOST_VALUES):
        yield from connection.execute(asked, {"ids": ids[first : first + MOST_VALUES]})
