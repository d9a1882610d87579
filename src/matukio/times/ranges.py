"""Ranges, whose halves complete each other: «Machi 12 hadi 15», «Novemba 7-9, 2015», «siku 30 hadi 150»."""

from __future__ import annotations

from datetime import date
from typing import Final

from matukio.rules import rule
from matukio.times import calendar
from matukio.times.dates import LONGEST_MONTH, calendar_date, year_tail
from matukio.times.days import weekday
from matukio.times.direction import AHEAD, BEHIND, direction
from matukio.times.periods import month
from matukio.times.reader import Found, Reader

NAME: Final = "time: end of a range"
LAST_CENTURY: Final = 21


@rule(
    "time: start of a range",
    "Walikutana Januari 8 hadi Februari 10, 2016.",
    "Walisafiri kati ya Januari na Machi 2023.",
    "Waligoma Jumatatu hadi Ijumaa.",
    never="Januari 8 na Februari 10 walikutana.",
)
def range_start(reader: Reader, found: Found) -> Found:
    """What the end tells holds for the start too: the year of «Januari 8 hadi Februari 10, 2016», the week of
    «Jumatatu hadi Ijumaa wiki iliyopita»."""
    if not reader.has(found.end, "up-to"):
        return found
    at, name = found.end + 1, found.rules[-1][0]
    if name == "time: calendar date" and found.day:
        year = _year_of_end(reader, at)
        day = calendar.real_date(year, found.day.month, found.day.day) if year else None
    elif name == "time: weekday" and found.day and _joins(reader, found):
        day = _weekday_before_end(reader, found, at)
    else:
        return _month_of_range(reader, found, at) if name == "time: month" else found
    rules = (*found.rules, ("time: start of a range", found.start, at))
    return found._replace(value=day.isoformat(), day=day, rules=rules) if day else found


def _joins(reader: Reader, found: Found) -> bool:
    """«na» joins a start to an end only after «kati ya»."""
    return reader.lower(found.end) != "na" or reader.matches(found.start - 2, ("kati", "ya"))


def _weekday_before_end(reader: Reader, found: Found, at: int) -> date | None:
    """The last such weekday before the end's; of two bare ones still to come the first leads."""
    end = weekday(reader, at)
    if not (found.day and found.end == found.start + 1 and end and end.day) or end.day == found.day:
        return None
    if end.end == at + 1 and direction(reader, found.start, found.end) == AHEAD:
        return None
    return calendar.weekday_near(end.day, found.day.isoweekday(), BEHIND, True)


def _month_of_range(reader: Reader, found: Found, at: int) -> Found:
    """«Januari na Machi 2023», «Novemba hadi Machi 2023»: the start lies in the end's year, or the one before."""
    end = month(reader, at)
    bare = found.end == found.start + 1 and reader.has(found.start, "month")
    if not bare or end is None or end.end == at + 1 or not end.value[:4].isdigit():
        return found
    number = found.value[5:]
    value = f"{int(end.value[:4]) - (number > end.value[5:]):04}-{number}"
    return found._replace(value=value, rules=(*found.rules, ("time: start of a range", found.start, at)))


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
    if not reader.has(before.end, "up-to"):
        return None
    at = before.end + 1
    if before.day and _joins(reader, before) and (later := _weekday_after_start(reader, before, at)):
        return later
    number = reader.whole(at)
    if number is None or _has_own_unit(reader, number[1]):
        return None
    if before.type == "DURATION":
        return _longer_span(reader, before, *number)
    if before.type != "DATE" or not reader.has(at, "digits") or not before.value[:2].isdigit():
        return None  # without a day of publication «jana» has no year that another could follow
    if before.value.endswith("XX"):
        return _later_century(reader, before, at, number[0])
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


def _later_century(reader: Reader, before: Found, at: int, number: int) -> Found | None:
    """«karne ya 17 na 18»."""
    if not int(before.value[:2]) + 1 < number <= LAST_CENTURY:
        return None
    return Found(at, at + 1, "DATE", f"{number - 1:02}XX", ((NAME, at, at + 1),))


def _weekday_after_start(reader: Reader, before: Found, at: int) -> Found | None:
    """«yatafanyika Jumatatu hadi Ijumaa»: the Friday after that Monday."""
    end = weekday(reader, at) if before.rules[0][0] == "time: weekday" else None
    if not (before.day and end and end.day and end.end == at + 1 and end.day < before.day):
        return None
    day = calendar.weekday_near(before.day, end.day.isoweekday(), AHEAD, True)
    return end._replace(value=day.isoformat(), day=day, rules=((NAME, at, end.end),))
