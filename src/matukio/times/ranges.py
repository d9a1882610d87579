"""Ranges, whose halves complete each other: «Machi 12 hadi 15», «Novemba 7-9, 2015», «siku 30 hadi 150»."""

from __future__ import annotations

from dataclasses import replace

from matukio.rules import rule
from matukio.times import calendar
from matukio.times.dates import LONGEST_MONTH, calendar_date, year_tail
from matukio.times.reader import Found, Reader

NAME = "time: end of a range"


@rule(
    "time: start of a range",
    "Walikutana Januari 8 hadi Februari 10, 2016.",
    never="Januari 8 na Februari 10 walikutana.",
)
def range_start(reader: Reader, found: Found) -> Found:
    """A day without a year takes that of the range's end: «Januari 8 hadi Februari 10, 2016»."""
    at = found.end + 1
    if not found.day or not reader.has(found.end, "up-to") or found.rules[-1][0] != "time: calendar date":
        return found
    year = _year_of_end(reader, at)
    if year is None:
        return found
    day = calendar.real_date(year, found.day.month, found.day.day)
    rules = (*found.rules, ("time: start of a range", found.start, at))
    return replace(found, value=day.isoformat(), day=day, rules=rules) if day else found


def _year_of_end(reader: Reader, at: int) -> int | None:
    last = calendar_date(reader, at)
    if last and last.day and last.rules[-1][0] == "time: year of a date":
        return last.day.year
    day = reader.get(at, "digits")
    tail = year_tail(reader, at + 1) if day and day <= LONGEST_MONTH else None
    return tail[0] if tail and isinstance(tail[0], int) else None


@rule(
    NAME,
    "Mkutano ni Machi 12 hadi 15.",
    "Alitawala mwaka 2013-2016.",
    never="Machi 12 watu 15 walifika.",
)
def range_end(reader: Reader, before: Found) -> Found | None:
    """The second number takes the month, year or unit of the first: «Septemba 9 hadi 13», «siku 30 hadi 150»."""
    at = before.end + 1
    number = reader.whole(at) if reader.has(before.end, "up-to") else None
    if number is None or _has_own_unit(reader, number[1]):
        return None
    if before.type == "DURATION":
        return _longer_span(reader, before, *number)
    if before.type != "DATE" or not reader.has(at, "digits"):
        return None
    return _day_of_same_month(reader, before, at, number[0]) if before.day else _later_year(reader, before, at)


def _has_own_unit(reader: Reader, end: int) -> bool:
    """«Machi 12 hadi 3 Aprili»: the second date is whole."""
    return reader.has(end, "month") or reader.has(end, "month-word") or reader.lower(end) == "%"


def _longer_span(reader: Reader, before: Found, count: int, end: int) -> Found | None:
    """«siku 30 hadi 150»."""
    digits = before.value.lstrip("PT").rstrip("YMWDHS")
    if reader.lower(before.end) not in ("hadi", "mpaka", "-", "–") or not digits.isdigit() or count <= int(digits):
        return None
    value, start = before.value.replace(digits, str(count)), before.end + 1
    return Found(start, end, "DURATION", value, ((NAME, start, end),))


def _day_of_same_month(reader: Reader, before: Found, at: int, number: int) -> Found | None:
    """«Machi 12 hadi 15», «Novemba 7-9, 2015»."""
    if before.day is None or not before.day.day < number <= LONGEST_MONTH:
        return None
    tail = year_tail(reader, at + 1)
    year, end = tail if tail and isinstance(tail[0], int) else (before.day.year, at + 1)
    day = calendar.real_date(int(year), before.day.month, number)
    return Found(at, end, "DATE", day.isoformat(), ((NAME, at, end),), day) if day else None


def _later_year(reader: Reader, before: Found, at: int) -> Found | None:
    """«mwaka 2013-2016», «2013/14»."""
    if len(before.value) != 4 or not before.value.isdigit():
        return None
    rules = ((NAME, at, at + 1),)
    if reader.has(at, "year"):
        return Found(at, at + 1, "DATE", reader.form(at), rules)
    if len(reader.form(at)) == 2 and reader.lower(before.end) != "na":
        return Found(at, at + 1, "DATE", before.value[:2] + reader.form(at), rules)
    return None
