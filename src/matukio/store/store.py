"""The store as one object: what `matukio.open` returns.

with matukio.open("habari.db") as store:
    store.add("habari/")
    store.events(actor="KEN", type="CONSULT").to_pandas()
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from matukio.errors import StoreError
from matukio.ingest import Article, Visitor, find_sources
from matukio.ingest.visiting import PAUSE
from matukio.store import adding, asking, bonds, checking, fixing, newest, relations, searching
from matukio.store.connection import address, connect, file_of, reading, shown, writing
from matukio.store.corrections import Correction, corrected, of_article
from matukio.store.filters import filters
from matukio.store.gold import gold_records
from matukio.store.layout import ARTICLES, VERSIONS
from matukio.store.pages import Pages
from matukio.store.pairs import pairs
from matukio.store.readers import Source
from matukio.store.rereading import Reread, reread
from matukio.store.rows import Rows
from matukio.store.stories import Compared, compare_all, uncompared
from matukio.store.upgrading import copy_file
from matukio.store.writing import current_record, remove


class Store:
    """A collection of articles that can be asked. Questions take the conditions of `matukio.store.filters.filters`."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.engine, self.url = engine, url

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Store at {shown(self.url)}>"

    def close(self) -> None:
        """Let go of the file or the database."""
        self.engine.dispose()

    def add(
        self,
        *sources: str | Path | Article,
        workers: int = 1,
        tables: Path | None = None,
        heard: adding.Heard = lambda source: None,
        **given: Any,
    ) -> adding.Report:
        """Add files, folders, addresses or articles; `given` are the options of `matukio.ingest.read_sources`.

        Web pages are visited as a guest does: as robots.txt allows, one a second a host, and not sent again unchanged.
        More than one worker needs a program whose main module can be imported (`if __name__ == "__main__":`).
        """
        visitor = given.get("visitor")
        if visitor is None and any(isinstance(source, str) and "://" in source for source in sources):
            visitor = given["visitor"] = self.visitor(bool(given.get("allow_private")))
        before = visitor.unchanged if visitor else 0
        report = adding.add(self.engine, _articles(sources, given), workers=workers, tables=tables, heard=heard)
        if visitor is not None and isinstance(visitor.validators, Pages):
            visitor.validators.keep({failure.source for failure in report.failures})
            report.unchanged += visitor.unchanged - before
        return report

    def visitor(self, allow_private: bool = False, pause: float = PAUSE) -> Visitor:
        """A guest of web pages that knows from the store which of them it has seen, for several calls of `add`."""
        return Visitor(allow_private, Pages(self.engine), pause)

    def remove(self, article: int | str) -> int:
        """Erase an article, by its number, its address or its file, and all that was made from it; gives its number.

        Raises StoreError when there is none.
        """
        with writing(self.engine) as connection:
            number = find_article(connection, article)
            remove(connection, number)
            return number

    def record(self, article: int | str) -> dict[str, Any]:
        """The record of an article, with its corrections. Raises StoreError when there is none."""
        with reading(self.engine) as connection:
            number = find_article(connection, article)
            return corrected(current_record(connection, number), of_article(connection, number))

    def articles(self, *, limit: int | None = None, offset: int = 0, **conditions: Any) -> Rows:
        """Articles with their numbers of events and claims, the newest first; of `since`, `until`, `publisher`."""
        with reading(self.engine) as connection:
            return newest.newest(connection, filters(**conditions), limit=limit, offset=offset)

    def versions(self, article: int | str) -> Rows:
        """The versions of an article, each with how its text differs from the one before."""
        columns = {"number": int, "added": datetime, "made_by": str, "hash": str, "difference": str}
        with reading(self.engine) as connection:
            number = find_article(connection, article)
            asked = select(*(VERSIONS.c[name] for name in columns)).where(VERSIONS.c.article_id == number)
            return Rows(columns, connection.execute(asked.order_by(VERSIONS.c.number)).all())

    def events(self, *, limit: int | None = None, offset: int = 0, **conditions: Any) -> Rows:
        """Events, the newest first."""
        self._compare_for(conditions)
        with reading(self.engine) as connection:
            return asking.events(connection, filters(**conditions), limit=limit, offset=offset)

    def claims(self, *, limit: int | None = None, offset: int = 0, **conditions: Any) -> Rows:
        """Claims, the newest first."""
        with reading(self.engine) as connection:
            return asking.claims(connection, filters(**conditions), limit=limit, offset=offset)

    def timeline(
        self,
        first: str | None = None,
        second: str | None = None,
        *,
        limit: int | None = None,
        offset: int = 0,
        all_reports: bool | None = None,
        **conditions: Any,
    ) -> Rows:
        """The events of a party, between two, or of a `story`, the oldest first; with a limit the last so many.

        An event that several articles tell comes once, unless `all_reports` are asked for.
        """
        self._compare_for(conditions)
        with reading(self.engine) as connection:
            return relations.timeline(
                connection, first, second, limit=limit, offset=offset, all_reports=all_reports, **conditions
            )

    def relations(self, first: str, second: str, *, all_reports: bool | None = None, **conditions: Any) -> Rows:
        """By month the number of events between two parties and the sum of their scores, each event once unless
        `all_reports` are asked for."""
        self._compare_for(conditions)
        with reading(self.engine) as connection:
            return relations.relations(connection, first, second, all_reports=all_reports, **conditions)

    def pairs(self, country: str | None = None, **conditions: Any) -> Rows:
        """Who does how much to whom among countries, the most first; with `country` only the pairs it is part of."""
        with reading(self.engine) as connection:
            return pairs(connection, filters(**conditions), country)

    def search(self, query: str, *, limit: int = 20, offset: int = 0, **conditions: Any) -> Rows:
        """Articles that have all words of the query in some form, the best first."""
        with reading(self.engine) as connection:
            return searching.search(connection, query, filters(**conditions), limit=limit, offset=offset)

    def entities(self, **conditions: Any) -> Rows:
        """Names, those in most articles first: `name`, `type`, `country`, `sector`, `limit`."""
        with reading(self.engine) as connection:
            return searching.entities(connection, **conditions)

    def stories(
        self,
        *,
        since: date | str | None = None,
        until: date | str | None = None,
        heard: Callable[[int], None] = lambda number: None,
    ) -> Compared:
        """The stories of these days: `.lines()`, `.stories`, `.story(id)`, `.event("12.e3")`.

        Articles that an older Matukio added are compared first; `heard` is called with the number of each.
        """
        wanted = filters(since=since, until=until)
        if uncompared(self.engine):
            compare_all(self.engine, heard)
        return Compared(self.engine, wanted.since, wanted.until)

    def _compare_for(self, conditions: Mapping[str, Any]) -> None:
        """Compare what an older Matukio added, where a question asks for stories or independent sources."""
        asked = any(conditions.get(name) is not None for name in ("min_sources", "story"))
        if asked and uncompared(self.engine):
            compare_all(self.engine)

    def fix(self, reference: str, changes: Mapping[str, str], note: str | None = None) -> dict[str, Any]:
        """Correct an event or claim, «12.e3», and give it as it is now; `matukio.store.fixing` tells the fields."""
        with writing(self.engine) as connection:
            return fixing.fix(connection, reference, changes, note)

    def reject(self, reference: str, note: str | None = None) -> None:
        """Say that an event or claim is none."""
        with writing(self.engine) as connection:
            fixing.reject(connection, reference, note)

    def add_missed(self, article: int, kind: str, fields: Mapping[str, str], note: str | None = None) -> str:
        """Add an «event» or «claim» that the program missed; gives its reference."""
        with writing(self.engine) as connection:
            return fixing.add_missed(connection, article, kind, fields, note)

    def join(self, reference: str, other: str, note: str | None = None) -> None:
        """Say that two events are one («14.e2», «12.e3»), or that two articles or stories are («14», «s12»)."""
        with writing(self.engine) as connection:
            bonds.join(connection, reference, other, note)

    def split(self, reference: str, note: str | None = None) -> int:
        """Say that an event is none of those it is taken for, or that an article is of another story; gives how many
        others it is kept apart from."""
        with writing(self.engine) as connection:
            return bonds.split(connection, reference, note)

    def said(self) -> list[bonds.Said]:
        """What `join` and `split` were told, oldest first."""
        with reading(self.engine) as connection:
            return bonds.said(connection)

    def undo(self, reference: str) -> int:
        """Take back all corrections of an event or claim, or what was said of its story; gives how many there were."""
        with writing(self.engine) as connection:
            taken_back = bonds.undo(connection, reference) if re.fullmatch(r"\d+(\.e.*)?", reference) else 0
            if taken_back and ("." not in reference or not fixing.is_corrected(connection, reference)):
                return taken_back
            return taken_back + fixing.undo(connection, reference)

    def corrections(self) -> list[tuple[int, Correction]]:
        """All corrections with the numbers of their articles, oldest first."""
        with reading(self.engine) as connection:
            return fixing.corrections(connection)

    def gold(self) -> list[dict[str, Any]]:
        """The corrected articles in the form of annotated ones."""
        with reading(self.engine) as connection:
            return list(gold_records(connection))

    def reread(self, *, every: bool = False, workers: int = 1) -> Reread:
        """Read articles again that another version of Matukio read, or every one, and say what changed."""
        return reread(self.engine, every=every, workers=workers)

    def check(self, heard: Callable[[int], None] = lambda article: None) -> list[str]:
        """Everything wrong in the store, a line each."""
        with reading(self.engine) as connection:
            return checking.check(connection, heard)

    def backup(self, path: str | os.PathLike[str]) -> Path:
        """A whole copy of the file, also while others write to it. Raises StoreError for PostgreSQL."""
        file, copy = file_of(self.url), Path(path)
        if file is None:
            raise StoreError("a PostgreSQL database is copied by pg_dump")
        if copy.exists():
            raise StoreError(f"{copy}: exists already; name another file")
        try:
            copy_file(file, copy)
        except Exception as error:
            raise StoreError(f"{copy}: the copy cannot be written ({error})") from None
        return copy


def open(path: str | os.PathLike[str] | None = None, *, must_exist: bool = False) -> Store:
    """The store in a SQLite file, at a PostgreSQL address, or, without either, the user's own. Raises StoreError."""
    url = address(path)
    return Store(connect(url, must_exist=must_exist), url)


def find_article(connection: Any, article: int | str) -> int:
    """The number of an article that is named by its number, its address or its file. Raises StoreError."""
    name = str(article).strip()
    asked = select(ARTICLES.c.id)
    asked = (
        asked.where(ARTICLES.c.id == int(name))
        if name.isdecimal()
        else asked.where(ARTICLES.c.identity.in_([name, str(Path(name).absolute())]) | (ARTICLES.c.source == name))
    )
    found = connection.execute(asked.limit(1)).scalar()
    if found is None:
        raise StoreError(f"{name}: no such article in the store; give its number, its address or its file")
    return int(found)


def _articles(sources: Iterable[str | Path | Article], given: dict[str, Any]) -> Iterator[Source]:
    for source in sources:
        if isinstance(source, Article):
            yield source
        else:
            yield from find_sources(source, **given)
