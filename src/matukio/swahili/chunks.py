"""The noun phrases of a sentence from left to right, and those that stand after a preposition.

«Maafisa walizungumza na waandishi dhidi ya hatua hiyo» has three phrases: «Maafisa», «waandishi» after «na» and «hatua
hiyo» after «dhidi ya».
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.frozen import quick_init
from matukio.swahili.categories import categories, is_side_of
from matukio.swahili.naming import PEOPLE
from matukio.swahili.phrases import BEGINNING, NounPhrase, phrase_at
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY, ByForm
from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class Preposition:
    """A row of prepositions.tsv."""

    phrase: str
    sense: str


@dataclass(frozen=True, slots=True)
class Oblique:
    """A preposition with its phrase; `preposition` is the whole of it («dhidi ya»), `sense` as in prepositions.tsv."""

    preposition: str
    sense: str
    first: int
    phrase: NounPhrase


quick_init(Oblique)

Option = tuple[list[str], str, str]
"""The words of a preposition, the same as a phrase, and its sense."""


HOW: Final = frozenset(["jinsi", "namna", "vile"])
"""«anafurahishwa na jinsi Juma alivyo imara»: words that open a clause and leave it to the preposition."""


def chunks(text: Text, first: int, last: int, verbs: set[int]) -> tuple[list[NounPhrase], list[Oblique]]:
    """All noun phrases from left to right, and those that stand after a preposition."""
    phrases: list[NounPhrase] = []
    obliques: list[Oblique] = []
    letters, lowers = categories(text), text.lowers
    index = first
    pending: tuple[int, str, str] | None = None
    while index < last:
        if index in verbs:
            pending = None
            index += 1
            continue
        lower = lowers[index]
        if lower == "mwao" and index > first and lowers[index - 1] == "miongoni":
            index += 1  # «watu sita, miongoni mwao wanawake wawili»
            continue
        options = PREPOSITIONS[text.types[index]]
        matched = _preposition(text, index, last, options) if options else None
        if matched is not None:
            size, phrase_words, sense = matched
            pending = (index, phrase_words, sense)
            index += size
            continue
        may_begin = letters[index] in BEGINNING or lower in PEOPLE
        phrase = phrase_at(text, index, last) if may_begin else None
        if phrase is None:
            if letters[index] == "," or letters[index] == "S" and lower not in HOW:
                pending = None  # «amekiri kwa mara ya kwanza kwamba makosa …»: a clause begins
            index += 1
            continue
        phrases.append(phrase)
        if pending is not None and pending[1] == "nchini" and not phrase.name and phrase.classes & {1, 2}:
            pending = None  # «waliwafukuza nchini wavuvi»: out of the country, and nobody's country
        if pending is not None:
            obliques.append(Oblique(pending[1], pending[2], pending[0], phrase))
            pending = None
        elif is_side_of(text, phrase.first):
            obliques.append(Oblique("", "at", phrase.first, phrase))
        index = max(phrase.last, index + 1)
    return phrases, obliques


def _preposition(text: Text, index: int, last: int, options: list[Option]) -> tuple[int, str, str] | None:
    for words, phrase, sense in options:
        size = len(words)
        if size == 1 or index + size <= last and text.lowers[index : index + size] == words:
            return size, phrase, sense
    return None


class _ByFirstWord(ByForm[list[Option]]):
    """What may begin with a word, longest first: nothing with most."""

    def tell(self, type_id: int) -> list[Option]:
        return _prepositions().get(VOCABULARY.lowers[type_id], _NONE)


_NONE: Final[list[Option]] = []
PREPOSITIONS: Final = _ByFirstWord()


@cache
def _prepositions() -> dict[str, list[Option]]:
    """First word → what may begin with it, longest first."""
    found: dict[str, list[Option]] = {}
    for row in read_table(files(__package__) / "prepositions.tsv", Preposition):
        words = row.phrase.split()
        found.setdefault(words[0], []).append((words, row.phrase, row.sense))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found
