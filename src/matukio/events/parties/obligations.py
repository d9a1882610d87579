"""Demands made by stating what others must do: «Waziri amesema jeshi lazima liondoke», «linapaswa kuondoka».

Who says it asks, and whoever must do it is asked; told by the article itself it is no act.
"""

from __future__ import annotations

from matukio.claims.attribution import sources_at
from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.parties.doers import doer, with_rule
from matukio.record import Evidence
from matukio.references import Resolved
from matukio.rules import rule


@rule(
    "act: who says it",
    "Waziri Mkuu wa Ghana alisema Togo inapaswa kuwaachilia wavuvi.",
    never="Togo inapaswa kuwaachilia wavuvi.",
)
def speaker(scene: Scene) -> Resolved:
    """Of words that make a demand of what they state, «lazima», «inapaswa», whoever states it."""
    start, end = scene.text.starts[scene.trigger.word], scene.text.ends[scene.trigger.word]
    speakers, stance, source = sources_at(scene.claims, start, end)
    if source is None or stance in ("deny", "predict"):
        return NOBODY
    return Resolved(speakers[:1], (Evidence(speaker.name, source.start, source.end),)) if speakers else NOBODY


@rule(
    "act: who is obliged",
    "Waziri Mkuu wa Ghana alisema ni lazima Togo iwaachilie wavuvi.",
    never="Waziri Mkuu wa Ghana alisema Togo itawaachilia wavuvi.",
)
def obliged(scene: Scene) -> Resolved:
    """The subject of the subjunctive after «lazima», or of its infinitive."""
    for number, predicate in enumerate(scene.clauses.predicates):
        if predicate.first < scene.trigger.last:
            continue
        if predicate.outer.tense not in ("subjunctive", "infinitive"):
            return NOBODY
        return with_rule(scene, doer(scene, number), obliged.name, predicate.first, predicate.last)
    return NOBODY
