"""Rows of the knowledge tables: those of the package and before them those of the user's own folder.

A folder with `people.tsv` of one row «per:asha-zuberi…» adds Asha Zuberi; a row with an id that the package's table has
takes its place. The same loader reads both and names file and line of a malformed row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar, cast

from matukio.errors import TableError
from matukio.tables import files, read_table, read_words

P = ParamSpec("P")
R = TypeVar("R")
Row = TypeVar("Row")

FOLDERS: Final[list[Path]] = []
"""The user's folders, the one named last first."""
CACHES: Final[list[Callable[[], None]]] = []
"""What forgets the rows read so far."""
_PACKAGE: Final = files(__package__)


def rows(file: str, row: type[Row]) -> list[Row]:
    """The rows of a table, the user's first; of two with one key the first counts."""
    found: dict[Any, Row] = {}
    first = fields(cast(Any, row))[0].name
    for folder in (*FOLDERS, _PACKAGE):
        if folder is _PACKAGE or (folder / file).is_file():
            for each in read_table(folder / file, row):
                found.setdefault(_key(each, first), each)
    return list(found.values())


def words_in(file: str) -> frozenset[str]:
    """The words of a table that only lists them, the user's among them."""
    folders = [folder for folder in FOLDERS if (folder / file).is_file()]
    return frozenset(word for folder in (*folders, _PACKAGE) for word in read_words(folder / file))


def _key(row: Any, first: str) -> Any:
    """The first column; where that holds several spellings the first of them with the country («Tripoli» is two)."""
    value = getattr(row, first)
    return (value[0], getattr(row, "country", None)) if isinstance(value, tuple) else value


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """Keep what the function gives until the tables change."""
    cached = cache(function)
    CACHES.append(cached.cache_clear)
    return cast(Callable[P, R], cached)


def use_folder(folder: Path, known: frozenset[str]) -> None:
    """Put the folder's tables before all others. Raises TableError when it is none or holds none of the `known`."""
    if not folder.is_dir():
        raise TableError(f"{folder}: no such folder of tables")
    if not any((folder / name).is_file() for name in known):
        raise TableError(f"{folder}: none of {', '.join(sorted(known))} is in it")
    FOLDERS.insert(0, folder)
    forget()


def drop_folder(folder: Path) -> None:
    """Read without the folder's tables again."""
    FOLDERS.remove(folder)
    forget()


def forget() -> None:
    for clear in CACHES:
        clear()
