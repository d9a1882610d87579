"""Blocks on a Ray cluster, by Ray Data: inputs are opened by tasks, read by a pool of actors, and what waits between
them is held back or spilled to disk.

    Sources → read tasks, one an input → rows of one block → actors → rows of one result → this process

Ray Data alone would try a block that ends its worker for ever, or drop it in silence. Here it is tried twice; what has
not come out at the end, and each that was lost with it, is read alone in an actor of its own, so that the one to blame
is known.
"""

from __future__ import annotations

import logging
import os
import pickle
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pyarrow as arrow

from matukio.errors import MatukioError
from matukio.forgetting import settle
from matukio.scale.blocks import Block, Inputs
from matukio.scale.engines import Outcome, Work, spare_memory
from matukio.store.readers import ready_to_read
from matukio.store.workers import TRIES, WorkerError

if TYPE_CHECKING:
    from matukio.scale.coding import Settings

Item = TypeVar("Item")

# Opening an input costs a processor little beside the reading of it.
OPENING_CPUS = 0.01
_ROW = arrow.schema({"key": arrow.string(), "source": arrow.string(), "item": arrow.large_binary()})


@dataclass(frozen=True, slots=True)
class End:
    """The last row of an input: how many blocks it gave, and how many were done before."""

    given: int
    passed: int


class RayEngine:
    """A Ray cluster: the one at an address, or one of this machine with a processor for each worker."""

    def __init__(self, settings: Settings) -> None:
        if (settings.address or "").startswith("ray://"):
            raise MatukioError(
                f"{settings.address}: inputs and tables are opened on the cluster; run this on one of its machines "
                "and give --address auto"
            )
        # Ray's own processes tell this one of every actor that ends, which is told here once and shorter.
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
        spare_memory()
        try:
            import ray
            import ray.data
        except ImportError:
            raise MatukioError("--engine ray needs Ray; pip install 'matukio[ray]'") from None
        self._ray: Any = ray
        self._settings, self._begun = settings, False

    def __enter__(self) -> RayEngine:
        if not self._ray.is_initialized():
            cpus = None if self._settings.address else self._settings.workers + 1
            with _silent():
                self._ray.init(
                    address=self._settings.address, num_cpus=cpus, log_to_driver=False, include_dashboard=False,
                    logging_level=logging.ERROR,
                    runtime_env={"worker_process_setup_hook": f"{__name__}.{_without_strangers.__name__}"},
                )  # fmt: skip
            self._begun = True
        return self

    def __exit__(self, *exception: object) -> None:
        if self._begun:
            self._ray.shutdown()

    def read(self, inputs: Inputs, work: Work, passed: Callable[[int], None]) -> Iterator[Outcome]:
        """The blocks, opened by tasks on this machine."""
        from matukio.scale.sources import Sources

        sources = Sources(inputs)
        missing: Counter[str] = Counter(dict.fromkeys(inputs.sources, 1))
        seen: set[str] = set()
        with _quiet():
            here = self._ray.get_runtime_context().get_node_id()
            with _of_any_version():
                found = self._ray.data.read_datasource(
                    sources,
                    override_num_blocks=max(1, len(inputs.sources)),
                    ray_remote_args={"num_cpus": OPENING_CPUS, "scheduling_strategy": _on_node(here)},
                )
            for key, source, result in self._results(found, work):
                if isinstance(result, End):
                    missing[source] += result.given - 1
                    passed(result.passed)
                else:
                    missing[source] -= 1
                    seen.add(key)
                    yield Outcome(key, source, result)
        for source, count in missing.items():
            for block in sources.blocks(source) if count else ():
                if isinstance(block, Block) and block.key not in seen:
                    yield Outcome(block.key, source, self._alone(work, block))

    def map(self, work: Callable[[Item], Any], items: Iterable[Item]) -> Iterator[tuple[Item, Any]]:
        """The pieces, each a row."""
        waiting = {str(number): item for number, item in enumerate(items)}
        if not waiting:
            return
        with _quiet():
            rows = [row(key, "", item) for key, item in waiting.items()]
            found = self._ray.data.from_arrow(rows)
            for key, _, result in self._results(found, work, is_reading=False):
                yield waiting.pop(key), result
        for item in waiting.values():
            yield item, self._alone(work, item)

    def _results(
        self, found: Any, work: Callable[[Any], Any], is_reading: bool = True
    ) -> Iterator[tuple[str, str, Any]]:
        """Rows of work through a pool of actors; those whose actor ended twice do not come."""
        shared: dict[str, Any] = {
            "batch_size": None, "batch_format": "pyarrow", "concurrency": self._settings.workers, "num_cpus": 1,
        }  # fmt: skip
        with _of_any_version():
            if is_reading:
                given = (work, self._settings.tables)
                done = found.map_batches(_Reader, fn_constructor_args=given, max_task_retries=1, **shared)
            else:
                done = found.map_batches(_made, fn_args=(work,), max_retries=1, **shared)
        try:
            for batch in done.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0):
                for each in batch.to_pylist():
                    yield each["key"], each["source"], pickle.loads(each["item"])
        except self._ray.exceptions.RayError as error:
            # Its message ends in what went wrong on the worker, after the whole way there.
            reason = str(error).strip().splitlines()[-1:] or [type(error).__name__]
            raise MatukioError(f"Ray gave up ({reason[0]}); the same command goes on from there") from None

    def _alone(self, work: Callable[[Any], Any], item: Any) -> Any:
        """What an actor of its own makes of a piece of work, or its error when it fails every time."""
        failed: Exception = WorkerError()
        packed = row("", "", item)
        for _ in range(TRIES):
            actor: Any = self._ray.remote(num_cpus=1)(_Reader).remote(work, self._settings.tables)
            try:
                made: Any = self._ray.get(actor.__call__.remote(packed))
                return pickle.loads(made["item"][0].as_py())
            except Exception as error:
                failed = WorkerError(f"{type(error).__name__}: {' '.join(str(error).split())[:200]}")
            finally:
                self._ray.kill(actor)
        return failed


def _without_strangers() -> None:
    """Ray makes ready to send objects of these libraries wherever they are installed: 8 MiB of a worker whose results
    hold none."""
    for name in ("pydantic", "starlette"):
        cast(Any, sys.modules).setdefault(name, None)


COMMON, LAST = 1_000, 8_000
"""What an actor knows of word forms (`matukio.forgetting`) is 6 MiB less than in a worker of our own, for 6 % more
time, since Ray holds 115 MiB of it."""


class _Reader:
    """An actor: it loads the tables once, then does one piece of work after another."""

    def __init__(self, work: Callable[[Any], Any], tables: Any) -> None:
        ready_to_read(tables)
        settle(COMMON, LAST)
        self._work = work

    def __call__(self, batch: arrow.Table) -> arrow.Table:
        return _made(batch, self._work)


def _made(batch: arrow.Table, work: Callable[[Any], Any]) -> arrow.Table:
    """What the work makes of some rows, a row each."""
    return arrow.concat_tables([_tried(work, **each) for each in batch.to_pylist()])


def _tried(work: Callable[[Any], Any], key: str, source: str, item: bytes) -> arrow.Table:
    given = pickle.loads(item)
    if isinstance(given, End):
        return row(key, source, given)
    failed: Exception = WorkerError()
    for _ in range(TRIES):
        try:
            return row(key, source, work(given))
        except Exception as error:  # a block must not end the others
            failed = error
    try:
        return row(key, source, failed)
    except Exception:  # not every error can be sent
        return row(key, source, WorkerError(f"{type(failed).__name__}: {failed}"))


def row(key: str, source: str, item: Any) -> arrow.Table:
    """A table of one row, which Ray Data hands on as one piece."""
    from ray import cloudpickle

    packing: Any = cloudpickle
    return arrow.table([[key], [source], [packing.dumps(item)]], schema=_ROW)


def _on_node(node: str) -> Any:
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

    return NodeAffinitySchedulingStrategy(node, soft=False)


@contextmanager
def _quiet() -> Iterator[None]:
    """No progress bars or logs of Ray Data on the user's terminal; blocks stay apart, and lost ones end nothing."""
    from ray.data import DataContext

    context, logger = DataContext.get_current(), logging.getLogger("ray.data")
    wanted = {"enable_progress_bars": False, "target_max_block_size": 1, "max_errored_blocks": -1}
    before, level = {name: getattr(context, name) for name in wanted}, logger.level
    logger.setLevel(logging.CRITICAL + 1)
    for name, value in wanted.items():
        setattr(context, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(context, name, value)
        logger.setLevel(level)


@contextmanager
def _of_any_version() -> Iterator[None]:
    """What one version of Ray calls deprecated another does not have otherwise."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _silent() -> Iterator[None]:
    """What Ray's library in C++ says of its own settings as it starts goes nowhere; errors come as exceptions."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
