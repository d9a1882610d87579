"""What each word can be in an expression of time: «jana» is a day (-1) and a direction (mwaka jana), «Mei» a month.

A word's roles are looked up once per word type; most words have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from matukio.swahili.numbers import number_words
from matukio.swahili.vocabulary import VOCABULARY, forgetful
from matukio.tables import files, read_table

Roles = dict[str, Any]
NO_ROLES: Final[Roles] = {}

DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
FIRST_YEAR: Final = 1500
LAST_YEAR: Final = 2199
MISSPELT_LETTERS: Final = 6
"""Shorter names are left alone, as «Juni» is near too many words; so are English ones, which end in no vowel."""


@dataclass(frozen=True, slots=True)
class WordRole:
    """`word` can stand in `role`; what `value` means depends on the role (month number, days from today …)."""

    word: str
    role: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A noun that counts time; `code` is how TIMEX3 writes it: Y, M, W, D, TH, TM, TS, DE (ten years), CE (hundred)."""

    word: str
    code: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Fixed words for a time; `value` is a TIMEX3 value or the name of how to reckon it."""

    phrase: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Feast:
    """A day that news dates by: `fixed` month-day, days from `easter`, or month-day of the `moon` calendar."""

    feast: str
    calendar: str
    date: str


@dataclass(frozen=True, slots=True)
class Season:
    """«msimu wa baridi» → WI."""

    season: str
    code: str


@dataclass(frozen=True, slots=True)
class Leaning:
    """A verb that `looks` one way whatever its own tense: ahead «walitarajiwa kukutana Jumamosi», or, in the present
    tense of reports, behind «linaripoti Ijumaa».

    `governing` ones only through a «ku-» form: «aliahidi kurejea Jumamosi», but «aliahidi Jumamosi» is past.
    """

    stem: str
    looks: str
    governing: bool = False


class RolesByType(dict[int, Roles]):
    """Word type → its roles, filled on demand; most types share `NO_ROLES`."""

    def __missing__(self, type_id: int) -> Roles:
        self[type_id] = roles = _roles(VOCABULARY.lowers[type_id])
        return roles


def _roles(lower: str) -> Roles:
    if lower[0].isdigit():
        return _digit_roles(lower)
    return role_table().get(lower) or _misspelt(lower) or NO_ROLES


def _digit_roles(digits: str) -> Roles:
    if digits.isascii() and digits.isdigit():
        value = int(digits) if len(digits) < 10 else 0
        return (
            {"digits": value, "year": value}
            if len(digits) == 4 and FIRST_YEAR <= value <= LAST_YEAR
            else {"digits": value}
        )
    if (match := DOTTED.fullmatch(digits)) and FIRST_YEAR <= int(match[3]) <= LAST_YEAR:
        return {"dotted": tuple(map(int, match.groups()))}
    return NO_ROLES


@cache
def role_table() -> dict[str, dict[str, Any]]:
    """Word → its roles, from all tables together."""
    roles: dict[str, dict[str, Any]] = {}
    here = files("matukio.times")
    for row in read_table(here / "words.tsv", WordRole):
        roles.setdefault(row.word, {})[row.role] = int(row.value) if row.value.lstrip("-").isdigit() else row.value
    for unit in read_table(here / "units.tsv", Unit):
        roles.setdefault(unit.word, {})["unit"] = unit
    for season in read_table(here / "seasons.tsv", Season):
        roles.setdefault(season.season, {})["season"] = season.code
    for phrase in read_table(here / "phrases.tsv", Phrase):
        first, *rest = phrase.phrase.split()
        by_second = roles.setdefault(first, {}).setdefault("phrase", {})
        by_second.setdefault(rest[0] if rest else "", []).append((tuple(rest), phrase))
    for feast in read_table(here / "feasts.tsv", Feast):
        words = tuple(feast.feast.split())
        roles.setdefault(words[0], {}).setdefault("feast", []).append((words, feast))
    for entry_roles in roles.values():
        for phrases in entry_roles.get("phrase", {}).values():
            phrases.sort(key=lambda pair: -len(pair[0]))
    return roles


@cache
def leanings() -> dict[str, Leaning]:
    """The verbs of expecting, planning, asking, promising and reporting by stem."""
    return {row.stem: row for row in read_table(files("matukio.times") / "leanings.tsv", Leaning)}


@cache
def _long_names() -> dict[str, list[tuple[str, Roles]]]:
    """First letter → names of months and weekdays long enough to be known when misspelt."""
    names: dict[str, list[tuple[str, Roles]]] = {}
    for word, roles in role_table().items():
        if len(word) >= MISSPELT_LETTERS and word[-1] in "aeiou" and ("weekday" in roles or "month" in roles):
            names.setdefault(word[0], []).append((word, roles))
    return names


def _misspelt(lower: str) -> Roles | None:
    """«Jumatao», «Juamtano»: one letter too few, too many, changed or swapped; None when two names are as near."""
    if len(lower) < MISSPELT_LETTERS:
        return None
    near = [roles for name, roles in _long_names().get(lower[0], ()) if _one_edit(lower, name)]
    return near[0] if near and all(roles == near[0] for roles in near) else None


def _one_edit(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[start:], other[start:]
    return one[1:] in (other, other[1:]) or one == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])


ROLES: Final = forgetful(RolesByType())
END: Final = -1
"""In place of a word's type, where none follows."""


class NamesByType(dict[int, tuple[str, ...]]):
    """Word type → what tables call it, in order: its roles, «unit-D» by a unit's code, «number», «mark», itself."""

    def __missing__(self, type_id: int) -> tuple[str, ...]:
        self[type_id] = names = tuple(dict.fromkeys(_names(type_id)))
        return names


def _names(type_id: int) -> Iterator[str]:
    if type_id == END:
        yield "mark"
        return
    roles, lower = ROLES[type_id], VOCABULARY.lowers[type_id]
    yield from roles
    if "unit" in roles:
        yield f"unit-{roles['unit'].code}"
    if "0" <= lower[0] <= "9" or lower in number_words():
        yield "number"
    if not VOCABULARY.strings[type_id][0].isalnum():
        yield "mark"
    yield lower


NAMES: Final = forgetful(NamesByType())


class ByType(dict[int, tuple[Any, ...]]):
    """Word type → what its names stand for in a table; for most types nothing."""

    def __init__(self, table: Mapping[str, tuple[Any, ...]]) -> None:
        self.table = table

    def __missing__(self, type_id: int) -> tuple[Any, ...]:
        self[type_id] = found = tuple(dict.fromkeys(one for name in NAMES[type_id] for one in self.table.get(name, ())))
        return found


def by_table(table: Mapping[str, tuple[Any, ...]]) -> ByType:
    """Word type → what its names stand for in the table."""
    return forgetful(ByType(table))


def by_name(names: str) -> ByType:
    """Word type → which of these names it has."""
    return by_table({name: (name,) for name in names.split()})
