"""Worker processes that do any work: each loads the tables once, and results come in the order of what was given.

with Pool(8, load_tables) as pool:
    pool.map(prepare, articles) → (article, Prepared) or (article, error) for each, as fast as eight can read

A process that ends by force takes nothing with it: what was under way is done again, each item alone, so that the one
to blame is known.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import TypeVar

from matukio.forgetting import settle

Item = TypeVar("Item")
Result = TypeVar("Result")

# How many items lie ready for each worker, so that none waits and memory stays small.
AHEAD = 4
TRIES = 2


class WorkerError(Exception):
    """The process that did a piece of work ended by force, every time; the message is for the list of failures."""


def cores() -> int:
    """The processor's cores that this program may use."""
    available = getattr(os, "sched_getaffinity", None)
    return len(available(0)) if available else os.cpu_count() or 1


class Pool:
    """Worker processes for one or several `map` at a time, started when there is work enough for them.

    `ready` is called once in every process that is started. With one worker all is done in this process, and so are
    fewer than `few` items: they would be done before another process had started.
    """

    def __init__(self, workers: int, ready: Callable[[], None], few: int = 1, ahead: int = AHEAD) -> None:
        self.workers, self.ready, self.few, self.ahead = workers, ready, few, ahead
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *exception: object) -> None:
        self._end()

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[tuple[Item, Result | Exception]]:
        """Each item with what `work` makes of it, or with the exception of its last try, in the order given.

        Items, results and `work` itself must be picklable.
        """
        coming = iter(items)
        if self.workers > 1:
            first = [] if self._executor else list(islice(coming, self.few))
            coming = chain(first, coming)
            if self._executor or len(first) == self.few:
                yield from self._spread(work, coming)
                return
        for item in coming:
            yield item, _tried(work, item)

    def _spread(
        self, work: Callable[[Item], Result], coming: Iterator[Item]
    ) -> Iterator[tuple[Item, Result | Exception]]:
        waiting: deque[tuple[Item, Future[Result]]] = deque()
        try:
            while True:
                for item in islice(coming, self.workers * self.ahead - len(waiting)):
                    waiting.append((item, self._submit(work, item)))
                if not waiting:
                    return
                item, future = waiting.popleft()
                try:
                    result: Result | Exception = future.result()
                except Exception:
                    # When a process ends, all that waits comes here in its turn: any of it may be to blame.
                    result = self._alone(work, item)
                yield item, result
        finally:
            for _, future in waiting:
                future.cancel()

    def _submit(self, work: Callable[[Item], Result], item: Item) -> Future[Result]:
        if self._executor is not None:
            try:
                return self._executor.submit(work, item)
            except BrokenProcessPool:
                self._end()
        self._executor = self._started(self.workers)
        return self._executor.submit(work, item)

    def _alone(self, work: Callable[[Item], Result], item: Item) -> Result | Exception:
        """What the work makes of an item in a process of its own, or its error when it fails every time."""
        failed: Exception = WorkerError()
        for _ in range(TRIES):
            with self._started(1) as executor:
                try:
                    return executor.submit(work, item).result()
                except BrokenProcessPool:
                    failed = WorkerError("the process that read it ended, perhaps for want of memory")
                except Exception as error:
                    failed = error
        return failed

    def _started(self, workers: int) -> ProcessPoolExecutor:
        # A forked process would share the database's connection and the threads' locks.
        return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin, initargs=(self.ready,))

    def _end(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None


def _tried(work: Callable[[Item], Result], item: Item) -> Result | Exception:
    failed: Exception = WorkerError()
    for _ in range(TRIES):
        try:
            return work(item)
        except Exception as error:  # one piece of work must not end the others
            failed = error
    return failed


def _begin(ready: Callable[[], None]) -> None:
    """Prepare a worker: the user's interruption is for the main process, whose end is the worker's end too."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    ready()
    settle()


def _end_with_parent() -> None:
    """A killed program cannot tell its workers to stop."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
