"""Days: «leo Jumanne», «Jumatano iliyopita», «tarehe 13 mwezi wa tisa», «Septemba 13, 2023», «13/9/2023».

Each rule reads from one word on and gives what it found, or None; `any_day` is the longest of them.
"""

from __future__ import annotations

from datetime import date

from matukio.rules import rule
from matukio.swahili.vocabulary import VOCABULARY
from matukio.times import calendar
from matukio.times.direction import AHEAD, BEHIND, NOW, direction, firm_direction
from matukio.times.reader import Found, Reader, RuleSpans
from matukio.times.vocabulary import Unit

LONGEST_MONTH = 31
NEAR_DAYS = 2
"""«Wanakutana Jumatano», told on Monday, is still to come; told on Friday it has been."""

OPENING = ("(", ",", "ya", "wa")


def any_day(reader: Reader, index: int) -> Found | None:
    """The longest expression of one day that begins at the word."""
    if not reader.roles[index] or index >= reader.limit:
        return None
    found = [
        day for read in (deictic_day, weekday, calendar_date, numeric_date, told_day) if (day := read(reader, index))
    ]
    return max(found, key=lambda day: day.end) if found else None


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
            found = found.and_then(more, end=_closed(reader, after, more.end))
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
    at = _after_day_word(reader, index)
    number = reader.get(at, "weekday")
    if number is None or (reader.has(at, "english") and _beside_a_name(reader, at)):
        return None
    end = at + 1
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
    day = _bare_weekday(reader.published, number, direction(reader, start, end))
    return _weekday_found(reader, start, end, number, day)


def _bare_weekday(published: date, number: int, looks: int | None) -> date:
    """The last such day for a past verb, the next for a future one, today among both; for a present one a near next."""
    ahead = calendar.weekday_near(published, number, AHEAD, False)
    if looks == AHEAD or (looks == NOW and (ahead - published).days <= NEAR_DAYS):
        return ahead
    return calendar.weekday_near(published, number, BEHIND, False)


def _beside_a_name(reader: Reader, at: int) -> bool:
    """«Super Tuesday», «Sunday Oliseh»: English names of days are often part of a name."""
    return is_guessed_name(reader, at - 1) or is_guessed_name(reader, at + 1)


def is_name(reader: Reader, at: int) -> bool:
    """A capitalised word that is no word of time and does not begin the sentence."""
    return reader.form(at)[:1].isupper() and at > reader.first and not reader.roles[at]


def is_guessed_name(reader: Reader, at: int) -> bool:
    """A capitalised word that no list knows: a surname, not «Rais» or «Bunge»."""
    if not reader.form(at)[:1].isupper() or reader.roles[at]:
        return False
    return VOCABULARY.analyses(reader.text.types[at])[0].upos == "PROPN"


def _ordinal_weekday(reader: Reader, start: int, end: int, number: int) -> Found | None:
    """«Jumanne ya kwanza»: of which month is not told."""
    if reader.lower(end) != "ya" or not reader.has(end + 1, "ordinal") or reader.has(end + 1, "month"):
        return None
    return _weekday_found(reader, start, end + 2, number, None)


def _after_day_word(reader: Reader, index: int) -> int:
    """«siku ya Jumatano», «siku Jumatano», «siku hiyo ya Jumatano»: the weekday's place."""
    if reader.lower(index) != "siku":
        return index
    index += 1
    if reader.lower(index) in ("hiyo", "hii") and reader.lower(index + 1) == "ya":
        index += 1
    return reader.skip(index, "ya")


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
        return base.and_then(more, end=_closed(reader, after, more.end))
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
    if not spelt and is_named_after(reader, index):
        return None
    parts = _month_then_day(reader, at) or _day_then_month(reader, at, spelt)
    if parts is None:
        return None
    day, month, year, end = parts
    rules: RuleSpans = (("time: calendar date", start, end),)
    if (tail := year_tail(reader, end)) and year is None and month is not None:
        year, end, rules = tail[0], tail[1], (*rules, ("time: year of a date", end, tail[1]))
    if year is not None and rules[-1][0] == "time: calendar date" and month is not None and reader.published:
        rules = (*rules, ("time: year of a date", start, end))
    found = _dated(reader, start, end, (year, month, day), rules)
    return found and _with_weekday(reader, found)


def is_named_after(reader: Reader, index: int) -> bool:
    """«Barabara ya Machi 10», «vuguvugu la Mei 4» are no dates."""
    return reader.has(index - 1, "of") and reader.has(index - 2, "namesake")


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
        year, month = calendar.month_from(reader.published, way)
        return month, year, at + 1
    if reader.has(at, "anaphor") and reader.told_month:
        return int(reader.told_month[5:]), int(reader.told_month[:4]), at + 1
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
        return (reader.published.year + way if reader.published else "XXXX"), after + 2
    if reader.has(after + 1, "anaphor") and reader.told_year:
        return int(reader.told_year), after + 2
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
    looks = direction(reader, start, end)
    shift = -1 if looks == BEHIND and day > published.day else int(looks == AHEAD and day < published.day)
    exact = calendar.real_date(*calendar.month_from(published, shift), day)
    return Found(start, end, "DATE", exact.isoformat(), rules, exact) if exact else None


def _with_weekday(reader: Reader, found: Found) -> Found:
    """«tarehe 9 Jumanne», «Septemba 23 (Jumatatu)», «tarehe 4 siku ya Ijumaa»."""
    after = found.end + (reader.lower(found.end) in ("(", ","))
    at = _after_day_word(reader, after)
    number = reader.get(at, "weekday")
    if number is None or (after > found.end and reader.lower(found.end) == "," and at > after):
        return found
    if found.day and found.day.isoweekday() != number:
        return found  # another day begins here: «tarehe 9, Jumatano wataondoka»
    end = _closed(reader, after, at + 1)
    return Found(found.start, end, "DATE", found.value, (*found.rules, ("time: weekday", after, at + 1)), found.day)


def _closed(reader: Reader, after: int, end: int) -> int:
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
        or not (("year" in reader.roles[at]) ^ ("year" in reader.roles[at + 4]))
    ):
        return None, at
    return (first, month, last), end


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
    if not reader.has(index + 1, "anaphor"):
        return None
    if reader.lower(index + 1) in ("hizo", "hayo"):
        return None
    end = index + 2
    return Found(
        index, end, "DATE", reader.told_day.isoformat(), (("time: the day told", index, end),), reader.told_day
    )
