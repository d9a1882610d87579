"""Files of weights: how they are read and written, and which of those installed are used.

The weights in the package were learned from public-domain news and are free for every use. A distribution that has an
entry point in the group `matukio.weights` brings others, which are preferred once installed.
"""

from __future__ import annotations

import gzip
import os
import sys
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from matukio.entities.pretrained import is_model
from matukio.entities.rows import kept
from matukio.entities.weights import Group, Row, Weights, cells, split_name
from matukio.errors import MatukioError, TableError
from matukio.tables import files

DEFAULT: Final = "voa"
GROUP: Final = "matukio.weights"


def read_weights(path: Path) -> Weights:
    """The weights in a file made by `training/`: a line of tags, a line for each tag's transitions, then features."""
    try:
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
        tags = tuple(lines[0].split("\t"))
        transitions = tuple(_row(line, len(tags)) for line in lines[1 : len(tags) + 1])
        return Weights(tags, transitions, _groups(sorted(lines[len(tags) + 1 :])))
    except (OSError, EOFError, ValueError, IndexError) as error:
        raise TableError(f"{path}: no weights of a tagger ({error}); make them anew with training/") from None


def _groups(lines: list[str]) -> dict[str, Group]:
    """The features of sorted lines, those of a group together: taken apart line by line they would take longer."""
    found: dict[str, Group] = {}
    at = 0
    while at < len(lines):
        name = lines[at].partition("\t")[0]
        kind, _ = split_name(name)
        end = bisect_right(lines, kind + LAST) if kind != name or kind.endswith("=") else at + 1
        told: dict[str, str] = dict([line[len(kind) :].split("\t", 1) for line in lines[at:end]])
        found[kind] = {**told}
        at = end
    return found


LAST: Final = "\U0010ffff"
"""What stands after it sorts after all else."""


def _row(told: str, tags: int) -> Row:
    """«3:120» is 1.2 for the fourth tag; tags left out have zero."""
    row = [0] * tags
    for cell in told.split("\t") if told else ():
        tag, _, weight = cell.partition(":")
        row[int(tag)] = int(weight)
    return tuple(row)


def write_weights(path: Path, weights: Weights) -> None:
    """The file that `read_weights` reads, the same bytes for the same weights."""
    lines = ["\t".join(weights.tags)]
    lines += [cells(row) for row in weights.transitions]
    for kind, group in sorted(weights.features.items()):
        lines += sorted(f"{kind}{value}\t{weights.cells(told)}" for value, told in group.items())
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))


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
