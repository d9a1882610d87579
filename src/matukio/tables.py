"""Tab-separated tables of words and facts: one header row, one fact a line, read into a dataclass.

    @dataclass(frozen=True, slots=True)
    class Verb:
        lemma: str
        gloss: str
        frame: tuple[str, ...] = ()

    read_table(files("matukio.swahili") / "verbs.tsv", Verb)

The columns are the fields of the row's class. A cell becomes what the field's annotation says: `str`, `int`, `float`,
`bool` (yes or empty), `tuple[str, ...]` (values joined by «|»), each also `| None` (empty is None). A field that has a
default may be left empty or its column left out. Lines that start with # and empty lines are skipped. A table of one
column, which only lists words, needs no class: `read_words`.

There is no cache on the disk: `docs/architecture.md` says what was measured.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields
from importlib import import_module
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from matukio.errors import TableError
from matukio.frozen import quick_init, source_beside

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Row = TypeVar("Row")
LONG = 200
"""Lines from which it is worth the while to make a row's class quicker and to read a table by its columns."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """What a file's header says of its cells."""

    names: tuple[str, ...]
    required: tuple[str, ...]
    """Columns in which a cell must not be empty."""
    empty: dict[str, Any]
    """What an empty cell means in the columns that are neither required nor have a default."""
    readers: tuple[tuple[str, Callable[[str], Any]], ...]
    """How a cell becomes a value, in the columns that are not plain strings."""


def files(package: str | None) -> Path:
    """The folder of a package. `importlib.resources` finds it in archives too, but to import that with all that it
    needs took a twentieth of the time to the first record."""
    return Path(str(import_module(str(package)).__file__)).parent


def read_table(path: Traversable | Path, row: type[Row]) -> list[Row]:
    """All rows of the table as objects of class `row`, in file order.

    Raises TableError, naming file and line, for an unknown or missing column, a wrong number of cells or a cell that
    its field cannot take.
    """
    columns: _Columns | None = None
    rows: list[Row] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    if len(lines) > LONG:
        quick_init(row)
        if (whole := _by_columns(lines, row)) is not None:
            return whole
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            cells = line.split("\t")
            if columns is None:
                columns = _columns(cells, row)
            else:
                rows.append(row(**_values(columns, cells)))
        except (TypeError, ValueError) as error:
            raise TableError(f"{path}:{number}: {error}") from None
    if columns is None:
        raise TableError(f"{path}: no header row")
    return rows


def read_words(path: Traversable | Path) -> list[str]:
    """The words of a table with one column, whatever its header calls them, in file order.

    Raises TableError, naming file and line, for a second column, and where there is no header.
    """
    words: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if more := line.count("\t"):
            raise TableError(f"{path}:{number}: {more + 1} cells, but a table of words has one column")
        words.append(line)
    if not words:
        raise TableError(f"{path}: no header row")
    return words[1:]


def _by_columns(lines: list[str], row: type[Any]) -> list[Any] | None:
    """The rows of a table, a column after the other: in a third of the time. None for a table that is faulty or of a
    kind that needs more; it is read line by line, so that an error can name its line."""
    # equal cells, «GOV» in a thousand rows, are one string
    told = (line.split("\t") for line in lines if line and line[0] != "#" and not line.isspace())
    header, *rest = [list(map(intern, cells)) for cells in told] or [[""]]
    try:
        columns = _columns(header, row)
        width = len(header)
        rest = [cells if len(cells) == width else cells + [""] * (width - len(cells)) for cells in rest]
        cells_of = dict(zip(header, zip(*rest, strict=True), strict=True))
        readers, values = dict(columns.readers), []
        for each in fields(row):
            if each.default_factory is not MISSING or not each.init:
                return None
            empty = columns.empty.get(each.name, each.default)
            cells: Iterable[Any] = cells_of.get(each.name, ("",) * len(rest))
            if empty is MISSING and not all(cells):
                return None
            reader = readers.get(each.name)
            if reader is not None:
                made = {cell: reader(cell) if cell else empty for cell in set(cells)}  # one «1|2» for all rows
                cells = [made[cell] for cell in cells]
            elif empty != "":
                cells = [cell or empty for cell in cells]
            values.append(cells)
        return list(map(row, *values))
    except (TypeError, ValueError):
        return None


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """While many objects are made that stay, the garbage collector would only pass over them again and again: that took
    a seventh of the time to the first record."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _values(columns: _Columns, cells: list[str]) -> dict[str, Any]:
    """The cells of a line by their columns, without those whose default holds. Raises ValueError."""
    if len(cells) > len(columns.names):
        raise ValueError(f"{len(cells)} cells, but the header has {len(columns.names)}")
    # One pass over the cells and one over the columns that need more: 20,000 rows are read before the first text is.
    filled: dict[str, Any] = {name: cell for name, cell in zip(columns.names, cells, strict=False) if cell}
    for name in columns.required:
        if name not in filled:
            raise ValueError(f"column {name}: empty")
    for name, reader in columns.readers:
        if name in filled:
            try:
                filled[name] = reader(filled[name])
            except ValueError as error:
                raise ValueError(f"column {name}: {error}") from None
    return {**columns.empty, **filled} if columns.empty else filled


def _columns(header: list[str], row: type[Any]) -> _Columns:
    """Raises ValueError for an unknown or missing column."""
    known = {field.name: field for field in fields(row)}
    hints = _hints(row)
    for name in header:
        if name not in known:
            raise ValueError(f"unknown column {name!r}, expected {', '.join(known)}")
    for name, field in known.items():
        if name not in header and not _has_default(field):
            raise ValueError(f"column {name!r} is missing")
    told = [name for name in header if not _has_default(known[name])]
    return _Columns(
        names=tuple(header),
        required=tuple(name for name in told if _empty(hints[name]) is MISSING),
        empty={name: _empty(hints[name]) for name in told if _empty(hints[name]) is not MISSING},
        readers=tuple((name, reader) for name in header if (reader := _reader(hints[name]))),
    )


def _hints(row: type[Any]) -> dict[str, str]:
    """What the annotations of the fields say. Of a compiled class (hatch_build.py) they keep no more than «tuple», or
    nothing where the field may be None: there the source beside it is asked."""
    told: dict[str, Any] = row.__dict__.get("__annotations__", {})
    if all(each.name in told and told[each.name] in PLAIN_HINTS for each in fields(row)):
        return told  # as they are written, which spares their being worked out
    hints = {name: str(hint).removeprefix("<class '").removesuffix("'>") for name, hint in get_type_hints(row).items()}
    if not ERASED.isdisjoint(hints.values()):
        # Searched, where `frozen.hints_of` parses: tables are read before the first record, from some thirty modules.
        body = source_beside(row.__module__).partition(f"\nclass {row.__name__}:\n")[2].partition("\n\n\n")[0]
        hints |= {name: told.strip() for name, told in FIELD.findall(body) if hints.get(name) in ERASED}
    return hints


PLAIN_HINTS = frozenset(
    f"{hint}{none}" for hint in ("str", "int", "float", "bool", "tuple[str, ...]") for none in ("", " | None")
)
ERASED = frozenset({"tuple", "type"})
FIELD = re.compile(r"^    (\w+): ([^=#\n]+)", re.MULTILINE)
"""A field of a class with its annotation."""


def _has_default(field: Any) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _empty(hint: str) -> Any:
    """What an empty cell of a field without a default means; MISSING when it must not be empty."""
    if "None" in hint:
        return None
    if hint.startswith("tuple[str"):
        return ()
    return False if hint == "bool" else MISSING


def _reader(hint: str) -> Callable[[str], Any] | None:
    """None for a string, which is its own cell."""
    return _READERS.get(hint.removesuffix(" | None"))


def _words(cell: str) -> tuple[str, ...]:
    return tuple(map(intern, cell.split("|")))


def _yes(cell: str) -> bool:
    if cell != "yes":
        raise ValueError(f"{cell!r} is neither «yes» nor empty")
    return True


_READERS: dict[str, Callable[[str], Any]] = {"bool": _yes, "float": float, "int": int, "tuple[str, ...]": _words}
