"""One pass over a text's words for expressions of time, and what was told so far: «siku hiyo» is the last day told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from matukio.swahili.analysis import Analysis
from matukio.swahili.numbers import number_at, whole_number_at
from matukio.swahili.vocabulary import VOCABULARY
from matukio.times.vocabulary import ROLES, Roles

RuleSpans = tuple[tuple[str, int, int], ...]
"""Which rule read words first … end - 1."""


class Found(NamedTuple):
    """A time in words first … end - 1; `day` is the calendar day it names, if one; `rules` who read which words.

    `loose` is a clock time or part of the day that still wants its day («T15:00», «TNI»).
    """

    start: int
    end: int
    type: str
    value: str
    rules: RuleSpans
    day: date | None = None
    loose: str = ""

    def and_then(self, other: Found, end: int) -> Found:
        """This with the words up to `end` and rules of `other` after it."""
        return self._replace(end=end, rules=self.rules + other.rules)


@dataclass(slots=True)
class Reader:
    """The words of one sentence, and what was told before it; rules look at words only through it."""

    published: date | None
    types: list[int] = field(default_factory=list)
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    first: int = 0
    limit: int = 0
    told_day: date | None = None
    told_weekdays: dict[int, date] = field(default_factory=dict)
    told_month: str | None = None
    told_year: str | None = None

    def roles(self, index: int) -> Roles:
        """What the word at `index` can be."""
        return ROLES[self.types[index]]

    def get(self, index: int, role: str) -> Any:
        """What the word at `index` is in `role`, None when it is nothing or outside the sentence."""
        return ROLES[self.types[index]].get(role) if self.first <= index < self.limit else None

    def reading(self, index: int) -> Analysis:
        """The likeliest reading of the word."""
        return VOCABULARY.analyses(self.types[index])[0]

    def has(self, index: int, role: str) -> bool:
        return self.first <= index < self.limit and role in ROLES[self.types[index]]

    def lower(self, index: int) -> str:
        return VOCABULARY.lowers[self.types[index]] if self.first <= index < self.limit else ""

    def form(self, index: int) -> str:
        return VOCABULARY.strings[self.types[index]] if self.first <= index < self.limit else ""

    def skip(self, index: int, *words: str) -> int:
        """The index after the words, when the text goes on with them; else the same index."""
        for offset, word in enumerate(words):
            if self.lower(index + offset) != word:
                return index
        return index + len(words)

    def skip_role(self, index: int, role: str) -> int:
        return index + self.has(index, role)

    def past_doubled(self, index: int) -> int:
        """The end of «huo» or «huo huo»."""
        return index + 1 + (self.lower(index + 1) == self.lower(index))

    def joined(self, index: int) -> bool:
        """No blank stands between the word and the one before it."""
        return self.first < index < self.limit and self.starts[index] == self.ends[index - 1]

    def number(self, index: int) -> tuple[float | int, int] | None:
        """A number, «na nusu» with it."""
        return number_at(self, index, self.limit) if index < self.limit else None

    def whole(self, index: int) -> tuple[int, int] | None:
        """A whole number, in words or digits."""
        found = whole_number_at(self, index, self.limit) if index < self.limit else None
        return (found[0], found[1]) if found and isinstance(found[0], int) else None

    def ordinal(self, index: int) -> tuple[int, int] | None:
        """«kwanza», «pili», «tatu», «21»."""
        if (value := self.get(index, "ordinal")) is not None:
            return value, index + 1
        return self.whole(index)

    def matches(self, index: int, words: tuple[str, ...]) -> bool:
        if index < self.first or index + len(words) > self.limit:
            return False
        lowers, types = VOCABULARY.lowers, self.types
        for word in words:
            if lowers[types[index]] != word:
                return False
            index += 1
        return True

    def tell(self, found: Found) -> None:
        """Remember a date for «siku hiyo», «mwezi huo» and «mwaka huo»."""
        value = found.value
        if found.type not in ("DATE", "TIME") or not value[:4].isdigit():
            return
        if found.day is not None:
            self.told_day = found.day
            self.told_weekdays[found.day.isoweekday()] = found.day
        self.told_year = value[:4]
        if value[4:5] == "-" and value[5:7].isdigit():
            self.told_month = value[:7]
