"""Hours and parts of the day: «saa tatu na nusu asubuhi» is 09:30, for the Swahili day begins at dawn.

«Jumatatu asubuhi», «usiku wa kuamkia Ijumaa», «saa tisa alasiri Jumatatu» are one expression each.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from matukio.rules import rule
from matukio.times import calendar
from matukio.times.days import any_day
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import by_name

SHIFT: Final = 6
"""Saa moja is the first hour of the day, 07:00, or of the night, 19:00."""

NOON: Final = 12
DAY: Final = 24
OF: Final = frozenset("ya wa la za".split())
OF_OR_COMMA: Final = OF | {","}
OF_OR_THIS: Final = OF | {"huu", "hii"}
OF_OR_TOWARDS: Final = OF | {"majira"}
MINUTES: Final = 60


@rule(
    "time: part of the day",
    "Aliondoka asubuhi ya jana.",
    "Moto ulizuka usiku wa kuamkia Ijumaa.",
    never="Walikula chakula cha mchana.",
)
def part_of_day(reader: Reader, index: int) -> Found | None:
    """«asubuhi», alone or with its day after it; the day before it is `day_then_hours`."""
    start = index
    part = reader.get(index, "part")
    if part is None:
        return None
    if reader.has(index - 1, "of") and reader.has(index - 2, "no-clock"):
        return None  # «chakula cha mchana», «sala ya alfajiri»
    end = index + 1
    rules = (("time: part of the day", start, end),)
    if reader.matches(end, ("wa", "manane")) and part == "TNI":
        end, rules = end + 2, (("time: part of the day", start, end + 2),)
    after = end + (reader.lower(end) in OF_OR_THIS)
    if reader.lower(after) == "kuamkia" or (reader.lower(end) == "kuamkia"):
        return _night_before(reader, start, after if reader.lower(after) == "kuamkia" else end)
    if reader.lower(end) in ("huu", "hii") and not reader.has(end + 1, "day"):
        return _today(reader, start, end + 1, part)
    if reader.has(end, "next") and reader.told_day and (following := calendar.days_from(reader.told_day, 1)):
        rules = (("time: part of the day", start, end + 1),)
        return Found(start, end + 1, "TIME", following.isoformat() + part, rules, following)
    if reader.has(end, "anaphor") and reader.told_day:
        end = reader.past_doubled(end)
        rules = (("time: part of the day", start, end),)
        return Found(start, end, "TIME", reader.told_day.isoformat() + part, rules, reader.told_day)
    day = any_day(reader, after) if after < reader.limit else None
    if day is None and after < reader.limit and reader.lower(end) in ("huu", "hii"):
        day = any_day(reader, end)
    if day:
        return Found(start, day.end, "TIME", day.value + part, rules + day.rules, day.day)
    return Found(start, end, "TIME", part, rules, None, part)


def _today(reader: Reader, start: int, end: int, part: str) -> Found:
    """«usiku huu», «asubuhi hii»."""
    value = reader.published.isoformat() if reader.published else "XXXX-XX-XX"
    return Found(start, end, "TIME", value + part, (("time: part of the day", start, end),), reader.published)


def _night_before(reader: Reader, start: int, at: int) -> Found | None:
    """«usiku wa kuamkia Ijumaa» is Thursday's night."""
    day = any_day(reader, at + 1) if at + 1 < reader.limit else None
    if day is None:
        return None
    before = calendar.days_from(day.day, -1) if day.day else None
    value = before.isoformat() if before else "XXXX-XX-XX"
    rules = (("time: part of the day", start, at + 1), *day.rules)
    return Found(start, day.end, "TIME", value + "TNI", rules, before)


@rule(
    "time: clock",
    "Walifika saa tatu na nusu asubuhi.",
    "Kikao kitaanza saa 8:30 mchana.",
    never=("Alinunua saa ya dhahabu.", "Walisubiri kwa saa tatu."),
)
def clock(reader: Reader, index: int) -> Found | None:
    """«saa tisa alasiri», «saa kumi na mbili kasorobo jioni», with its day after it; with no part it is a span."""
    start = index
    if not reader.has(index, "hour-word"):
        return None
    told = _hour_and_minute(reader, index + 1)
    if told is None:
        return None
    hour, minute, at = told
    part_at = reader.skip(at, "kamili")
    part_at += reader.lower(part_at) in OF_OR_COMMA and reader.has(part_at + 1, "part")
    part = reader.get(part_at, "part")
    if part is None:
        return _clock_of_24(reader, start, at, hour, minute) or _clock_of_a_range(reader, start, at, hour, minute)
    hours = _hour_of_day(hour, reader.lower(part_at))
    if hours is None:
        return None
    end = part_at + 1
    if reader.matches(end, ("wa", "manane")):
        end += 2
    rules = (("time: clock", start, end),)
    loose = _time_value(hours, minute)
    after = end + (reader.lower(end) in OF_OR_COMMA)
    day = any_day(reader, after) if after < reader.limit and reader.lower(end) != "," else None
    night = reader.matches(end, ("kuamkia",)) or reader.matches(end, ("wa", "kuamkia"))
    if night and (before := _night_before(reader, end, end + (reader.lower(end) == "wa"))):
        return on_day(
            Found(start, before.end, "TIME", loose, rules + before.rules, None, loose), before.day, before.value[:10]
        )
    bare = Found(start, end, "TIME", "T" + loose, rules, None, loose)
    return on_day(bare._replace(end=day.end, rules=rules + day.rules), day.day, day.value) if day else bare


def _time_value(hours: int, minute: int) -> str:
    """«T09:30»; hours of the night after midnight count on from 24, since their day began at dawn."""
    return f"T{hours:02}:{minute:02}"


def _hour_and_minute(reader: Reader, at: int) -> tuple[int, int, int] | None:
    """Swahili hour, minute and end: «mbili na nusu», «nne kasorobo», «tano na dakika kumi», «8:30», «2.30»."""
    if reader.lower(at + 1) == ":" and reader.joined(at + 1) and reader.joined(at + 2):
        hour, minute = reader.get(at, "digits"), reader.get(at + 2, "digits")
        return (
            (hour, minute, at + 3)
            if hour is not None and minute is not None and hour < DAY and minute < MINUTES
            else None
        )
    form = reader.form(at)
    if form[:1].isdigit() and "." in form:
        whole, _, rest = form.partition(".")
        if whole.isdigit() and rest.isdigit() and len(rest) == 2 and int(whole) < DAY and int(rest) < MINUTES:
            return int(whole), int(rest), at + 1
        return None
    number = _hour_number(reader, at)
    if number is None or not 0 < number[0] <= DAY:
        return None
    hour, at = number
    minute, at = _minutes(reader, at)
    return (hour - 1 or NOON) if minute < 0 else hour, minute % MINUTES, at


def _hour_number(reader: Reader, at: int) -> tuple[int, int] | None:
    """The hour; «kumi mbili» without its «na» too."""
    number = reader.whole(at)
    if number and number[0] == 10 and reader.lower(at) == "kumi":
        rest = reader.whole(number[1])
        if rest and rest[0] in (1, 2):
            return 10 + rest[0], rest[1]
    return number


def _minutes(reader: Reader, at: int) -> tuple[int, int]:
    """Minutes after the hour, negative before it, and where they end."""
    word, after = reader.lower(at), reader.lower(at + 1)
    if word == "kasorobo":
        return -15, at + 1
    if word == "kasoro" and after == "robo":
        return -15, at + 2
    if word == "kasoro" and (count := _minute_count(reader, at + 1)):
        return -count[0], count[1]
    if word == "na" and after in ("nusu", "robo"):
        return {"nusu": 30, "robo": 15}[after], at + 2
    if word in ("na", "u") and (count := _minute_count(reader, at + 1)):
        return count[0], count[1]
    if word == "u" and after == "nusu":
        return 30, at + 2
    return 0, at


def _minute_count(reader: Reader, at: int) -> tuple[int, int] | None:
    if reader.lower(at) != "dakika":
        return None
    number = reader.whole(at + 1)
    return number if number and 0 < number[0] < MINUTES else None


def _hour_of_day(hour: int, part: str) -> int | None:
    """The hour by our clock: saa tatu asubuhi 9, saa tatu usiku 21, saa saba usiku 25 (01:00 of the next date)."""
    if hour > NOON or hour == 0:
        return hour
    by_day = hour % NOON + SHIFT
    if part == "usiku":
        return by_day + NOON
    if part in ("asubuhi", "alfajiri") and hour % NOON >= 8:
        return by_day - NOON  # saa kumi alfajiri 04:00
    if part in ("jioni", "machweo") and hour % NOON <= 3:
        return by_day + NOON  # saa kumi na mbili jioni 18:00, saa moja jioni 19:00
    if part == "mchana" and hour == NOON:
        return NOON
    return by_day


def _clock_of_24(reader: Reader, start: int, end: int, hour: int, minute: int) -> Found | None:
    """Without a part of the day only figures with minutes are a time: «saa 14:00», «saa 8:30»."""
    if ":" not in "".join(reader.form(k) for k in range(start, end)) or hour >= DAY:
        return None
    loose = _time_value(hour if hour > NOON else hour % NOON + SHIFT, minute)
    return Found(start, end, "TIME", loose, (("time: clock", start, end),), None, loose)


def _clock_of_a_range(reader: Reader, start: int, end: int, hour: int, minute: int) -> Found | None:
    """«kuanzia saa mbili hadi saa nne asubuhi»: the first hour is of the second's part of the day, or before it."""
    joint = reader.lower(end)
    between = joint == "na" and reader.matches(start - 2, ("kati", "ya"))
    if not (between or (joint != "na" and reader.has(end, "up-to"))) or not reader.has(end + 1, "hour-word"):
        return None
    until = clock(reader, end + 1)
    if until is None or not until.rules or until.type != "TIME":
        return None
    told = _hour_and_minute(reader, end + 2)
    part = reader.lower(until.rules[0][2] - 1)
    first, last = _hour_of_day(hour, part), _hour_of_day(told[0], part) if told else None
    if first is None or last is None:
        return None
    loose = _time_value(first - NOON if first > last else first, minute)
    return Found(start, end, "TIME", loose, (("time: clock", start, end),), None, loose)


def on_day(found: Found, day: date | None, told: str) -> Found:
    """The clock time or part of the day of that day; `told` is the day's value where it is no calendar date."""
    loose = found.loose
    if loose[:1] == "T" and loose[1:3].isdigit():
        hours = int(loose[1:3])
        if hours >= DAY:
            day = calendar.days_from(day, 1) if day else None
            loose = f"T{hours - DAY:02}{loose[3:]}"
            told = day.isoformat() if day else "XXXX-XX-XX"
    return found._replace(value=(day.isoformat() if day else told) + loose, day=day, loose="")


def without_day(found: Found) -> Found:
    """A time of no told day: «T15:00», «TNI»."""
    loose = found.loose
    if loose[1:3].isdigit():
        loose = f"T{int(loose[1:3]) % DAY:02}{loose[3:]}"
    return found._replace(value=loose, loose="")


BEFORE_HOURS: Final = by_name("part hour-word of majira ,")
"""Words that can stand between a day and its hour, or begin the hour."""


def day_with_hours(reader: Reader, index: int) -> Found | None:
    """The day that begins at the word, with its hour or part where that follows."""
    day = any_day(reader, index)
    if day is None or day.end >= reader.limit or not BEFORE_HOURS[reader.types[day.end]]:
        return day
    return day_then_hours(reader, day) or day


@rule(
    "time: day, then its hour",
    "Walipigana Jumatatu usiku.",
    "Atawasili kesho saa mbili asubuhi.",
    never="Walifika Jumatatu na kuondoka usiku.",
)
def day_then_hours(reader: Reader, day: Found) -> Found | None:
    """«Jumatatu asubuhi», «leo saa tisa alasiri», «Juni 3 usiku»."""
    index, at = day.start, day.end
    at += reader.lower(at) in OF_OR_TOWARDS and (reader.has(at + 1, "part") or reader.has(at + 1, "hour-word"))
    if reader.has(at, "part") and reader.lower(at + 1) != "kuamkia":
        end = at + 1
        if reader.matches(end, ("wa", "manane")):
            end += 2
        rules = (*day.rules, ("time: day, then its hour", index, end))
        return Found(index, end, "TIME", day.value + reader.get(at, "part"), rules, day.day)
    hour = clock(reader, at + (reader.lower(at) == ","))
    if hour is None or not hour.loose:
        return None
    rules = (*day.rules, *hour.rules, ("time: day, then its hour", index, hour.end))
    return on_day(hour._replace(start=index, rules=rules), day.day, day.value)
