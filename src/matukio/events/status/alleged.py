"""Acts that are only somebody's word against somebody: what is inside an accusation, a charge or «kile walichokiita …».

In «Polisi wanashtakiwa kwa mauaji ya wavuvi» and «kile walichokiita mauaji ya wavuvi» the killing is alleged.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.claims.attribution import sources_at
from matukio.events.clauses.scene import Scene
from matukio.events.status.answers import Status, offsets, status_by
from matukio.events.status.cues import cues
from matukio.record import Claim, Evidence
from matukio.rules import rule
from matukio.swahili import Predicate, category


@rule(
    "status: inside an accusation",
    "Serikali ya Ghana imeilaumu Togo kwa mauaji ya wavuvi.",
    "Togo imekanusha ripoti kwamba wanajeshi wake waliwaua wavuvi.",
    never="Polisi wa Ghana wamesema kwamba majambazi waliwaua wavuvi.",
)
def accused_of(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """What somebody is accused of is alleged; so is what somebody denies."""
    start, end = offsets(scene, scene.trigger.word, scene.trigger.word + 1)
    _, stance, evidence = sources_at(claims, start, end)
    if stance == "say" and any(c.stance == "deny" and c.content.start <= start < c.content.end for c in claims):
        stance = "deny"  # «imekanusha ripoti kwamba …»
    if stance in ("accuse", "deny") and evidence is not None and scene.act.type not in ("ACCUSE", "REJECT"):
        return Status("alleged", Evidence(accused_of.name, evidence.start, evidence.end))
    return None


CALLING: Final = frozenset("ita sema taja dai elezea tuhumu".split())


@rule(
    "status: what somebody calls it",
    "Ghana imelaani kile ilichokiita mauaji ya wavuvi.",
    "Wapinzani wa Ghana walitaja hatua hiyo kuwa mapinduzi dhidi ya katiba.",
    never="Ghana imelaani mauaji ya wavuvi.",
)
def called_so(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """«kile wanachokiita shambulizi», «kile alichosema ni ukandamizaji»: the word is theirs."""
    first = scene.trigger.first
    for predicate in scene.clauses.predicates:
        if CALLING.isdisjoint(predicate.verb.chain) or predicate.last > first:
            continue
        if scene.lower(first - 1) in AS and _nothing_between(scene, predicate, first):
            return status_by(scene, "alleged", called_so.name, predicate.first, predicate.last)
        if first > predicate.last + 3 or predicate.outer.relative is None:
            continue
        what = scene.lower(predicate.first - 1) == "kile" or predicate.outer.relative.classes & {7}
        if what and all(category(scene.text, i) in "UACNB" for i in range(predicate.last, first)):
            return status_by(scene, "alleged", called_so.name, predicate.first, predicate.last)
    return None


AS: Final = frozenset(["kama", "kuwa"])


def _nothing_between(scene: Scene, calling: Predicate, first: int) -> bool:
    """«walitaja hatua ya rais kuwa mapinduzi»: a noun of violence after «kuwa», and no other verb before it."""
    if scene.trigger.verb or scene.act.type not in ("ASSAULT", "COERCE") or "sema" in calling.verb.chain:
        return False
    return not any(calling.last <= p.first and p.last < first for p in scene.clauses.predicates)


@rule(
    "status: what somebody is charged with",
    "Mwanajeshi wa Ghana ameshtakiwa kwa mauaji ya wavuvi.",
    never="Mwanajeshi wa Ghana amehukumiwa kwa mauaji ya wavuvi.",
)
def charged_with(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """A deed after «kwa» or «na» of a passive verb of accusing, after «kwa» of an active one: «anatuhumiwa kwa mauaji»,
    «imemshtaki kwa mauaji»."""
    phrase = scene.trigger.phrase
    if scene.trigger.verb or phrase is None:
        return None
    for predicate in scene.clauses.predicates:
        if predicate.last > scene.trigger.first:
            continue
        after = ("kwa", "na") if predicate.verb.passive else ("kwa",)
        if not any(
            o.preposition in after and o.phrase.first <= phrase.head < o.phrase.last for o in predicate.obliques
        ):
            continue
        if any(cues("verb").get(stem) == "alleged" for stem in predicate.verb.chain):
            return status_by(scene, "alleged", charged_with.name, predicate.first, predicate.last)
    return None
