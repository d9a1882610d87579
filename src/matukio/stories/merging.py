"""An event told by several articles of a story becomes one, with every value and who says so.

    Monday: «Watu kumi wameuawa mjini Beni» · Tuesday: «Watu kumi na wawili waliuawa Beni Jumapili»
    → one ASSAULT, in two reports; dead: 10 by the first, 12 by the second

Two events of one article stay two: the reading of the article has judged them already.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import product
from math import asin, cos, radians, sqrt

from matukio.record import Event, Party
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

Reference = tuple[Hashable, str]
"""An article's name or number, and the id of an event in it."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article's telling of an event, by the ids of both."""

    article: str
    event: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a report was taken for the same event: the rule, and what both have in common."""

    report: Report
    rule: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """One happening with all its reports; where they differ `values` has each value with the reports that give it.

    `values` holds «status», «mode», «date», «place», «dead», «injured», «arrested», «actors», «recipients».
    """

    id: str
    type: str
    reports: tuple[Report, ...]
    independent: int
    values: Mapping[str, Mapping[str, tuple[Report, ...]]]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Once:
    """A kind of act that is done once in a story."""

    type: str
    mode: str


Keys = frozenset[str]
"""What a party is known by."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells of an event, as far as telling it from others needs.

    `copied` names the event of another article that stands in the paragraph which this one copies.
    """

    article: Hashable
    event: str
    type: str
    mode: str | None
    status: str
    actors: tuple[Keys, ...]
    recipients: tuple[Keys, ...]
    date: str | None = None
    place: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    copied: Reference | None = None

    @property
    def reference(self) -> Reference:
        """Which event of which article it is."""
        return self.article, self.event


@dataclass(frozen=True, slots=True)
class Bound:
    """What somebody said of two events: that they are one (`together`), or that they are not."""

    one: Reference
    other: Reference
    together: bool


@dataclass(slots=True)
class Happening:
    """One event with its tellings, the earliest first, and why each of the others was taken for it: rule, what is
    shared."""

    told: list[Told]
    reasons: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)


def told(article: Hashable, event: Event) -> Told:
    """What an article tells of one of its events."""
    place = event.place
    return Told(
        article, event.id, event.type, event.mode, event.status,
        tuple(map(party_keys, event.actors)), tuple(map(party_keys, event.recipients)),
        event.date.value if event.date else None,
        place.text if place else None, place.country if place else None,
        place.latitude if place else None, place.longitude if place else None,
    )  # fmt: skip


def party_keys(party: Party) -> Keys:
    """What a party is known by: its link, its country with its sector, the country for a state."""
    return keys_of(party.link, party.country, party.sector)


def keys_of(link: str | None, country: str | None, sector: str | None) -> Keys:
    """As `party_keys`, for the parts of a party."""
    keys = {link} if link and not link.startswith("cty:") else set()
    if country:
        keys.add(f"{country} {sector or 'GOV'}")
    elif sector and not keys:
        keys.add(sector)
    return frozenset(keys)


def merge(tellings: Iterable[Sequence[Told]], bounds: Collection[Bound] = ()) -> list[Happening]:
    """The events of a story, each once. `tellings` holds those of each article, the earliest article first."""
    merged: list[Happening] = []
    together, apart = _by_reference(bounds, True), _by_reference(bounds, False)
    for article in tellings:
        free = list(merged)
        for event in article:
            found = _home(free, event, together.get(event.reference, ()), apart.get(event.reference, ()))
            if found is None:
                merged.append(Happening([event]))
                continue
            home, reason = found
            home.told.append(event)
            home.reasons.append(reason)
            # At most one event of an article is the same act.
            free.remove(home)
    return merged


def _by_reference(bounds: Iterable[Bound], together: bool) -> dict[Reference, set[Reference]]:
    found: dict[Reference, set[Reference]] = {}
    for bound in bounds:
        if bound.together is together:
            found.setdefault(bound.one, set()).add(bound.other)
            found.setdefault(bound.other, set()).add(bound.one)
    return found


def _home(
    free: Sequence[Happening], event: Told, together: Collection[Reference], apart: Collection[Reference]
) -> tuple[Happening, tuple[str, tuple[str, ...]]] | None:
    """The event that a telling is one of, with the reason; None when it is another."""
    best: tuple[int, int] | None = None
    chosen = None
    for number, each in enumerate(free):
        if each.told[0].type != event.type or any(other.reference in apart for other in each.told):
            continue
        if any(other.reference in together for other in each.told):
            return each, ("joined by hand", ())
        match = _match(each, event)
        if match and (best is None or (match[0], -number) > best):
            best, chosen = (match[0], -number), (each, match[1:])
    return chosen


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


def _match(merged: Happening, event: Told) -> tuple[int, str, tuple[str, ...]] | None:
    """As `same_event`, with all reports so far: a chain of likenesses makes no one event of two. A copy of a paragraph
    tells what its original tells, however much of it was read."""
    if event.copied is not None and any(event.copied in (each.reference, each.copied) for each in merged.told):
        return 100, "a copied paragraph", ()
    best = None
    for each in merged.told:
        found = same_event(each, event)
        if found is None:
            return None
        best = max(best, found) if best else found
    return best


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


def values(event: Event) -> Iterable[tuple[str, str]]:
    """What a report says, field by field; a field that it does not tell is missing."""
    yield "status", event.status
    if event.mode:
        yield "mode", event.mode
    if event.date:
        yield "date", event.date.value
    if event.place:
        yield "place", event.place.text
    for name in ("dead", "injured", "arrested"):
        if (count := getattr(event.size, name)) is not None:
            yield name, str(count)
    for side in ("actors", "recipients"):
        for party in getattr(event, side):
            yield side, party.name or party.text


def by_value(
    tellings: Iterable[tuple[Report, Iterable[tuple[str, str]]]],
) -> Mapping[str, Mapping[str, tuple[Report, ...]]]:
    """Field → value → the reports that give it, in the order given."""
    found: dict[str, dict[str, tuple[Report, ...]]] = {}
    for report, told in tellings:
        for name, value in told:
            of_it = found.setdefault(name, {})
            of_it[value] = (*of_it.get(value, ()), report)
    return found
