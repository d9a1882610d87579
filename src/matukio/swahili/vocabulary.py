"""Word types and what is known of each: every form is analysed once, whatever the number of articles.

«alisema» and «Alisema» are two types with the same readings.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Final

from matukio.swahili.analysis import Analysis


def standard(string: str) -> str:
    """A word in lower case with the plain apostrophe, and without the blank of a split one («ku kiwa»)."""
    lower = string.lower()
    if lower.isascii() and lower.isalpha():
        return lower
    return lower.replace("’", "'").replace("ʼ", "'").replace(" ", "")


class Ids(dict[str, int]):
    """String → id; a string that is not there gets the next."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __missing__(self, string: str) -> int:
        return self.vocabulary.add(string)


class Readings(dict[int, tuple[Analysis, ...]]):
    """Type id → what the form can be, the likeliest first; found when it is asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __missing__(self, type_id: int) -> tuple[Analysis, ...]:
        self[type_id] = found = _analyse_form()(self.vocabulary.strings[type_id])
        return found


@cache
def _analyse_form() -> Callable[[str], tuple[Analysis, ...]]:
    from matukio.swahili.words import analyse_form  # the lexicon is read when the first word is

    return analyse_form


class Vocabulary:
    """String ↔ id of every word type seen, with its readings, filled on demand and shared by all texts.

    A type's readings never depend on the text it stands in.
    """

    def __init__(self) -> None:
        self.ids = Ids(self)
        self.strings: list[str] = []
        self.lowers: list[str] = []
        self.readings = Readings(self)
        self.analyses: Callable[[int], tuple[Analysis, ...]] = self.readings.__getitem__
        """Readings of a type, likeliest first; never empty."""
        self._lock = Lock()

    def add(self, string: str) -> int:
        """The id of `string`, new if it has none."""
        with self._lock:
            if (known := self.ids.get(string)) is not None:
                return known
            self.strings.append(string)
            lower = standard(string)
            self.lowers.append(string if lower == string else lower)
            self.ids[string] = len(self.strings) - 1
            return len(self.strings) - 1


VOCABULARY: Final = Vocabulary()
