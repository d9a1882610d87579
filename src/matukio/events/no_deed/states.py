"""Words of acts that tell how things stand, who somebody is or what a body is there for, and nothing that happened.

«eneo linalodhibitiwa na waasi», «taifa linalopokea na kusaidia wakimbizi», «ofisi inayoratibu misaada».
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.swahili import Predicate
from matukio.swahili.connectives import CONNECTIVES


def tells_a_state(scene: Scene) -> bool:
    """Whether what is told lasts, or is only who somebody is."""
    act, own = scene.act, scene.predicate
    if act.type == "MOBILIZE" and scene.passive and own is not None and own.outer.relative:
        return True  # «wanajeshi waliowekwa katika vituo hivyo»: who they are
    head = own.relative_head if own is not None and act.lemma == "vunjika" else None
    if head is not None and scene.lower(head.head) in ("mahusiano", "uhusiano"):
        return True  # «mazungumzo kuhusu uhusiano uliovunjika»
    lasts = act.type in LASTING or act.mode in ("resign", "censor") or act.lemma in ("omba", "pinga", "pokea")
    if lasts and _is_state(scene) or _left_in_time(scene) or _is_the_sentence(scene) or _goes_with_state(scene):
        return True
    return act.type == "AID" and _is_its_task(scene)


LASTING: Final = frozenset({"ASSAULT", "COOPERATE", "SUPPORT", "THREATEN"})
"""What a relative clause in the present says of somebody as a lasting state."""


def _is_state(scene: Scene) -> bool:
    """«eneo linalodhibitiwa na waasi», «chama kinachomuunga mkono»: how things stand, not what happened."""
    predicate = scene.predicate
    if predicate is None or scene.act.pos == "noun":
        return False
    if predicate.outer.relative is None and not (scene.passive and predicate.relative_head is not None):
        return False  # «jimbo ambalo linadhibitiwa na waasi» is one as well
    if scene.act.lemma == "omba" and scene.act.rest == ("hifadhi",):
        return True  # «watu wanaoomba hifadhi»: asylum seekers
    lasts = scene.passive or scene.act.type != "ASSAULT" or scene.act.lemma == "dhibiti"
    return predicate.outer.tense == "present" and lasts


def _goes_with_state(scene: Scene) -> bool:
    """«taifa linalopokea na kusaidia wakimbizi»: the second verb of what somebody is like."""
    own = scene.predicate
    if own is None or not scene.trigger.verb or own.link != "na" or own.governor is None:
        return False
    if scene.act.type in ("ASSAULT", "COERCE"):
        return False  # «wanaopigana na kuua raia»
    above = scene.clauses.predicates[own.governor]
    return above.outer.tense == "present" and above.outer.relative is not None and above.last == own.first - 1


def _is_the_sentence(scene: Scene) -> bool:
    """«alimhukumu kutumikia kifungo»: the sentence that the verb before it tells already."""
    own = scene.predicate
    if own is None or scene.act.lemma != "tumikia" or own.governor is None:
        return False
    return "hukumu" in scene.clauses.predicates[own.governor].verb.chain


def _left_in_time(scene: Scene) -> bool:
    """«Mensah aliyeondoka madarakani mwaka 2019»: who is no longer in office, and no resignation."""
    own = scene.predicate
    leaving = scene.act.mode == "resign" and scene.act.lemma == "ondoka"
    return leaving and own is not None and own.outer.relative is not None


def _is_its_task(scene: Scene) -> bool:
    """«ofisi inayoratibu misaada»: what a body is there for."""
    own = scene.predicate if not scene.trigger.verb and scene.trigger.slot == "object" else None
    return own is not None and own.outer.relative is not None and own.outer.tense == "present"


def is_usual(scene: Scene) -> bool:
    """«mara nyingi mashambulizi hufanywa na waasi»: what a noun's verb says is always done; «kikao cha kila wiki», but
    not «mkutano wa kila mwaka», a summit."""
    trigger, predicate = scene.trigger, scene.predicate
    if trigger.verb:
        return False
    after = [scene.lower(trigger.last + k) for k in range(3)]
    if scene.act.type == "CONSULT" and after[0] in CONNECTIVES and after[1] == "kila" and after[2] in ("siku", "wiki"):
        return True
    if predicate is None or trigger.slot not in ("object", "subject"):
        predicate = next((p for p in scene.clauses.predicates if p.first >= trigger.last), None)
    return predicate is not None and is_always_done(scene, predicate)


def is_always_done(scene: Scene, predicate: Predicate) -> bool:
    """«hushambulia», «hutumia msitu huo kushambulia»."""
    if predicate.outer.tense == "infinitive" and predicate.governor is not None:
        predicate = scene.clauses.predicates[predicate.governor]
    when = predicate.outer.relative
    if predicate.outer.tense == "present" and when is not None and 16 in when.classes:
        # «anapokutana na wageni huwa anakaa mbali»
        return any(p.outer.tense == "habitual" or scene.lower(p.first) == "huwa" for p in scene.clauses.predicates)
    return predicate.outer.tense == "habitual"
