"""The second half of a range, which leaves out what the first has said: «Machi 12 hadi 15», «siku 30 hadi 150»."""

from __future__ import annotations

from matukio.rules import rule
from matukio.times import calendar
from matukio.times.dates import LONGEST_MONTH
from matukio.times.reader import Found, Reader


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
