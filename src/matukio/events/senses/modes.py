"""The mode that words beside an act give it: the weapon of an ASSAULT, what a REQUEST, REJECT or THREATEN is about.

«wametaka mazungumzo» is REQUEST `meet`, «walishambulia kwa mabomu» ASSAULT `explosives`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import names_of
from matukio.events.senses.needs import weapon_mode
from matukio.record import Evidence, Party
from matukio.rules import rule
from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class ComplementRow:
    """A row of complements.tsv."""

    type: str
    mode: str
    words: tuple[str, ...]


@cache
def _complements(type: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (words, mode), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table(files(__package__) / "complements.tsv", ComplementRow):
        if row.type == type:
            for words in (tuple(entry.split()) for entry in row.words):
                found.setdefault(words[0], []).append((words, row.mode))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


IRREGULAR: Final = frozenset({"REB", "PRM"})


def mode_of(scene: Scene, actors: Sequence[Party]) -> tuple[str | None, Evidence]:
    """The act's mode and what gave it: words beside the trigger, else the lexicon's entry; whoever patrols is police
    unless all of them are fighters or soldiers («wanamgambo wanapiga doria», «wanajeshi wameimarisha ulinzi»)."""
    trigger = scene.trigger
    entry = Evidence("act: lexicon", scene.text.starts[trigger.first], scene.text.ends[trigger.last - 1])
    for each in (by_weapon, by_complement):
        if (found := each(scene)) is not None:
            return found
    if scene.act.mode == "police" and actors:
        if all(p.sector in IRREGULAR for p in actors):
            return "militia", entry
        if all(p.sector == "MIL" for p in actors):
            return "troops", entry
    return scene.act.mode, entry


@rule(
    "mode: weapon",
    "Waasi wa Chad walishambulia kambi kwa mabomu.",
    never="Waasi wa Chad walishambulia kambi.",
)
def by_weapon(scene: Scene) -> tuple[str, Evidence] | None:
    """A weapon in the clause of an attack whose own word names none."""
    if scene.act.type != "ASSAULT" or scene.act.mode is not None:
        return None
    found = weapon_mode(scene)
    if found is None:
        return None
    mode, first, last = found
    return mode, scene.evidence(by_weapon.name, first, last)


ASKED: Final = frozenset(["imperative", "infinitive", "subjunctive"])


@rule(
    "mode: what it is about",
    "Ghana imeitaka Togo kuwaachilia wavuvi.",
    never="Ghana imeishukuru Togo.",
)
def by_complement(scene: Scene) -> tuple[str, Evidence] | None:
    """What is asked for, refused or threatened: the first words after the trigger that complements.tsv knows."""
    options = _complements(scene.act.type)
    if not options or scene.act.mode not in (None, "change"):
        return None
    last = scene.clauses.sentence.last
    types = scene.text.types
    told = {i for p in scene.clauses.predicates if p.outer.tense not in ASKED for i in range(p.first, p.last)}
    cues = {c.cue.start for c in scene.claims if c.cue is not None}
    adding = [
        p.first for p in scene.clauses.predicates if p.outer.tense == "situational" and p.first > scene.trigger.last
    ]
    # «…, akidai chanjo si salama»: what he says besides is not asked for
    last = next((first for first in adding if scene.text.starts[first] in cues), last)
    purpose = next((i for i in range(scene.trigger.last, last) if scene.lower(i) == "ili"), last)
    for index in range(scene.trigger.last, purpose):
        if index in told:
            continue  # «wito wa amani, alipozungumzia vita»: no verb that tells something is asked for
        for name in names_of(types[index]):
            for words, mode in options.get(name, ()):
                if index + len(words) <= last and all(
                    w in names_of(types[index + 1 + k]) for k, w in enumerate(words[1:])
                ):
                    return mode, scene.evidence(by_complement.name, index, index + len(words))
    return None
