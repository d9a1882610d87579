"""Where blocks are read: in this process, in worker processes, or on a Ray cluster. Each runs the same pure function.

run(blocks, work, settings) → (block, what became of it, or the error of its last try) …
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from matukio.errors import MatukioError
from matukio.pipeline import settle
from matukio.store.readers import ready_to_read
from matukio.store.workers import TRIES, Pool, WorkerError

if TYPE_CHECKING:
    from matukio.scale.blocks import Block
    from matukio.scale.coding import Settings

Work = Callable[["Block"], Any]
Outcome = tuple["Block", Any]

# How many blocks wait for each worker, so that none stands still and memory stays small.
AHEAD = 2


def pool(blocks: Iterable[Block], work: Work, settings: Settings) -> Iterator[Outcome]:
    """Worker processes of this machine; with one worker, this process."""
    if settings.workers <= 1:
        ready_to_read(settings.tables)
    with Pool(settings.workers, partial(ready_to_read, settings.tables), ahead=AHEAD) as processes:
        yield from processes.map(work, blocks)


def ray(blocks: Iterable[Block], work: Work, settings: Settings) -> Iterator[Outcome]:
    """Actors on a Ray cluster, one a worker; an actor that is lost is replaced, and its block read again."""
    try:
        import ray as cluster
    except ImportError:
        raise MatukioError("--engine ray needs Ray; pip install 'matukio[ray]'") from None
    begun = not cluster.is_initialized()
    if begun:
        cpus = None if settings.address else settings.workers
        cluster.init(address=settings.address, num_cpus=cpus, log_to_driver=False, include_dashboard=False)
    try:
        yield from _on_actors(cluster, iter(blocks), work, settings)
    finally:
        if begun:
            cluster.shutdown()


class _Reader:
    """An actor: it loads the tables once, then reads block after block."""

    def __init__(self, work: Work, tables: Any) -> None:
        ready_to_read(tables)
        settle()
        self._work = work

    def read(self, block: Block) -> Any:
        return self._work(block)


def _on_actors(cluster: Any, coming: Iterator[Block], work: Work, settings: Settings) -> Iterator[Outcome]:
    reader = cluster.remote(num_cpus=1)(_Reader)
    actors = [reader.remote(work, settings.tables) for _ in range(settings.workers)]
    waiting: dict[Any, tuple[Block, int]] = {}
    load = dict.fromkeys(range(len(actors)), 0)
    while True:
        for block in islice(coming, len(actors) * AHEAD - len(waiting)):
            number = min(load, key=lambda actor: load[actor])
            waiting[actors[number].read.remote(block)] = (block, number)
            load[number] += 1
        if not waiting:
            return
        (ready, *_), _ = cluster.wait(list(waiting), num_returns=1)
        block, number = waiting.pop(ready)
        load[number] -= 1
        try:
            yield block, cluster.get(ready)
        except Exception:
            # All blocks that waited for a lost actor fail; which of them it was is seen when each is read alone.
            cluster.kill(actors[number])
            actors[number] = reader.remote(work, settings.tables)
            yield block, _alone_on(cluster, reader, work, block, settings)


def _alone_on(cluster: Any, reader: Any, work: Work, block: Block, settings: Settings) -> Any:
    """What an actor of its own makes of a block, or its error when it fails every time."""
    failed: Exception = WorkerError()
    for _ in range(TRIES):
        actor = reader.options(num_cpus=0).remote(work, settings.tables)
        try:
            return cluster.get(actor.read.remote(block))
        except Exception as error:
            failed = WorkerError(f"{type(error).__name__}: {' '.join(str(error).split())[:200]}")
        finally:
            cluster.kill(actor)
    return failed


ENGINES: dict[str, Callable[[Iterable[Block], Work, Settings], Iterator[Outcome]]] = {"pool": pool, "ray": ray}
