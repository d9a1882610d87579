"""What passes between two parties: timelines, and the sum of scores by month.

relations(connection, "RUS", "PRK") → 2024-06: 14 events, score 61.0, of which 40.5 from RUS to PRK
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Text, case, cast, func, select

from matukio.store.asking import any_of, chosen_events
from matukio.store.filters import Filters, filters
from matukio.store.layout import EVENTS
from matukio.store.rows import Rows

COLUMNS: dict[str, type] = {
    "month": str, "events": int, "score": float, "score_forth": float, "score_back": float,
    "verbal_cooperation": int, "material_cooperation": int, "verbal_conflict": int, "material_conflict": int,
}  # fmt: skip
_QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


def timeline(
    connection: Connection,
    first: str,
    second: str | None = None,
    *,
    limit: int | None = None,
    **conditions: Any,
) -> Rows:
    """The events in which a party acts or is acted upon, or those between two, the oldest first.

    With a limit, the last so many. `conditions` are those of `filters`, without actor and recipient.
    """
    return any_of(connection, _both_ways(first, second, conditions), limit=limit, newest_first=False)


def relations(connection: Connection, first: str, second: str, **conditions: Any) -> Rows:
    """By month: how many events between two parties, and the sum of their scores, forth (first to second) and back.

    Only what happened counts, unless `status` says otherwise; scores run from -10, conflict, to 10, cooperation.
    """
    conditions = {"status": "actual", **{name: value for name, value in conditions.items() if value is not None}}
    months: dict[str, dict[str, Any]] = {}
    for direction, wanted in zip(("score_forth", "score_back"), _both_ways(first, second, conditions), strict=True):
        for row in _months(connection, wanted):
            month = months.setdefault(row["month"], dict.fromkeys(COLUMNS, 0) | {"month": row["month"]})
            month[direction] += row["score"]
            month["score"] += row["score"]
            for name in ("events", *(quad.replace(" ", "_") for quad in _QUADS)):
                month[name] += row[name]
    rounded = [{**months[name], **_rounded(months[name])} for name in sorted(months)]
    return Rows(COLUMNS, [[row[name] for name in COLUMNS] for row in rounded])


def _rounded(row: dict[str, Any]) -> dict[str, float]:
    """Sums of decimal fractions as they are meant."""
    return {name: round(float(row[name]), 1) for name in ("score", "score_forth", "score_back")}


def _both_ways(first: str, second: str | None, conditions: dict[str, Any]) -> list[Filters]:
    return [
        filters(actor=first, recipient=second, **conditions),
        filters(actor=second, recipient=first, **conditions),
    ]


def _months(connection: Connection, wanted: Filters) -> list[dict[str, Any]]:
    """Counts and sums of the events that pass the filters, by the month of their day."""
    keys = chosen_events(connection, wanted).subquery()
    month = func.substr(cast(EVENTS.c.day, Text), 1, 7).label("month")
    counts = [func.sum(case((EVENTS.c.quad == quad, 1), else_=0)).label(quad.replace(" ", "_")) for quad in _QUADS]
    same = (keys.c.article_id == EVENTS.c.article_id) & (keys.c.number == EVENTS.c.number)
    asked = (
        select(month, func.count().label("events"), func.coalesce(func.sum(EVENTS.c.score), 0.0).label("score"))
        .add_columns(*counts)
        .select_from(keys.join(EVENTS, same))
        .where(EVENTS.c.day.is_not(None))
        .group_by(month)
    )
    return [dict(row) for row in connection.execute(asked).mappings()]


def months_between(first: str, last: str) -> list[str]:
    """Every month from the first to the last, for a line without gaps: «2024-11», «2024-12», «2025-01»."""
    start, end = date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01")
    count = (end.year - start.year) * 12 + end.month - start.month
    return [f"{start.year + (start.month - 1 + n) // 12}-{(start.month - 1 + n) % 12 + 1:02}" for n in range(count + 1)]
