"""How long and how often: «miaka 24» P24Y, «saa mbili na nusu» PT2H30M, «kila Jumatatu» P1W."""

from __future__ import annotations

from typing import Final

from matukio.rules import rule
from matukio.swahili.numbers import number_at
from matukio.times import calendar
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import Unit

YEARS: Final = {"DE": 10, "CE": 100, "Y": 1}
HALVES: Final = {
    "Y": ("M", 6),
    "M": ("D", 15),
    "TH": ("TM", 30),
    "TM": ("TS", 30),
    "D": ("TH", 12),
    "DE": ("Y", 5),
    "CE": ("Y", 50),
}
SIZES: Final = ("CE", "DE", "Y", "M", "W", "D", "TH", "TM", "TS")
OLDEST: Final = 115
YOUNGEST: Final = 5


def duration_value(unit: str, count: float | int | str) -> str:
    """TIMEX3 of so many units; «X» for an unknown count, halves in the smaller unit: «mwaka mmoja na nusu» P1Y6M."""
    if isinstance(count, str):
        return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"
    whole, rest = int(count), count - int(count)
    tail = ""
    if rest and unit in HALVES:
        small, half = HALVES[unit]
        tail = f"{round(half * 2 * rest)}{small[-1]}"
        if small[0] == "T" and unit[0] != "T":
            tail = "T" + tail
    elif rest:
        return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"
    if unit in ("DE", "CE"):
        whole, unit = whole * YEARS[unit], "Y"
        if tail:
            whole, tail = whole + int(tail[:-1]), ""
    head = f"{whole}{unit[-1]}" if whole or not tail else ""
    return ("PT" if unit[0] == "T" else "P") + head + tail


@rule(
    "time: duration",
    "Alifungwa miaka mitano.",
    "Walisubiri saa mbili na nusu.",
    "Mvua ilinyesha siku kadhaa.",
    never=("Walifika mwaka jana.", "Saa yake ni ya dhahabu."),
)
def duration(reader: Reader, index: int) -> Found | None:
    """A unit and how many: «miaka 24», «miezi kadhaa», «miaka mingine minne»; with «iliyopita» or «ijayo» a date,
    unless the words before say that a span is meant: «kwa kipindi cha miaka miwili iliyopita»."""
    unit: Unit | None = reader.get(index, "unit")
    if unit is None:
        return None
    at = reader.skip_role(index + 1, "more")
    counted = _count(reader, at, unit)
    if counted is None:
        return None
    count, end = counted
    if reader.has(end, "part") and unit.code == "TH":
        return None
    more = _and_smaller(reader, end, unit) if not isinstance(count, str) else None
    value = duration_value(unit.code, count)
    if more:
        value, end = value + more[0].removeprefix("PT" if value.startswith("PT") else "P"), more[1]
    way = reader.get(end, "direction")
    if way is not None and way != 0 and reader.lower(end) not in ("jana", "juzi", "kesho"):
        end += 1
        if not _span_meant(reader, index):
            return _from_now(reader, index, end, unit.code, count, way)
    return Found(index, end, "DURATION", value, (("time: duration", index, end),))


def _count(reader: Reader, at: int, unit: Unit) -> tuple[float | int | str, int] | None:
    """How many; «X» for «kadhaa», «chache», «nyingi»."""
    if reader.has(at, "quantity"):
        return "X", at + 1
    if reader.has(at, "whole") and not unit.plural:
        return 1, at + 1
    if reader.has(at, "about"):  # «miaka karibu mitatu»
        at += 1
    elif reader.matches(at, ("zaidi", "ya")):
        at += 2
    number = reader.number(at)
    if number is None:
        return None
    count, end = number
    if reader.lower(end) == "na" and reader.lower(end + 1) in ("nusu", "robo") and isinstance(count, int):
        count, end = count + (0.5 if reader.lower(end + 1) == "nusu" else 0.25), end + 2
    if unit.code != "TH" and not unit.plural and unit.code in ("M", "Y") and count >= 2:
        return None  # «mwaka 2019» is a date, «mwezi 3» none
    if count <= 0 or count > 10**7:
        return None
    return count, end


def _and_smaller(reader: Reader, at: int, larger: Unit) -> tuple[str, int] | None:
    """«miaka miwili na miezi sita»: the smaller unit's value and end."""
    unit: Unit | None = reader.get(at + 1, "unit") if reader.lower(at) == "na" else None
    number = reader.whole(at + 2) if unit else None
    if unit is None or number is None or SIZES.index(unit.code) <= SIZES.index(larger.code):
        return None
    return duration_value(unit.code, number[0]), number[1]


def _span_meant(reader: Reader, index: int) -> bool:
    """«kwa», «kipindi cha», «muda wa», «ndani ya» before it."""
    if reader.lower(index - 1) in ("takriban", "karibu", "angalau"):
        index -= 1
    if reader.lower(index - 2) == "zaidi" and reader.lower(index - 1) == "ya":
        index -= 2
    if reader.lower(index - 1) in ("kwa", "katika"):
        return True
    return reader.has(index - 2, "span") and reader.lower(index - 1) in ("cha", "wa", "ya")


def _from_now(reader: Reader, start: int, end: int, code: str, count: float | int | str, way: int) -> Found | None:
    """From publication: «siku 12 zilizopita» a day, «wiki mbili zilizopita» a week, «miaka 20 iliyopita» a year."""
    rules = (("time: duration", start, end),)
    if isinstance(count, str) or int(count) != count:
        return Found(start, end, "DATE", "PAST_REF" if way < 0 else "FUTURE_REF", rules)
    steps = int(count) * (1 if way > 0 else -1)
    published = reader.published
    if code in YEARS:
        year = published.year + steps * YEARS[code] if published else 0
        if code == "DE" and count > 1 and 0 < year < 9999:
            return Found(start, end, "DATE", f"{year // 10:03}X", rules)
        if published and year <= 0:
            return Found(start, end, "DATE", "PAST_REF", rules)  # «miaka milioni moja iliyopita»
        return Found(start, end, "DATE", f"{year:04}" if 0 < year < 9999 else "XXXX", rules)
    if code == "M":
        told = calendar.month_from(published, steps) if published else (0, 0)
        return Found(start, end, "DATE", calendar.month_value(*told) if told[0] > 0 else "XXXX-XX", rules)
    day = calendar.days_from(published, steps * (7 if code == "W" else 1)) if published else None
    if code == "W":
        return Found(start, end, "DATE", calendar.week_value(day) if day else "XXXX-WXX", rules)
    if code == "D":
        return Found(start, end, "DATE", day.isoformat() if day else "XXXX-XX-XX", rules, day)
    return Found(start, end, "DURATION", duration_value(code, count), rules)


@rule(
    "time: uncounted span",
    "Kwa miezi, hakuonekana hadharani.",
    "Walijenga kwa kipindi cha muongo.",
    "Wiki za kwanza zilikuwa ngumu.",
    never="Kwa miaka ya karibuni hali ni mbaya.",
)
def bare_span(reader: Reader, index: int) -> Found | None:
    """«kwa miezi,», «kipindi cha muongo», «wiki za kwanza»: a span whose number is not told, or is one."""
    unit: Unit | None = reader.get(index, "unit")
    if unit is None:
        return None
    rules = (("time: uncounted span", index, index + 1),)
    if reader.lower(index + 1) in ("za", "ya") and reader.lower(index + 2) in ("kwanza", "mwanzo", "mwisho"):
        plural = unit.plural or (reader.lower(index + 1) == "za" and unit.code in ("D", "W"))
        return Found(index, index + 3, "DURATION", duration_value(unit.code, "X"), rules) if plural else None
    ended = index + 1 >= reader.limit or not reader.form(index + 1)[:1].isalnum()
    if unit.plural and ended and reader.lower(index - 1) in ("kwa", "kuchukua"):
        return Found(index, index + 1, "DURATION", duration_value(unit.code, "X"), rules)
    if unit.code in YEARS and not unit.plural and ended and reader.has(index - 2, "stretch"):
        return Found(index, index + 1, "DURATION", duration_value(unit.code, 1), rules)
    return None


@rule(
    "time: part of a unit",
    "Walikaa nusu saa.",
    "Ujenzi ulichukua theluthi mbili ya mwaka.",
    never=("Nusu ya watu waliondoka.", "Robo ya mwaka huu imepita."),
)
def part_of_unit(reader: Reader, index: int) -> Found | None:
    """«nusu saa», «robo saa», «nusu mwaka», «theluthi mbili ya mwaka»; not of one that is told which: «mwaka huu»."""
    part = number_at(reader, index, reader.limit)
    if part is None or not 0 < part[0] < 1:
        return None
    at = part[1] + (reader.lower(part[1]) in ("ya", "za"))
    unit: Unit | None = reader.get(at, "unit")
    if unit is None or unit.plural or unit.code not in HALVES:
        return None
    told = reader.has(at + 1, "direction") or reader.has(at + 1, "anaphor") or reader.has(at + 1, "year")
    if told or reader.lower(at + 1) in ("ya", "wa"):
        return None
    value = duration_value(unit.code, part[0])
    return Found(index, at + 1, "DURATION", value, (("time: part of a unit", index, at + 1),))


@rule("time: heap of units", "Msitu umedumu mamia ya miaka.", never="Mamia ya watu walifika.")
def heap_of_units(reader: Reader, index: int) -> Found | None:
    """«mamia ya miaka» PXY, «darzeni ya miaka» P12Y."""
    unit: Unit | None = reader.get(index + 2, "unit")
    if unit is None or not unit.plural or reader.lower(index + 1) not in ("ya", "za"):
        return None
    value = duration_value(unit.code, reader.get(index, "heap"))
    return Found(index, index + 3, "DURATION", value, (("time: heap of units", index, index + 3),))


@rule(
    "time: running count",
    "Mgomo umeingia siku ya tatu mfululizo.",
    "Waliandamana kwa wiki ya 22 mfululizo.",
    never="Siku ya tatu walirudi.",
)
def running_count(reader: Reader, index: int) -> Found | None:
    """«siku ya nne mfululizo»: so long it has lasted; «mfululizo» itself stays outside."""
    unit: Unit | None = reader.get(index, "unit")
    if unit is None or unit.plural or reader.lower(index + 1) not in ("ya", "wa", "la"):
        return None
    number = reader.ordinal(index + 2)
    if number is None or not (
        reader.has(number[1], "running") or reader.lower(index - 1) == "kwa" or _remembered(reader, index)
    ):
        return None
    end = number[1]
    return Found(index, end, "DURATION", duration_value(unit.code, number[0]), (("time: running count", index, end),))


def _remembered(reader: Reader, index: int) -> bool:
    """«kuadhimisha mwaka wa kwanza»."""
    verb = reader.reading(index - 1).verb if index > reader.first else None
    return bool(verb and "adhimisha" in verb.chain)


@rule("time: age after a name", "Mwalimu Asha Kombo, 23, alishinda.", never="Kundi A lina pointi 6, 23, na 9.")
def age_after_name(reader: Reader, index: int) -> Found | None:
    """«Asha Kombo, 23, …», «Asha Kombo (23)»: years of age."""
    years = reader.get(index, "digits")
    if years is None or not YOUNGEST <= years <= OLDEST:
        return None
    opening, closing = reader.lower(index - 1), reader.lower(index + 1)
    if (opening, closing) not in ((",", ","), (",", "."), ("(", ")")):
        return None
    name = reader.form(index - 2)
    if not name[:1].isupper() or not name[1:2].islower() or reader.roles(index - 2):
        return None
    if opening == "(" and not reader.form(index - 3)[:1].isupper():
        return None
    return Found(index, index + 1, "DURATION", f"P{years}Y", (("time: age after a name", index, index + 1),))
