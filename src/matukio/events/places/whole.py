"""Places told in parts as one: a site with the town and the country around it, and several places of one act.

«katika soko karibu na Bol, mashariki mwa Chad» is one place; «nchini Iraq, Syria na Lebanon» is in no one country.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.places.names import name_at
from matukio.events.places.spots import Spot
from matukio.record import Entity

MEETING: Final = frozenset("AGREE CONSULT COOPERATE".split())
"""Acts of which the name after «na» may be the other side: «mazungumzo nchini Misri na Israel»."""
MANY: Final = frozenset("mataifa nchi miji majimbo mikoa visiwa wilaya".split())
"""Nouns that say that several names of places follow."""


def whole_places(scene: Scene, spots: Iterable[Spot]) -> list[Spot]:
    """The places with all their words, in order: those that stand side by side are one, the first names it."""
    whole: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (s.begin, s.last)):
        spot = _with_state(scene, _with_others(scene, _with_name(scene, spot)))
        last = whole[-1] if whole else None
        if last is not None and _goes_on(scene, last, spot):
            whole[-1] = replace(last, last=spot.last, name=last.name or spot.name, bare=False)
        else:
            whole.append(spot)
    return whole


def _goes_on(scene: Scene, spot: Spot, other: Spot) -> bool:
    """Whether the next place only tells where the first is: nothing or a comma stands between."""
    between = range(spot.last, other.begin)
    if other.bare or other.begin < spot.last or other.predicate != spot.predicate or spot.several:
        return False
    if any(scene.lower(i) != "," for i in between) or len(between) > 1 or between and other.name is None:
        return False
    one, two = spot.name, other.name
    return one is None or two is None or one.country is None or two.country in (None, one.country)


def _with_name(scene: Scene, spot: Spot) -> Spot:
    """«nchini Ivory coast»: a name of which only the first word is written like one is taken whole."""
    if spot.name is None or spot.name.start < scene.text.starts[spot.first]:
        return spot
    last = scene.text.index_at(spot.name.end - 1) + 1
    return replace(spot, last=last) if last > spot.last else spot


def _with_state(scene: Scene, spot: Spot) -> Spot:
    """«mjini Accra, Ghana», «mjini Miami, Florida»: with the state that the town lies in."""
    text, limit = scene.text, scene.clauses.sentence.last - 1
    if spot.name is None or spot.several or _is_state(spot.name) or spot.last >= limit:
        return spot
    if scene.lower(spot.last) != "," or spot.last != text.index_at(spot.name.end - 1) + 1:
        return spot
    state = name_at(scene, spot.last + 1)
    if state is None or state.type != "LOC" or state.country is None or state.country != spot.name.country:
        return spot
    last = text.index_at(state.end - 1) + 1
    follows = scene.lower(last)
    acts = any(
        p.first == last and p.subjects and p.subjects[-1].first == spot.last + 1 for p in scene.clauses.predicates
    )
    if acts or not _is_state(state) and follows in ("na", ","):
        return spot  # «mjini Lomé, Togo imefunga …»
    return replace(spot, last=last)


def _is_state(name: Entity) -> bool:
    return (name.link or "").startswith("cty:")


def _with_others(scene: Scene, spot: Spot) -> Spot:
    """«nchini Mali na Niger», «katika visiwa vya Comoro na Mauritius»: with the places told in the same breath."""
    text, limit = scene.text, scene.clauses.sentence.last - 1
    if spot.name is None or spot.bare or spot.last != text.index_at(spot.name.end - 1) + 1:
        return spot
    last, names = spot.last, [spot.name]
    while last < limit and (joint := scene.lower(last)) in (",", "na", "au"):
        name = name_at(scene, last + 1)
        if name is None or name.type != "LOC":
            return spot
        names.append(name)
        last = text.index_at(name.end - 1) + 1
        if joint != ",":
            several = len({n.country for n in names} - {None}) > 1
            return replace(spot, last=last, several=several) if _are_places(scene, spot, last, names) else spot
    return spot


def _are_places(scene: Scene, spot: Spot, last: int, names: list[Entity]) -> bool:
    """Whether the names are places of the act, not whom it is done with nor who does the next."""
    if any(p.first == last and p.subjects for p in scene.clauses.predicates):
        return False
    words = map(scene.lower, range(spot.begin, spot.last))
    return len(names) > 2 or scene.act.type not in MEETING or not MANY.isdisjoint(words)
