"""What the rules for the status answer, and the predicate that tells the time of an act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matukio.events.clauses.governing import governors
from matukio.events.clauses.scene import Scene
from matukio.events.status.cue_verbs import is_meeting_to_come, takes_place
from matukio.frozen import quick_init
from matukio.record import Evidence
from matukio.swahili import Predicate

DROPPED: Final = "none"
"""The answer of a rule that finds that the act was not even meant to happen: no event."""


@dataclass(frozen=True, slots=True)
class Status:
    status: str
    evidence: Evidence


quick_init(Status)


def offsets(scene: Scene, first: int, last: int) -> tuple[int, int]:
    return scene.text.starts[first], scene.text.ends[last - 1]


def status_by(scene: Scene, status: str, by: str, first: int, last: int) -> Status:
    return Status(status, scene.evidence(by, first, last))


def carrier(scene: Scene) -> Predicate | None:
    """The finite predicate that tells the time of the act: the verb itself, or the last of its governors."""
    if scene.trigger.verb and scene.predicate is not None and scene.predicate.outer.tense != "infinitive":
        return scene.predicate
    above = governors(scene)
    if not above:
        return None
    own = above[0][0]
    if above[0][1] and not (takes_place(scene, own) or is_meeting_to_come(scene, own)):
        return None
    last = above[-1][0]
    return last if last.outer.tense != "infinitive" else None
