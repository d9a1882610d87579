"""Where work is done: in this process, in worker processes, or on a Ray cluster. Each runs the same pure functions.

with ENGINES["pool"](settings) as engine:
    engine.read(inputs, work, passed) → Outcome("3f9c…-00000", "habari.jsonl", what became of the block) …
    engine.map(work, pieces) → (piece, what became of it, or the error of its last try) …
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import pyarrow as arrow

from matukio.store.readers import ready_to_read
from matukio.store.workers import Pool

if TYPE_CHECKING:
    from matukio.scale.blocks import Block, Inputs
    from matukio.scale.coding import Settings

Item = TypeVar("Item")
Work = Callable[["Block"], Any]

# How many blocks wait for each worker, so that none stands still and memory stays small.
AHEAD = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a block: the result of the work on it, or the error of its last try."""

    key: str
    source: str
    result: Any


class Engine(Protocol):
    """Workers that are ready to read."""

    def read(self, inputs: Inputs, work: Work, passed: Callable[[int], None]) -> Iterator[Outcome]:
        """What became of each block, in any order; `passed` is told of how many were done before."""

    def map(self, work: Callable[[Item], Any], items: Iterable[Item]) -> Iterator[tuple[Item, Any]]:
        """Each piece of work with its result, or the error of its last try, in any order."""


class PoolEngine:
    """Worker processes of this machine; with one worker, this process."""

    def __init__(self, settings: Settings) -> None:
        if settings.workers <= 1:
            ready_to_read(settings.tables)
        else:
            spare_memory()
        self._pool = Pool(settings.workers, partial(_ready, settings.tables), ahead=AHEAD)

    def __enter__(self) -> PoolEngine:
        self._pool.__enter__()
        return self

    def __exit__(self, *exception: object) -> None:
        self._pool.__exit__(*exception)

    def read(self, inputs: Inputs, work: Work, passed: Callable[[int], None]) -> Iterator[Outcome]:
        """The blocks, opened by this process."""

        def waiting() -> Iterator[Block]:
            for source in inputs.sources:
                for block in inputs.blocks(source):
                    if isinstance(block, str):
                        passed(1)
                    else:
                        yield block

        for block, result in self._pool.map(work, waiting()):
            yield Outcome(block.key, block.source, result)

    def map(self, work: Callable[[Item], Any], items: Iterable[Item]) -> Iterator[tuple[Item, Any]]:
        """The pieces, in the order given."""
        yield from self._pool.map(work, items)


def spare_memory() -> None:
    """Processes started from here on hold some 10 MiB less: Arrow's own allocator keeps what it has once held, the
    system's gives it to all else; threads keep no memory each of their own, and large pieces go back at once."""
    wanted = {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2", "MALLOC_MMAP_THRESHOLD_": str(2**17)}
    for name, value in wanted.items():
        os.environ.setdefault(name, value)


def _ready(tables: Path | None) -> None:
    """Prepare a worker process of our own."""
    with _without_pandas():
        arrow.array([0])
    ready_to_read(tables)


class _NoPandas(MetaPathFinder):
    """Says of pandas that it is not installed."""

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname)


@contextmanager
def _without_pandas() -> Iterator[None]:
    """Arrow asks once, with the first list that it is given, whether pandas is there, and loads it: 50 MiB a worker,
    which has no use for it."""
    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def _ray(settings: Settings) -> AbstractContextManager[Engine]:
    from matukio.scale.cluster import RayEngine

    return RayEngine(settings)


ENGINES: dict[str, Callable[[Settings], AbstractContextManager[Engine]]] = {"pool": PoolEngine, "ray": _ray}
