"""Attacks with words: «Rais alimshambulia mpinzani wake, akisema ni mwongo» is ACCUSE and no ASSAULT."""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene

SAYING: Final = frozenset("dai eleza ita lalamika sema".split())


def goes_on_to_say(scene: Scene) -> bool:
    """Whether one person does it and his own words follow: «alimshambulia mpinzani wake, akisema …»."""
    number, own = scene.trigger.predicate, scene.predicate
    if number is None or own is None or own.outer.subject is None or own.outer.subject.prefix != "a":
        return False
    following = next(iter(scene.clauses.predicates[number + 1 : number + 2]), None)
    if own.verb.passive or following is None or following.outer.subject != own.outer.subject:
        return False
    return following.outer.tense == "situational" and following.verb.chain[0] in SAYING
