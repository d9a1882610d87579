"""Verbs that go on with a subject told before: -ki- after a passive or a crowd, infinitives in a row.

«Umati uliingia mitaani wakidai uchaguzi»: it is the crowd that demands, though «wa-» agrees with nothing.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.parties.of_infinitives import own_subject


def goes_on_from_passive(scene: Scene, number: int) -> bool:
    """«anashikiliwa na polisi akikabiliwa na mashtaka»: -ki- goes on of whom the passive before it tells, and not of
    the doer who stands nearer."""
    if number == 0 or scene.clauses.predicates[number].outer.tense != "situational":
        return False
    own, before = scene.clauses.predicates[number].outer.subject, scene.clauses.predicates[number - 1]
    if not before.verb.passive or not before.outer.finite or before.outer.relative is not None:
        return False
    other = before.outer.subject
    return own is not None and other is not None and own.classes == other.classes and own.person == other.person


CROWDS: Final = frozenset("umati kundi kikundi genge familia jamii msafara makundi vikundi magenge".split())
"""Nouns of one number that mean people: «umati uliingia mitaani wakidai»."""


def goes_on_from_crowd(scene: Scene, number: int) -> bool:
    """«umati uliingia mitaani wakidai uchaguzi»: -ki- in the plural of people goes on of the crowd."""
    if number == 0 or scene.clauses.predicates[number].outer.tense != "situational":
        return False
    own, before = scene.clauses.predicates[number].outer.subject, scene.clauses.predicates[number - 1]
    if own is None or own.classes != {2} or not before.outer.finite or not before.subjects or before.objects:
        return False
    return scene.lower(before.subjects[-1].head) in CROWDS


def goes_on_from_infinitive(scene: Scene, number: int) -> int | None:
    """«kutokana na rais kuzuia mikutano, kuvidhibiti vyombo vya habari na kuwakamata wapinzani»: after a comma or «na»
    the infinitives of a row have the subject that stands before the first."""
    predicate, before = scene.clauses.predicates[number], scene.clauses.predicates[number - 1] if number else None
    if before is None or before.outer.tense != "infinitive" or predicate.verb.passive or before.verb.passive:
        return None
    if scene.lower(predicate.first - 1) not in (",", "na") or not before.objects:
        return None
    if before.objects[-1].last != predicate.first - 1:
        return None
    at = number - 1
    while at > 0 and goes_on_from_infinitive(scene, at) is not None:
        at -= 1
    return at if own_subject(scene, scene.clauses.predicates[at]).parties else None
