"""The stories of a whole folder, after its articles were read: copies, stories, events each once, answers, as tables.

make_stories(engine, place, keys, heard) → meza/copies/, meza/stories/, meza/reports/, meza/tellings/, meza/answers/

What is found is what a store finds for the same articles: the same functions of the stories stage decide. Only the
putting of articles into stories goes through them one by one, oldest first; all else is done in pieces by the workers
of an engine. The work stands under `_stories/`, so that a killed run goes on; the tables change places at the end, all
of them.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as arrow

import matukio
from matukio.scale.comparing import compare, name_of, pieces
from matukio.scale.engines import Engine
from matukio.scale.plan import PIECE, UNDATED, Piece, Plan, articles_of, number_articles, write_batches
from matukio.scale.shapes import opened
from matukio.scale.tables import STORY_SCHEMAS
from matukio.scale.telling import copies_in, tell
from matukio.scale.writing import NO_MONTH, Place, packed, put, set_mark
from matukio.stories.grouping import DAYS, place
from matukio.stories.index import Bond, Memory
from matukio.stories.shapes import RANK_BITS

MARK = "_stories.json"
# Stories of the last weeks are looked at; the others are let go of from time to time.
LET_GO_DAYS = 30

Heard = Callable[[str, int, int], None]
"""Called with the step, how many of its pieces are done, and how many there are."""


class PieceFailed(Exception):
    """A piece of the work failed every time: the step, and why."""


def are_made(where: Place, keys: Sequence[str]) -> bool:
    """Whether the tables hold the stories of these blocks already."""
    try:
        made: Mapping[str, Any] = json.loads((where.folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return made.get("state") == _state(keys)


def make_stories(engine: Engine, where: Place, keys: Sequence[str], heard: Heard) -> dict[str, int]:
    """Make the tables of the stories of some blocks, which must be done; gives the number of rows of each.

    Killed and called again for the same blocks, it goes on where it was. Raises PieceFailed, or OSError when the
    folder takes no more."""
    state = _state(keys)
    work = where.folder / "_stories" / state
    for older in work.parent.glob("*") if work.parent.exists() else ():
        if older != work:
            shutil.rmtree(older, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    plan = number_articles(where, keys, work)
    for step in ("keys", "pairs", "copies", "alike") if plan.articles else ():
        _do(engine, partial(compare, plan), step, pieces(plan, step), heard)
    if not plan.file("grouped").exists():
        heard("grouping", 0, 1)
        _group(plan)
    told = _pieces_of_stories(plan)
    _do(engine, partial(tell, plan), "telling", told, heard)
    count: Counter[str] = Counter(dict.fromkeys(STORY_SCHEMAS, 0))
    for piece in told:
        count.update(json.loads((plan.work / f"{name_of(piece)}.json").read_text(encoding="utf-8")))
    _put_in_place(plan, state, count)
    return dict(count)


def _state(keys: Sequence[str]) -> str:
    return sha256("\n".join([matukio.__version__, *keys]).encode()).hexdigest()[:16]


def _do(engine: Engine, work: Callable[[Piece], bool], step: str, waiting: Sequence[Piece], heard: Heard) -> None:
    """The pieces of a step; one alone, or one whose worker does not see the folder, is done by this process."""
    done: Iterable[tuple[Piece, Any]]
    done = engine.map(work, waiting) if len(waiting) > 1 else ((piece, False) for piece in waiting)
    for count, (piece, result) in enumerate(done, 1):
        if isinstance(result, OSError):
            raise result
        if isinstance(result, Exception):
            raise PieceFailed(step, f"{type(result).__name__}: {result}")
        if not result:
            try:
                work(piece)
            except OSError:
                raise
            except Exception as error:
                raise PieceFailed(step, f"{type(error).__name__}: {error}") from error
        heard(step, count, len(waiting))


class _Passing(Memory):
    """What the stories stage asks for when articles come in the order of their ranks, so that none comes later."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        articles = articles_of(plan)
        self._ranks, self._days = articles.column("rank"), articles.days
        self._here: Mapping[int, int] = {}
        self._let_go = 0

    def put_next(self, number: int, alike: Mapping[int, int]) -> int:
        """The story of the next article, given the earlier ones that it is alike to."""
        self._here = alike
        place(self, number)
        day = int(self._days[number])
        if UNDATED > day > self._let_go + LET_GO_DAYS:
            self._let_go_before(day - DAYS - 1)
            self._let_go = day
        return self._story[number]

    def rank(self, number: int) -> int:
        return int(self._ranks[number])

    def alike(self, number: int) -> Mapping[int, int]:
        return self._here

    def near_members(self, story: int, first: int, last: int) -> tuple[int, ...]:
        return ()

    def bonds(self, number: int) -> tuple[Bond, ...]:
        return ()

    def _let_go_before(self, day: int) -> None:
        oldest = day << RANK_BITS
        for story in [story for story, held in self._members.items() if held[-1][0] < oldest]:
            for _, number in self._members.pop(story):
                del self._story[number]


def _group(plan: Plan) -> None:
    """Put every article into its story: `grouped` has all articles by their stories, the oldest story first."""
    index = _Passing(plan)
    rows = _alike_rows(plan)
    waiting = next(rows, None)
    story = np.empty(plan.articles, dtype=np.int64)
    for number in range(plan.articles):
        alike: dict[int, int] = {}
        while waiting is not None and waiting[0] == number:
            alike[waiting[1]] = waiting[2]
            waiting = next(rows, None)
        story[number] = index.put_next(number, alike)
    order = np.argsort(story, kind="stable")
    columns = {"story": story[order], "number": order}
    write_batches(plan, "grouped", [arrow.RecordBatch.from_pydict({k: arrow.array(v) for k, v in columns.items()})])


def _alike_rows(plan: Plan) -> Iterator[tuple[int, int, int]]:
    for piece in plan.ranges("alike", plan.articles, PIECE):
        batch = opened(plan.file(name_of(piece)))
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _pieces_of_stories(plan: Plan) -> list[Piece]:
    """Pieces of `grouped` that part no story."""
    stories = opened(plan.file("grouped")).column("story").to_numpy()
    if not len(stories):
        return []
    starts = np.flatnonzero(np.concatenate([[True], stories[1:] != stories[:-1]]))
    borders = [int(starts[np.searchsorted(starts, first, side="right") - 1]) for first in range(0, len(stories), PIECE)]
    ends = [*sorted(set(borders)), len(stories)]
    return [("tell", first, last) for first, last in zip(ends, ends[1:], strict=False)]


def _put_in_place(plan: Plan, state: str, count: Mapping[str, int]) -> None:
    """Put the new tables where the old ones are. Killed in between, the next run does it again."""
    folder = plan.place.folder
    mark = folder / MARK
    mark.unlink(missing_ok=True)
    for name in STORY_SCHEMAS:
        new, target, old = plan.work / "out" / name, folder / name, plan.work / "_old" / name
        if not new.exists() and not count[name]:
            # A question about a table without rows has an answer too, an empty one.
            empty = packed(STORY_SCHEMAS[name].empty_table())
            put(new, {f"month={NO_MONTH}/empty.parquet": empty}, plan.work / "_beside" / name)
        if target.exists():
            old.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(old, ignore_errors=True)
            os.replace(target, old)
        if new.exists():
            os.replace(new, target)
    set_mark(mark, json.dumps({"state": state, "rows": dict(count)}))


def clear(folder: Path) -> None:
    """Take away the work when the tables are in their place and no worker has it open."""
    for held in (opened, articles_of, copies_in):
        held.cache_clear()
    shutil.rmtree(folder / "_stories", ignore_errors=True)
