"""What stands around a word while its sentence is read: the words before it are decided, those after it are not yet.

In «mkutano wao utafanyika» the word before «wao» is a noun of class 3, so «wao» is theirs and not they.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matukio.frozen import quick_init
from matukio.swahili.analysis import Analysis, Verb

NOTHING: Final = Analysis("PUNCT", "")


@dataclass(frozen=True, slots=True)
class View:
    """A sentence in which the words up to some index are decided."""

    readings: list[tuple[Analysis, ...]]
    """What each word of the text can be, and below how it is written in lower case."""
    lowers: list[str]
    chosen: list[int]
    first: int
    last: int

    def lower(self, index: int) -> str:
        return self.lowers[index] if self.first <= index < self.last else ""

    def reading(self, index: int) -> Analysis:
        return self.readings[index][self.chosen[index]] if self.first <= index < self.last else NOTHING

    def upos(self, index: int) -> str:
        return self.reading(index).upos

    def verb(self, index: int) -> Verb | None:
        return self.reading(index).verb

    def find(self, index: int, upos: str) -> int:
        """The first reading of a word with this part of speech, else the likeliest."""
        for number, reading in enumerate(self.readings[index]):
            if reading.upos == upos:
                return number
        return 0

    def has(self, index: int, upos: str) -> bool:
        return any(reading.upos == upos for reading in self.readings[index])

    def finite_follows(self, index: int) -> bool:
        """A finite verb stands between the word and the next mark."""
        for at in range(index + 1, min(self.last, index + 9)):
            verb = self.verb(at)
            if self.upos(at) == "AUX" and verb is None:
                return True  # ni, si, ndiye
            if (
                verb is not None
                and verb.tense != "infinitive"
                and (verb.relative is None or verb.relative.prefix == "po")
            ):
                return True
            if self.upos(at) == "PUNCT":
                return False
        return False

    def head_before(self, index: int, classes: frozenset[int]) -> bool:
        """A noun before the word, past its other modifiers, agrees with one of the classes."""
        at = index - 1
        while at >= self.first and index - at <= 4:
            reading = self.reading(at)
            if reading.upos == "NOUN":
                return not classes or any(
                    other.classes & classes for other in self.readings[at] if other.upos == "NOUN"
                )
            if reading.noun_class == 15:
                return 15 in classes
            if reading.upos not in ("DET", "ADJ", "NUM"):
                return False
            at -= 1
        return False


quick_init(View)
