"""Dates by day and month: «tarehe 13 Septemba 2023», «Septemba 13, 2023», «tarehe 13 mwezi wa tisa», «13/9/2023»."""

from __future__ import annotations

from typing import Final

from matukio.rules import rule
from matukio.times import calendar
from matukio.times.direction import AHEAD, BEHIND, direction, firm_direction
from matukio.times.names import is_named_after
from matukio.times.reader import Found, Reader, RuleSpans

LONGEST_MONTH: Final = 31


@rule(
    "time: calendar date",
    "Alizaliwa tarehe 13 mwezi wa tisa mwaka 1956.",
    "Machi 12 walikutana.",
    "Mkutano ni tarehe 4 mwezi huu.",
    never=("Barabara ya Machi 10 imefungwa.", "Timu ilishinda 13 kwa 9."),
)
def calendar_date(reader: Reader, index: int) -> Found | None:
    """«tarehe 13 Septemba 2023», «Septemba 13, 2023», «tarehe 13 mwezi wa tisa», «tarehe 4 mwezi huu»."""
    start = index
    if reader.lower(index) == "siku" and reader.has(reader.skip(index + 1, "ya"), "date-word"):
        index = reader.skip(index + 1, "ya")
    spelt = reader.has(index, "date-word")
    at = index + spelt
    parts = _month_then_day(reader, at) or _day_then_month(reader, at, spelt)
    if parts is None or (not spelt and is_named_after(reader, index)):
        return None
    day, month, year, end = parts
    rules: RuleSpans = (("time: calendar date", start, end),)
    if (tail := year_tail(reader, end)) and year is None and month is not None:
        year, end, rules = tail[0], tail[1], (*rules, ("time: year of a date", end, tail[1]))
    if year is not None and rules[-1][0] == "time: calendar date" and month is not None and reader.published:
        rules = (*rules, ("time: year of a date", start, end))
    found = _dated(reader, start, end, (year, month, day), rules)
    return found and _with_weekday(reader, found)


def _month_then_day(reader: Reader, at: int) -> tuple[int, int | None, int | str | None, int] | None:
    """«Septemba 13», «mwezi Septemba 13», «Septemba tarehe 13»."""
    at = reader.skip_role(at, "month-word")
    month = reader.get(at, "month")
    if month is None:
        return None
    at = reader.skip_role(at + 1, "date-word")
    at += reader.lower(at) == "," and reader.lower(at + 2) == "," and reader.has(at + 3, "year")
    day, end = reader.get(at, "digits"), at + 1
    if day is None:
        day = reader.get(at, "day-number") if reader.lower(at) == "mosi" else None
    return (day, month, None, end) if day and day <= LONGEST_MONTH and not _goes_on(reader, end) else None


def _goes_on(reader: Reader, end: int) -> bool:
    """«Machi 10:30», «Juni 5%»: the number is not the day's."""
    return reader.lower(end) == "%" or (reader.joined(end) and reader.lower(end) == ":" and reader.joined(end + 1))


def _day_then_month(reader: Reader, at: int, spelt: bool) -> tuple[int, int | None, int | str | None, int] | None:
    """«13 Septemba», «13 mwezi wa tisa», «4 mwezi huu»; after «tarehe» also a number in words, or a day alone."""
    day, end = _day_number(reader, at, spelt)
    if day is None:
        return None
    month_at = end + (reader.lower(end) in (",", "ya", "wa") or reader.lower(end) == "-")
    if reader.has(month_at, "month") and (not reader.has(month_at, "weak") or _firm_month(reader, month_at)):
        return day, reader.get(month_at, "month"), None, month_at + 1
    if reader.has(month_at, "month-word") and (month := _worded_month(reader, month_at + 1)):
        return day, month[0], month[1], month[2]
    return (day, None, None, end) if spelt else None


def _firm_month(reader: Reader, at: int) -> bool:
    """«3 Mei», «5 May»: capitalised, and not followed by a name («watu 3 Mei Hassan»)."""
    return reader.form(at)[:1].isupper()


def _day_number(reader: Reader, at: int, spelt: bool) -> tuple[int | None, int]:
    if (digits := reader.get(at, "digits")) is not None:
        return (digits, at + 1) if 0 < digits <= LONGEST_MONTH else (None, at)
    if not spelt:
        return None, at
    if (day := reader.get(at, "day-number")) is not None:
        return day, at + 1
    number = reader.whole(at)
    return (number[0], number[1]) if number and 0 < number[0] <= LONGEST_MONTH else (None, at)


def _worded_month(reader: Reader, at: int) -> tuple[int, int | str | None, int] | None:
    """After «mwezi»: «Septemba», «wa tisa», «wa 9», «huu», «uliopita»: month, its year if that follows, end."""
    if (way := reader.get(at, "direction")) is not None:
        if reader.published is None:
            return None
        year, turned = calendar.month_from(reader.published, way)
        return turned, year, at + 1
    if reader.has(at, "anaphor") and reader.told_month:
        return int(reader.told_month[5:]), int(reader.told_month[:4]), reader.past_doubled(at)
    at = reader.skip(at, "wa")
    if (month := reader.get(at, "month")) is not None:
        return month, None, at + 1
    number = reader.ordinal(at)
    return (number[0], None, number[1]) if number and 0 < number[0] <= calendar.MONTHS else None


def year_tail(reader: Reader, at: int) -> tuple[int | str, int] | None:
    """The year after a day or month: «2023», «, 2023», «mwaka 2023», «mwaka wa 2023», «mwaka jana», «mwaka huo»."""
    comma = reader.skip(at, ",")
    after = reader.skip(comma, "ya") if reader.has(comma + 1, "year-word") else comma
    if reader.has(comma, "year"):
        return (reader.get(comma, "year"), comma + 1) if _stands_alone(reader, comma) else None
    if not reader.has(after, "year-word") or reader.lower(after) == "mwakani":
        return None
    following = reader.skip(after + 1, "wa")
    if reader.has(following, "year"):
        return reader.get(following, "year"), following + 1
    if (way := reader.get(after + 1, "direction")) is not None:
        told = reader.skip(after + 2, "wa")  # «mwaka huu wa 2024»
        if reader.has(told, "year"):
            return reader.get(told, "year"), told + 1
        return (reader.published.year + way if reader.published else "XXXX"), after + 2
    if reader.has(after + 1, "anaphor") and reader.told_year:
        return int(reader.told_year), reader.past_doubled(after + 1)
    return None


def _stands_alone(reader: Reader, at: int) -> bool:
    """A year is no part of a longer figure: «2020%», «2020 - 15»."""
    return reader.lower(at + 1) != "%"


def _dated(
    reader: Reader,
    start: int,
    end: int,
    parts: tuple[int | str | None, int | None, int],
    rules: RuleSpans,
) -> Found | None:
    year, month, day = parts
    if month is None:
        return _day_alone(reader, start, end, day, rules)
    if year is None and reader.published:
        year = calendar.year_of_month(reader.published, month, day, firm_direction(reader, start, end))
    if isinstance(year, int):
        exact = calendar.real_date(year, month, day)
        return Found(start, end, "DATE", exact.isoformat(), rules, exact) if exact else None
    if calendar.real_date(2000, month, day) is None:
        return None
    return Found(start, end, "DATE", f"XXXX-{month:02}-{day:02}", rules)


def _day_alone(reader: Reader, start: int, end: int, day: int, rules: RuleSpans) -> Found | None:
    """«tarehe tisa»: of this month, or of the month before or after it when the verb says so."""
    published = reader.published
    if published is None:
        return Found(start, end, "DATE", f"XXXX-XX-{day:02}", rules)
    if shared := _month_of_next(reader, end):
        year, month, found = shared
        exact = calendar.real_date(year, month, day)
        return Found(start, end, "DATE", exact.isoformat(), rules + found.rules, exact) if exact else None
    looks = direction(reader, start, end)
    shift = -1 if looks == BEHIND and day > published.day else int(looks == AHEAD and day < published.day)
    exact = calendar.real_date(*calendar.month_from(published, shift), day)
    return Found(start, end, "DATE", exact.isoformat(), rules, exact) if exact else None


def _month_of_next(reader: Reader, end: int) -> tuple[int, int, Found] | None:
    """«tarehe 2 na 3 Machi»: the first day has the month of the second."""
    if not reader.has(end, "up-to") and reader.lower(end) != ",":
        return None
    after = reader.skip_role(end + 1, "date-word")
    found = calendar_date(reader, after) if reader.has(after, "digits") else None
    return (found.day.year, found.day.month, found) if found and found.day else None


def _with_weekday(reader: Reader, found: Found) -> Found:
    """«tarehe 9 Jumanne», «Septemba 23 (Jumatatu)», «tarehe 4 siku ya Ijumaa»."""
    after = found.end + (reader.lower(found.end) in ("(", ","))
    at = after_day_word(reader, after)
    number = reader.get(at, "weekday")
    if number is None or (after > found.end and reader.lower(found.end) == "," and at > after):
        return found
    if found.day and found.day.isoweekday() != number:
        return found  # another day begins here: «tarehe 9, Jumatano wataondoka»
    end = closed(reader, after, at + 1)
    return Found(found.start, end, "DATE", found.value, (*found.rules, ("time: weekday", after, at + 1)), found.day)


def closed(reader: Reader, after: int, end: int) -> int:
    """Past the bracket that was opened before word `after`."""
    return end + (reader.lower(after - 1) == "(" and reader.lower(end) == ")")


@rule(
    "time: date in figures",
    "Barua ya 13/9/2023 imepotea.",
    "Kikao cha 2023-09-13 kilivunjika.",
    never="Walishinda 3/4 ya kura.",
)
def numeric_date(reader: Reader, index: int) -> Found | None:
    """«13/9/2023», «13-09-2023», «13.9.2023», «2023-09-13»: day first, year first where it has four figures."""
    start = index
    index = reader.skip_role(index, "date-word")
    parts, end = reader.get(index, "dotted"), index + 1
    if parts is None:
        parts, end = _figures(reader, index)
    if parts is None:
        return None
    first, month, last = parts
    exact = calendar.real_date(first, month, last) if first > LONGEST_MONTH else calendar.real_date(last, month, first)
    if exact is None:
        return None
    return Found(start, end, "DATE", exact.isoformat(), (("time: date in figures", start, end),), exact)


def _figures(reader: Reader, at: int) -> tuple[tuple[int, int, int] | None, int]:
    end = at + 5
    if end > reader.limit or reader.lower(at + 1) not in ("/", "-") or reader.lower(at + 3) != reader.lower(at + 1):
        return None, at
    if not all(reader.joined(k) for k in range(at + 1, end)) or (
        reader.joined(end) and reader.lower(end) in ("/", "-")
    ):
        return None, at
    first, month, last = (reader.get(k, "digits") for k in (at, at + 2, at + 4))
    if (
        first is None
        or month is None
        or last is None
        or not (("year" in reader.roles(at)) ^ ("year" in reader.roles(at + 4)))
    ):
        return None, at
    return (first, month, last), end


def after_day_word(reader: Reader, index: int) -> int:
    """«siku ya Jumatano», «siku Jumatano», «siku hiyo ya Jumatano»: the weekday's place."""
    if reader.lower(index) != "siku":
        return index
    index += 1
    if reader.lower(index) in ("hiyo", "hii") and reader.lower(index + 1) == "ya":
        index += 1
    return reader.skip(index, "ya")
