"""Tables of the user's own, `--tables DIR`: what their cells may hold, and where one that holds something else stands.

    people.tsv:3: no country 'TG'; there are the codes of countries.tsv, as KEN, and UNO, EUR, IGO, NGO, IMG, MNC

The package's own tables pass the same checks, in its tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from matukio.entities.knowledge import Club, Country, Cue, Office, Organisation, People, Person, PlaceEntry, countries
from matukio.entities.rows import use_folder
from matukio.entities.words import KindWord, SportWord
from matukio.errors import TableError
from matukio.record import BODIES, ENTITY_TYPES, SECTORS
from matukio.tables import read_table, read_words

FACTS: Final[dict[str, type[Any]]] = {
    "clubs.tsv": Club, "countries.tsv": Country, "cues.tsv": Cue, "offices.tsv": Office,
    "organisations.tsv": Organisation, "people.tsv": Person, "peoples.tsv": People, "place_words.tsv": KindWord,
    "places.tsv": PlaceEntry, "sport_words.tsv": SportWord, "thing_words.tsv": KindWord,
}  # fmt: skip
LISTS: Final = frozenset(
    ["body_words.tsv", "first_names.tsv", "goals.tsv", "not_names.tsv", "quantities.tsv", "things.tsv"]
)
OFFICE_KINDS: Final = ("person", "group", "body", "others")
IDS: Final = {"clubs.tsv": "org", "organisations.tsv": "org", "people.tsv": "per"}
"""What the ids of a table begin with."""

CODE: Final = re.compile(r"[A-Z]{3}")
TERM: Final = re.compile(r"([0-9]{4})?-([0-9]{4})?")


def use_tables(folder: Path) -> None:
    """Let the tables in the folder add to those of the package and overrule them.

    A row with the first column of one that is known takes its place, and of two entries with one name the folder's is
    the usual one. Raises TableError, with file and line, for a malformed row; nothing changes then.
    """
    check_tables(folder)
    use_folder(folder, frozenset(FACTS) | LISTS)


def check_tables(folder: Path) -> None:
    """Raises TableError, with file, line and what is allowed, for the first cell that no table may hold."""
    own = frozenset(row.code for _, row in _numbered(folder / "countries.tsv", Country))
    known = own.union(countries(), BODIES)
    for name, kind in FACTS.items():
        for number, row in _numbered(folder / name, kind):
            wrong = next(_wrong(row, IDS.get(name), known), None)
            if wrong is not None:
                raise TableError(f"{folder / name}:{number}: {wrong}")
    for name in LISTS:
        if (folder / name).is_file():
            with _in_utf8(folder / name):
                read_words(folder / name)


def _numbered(path: Path, kind: type[Any]) -> list[tuple[int, Any]]:
    """The rows of a table with the lines that they stand in; none where there is no such table."""
    if not path.is_file():
        return []
    with _in_utf8(path):
        rows = read_table(path, kind)
        lines = path.read_text(encoding="utf-8").splitlines()
    numbers = [number for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")][1:]
    return list(zip(numbers, rows, strict=True))


@contextmanager
def _in_utf8(path: Path) -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError:
        raise TableError(f"{path}: not in UTF-8") from None


def _wrong(row: Any, prefix: str | None, known: frozenset[str]) -> Iterator[str]:
    """What a row holds that its columns may not; `prefix` is what its id begins with, `known` the codes of countries
    and bodies."""
    if prefix is not None and not re.fullmatch(rf"{prefix}:\S+", row.id):
        yield f"no id {row.id!r}; it begins with «{prefix}:» and has no blanks, as {prefix}:asha-zuberi"
    if isinstance(row, Country):
        if not CODE.fullmatch(row.code) or row.code in BODIES:
            yield f"no code {row.code!r} for a country; it has three capital letters and is none of {_told(BODIES)}"
        return
    sector, country = getattr(row, "sector", None), getattr(row, "country", None)
    if sector is not None and sector not in SECTORS:
        yield f"no sector {sector!r}; there are {_told(SECTORS)}"
    if country is not None and country not in known:
        yield f"no country {country!r}; there are the codes of countries.tsv, as KEN, and {_told(BODIES)}"
    for term in getattr(row, "years", ()):
        if (wrong := _wrong_term(term)) is not None:
            yield wrong
    for told in row.sectors if isinstance(row, Person) else ():
        name, _, term = told.partition(":")
        if name not in SECTORS:
            yield f"no sector {name!r}; other years stand as GOV:2015-2021 with one of {_told(SECTORS)}"
        if (wrong := _wrong_term(term)) is not None:
            yield wrong
    if isinstance(row, Person) and row.died is not None and not 1000 <= row.died <= 9999:
        yield f"no year {row.died}; the year of death has four digits, as 2021"
    if isinstance(row, PlaceEntry):
        yield from _wrong_on_the_map(row)
    if isinstance(row, Cue) and row.type not in ENTITY_TYPES:
        yield f"no type {row.type!r}; there are {_told(ENTITY_TYPES)}"
    if isinstance(row, Office) and row.kind and row.kind not in OFFICE_KINDS:
        yield f"no kind {row.kind!r}; there are {_told(OFFICE_KINDS)}"


def _wrong_term(term: str) -> str | None:
    found = TERM.fullmatch(term)
    if found is None or found[0] == "-":
        return f"no term {term!r}; years stand as 2013-2022, 2013- or -2022, several parted by «|»"
    since, until = found.groups()
    return f"the term {term!r} ends before it begins" if since and until and until < since else None


def _wrong_on_the_map(row: PlaceEntry) -> Iterator[str]:
    """Both coordinates or none, in degrees; «nan» is a number for Python and lies nowhere."""
    for name, degrees, most in (("latitude", row.latitude, 90), ("longitude", row.longitude, 180)):
        if degrees is not None and not -most <= degrees <= most:
            yield f"no {name} {degrees}; it is in degrees, from -{most} to {most}"
    if (row.latitude is None) != (row.longitude is None):
        yield "latitude and longitude stand together or not at all"


def _told(names: Iterable[str]) -> str:
    return ", ".join(names)
