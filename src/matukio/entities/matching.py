"""The longest known name at a word: «Umoja wa Mataifa», not «Umoja»; «al –Shabaab» and «al-Shabaab» alike.

Names are looked up by their first word, which is folded once per word type.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from matukio.entities.knowledge import Entry, fold, known_names, known_peoples
from matukio.entities.rows import kept
from matukio.swahili.sentences import split
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

HYPHENS = frozenset("-–‑")
ABBREVIATION_LENGTH = 5
"""Up to so many letters a name in capitals must be in capitals in the text too: «IS», «US», «CAR»."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words first … last - 1 are a known name; `entries` are what it can stand for, the usual one first."""

    first: int
    last: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Spelling:
    words: tuple[str, ...]
    upper: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Names with one first word: those of one word, and the longer ones by their second word, longest first."""

    alone: list[_Spelling]
    by_second: dict[str, list[_Spelling]]


@dataclass(frozen=True, slots=True)
class _OfType:
    """What a word type is by itself, and the longer names that it begins, by their second word."""

    alone: tuple[Entry, ...]
    by_second: dict[str, list[_Spelling]]


class Names:
    """Known names by their first word, each list longest first."""

    def __init__(self, pairs: Iterable[tuple[str, Entry]]) -> None:
        collected: dict[tuple[str, ...], tuple[bool, list[Entry]]] = {}
        for name, entry in pairs:
            words = tuple(fold(word) for word in _words(name))
            upper = name.isupper() and len(name) <= ABBREVIATION_LENGTH
            known_upper, entries = collected.get(words, (upper, []))
            if not any(other.link == entry.link and other.kind == entry.kind for other in entries):
                entries.append(entry)
            collected[words] = (known_upper and upper, entries)
        self._by_first: dict[str, _Beginning] = {}
        for words, (upper, entries) in sorted(collected.items(), key=lambda item: -len(item[0])):
            beginning = self._by_first.setdefault(words[0], _Beginning([], {}))
            spelling = _Spelling(words, upper, tuple(entries))
            same = beginning.alone if len(words) == 1 else beginning.by_second.setdefault(words[1], [])
            same.append(spelling)
        self._by_type: dict[int, _OfType | None] = {}

    @property
    def firsts(self) -> Container[str]:
        """The folded words with which a name begins."""
        return self._by_first.keys()

    def at(self, text: Text, index: int, limit: int) -> Match | None:
        """The longest known name that begins at word `index` and ends before `limit`."""
        type_id = text.types[index]
        here = self._by_type[type_id] if type_id in self._by_type else self._of_type(text, index)
        if here is None:
            return None
        if here.by_second:
            second = _next(text, index + 1, limit)
            if second < limit:
                for spelling in here.by_second.get(folded(text.types[second]), ()):
                    last = _end(text, index, second + 1, limit, spelling)
                    if last is not None:
                        return Match(index, last, spelling.entries)
        return Match(index, index + 1, here.alone) if here.alone else None

    def _of_type(self, text: Text, index: int) -> _OfType | None:
        """What the word's type can begin, kept for all later words of the type."""
        type_id = text.types[index]
        beginning = self._by_first.get(folded(type_id))
        found = None
        if beginning is not None:
            spellings = (each for each in beginning.alone if _end(text, index, index + 1, len(text), each) is not None)
            alone = next((spelling.entries for spelling in spellings), ())
            found = _OfType(alone, beginning.by_second) if alone or beginning.by_second else None
        self._by_type[type_id] = found
        return found


def _next(text: Text, at: int, limit: int) -> int:
    """The word at `at`, or the one after it when it is a hyphen."""
    return at + 1 if at < limit and VOCABULARY.strings[text.types[at]] in HYPHENS else at


def _end(text: Text, index: int, at: int, limit: int, spelling: _Spelling) -> int | None:
    """Where the spelling ends that begins at `index` and whose first words end before `at`, None when it differs."""
    for word in spelling.words[2:]:
        at = _next(text, at, limit)
        if at >= limit or folded(text.types[at]) != word:
            return None
        at += 1
    if spelling.upper and not text.string[text.starts[index] : text.ends[at - 1]].isupper():
        return None
    capitals = any(VOCABULARY.strings[text.types[i]][0].isupper() for i in range(index, at))
    return at if capitals or _reads_without_capitals(text, index, spelling) else None


def _reads_without_capitals(text: Text, index: int, spelling: _Spelling) -> bool:
    """«umoja wa mataifa» and «marekani» are often written so; «mali» and «hadi» are other words then."""
    entry = spelling.entries[0]
    if len(spelling.words) > 2:
        return entry.type == "ORG" or entry.kind == "country"
    if entry.kind == "people":
        return True  # «wapalestina», «wademokrat»: no other word is spelt so
    reading = VOCABULARY.analyses(text.types[index])[0]
    is_free = reading.guess or reading.upos == "PROPN"
    return entry.kind == "country" and len(spelling.words[0]) > 4 and is_free


_FOLDED: dict[int, str] = {}


def folded(type_id: int) -> str:
    """The word type without capitals and accents."""
    known = _FOLDED.get(type_id)
    if known is None:
        known = _FOLDED[type_id] = fold(VOCABULARY.strings[type_id])
    return known


def _words(name: str) -> list[str]:
    strings = (VOCABULARY.strings[type_id] for type_id in split(name).types)
    return [string for string in strings if string not in HYPHENS]


@kept
def names() -> Names:
    return Names(known_names())


@kept
def peoples() -> Names:
    return Names(known_peoples())
