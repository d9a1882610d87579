"""Places on a border, which is of two countries: «katika mpaka wa Rwanda na Kongo», «mpakani mwa Kenya na Somalia».

«mpaka» alone is mostly «until», and «imefunga mpaka wake» tells what is closed, not where.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.places.names import name_at

BORDER: Final = frozenset(["mpaka", "mpakani", "mipaka", "mipakani"])
AT: Final = frozenset("katika kwenye huko".split())
OF: Final = frozenset("wa mwa la ya na kati baina".split())
"""Words between the border and the countries on its sides: «mpaka wa», «mpakani kati ya»."""
AREA: Final = frozenset("eneo maeneo ukanda upande mji miji kijiji vijiji".split())


def borders(scene: Scene) -> Iterator[tuple[int, int, int, bool]]:
    """(preposition, first word, word after the last, whether between two countries) of each border that says where."""
    first, last, lowers = scene.clauses.sentence.first, scene.clauses.sentence.last, scene.text.lowers
    if BORDER.isdisjoint(lowers[first:last]):
        return
    for word in range(first, last):
        if lowers[word] not in BORDER:
            continue
        begin = _area(scene, word)
        placed = lowers[word].endswith("ni") or lowers[begin - 1] in AT or lowers[begin - 2 : begin] == ["karibu", "na"]
        if begin == first or not placed:
            continue
        end, countries = _sides(scene, word + 1)
        if countries:
            two = len(set(countries)) > 1 or lowers[word + 1] == "na"  # «mpakani na Togo», on this side or that
            at = begin - 1 if lowers[begin - 1] in AT else begin - 2 if lowers[begin - 1] == "na" else begin
            yield at, begin, end, two


def _area(scene: Scene, word: int) -> int:
    """Where «eneo la mpaka», «eneo la mpakani» begins, else the word itself."""
    area = scene.lower(word - 2) in AREA and scene.lower(word - 1) in ("la", "ya", "wa", "cha", "vya", "ulio")
    return word - 2 if area else word


def _sides(scene: Scene, at: int) -> tuple[int, tuple[str | None, ...]]:
    """The word after the countries told from a word on, and their codes; no code when none is told."""
    last, end = scene.clauses.sentence.last, at
    countries: list[str | None] = []
    while at < last:
        name = name_at(scene, at)
        if name is not None and name.type == "LOC":
            countries.append(name.country)
            at = end = scene.text.index_at(name.end - 1) + 1
            if len(countries) == 2 or at >= last or scene.lower(at) != "na":
                break
        elif scene.lower(at) not in OF or at - end > 2:
            break
        else:
            at += 1
    return end, tuple(countries)
