"""Where a time can begin: the rules worth trying at a word, from it and the word after it.

«siku» begins a date before «hiyo», a duration before «tatu» and nothing before «nzuri»; most «kwa» are no «kwa sasa».
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import cache
from itertools import accumulate, chain, pairwise
from typing import Any, Final

from matukio.rules import Rule
from matukio.swahili.vocabulary import VOCABULARY, ByForm, forgetful
from matukio.times.clock import clock, day_with_hours, part_of_day
from matukio.times.durations import age_after_name, bare_span, duration, heap_of_units, part_of_unit, running_count
from matukio.times.eras import century, decade, part_of_year, season
from matukio.times.feasts import feast, month_of_fasting, second_words
from matukio.times.frequencies import how_often, weekdays
from matukio.times.lines import PIECES, PIECES_KEPT
from matukio.times.periods import month, month_from_now, week, year
from matukio.times.phrases import fixed_phrase
from matukio.times.reader import Found, Reader
from matukio.times.vocabulary import END, NAMES, ROLES

Reads = Callable[[Reader, int], Found | None]

ANYTHING: Final = ""
PAIRS_KEPT: Final = 250_000
PLAIN_KEPT: Final = 50_000

TRIGGERS: Final[dict[str, tuple[tuple[Reads, str], ...]]] = {
    "century-word": ((century, "direction ya"),),
    "date-word": ((day_with_hours, ANYTHING),),
    "day": ((day_with_hours, ANYTHING),),
    "decade-word": ((decade, "ya"),),
    "digits": ((day_with_hours, "month month-word ya wa , - /"), (age_after_name, ", . )")),
    "dotted": ((day_with_hours, ANYTHING),),
    "each": ((how_often, "unit weekday part baada wikendi wikiendi"),),
    "fraction": ((part_of_unit, "unit number ya za"),),
    "half": ((part_of_year, "ya cha"),),
    "heap": ((heap_of_units, "ya za"),),
    "hour-word": ((clock, "number"),),
    "kipindi": ((part_of_year, "ya cha"),),
    "month": ((day_with_hours, "digits date-word mosi ,"), (month, ANYTHING)),
    "month-word": (
        (day_with_hours, "month"),
        (month, "month wa"),
        (month_from_now, "direction anaphor before next"),
        (month_of_fasting, "wa mtukufu"),
    ),
    "part": ((part_of_day, ANYTHING),),
    "season-word": ((season, "direction of"),),
    "this": ((day_with_hours, "day"),),
    "times": ((how_often, "number"),),
    "unit": (
        (running_count, "ya wa la"),
        (duration, "number quantity whole more about zaidi"),
        (bare_span, "za ya mark"),
    ),
    "unit-D": (
        (weekdays, "za"),
        (day_with_hours, "weekday date-word anaphor before next ya hii hiyo"),
        (feast, "ya"),
    ),
    "unit-W": ((week, "direction anaphor next ya la"),),
    "weekday": ((day_with_hours, ANYTHING), (weekdays, "zote")),
    "year": ((year, ANYTHING),),
    "year-word": ((year, ANYTHING),),
}  # fmt: skip
"""Name of the first word (`vocabulary.NAMES`) → the rules that can begin there, each with names of which the next word
must have one."""

OF_SEVERAL_WORDS: Final[dict[str, tuple[Reads, Callable[[Any], Container[str]]]]] = {
    "feast": (feast, second_words),
    "phrase": (fixed_phrase, set),
}
"""Role whose entries may have more words → their rule, and the second words of a first word's entries («» if none)."""


FIRSTS: Final = frozenset((*TRIGGERS, *OF_SEVERAL_WORDS))
"""Names of words at which a rule can begin."""


class MayBegin(ByForm[bool]):
    """Whether any rule can begin at a word type."""

    def tell(self, type_id: int) -> bool:
        # What else a word is called, as «number» or «unit-D» beside «unit», begins nothing alone.
        roles = ROLES[type_id]
        return VOCABULARY.lowers[type_id] in FIRSTS or bool(roles) and not FIRSTS.isdisjoint(roles)


class RulesAt(dict[tuple[int, int], tuple[Reads, ...]]):
    """A word's type and the next one's → the rules to try there; the same pairs come in every article."""

    def __missing__(self, pair: tuple[int, int]) -> tuple[Reads, ...]:
        if len(self) >= PAIRS_KEPT:
            self.clear()
        first, second = pair
        rules = [_function(rule) for name in NAMES[first] for rule in _rules_named(name, first, second)]
        self[pair] = found = tuple(dict.fromkeys(rules))
        return found


MAY_BEGIN: Final = MayBegin()
RULES_AT: Final = forgetful(RulesAt())


PLAIN: Final[set[str]] = set()
"""What stood between blanks and can begin no time, whatever comes next: most of a text, passed over at a glance."""
BEGINNING: Final[set[int]] = set()
"""The types of the words so far in strings at which a rule can begin."""


class Telling(dict[str, bool]):
    """What stands between blanks and is not `PLAIN`, as «Jumanne,»: whether a time may begin in it whatever comes next;
    where it is not so, only its last word could begin one."""

    def __missing__(self, piece: str) -> bool:
        types = PIECES[piece][::3]
        begins = [type_id for type_id in types if MAY_BEGIN[type_id]]
        BEGINNING.update(begins)
        inside = bool(begins) and any(RULES_AT[pair] for pair in pairwise(types))
        if not inside and not MAY_BEGIN[types[-1]]:
            if len(PLAIN) >= PLAIN_KEPT:
                PLAIN.clear()
            PLAIN.add(piece)
            return False
        if len(self) >= PIECES_KEPT:
            self.clear()
        self[piece] = inside
        return inside


TELLING: Final = forgetful(Telling())


def may_tell_times(lines: list[list[str]]) -> list[int]:
    """The numbers of those lines, each given by its pieces, in which a rule wants to be tried: most need not be split
    into words."""
    # All pieces at once, for most lines are short and have nothing to begin with.
    pieces = list(chain.from_iterable(lines))
    found: list[int] = []
    ends = list(accumulate(map(len, lines)))
    line, end = 0, 0
    for index in [index for index, piece in enumerate(pieces) if piece not in PLAIN]:
        piece = pieces[index]
        inside = TELLING[piece]  # asked for each, so that all their words are known
        if index < end and found and found[-1] == line:
            continue
        while ends[line] <= index:
            line += 1
        end = ends[line]
        if inside:
            found.append(line)
        elif piece not in PLAIN:
            following = PIECES[pieces[index + 1]][0] if index + 1 < end else END
            if RULES_AT[PIECES[piece][-3], following]:
                found.append(line)
    return found


def _rules_named(name: str, first: int, second: int) -> Iterator[Reads]:
    # A word is among its own names, and «feast» is a word of English.
    if name in OF_SEVERAL_WORDS and name in ROLES[first]:
        rule, seconds = OF_SEVERAL_WORDS[name]
        can_follow = seconds(ROLES[first][name])
        if "" in can_follow or (second != END and VOCABULARY.lowers[second] in can_follow):
            yield rule
    for rule, follows in TRIGGERS.get(name, ()):
        if follows == ANYTHING or not _follows(follows).isdisjoint(NAMES[second]):
            yield rule


@cache
def _follows(names: str) -> frozenset[str]:
    return frozenset(names.split())


def _function(rule: Reads) -> Reads:
    """A rule's own function: a call less at each word is felt."""
    return rule.func if isinstance(rule, Rule) else rule
