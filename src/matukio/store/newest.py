"""The articles of the store by day of publication, and what tells that nothing has changed since.

newest(connection, filters(since="2024-06-01"), limit=50) → 12 | 2024-06-18 | Rais Ruto azuru Kampala | 3 events | …
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, func, select

from matukio.store.filters import Filters
from matukio.store.layout import ARTICLES, CLAIMS, CORRECTIONS, EVENTS
from matukio.store.rows import Rows
from matukio.store.searching import article_conditions
from matukio.store.views import SQLITE

COLUMNS: dict[str, type] = {
    "id": int, "published": date, "title": str, "publisher": str, "events": int, "claims": int, "url": str,
    "found_in": str,
}  # fmt: skip


def newest(connection: Connection, wanted: Filters, *, limit: int | None = None, offset: int = 0) -> Rows:
    """Articles with their numbers of events and claims; those without a day of publication come last."""
    day = ARTICLES.c.published.desc()
    columns = [ARTICLES.c[name] for name in ("id", "published", "title", "publisher")]
    counts = [_count(EVENTS), _count(CLAIMS)]
    asked = select(*columns, *counts, ARTICLES.c.url, ARTICLES.c.source).where(*article_conditions(wanted))
    asked = asked.order_by(day if connection.dialect.name == SQLITE else day.nulls_last(), ARTICLES.c.id.desc())
    return Rows(COLUMNS, connection.execute(asked.limit(limit).offset(offset)).all())


def last_day(connection: Connection, until: date) -> date | None:
    """The newest day of publication that is not after `until`: a page may bear a date that is still to come."""
    asked = select(func.max(ARTICLES.c.published)).where(ARTICLES.c.published <= until)
    return connection.execute(asked).scalar()


def stamp(connection: Connection) -> tuple[Any, ...]:
    """Another whenever articles or corrections were added, changed, removed, or read by another Matukio."""
    read_by = func.min(ARTICLES.c.made_by), func.max(ARTICLES.c.made_by)
    articles = select(func.count(), func.max(ARTICLES.c.id), func.max(ARTICLES.c.changed), *read_by)
    corrections = select(func.count(), func.max(CORRECTIONS.c.id)).select_from(CORRECTIONS)
    return (*connection.execute(articles).one(), *connection.execute(corrections).one())


def count(connection: Connection, wanted: Filters) -> int:
    """How many articles were published on the days that are asked for."""
    return connection.execute(
        select(func.count()).select_from(ARTICLES).where(*article_conditions(wanted))
    ).scalar_one()


def _count(of: Table) -> Any:
    return select(func.count()).where(of.c.article_id == ARTICLES.c.id).scalar_subquery()
