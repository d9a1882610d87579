"""How often: «kila Jumatatu» P1W, «kila baada ya miaka mitano» P5Y, «mara mbili kwa siku» P1D."""

from __future__ import annotations

from matukio.rules import rule
from matukio.times.durations import duration, duration_value
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import Unit


@rule(
    "time: how often",
    "Wanakutana kila Jumatatu.",
    "Uchaguzi hufanyika kila baada ya miaka mitano.",
    "Humeza dawa mara mbili kwa siku.",
    never="Kila mtu alilia.",
)
def how_often(reader: Reader, index: int) -> Found | None:
    """«kila siku», «kila baada ya miaka mitano», «kila Jumatatu», «kila asubuhi», «mara mbili kwa wiki»."""
    if reader.has(index, "times"):
        return _times_per_unit(reader, index)
    if not reader.has(index, "each"):
        return None
    at = index + 1
    if reader.matches(at, ("baada", "ya")):
        at += 2
        return _set(index, span.end, span.value) if (span := duration(reader, at)) and span.type == "DURATION" else None
    after_day = reader.skip(at, "siku", "ya")
    if reader.has(after_day, "weekday"):
        return _set(index, after_day + 1, "P1W")
    unit: Unit | None = reader.get(at, "unit")
    if unit is not None:
        if (span := duration(reader, at)) and span.type == "DURATION" and "X" not in span.value:
            return _set(index, span.end, span.value)
        if reader.has(at + 1, "of") and reader.has(at + 2, "ordinal"):
            return None
        return _set(index, at + 1, duration_value(unit.code, 1))
    if reader.has(at, "part"):
        return _set(index, at + 1, "P1D")
    return _set(index, at + 1, "P1W") if reader.lower(at) in ("wikendi", "wikiendi") else None


def _set(start: int, end: int, value: str) -> Found:
    return Found(start, end, "SET", value, (("time: how often", start, end),))


def _times_per_unit(reader: Reader, index: int) -> Found | None:
    """«mara mbili kwa wiki», «mara moja kila mwezi»."""
    number = reader.whole(index + 1)
    if number is None or reader.lower(number[1]) not in ("kwa", "kila"):
        return None
    unit: Unit | None = reader.get(number[1] + 1, "unit")
    if unit is None or reader.whole(number[1] + 2) or reader.has(number[1] + 2, "direction"):
        return None
    return _set(index, number[1] + 2, duration_value(unit.code, 1))


@rule(
    "time: every such weekday",
    "Maduka hufungwa siku za Jumapili.",
    "Mahakama huketi Ijumaa zote.",
    never="Siku za Pasaka ni tulivu.",
)
def weekdays(reader: Reader, index: int) -> Found | None:
    """«siku za Jumapili», «Ijumaa zote»: each week's."""
    at = reader.skip(index, "siku", "za")
    all_of_them = reader.lower(at + 1) == "zote"
    if not reader.has(at, "weekday") or (at == index and not all_of_them):
        return None
    end = at + 1 + all_of_them
    return Found(index, end, "SET", "P1W", (("time: every such weekday", index, end),))
