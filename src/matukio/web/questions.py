"""What can be asked in an address: «/events?actor=KEN&type=visit&from=2024-06-01», the conditions of the command line.

Each function is a dependency of FastAPI: its parameters are the query string, and stand in /openapi.json.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request

from matukio.errors import QuestionError
from matukio.store import Rows, Store
from matukio.store.asking import EVENT_COLUMNS
from matukio.store.conditions import WHOM, Condition, asks
from matukio.store.filters import filters
from matukio.store.searching import COLUMNS as ARTICLE_COLUMNS

USUAL, MOST = 50, 10_000
"""How many rows an answer has, unless asked for more or fewer, and how many it can have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer; `more` when there are others that the limit left out."""

    rows: Rows
    more: bool = False
    page: int = 1
    limit: int = 0


def _store(request: Request) -> Store:
    found: Store = request.app.state.store
    return found


def _query(condition: Condition) -> Any:
    """A condition as FastAPI takes it."""
    told: dict[str, Any] = {"alias": condition.spelt.replace("-", "_"), "description": condition.help}
    if condition.kind == "share":
        return Annotated[float | None, Query(ge=0, le=1, **told)]
    if condition.kind == "day":
        return Annotated[date | None, Query(**told)]
    if condition.kind == "count":
        return Annotated[int | None, Query(ge=1, le=1000, **told)]
    if condition.kind == "one":
        return Annotated[str | None, Query(max_length=20, **told)]
    if condition.kind in ("yes", "flag"):
        return Annotated[bool | None, Query(**told)]
    told["description"] += f" {WHOM}; several: any of them." if condition.kind == "who" else " Several: any of them."
    return Annotated[list[str] | None, Query(max_length=20, **told)]


TheStore = Annotated[Store, Depends(_store)]
One = Annotated[str | None, Query(max_length=200)]
Since = Annotated[date | None, Query(alias="from", description="From this day on.")]
Until = Annotated[date | None, Query(alias="to", description="Up to this day.")]
Page = Annotated[int, Query(ge=1, le=MOST, description="Which so many of the rows: 1 for the first.")]
# SQLite counts articles no further.
Number = Annotated[int, Path(ge=1, le=2**63 - 1, description="The number of an article in the store.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many rows.")]


@asks("articles", _query)
def articles(store: TheStore, limit: Limit = USUAL, page: Page = 1, **conditions: Any) -> Answer:
    """Articles, the newest first."""
    return _cut(store.articles(**conditions, **_part(limit, page)), limit, page)


@asks("search", _query)
def search(
    store: TheStore,
    q: Annotated[str | None, Query(max_length=500, description='Words in any form; "in a row"; -missing.')] = None,
    limit: Limit = USUAL,
    page: Page = 1,
    **conditions: Any,
) -> Answer:
    """Articles that have the words in some form, the best first."""
    if q is None:
        return Answer(Rows(ARTICLE_COLUMNS, []))
    return _cut(store.search(q, **conditions, **_part(limit, page)), limit, page)


@asks("events", _query)
def events(store: TheStore, limit: Limit = USUAL, page: Page = 1, **conditions: Any) -> Answer:
    """Events, the newest first."""
    return _cut(store.events(**conditions, **_part(limit, page)), limit, page)


@asks("claims", _query)
def claims(store: TheStore, limit: Limit = USUAL, page: Page = 1, **conditions: Any) -> Answer:
    """Claims, the newest first."""
    return _cut(store.claims(**conditions, **_part(limit, page)), limit, page)


@asks("timeline", _query)
def timeline(
    store: TheStore,
    first: One = None,
    second: One = None,
    limit: Limit = USUAL,
    page: Page = 1,
    **conditions: Any,
) -> Answer:
    """What `first` did and what was done to it, or what is between both; the last so many, the oldest of them first."""
    if first is None and conditions["story"] is None:
        return Answer(Rows(EVENT_COLUMNS, []))
    conditions |= _part(limit, page)
    rows = store.timeline(first, second, **conditions)
    return Answer(rows[-limit:], len(rows) > limit, page, limit)


@asks("relations", _query)
def relations(
    request: Request, store: TheStore, first: One = None, second: One = None, limit: Limit = USUAL, **conditions: Any
) -> Answer:
    """By month the number of events between two and the sum of their scores, conflict below 0, cooperation above;
    without the two, who does how much to whom among all countries, or those of `first`."""
    if first is None or second is None:
        overview: Callable[[Request], Rows] = request.app.state.overviews.of
        filters(type=conditions["type"], status=conditions["status"])
        found = overview(request)
        return Answer(found[:limit], len(found) > limit, 1, limit)
    return Answer(store.relations(first, second, **conditions))


def entities(
    store: TheStore,
    name: One = None,
    type: One = None,
    country: One = None,
    sector: One = None,
    limit: Limit = USUAL,
    page: Page = 1,
) -> Answer:
    """Names, those in most articles first."""
    return _cut(store.entities(name=name, type=type, country=country, sector=sector, **_part(limit, page)), limit, page)


def _part(limit: int, page: int) -> dict[str, int]:
    """One row more than is shown, to know whether others follow. Raises QuestionError beyond what can be asked for."""
    if page * limit > MOST:
        raise QuestionError(f"page {page}: no more than {MOST} rows can be paged through; ask for fewer days")
    return {"limit": limit + 1, "offset": (page - 1) * limit}


def _cut(rows: Rows, limit: int, page: int) -> Answer:
    return Answer(rows[:limit], len(rows) > limit, page, limit)
