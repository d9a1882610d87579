"""An event told by several articles of a story becomes one, with every value and who says so.

    Monday: «Watu kumi wameuawa mjini Beni» · Tuesday: «Watu kumi na wawili waliuawa Beni Jumapili»
    → one ASSAULT, in two reports; dead: 10 by the first, 12 by the second

Two events of one article stay two: the reading of the article has judged them already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import asin, cos, radians, sqrt

from matukio.record import Event, Party, Place, Record

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


@dataclass(slots=True)
class _Open:
    """A merged event while reports are still joining it."""

    told: list[tuple[Record, Event]]
    reasons: list[Reason] = field(default_factory=list)


def merge(records: Sequence[Record], groups: Mapping[str, int]) -> tuple[MergedEvent, ...]:
    """The events of a story's records, each once; `groups` says for each article's id which reports depend on each
    other, by a number that they share. The order of the records does not count.
    """
    merged: list[_Open] = []
    for record in sorted(records, key=lambda r: (r.published is None, r.published, r.id)):
        free = list(merged)
        for event in record.events:
            best = max(
                ((found[0], -number) for number, each in enumerate(free) if (found := _match(each, event))),
                default=None,
            )
            if best is None:
                merged.append(_Open([(record, event)]))
                continue
            chosen = free[-best[1]]
            strength, rule, shared = _match(chosen, event) or (0, "", ())
            chosen.told.append((record, event))
            chosen.reasons.append(Reason(Report(record.id, event.id), rule, shared))
            # At most one event of an article is the same act.
            free.remove(chosen)
    return tuple(_closed(each, groups) for each in merged)


def same_event(one: Event, other: Event) -> tuple[int, str, tuple[str, ...]] | None:
    """How strongly two events are one act, the rule that says so and what they share; None when they are not.

    The same type, compatible modes and status, dates and places that can be the same, and parties in common: a
    name or a state on both sides; or whom it befell by name, or two who did it together; or a side and the day or town.
    On neither side may they differ.
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
    if not shared or not (both or circumstances or _is_enough(*sides)):
        return None
    rule = "both sides in common" if both else "a side and the circumstances" if circumstances else "a named party"
    return 2 * len(shared) + 2 * both + len(circumstances), rule, shared + circumstances


def _match(merged: _Open, event: Event) -> tuple[int, str, tuple[str, ...]] | None:
    """As `same_event`, with all reports so far: a chain of likenesses makes no one event of two."""
    found = [same_event(told, event) for _, told in merged.told]
    return max((each for each in found if each), default=None) if all(found) else None


def _common(some: Iterable[Party], others: Iterable[Party]) -> tuple[str, ...] | None:
    """What two sides have in common: links, or country and sector; None where one of them is not told."""
    one, two = [k for p in some if (k := _keys(p))], [k for p in others if (k := _keys(p))]
    if not one or not two:
        return None
    pairs = product(one, two)
    return tuple(sorted({min(common, key=_by_strength) for a, b in pairs if (common := a & b)}))


def _keys(party: Party) -> frozenset[str]:
    """What a party is known by: its link, its country with its sector, the country for a state."""
    keys = {party.link} if party.link and not party.link.startswith("cty:") else set()
    if party.country:
        keys.add(f"{party.country} {party.sector or 'GOV'}")
    elif party.sector and not keys:
        keys.add(party.sector)
    return frozenset(keys)


def _is_enough(actors: tuple[str, ...] | None, recipients: tuple[str, ...] | None) -> bool:
    """Whether names alone say that it is one act: whom it befell, or two who did it together.

    A president asks, promises and visits every day; arrested he is once.
    """
    named = [each for each in actors or () if ":" in each]
    return len(named) > 1 or any(":" in each for each in recipients or ())


def _is_one(key: str) -> bool:
    """Whether a key stands for one party: a name or a state; an army's soldiers or a country's activists are many."""
    return ":" in key or key.endswith(" GOV")


def _by_strength(key: str) -> tuple[bool, str]:
    return ":" not in key, key


def _circumstances(one: Event, other: Event) -> tuple[str, ...]:
    """Day and town, where both tell the same."""
    found = []
    if one.date and other.date and _is_day(one.date.value) and one.date.value[:10] == other.date.value[:10]:
        found.append(one.date.value[:10])
    if one.place and other.place and one.place.text.casefold() == other.place.text.casefold():
        found.append(one.place.text)
    return tuple(found)


def _is_day(value: str) -> bool:
    """Whether a date names a day of the calendar: «leo» of two articles without a day is not the same."""
    return value[:10].replace("-", "").isdigit() and len(value) >= 10


def _dates_agree(one: Event, other: Event) -> bool:
    """Whether the days can be the same: «Juni 2024» and «18 Juni 2024» can, so can a day and none."""
    if not one.date or not other.date:
        return True
    a, b = one.date.value, other.date.value
    if not (a[:4].isdigit() and b[:4].isdigit()):
        # «Jumapili» and «Jumamosi» are two days, whatever the week.
        return not (a.startswith(_WEEKDAY) and b.startswith(_WEEKDAY) and a[-1].isdigit() and b[-1].isdigit()) or a == b
    if "W" in a or "W" in b or "Q" in a or "Q" in b:
        return a[:4] == b[:4]
    length = min(len(a[:10]), len(b[:10]))
    return a[:length] == b[:length]


def _places_agree(one: Event, other: Event) -> bool:
    a, b = one.place, other.place
    if not a or not b:
        return True
    if a.country and b.country and a.country != b.country:
        return False
    return _kilometres(a, b) <= SAME_PLACE_KM


def _kilometres(a: Place, b: Place) -> float:
    """The way between two towns, 0 where one of them has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return 0.0
    north, south = radians(a.latitude), radians(b.latitude)
    half = (1 - cos(north - south) + cos(north) * cos(south) * (1 - cos(radians(a.longitude - b.longitude)))) / 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, max(0.0, half))))


def _closed(merged: _Open, groups: Mapping[str, int]) -> MergedEvent:
    first_record, first = merged.told[0]
    reports = tuple(Report(record.id, event.id) for record, event in merged.told)
    values: dict[str, dict[str, tuple[Report, ...]]] = {}
    for report, (_, event) in zip(reports, merged.told, strict=True):
        for name, value in _values(event):
            told = values.setdefault(name, {})
            told[value] = (*told.get(value, ()), report)
    independent = len({groups[record.id] for record, _ in merged.told})
    return MergedEvent(f"{first_record.id}-{first.id}", first.type, reports, independent, values, tuple(merged.reasons))


def _values(event: Event) -> Iterable[tuple[str, str]]:
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
