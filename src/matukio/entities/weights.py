"""Weights of a tagger: what each feature says for each tag, `0|w=nchini` against B-PER, as learned by `training/`.

The weights in the package were learned from public-domain news and are free for every use. A distribution that has an
entry point in the group `matukio.weights` brings others, which are preferred once installed.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from matukio.entities.features import BY_DISTANCE, Mark, pair_features
from matukio.entities.rows import kept
from matukio.errors import MatukioError, TableError

DEFAULT = "voa"
GROUP = "matukio.weights"
SCALE = 100
"""In the file weights are whole numbers of hundredths."""
Row = tuple[float, ...]


def may_follow(before: str, tag: str) -> bool:
    """I-PER stands after B-PER and I-PER only."""
    return not tag.startswith("I-") or before[2:] == tag[2:]


class Weights:
    """Tags, weights of their transitions and of features; sums over a word's features are made once a word type."""

    def __init__(self, tags: tuple[str, ...], transitions: tuple[Row, ...], features: dict[str, Row]) -> None:
        self.tags = tags
        self.transitions = transitions
        self.features = features
        self._none: Row = (0.0,) * len(tags)
        self._types: dict[tuple[int, int], Row] = {}
        self._marks: dict[tuple[int, Mark], Row] = {}
        self._threes: dict[tuple[int, int, int, Mark], Row] = {}
        self.arrivals = tuple(
            tuple((source, transitions[source][tag]) for source, before in enumerate(tags) if may_follow(before, name))
            for tag, name in enumerate(tags)
        )
        """For each tag those that may stand before it, with the transition's weight."""

    def of_type(self, distance: int, type_id: int) -> Row:
        """What a word type says for the word `distance` places before it."""
        key = (distance, type_id)
        known = self._types.get(key)
        if known is None:
            named = (f"{distance}|{feature}" for feature in BY_DISTANCE[abs(distance)](type_id))
            known = self._types[key] = self._sum(named)
        return known

    def of_mark(self, distance: int, mark: Mark) -> Row:
        key = (distance, mark)
        known = self._marks.get(key)
        if known is None:
            known = self._marks[key] = self._sum(f"{distance}|{feature}" for feature in mark)
        return known

    def of_three(self, before: int, here: int, after: int, mark: Mark) -> Row:
        """What a word, its mark and its two neighbours say for the word."""
        key = (before, here, after, mark)
        known = self._threes.get(key)
        if known is None:
            if len(self._threes) > THREES:
                self._threes.clear()
            rows = (
                self.of_type(-1, before), self.of_type(0, here), self.of_type(1, after), self.of_mark(0, mark),
                self._sum(pair_features(before, here, after, mark)),
            )  # fmt: skip
            known = self._threes[key] = tuple(map(sum, zip(*rows, strict=True)))
        return known

    def _sum(self, named: Iterable[str]) -> Row:
        rows = [row for row in map(self.features.get, named) if row is not None]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else self._none


THREES = 200_000
"""So many sums over a word and its neighbours are kept."""


def read_weights(path: Traversable | Path) -> Weights:
    """The weights in a file made by `training/`: a line of tags, a line for each tag's transitions, then features."""
    try:
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
        tags = tuple(lines[0].split("\t"))
        transitions = tuple(_row(line.split("\t"), tags) for line in lines[1 : len(tags) + 1])
        features = {}
        for line in lines[len(tags) + 1 :]:
            name, *cells = line.split("\t")
            features[name] = _row(cells, tags)
    except (OSError, EOFError, ValueError, IndexError) as error:
        raise TableError(f"{path}: no weights of a tagger ({error}); make them anew with training/") from None
    return Weights(tags, transitions, features)


def _row(cells: list[str], tags: tuple[str, ...]) -> Row:
    """«3:120» is 1.2 for the fourth tag; tags left out have zero."""
    row = [0.0] * len(tags)
    for cell in filter(None, cells):
        tag, _, weight = cell.partition(":")
        row[int(tag)] = int(weight) / SCALE
    return tuple(row)


def write_weights(path: Path, weights: Weights) -> None:
    """The file that `read_weights` reads, the same bytes for the same weights."""
    lines = ["\t".join(weights.tags)]
    lines += ["\t".join(_cells(row)) for row in weights.transitions]
    lines += ["\t".join([name, *cells]) for name, row in sorted(weights.features.items()) if (cells := _cells(row))]
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))


def _cells(row: Row) -> list[str]:
    return [f"{tag}:{number}" for tag, weight in enumerate(row) if (number := round(weight * SCALE))]


@cache
def folders() -> dict[str, Traversable]:
    """Where weights lie by name: those of the package and those of distributions with an entry point."""
    found: dict[str, Traversable] = {DEFAULT: files(__package__) / "weights"}
    for point in entry_points(group=GROUP):
        found[point.name] = files(point.value)
    return found


def choose(name: str | None) -> str:
    """The name of the weights to use: those asked for, here or by the environment's MATUKIO_WEIGHTS, else an installed
    distribution's, else the package's own."""
    name = name or os.environ.get("MATUKIO_WEIGHTS") or None
    if name is None:
        return next((each for each in sorted(folders()) if each != DEFAULT), DEFAULT)
    if name not in folders():
        raise MatukioError(f"no weights called {name!r} are installed, only {', '.join(sorted(folders()))}")
    return name


@kept
def weights_for(name: str, task: str) -> Weights:
    """The weights called `name` for a task, «names» or «dates»."""
    return read_weights(folders()[name] / f"{task}.gz")
