"""Where a time can begin: the rules worth trying at a word, from it and the word after it.

«siku» begins a date before «hiyo», a duration before «tatu» and nothing before «nzuri»; most «kwa» are no «kwa sasa».
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from itertools import compress, count, pairwise
from typing import Any

from matukio.rules import Rule
from matukio.swahili.vocabulary import VOCABULARY
from matukio.times import clock, durations, eras, feasts, frequencies, periods, phrases
from matukio.times.lines import PIECES, PIECES_KEPT
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import END, NAMES, ROLES

Reads = Callable[[Reader, int], Found | None]

ANYTHING = ""
PAIRS_KEPT = 250_000

TRIGGERS: dict[str, tuple[tuple[Reads, str], ...]] = {
    "century-word": ((eras.century, "direction ya"),),
    "date-word": ((clock.day_with_hours, ANYTHING),),
    "day": ((clock.day_with_hours, ANYTHING),),
    "decade-word": ((eras.decade, "ya"),),
    "digits": ((clock.day_with_hours, "month month-word ya wa , - /"), (durations.age_after_name, ", . )")),
    "dotted": ((clock.day_with_hours, ANYTHING),),
    "each": ((frequencies.how_often, "unit weekday part baada wikendi wikiendi"),),
    "fraction": ((durations.part_of_unit, "unit number ya za"),),
    "half": ((eras.part_of_year, "ya cha"),),
    "heap": ((durations.heap_of_units, "ya za"),),
    "hour-word": ((clock.clock, "number"),),
    "kipindi": ((eras.part_of_year, "ya cha"),),
    "month": ((clock.day_with_hours, "digits date-word mosi ,"), (periods.month, ANYTHING)),
    "month-word": (
        (clock.day_with_hours, "month"),
        (periods.month, "month wa"),
        (periods.month_from_now, "direction anaphor before next"),
        (feasts.month_of_fasting, "wa mtukufu"),
    ),
    "part": ((clock.part_of_day, ANYTHING),),
    "season-word": ((eras.season, "direction of"),),
    "this": ((clock.day_with_hours, "day"),),
    "times": ((frequencies.how_often, "number"),),
    "unit": (
        (durations.running_count, "ya wa la"),
        (durations.duration, "number quantity whole more about zaidi"),
        (durations.bare_span, "za ya mark"),
    ),
    "unit-D": (
        (frequencies.weekdays, "za"),
        (clock.day_with_hours, "weekday date-word anaphor before next ya hii hiyo"),
        (feasts.feast, "ya"),
    ),
    "unit-W": ((periods.week, "direction anaphor next ya la"),),
    "weekday": ((clock.day_with_hours, ANYTHING), (frequencies.weekdays, "zote")),
    "year": ((periods.year, ANYTHING),),
    "year-word": ((periods.year, ANYTHING),),
}  # fmt: skip
"""Name of the first word (`vocabulary.NAMES`) → the rules that can begin there, each with names of which the next word
must have one."""

OF_SEVERAL_WORDS: dict[str, tuple[Reads, Callable[[Any], Container[str]]]] = {
    "feast": (feasts.feast, feasts.second_words),
    "phrase": (phrases.fixed_phrase, set),
}
"""Role whose entries may have more words → their rule, and the second words of a first word's entries («» if none)."""


class MayBegin(dict[int, bool]):
    """Word type → whether any rule can begin at it."""

    def __missing__(self, type_id: int) -> bool:
        self[type_id] = found = any(name in TRIGGERS or name in OF_SEVERAL_WORDS for name in NAMES[type_id])
        return found


class RulesAt(dict[tuple[int, int], tuple[Reads, ...]]):
    """A word's type and the next one's → the rules to try there; the same pairs come in every article."""

    def __missing__(self, pair: tuple[int, int]) -> tuple[Reads, ...]:
        if len(self) >= PAIRS_KEPT:
            self.clear()
        first, second = pair
        rules = [_function(rule) for name in NAMES[first] for rule in _rules_named(name, first, second)]
        self[pair] = found = tuple(dict.fromkeys(rules))
        return found


MAY_BEGIN = MayBegin()
RULES_AT = RulesAt()


NO, BEFORE_NEXT, YES = 0, 1, 2


class Hints(dict[str, int]):
    """What stands between blanks, as «Jumanne,»: whether a time may begin in it; it depends on what comes next where
    only its last word could begin one. These are small numbers for many lines to be passed over at a glance."""

    def __missing__(self, piece: str) -> int:
        if len(self) >= PIECES_KEPT:
            self.clear()
        types = PIECES[piece][::3]
        inside = any(RULES_AT[pair] for pair in pairwise(types) if MAY_BEGIN[pair[0]])
        self[piece] = found = YES if inside else BEFORE_NEXT if MAY_BEGIN[types[-1]] else NO
        return found


HINTS = Hints()


def may_tell_time(pieces: list[str]) -> bool:
    """Whether any rule wants to be tried in a line of these pieces: most need not be split into words."""
    hints = list(map(HINTS.__getitem__, pieces))
    if YES in hints:
        return True
    for index in compress(count(), hints):
        following = PIECES[pieces[index + 1]][0] if index + 1 < len(pieces) else END
        if RULES_AT[PIECES[pieces[index]][-3], following]:
            return True
    return False


def _rules_named(name: str, first: int, second: int) -> Iterator[Reads]:
    # A word is among its own names, and «feast» is a word of English.
    if name in OF_SEVERAL_WORDS and name in ROLES[first]:
        rule, seconds = OF_SEVERAL_WORDS[name]
        can_follow = seconds(ROLES[first][name])
        if "" in can_follow or (second != END and VOCABULARY.lowers[second] in can_follow):
            yield rule
    for rule, follows in TRIGGERS.get(name, ()):
        if follows == ANYTHING or not NAMES[second].keys().isdisjoint(follows.split()):
            yield rule


def _function(rule: Reads) -> Reads:
    """A rule's own function: a call less at each word is felt."""
    return rule.function if isinstance(rule, Rule) else rule
