"""Numbers in words and digits: «elfu mbili mia tano na hamsini na sita» is 2556, «milioni 1.5» is 1500000.

>>> number_at(analyze("Watu laki tatu waliandamana."), 1)
(300000, 3)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import files, read_table

THOUSANDS_GROUP: Final = 3


class HasTypes(Protocol):
    """A `Text`, or whatever else knows the types of its words."""

    @property
    def types(self) -> Sequence[int]: ...


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A numeral: `unit` 0–9, `ten` 10–90, `multiplier` (mia, elfu, … dazeni) or `fraction`; class forms are listed."""

    word: str
    role: str
    value: float


def number_at(text: HasTypes, index: int, limit: int | None = None) -> tuple[float | int, int] | None:
    """The number that begins at word `index` and the index after its last word; None when no number begins there.

    It never runs past word `limit` (by default the end of the text).
    """
    limit = len(text.types) if limit is None else limit
    whole = whole_number_at(text, index, limit)
    if whole is None:
        return _fraction_at(text, index, limit)
    value, end = whole
    if (
        _lower(text, end, limit) in ("nukta", "pointi")
        and (digit := _word(text, end + 1, limit))
        and digit.role == "unit"
    ):
        return value + digit.value / 10, end + 2
    added = _fraction_at(text, end + 1, limit) if _lower(text, end, limit) == "na" else None
    if added and added[0] < 1 and not _fraction_of_a_noun(text, added[1], limit):
        return _tidy(value + added[0] * _last_multiplier(text, index, end)), added[1]
    return value, end


def whole_number_at(text: HasTypes, index: int, limit: int | None = None) -> tuple[float | int, int] | None:
    """As `number_at`, but without «na nusu» or «na robo» after it: «saa mbili na nusu» needs the two apart."""
    limit = len(text.types) if limit is None else limit
    if index >= limit:
        return None
    term = _term_at(text, index, limit)
    if term is None:
        return None
    total, end = term
    size = total
    if _is_digits(text, index) and end == index + 1:
        return total, end  # «dakika 15 na mmoja wao»: figures take no words after them
    while end < limit:
        joined = _lower(text, end, limit) == "na"
        term = _term_at(text, end + joined, limit)
        # parts grow smaller: «mia tano na sita», but «watano na mia» are two numbers, and so are «wawili na watatu»
        if term is None or _is_digits(text, end + joined) or term[0] >= _room(size):
            break
        if not joined and size < 100:
            break
        total, size, end = total + term[0], term[0], term[1]
    return _tidy(total), end


def read_digits(string: str) -> float | int | None:
    """The value of a numeral in digits with either separator: «1,250», «1.250», «2,5»; None when it is no number."""
    groups = string.replace(",", ".").split(".")
    if not all(group.isascii() and group.isdigit() for group in groups):
        return None
    if len(groups) == 1:
        return int(groups[0])
    if (
        all(len(group) == THOUSANDS_GROUP for group in groups[1:])
        and len(groups[0]) <= THOUSANDS_GROUP
        and groups[0] != "0"
    ):
        return int("".join(groups))
    return float(".".join(groups)) if len(groups) == 2 else None


@cache
def number_words() -> dict[str, NumberWord]:
    """Every numeral by its form."""
    return {row.word: row for row in read_table(files("matukio.swahili") / "numbers.tsv", NumberWord)}


def _term_at(text: HasTypes, index: int, limit: int) -> tuple[float | int, int] | None:
    """One member of the sum: «elfu kumi na mbili», «mia tano», «hamsini», «sita», «20»."""
    if index >= limit:
        return None
    if _is_digits(text, index):
        value = read_digits(_lower(text, index, limit))
        if value is None:
            return None
        follower = _word(text, index + 1, limit)
        if follower and follower.role == "multiplier" and follower.value >= 1000:
            return _tidy(value * follower.value), index + 2
        return value, index + 1
    word = _word(text, index, limit)
    if word is None or word.role == "fraction":
        return None
    if word.role != "multiplier":
        return _tidy(word.value), index + 1
    return _multiplied(text, index, limit, word)


def _multiplied(text: HasTypes, index: int, limit: int, word: NumberWord) -> tuple[float | int, int]:
    """«elfu» and what it counts: the number after it when that is smaller than the multiplier itself."""
    factor = _small_at(text, index + 1, limit, word.value)
    if factor is None:
        return _tidy(word.value), index + 1
    return _tidy(word.value * factor[0]), factor[1]


def _small_at(text: HasTypes, index: int, limit: int, below: float) -> tuple[float | int, int] | None:
    if index >= limit:
        return None
    if _is_digits(text, index):
        value = read_digits(_lower(text, index, limit))
        return None if value is None else (value, index + 1)
    word = _word(text, index, limit)
    if word is None or word.role == "fraction" or (word.role == "multiplier" and word.value >= below):
        return None
    if word.role == "multiplier":
        # «milioni mia mbili», «elfu mia tano»; after «elfu mbili» a new member begins with «mia»
        return _multiplied(text, index, limit, word)
    if word.role == "ten" and below >= 100 and _lower(text, index + 1, limit) == "na":
        unit = _word(text, index + 2, limit)
        if unit and unit.role == "unit":
            return _tidy(word.value + unit.value), index + 3
    return _tidy(word.value), index + 1


def _fraction_at(text: HasTypes, index: int, limit: int) -> tuple[float | int, int] | None:
    """«nusu», «theluthi mbili», «robo tatu»."""
    word = _word(text, index, limit)
    if word is None or word.role != "fraction":
        return None
    count = _word(text, index + 1, limit)
    if count and count.role == "unit" and 1 < count.value * word.value + 1 < 2:
        return word.value * count.value, index + 2
    return word.value, index + 1


def _fraction_of_a_noun(text: HasTypes, index: int, limit: int) -> bool:
    """«watu wawili na nusu ya mji»: the half is of something else."""
    return _lower(text, index, limit) in ("ya", "za")


def _last_multiplier(text: HasTypes, index: int, end: int) -> float:
    """What the half in «milioni moja na nusu» is half of."""
    words = [word for i in range(index, end) if (word := _word(text, i, end)) and word.role == "multiplier"]
    return words[-1].value if words else 1


def _room(size: float) -> float:
    """Members after one of this size must be smaller: 5 after 40, 99 after 300, 999 after 2000."""
    for multiplier in (10**12, 10**9, 10**6, 10**5, 1000, 100, 10):
        if size >= multiplier:
            return multiplier
    return 0


def _word(text: HasTypes, index: int, limit: int) -> NumberWord | None:
    return number_words().get(_lower(text, index, limit)) if index < limit else None


def _lower(text: HasTypes, index: int, limit: int) -> str:
    return VOCABULARY.lowers[text.types[index]] if index < limit else ""


def _is_digits(text: HasTypes, index: int) -> bool:
    return index < len(text.types) and "0" <= VOCABULARY.strings[text.types[index]][0] <= "9"


def _tidy(value: float) -> float | int:
    return int(value) if value == int(value) else value
