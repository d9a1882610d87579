"""The pass that tries each rule where one of its words stands; the longest wins: «Jumatatu asubuhi», not «Jumatatu»."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import pairwise

from matukio.record import Evidence, Time
from matukio.swahili.sentences import Line
from matukio.swahili.text import Text
from matukio.times import calendar, clock
from matukio.times.beginnings import BEGINNING, MAY_BEGIN, RULES_AT, Reads, may_tell_times
from matukio.times.direction import coordinated, happened
from matukio.times.lines import words_of_lines
from matukio.times.ranges import range_end, range_start
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import END, FIRST_YEAR, LAST_YEAR


def find_times(text: Text | str, published: date | None = None) -> tuple[Time, ...]:
    """Every expression of time in text order, none overlapping, resolved against the date of publication.

    That of a `datetime` with a zone is its day in East Africa Time.
    Without one, relative expressions keep the codebook's unresolved values: XXXX-XX-XX, XXXX-WXX-3, XXXX; so they do
    with one that no newspaper can have.
    """
    published = calendar.day_of_publication(published)
    if published and not FIRST_YEAR <= published.year <= LAST_YEAR:
        published = None
    reader = Reader(published)
    times: list[Time] = []
    if isinstance(text, Text):
        types = text.types
        _read(reader, text, types, MAY_BEGIN.where(types), text.string, times)
    else:
        lines = text.split("\n")
        pieces = list(map(str.split, lines))
        if asked := may_tell_times(pieces):
            words = words_of_lines(lines, pieces, asked)
            begins = [index for index, type_id in enumerate(words.types) if type_id in BEGINNING]
            _read(reader, words, words.types, begins, text, times)
    return tuple(times)


def _read(
    reader: Reader, words: Text | Line, types: list[int], begins: list[int], string: str, times: list[Time]
) -> None:
    """Adds the times that begin at some of these words, sentence by sentence; most words begin none."""
    reader.types, reader.starts, reader.ends = types, words.starts, words.ends
    done, last = 0, len(begins)
    for first, limit in pairwise(words.firsts):
        if done == last:
            break
        if begins[done] < limit:
            upto = bisect_left(begins, limit, done)
            reader.first, reader.limit = first, limit
            for found in _with_their_days(reader, _in_sentence(reader, begins[done:upto])):
                times.append(_time(string, words, found))
            done = upto


def _in_sentence(reader: Reader, begins: list[int]) -> list[Found]:
    """The times that begin at some of these words of the sentence."""
    found: list[Found] = []
    ended, types, limit = 0, reader.types, reader.limit
    for index in begins:
        if index < ended:
            continue
        rules = RULES_AT[types[index], types[index + 1] if index + 1 < limit else END]
        if not rules or not (one := _longest(reader, index, rules)):
            continue
        ranges = reader.has(one.end, "up-to")
        one = range_start(reader, one) if ranges else one
        found.append(one)
        reader.tell(one)
        if ranges and (until := range_end(reader, one)):
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
    for one in found:
        if one.loose:
            break
    else:
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


def _time(string: str, words: Text | Line, found: Found) -> Time:
    starts, ends = words.starts, words.ends
    start, end = starts[found.start], ends[found.end - 1]
    evidence = tuple([Evidence(name, starts[first], ends[last - 1]) for name, first, last in found.rules])
    return Time(string[start:end], start, end, found.type, found.value, {"value": evidence})
