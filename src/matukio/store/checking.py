"""Checks a store: that every record is whole, every row follows from its record, and all counts agree.

check(connection) → ["article 12: events[0].mentions[0]: «ziara» is not the text from 0 to 5, «Rais »"]
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, func, select, text

from matukio.store.corrections import corrected, of_article, unplaced
from matukio.store.layout import ARTICLES, ENTITIES, METADATA, VERSIONS
from matukio.store.spreading import spread
from matukio.store.views import SQLITE
from matukio.store.writing import current_record
from matukio.validation import problems

_AT_ONCE = 500
_COUNTED = ("events", "claims", "parties", "times", "mentions", "facets")


def check(connection: Connection, heard: Callable[[int], None] = lambda article: None) -> list[str]:
    """Everything wrong in the store, a line each; empty when all is well. `heard` is told each article's number."""
    return [*_file(connection), *_articles(connection, heard), *_counts(connection)]


def waiting(connection: Connection) -> list[str]:
    """Corrections whose words their article has no more: nothing is broken, but they have no effect."""
    found = []
    ids = connection.execute(text("SELECT DISTINCT article_id FROM corrections ORDER BY article_id")).scalars()
    for article_id in list(ids):
        record = current_record(connection, article_id)
        for correction in unplaced(record, of_article(connection, article_id)):
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
    asked = select(ARTICLES.c.id, ARTICLES.c.version).order_by(ARTICLES.c.id).limit(_AT_ONCE)
    while rows := connection.execute(asked.where(ARTICLES.c.id > last)).all():
        first, last = rows[0].id, rows[-1].id
        counts = {name: _count_each(connection, name, first, last) for name in (*_COUNTED, "versions")}
        indexed = _indexed(connection, first, last)
        for row in rows:
            of_it = {name: counts[name].get(row.id, 0) for name in counts}
            if row.id not in indexed:
                yield f"article {row.id}: is missing in the index of words"
            yield from (f"article {row.id}: {problem}" for problem in _article(connection, row.id, row.version, of_it))
            heard(row.id)


def _article(connection: Connection, article_id: int, version: int, counts: Mapping[str, int]) -> Iterator[str]:
    if counts["versions"] != version:
        yield f"is at version {version} but {counts['versions']} are kept"
    record = _record(connection, article_id, version)
    if record is None:
        yield f"has no record of its version {version}"
        return
    yield from problems(record)
    expected = spread(corrected(record, of_article(connection, article_id)))
    for name in _COUNTED:
        if counts[name] != len(expected[name]):
            yield f"has {counts[name]} rows in {name}, and {len(expected[name])} in its record"


def _count_each(connection: Connection, name: str, first: int, last: int) -> dict[int, int]:
    """How many rows of a table each article has, of those from the first to the last."""
    table = METADATA.tables[name]
    asked = select(table.c.article_id, func.count()).where(table.c.article_id.between(first, last))
    return {row[0]: row[1] for row in connection.execute(asked.group_by(table.c.article_id))}


def _indexed(connection: Connection, first: int, last: int) -> set[int]:
    key = "rowid" if connection.dialect.name == SQLITE else "article_id"
    asked = text(f"SELECT {key} FROM words WHERE {key} BETWEEN :first AND :last")
    return set(connection.execute(asked, {"first": first, "last": last}).scalars())


def _counts(connection: Connection) -> Iterator[str]:
    """What belongs to no article, and entities whose number of articles is wrong."""
    ids = select(ARTICLES.c.id)
    for name in (*_COUNTED, "versions", "corrections"):
        table = METADATA.tables[name]
        lost = select(func.count()).select_from(table).where(table.c.article_id.not_in(ids))
        if count := connection.execute(lost).scalar_one():
            yield f"{name}: {count} rows belong to no article"
    yield from _stories(connection)
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


def _stories(connection: Connection) -> Iterator[str]:
    """Events of compared articles that no story tells, and stories that count other reports than they have."""
    untold = text(
        "SELECT e.article_id, e.key FROM events e JOIN reports r ON r.article_id = e.article_id"
        " LEFT JOIN tellings t ON t.article_id = e.article_id AND t.number = e.number WHERE t.number IS NULL"
    )
    for article, key in connection.execute(untold):
        yield f"article {article}: {key} is told in no story"
    counted = text(
        "SELECT r.story, count(*) FROM reports r LEFT JOIN stories s ON s.id = r.story"
        " GROUP BY r.story, s.reports HAVING s.reports IS NULL OR s.reports <> count(*)"
    )
    for story, count in connection.execute(counted):
        yield f"story s{story}: has {count} reports, and counts others"


def _record(connection: Connection, article_id: int, version: int) -> dict[str, Any] | None:
    here = (VERSIONS.c.article_id == article_id) & (VERSIONS.c.number == version)
    written = connection.execute(select(VERSIONS.c.record).where(here)).scalar()
    return json.loads(written) if written else None
