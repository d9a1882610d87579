"""Weights of a tagger: what each feature says for each tag, `0|w=nchini` against B-PER, as learned by `training/`.

The weights in the package were learned from public-domain news and are free for every use. A distribution that has an
entry point in the group `matukio.weights` brings others, which are preferred once installed.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from operator import add
from pathlib import Path
from typing import Final

from matukio.entities.features import BY_DISTANCE, MARKS, REACH, Mark, pair_features
from matukio.entities.pretrained import is_model
from matukio.entities.rows import kept
from matukio.errors import MatukioError, TableError
from matukio.tables import files

DEFAULT: Final = "voa"
GROUP: Final = "matukio.weights"
SCALE: Final = 100
"""In the file weights are whole numbers of hundredths."""
LOWEST: Final = float("-inf")
Row = tuple[float, ...]


class Sums(dict[int, Row]):
    """The weights of a number's features together, summed when first asked for."""

    def __init__(self, of: Callable[[int], Row]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, number: int) -> Row:
        self[number] = row = self._of(number)
        return row


class Weights:
    """Tags, weights of their transitions and of features; sums over a word's features are made once a word type.

    The tags are O, those that begin a name, those inside one, each kind in the same order; `features` has a feature's
    weights as they stand in the file, «1:120\t3:-7», which are read when a word has it: most never are.
    """

    def __init__(self, tags: tuple[str, ...], transitions: tuple[Row, ...], features: dict[str, str]) -> None:
        self.tags = tags
        self.transitions = transitions
        self.features = features
        self._none: Row = (0.0,) * len(tags)
        self._rows: dict[str, Row] = {}
        self.types = {
            distance: Sums(partial(self._of_type, distance, BY_DISTANCE[abs(distance)]))
            for distance in range(-REACH, REACH + 1)
        }
        """What a word type says for the word that stands the distance before it."""
        self.marks = {distance: Sums(partial(self._of_mark, distance)) for distance in (-1, 0, 1)}
        self.two_before, self.two_after = self.types[-REACH], self.types[REACH]
        self.mark_before, self.mark_after = self.marks[-1], self.marks[1]
        self.threes: dict[tuple[int, int, int, Mark], Row] = {}
        """The sums of `of_three` so far."""
        self.open = tuple(
            tuple(row[tag] for row in transitions) for tag, name in enumerate(tags) if not name.startswith("I-")
        )
        """For each tag that may stand after any other, the weights of the transitions to it."""
        self.inside = tuple(
            (begin, tag, transitions[begin][tag], transitions[tag][tag])
            for tag, name in enumerate(tags)
            if name.startswith("I-")
            for begin in [tags.index("B-" + name[2:])]
        )
        """For each tag inside a name the one that begins it, itself, and the weights of coming from either."""
        self.at_start = tuple(0.0 if not name.startswith("I-") else LOWEST for name in tags)
        self.after_outside = tuple(map(add, transitions[0], self.at_start))
        self.before_outside = self.open[0]

    def _of_type(self, distance: int, features: Callable[[int], tuple[str, ...]], type_id: int) -> Row:
        return self._sum(f"{distance}|{feature}" for feature in features(type_id))

    def _of_mark(self, distance: int, mark: Mark) -> Row:
        return self._sum(f"{distance}|{feature}" for feature in MARKS[mark])

    def of_three(self, before: int, here: int, after: int, mark: Mark) -> Row:
        """What a word, its mark and its two neighbours say for the word."""
        rows = (
            self.types[-1][before], self.types[0][here], self.types[1][after], self.marks[0][mark],
            self._sum(pair_features(before, here, after, mark)),
        )  # fmt: skip
        if len(self.threes) > THREES:
            self.threes.clear()
        self.threes[before, here, after, mark] = row = tuple(map(sum, zip(*rows, strict=True)))
        return row

    def _sum(self, named: Iterable[str]) -> Row:
        rows = [self._row(name) for name in named if name in self.features]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else self._none

    def _row(self, name: str) -> Row:
        known = self._rows.get(name)
        if known is None:
            known = self._rows[name] = _row(self.features[name].split("\t"), self.tags)
        return known


THREES: Final = 5_000
"""So many sums over a word and its neighbours are kept."""


def read_weights(path: Path) -> Weights:
    """The weights in a file made by `training/`: a line of tags, a line for each tag's transitions, then features."""
    try:
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
        tags = tuple(lines[0].split("\t"))
        transitions = tuple(_row(line.split("\t"), tags) for line in lines[1 : len(tags) + 1])
        features: dict[str, str] = dict(line.split("\t", 1) for line in lines[len(tags) + 1 :])
        return Weights(tags, transitions, features)
    except (OSError, EOFError, ValueError, IndexError) as error:
        raise TableError(f"{path}: no weights of a tagger ({error}); make them anew with training/") from None


def _row(told: list[str], tags: tuple[str, ...]) -> Row:
    """«3:120» is 1.2 for the fourth tag; tags left out have zero."""
    row = [0.0] * len(tags)
    for cell in filter(None, told):
        tag, _, weight = cell.partition(":")
        row[int(tag)] = int(weight) / SCALE
    return tuple(row)


def write_weights(path: Path, weights: Weights) -> None:
    """The file that `read_weights` reads, the same bytes for the same weights."""
    lines = ["\t".join(weights.tags)]
    lines += [cells(row) for row in weights.transitions]
    lines += [f"{name}\t{told}" for name, told in sorted(weights.features.items()) if told]
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))


def cells(row: Sequence[float]) -> str:
    """The weights of a row as they stand in the file, those that are not zero."""
    return "\t".join(f"{tag}:{number}" for tag, weight in enumerate(row) if (number := round(weight * SCALE)))


@cache
def folders() -> dict[str, Path]:
    """Where weights lie by name: those of the package and those of distributions with an entry point."""
    found: dict[str, Path] = {DEFAULT: files(__package__) / "weights"}
    for name, module in _entry_points():
        found[name] = files(module)
    return found


def _entry_points() -> Iterator[tuple[str, str]]:
    """Name and module of the group's entry points in the distributions on Python's path.

    Read here: importlib.metadata with all that it imports takes as long to load as a dozen modules of this package.
    """
    for folder in map(Path, sys.path):
        for path in sorted(folder.glob("*.dist-info/entry_points.txt")):
            _, found, group = path.read_text(encoding="utf-8").partition(f"[{GROUP}]\n")
            for line in group.partition("[")[0].splitlines() if found else ():
                name, equals, module = line.partition("=")
                if equals:
                    yield name.strip(), module.strip()


def choose(name: str | None) -> str:
    """The name of the weights to use: those asked for, here or by the environment's MATUKIO_WEIGHTS, else an installed
    distribution's, else the package's own. A model's folder or «owner/model» (see `pretrained`) is its own name."""
    name = name or os.environ.get("MATUKIO_WEIGHTS") or None
    if name is None:
        return next((each for each in sorted(folders()) if each != DEFAULT), DEFAULT)
    if name not in folders() and not is_model(name):
        installed = ", ".join(sorted(folders()))
        raise MatukioError(
            f"no weights called {name!r} are installed, only {installed}; nor is it a model's folder or owner/model"
        )
    return name


@kept
def weights_for(name: str, task: str) -> Weights:
    """The weights called `name` for a task, «names» or «dates»."""
    return read_weights(folders()[name] / f"{task}.gz")
