"""Feasts that news dates by: «Krismasi», «Jumapili ya Pasaka mwaka 2019», «Eid al-Fitr», «mwezi mtukufu wa Ramadhani».

Those of the moon are reckoned, and the name of their rule says so: where the new moon is sighted, they move by a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from matukio.rules import rule
from matukio.times import calendar
from matukio.times.dates import year_tail
from matukio.times.direction import AHEAD, BEHIND, direction
from matukio.times.names import is_guessed_name, is_named_after
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import Feast

FEAST: Final = "time: feast"
BY_THE_MOON: Final = "time: feast by the moon (approximate)"
MONTH_OF_FASTING: Final = "time: month by the moon (approximate)"

RAMADHANI: Final = 9
NEAR_DAYS: Final = 60
"""An article that is farther from Ramadhani speaks of the month as such: «hushuka bei mwezi wa Ramadhani»."""
WHOLE_MONTH: Final = 25
"""So many days of Ramadhani must lie in a month of ours for it to stand for it; else only the year is sure."""

ARTICLES: Final = ("-", "al", "el", "il", "ul")
"""May stand between the words of a feast: «Eid al-Fitr», «Eid-ul-Fitr», «Idd el Fitri»."""


@rule(FEAST, "Waliuawa siku ya Krismasi.", "Pasaka iliadhimishwa kimya.", never="Kisiwa cha Pasaka ni mbali.")
def feast(reader: Reader, index: int) -> Found | None:
    """A feast by the calendar, by Easter or by the moon, in its own year or the one nearest by the verb."""
    first = reader.skip(index, "siku", "ya")
    best: tuple[int, list[Feast]] | None = None
    for words, row in reader.get(first, "feast") or ():
        end = _end_of(reader, first, words)
        if end and (best is None or end > best[0]):
            best = end, []
        if best and end == best[0]:
            best[1].append(row)
    if best is None or is_named_after(reader, first) or not _is_the_day(reader, first, best[0]):
        return None
    return _feast_found(reader, index, *best)


def second_words(entries: Iterable[tuple[tuple[str, ...], Feast]]) -> set[str]:
    """What can stand after the first word of these feasts, «» where that is all."""
    return {words[1] if len(words) > 1 else "" for words, _ in entries}.union(ARTICLES)


def _end_of(reader: Reader, index: int, words: tuple[str, ...]) -> int | None:
    """The end of the feast's words, whatever article or hyphen joins them."""
    for word in words:
        while index > reader.first and word not in ARTICLES and reader.lower(index) in ARTICLES:
            index += 1
        if reader.lower(index) != word:
            return None
        index += 1
    return index


def _is_the_day(reader: Reader, start: int, end: int) -> bool:
    """Not «mwaka mpya wa fedha», «Idi Amin», «Maulid Mtulia»: where a name can be meant, only a feast's own words."""
    if reader.lower(start) == "mwaka":
        return reader.form(end - 1)[:1].isupper() and reader.lower(end) != "wa"
    if end - start > 1 or not reader.has(start, "feast-name"):
        return True
    if is_guessed_name(reader, end) or is_guessed_name(reader, start - 1) or reader.has(start - 1, "title"):
        return False
    return reader.get(start, "feast-name") == 1 or (reader.has(start - 1, "of") and reader.has(start - 2, "festive"))


def _feast_found(reader: Reader, start: int, end: int, rows: list[Feast]) -> Found | None:
    tail = year_tail(reader, reader.skip(end, "ya") if reader.has(end + 1, "year") else end)
    end = tail[1] if tail else end
    year = tail[0] if tail and isinstance(tail[0], int) else None
    moon = rows[0].calendar == "moon"
    rules = ((BY_THE_MOON if moon else FEAST, start, end),)
    if year is None and reader.published is None:
        return Found(start, end, "DATE", "XXXX-XX-XX" if moon else _without_year(rows[0]), rules)
    if year is not None:
        days = [day for row in rows for day in _days(row, year)]
        day = days[0] if len(days) == 1 else None
        return Found(start, end, "DATE", day.isoformat() if day else f"{year:04}", rules, day)
    assert reader.published
    day = _nearest(reader.published, rows, direction(reader, start, end))
    return Found(start, end, "DATE", day.isoformat(), rules, day) if day else None


def _without_year(row: Feast) -> str:
    return f"XXXX-{row.date}" if row.calendar == "fixed" else "XXXX-XX-XX"


def _days(row: Feast, year: int) -> list[date]:
    """The feast in that year of ours; those of the moon fall twice in some."""
    if row.calendar == "easter":
        day = calendar.days_from(calendar.easter(year), int(row.date))
        return [day] if day else []
    month, number = int(row.date[:2]), int(row.date[3:])
    if row.calendar == "moon":
        return calendar.days_of_the_moon(year, month, number)
    fixed = calendar.real_date(year, month, number)
    return [fixed] if fixed else []


def _nearest(published: date, rows: list[Feast], looks: int | None) -> date | None:
    """The last one for a past verb, the next for a future one, else the nearest."""
    years = range(published.year - 1, published.year + 2)
    days = [day for year in years for row in rows for day in _days(row, year)]
    if looks == BEHIND:
        days = [day for day in days if day <= published]
    elif looks == AHEAD:
        days = [day for day in days if day >= published]
    return min(days, key=lambda day: abs((day - published).days), default=None)


@rule(
    MONTH_OF_FASTING,
    "Walifunga mwezi mtukufu wa Ramadhani mwaka 2023.",
    never=("Mzee Ramadhani alifika.", "Bei hupanda mwezi wa Ramadhani."),
)
def month_of_fasting(reader: Reader, index: int) -> Found | None:
    """«mwezi wa Ramadhani» of a year told or near publication; «Ramadhani» alone is too often a man's name."""
    at = reader.skip(index + 1, "mtukufu") if reader.has(index, "month-word") else index
    if at == index or reader.lower(at) != "wa" or not reader.has(at + 1, "fasting"):
        return None
    end = at + 2
    tail = year_tail(reader, reader.skip(end, "ya") if reader.has(end + 1, "year") else end)
    value = _month_of_year(tail[0]) if tail and isinstance(tail[0], int) else _month_near(reader.published)
    end = tail[1] if tail else end
    return Found(index, end, "DATE", value, ((MONTH_OF_FASTING, index, end),)) if value else None


def _month_of_year(year: int) -> str:
    """The month of ours that it fills, where it falls once in the year; else the year."""
    firsts = calendar.days_of_the_moon(year, RAMADHANI, 1)
    if len(firsts) == 1:
        for day in (firsts[0], calendar.days_from(firsts[0], WHOLE_MONTH - 1)):
            if day and _days_in_its_month(firsts[0], day) >= WHOLE_MONTH:
                return calendar.month_value(day.year, day.month)
    return f"{year:04}"


def _days_in_its_month(first: date, day: date) -> int:
    days = (calendar.days_from(first, count) for count in range(29))
    return sum(1 for other in days if other and (other.year, other.month) == (day.year, day.month))


def _month_near(published: date | None) -> str | None:
    if published is None:
        return None
    years = range(published.year - 1, published.year + 2)
    firsts = [first for year in years for first in calendar.days_of_the_moon(year, RAMADHANI, 1)]
    near = min(firsts, key=lambda first: abs((first - published).days), default=None)
    return _month_of_year(near.year) if near and abs((near - published).days) <= NEAR_DAYS else None
