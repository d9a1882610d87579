"""Parts of years and more than years: «robo ya kwanza ya mwaka», «msimu wa baridi», «miaka ya 1990», «karne ya 21»."""

from __future__ import annotations

from typing import Final

from matukio.rules import rule
from matukio.times.dates import year_tail
from matukio.times.periods import date_found, year
from matukio.times.reader import Found, Reader

CENTURY: Final = 100
DECADE: Final = 10
QUARTERS: Final = 4
HALVES: Final = 2


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
        told = date_found(at, at + 1, value, "time: year")
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
    if reader.matches(index - 2, ("umri", "wa")):  # «mwenye umri wa miaka ya 60»
        return None
    if not 1500 <= value < 2100 or value % CENTURY == 0 and number[0] < CENTURY:
        return None
    return date_found(index, number[1], f"{value // DECADE}X", "time: decade")


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
        return date_found(index, index + 2, f"{reader.published.year // CENTURY + way:02}XX", "time: century")
    number = reader.ordinal(index + 2) if reader.lower(index + 1) == "ya" else None
    if number and 1000 <= number[0] <= 2000 and number[0] % CENTURY == 0:  # «karne ya 1800»
        return date_found(index, number[1], f"{number[0] // CENTURY}XX", "time: century")
    if number is None or not 0 < number[0] <= 30:
        return None
    return date_found(index, number[1], f"{number[0] - 1:02}XX", "time: century")


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
        return date_found(index, tail[1], f"{tail[0]}-{code}", "time: season")
    if way is None and (way := reader.get(end, "direction")) is not None:
        end += 1
    value = f"{reader.published.year + (way or 0)}-{code}" if reader.published else f"XXXX-{code}"
    return date_found(index, end, value, "time: season")
