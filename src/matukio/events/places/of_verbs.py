"""Whether a place told in a sentence is that of an act's verb: told with it, with what completes it or goes with it.

In «Waasi waliuawa wakiandamana mjini Lomé» the town is told with «wakiandamana», and the killing was there.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.meantime import completed, meanwhile
from matukio.events.clauses.owners import APART
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import BODILY, namings
from matukio.events.places.spots import Spot
from matukio.swahili import Oblique, category

SPOKEN: Final = frozenset("REQUEST ACCUSE THREATEN".split())
"""Acts done in words: a name beside the verb is whom they are aimed at."""

MOVING: Final = frozenset("peleka tuma safirisha hamisha rejesha rudisha".split())
"""Verbs after whose object a bare name says where it is brought."""


def stands_with(scene: Scene, spot: Spot, own: int) -> bool:
    """Whether a place belongs to the act's predicate, to its «-po-» clause or, for a noun, to what completes it."""
    spoken, number = scene.act.type in SPOKEN, spot.predicate
    if number is None or spot.inside and spoken or spot.bare and not _takes_name(scene, spot):
        return False
    if any(scene.trigger.last <= o.first < spot.begin for o in _happenings(scene)):
        return False  # «… kabla ya mkutano mjini Lomé»
    if number == own or not scene.trigger.verb and own in set(completed(scene.clauses, number)):
        return True
    return not spoken and (number in set(meanwhile(scene.clauses, own)) or _goes_with(scene, spot, own, number))


def _goes_with(scene: Scene, spot: Spot, own: int, number: int) -> bool:
    """«waliuawa wakiandamana mjini Lomé», «amezuiwa kuingia nchini Togo»: what the next verb tells of is there too."""
    following = scene.clauses.predicates[number]
    if number != own + 1 or following.outer.relative is not None or following.link == "na":
        return False
    if following.outer.tense == "infinitive":
        return following.governor == own and "ingia" in following.verb.chain and scene.act.type in ("COERCE", "REJECT")
    meanwhile_told = following.outer.tense == "situational" and not following.subjects
    return meanwhile_told and spot.begin < spot.first and scene.act.type in BODILY


def _happenings(scene: Scene) -> list[Oblique]:
    """The phrases that tell of another act: «kabla ya mkutano», «kutokana na mapigano»."""
    text, word = scene.text, scene.trigger.word
    return [
        o
        for o in scene.clauses.obliques
        if o.sense in APART and o.phrase.head != word and namings(text.types[o.phrase.head])
    ]


def _takes_name(scene: Scene, spot: Spot) -> bool:
    """Whether a name after the verb can be no object of it: «amewasili Lomé», «aliuawa Lomé», «wamezuru Togo»."""
    predicate = scene.predicate
    if predicate is None or scene.act.type in SPOKEN:
        return False
    if not scene.trigger.verb and predicate.verb.object is not None:
        return False  # «shambulizi linaloihusisha Togo»
    after = scene.trigger.last if scene.trigger.verb else max(scene.trigger.last, predicate.last)
    between = [i for i in range(after, spot.first) if i not in scene.time_words]
    if scene.act.type == "ASSAULT" and spot.name is not None and scene.text.starts[spot.first] < spot.name.start:
        return True  # «walishambulia kambi ya Lomé»
    if not MOVING.isdisjoint(predicate.verb.chain) and any(p.last == spot.first for p in predicate.objects):
        return True  # «imepeleka wanajeshi Togo»
    if len(between) > 2 or any(category(scene.text, i) not in "BADC" for i in between):
        return False
    going = bool(scene.act.roles.get("at")) or scene.act.mode == "visit" or "ingia" in predicate.verb.chain
    return going or not scene.trigger.verb or predicate.verb.passive or predicate.verb.stem.endswith("ana")
