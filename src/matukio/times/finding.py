"""The pass that tries each rule where one of its words stands; the longest wins: «Jumatatu asubuhi», not «Jumatatu»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import date
from itertools import compress, count

from matukio.record import Evidence, Time
from matukio.rules import Rule
from matukio.swahili.sentences import split
from matukio.swahili.text import Text
from matukio.times import calendar, clock, durations, eras, feasts, frequencies, periods, phrases
from matukio.times.direction import coordinated, happened
from matukio.times.ranges import range_end, range_start
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import FIRST_YEAR, LAST_YEAR, ByType

Reads = Callable[[Reader, int], Found | None]

TRIGGERS: dict[str, tuple[Reads, ...]] = {
    "century-word": (eras.century,),
    "date-word": (clock.day_with_hours,),
    "day": (clock.day_with_hours,),
    "decade-word": (eras.decade,),
    "digits": (clock.day_with_hours, durations.age_after_name),
    "dotted": (clock.day_with_hours,),
    "each": (frequencies.how_often,),
    "feast": (feasts.feast,),
    "fraction": (durations.part_of_unit,),
    "half": (eras.part_of_year,),
    "heap": (durations.heap_of_units,),
    "hour-word": (clock.clock,),
    "month": (clock.day_with_hours, periods.month),
    "month-word": (clock.day_with_hours, periods.month, periods.month_from_now, feasts.month_of_fasting),
    "part": (clock.part_of_day,),
    "phrase": (phrases.fixed_phrase,),
    "season-word": (eras.season,),
    "span": (eras.part_of_year,),
    "this": (clock.day_with_hours,),
    "times": (frequencies.how_often,),
    "unit": (durations.running_count, durations.duration, durations.bare_span),
    "unit D": (frequencies.weekdays, clock.day_with_hours, feasts.feast),
    "unit W": (periods.week,),
    "weekday": (clock.day_with_hours, frequencies.weekdays),
    "year": (periods.year,),
    "year-word": (periods.year,),
}
"""Role of the first word, a unit's code with it → the rules that can begin there."""


def _function(rule: Reads) -> Reads:
    """A rule's own function: each word of an article passes here, and a call less is felt."""
    return rule.function if isinstance(rule, Rule) else rule


STARTS = ByType({role: tuple(map(_function, rules)) for role, rules in TRIGGERS.items()})


def find_times(text: Text | str, published: date | None = None) -> tuple[Time, ...]:
    """Every expression of time in text order, none overlapping, resolved against the date of publication.

    That of a `datetime` with a zone is its day in East Africa Time.
    Without one, relative expressions keep the codebook's unresolved values: XXXX-XX-XX, XXXX-WXX-3, XXXX; so they do
    with one that no newspaper can have.
    """
    published = calendar.day_of_publication(published)
    if published and not FIRST_YEAR <= published.year <= LAST_YEAR:
        published = None
    reader = Reader(split(text) if isinstance(text, str) else text, published)
    found: list[Found] = []
    begins = list(compress(count(), map(STARTS.__getitem__, reader.text.types)))
    for _, limit in reader.sentences():
        here = bisect_left(begins, limit)
        if here:
            found += _with_their_days(reader, _in_sentence(reader, begins[:here]))
            begins = begins[here:]
    return tuple(_time(reader.text, one) for one in found)


def _in_sentence(reader: Reader, begins: list[int]) -> list[Found]:
    """The times that begin at some of these words of the sentence."""
    found: list[Found] = []
    ended = 0
    for index in begins:
        if index < ended or not (one := _longest(reader, index, STARTS[reader.text.types[index]])):
            continue
        one = range_start(reader, one)
        found.append(one)
        reader.tell(one)
        if until := range_end(reader, one):
            found.append(until)
            reader.tell(until)
            one = until
        ended = one.end
    return found


def _longest(reader: Reader, index: int, rules: tuple[Reads, ...]) -> Found | None:
    best: Found | None = None
    for rule in rules:
        one = rule(reader, index)
        if one and (best is None or one.end > best.end):
            best = one
    return best


def _with_their_days(reader: Reader, found: list[Found]) -> list[Found]:
    """Clock times and parts of the day take the nearest day of their sentence, or the last told beside a past verb."""
    if not any(one.loose for one in found):
        return found
    days_here = [one for one in found if one.day and not one.loose]
    placed: list[Found] = []
    for one in found:
        if one.loose:
            until = bool(placed) and placed[-1].end + 1 == one.start and reader.has(placed[-1].end, "up-to")
            if until and placed[-1].type == "TIME" and not placed[-1].day:
                one = clock.without_day(one)  # «kuanzia saa tisa alasiri hadi saa kumi na mbili asubuhi»
            else:
                one = _on_its_day(reader, one, days_here)
            days_here += [one] if one.day else []
        placed.append(one)
    return placed


def _on_its_day(reader: Reader, one: Found, days_here: list[Found]) -> Found:
    if coordinated(reader, one.start, one.end):
        return clock.without_day(one)
    if days_here:
        near = min(days_here, key=lambda day: max(day.start - one.end, one.start - day.end))
        return clock.on_day(one, near.day, near.value)
    if reader.published and happened(reader, one.start, one.end):
        return clock.on_day(one, reader.told_day or reader.published, "")
    return clock.without_day(one)


def _time(text: Text, found: Found) -> Time:
    starts, ends = text.starts, text.ends
    start, end = starts[found.start], ends[found.end - 1]
    evidence = tuple(Evidence(name, starts[first], ends[last - 1]) for name, first, last in found.rules)
    return Time(text.string[start:end], start, end, found.type, found.value, {"value": evidence})
