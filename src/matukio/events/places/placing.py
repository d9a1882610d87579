"""The place of an act out of those that can be it: the nearest, with its country and where it lies on the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.entities import coordinates
from matukio.entities.homes import BODIES
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import names_of
from matukio.events.places.spots import Spot
from matukio.record import Evidence, Place

Placed = tuple[Place, Evidence]


def nearest(scene: Scene, spots: Sequence[Spot], by: str) -> Placed | None:
    """The nearest of the spots, one after the act before one told ahead of it."""
    if not spots:
        return None
    word = scene.trigger.word
    named = [s for s in spots if s.name is not None] or spots
    best = min(named, key=lambda s: s.begin - word if s.begin > word else 40 + word - s.begin)
    span = scene.text.span(best.first, best.last)
    point = coordinates(best.name) if best.name is not None and not best.several else None
    latitude, longitude = point or (None, None)
    where = Place(span.text, span.start, span.end, _country(scene, best), latitude, longitude)
    return where, scene.evidence(by, best.first, best.last)


def _country(scene: Scene, spot: Spot) -> str | None:
    """That of the name, else the one that the article is about; none for a continent or a body of many states."""
    if spot.several:
        return None
    if spot.name is not None and not _is_abroad(scene, spot):
        if spot.name.country in BODIES:
            return None
        return spot.name.country or (None if spot.name.link else scene.discourse.home)
    own = scene.discourse.describe(spot.first, spot.last).country
    if own is not None and _is_abroad(scene, spot):
        home = scene.discourse.home_at(spot.first)
        at_home = home == own and "ubalozi" in names_of(scene.text.types[spot.first])
        return None if at_home or home in BODIES else home
    return None if own in BODIES else own or scene.discourse.home_at(spot.first)


OFFICES: Final = frozenset("kituo ofisi".split())


def _is_abroad(scene: Scene, spot: Spot) -> bool:
    """«ubalozi wa Ghana», «ofisi za BBC» may stand in another country than theirs, unless a town is told with them."""
    heads = names_of(scene.text.types[spot.first])
    names = scene.discourse.names_in(spot.first, spot.last)
    if "ubalozi" in heads:
        return len([n for n in names if n.type == "LOC"]) < 2
    return not OFFICES.isdisjoint(heads) and bool(names) and all(n.sector == "JRN" for n in names)
