"""Adds articles to the store: read on all cores, written by one, what is there already passed over.

    add(engine, articles) → Report(added=811, changed=0, unchanged=0, failures=())

Killed at any moment and started again, it goes on: an article is written whole in a transaction, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from matukio.errors import StoreError
from matukio.ingest import Article
from matukio.store.connection import reading, reason, writing
from matukio.store.preparing import Prepared, content_hash, identity, named
from matukio.store.readers import Source, read_all, readers, taken_out
from matukio.store.writing import known, write

# Articles are committed together, for each commit waits for the disk.
BATCH = 64
BATCH_SECONDS = 1.0

Heard = Callable[[str], None]
"""Called with the source of every article that is done, whatever became of it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be added, and why."""

    source: str
    reason: str


@dataclass(slots=True)
class Report:
    """What became of the articles; times in seconds."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0.0
    writing_seconds: float = 0.0

    @property
    def writing_share(self) -> float:
        """The part of the time that went into the store, the rest into reading and fetching."""
        return self.writing_seconds / self.seconds if self.seconds else 0.0

    def count(self, outcome: str) -> None:
        """Count an article as added, changed or unchanged."""
        setattr(self, outcome, getattr(self, outcome) + 1)


def add(
    engine: Engine,
    sources: Iterable[Source],
    *,
    workers: int = 1,
    tables: Path | None = None,
    heard: Heard = lambda source: None,
) -> Report:
    """Add the articles that the store lacks or has otherwise; errors among them, and of reading, are failures.

    Interrupted, it writes what has been read, and raises KeyboardInterrupt on.
    """
    report, begun = Report(), monotonic()
    writer = _Writer(engine, report, heard)
    try:
        with readers(workers, tables) as pool:
            for article, found in read_all(pool, _new(engine, taken_out(pool, sources), report, heard)):
                writer.take(article, found)
    finally:
        writer.flush()
        report.seconds = monotonic() - begun
    return report


def _new(engine: Engine, articles: Iterable[Article | Exception], report: Report, heard: Heard) -> Iterator[Article]:
    """The articles that must be read; the others are counted."""
    for article in articles:
        if isinstance(article, Exception):
            report.failures.append(failure(article))
            heard("")
            continue
        with reading(engine) as connection:
            found = known(connection, [name := identity(article)]).get(name)
        if found and found.hash == content_hash(article):
            report.count("unchanged")
            heard(article.source)
        else:
            yield article


def failure(error: Exception) -> Failure:
    """The failure that an error of ingest tells: «habari/picha.txt: binary, …»."""
    source, _, why = str(error).partition(": ")
    return Failure(source, why) if why else Failure("", source)


@dataclass(slots=True)
class _Writer:
    """Gathers articles that were read, and commits them together."""

    engine: Engine
    report: Report
    heard: Heard
    waiting: list[tuple[Article, Prepared]] = field(default_factory=list)
    last: float = field(default_factory=monotonic)

    def take(self, article: Article, found: Prepared | Exception) -> None:
        if isinstance(found, Exception):
            self._fail(article, f"cannot be read ({type(found).__name__}: {found})")
        else:
            self.waiting.append((article, found))
        if len(self.waiting) >= BATCH or monotonic() - self.last > BATCH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write all that waits in one transaction; where the database refuses, each article in its own."""
        begun = monotonic()
        batch, self.waiting = self.waiting, []
        if batch:
            try:
                with writing(self.engine) as connection:
                    outcomes = write(connection, [prepared for _, prepared in batch])
            except DBAPIError:
                outcomes = [self._write_alone(article, prepared) for article, prepared in batch]
            for (article, _), outcome in zip(batch, outcomes, strict=True):
                if outcome:
                    self.report.count(outcome)
                    self.heard(article.source)
        self.last = monotonic()
        self.report.writing_seconds += self.last - begun

    def _write_alone(self, article: Article, prepared: Prepared) -> str:
        try:
            with writing(self.engine) as connection:
                return write(connection, [prepared])[0]
        except DBAPIError as error:
            if error.connection_invalidated or _is_full(error):
                raise StoreError(f"the store cannot be written ({reason(error)}); what was added is kept") from None
            self._fail(article, f"cannot be written ({reason(error)})")
            return ""

    def _fail(self, article: Article, why: str) -> None:
        self.report.failures.append(Failure(named(article), why))
        self.heard(article.source)


def _is_full(error: DBAPIError) -> bool:
    """Whether no article can be written any more, not only this one."""
    told = reason(error).casefold()
    return any(words in told for words in ("disk is full", "no space", "readonly", "read-only", "is locked"))


__all__ = ["Failure", "Report", "add", "failure"]
