"""Where and when: the place and the time told of the act, never those of another act.

«Jumatatu waasi walishambulia kambi karibu na Ndjamena.» has the date «Jumatatu» and the place «Ndjamena».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matukio.events.clauses.scene import Scene
from matukio.events.dates.finding import date_of
from matukio.events.places.finding import place_of
from matukio.frozen import quick_init
from matukio.record import Evidence, Place, Time, When


@dataclass(frozen=True, slots=True)
class Circumstances:
    place: Place | None
    date: When | None
    evidence: dict[str, tuple[Evidence, ...]]


quick_init(Circumstances)


def circumstances_of(scene: Scene, times: Sequence[Time], alone: bool) -> Circumstances:
    """Place and date of the act from its sentence; `alone` tells that the sentence has no other act."""
    place, date = place_of(scene), date_of(scene, times, alone)
    evidence: dict[str, tuple[Evidence, ...]] = {
        name: (found[1],) for name, found in (("place", place), ("date", date)) if found is not None
    }
    return Circumstances(place[0] if place else None, date[0] if date else None, evidence)
