"""Reads stored articles again with the Matukio that is installed now, and says what changed.

reread(engine) → Reread(articles=811, changed=37, events=(+52, -18, ~9), …)
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from matukio import __version__
from matukio.ingest import Article
from matukio.store.adding import Failure
from matukio.store.connection import reading, writing
from matukio.store.layout import ARTICLES, VERSIONS
from matukio.store.readers import read_all, readers
from matukio.store.writing import replace_record

BATCH = 64


@dataclass(slots=True)
class Counts:
    """How many records are new, gone, and otherwise than before."""

    new: int = 0
    gone: int = 0
    changed: int = 0


@dataclass(slots=True)
class Reread:
    """What a second reading changed; `lines` says it of each article that is read otherwise now."""

    articles: int = 0
    changed: int = 0
    events: Counts = field(default_factory=Counts)
    claims: Counts = field(default_factory=Counts)
    lines: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def reread(
    engine: Engine,
    *,
    every: bool = False,
    workers: int = 1,
    tables: Path | None = None,
    heard: Callable[[str], None] = lambda source: None,
) -> Reread:
    """Read again the articles that another version of Matukio read, or every one. Corrections stay.

    Interrupted, it goes on from there when it is called again, unless `every` is asked for.
    """
    report = Reread()
    waiting: deque[int] = deque()
    batch: list[tuple[int, Any]] = []
    with readers(workers, tables) as pool:
        for article, prepared in read_all(pool, _stored(engine, every, waiting)):
            article_id = waiting.popleft()
            heard(article.source)
            if isinstance(prepared, Exception):
                reason = f"cannot be read ({type(prepared).__name__}: {prepared})"
                report.failures.append(Failure(article.source, reason))
                continue
            batch.append((article_id, prepared))
            if len(batch) >= BATCH:
                _replace(engine, batch, report)
    _replace(engine, batch, report)
    return report


def outdated(engine: Engine, every: bool = False) -> int:
    """How many articles `reread` would read."""
    with reading(engine) as connection:
        made_by = connection.execute(select(ARTICLES.c.made_by)).scalars()
        return sum(every or made != __version__ for made in made_by)


def _stored(engine: Engine, every: bool, waiting: deque[int]) -> Iterator[Article]:
    """The stored articles in order, each number put into `waiting` as its article is given out."""
    last = 0
    while True:
        asked = select(ARTICLES, VERSIONS.c.record).where(
            ARTICLES.c.id > last, VERSIONS.c.article_id == ARTICLES.c.id, VERSIONS.c.number == ARTICLES.c.version
        )
        if not every:
            asked = asked.where(ARTICLES.c.made_by != __version__)
        with reading(engine) as connection:
            rows = connection.execute(asked.order_by(ARTICLES.c.id).limit(BATCH)).all()
        if not rows:
            return
        for row in rows:
            last = row.id
            waiting.append(row.id)
            yield article_of(json.loads(row.record), row.source)


def article_of(record: dict[str, Any], source: str) -> Article:
    """The article that a record was made from."""
    published = date.fromisoformat(record["published"]) if record["published"] else None
    return Article(record["text"], record["title"], record["url"], record["publisher"], published, source)


def _replace(engine: Engine, batch: list[tuple[int, Any]], report: Reread) -> None:
    with writing(engine) as connection:
        for article_id, prepared in batch:
            asked = select(VERSIONS.c.record).where(VERSIONS.c.article_id == article_id)
            before = json.loads(connection.execute(asked.order_by(VERSIONS.c.number.desc()).limit(1)).scalar_one())
            after = json.loads(prepared.record)
            replace_record(connection, article_id, prepared)
            report.articles += 1
            told = [
                part
                for group, counts in (("events", report.events), ("claims", report.claims))
                if (part := _compare(before[group], after[group], group, counts))
            ]
            if told:
                report.changed += 1
                report.lines.append(f"article {article_id}: {'; '.join(told)}")
    batch.clear()


def _compare(before: list[dict[str, Any]], after: list[dict[str, Any]], group: str, counts: Counts) -> str:
    """What became of the events or claims of an article, each known by its words."""
    old, new = ({_place(item, group): _told(item) for item in items} for items in (before, after))
    gone, came = old.keys() - new.keys(), new.keys() - old.keys()
    other = [place for place in old.keys() & new.keys() if old[place] != new[place]]
    counts.new += len(came)
    counts.gone += len(gone)
    counts.changed += len(other)
    parts = [
        f"{count} {word}" for count, word in ((len(came), "new"), (len(gone), "gone"), (len(other), "changed")) if count
    ]
    return f"{group} {', '.join(parts)}" if parts else ""


def _place(item: dict[str, Any], group: str) -> tuple[int, int]:
    span = item["mentions"][0] if group == "events" else item["content"]
    return span["start"], span["end"]


def _told(item: dict[str, Any]) -> str:
    """What a record says, without its number, its evidence and how sure it is."""
    left_out = ("id", "evidence", "confidence", "responds_to")
    return json.dumps({key: value for key, value in item.items() if key not in left_out}, sort_keys=True)
