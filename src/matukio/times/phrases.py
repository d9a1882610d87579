"""Fixed words: «hivi sasa», «siku za usoni», «hivi karibuni», «wikendi»."""

from __future__ import annotations

from matukio.rules import rule
from matukio.times import calendar
from matukio.times.direction import AHEAD, BEHIND, direction
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import Phrase


@rule(
    "time: fixed phrase",
    "Hali ni shwari hivi sasa.",
    "Watarejea siku za usoni.",
    "Walikutana wikendi iliyopita.",
    never="Wakati huo mvua ilinyesha.",
)
def fixed_phrase(reader: Reader, index: int) -> Found | None:
    """A phrase of the table; a few reckon from the date of publication or look the way of their verb."""
    phrases = reader.get(index, "phrase")
    for second in (reader.lower(index + 1), ""):
        for rest, phrase in phrases.get(second, ()) if phrases else ():
            if reader.matches(index + 1, rest):
                return _phrase_found(reader, index, index + 1 + len(rest), phrase)
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
    return not reader.reading(start - 2).animate


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
