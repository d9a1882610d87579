"""What passes between two parties: timelines, and the sum of scores by month.

    relations(connection, "RUS", "PRK") → 2024-06: 14 events, score 61.0, of which 40.5 from RUS to PRK

Between two are what one does to the other and what both do together: «Urusi na Korea Kaskazini zilikubaliana …».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select

from matukio.store.asking import any_of, chosen_events, once
from matukio.store.filters import Filters, filters, parties_of
from matukio.store.layout import EVENTS
from matukio.store.rows import Rows

COLUMNS: dict[str, type] = {
    "month": str, "events": int, "score": float, "score_forth": float, "score_back": float, "score_together": float,
    "verbal_cooperation": int, "material_cooperation": int, "verbal_conflict": int, "material_conflict": int,
}  # fmt: skip
_SCORES = ("score", "score_forth", "score_back", "score_together")


def timeline(
    connection: Connection,
    first: str | None = None,
    second: str | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
    all_reports: bool | None = None,
    **conditions: Any,
) -> Rows:
    """The events in which a party acts or is acted upon, or those between two, or all of a story, the oldest first.

    With a limit, the last so many, without the last `offset`. An event that several articles tell comes once, unless
    `all_reports` are asked for. `conditions` are those of `filters`, without actor and recipient.
    """
    if first is None:
        either = [filters(**conditions)]
    elif second is None:
        either = [filters(actor=first, **conditions), filters(recipient=first, **conditions)]
    else:
        either = list(_between(first, second, conditions).values())
    return any_of(connection, either, limit=limit, offset=offset, newest_first=False, all_reports=bool(all_reports))


def relations(
    connection: Connection, first: str, second: str, *, all_reports: bool | None = None, **conditions: Any
) -> Rows:
    """By month: how many events between two parties, and the sum of their scores: forth (first to second), back, and
    of what both do together.

    Only what happened counts, unless `status` says otherwise; scores run from -10, conflict, to 10, cooperation. An
    event that several articles tell counts once, unless `all_reports` are asked for.
    """
    conditions = {"status": "actual", **{name: value for name, value in conditions.items() if value is not None}}
    months: dict[str, dict[str, Any]] = {}
    seen: set[tuple[int, int]] = set()
    found = [
        (not is_first, article, number, told, day, score, quad, direction)
        for direction, wanted in _between(first, second, conditions).items()
        for article, number, day, score, quad, *told, is_first in _scored(connection, wanted)
        if day is not None
    ]
    # An event counts as its first report tells it, where that is among them.
    for _, article, number, told, day, score, quad, direction in sorted(found, key=itemgetter(0, 1, 2)):
        key = (article, number) if all_reports else (told[0], told[1])
        if key in seen:
            continue
        seen.add(key)
        name = day.isoformat()[:7]
        if (month := months.get(name)) is None:
            month = months[name] = dict.fromkeys(COLUMNS, 0) | {"month": name}
        month["events"] += 1
        month["score"] += score or 0.0
        month[direction] += score or 0.0
        if quad:
            month[quad.replace(" ", "_")] += 1
    for month in months.values():
        # Sums of decimal fractions as they are meant.
        month |= {name: round(float(month[name]), 1) for name in _SCORES}
    return Rows(COLUMNS, [[months[name][column] for column in COLUMNS] for name in sorted(months)])


def _between(first: str, second: str, conditions: dict[str, Any]) -> dict[str, Filters]:
    """The three ways in which an event is between two parties."""
    one = filters(actor=first, **conditions)
    other = ("actor", tuple(parties_of(second)))
    return {
        "score_forth": filters(actor=first, recipient=second, **conditions),
        "score_back": filters(actor=second, recipient=first, **conditions),
        "score_together": replace(one, roles=(*one.roles, other)),
    }


def _scored(connection: Connection, wanted: Filters) -> Sequence[Any]:
    """The events that pass the filters: article, number, day, score, quad, the article and number of the first report
    of what they tell, and whether it is this one.

    That a day be there is no condition: it would lead SQLite to walk through the events by day, of which far more are.
    """
    keys = chosen_events(connection, wanted).add_columns(EVENTS.c.score, EVENTS.c.quad).subquery()
    joined, happening, is_first = once(keys)
    return connection.execute(select(keys, *happening, is_first).select_from(joined)).all()


def months_between(first: str, last: str) -> list[str]:
    """Every month from the first to the last, for a line without gaps: «2024-11», «2024-12», «2025-01»."""
    start, end = date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01")
    count = (end.year - start.year) * 12 + end.month - start.month
    return [f"{start.year + (start.month - 1 + n) // 12}-{(start.month - 1 + n) % 12 + 1:02}" for n in range(count + 1)]
