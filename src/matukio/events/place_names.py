"""The names of places in phrases, the nouns for sites, and the country that «nchini humo» and «taifa hilo» take up.

«mji mkuu wa Lomé» names Lomé, «historia ya Togo» no place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.events.acts import lemmas
from matukio.events.scene import Scene
from matukio.record import Entity
from matukio.swahili import NounPhrase, category
from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class Site:
    """A row of sites.tsv: a noun for a place where acts happen."""

    noun: str
    kind: str


INSIDE: Final = frozenset("mjini nchini huko mkoani jimboni kisiwani wilayani jijini kote".split())
"""Inside a phrase they tie a place to it: «shambulizi la hoteli mjini Lomé»."""


@cache
def sites(kind: str = "") -> frozenset[str]:
    rows = read_table(files(__package__) / "sites.tsv", Site)
    return frozenset(row.noun for row in rows if kind in ("", row.kind))


def name_at(scene: Scene, word: int) -> Entity | None:
    """The place whose name begins at the word."""
    found = next(iter(scene.discourse.names_in(word, word + 1)), None)
    if found is None or found.start != scene.text.starts[word]:
        return None
    return found if found.type == "LOC" or found.text in sites("seat") else None


def place_name(scene: Scene, phrase: NounPhrase) -> Entity | None:
    """The place that a phrase names: «Lomé», «mji mkuu wa Lomé», but not «historia ya Togo»."""
    text = scene.text
    names = [n for n in scene.discourse.names_in(phrase.first, phrase.last) if n.type == "LOC"]
    names.sort(key=lambda n: scene.lower(text.index_at(n.start) - 1) not in INSIDE if n.start else True)
    local = not sites().isdisjoint(lemmas(text.types[phrase.head]))
    for name in names:
        first = text.index_at(name.start)
        if first == phrase.first or scene.lower(first - 1) in INSIDE or local and category(text, first - 1) in "CBE,":
            return name
    return None


def takes_up(scene: Scene, phrase: NounPhrase) -> bool:
    """«nchi hiyo …», «taifa hilo …»: a country told before."""
    if lemmas(scene.text.types[phrase.head]).isdisjoint(("nchi", "taifa")) or phrase.head + 1 >= phrase.last:
        return False
    return scene.lower(phrase.head + 1) in ("hiyo", "hilo", "hii", "hili")


def country_before(scene: Scene, index: int) -> Entity | None:
    """The place with a country that is named last before word `index`: what «nchini humo» takes up. «wanajeshi wa Togo
    nchini humo» are in another country than their own."""
    text = scene.text
    for name in reversed(scene.discourse.names):
        if name.end > text.starts[index] or name.type != "LOC" or not name.country:
            continue
        first, last = text.index_at(name.start), text.index_at(name.end - 1) + 1
        if last < index or category(text, first - 1) != "C":
            return name
    return None
