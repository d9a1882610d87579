"""Reads the parcels of the inbox into the store, in a process of its own so that no visitor waits for it.

    Reader(store.url).take(parcel) → parcel.progress grows, line by line, until it is done

A process that is killed is started again with the same parcel, and a server that is started again goes on with all
that lay in its inbox. A parcel that ends the process twice is given up.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Condition, Thread
from typing import Any

from matukio.errors import MatukioError
from matukio.ingest import Article, read_sources
from matukio.store import Store
from matukio.store import open as open_store
from matukio.store.adding import add, failure
from matukio.store.connection import reading
from matukio.store.pages import Pages
from matukio.store.preparing import identity
from matukio.store.writing import known
from matukio.web.inbox import Item, Parcel

TRIES = 2
IDLE_SECONDS = 300.0
"""So long a process waits for another parcel before it ends and its memory is free."""


class Reader:
    """Takes parcels one after the other."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._waiting: deque[Parcel] = deque()
        self._changed = Condition()
        self._thread: Thread | None = None
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def take(self, *parcels: Parcel) -> None:
        """Read these parcels when those before them are done."""
        if not parcels:
            return
        with self._changed:
            self._waiting.extend(parcels)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="inbox", daemon=True)
                self._thread.start()
            self._changed.notify()

    @property
    def waiting(self) -> int:
        """How many parcels are not begun yet."""
        return len(self._waiting)

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._waiting:
                    if not self._changed.wait(IDLE_SECONDS):
                        self._end()
                parcel = self._waiting.popleft()
            try:
                self._read_or_give_up(parcel)
            except Exception as error:  # the parcels after it must be read all the same
                self._end()
                with suppress(OSError):
                    parcel.finish(reason=f"it could not be read ({type(error).__name__})")

    def _read_or_give_up(self, parcel: Parcel) -> None:
        for _ in range(TRIES):
            if self._read(parcel):
                return
        parcel.finish(reason="the process that read it ended, perhaps for want of memory")

    def _read(self, parcel: Parcel) -> bool:
        """Whether the parcel was read to its end; not so when the process ended before."""
        if self._process is None or not self._process.is_alive():
            # A forked process would share the database's connection and the threads' locks.
            context = get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(self._url, theirs), daemon=True)
            self._process.start()
            theirs.close()
        assert self._line is not None
        try:
            self._line.send(parcel)
            self._line.recv()
        except (EOFError, OSError):
            self._end()
            return False
        return True

    def _end(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.terminate()
        self._process = self._line = None


def _serve(url: str, line: Connection) -> None:
    """The process: reads parcels until the server has no more."""
    import signal

    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    with suppress(OSError, AttributeError):
        # Readers come first.
        os.nice(5)
    with open_store(url) as store, suppress(EOFError, OSError):
        while True:
            parcel = line.recv()
            read_parcel(store, parcel)
            line.send(True)


def _end_with_parent() -> None:
    """A killed server cannot tell its process to stop."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def read_parcel(store: Store, parcel: Parcel) -> None:
    """Add what the parcel holds, and tell of each article as it is done."""
    parcel.begin_again()
    try:
        for item in parcel.items:
            for line in _read_item(store, parcel, item):
                parcel.tell(source=item.name, **line)
    except Exception as error:  # a full disk, a database that went away: the visitor must hear of it
        parcel.finish(reason=str(error) or type(error).__name__)
    else:
        parcel.finish()


def _read_item(store: Store, parcel: Parcel, item: Item) -> Iterator[dict[str, Any]]:
    visitor = store.visitor() if item.address else None
    path = item.address or str(parcel.folder / (item.file or ""))
    told = parcel.told
    found = read_sources(
        path,
        published=date.fromisoformat(told.published) if told.published else None,
        publisher=told.publisher,
        title=told.title,
        force=told.force,
        visitor=visitor,
    )
    failed, empty = set(), True
    for article in found:
        empty = False
        line = _add(store, article, item)
        if "reason" in line:
            failed.add(line.pop("at"))
            # Nobody needs to know where the server keeps it.
            line["reason"] = line["reason"].replace(f"{path}: ", "").replace(path, item.name)
        yield line
    if empty:
        yield {"outcome": "unchanged"}
    if visitor is not None and isinstance(visitor.validators, Pages):
        visitor.validators.keep(failed)


def _add(store: Store, article: Article | Exception, item: Item) -> dict[str, Any]:
    """What became of one article; `at` is where it was looked for."""
    if isinstance(article, Exception):
        found = failure(article)
        return {"outcome": "failed", "reason": str(article), "at": found.source}
    if item.file is not None:
        # A browser does not tell where a file lies: without an address its words are all that it is known by.
        article = replace(article, source="-")
    try:
        report = add(store.engine, [article])
    except MatukioError as error:
        return {"outcome": "failed", "reason": str(error), "at": article.source}
    if report.failures:
        return {"outcome": "failed", "reason": report.failures[0].reason, "at": article.source}
    with reading(store.engine) as connection:
        name = identity(article)
        row = known(connection, [name]).get(name)
    outcome = next(each for each in ("added", "changed", "unchanged") if getattr(report, each))
    return {"outcome": outcome, "title": article.title, "article": row.id if row else None}
