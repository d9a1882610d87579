"""Checks a store: that every record is whole, every row follows from its record, and all counts agree.

check(connection) → ["article 12: events[0].mentions[0]: «ziara» is not the text from 0 to 5, «Rais »"]
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select, text

from matukio.store.corrections import corrected, of_article, unplaced
from matukio.store.layout import ARTICLES, ENTITIES, METADATA, VERSIONS
from matukio.store.spreading import spread
from matukio.store.views import SQLITE
from matukio.validation import problems

_COUNTED = ("events", "claims", "parties", "times", "mentions", "facets")


def check(connection: Connection, heard: Callable[[int], None] = lambda article: None) -> list[str]:
    """Everything wrong in the store, a line each; empty when all is well. `heard` is told each article's number."""
    return [*_file(connection), *_articles(connection, heard), *_counts(connection)]


def waiting(connection: Connection) -> list[str]:
    """Corrections whose words their article has no more: nothing is broken, but they have no effect."""
    found = []
    ids = connection.execute(text("SELECT DISTINCT article_id FROM corrections ORDER BY article_id")).scalars()
    for article_id in list(ids):
        record = _record(connection, article_id)
        for correction in unplaced(record, of_article(connection, article_id)) if record else []:
            found.append(f"correction {correction.id}: «{correction.anchor.text}» is no more in article {article_id}")
    return found


def _file(connection: Connection) -> Iterator[str]:
    """What SQLite itself says of the file."""
    if connection.dialect.name != SQLITE:
        return
    for row in connection.execute(text("PRAGMA integrity_check")).scalars():
        if row != "ok":
            yield f"file: {row}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{row[0]}: row {row[1]} names one of {row[2]} that does not exist"


def _articles(connection: Connection, heard: Callable[[int], None]) -> Iterator[str]:
    """Every article: its versions, the offsets of its record, and that its rows follow from it."""
    last = 0
    while rows := connection.execute(
        select(ARTICLES.c.id, ARTICLES.c.version).where(ARTICLES.c.id > last).order_by(ARTICLES.c.id).limit(500)
    ).all():
        for row in rows:
            yield from (f"article {row.id}: {problem}" for problem in _article(connection, row.id, row.version))
            heard(row.id)
        last = rows[-1].id


def _article(connection: Connection, article_id: int, version: int) -> Iterator[str]:
    numbers = list(
        connection.execute(
            select(VERSIONS.c.number).where(VERSIONS.c.article_id == article_id).order_by(VERSIONS.c.number)
        ).scalars()
    )
    if numbers != list(range(1, version + 1)):
        yield f"is at version {version} but has {numbers or 'none'}"
    record = _record(connection, article_id)
    if record is None:
        return
    yield from problems(record)
    expected = spread(corrected(record, of_article(connection, article_id)))
    for name in _COUNTED:
        count = _count(connection, name, article_id)
        if count != len(expected[name]):
            yield f"has {count} rows in {name}, and {len(expected[name])} in its record"
    key = "rowid" if connection.dialect.name == SQLITE else "article_id"
    if not connection.execute(text(f"SELECT count(*) FROM words WHERE {key} = :id"), {"id": article_id}).scalar():
        yield "is missing in the index of words"


def _counts(connection: Connection) -> Iterator[str]:
    """What belongs to no article, and entities whose number of articles is wrong."""
    ids = select(ARTICLES.c.id)
    for name in (*_COUNTED, "versions", "corrections"):
        table = METADATA.tables[name]
        lost = select(func.count()).select_from(table).where(table.c.article_id.not_in(ids))
        if count := connection.execute(lost).scalar_one():
            yield f"{name}: {count} rows belong to no article"
    mentions = METADATA.tables["mentions"]
    counted = (
        select(mentions.c.entity_id, func.count(mentions.c.article_id.distinct()).label("articles"))
        .group_by(mentions.c.entity_id)
        .subquery()
    )
    wrong = (
        select(ENTITIES.c.name)
        .select_from(ENTITIES.outerjoin(counted, counted.c.entity_id == ENTITIES.c.id))
        .where(ENTITIES.c.articles != func.coalesce(counted.c.articles, 0))
    )
    for name in connection.execute(wrong).scalars():
        yield f"entity {name}: its number of articles is not that of its mentions"


def _count(connection: Connection, name: str, article_id: int) -> int:
    table = METADATA.tables[name]
    return connection.execute(
        select(func.count()).select_from(table).where(table.c.article_id == article_id)
    ).scalar_one()


def _record(connection: Connection, article_id: int) -> dict[str, Any] | None:
    newest = select(VERSIONS.c.record).where(VERSIONS.c.article_id == article_id).order_by(VERSIONS.c.number.desc())
    written = connection.execute(newest.limit(1)).scalar()
    return json.loads(written) if written else None
