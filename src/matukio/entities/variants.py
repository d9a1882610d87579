"""Listed persons whose name is spelt with a slip: «Jacinda Arden», «Justin Trudeu», «Tabboune» beside Tebboune.

A full name of which one word differs in one letter is the listed person's where the article names the person's country;
a surname alone where the article names the person rightly as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from matukio.entities.finding import Found
from matukio.entities.knowledge import Entry, fold, known_persons
from matukio.entities.matching import folded
from matukio.entities.rows import kept
from matukio.record import Entity
from matukio.rules import rule
from matukio.swahili.text import Text

SURNAME: Final = 6
"""How many letters a surname alone has at least for another of one letter less, more or changed to be a slip."""
PART: Final = 4
"""The same of a word of a full name."""
Words = tuple[str, ...]


@kept
def _by_first_and_last() -> dict[str, list[tuple[Words, Entry]]]:
    """First words, and after a blank last words, of full names → the names that have them."""
    found: defaultdict[str, list[tuple[Words, Entry]]] = defaultdict(list)
    for name, entry in known_persons():
        words = tuple(fold(name).split())
        if len(words) > 1:
            found[words[0]].append((words, entry))
            found[" " + words[-1]].append((words, entry))
    return dict(found)


@rule(
    "name: misspelt",
    "Waziri mkuu wa Canada Justin Trudeu alihutubia bunge.",
    never="Waziri mkuu wa Togo Justin Trudeu alihutubia bunge.",
)
def misspelt(text: Text, each: Found, told: frozenset[str | None]) -> Entry | None:
    """The listed person of a country told in the article whose full name differs in one letter."""
    words = tuple(folded(text.types[index]) for index in range(each.first, each.last))
    if len(words) < 2:
        return None
    known = _by_first_and_last()
    alike = {
        entry.link: entry
        for key in (words[0], " " + words[-1])
        for other, entry in known.get(key, ())
        if len(other) == len(words) and entry.country in told and _is_slip(words, other)
    }
    return next(iter(alike.values())) if len(alike) == 1 else None


def _is_slip(words: Words, other: Words) -> bool:
    """Whether just one word differs, and by a letter."""
    apart = [(one, two) for one, two in zip(words, other, strict=True) if one != two]
    return len(apart) == 1 and len(apart[0][0]) >= PART and is_slip_of(*apart[0])


def with_misspelt(text: Text, found: Sequence[Found]) -> Iterator[Found]:
    """The names, persons whom no table has as the listed one whose name is spelt with a slip."""
    told = frozenset(each.entry.country for each in found if each.entry is not None and each.entry.country)
    for each in found:
        entry = misspelt(text, each, told) if each.type == "PER" and each.entry is None else None
        yield each if entry is None else replace(each, entry=entry, rule=misspelt.name)


def with_variants(names: Sequence[Entity]) -> list[Entity]:
    """The names, an unlisted surname that differs in one letter from a listed person's in the article as that person's:
    «Tabboune» beside «Abdelmadjid Tebboune»."""
    listed: dict[str, Entity] = {}
    bearers: dict[str, Entity] = {}
    for name in names:
        if name.type == "PER" and name.link is not None:
            listed.setdefault(name.text.split()[-1], name)
        if name.type == "PER" and " " in name.text:
            bearers.setdefault(name.text.split()[-1], name)
    listed = {word: name for word, name in listed.items() if bearers.get(word, name).link == name.link}
    return [_as_variant(name, listed) if name.type == "PER" and name.link is None else name for name in names]


def _as_variant(name: Entity, listed: dict[str, Entity]) -> Entity:
    words = name.text.split()
    if len(words) > 1:
        return name
    same = listed.get(words[0])
    surname = (same.name or words[0]).split()[-1] if same is not None else words[0]
    if surname != words[0] and not is_slip_of(words[0], surname):
        same = None  # «Juma Moussa Zamboro» told as one name: Zamboro is not Moussa
    if same is None and len(words[0]) >= SURNAME:
        same = next((other for word, other in listed.items() if is_slip_of(words[0], word)), None)
    if same is None:
        return name
    return replace(name, link=same.link, name=same.name, country=same.country, sector=same.sector)


def is_slip_of(one: str, other: str) -> bool:
    """Whether a letter is changed, added or left out past the first, two have changed places, or another is double."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if len(one) == len(other):
        turned = one[start : start + 2] == other[start : start + 2][::-1] and one[start + 2 :] == other[start + 2 :]
        return turned or one[start + 1 :] == other[start + 1 :] or _without_doubles(one) == _without_doubles(other)
    short, long = sorted((one, other), key=len)
    return short[start:] == long[start + 1 :]


def _without_doubles(word: str) -> str:
    """«Abbas» and «Abass» alike."""
    return "".join(letter for letter, _ in groupby(word))
