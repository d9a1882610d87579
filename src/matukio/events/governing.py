"""What an act depends on: the verbs that govern it, the noun whose complement it is, and the cues among them.

In «Rais anatarajiwa kuzuru Togo» the visit is governed by «anatarajiwa», a cue of what is planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.events.scene import Scene
from matukio.swahili import Predicate, category
from matukio.tables import read_table


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of status_cues.tsv."""

    cue: str
    kind: str
    status: str
    example: str


@cache
def cues(kind: str) -> dict[str, str]:
    return {row.cue: row.status for row in read_table(files(__package__) / "status_cues.tsv", Cue) if row.kind == kind}


def governors(scene: Scene) -> Iterator[tuple[Predicate, bool]]:
    """The predicates that the act depends on, nearest first: for an infinitive its governors up to a finite verb, for a
    noun the verb that it is subject or object of. The flag tells that it is a noun's own verb."""
    number = scene.trigger.predicate
    if number is None:
        return
    predicate = scene.clauses.predicates[number]
    if not scene.trigger.verb:
        if scene.trigger.slot in ("subject", "object", "na"):
            yield predicate, True
        else:
            return
    for _ in range(4):
        if predicate.outer.tense != "infinitive" or predicate.governor is None:
            return
        if called_by_name(scene, predicate):
            return
        predicate = scene.clauses.predicates[predicate.governor]
        yield predicate, False


def called_by_name(scene: Scene, predicate: Predicate) -> bool:
    """A verb used as a noun: «kukamatwa kwa Juma», «kabla ya kuuawa»: what governs it says nothing of whether."""
    if predicate.link in ("ya", "wa", "la", "za", "cha", "vya"):
        return scene.lower(predicate.first - 2) in ("kabla", "baada", "kutokana", "sababu")
    follows = predicate.last < scene.clauses.sentence.last and scene.lower(predicate.last) == "kwa"
    return follows and predicate.link not in ("", "na") or predicate.link in ("kufuatia", "tangu")


def governing_noun(scene: Scene) -> int | None:
    """The noun whose wa/ya complement the act is: «tuhuma za mauaji», «mpango wa kuwafukuza wavuvi»."""
    first = scene.trigger.first
    sentence = scene.clauses.sentence
    if first - 2 < sentence.first or category(scene.text, first - 1) != "C":
        return None
    index = first - 2
    while index > sentence.first and category(scene.text, index) in "AD":
        index -= 1
    return index if category(scene.text, index) == "N" else None
