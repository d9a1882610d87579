"""Tab-separated tables of words and facts: one header row, one fact a line, read into a dataclass.

    @dataclass(frozen=True, slots=True)
    class Verb:
        lemma: str
        gloss: str
        frame: tuple[str, ...] = ()

    read_table(files("matukio.swahili") / "verbs.tsv", Verb)

The columns are the fields of the row's class. A cell becomes what the field's annotation says: `str`, `int`, `float`,
`bool` (yes or empty), `tuple[str, ...]` (values joined by «|»), each also `| None` (empty is None). A field that has a
default may be left empty or its column left out. Lines that start with # and empty lines are skipped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from matukio.errors import TableError

Row = TypeVar("Row")


def read_table(path: Traversable | Path, row: type[Row]) -> list[Row]:
    """All rows of the table as objects of class `row`, in file order.

    Raises TableError, naming file and line, for an unknown or missing column, a wrong number of cells or a cell that
    its field cannot take.
    """
    columns = {field.name: field for field in fields(row)}  # type: ignore[arg-type]
    hints = get_type_hints(row)
    header: list[str] | None = None
    readers: list[tuple[str, Callable[[str], Any], bool]] = []
    rows: list[Row] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            readers = _readers(path, number, header, columns, hints)
            continue
        if len(cells) > len(header):
            raise TableError(f"{path}:{number}: {len(cells)} cells, but the header has {len(header)}")
        cells += [""] * (len(header) - len(cells))
        values: dict[str, Any] = {}
        for (name, reader, optional), cell in zip(readers, cells, strict=True):
            if not cell and optional:
                continue
            try:
                values[name] = reader(cell)
            except ValueError as error:
                raise TableError(f"{path}:{number}: column {name}: {error}") from None
        try:
            rows.append(row(**values))
        except (TypeError, ValueError) as error:
            raise TableError(f"{path}:{number}: {error}") from None
    if header is None:
        raise TableError(f"{path}: no header row")
    return rows


def _readers(
    path: Traversable | Path, number: int, header: list[str], columns: dict[str, Any], hints: dict[str, Any]
) -> list[tuple[str, Callable[[str], Any], bool]]:
    """For each column of the file: field name, how to read a cell, whether an empty cell means the default."""
    readers = []
    for name in header:
        if name not in columns:
            raise TableError(f"{path}:{number}: unknown column {name!r}, expected {', '.join(columns)}")
        readers.append((name, _cell_reader(hints[name]), _has_default(columns[name])))
    for name, field in columns.items():
        if name not in header and not _has_default(field):
            raise TableError(f"{path}:{number}: column {name!r} is missing")
    return readers


def _has_default(field: Any) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _cell_reader(hint: Any) -> Callable[[str], Any]:
    text = str(hint)
    if hint is str:
        return _required
    if hint is int or text == "int | None":
        return int
    if hint is float or text == "float | None":
        return float
    if hint is bool:
        return _yes
    if text.startswith("tuple[str"):
        return lambda cell: tuple(cell.split("|")) if cell else ()
    return str


def _required(cell: str) -> str:
    if not cell:
        raise ValueError("empty")
    return cell


def _yes(cell: str) -> bool:
    if cell != "yes":
        raise ValueError(f"{cell!r} is neither «yes» nor empty")
    return True
