"""A merged event with every value and who says so.

Monday: «Watu kumi wameuawa» · Tuesday: «Watu kumi na wawili waliuawa» → dead: 10 by the first, 12 by the second
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matukio.record import Event


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
