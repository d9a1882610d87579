"""Whose a verb of saying is by another verb of its sentence: the main one's subject, or an infinitive's.

«Akisisitiza kwamba …, Waziri Asha Mushi amesema»: both are the minister's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.claims.sentences.boundaries import past_adjuncts
from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.apart import MANNER, of_infinitive
from matukio.claims.speakers.fitting import fits
from matukio.claims.speakers.memory import Spoken, carried
from matukio.claims.speakers.somebody import is_somebody
from matukio.claims.speakers.subjects import nearest_subjects
from matukio.references import Resolved
from matukio.swahili import Predicate

NOBODY: Final = Resolved(())


def subject_of_main(scene: Scene, predicate: Predicate) -> Resolved | None:
    """«Akisisitiza kwamba …, Waziri Asha Mushi amesema»: the subject of the verb after the comma."""
    for other in scene.clauses.predicates:
        if other.first <= predicate.first or not other.outer.finite or other.outer.relative is not None:
            continue
        near = nearest_subjects(scene, other)
        agrees = other.outer.subject is not None and other.outer.subject == predicate.outer.subject
        if near and agrees and scene.character(near[0].first - 1) == ",":
            return scene.discourse.resolve_all(near)
    return None


def speaker_of_infinitive(scene: Scene, predicate: Predicate, before: Sequence[Spoken]) -> Resolved:
    """«serikali kusema» has its own subject; «na kusema», «kumtaka» that of the verb before it."""
    own = of_infinitive(scene, predicate)
    if own:  # «maandamano kumtaka rais ajiuzulu»: nobody in particular
        speaks = is_somebody(scene, own[-1]) or scene.lower(predicate.last) in ("kwamba", "kuwa")
        return scene.discourse.resolve_all(own) if speaks else NOBODY
    governor = None if predicate.governor is None else scene.clauses.predicates[predicate.governor]
    joined = predicate.first > scene.first and scene.lower(predicate.first - 1) == "na"
    if joined and governor is not None and (told := _told_of(scene, governor)) is not None:
        return told
    before_it = carried(scene, predicate, before)
    if before_it is not None:
        return before_it
    if governor is not None and governor.last == predicate.first and governor.subject_is_head:
        head = governor.relative_head  # «wanaharakati wanaoendelea kushinikiza»: whom the relative verb describes
        if head is not None and is_somebody(scene, head):
            return scene.discourse.resolve(head)
    return main_subject(scene, predicate) or scene.discourse.subject(scene.number, predicate)


def _told_of(scene: Scene, governor: Predicate) -> Resolved | None:
    """«Asha anasema kwamba wapiganaji walifika na kutishia kumuua»: within a report those people speak of whom it
    tells; «alisema kwamba tume haijapokea malalamiko na kuwataka …» is the reporter's."""
    outer = governor.outer
    people = outer.subject is not None and bool(outer.subject.classes & {1, 2})
    if not people or outer.negative or outer.relative is not None or scene.cue_at(governor.first) is not None:
        return None
    reported = any(
        cue.last < governor.first and "clause" in cue.row.frame and scene.lower(cue.last) in ("kwamba", "kuwa")
        for cue in scene.cues
    )
    own = nearest_subjects(scene, governor) if reported else ()
    return scene.discourse.resolve_all(own) if own and is_somebody(scene, own[-1]) else None


def of_infinitive_before(scene: Scene, predicate: Predicate) -> Resolved | None:
    """«baada ya wakili Asha Mushi kuandika ujumbe, akitaka …»: whose the infinitive right before is."""
    before = [p for p in scene.clauses.predicates if p.first < predicate.first and p.outer.relative is None]
    last = before[-1] if before else None
    if (
        last is None
        or last.outer.tense != "infinitive"
        or not (scene.cue_at(last.first) or "andika" in last.verb.chain)
    ):
        return None
    own = of_infinitive(scene, last)
    if not own or not fits(scene, own[-1], predicate.outer.subject) or not is_somebody(scene, own[-1]):
        return None
    return scene.discourse.resolve_all(own)


def main_subject(scene: Scene, predicate: Predicate) -> Resolved | None:
    """The subject of the nearest finite verb before it that can be meant: «… wamekusanyika kumtaka rais ajiuzulu»."""
    own = predicate.outer.subject
    for other in reversed([p for p in scene.clauses.predicates if p.first < predicate.first]):
        outer = other.outer
        if outer.subject is None or not outer.finite or outer.subject.person != 3:
            continue
        if outer.relative is not None and outer.relative.prefix not in MANNER:
            continue
        if own is not None and not own.classes & outer.subject.classes:
            continue
        if outer.tense in ("situational", "subjunctive", "copula"):
            continue
        if own is None and (doer := _doer(scene, other)) is not None:
            return doer
        if near := nearest_subjects(scene, other):
            if (own is None or own.classes & {1, 2, 9}) and not is_somebody(scene, near[-1]):
                continue  # «hali ilibadilika … kutangaza kwamba»
            return scene.discourse.resolve_all(near)
        found = scene.discourse.subject(scene.number, other)
        if found.parties:
            return found
    return None


def _doer(scene: Scene, predicate: Predicate) -> Resolved | None:
    """«mkataba ulitangazwa jana na Asha Mushi baada ya kuwaarifu …»: who does a passive acts in what depends on it."""
    if not predicate.verb.passive:
        return None
    agent = scene.oblique_at(past_adjuncts(scene, predicate.last, phrases=False))
    if agent is None or agent.preposition != "na" or not is_somebody(scene, agent.phrase):
        return None
    return scene.discourse.resolve(agent.phrase)
