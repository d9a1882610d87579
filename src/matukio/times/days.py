"""Days told from today or by their name: «leo Jumanne», «keshokutwa», «Jumatano iliyopita», «siku hiyo».

Each rule reads from one word on and gives what it found, or None; `any_day` is the longest of them.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from matukio.rules import rule
from matukio.times import calendar
from matukio.times.dates import LONGEST_MONTH, after_day_word, calendar_date, closed, numeric_date
from matukio.times.direction import AHEAD, BEHIND, NOW, direction
from matukio.times.names import is_guessed_name
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import Unit, by_name, by_table

NEAR_DAYS: Final = 2
"""«Wanakutana Jumatano», told on Monday, is still to come; told on Friday it has been."""

OPENING: Final = ("(", ",", "ya", "wa")

TELLS_WHICH: Final = by_name("direction anaphor unit digits dotted month month-word date-word ya wa ( ,")
"""Words after a weekday with which it can be told more closely."""


def any_day(reader: Reader, index: int) -> Found | None:
    """The longest expression of one day that begins at the word."""
    best: Found | None = None
    if index < reader.limit:
        for read in DAY_RULES[reader.types[index]]:
            if (day := read(reader, index)) and (best is None or day.end > best.end):
                best = day
    return best


@rule("time: day from today", "Walifika jana mjini.", "Bunge litakutana kesho.", never="Mwaka jana walihama.")
def deictic_day(reader: Reader, index: int) -> Found | None:
    """«leo», «hii leo», «jana», «keshokutwa», with the weekday or date that often follows: «leo Jumanne tarehe 18»."""
    start = index
    if reader.has(index, "this") and reader.has(index + 1, "day"):
        index += 1
    offset = reader.get(index, "day")
    if offset is None or reader.lower(index - 1) == "mambo":  # «ukoloni mambo leo»
        return None
    if offset == 1 and reader.lower(index + 1) == "yake":
        return _day_after_told(reader, index, index + 2)
    end = index + 1
    if offset == 1 and reader.lower(end) in ("kutwa", "kuchwa"):
        offset, end = 2, end + 1
    if offset == 0 and reader.lower(end) in ("hii", "hivi"):
        end += 1
    day = calendar.days_from(reader.published, offset) if reader.published else None
    value = day.isoformat() if day else "XXXX-XX-XX"
    found = Found(start, end, "DATE", value, (("time: day from today", start, end),), day)
    for follows in (weekday, calendar_date):
        after = found.end + (reader.lower(found.end) in OPENING)
        if (more := follows(reader, after)) and reader.lower(after) != "siku":
            found = found.and_then(more, end=closed(reader, after, more.end))
    return found


@rule(
    "time: weekday",
    "Walikutana Jumatano iliyopita.",
    "Uchaguzi utafanyika siku ya Jumapili.",
    never=("Kila Jumatatu wanakutana.", "Mzee Juma alilia."),
)
def weekday(reader: Reader, index: int) -> Found | None:
    """A weekday, its direction from «iliyopita», «ijayo», «hii» or a week named with it, else from the verb."""
    start = index
    at = after_day_word(reader, index)
    number = reader.get(at, "weekday")
    if number is None or (reader.has(at, "english") and _beside_a_name(reader, at)):
        return None
    end = at + 1
    if end < reader.limit and TELLS_WHICH[reader.types[end]]:
        found = (
            _ordinal_weekday(reader, start, end, number)
            or _weekday_and_date(reader, start, end, number)
            or _weekday_of_week(reader, start, end, number)
            or _weekday_with_direction(reader, start, end, number)
        )
        if found:
            return found
    if reader.published is None:
        return _weekday_found(reader, start, end, number, None)
    looks = direction(reader, start, end)
    told = reader.told_weekdays.get(number)
    if told and (looks is None or (reader.has(start - 1, "of") and reader.has(start - 2, "anaphor"))):
        return _weekday_found(reader, start, end, number, told)  # «kikao hicho cha Alhamisi»
    day = _bare_weekday(reader.published, number, looks)
    return _weekday_found(reader, start, end, number, day)


@lru_cache(maxsize=10_000)
def _bare_weekday(published: date, number: int, looks: int | None) -> date:
    """The last such day for a past verb, the next for a future one, today among both; for a present one a near next.

    Today stays today with a future verb too: what a report of Friday says «yatafanyika Ijumaa» is on its own day.
    """
    ahead = calendar.weekday_near(published, number, AHEAD, False)
    if looks == AHEAD or (looks == NOW and (ahead - published).days <= NEAR_DAYS):
        return ahead
    return calendar.weekday_near(published, number, BEHIND, False)


def _beside_a_name(reader: Reader, at: int) -> bool:
    """«Super Tuesday», «Sunday Oliseh»: English names of days are often part of a name."""
    return is_guessed_name(reader, at - 1) or is_guessed_name(reader, at + 1)


def _ordinal_weekday(reader: Reader, start: int, end: int, number: int) -> Found | None:
    """«Jumanne ya kwanza»: of which month is not told."""
    if reader.lower(end) != "ya" or not reader.has(end + 1, "ordinal") or reader.has(end + 1, "month"):
        return None
    return _weekday_found(reader, start, end + 2, number, None)


def _weekday_found(reader: Reader, start: int, end: int, number: int, day: date | None) -> Found:
    value = day.isoformat() if day else f"XXXX-WXX-{number}"
    return Found(start, end, "DATE", value, (("time: weekday", start, end),), day)


def _weekday_and_date(reader: Reader, start: int, end: int, number: int) -> Found | None:
    """«Jumatatu (Septemba 23)», «Ijumaa ya tarehe 4 mwezi huu», «Jumapili 24»: the date says which."""
    after = end + (reader.lower(end) in OPENING)
    more = calendar_date(reader, after) or numeric_date(reader, after)
    if more and (more.day or not reader.published):
        day = _on_weekday(reader, more, number)
        value = day.isoformat() if day else more.value
        base = Found(start, end, "DATE", value, (("time: weekday", start, end),), day)
        return base.and_then(more, end=closed(reader, after, more.end))
    day_number = reader.get(end, "digits")
    if reader.published and day_number and day_number <= LONGEST_MONTH and not reader.has(end + 1, "month"):
        for gap in (0, -1, 1):
            year, month = calendar.month_from(reader.published, gap)
            near = calendar.real_date(year, month, day_number)
            if near and near.isoweekday() == number:
                return _weekday_found(reader, start, end + 1, number, near)
    return None


def _on_weekday(reader: Reader, found: Found, number: int) -> date | None:
    """The date as told; where no year was, that of the years around on which the weekday agrees."""
    day = found.day
    if day is None or day.isoweekday() == number or found.rules[-1][0] != "time: calendar date":
        return day
    for years in (-1, 1):
        other = calendar.real_date(day.year + years, day.month, day.day)
        if other and other.isoweekday() == number:
            return other
    return day


def _weekday_of_week(reader: Reader, start: int, end: int, number: int) -> Found | None:
    """«Jumamosi ya wiki iliyopita», «Jumatatu wiki ijayo»."""
    at = end + (reader.lower(end) in (",", "ya"))
    unit: Unit | None = reader.get(at, "unit")
    weeks = reader.get(at + 1, "direction")
    if unit is None or unit.code != "W" or weeks is None:
        return None
    day = calendar.weekday_of_week(reader.published, number, weeks) if reader.published else None
    return _weekday_found(reader, start, at + 2, number, day)


def _weekday_with_direction(reader: Reader, start: int, end: int, number: int) -> Found | None:
    """«iliyopita» and «ijayo» never name the anchor's own day; «hii» is of this week."""
    way = reader.get(end, "direction")
    if way is not None and reader.lower(end) != "jana":
        if not reader.published:
            return _weekday_found(reader, start, end + 1, number, None)
        if way == 0:
            return _weekday_found(reader, start, end + 1, number, _this_weekday(reader, start, end, number))
        return _weekday_found(
            reader, start, end + 1, number, calendar.weekday_near(reader.published, number, way, True)
        )
    if reader.has(end, "anaphor"):
        told = reader.told_day
        day = calendar.weekday_near(told, number, BEHIND, False) if told else None
        day = day or (calendar.weekday_near(reader.published, number, BEHIND, False) if reader.published else None)
        return _weekday_found(reader, start, end + 1, number, day)
    return None


def _this_weekday(reader: Reader, start: int, end: int, number: int) -> date:
    """«Jumamosi hii»: the coming one, unless the verb is past and this week's has been."""
    assert reader.published
    day = calendar.weekday_of_week(reader.published, number, 0)
    if day < reader.published and direction(reader, start, end) != BEHIND:
        return calendar.weekday_near(reader.published, number, AHEAD, False)
    return day


def _day_after_told(reader: Reader, start: int, end: int) -> Found | None:
    """«kesho yake», «siku iliyofuata»."""
    day = calendar.days_from(reader.told_day, 1) if reader.told_day else None
    return Found(start, end, "DATE", day.isoformat(), (("time: the day told", start, end),), day) if day else None


@rule("time: the day told", "Mei 3 walifika. Siku hiyo mvua ilinyesha.", never="Siku hiyo mvua ilinyesha.")
def told_day(reader: Reader, index: int) -> Found | None:
    """«siku hiyo», «siku ile»: the last day told, if one was."""
    if reader.lower(index) != "siku" or reader.told_day is None:
        return None
    if reader.has(index + 1, "next"):
        return _day_after_told(reader, index, index + 2)
    if reader.has(index + 1, "before") and (before := calendar.days_from(reader.told_day, -1)):
        rules = (("time: the day told", index, index + 2),)
        return Found(index, index + 2, "DATE", before.isoformat(), rules, before)
    if not reader.has(index + 1, "anaphor"):
        return None
    if reader.lower(index + 1) in ("hizo", "hayo"):
        return None
    end = reader.past_doubled(index + 1)
    return Found(
        index, end, "DATE", reader.told_day.isoformat(), (("time: the day told", index, end),), reader.told_day
    )


DAY_RULES: Final = by_table(
    {
        "date-word": (calendar_date.func, numeric_date.func),
        "day": (deictic_day.func,),
        "digits": (calendar_date.func, numeric_date.func),
        "dotted": (numeric_date.func,),
        "month": (calendar_date.func,),
        "month-word": (calendar_date.func,),
        "this": (deictic_day.func,),
        "unit-D": (weekday.func, calendar_date.func, told_day.func),
        "weekday": (weekday.func,),
    }
)
"""Role of the first word → the rules for one day that can begin there."""
