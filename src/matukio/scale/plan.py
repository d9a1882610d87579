"""All articles of a folder in one order, and how the work of comparing them is parted.

number_articles(place, keys) → Plan: article 0 is the oldest; shapes of article 17 stand in file 3, row 12
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as arrow
from numpy.typing import NDArray

from matukio.scale.shapes import opened
from matukio.scale.writing import NO_MONTH, Place, put
from matukio.stories.profiles import Profile
from matukio.stories.shapes import unpack_profile, unpack_words
from matukio.stories.words import Numbered

# Articles in one piece of work, and files of blocks.
PIECE, FILES = 2_000, 50
# Articles whose keys are sorted together: some fifty each, of eight bytes, several times in memory.
KEYED = 20_000
_COLUMNS = ("article_id", "rank", "day", "published", "publisher", "agency", "title")

Piece = tuple[str, int, int]
"""A step's name, and from which number to before which."""


@dataclass(frozen=True)
class Plan:
    """Where the shapes are and where the work is kept; small, for it travels to every worker."""

    place: Place
    keys: tuple[str, ...]
    articles: int
    work: Path

    def file(self, name: str) -> Path:
        """A file of the work."""
        return self.work / f"{name}.arrow"

    def ranges(self, step: str, count: int, size: int) -> Iterator[Piece]:
        """So many things in pieces of a size."""
        for first in range(0, count, size):
            yield step, first, min(first + size, count)

    @property
    def parts(self) -> int:
        """Into how many parts the keys go."""
        return -(-self.articles // KEYED)


class Articles:
    """The articles of a plan, by their numbers."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.table = opened(plan.file("articles"))

    def column(self, name: str) -> list[Any]:
        """A column, for all articles."""
        return list(self.table.column(name).to_pylist())

    def value(self, name: str, number: int) -> Any:
        """What stands in a column for an article."""
        return self.table.column(name)[number].as_py()

    def values(self, name: str, numbers: Sequence[int]) -> list[Any]:
        """What stands in a column for some articles."""
        return list(self.table.column(name).take(arrow.array(numbers, arrow.int64())).to_pylist())

    def numbers_of(self, first: int, last: int) -> dict[int, list[tuple[int, int]]]:
        """For some of the files the rows that count, each with its article's number."""
        found: dict[int, list[tuple[int, int]]] = {}
        for number in np.flatnonzero((self._files >= first) & (self._files < last)).tolist():
            found.setdefault(int(self._files[number]), []).append((int(self._rows[number]), number))
        return found

    def month(self, number: int) -> str:
        """The month of publication, as the folders have it."""
        return month_of(self.value("published", number))

    def words(self, number: int) -> Numbered:
        """The words of an article."""
        return unpack_words(self._shape("words", number))

    def profile(self, number: int) -> Profile:
        """The profile of an article."""
        return unpack_profile(self._shape("profile", number))

    def told(self, number: int) -> bytes:
        """What is kept of its events and claims."""
        return self._shape("told", number)

    @cached_property
    def days(self) -> NDArray[np.int64]:
        """The day of each article; of those without one, which stand last, a day that never comes."""
        return np.asarray(self.table.column("day").fill_null(UNDATED).to_numpy(zero_copy_only=False), dtype=np.int64)

    def _shape(self, name: str, number: int) -> bytes:
        key = self._plan.keys[int(self._files[number])]
        data: bytes = opened(shapes_file(self._plan.place, key)).column(name)[int(self._rows[number])].as_py()
        return data

    @cached_property
    def _files(self) -> NDArray[np.int32]:
        return np.asarray(self.table.column("file").to_numpy())

    @cached_property
    def _rows(self) -> NDArray[np.int32]:
        return np.asarray(self.table.column("row").to_numpy())


UNDATED = 2**40


@lru_cache(maxsize=2)
def articles_of(plan: Plan) -> Articles:
    """The articles of a plan; a worker opens them once."""
    return Articles(plan)


def month_of(day: Any) -> str:
    """The name of a day's folder."""
    return day.strftime("%Y-%m") if day else NO_MONTH


def shapes_file(place: Place, key: str) -> Path:
    """What is kept of the articles of a block."""
    return place.folder / "_shapes" / f"{key}.arrow"


def number_articles(place: Place, keys: Sequence[str], work: Path) -> Plan:
    """Put the articles of these blocks in the order of their ranks. Of two of one name, as the store calls it, the one
    that comes later in the blocks stands for both, as if it had been added later."""
    files = [opened(shapes_file(place, key)) for key in keys]
    latest: dict[str, tuple[int, int, int]] = {}
    for number, file in enumerate(files):
        names, ranks = file.column("name").to_pylist(), file.column("rank").to_pylist()
        for row, (name, rank) in enumerate(zip(names, ranks, strict=True)):
            latest[name] = rank, number, row
    ordered = sorted(latest.values())
    plan = Plan(place, tuple(keys), len(ordered), work)
    schema = arrow.schema([*(files[0].schema.field(name) for name in _COLUMNS), ("file", arrow.int32()),
                           ("row", arrow.int32())]) if files else arrow.schema([])  # fmt: skip
    starts = np.cumsum([0, *(file.num_rows for file in files)])
    places = arrow.array([int(starts[number]) + row for _, number, row in ordered], arrow.int64())
    of_it = [number for _, number, _ in ordered], [row for _, _, row in ordered]
    columns = [
        arrow.chunked_array([file.column(name) for file in files]).take(places).combine_chunks() for name in _COLUMNS
    ]
    columns += [arrow.array(values, arrow.int32()) for values in of_it]
    write_batches(plan, "articles", [arrow.RecordBatch.from_arrays(columns, schema=schema)])
    return plan


def write_batches(plan: Plan, name: str, batches: Sequence[arrow.RecordBatch]) -> None:
    """Write a file of the work, whole."""
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_file(sink, batches[0].schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
    put(plan.work, {f"{name}.arrow": bytes(sink.getvalue())}, plan.work / "_beside" / name)
