"""Measures `matukio code`: one process, two workers, Ray; what a worker holds, and whether an article costs the same
in a larger archive.

    python -m benchmarks.corpus [--texts FILE] [--articles 2400] [--rounds 3] [--write]

Without --texts the articles are those of `benchmarks.archive`. The engines take turns, and of each the quickest round
counts: reading and writing, from the moment when every worker has given its first block, for starting is told apart. A
machine that has other work tells little by the clock, so that the processor's time stands beside: the ratio
of two workers to one that it gives is the time of one process over the busiest of three, which is what two free cores
would reach. Exit 1 unless the ratios by the clock reach their bars, 1.8 and 0.85, and a worker stays below 250 MiB.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.archive import articles
from matukio.scale.blocks import Block, Inputs
from matukio.scale.coding import Settings
from matukio.scale.engines import ENGINES
from matukio.scale.writing import MARK, Place, write_block
from scripts.generated import ROOT, markdown_table, replace_block

BLOCK = 100
RATIO, RAY_RATIO, MOST_MIB = 1.8, 0.85, 250


@dataclass(frozen=True, slots=True)
class Done:
    """What reading a block took: articles, processor seconds, by which process, and the most MiB it has held."""

    articles: int
    seconds: float
    process: int
    mib: float


@dataclass(slots=True)
class Run:
    """The blocks of one round after the start; `seconds` by the clock and `own` of this process's processor."""

    done: list[Done] = field(default_factory=list)
    start: float = 0.0
    seconds: float = 0.0
    own: float = 0.0

    @property
    def articles(self) -> int:
        return sum(done.articles for done in self.done)

    def busiest(self) -> float:
        """Processor seconds an article of the busiest process."""
        shares: dict[int, float] = {os.getpid(): self.own}
        for done in self.done:
            if done.process != os.getpid():
                shares[done.process] = shares.get(done.process, 0.0) + done.seconds
        workers = [share for process, share in shares.items() if process != os.getpid()]
        # Which worker takes how many blocks depends on what else the machine does.
        even = sum(workers) / len(workers) if workers else 0.0
        return max(self.own, even) / self.articles


def work(place: Place, block: Block) -> Done:
    """Read a block, write its tables, and say what it took."""
    begun = time.process_time()
    coded = write_block(place, block)
    return Done(coded.articles, time.process_time() - begun, os.getpid(), _most_held())


def _most_held() -> float:
    """The most MiB that this process has held, without what it sees of Ray's object store, which a machine has once for
    all. What the system counts for a new program begins, on Linux, with what the one held that started it; the process
    itself knows better."""
    try:
        told = Path("/proc/self/status").read_text(encoding="utf-8")
        most, shared = (int(told.partition(f"{name}:")[2].split()[0]) for name in ("VmHWM", "RssShmem"))
        return (most - shared) / 2**10
    except (OSError, IndexError):
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--texts", help="a file of articles to read in place of generated ones, all of it")
    arguments.add_argument("--articles", type=int, default=2_400)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    given = arguments.parse_args()
    engines = {"one process": ("pool", 1), "two workers": ("pool", 2), "Ray, two workers": ("ray", 2)}
    runs: dict[str, list[Run]] = {name: [] for name in engines}
    with tempfile.TemporaryDirectory() as folder:
        source = given.texts or _archive(Path(folder) / "habari.jsonl", given.articles)
        for _ in range(given.rounds):
            for name, (engine, workers) in engines.items():
                runs[name].append(_run(source, engine, workers))
                print(f"{name}: {runs[name][-1].seconds:.0f} s", file=sys.stderr)
    table, held = _table(runs)
    print(table)
    if given.write:
        replace_block(ROOT / "docs" / "benchmarks.md", "bench-corpus", table)
    return int(not held)


def _archive(path: Path, count: int) -> str:
    with path.open("w", encoding="utf-8") as file:
        for article in articles(count, seed=6):
            published = article.published.isoformat() if article.published else None
            file.write(json.dumps({"title": article.title, "text": article.text, "published": published}) + "\n")
    return str(path)


def _run(source: str, engine: str, workers: int) -> Run:
    run = Run()
    seen: set[int] = set()
    begun = time.perf_counter()
    started, own = 0.0, 0.0
    with tempfile.TemporaryDirectory() as name:
        place = Place(Path(name), "bench")
        (place.folder / MARK).write_text(json.dumps({"name": place.name}), encoding="utf-8")
        (place.folder / "_done").mkdir()
        inputs = Inputs((source,), BLOCK, place.folder / "_done", {"force": True})
        with ENGINES[engine](Settings(workers=workers, block=BLOCK)) as engaged:
            for outcome in engaged.read(inputs, partial(work, place), lambda count: None):
                done = outcome.result
                if isinstance(done, Exception):
                    raise done
                if started:
                    run.done.append(done)
                elif len(seen := seen | {done.process}) == workers:  # the first blocks waited for the start
                    started, own = time.perf_counter(), time.process_time()
                    run.start = started - begun
            run.seconds, run.own = time.perf_counter() - started, time.process_time() - own
    return run


def _table(runs: dict[str, list[Run]]) -> tuple[str, bool]:
    """The tables, and whether every bar is reached."""
    best = {name: min(some, key=lambda run: run.seconds / run.articles) for name, some in runs.items()}
    busy = {name: min(run.busiest() for run in some) for name, some in runs.items()}
    mib = {name: max(done.mib for run in some for done in run.done) for name, some in runs.items()}
    rate = {name: run.articles / run.seconds for name, run in best.items()}
    rows = [
        [
            name,
            f"{rate[name]:.1f}",
            f"{busy[name] * 1000:.1f}",
            "–" if name == "one process" else f"{mib[name]:.0f}",
            f"{min(run.start for run in runs[name]):.1f}",
        ]
        for name in runs
    ]
    one, two, ray = runs
    clock, processor = rate[two] / rate[one], busy[one] / busy[two]
    beside = rate[ray] / rate[two], busy[two] / busy[ray]
    halves = [_halves(run) for run in runs[one]]
    heads = ["", "articles a second", "busiest process, ms an article", "most MiB of a worker", "seconds to start"]
    told = [
        markdown_table(heads, rows),
        f"Two workers to one: {clock:.2f} by the clock, {processor:.2f} by the processor. "
        f"Ray to two workers: {beside[0]:.2f} by the clock, {beside[1]:.2f} by the processor.",
        f"The second half of the articles costs {statistics.median(halves):.2f} times the first, in one process.",
    ]
    held = clock >= RATIO and beside[0] >= RAY_RATIO and max(mib[two], mib[ray]) < MOST_MIB
    return "\n\n".join(told), held


def _halves(run: Run) -> float:
    middle = len(run.done) // 2
    first, second = run.done[:middle], run.done[-middle:]
    return (sum(d.seconds for d in second) / sum(d.articles for d in second)) / (
        sum(d.seconds for d in first) / sum(d.articles for d in first)
    )


if __name__ == "__main__":
    sys.exit(main())
