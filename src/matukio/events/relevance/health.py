"""Studies, vaccinations and the wounded: what scholars find and health services do is no politics.

«Watu waliopatiwa chanjo», «uchunguzi unapendekeza kuwa mboga zinasaidia», «askari waliojeruhiwa hawakutibiwa».
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import among_lemmas
from matukio.events.parties.roles import Roles
from matukio.swahili import category

VACCINES: Final = frozenset(["chanjo", "dozi"])
VACCINATED: Final = frozenset({"CVL", "EDU", "LAB", "MED"})
STUDIES: Final = frozenset(["tafiti", "uchunguzi", "utafiti"])
FOUND: Final = frozenset("AGREE REQUEST SUPPORT".split())


def is_of_health(scene: Scene, roles: Roles) -> bool:
    """Whether the act is one of health care or research."""
    return _is_vaccination(scene, roles) or _is_study(scene) or _are_the_wounded(scene, roles)


def _is_vaccination(scene: Scene, roles: Roles) -> bool:
    """«watu waliopatiwa chanjo», «serikali inasambaza chanjo kwa raia wake»: health care, not help to somebody."""
    if scene.act.type != "AID" or not scene.beside(VACCINES):
        return False
    if not roles.actors:
        return all(p.sector in VACCINATED for p in roles.recipients)
    own = {p.country for p in (*roles.actors, *roles.recipients)}
    return bool(roles.recipients) and len(own) == 1 and all(p.sector in VACCINATED for p in roles.recipients)


def _is_study(scene: Scene) -> bool:
    """«utafiti uliwataka watu kujaza dodoso», «uchunguzi unapendekeza»: what research asks and suggests."""
    predicate = scene.predicate
    if predicate is None or not predicate.subjects:
        return False
    head = predicate.subjects[0].head
    if not among_lemmas(STUDIES, [scene.text.types[head]]):
        return False
    if scene.trigger.verb:
        return scene.act.type in FOUND
    return scene.act.mode == "investigate" and scene.trigger.word == head and "pendekeza" in predicate.verb.chain


def _are_the_wounded(scene: Scene, roles: Roles) -> bool:
    """«waliojeruhiwa walipelekwa hospitali»: who was hurt, in what is told elsewhere; «watu 20 waliojeruhiwa» tells how
    many."""
    predicate = scene.predicate
    if scene.act.lemma != "jeruhi" or not scene.passive or predicate is None or predicate.outer.relative is None:
        return False
    head = predicate.relative_head
    counted = head is not None and any(category(scene.text, i) == "Q" for i in range(head.first, predicate.first))
    told = counted or bool(roles.actors) or bool(predicate.obliques)
    return not told and not any(party.name for party in roles.recipients)
