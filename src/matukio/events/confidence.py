"""How sure an event is: the share of events like it that were right in type, status and the countries of both sides.

The weights in confidence.tsv are learned from annotated articles by `python -m training.confidence`: an act with a
named subject and object, such as «Rais wa Ghana amezuru Togo», is right more often than one whose doer was inferred.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.record import Event, Party
from matukio.tables import files, read_table

BIAS: Final = "every event"
LEAD: Final = 300
"""Characters at the beginning of an article in which it says what it is about."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A row of confidence.tsv: what is added to the log-odds of an event that has the feature."""

    feature: str
    weight: float


@cache
def _weights() -> dict[str, float]:
    return {row.feature: row.weight for row in read_table(files(__package__) / "confidence.tsv", Weight)}


def confidence(event: Event) -> float:
    """The chance, 0 to 1, that type, status and all countries are right."""
    weights, odds = _weights(), 0.0
    for feature in features(event):
        odds += weights.get(feature, 0.0)
    return round(1 / (1 + math.exp(-odds)), 2)


def features(event: Event) -> list[str]:
    """What the chance depends on: type, status, tellings, what is known of each side, the rules that found it."""
    found = [
        BIAS,
        f"type {event.type}",
        f"status {event.status}",
        f"mentions {min(len(event.mentions), 3)}",
        "told at once" if event.mentions[0].start < LEAD else "told later",
    ]
    for role, parties in (("actors", event.actors), ("recipients", event.recipients)):
        found.append(f"{role} {min(len(parties), 2)}")
        found += [f"{role} {known}" for known in _known(parties)]
        found += [f"{role} by {rule}" for rule in sorted({e.rule for e in event.evidence.get(role, ())})]
    if event.actors and event.recipients:
        same = {p.country for p in event.actors} == {p.country for p in event.recipients}
        found.append("sides of one country" if same else "sides of two countries")
    for name, value in (("mode", event.mode), ("date", event.date), ("place", event.place), ("sources", event.sources)):
        if value:
            found.append(f"has {name}")
    return found + [f"status by {e.rule}" for e in event.evidence.get("status", ())[:1]]


def _known(parties: Sequence[Party]) -> list[str]:
    found = ["without a country"] if any(p.country is None for p in parties) else []
    if any(p.link for p in parties):
        found.append("known by name")
    if any(p.sector is None for p in parties):
        found.append("without a sector")
    return found
