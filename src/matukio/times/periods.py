"""Months, years and weeks: «mwezi Septemba mwaka jana», «mwaka wa 2014», «wiki iliyopita», «wiki ya Julai 22»."""

from __future__ import annotations

from datetime import date
from typing import Final

from matukio.rules import rule
from matukio.times import calendar
from matukio.times.dates import calendar_date, year_tail
from matukio.times.days import weekday
from matukio.times.direction import firm_direction
from matukio.times.names import is_named_after, names_a_person
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import Unit

JOINING: Final = ("-", "/", ".", "'", "’", "#", "$", "£", "€", "@", "&")
"""Before figures that are no year when they touch them; letters too: «Cod2020»."""


def date_found(start: int, end: int, value: str, name: str) -> Found:
    return Found(start, end, "DATE", value, ((name, start, end),))


@rule(
    "time: month",
    "Alifika mwezi Septemba mwaka jana.",
    "Uchaguzi wa Novemba ulivurugika.",
    "Ripoti ya mwezi wa tisa imetoka.",
    never=("Mei alisema atarudi.", "Waziri Theresa May alijiuzulu."),
)
def month(reader: Reader, index: int) -> Found | None:
    """«Septemba», «mwezi Septemba 2019», «mwezi wa tisa mwaka huu»; a name like «Mei» only where no person fits."""
    start = index
    spelt = reader.has(index, "month-word")
    at = reader.skip(index + 1, "wa") if spelt else index
    number, end = reader.get(at, "month"), at + 1
    if number is None:
        numbered = _numbered_month(reader, at) if spelt and at == index + 2 else None
        if numbered is None:
            return None
        number, end = numbered
    if not spelt and (names_a_person(reader, at) or is_named_after(reader, at)):
        return None
    tail = year_tail(reader, reader.skip(end, "ya") if reader.has(end + 1, "year") else end)
    if tail is None and not spelt and reader.has(at, "weak") and not _fits_a_month(reader, at):
        return None
    year: int | str = tail[0] if tail else "XXXX"
    end = tail[1] if tail else end
    way = reader.get(end, "direction") if tail is None and reader.lower(end) not in ("jana", "juzi", "kesho") else None
    if way is not None:
        end += 1
    if way and reader.published:
        year = _year_that_way(reader.published, number, way)
    elif tail is None and reader.published:
        year = calendar.year_of_month(reader.published, number, None, firm_direction(reader, start, end))
    value = calendar.month_value(year, number) if isinstance(year, int) else f"XXXX-{number:02}"
    return date_found(start, end, value, "time: month")


def _year_that_way(published: date, number: int, way: int) -> int:
    """«Novemba iliyopita» is the last one before this month, «Machi ijayo» the next one after."""
    if way < 0:
        return published.year - (number >= published.month)
    return published.year + (number <= published.month)


def _numbered_month(reader: Reader, at: int) -> tuple[int, int] | None:
    """«mwezi wa tisa»; «mwezi wa kwanza wa mwaka», «mwezi wa pili mfululizo» are another thing."""
    number = reader.ordinal(at)
    if number is None or not 0 < number[0] <= calendar.MONTHS or reader.has(number[1], "running"):
        return None
    return None if reader.lower(number[1]) in ("wa", "ya", "tangu") else number


def _fits_a_month(reader: Reader, at: int) -> bool:
    """«mwezi», «tangu», «mwishoni mwa» before it; English «May» and abbreviations need a year or day beside them."""
    return reader.lower(at) == "mei" and reader.form(at) == "Mei" and at > reader.first


@rule(
    "time: month from now",
    "Walikutana mwezi uliopita.",
    "Sherehe ni mwezi huu.",
    never="Mwezi ulionekana angani.",
)
def month_from_now(reader: Reader, index: int) -> Found | None:
    """«mwezi uliopita», «mwezi ujao», «mwezi huo»."""
    if not reader.has(index, "month-word"):
        return None
    way = reader.get(index + 1, "direction")
    if reader.has(index + 1, "before") and reader.told_month:
        told = date(int(reader.told_month[:4]), int(reader.told_month[5:]), 1)
        earlier = calendar.month_value(*calendar.month_from(told, -1))
        return date_found(index, index + 2, earlier, "time: month from now")
    if way is None:
        if reader.has(index + 1, "anaphor") and reader.told_month:
            return date_found(index, reader.past_doubled(index + 1), reader.told_month, "time: month from now")
        if reader.has(index + 1, "next") and reader.told_month:
            told = date(int(reader.told_month[:4]), int(reader.told_month[5:]), 1)
            following = calendar.month_value(*calendar.month_from(told, 1))
            return date_found(index, index + 2, following, "time: month from now")
        return None
    value = calendar.month_value(*calendar.month_from(reader.published, way)) if reader.published else "XXXX-XX"
    return date_found(index, index + 2, value, "time: month from now")


@rule(
    "time: year",
    "Aliteuliwa mwaka wa 2014.",
    "Walihama mwaka jana.",
    "Alistaafu mnamo 1998.",
    never=("Watu 2000 waliandamana.", "Piga simu 0754 2019 33."),
)
def year(reader: Reader, index: int) -> Found | None:
    """«mwaka 2014», «mwaka wa 2014», «mwaka jana», «mwaka huo», «mwakani», and four figures that count nothing."""
    if reader.has(index, "year"):
        return _bare_year(reader, index)
    if not reader.has(index, "year-word"):
        return None
    if reader.lower(index) == "mwakani":
        value = f"{reader.published.year + 1}" if reader.published else "XXXX"
        return date_found(index, index + 1, value, "time: year")
    at = index + 1
    if reader.lower(at) == "wa" and reader.has(at + 1, "year-kind"):  # «mwaka wa fedha 2024»
        at += 2
    at = reader.skip(at, "wa")
    if reader.has(at, "year"):
        return date_found(index, at + 1, str(reader.get(at, "year")), "time: year")
    if reader.has(at, "before") and reader.told_year:
        return date_found(index, at + 1, f"{int(reader.told_year) - 1:04}", "time: year")
    if (way := reader.get(at, "direction")) is not None:
        value = f"{reader.published.year + way}" if reader.published else "XXXX"
        told = reader.skip(at + 1, "wa")  # «mwaka huu wa 2024»
        if reader.has(told, "year"):
            return date_found(index, told + 1, str(reader.get(told, "year")), "time: year")
        return date_found(index, at + 1, value, "time: year")
    if reader.has(at, "next") and reader.told_year:
        return date_found(index, at + 1, str(int(reader.told_year) + 1), "time: year")
    if reader.has(at, "anaphor") and reader.told_year:
        return date_found(index, reader.past_doubled(at), reader.told_year, "time: year")
    return _worded_year(reader, index, at)


def _worded_year(reader: Reader, start: int, at: int) -> Found | None:
    """«mwaka elfu mbili na kumi na tano»."""
    number = reader.whole(at) if reader.lower(at) in ("elfu", "alfu") else None
    if number and 1000 <= number[0] < 2200:
        return date_found(start, number[1], str(number[0]), "time: year")
    return None


def _bare_year(reader: Reader, index: int) -> Found | None:
    """Four figures are a year unless something is counted, paid, numbered or measured."""
    value = reader.get(index, "year")
    before, after = index - 1, index + 1
    if value < 1800 and not _between_years(reader, index):
        return None
    if any(reader.has(before, role) for role in ("counted", "more", "digits")) or _counts(reader, before):
        return None
    if reader.has(after, "digits") or reader.lower(after) in ("%", "+"):
        return None
    if reader.lower(after) == "/" and not (reader.joined(after + 1) and reader.has(after + 1, "digits")):
        return None
    if reader.joined(index) and (reader.lower(before) in JOINING or reader.form(before)[:1].isalpha()):
        return None
    if reader.joined(after) and reader.form(after)[:1].isalpha():
        return None
    return date_found(index, after, str(value), "time: year")


def _between_years(reader: Reader, index: int) -> bool:
    """«kati ya 1502 na 1503», «mnamo 1498»: figures so low are years only where nothing else fits."""
    if reader.lower(index - 1) in ("mnamo", "tangu"):
        return True
    first = index - 2 if reader.has(index - 2, "year") else index
    return (
        reader.matches(first - 2, ("kati", "ya")) and reader.lower(first + 1) == "na" and reader.has(first + 2, "year")
    )


def _counts(reader: Reader, at: int) -> bool:
    """A plural noun before the figure is what it counts: «wakulima 2000»."""
    if not reader.first <= at < reader.limit or reader.roles(at):
        return False
    reading = reader.reading(at)
    return reading.upos == "NOUN" and reading.plural and reading.animate and not reading.guess


@rule("time: week", "Walikutana wiki iliyopita.", "Mgomo utaanza juma lijalo.", never="Juma alilia kwa wiki mbili.")
def week(reader: Reader, index: int) -> Found | None:
    """«wiki iliyopita», «juma hili», «wiki ya Julai 22», «wiki ijayo Jumatatu»."""
    unit: Unit | None = reader.get(index, "unit")
    if unit is None or unit.code != "W" or unit.plural:
        return None
    way, end, published = reader.get(index + 1, "direction"), index + 2, reader.published
    if way is not None:
        return _week_from_now(reader, index, end, way)
    if reader.has(index + 1, "anaphor") and reader.lower(index + 1) not in ("hizo", "hayo") and reader.told_day:
        return date_found(index, end, calendar.week_value(reader.told_day), "time: week")
    if reader.has(index + 1, "next") and reader.told_day:
        following = calendar.days_from(reader.told_day, 7)
        return date_found(index, end, calendar.week_value(following), "time: week") if following else None
    if reader.lower(index + 1) in ("ya", "la") and published and (day := calendar_date(reader, end)) and day.day:
        return Found(index, day.end, "DATE", calendar.week_value(day.day), (("time: week", index, end), *day.rules))
    return None


def _week_from_now(reader: Reader, start: int, end: int, way: int) -> Found:
    published = reader.published
    day = weekday(reader, reader.skip(end, "siku", "ya"))
    if day and end < reader.limit and reader.lower(end) != ",":
        number = reader.get(day.end - 1, "weekday")
        if number is not None:
            exact = calendar.weekday_of_week(published, number, way) if published else None
            value = exact.isoformat() if exact else f"XXXX-WXX-{number}"
            return Found(start, day.end, "DATE", value, (("time: week", start, end), *day.rules), exact)
    anchor = calendar.days_from(published, 7 * way) if published else None
    return date_found(start, end, calendar.week_value(anchor) if anchor else "XXXX-WXX", "time: week")
