"""Months, years, weeks and longer: «mwezi Septemba mwaka jana», «wiki iliyopita», «karne ya 21»."""

from __future__ import annotations

from datetime import date

from matukio.rules import rule
from matukio.swahili.vocabulary import VOCABULARY
from matukio.times import calendar
from matukio.times.days import (
    LONGEST_MONTH,
    calendar_date,
    is_guessed_name,
    is_name,
    is_named_after,
    weekday,
    year_tail,
)
from matukio.times.direction import firm_direction
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import Unit

CENTURY = 100
DECADE = 10
ORDINALS = {1: "1", 2: "2", 3: "3", 4: "4"}
QUARTERS, HALVES = 4, 2


def _date(start: int, end: int, value: str, name: str) -> Found:
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
    if not spelt and (_names_a_person(reader, at) or is_named_after(reader, at)):
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
    return _date(start, end, value, "time: month")


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


def _names_a_person(reader: Reader, at: int) -> bool:
    """«Bi Mei», «Theresa May», «Januari Makamba», «Mei alisema»: names of people where a name can stand."""
    if reader.has(at - 1, "title") or is_guessed_name(reader, at + 1):
        return reader.has(at, "personal")
    if not reader.has(at, "weak"):
        return False
    if is_name(reader, at - 1) or at + 1 >= reader.limit:
        return False
    verb = VOCABULARY.analyses(reader.text.types[at + 1])[0].verb
    return bool(verb and verb.subject and verb.subject.prefix in ("a", "ha", "yu") and verb.relative is None)


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
    if way is None:
        if reader.has(index + 1, "anaphor") and reader.told_month:
            return _date(index, _past_doubled(reader, index + 1), reader.told_month, "time: month from now")
        return None
    value = calendar.month_value(*calendar.month_from(reader.published, way)) if reader.published else "XXXX-XX"
    return _date(index, index + 2, value, "time: month from now")


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
        return _date(index, index + 1, value, "time: year")
    at = index + 1
    if reader.matches(at, ("wa", "fedha")) or reader.matches(at, ("wa", "masomo")):
        at += 2
    at = reader.skip(at, "wa")
    if reader.has(at, "year"):
        return _date(index, at + 1, str(reader.get(at, "year")), "time: year")
    if (way := reader.get(at, "direction")) is not None:
        value = f"{reader.published.year + way}" if reader.published else "XXXX"
        told = reader.skip(at + 1, "wa")  # «mwaka huu wa 2024»
        if reader.has(told, "year"):
            return _date(index, told + 1, str(reader.get(told, "year")), "time: year")
        return _date(index, at + 1, value, "time: year")
    if reader.has(at, "anaphor") and reader.told_year:
        return _date(index, _past_doubled(reader, at), reader.told_year, "time: year")
    return _worded_year(reader, index, at)


def _past_doubled(reader: Reader, at: int) -> int:
    """The end of «huo» or «huo huo»."""
    return at + 1 + (reader.lower(at + 1) == reader.lower(at))


def _worded_year(reader: Reader, start: int, at: int) -> Found | None:
    """«mwaka elfu mbili na kumi na tano»."""
    number = reader.whole(at) if reader.lower(at) in ("elfu", "alfu") else None
    if number and 1000 <= number[0] < 2200:
        return _date(start, number[1], str(number[0]), "time: year")
    return None


def _bare_year(reader: Reader, index: int) -> Found | None:
    """Four figures are a year unless something is counted, paid, numbered or measured."""
    value = reader.get(index, "year")
    before, after = index - 1, index + 1
    if value < 1800 or reader.has(before, "counted") or reader.has(before, "more") or reader.has(before, "digits"):
        return None
    if reader.has(before, "digits") or reader.has(after, "digits") or reader.lower(after) in ("%", "/", "+"):
        return None
    if reader.joined(index) and reader.lower(before) in ("-", "/", ".", "'", "’", "#", "$", "£", "€", "@", "&"):
        return None
    if reader.joined(after) and reader.form(after)[:1].isalpha():
        return None
    if _counts(reader, before):
        return None
    return _date(index, after, str(value), "time: year")


def _counts(reader: Reader, at: int) -> bool:
    """A plural noun before the figure is what it counts: «wakulima 2000»."""
    if not reader.first <= at < reader.limit or reader.form(at)[:1].isupper() or reader.roles[at]:
        return False
    reading = VOCABULARY.analyses(reader.text.types[at])[0]
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
        return _date(index, end, calendar.week_value(reader.told_day), "time: week")
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
    return _date(start, end, calendar.week_value(anchor) if anchor else "XXXX-WXX", "time: week")


@rule(
    "time: quarter or half",
    "Uchumi ulikua robo ya kwanza ya mwaka.",
    "Bei zilipanda nusu ya pili ya 2018.",
    never="Nusu ya pili ya mchezo ilianza.",
)
def part_of_year(reader: Reader, index: int) -> Found | None:
    """«robo ya kwanza ya mwaka huu», «nusu ya pili ya 2018», «kipindi cha pili cha mwaka 2018»."""
    half = reader.get(index, "half") or ("H" if reader.lower(index) == "kipindi" else None)
    if half is None or reader.lower(index + 1) not in ("ya", "cha"):
        return None
    number = _ordinal_or_last(reader, index + 2, QUARTERS if half == "Q" else HALVES)
    if number is None or reader.lower(number[1]) not in ("ya", "cha", "kwa", "mwaka"):
        return None
    at = reader.skip(number[1], reader.lower(number[1])) if reader.lower(number[1]) != "mwaka" else number[1]
    told = year(reader, at)
    if told is None and reader.lower(at) == "mwaka":
        value = str(reader.published.year) if reader.published else "XXXX"
        told = _date(at, at + 1, value, "time: year")
    if told is None:
        return None
    name = "time: quarter or half"
    return Found(index, told.end, "DATE", f"{told.value}-{half}{number[0]}", ((name, index, told.start), *told.rules))


def _ordinal_or_last(reader: Reader, at: int, last: int) -> tuple[int, int] | None:
    if reader.lower(at) == "mwisho":
        return last, at + 1
    number = reader.ordinal(at)
    return number if number and 0 < number[0] <= last else None


@rule(
    "time: decade",
    "Vita vya miaka ya 1990 viliisha.",
    "Alivuma miaka ya themanini.",
    never="Miaka ya hivi karibuni ni migumu.",
)
def decade(reader: Reader, index: int) -> Found | None:
    """«miaka ya 1990», «miaka ya 90», «miaka ya themanini»."""
    if not reader.has(index, "decade-word") or reader.lower(index + 1) != "ya":
        return None
    number = reader.whole(index + 2)
    if number is None or number[0] % DECADE:
        return None
    value = number[0] if number[0] > CENTURY else 1900 + number[0]
    if not 1500 <= value < 2100 or value % CENTURY == 0 and number[0] < CENTURY:
        return None
    return _date(index, number[1], f"{value // DECADE}X", "time: decade")


@rule(
    "time: century",
    "Kanisa la karne ya 19 liliungua.",
    "Ni karne ya ishirini na moja.",
    never="Karne ya shida imekwisha.",
)
def century(reader: Reader, index: int) -> Found | None:
    """«karne ya 21» → 20XX; «karne hii»."""
    if not reader.has(index, "century-word"):
        return None
    if (way := reader.get(index + 1, "direction")) is not None and reader.published:
        return _date(index, index + 2, f"{reader.published.year // CENTURY + way:02}XX", "time: century")
    number = reader.ordinal(index + 2) if reader.lower(index + 1) == "ya" else None
    if number is None or not 0 < number[0] <= 30:
        return None
    return _date(index, number[1], f"{number[0] - 1:02}XX", "time: century")


@rule(
    "time: season",
    "Vita vitaendelea msimu wa baridi.",
    "Majira ya joto yaliyopita yalikuwa makali.",
    never="Msimu wa ligi umeanza.",
)
def season(reader: Reader, index: int) -> Found | None:
    """«msimu wa baridi» → 2024-WI; a year told with it is kept."""
    if not reader.has(index, "season-word"):
        return None
    way = reader.get(index + 1, "direction")
    at = index + 1 + (way is not None)  # «msimu ujao wa joto»
    code, end = reader.get(at + 1, "season") if reader.has(at, "of") else None, at + 2
    if code is None:
        return None
    if tail := year_tail(reader, reader.skip(end, "ya") if reader.has(end + 1, "year") else end):
        return _date(index, tail[1], f"{tail[0]}-{code}", "time: season")
    if way is None and (way := reader.get(end, "direction")) is not None:
        end += 1
    value = f"{reader.published.year + (way or 0)}-{code}" if reader.published else f"XXXX-{code}"
    return _date(index, end, value, "time: season")


@rule(
    "time: end of a range",
    "Mkutano ni Machi 12 hadi 15.",
    "Alitawala mwaka 2013-2016.",
    never="Machi 12 watu 15 walifika.",
)
def range_end(reader: Reader, before: Found) -> Found | None:
    """The second number takes the month, year or unit of the first: «Septemba 9 hadi 13», «siku 30 hadi 150»."""
    at = before.end
    if not reader.has(at, "up-to"):
        return None
    at += 1
    number = reader.whole(at)
    if number is None or _has_own_unit(reader, number[1]):
        return None
    start, end, value = at, number[1], number[0]
    rules = (("time: end of a range", start, end),)
    if (
        before.day
        and value <= LONGEST_MONTH
        and before.type == "DATE"
        and reader.has(at, "digits")
        and before.day.day < value
    ):
        exact = calendar.real_date(before.day.year, before.day.month, value)
        return Found(start, end, "DATE", exact.isoformat(), rules, exact) if exact else None
    if len(before.value) == 4 and before.value.isdigit() and reader.has(at, "digits"):
        if reader.has(at, "year"):
            return Found(start, end, "DATE", str(value), rules)
        if len(reader.form(at)) == 2 and reader.lower(before.end) != "na":
            return Found(start, end, "DATE", before.value[:2] + reader.form(at), rules)
    if before.type == "DURATION" and reader.lower(before.end) in ("hadi", "mpaka", "-", "–"):
        digits = before.value.lstrip("PT").rstrip("YMWDHS")
        if digits.isdigit() and (value > int(digits)):
            return Found(start, end, "DURATION", before.value.replace(digits, str(value)), rules)
    return None


def _has_own_unit(reader: Reader, end: int) -> bool:
    """«Machi 12 hadi 3 Aprili»: the second date is whole."""
    return reader.has(end, "month") or reader.has(end, "month-word") or reader.lower(end) == "%"
