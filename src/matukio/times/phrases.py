"""Fixed words and feasts: «hivi sasa», «siku za usoni», «hivi karibuni», «wikendi», «Krismasi», «Pasaka»."""

from __future__ import annotations

from datetime import date

from matukio.rules import rule
from matukio.swahili.vocabulary import VOCABULARY
from matukio.times import calendar
from matukio.times.dates import year_tail
from matukio.times.direction import AHEAD, BEHIND, direction
from matukio.times.names import is_named_after
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import Feast, Phrase

ISLAMIC_MONTHS_AHEAD = 8


@rule(
    "time: fixed phrase",
    "Hali ni shwari hivi sasa.",
    "Watarejea siku za usoni.",
    "Walikutana wikendi iliyopita.",
    never="Wakati huo mvua ilinyesha.",
)
def fixed_phrase(reader: Reader, index: int) -> Found | None:
    """A phrase of the table; a few reckon from the date of publication or look the way of their verb."""
    for words, phrase in reader.get(index, "phrase") or ():
        if reader.matches(index, words):
            return _phrase_found(reader, index, index + len(words), phrase)
    return None


def _phrase_found(reader: Reader, start: int, end: int, phrase: Phrase) -> Found | None:
    value = phrase.value
    if value == "PRESENT_REF" and not _tells_when(reader, start, end):
        return None
    if value == "RECENT":
        value = "FUTURE_REF" if direction(reader, start, end) == AHEAD else "PAST_REF"
    elif value == "WEEKEND":
        return _weekend(reader, start, end)
    elif value == "LAST_MONTH":
        value = calendar.month_value(*calendar.month_from(reader.published, -1)) if reader.published else "XXXX-XX"
    elif value == "LAST_WEEK":
        before = calendar.days_from(reader.published, -7) if reader.published else None
        value = calendar.week_value(before) if before else "XXXX-WXX"
    elif value == "LAST_YEAR":
        value = f"{reader.published.year - 1:04}" if reader.published else "XXXX"
    loose = value if phrase.type == "TIME" else ""
    return Found(start, end, phrase.type, value, (("time: fixed phrase", start, end),), None, loose)


def _tells_when(reader: Reader, start: int, end: int) -> bool:
    """Not in «muda huu wote», «kipindi hiki cha miaka sita», nor in «rais wa sasa», which says who holds the place."""
    if reader.lower(end) == "wote" or (reader.lower(end) == "cha" and reader.has(end + 1, "unit")):
        return False
    if reader.lower(start - 1) != "wa" or start - 2 < reader.first:
        return True
    return not VOCABULARY.analyses(reader.text.types[start - 2])[0].animate


def _weekend(reader: Reader, start: int, end: int) -> Found | None:
    """«wikendi», «wikendi iliyopita», «mwishoni mwa wiki»; in «mwishoni mwa wiki hii» only the week is told."""
    if reader.lower(end) in ("la", "ya") and reader.has(end + 1, "direction"):  # «mwishoni mwa juma la jana»
        end += 1
    way = reader.get(end, "direction")
    if way is not None and reader.lower(end - 1) not in ("la", "ya") and reader.lower(start).startswith("mwish"):
        return None
    rules = (("time: fixed phrase", start, end + (way is not None)),)
    end += way is not None
    if reader.published is None:
        return Found(start, end, "DATE", "XXXX-WXX-WE", rules)
    if way is None and direction(reader, start, end) == BEHIND and reader.published.isoweekday() < 6:
        way = -1
    anchor = calendar.days_from(reader.published, 7 * (way or 0))
    return Found(start, end, "DATE", f"{calendar.week_value(anchor)}-WE", rules) if anchor else None


@rule("time: feast", "Waliuawa siku ya Krismasi.", "Pasaka iliadhimishwa kimya.", never="Kisiwa cha Pasaka ni mbali.")
def feast(reader: Reader, index: int) -> Found | None:
    """A feast by the calendar, by Easter or by the moon, in its own year or the one nearest by the verb."""
    for words, row in reader.get(index, "feast") or ():
        if reader.matches(index, words):
            return _feast_found(reader, index, index + len(words), row)
    return None


def _feast_found(reader: Reader, start: int, end: int, row: Feast) -> Found | None:
    if is_named_after(reader, start) or (row.feast == "mwaka mpya" and _plain_new_year(reader, start, end)):
        return None
    tail = year_tail(reader, reader.skip(end, "ya") if reader.has(end + 1, "year") else end)
    rules = (("time: feast", start, tail[1] if tail else end),)
    if tail:
        end = tail[1]
    year = tail[0] if tail and isinstance(tail[0], int) else None
    if year is None and reader.published is None:
        return Found(start, end, "DATE", f"XXXX-{row.date}" if row.calendar == "fixed" else "XXXX-XX-XX", rules)
    looks = direction(reader, start, end)
    day = _feast_day(row, year) if year else _nearest_feast(reader.published, row, looks)
    return Found(start, end, "DATE", day.isoformat(), rules, day) if day else None


def _plain_new_year(reader: Reader, start: int, end: int) -> bool:
    """«mwaka mpya wa fedha», «mwaka mpya wa masomo»: only the capitalised day is the feast."""
    return not VOCABULARY.strings[reader.text.types[end - 1]][:1].isupper() or reader.lower(end) == "wa"


def _feast_day(row: Feast, year: int) -> date | None:
    """The feast in that year of ours."""
    if row.calendar == "easter":
        return calendar.days_from(calendar.easter(year), int(row.date))
    month, day = int(row.date[:2]), int(row.date[3:])
    if row.calendar == "fixed":
        return calendar.real_date(year, month, day)
    first = calendar.islamic_year(date(year, 1, 1))
    candidates = [calendar.islamic_date(first + k, month, day) for k in (0, 1)]
    return next((found for found in candidates if found.year == year), None)


def _nearest_feast(published: date | None, row: Feast, looks: int | None) -> date | None:
    """The last one for a past verb, the next for a future one, else the nearest."""
    if published is None or not 2 < published.year < 9997:
        return None
    days = [day for year in range(published.year - 1, published.year + 2) if (day := _feast_day(row, year))]
    if looks == BEHIND:
        days = [day for day in days if day <= published] or days
    elif looks == AHEAD:
        days = [day for day in days if day >= published] or days
    return min(days, key=lambda day: abs((day - published).days))
