"""Word types and what is known of each: every form is analysed once, whatever the number of articles.

«alisema» and «Alisema» are two types with the same readings.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Any, Final, Generic, TypeVar

from matukio.swahili.analysis import Analysis

T = TypeVar("T")


def standard(string: str) -> str:
    """A word in lower case with the plain apostrophe, and without the blank of a split one («ku kiwa»)."""
    lower = string.lower()
    if lower.isascii() and lower.isalpha():
        return lower
    return lower.replace("’", "'").replace("ʼ", "'").replace(" ", "")


FORGETTING: Final[list[Callable[[], None]]] = []
"""What empties the lists that hold something of each type in the order of the ids."""
FADING: Final[list[Callable[[], None]]] = []
"""What empties lists whenever something is forgotten of rare forms."""
FORGETFUL: Final[list[dict[Any, Any]]] = []
"""Dictionaries that fill themselves when asked for a type, or for another thing that texts never run out of."""
Memory = TypeVar("Memory", bound=dict[Any, Any])


def forgetful(memory: Memory) -> Memory:
    """The dictionary, which is to lose what it knows of rare forms (`matukio.forgetting`)."""
    FORGETFUL.append(memory)
    return memory


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
        self.readings = forgetful(Readings(self))
        self.kept = 0
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

    def keep(self, string: str) -> int:
        """The id of a string that the code itself names: it and those before it stay for good."""
        found = self.add(string)
        self.kept = len(self.strings)
        return found

    def begin_anew(self) -> None:
        """Forget every string but those that are kept: their ids go to others, and a `Text` is worth nothing."""
        with self._lock:
            del self.strings[self.kept :], self.lowers[self.kept :]
            self.ids.clear()
            self.ids.update({string: type_id for type_id, string in enumerate(self.strings)})
        for forget in FORGETTING:
            forget()


VOCABULARY: Final = Vocabulary()


class ByForm(Generic[T]):
    """What can be told of a word type by itself, found when it is first asked for and kept in a list by type id, which
    is looked up in a quarter of the time that a dictionary takes. It is for answers that take no room of their own, as
    a letter or yes and no: they stay until ids are given anew."""

    def __init__(self) -> None:
        self._known: list[T | None] = []
        FORGETTING.append(self.clear)

    def tell(self, type_id: int) -> T:
        """What is kept of a type, which is never None."""
        raise NotImplementedError

    def __getitem__(self, type_id: int) -> T:
        known = self._known
        found = known[type_id] if type_id < len(known) else None
        return self._found(type_id) if found is None else found

    def of(self, types: list[int]) -> list[T]:
        """What is known of each of some words."""
        known = self._covering()
        return [self._found(type_id) if (found := known[type_id]) is None else found for type_id in types]

    def where(self, types: list[int]) -> list[int]:
        """The indices of those words of which something is true."""
        known = self._covering()
        positions: list[int] = []
        for index, type_id in enumerate(types):
            found = known[type_id]
            if self._found(type_id) if found is None else found:
                positions.append(index)
        return positions

    def clear(self) -> None:
        self._known = []

    def _covering(self) -> list[T | None]:
        """The list, as long as there are types."""
        known = self._known
        if len(known) < len(VOCABULARY.strings):
            known.extend([None] * (len(VOCABULARY.strings) - len(known)))
        return known

    def _found(self, type_id: int) -> T:
        found = self.tell(type_id)
        self._covering()[type_id] = found
        return found


class ByFormForAWhile(ByForm[T]):
    """The same for answers that take room: all are forgotten with those of rare forms."""

    def __init__(self) -> None:
        super().__init__()
        FADING.append(self.clear)


class Likeliest(ByFormForAWhile[Analysis]):
    """The likeliest reading of a type."""

    def tell(self, type_id: int) -> Analysis:
        return VOCABULARY.readings[type_id][0]


LIKELIEST: Final = Likeliest()
