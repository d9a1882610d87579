"""The longest known name at a word: «Umoja wa Mataifa», not «Umoja»; «al –Shabaab» and «al-Shabaab» alike.

Names lie by their first word, and what follows it is a tree of words. Both are made when a text first has the word:
most of the names stand in no article that is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any, Final

from matukio.entities.knowledge import Entry, fold, known_names, known_peoples
from matukio.entities.rows import kept
from matukio.frozen import quick_init
from matukio.swahili.sentences import TOKEN
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY, ByForm

HYPHENS: Final = frozenset("-–‑")
ABBREVIATION_LENGTH: Final = 5
"""Up to so many letters a name in capitals must be in capitals in the text too: «IS», «US», «CAR»."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words first … last - 1 are a known name; `entries` are what it can stand for, the usual one first."""

    first: int
    last: int
    entries: tuple[Entry, ...]


quick_init(Match)


@dataclass(slots=True)
class _Spelling:
    """A name's words, whether it must stand in capitals, and what it can stand for."""

    size: int
    upper: bool
    entries: tuple[Entry, ...]


Tree = dict[str, Any]
"""Words to the trees of the words after them; under HERE what is spelt by the words so far."""
HERE: Final = "\n"
"""No word is a line break; a mark that stands alone is nothing once it is folded, or a blank («´»)."""


@dataclass(frozen=True, slots=True)
class _OfType:
    """What a word type is by itself, and the longer names that it begins."""

    alone: tuple[Entry, ...]
    longer: Tree


_NO_NAME: Final = _OfType((), {})
"""Of a type with which no name begins."""


class _OfTypes(ByForm[_OfType]):
    """What each word type is by itself and begins, of the names by their first word."""

    def __init__(self, by_first: dict[str, list[tuple[str, Entry]]]) -> None:
        super().__init__()
        self._by_first = by_first

    def tell(self, type_id: int) -> _OfType:
        pairs = self._by_first.get(folded(type_id))
        if pairs is None:
            return _NO_NAME
        tree = _tree(pairs)
        spelling = tree.pop(HERE, None)
        alone = spelling is not None and _is_spelt_alone(type_id, spelling)
        return _OfType(spelling.entries if alone else (), tree) if alone or tree else _NO_NAME


class Names:
    """Known names, the longest first of those that stand at a word."""

    def __init__(self, pairs: Iterable[tuple[str, Entry]]) -> None:
        self._by_first: defaultdict[str, list[tuple[str, Entry]]] = defaultdict(list)
        for pair in pairs:
            self._by_first[_first_word(pair[0])].append(pair)
        self._of_types = _OfTypes(self._by_first)

    @property
    def firsts(self) -> Container[str]:
        """The folded words with which a name begins."""
        return self._by_first.keys()

    def at(self, text: Text, index: int, limit: int) -> Match | None:
        """The longest known name that begins at word `index` and ends before `limit`."""
        types = text.types
        here = self._of_types[types[index]]
        if here is _NO_NAME:
            return None
        entries, last = here.alone, index + 1
        tree, at = here.longer, index + 1
        while tree:
            if at < limit and VOCABULARY.strings[types[at]] in HYPHENS:
                at += 1
            if at >= limit:
                break
            tree = tree.get(folded(types[at]), _NOTHING)
            at += 1
            spelling = tree.get(HERE)
            if spelling is not None and _is_spelt(text, index, at, spelling):
                entries, last = spelling.entries, at
        return Match(index, last, entries) if entries else None

    def first(self, text: Text, first: int, last: int) -> Match | None:
        """The first known name among the words first … last - 1."""
        for index in range(first, last):
            match = self.at(text, index, last)
            if match is not None:
                return match
        return None


_NOTHING: Final[Tree] = {}


def _first_word(name: str) -> str:
    head = name.partition(" ")[0]
    if head.isascii() and head.isalpha():
        return head.lower()
    match = TOKEN.search(name)
    return fold(match[0] if match is not None else name)


def _tree(pairs: Iterable[tuple[str, Entry]]) -> Tree:
    """The names that begin with one word by what follows it."""
    tree: Tree = {}
    for name, entry in pairs:
        words = [fold(word) for word in TOKEN.findall(name) if word not in HYPHENS]
        upper = name.isupper() and len(name) <= ABBREVIATION_LENGTH
        place = tree
        for word in words[1:]:
            place = place.setdefault(word, {})
        spelling = place.setdefault(HERE, _Spelling(len(words), upper, ()))
        spelling.upper = spelling.upper and upper
        if not any(other.link == entry.link and other.kind == entry.kind for other in spelling.entries):
            spelling.entries = (*spelling.entries, entry)
    return tree


def _is_spelt(text: Text, first: int, last: int, spelling: _Spelling) -> bool:
    """Whether the words first … last - 1 have the capitals that the name needs."""
    if spelling.upper and not text.string[text.starts[first] : text.ends[last - 1]].isupper():
        return False
    capitals = any(VOCABULARY.strings[type_id][0].isupper() for type_id in text.types[first:last])
    return capitals or _reads_without_capitals(text.types[first], spelling)


def _is_spelt_alone(type_id: int, spelling: _Spelling) -> bool:
    string = VOCABULARY.strings[type_id]
    if spelling.upper and not string.isupper():
        return False
    return string[0].isupper() or _reads_without_capitals(type_id, spelling)


def _reads_without_capitals(type_id: int, spelling: _Spelling) -> bool:
    """«umoja wa mataifa» and «marekani» are often written so; «mali» and «hadi» are other words then."""
    entry = spelling.entries[0]
    if spelling.size > 2:
        return entry.type == "ORG" or entry.kind == "country"
    if entry.kind == "people":
        return True  # «wapalestina», «wademokrat»: no other word is spelt so
    reading = VOCABULARY.analyses(type_id)[0]
    is_free = reading.guess or reading.upos == "PROPN"
    return entry.kind == "country" and len(folded(type_id)) > 4 and is_free


class _Folded(ByForm[str]):
    def tell(self, type_id: int) -> str:
        lower, plain = VOCABULARY.lowers[type_id], fold(VOCABULARY.strings[type_id])
        return lower if plain == lower else plain  # most are folded in lower case, and the two are one string


_FOLDED: Final = _Folded()


def folded(type_id: int) -> str:
    """The word type without capitals and accents."""
    return _FOLDED[type_id]


@kept
def names() -> Names:
    return Names(known_names())


@kept
def peoples() -> Names:
    return Names(known_peoples())
