"""What a relative clause says of an act named by a noun: «maandamano yaliyopangwa», «mashambulizi yanayoweza kutokea».

The first are planned, the second only possible, whatever verb stands beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.status.answers import Status, status_by
from matukio.record import Claim
from matukio.rules import rule

SAYING: Final = {
    **dict.fromkeys(("kusudia", "panga", "taraji", "tarajia", "tazamia"), "planned"),
    "weza": "hypothetical",
}
"""Verbs whose relative says that the act is still to come or that it may come."""


@rule(
    "status: relative that describes the act",
    "Rais wa Togo alizungumzia maandamano yaliyopangwa kufanyika Lomé.",
    "Ghana imeonya kuhusu shambulizi la waasi wa Togo linaloweza kutokea mjini Accra.",
    never="Rais wa Togo alizungumzia maandamano yaliyofanyika Lomé.",
)
def described_as(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """An event noun's own relative verb of planning or being able; what the noun is the subject of says better whether
    it took place («mkutano uliopangwa ulifanyika»)."""
    if scene.trigger.verb or any(
        subject.head == scene.trigger.word and predicate.outer.relative is None
        for predicate in scene.clauses.predicates
        for subject in predicate.subjects
    ):
        return None
    for predicate in scene.clauses.predicates:
        head = predicate.relative_head
        if head is None or head.head != scene.trigger.word or predicate.outer.negative:
            continue
        if scene.lower(predicate.last) == "kuwa":
            continue  # «maandamano yanayoweza kuwa na vurugu»: what they may become
        status = next((SAYING[stem] for stem in predicate.verb.chain if stem in SAYING), None)
        return None if status is None else status_by(scene, status, described_as.name, predicate.first, predicate.last)
    return None
