"""Weights of a tagger: what each feature says for each tag, `0|w=nchini` against B-PER, as learned by `training/`.

The weights in the package were learned from public-domain news and are free for every use. A distribution that has an
entry point in the group `matukio.weights` brings others, which are preferred once installed.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from operator import add
from pathlib import Path
from typing import Final, TypeVar

from matukio.entities.features import (
    BY_DISTANCE,
    MARKS,
    REACH,
    RULES,
    SHAPES,
    Mark,
    after_feature,
    before_features,
    shape_features,
)
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
        self.two_before, self._left, self._near, self._right, self.two_after = (
            Sums(partial(self._of_type, distance)) for distance in range(-REACH, REACH + 1)
        )
        """Word type → what it says for the word two after it (`two_before`), the next, itself, the one before, and the
        word two before it."""
        self.mark_before, self._marks, self.mark_after = (Sums(partial(self._of_mark, each)) for each in (-1, 0, 1))
        self._shaped: dict[tuple[str, str, str, str], tuple[Row, Row]] = {}
        self._before: dict[tuple[int, str, str], tuple[Row, Row]] = {}
        self._after: dict[tuple[str, int], Row] = {}
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
        self.at_start: Row = tuple(0.0 if not name.startswith("I-") else LOWEST for name in tags)
        self.after_outside: Row = tuple(map(add, transitions[0], self.at_start))
        self.before_outside: Row = self.open[0]

    def of_three(self, before: int, here: int, after: int, mark: Mark) -> Row:
        """What a word, its mark and its two neighbours say for the word."""
        shape, rule = SHAPES[here], RULES[mark]
        near, left, right, marked = self._near[here], self._left[before], self._right[after], self._marks[mark]
        shapes, ruled = self._of_shapes(SHAPES[before], shape, SHAPES[after], rule)
        word, told = self._of_before(before, shape, rule)
        next_word = self._of_after(shape, after)
        row = tuple(
            [
                left[tag] + near[tag] + right[tag] + marked[tag]
                + (shapes[tag] + word[tag] + next_word[tag] + ruled[tag] + told[tag])
                for tag in range(len(near))
            ]
        )  # fmt: skip
        _keep(self.threes, (before, here, after, mark), row)
        return row

    def _of_shapes(self, before: str, here: str, after: str, rule: str) -> tuple[Row, Row]:
        """What the shapes of a word and its neighbours say, and what the rule that found it says with them."""
        found = self._shaped.get((before, here, after, rule))
        if found is None:
            *shapes, ruled = shape_features(before, here, after, rule)
            found = self._sum(shapes), self._of(ruled)
            _keep(self._shaped, (before, here, after, rule), found)
        return found

    def _of_before(self, type_id: int, shape: str, rule: str) -> tuple[Row, Row]:
        """What the word before one of such a shape says, and before one that such a rule found."""
        found = self._before.get((type_id, shape, rule))
        if found is None:
            word, told = before_features(type_id, shape, rule)
            found = self._of(word), self._of(told)
            _keep(self._before, (type_id, shape, rule), found)
        return found

    def _of_after(self, shape: str, type_id: int) -> Row:
        """What the word after one of such a shape says."""
        found = self._after.get((shape, type_id))
        if found is None:
            found = self._of(after_feature(shape, type_id))
            _keep(self._after, (shape, type_id), found)
        return found

    def _of_type(self, distance: int, type_id: int) -> Row:
        features = BY_DISTANCE[abs(distance)](type_id)
        return self._sum([f"{distance}|{feature}" for feature in features])

    def _of_mark(self, distance: int, mark: Mark) -> Row:
        return self._sum([f"{distance}|{feature}" for feature in MARKS[mark]])

    def _sum(self, named: Sequence[str]) -> Row:
        total = list(self._none)
        for name in named:
            row = self._of(name)
            if row is not self._none:
                for tag in range(len(total)):
                    total[tag] += row[tag]
        return tuple(total)

    def _of(self, name: str) -> Row:
        """The weights of one feature."""
        row = self._rows.get(name)
        if row is None:
            told = self.features.get(name)
            if told is None:
                return self._none
            row = self._rows[name] = _row(told, len(self.tags))
        return row


KEPT: Final = 5_000
"""So many sums over a word and its neighbours are kept, and so many over two of them."""
Key = TypeVar("Key")
Value = TypeVar("Value")


def _keep(sums: dict[Key, Value], key: Key, value: Value) -> None:
    if len(sums) > KEPT:
        sums.clear()
    sums[key] = value


def read_weights(path: Path) -> Weights:
    """The weights in a file made by `training/`: a line of tags, a line for each tag's transitions, then features."""
    try:
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
        tags = tuple(lines[0].split("\t"))
        transitions = tuple(_row(line, len(tags)) for line in lines[1 : len(tags) + 1])
        features: dict[str, str] = dict(line.split("\t", 1) for line in lines[len(tags) + 1 :])
        return Weights(tags, transitions, features)
    except (OSError, EOFError, ValueError, IndexError) as error:
        raise TableError(f"{path}: no weights of a tagger ({error}); make them anew with training/") from None


def _row(told: str, tags: int) -> Row:
    """«3:120» is 1.2 for the fourth tag; tags left out have zero."""
    row = [0.0] * tags
    for cell in told.split("\t") if told else ():
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
