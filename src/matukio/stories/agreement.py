"""Whether two tellings can be one act: type, status, days, places and parties, and which rule says so.

«Watu kumi wameuawa mjini Beni» · «Watu kumi na wawili waliuawa Beni Jumapili»
→ a side and the circumstances: the town is the same, the days can be
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from math import asin, cos, radians, sqrt

from matukio.stories.told import Keys, Told
from matukio.tables import read_table

# Two towns so near each other are one place told with more or less detail.
SAME_PLACE_KM = 60.0
# What has come about may have been planned or alleged before; what did not happen is another matter.
_COMPATIBLE = {
    "actual": {"actual", "alleged", "planned"},
    "alleged": {"actual", "alleged"},
    "planned": {"actual", "planned", "hypothetical"},
    "hypothetical": {"planned", "hypothetical"},
    "negated": {"negated"},
}
# How a day of the week begins whose week nothing tells.
_WEEKDAY = "XXXX-WXX-"


@dataclass(frozen=True, slots=True)
class Once:
    """A kind of act that is done once in a story."""

    type: str
    mode: str


def same_event(one: Told, other: Told) -> tuple[int, str, tuple[str, ...]] | None:
    """How strongly two events are one act, the rule that says so and what they share; None when they are not.

    The same type, compatible modes and status, dates and places that can be the same, and parties in common: a
    name or a state on both sides; or whom it befell by name, or two who did it together; or a side and the day or town;
    or a state or name on one side of what is done once (once.tsv). On neither side may they differ.
    """
    if one.type != other.type or (one.mode and other.mode and one.mode != other.mode):
        return None
    if other.status not in _COMPATIBLE[one.status] or not _dates_agree(one, other) or not _places_agree(one, other):
        return None
    sides = [_common(one.actors, other.actors), _common(one.recipients, other.recipients)]
    if any(side is not None and not side for side in sides):
        return None
    shared = tuple(each for side in sides if side for each in side)
    circumstances = _circumstances(one, other)
    both = all(side and any(map(_is_one, side)) for side in sides)
    rules = {
        "both sides in common": both,
        "a side and the circumstances": bool(circumstances),
        "a named party": _is_enough(*sides),
        "a side of what is done once": _is_done_once(one, other) and any(map(_is_one, shared)),
    }
    rule = next((name for name, holds in rules.items() if holds), None)
    if not shared or rule is None:
        return None
    return 2 * len(shared) + 2 * both + len(circumstances), rule, shared + circumstances


def _common(some: Sequence[Keys], others: Sequence[Keys]) -> tuple[str, ...] | None:
    """What two sides have in common: links, or country and sector; None where one of them is not told."""
    one, two = [keys for keys in some if keys], [keys for keys in others if keys]
    if not one or not two:
        return None
    return tuple(sorted({min(common, key=_by_strength) for a, b in product(one, two) if (common := a & b)}))


def _is_enough(actors: tuple[str, ...] | None, recipients: tuple[str, ...] | None) -> bool:
    """Whether names alone say that it is one act: whom it befell, or two who did it together.

    A president asks, promises and visits every day; arrested he is once.
    """
    named = [each for each in actors or () if ":" in each]
    return len(named) > 1 or any(":" in each for each in recipients or ())


def _is_done_once(one: Told, other: Told) -> bool:
    """Whether both are an act of a kind that nobody does twice in a story: «Nigeria imepiga marufuku Twitter»."""
    return one.mode is not None and one.mode == other.mode and Once(one.type, one.mode) in _once()


@cache
def _once() -> frozenset[Once]:
    return frozenset(read_table(files("matukio") / "stories" / "once.tsv", Once))


def _is_one(key: str) -> bool:
    """Whether a key stands for one party: a name or a state; an army's soldiers or a country's activists are many."""
    return ":" in key or key.endswith(" GOV")


def _by_strength(key: str) -> tuple[bool, str]:
    return ":" not in key, key


def _circumstances(one: Told, other: Told) -> tuple[str, ...]:
    """Day and town, where both tell the same."""
    found = []
    if one.date and other.date and _is_day(one.date) and one.date[:10] == other.date[:10]:
        found.append(one.date[:10])
    if one.place and other.place and one.place.casefold() == other.place.casefold():
        found.append(one.place)
    return tuple(found)


def _is_day(value: str) -> bool:
    """Whether a date names a day of the calendar: «leo» of two articles without a day is not the same."""
    return value[:10].replace("-", "").isdigit() and len(value) >= 10


def _dates_agree(one: Told, other: Told) -> bool:
    """Whether the days can be the same: «Juni 2024» and «18 Juni 2024» can, so can a day and none."""
    a, b = one.date, other.date
    if not a or not b:
        return True
    if not (a[:4].isdigit() and b[:4].isdigit()):
        # «Jumapili» and «Jumamosi» are two days, whatever the week.
        return not (a.startswith(_WEEKDAY) and b.startswith(_WEEKDAY) and a[-1].isdigit() and b[-1].isdigit()) or a == b
    if "W" in a or "W" in b or "Q" in a or "Q" in b:
        return a[:4] == b[:4]
    length = min(len(a[:10]), len(b[:10]))
    return a[:length] == b[:length]


def _places_agree(one: Told, other: Told) -> bool:
    if not one.place or not other.place:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    return _kilometres(one, other) <= SAME_PLACE_KM


def _kilometres(one: Told, other: Told) -> float:
    """The way between two towns, 0 where one of them has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    north, south = radians(one.latitude), radians(other.latitude)
    half = (1 - cos(north - south) + cos(north) * cos(south) * (1 - cos(radians(one.longitude - other.longitude)))) / 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, max(0.0, half))))
