"""Reads articles on all cores: each worker process loads the tables once, and the results come in order.

read_all(articles, workers=8) → (article, Prepared) or (article, error) for each, as fast as eight can read
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from pathlib import Path

from matukio.ingest import Article
from matukio.pipeline import settle
from matukio.store.preparing import Prepared, prepare

Outcome = tuple[Article, Prepared | Exception]

# So few articles are read before a process more would have started.
FEW = 12
# How many articles lie ready for each worker, so that none waits and memory stays small.
AHEAD = 4
TRIES = 2


class ReadingError(Exception):
    """The process that read an article ended; the message is for the list of failures."""


def cores() -> int:
    """The processor's cores that this program may use."""
    available = getattr(os, "sched_getaffinity", None)
    return len(available(0)) if available else os.cpu_count() or 1


def read_all(articles: Iterable[Article], workers: int, tables: Path | None = None) -> Iterator[Outcome]:
    """Each article with what was found, or with the exception that reading it raised, in the order given.

    Processes are started only for more than a few articles; `tables` is the folder that `use_tables` takes.
    """
    coming = iter(articles)
    if workers > 1:
        first = list(islice(coming, FEW))
        if len(first) == FEW:
            yield from _Pool(workers, tables).read(chain(first, coming))
            return
        coming = iter(first)
    for article in coming:
        yield article, _read(article)


def _read(article: Article) -> Prepared | Exception:
    try:
        return prepare(article)
    except Exception as error:  # one article must not end the reading of the others
        return error


class _Pool:
    """Worker processes, started again when one of them ends by force."""

    def __init__(self, workers: int, tables: Path | None) -> None:
        self.workers, self.tables = workers, tables
        self.executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # A forked process would share the database's connection and the threads' locks.
        context = get_context("spawn")
        return ProcessPoolExecutor(self.workers, context, initializer=_begin, initargs=(self.tables,))

    def read(self, articles: Iterator[Article]) -> Iterator[Outcome]:
        waiting: deque[tuple[Article, Future[Prepared | Exception]]] = deque()
        try:
            while True:
                for article in islice(articles, self.workers * AHEAD - len(waiting)):
                    waiting.append((article, self.executor.submit(_read, article)))
                if not waiting:
                    return
                article, future = waiting.popleft()
                try:
                    yield article, future.result()
                except BrokenProcessPool:
                    yield from self._one_by_one([article, *(article for article, _ in waiting)])
                    waiting.clear()
        finally:
            self.executor.shutdown(wait=False, cancel_futures=True)

    def _one_by_one(self, articles: list[Article]) -> Iterator[Outcome]:
        """Read what was under way when a process ended, each alone, so that the one to blame is known."""
        for article in articles:
            for tried in range(1, TRIES + 1):
                self.executor.shutdown(wait=False, cancel_futures=True)
                self.executor = self._start()
                try:
                    yield article, self.executor.submit(_read, article).result()
                    break
                except BrokenProcessPool:
                    if tried == TRIES:
                        yield article, ReadingError("the process that read it ended, perhaps for want of memory")
        self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = self._start()


def _begin(tables: Path | None) -> None:
    """Prepare a worker: the user's interruption is for the main process, whose end is the worker's end too."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if tables is not None:
        from matukio.entities import use_tables

        use_tables(tables)
    prepare(Article("Rais wa Kenya alisema Jumatatu kwamba mkutano ulifanyika Nairobi."))
    settle()


def _end_with_parent() -> None:
    """A killed program cannot tell its workers to stop."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
