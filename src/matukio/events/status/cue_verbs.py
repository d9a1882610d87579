"""When a verb that sets the status of its complement sets it otherwise, or not at all.

«Rais hakusita kuwashukuru madaktari» thanks them, «amekiacha chama hicho na kuhamia kingine» moves to another.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.parties.noun_doers import light_verbs
from matukio.swahili import Predicate

DECLARED: Final = frozenset("COERCE CONCEDE SANCTION SUPPORT REJECT THREATEN REQUEST ACCUSE".split())
"""Acts that are done by announcing them: «imetangaza kufunga mpaka»."""
BY_HAND: Final = frozenset("abduct arrest deport seize".split())
"""Modes of acts that are not done by saying so."""
AGREEING: Final = frozenset("afiki afikiana kubali kubaliana ridhia".split())
"""Verbs whose complement is planned, but a noun with them is told already: «amekubali madai yao»."""
THINGS: Final = frozenset("acha nusurika ponea".split())
"""Verbs that say nothing of a second verb when a thing stands between: «alinusurika kifo kwa kupigwa risasi»."""
REFUSING: Final = frozenset("goma kataa susia".split())
"""What somebody refuses is a REJECT and no second act that did not happen."""


def came_about(scene: Scene, predicate: Predicate) -> bool:
    """Whether a cue says nothing here: «waliweza kuwaokoa», «hakusita kuwashukuru», «napenda kuwashukuru»."""
    chain, outer = predicate.verb.chain, predicate.outer
    if "weza" in chain and outer.tense in ("past", "perfect"):
        return not outer.negative
    if "acha" in chain and (predicate.verb.passive or scene.lower(predicate.last) == "bila"):
        return True  # «wameachwa bila makazi»
    if "sita" in chain and outer.negative:
        return True
    if "tangaza" in chain and scene.act.type in DECLARED:
        return True
    first_person = outer.subject is not None and outer.subject.person == 1
    return "penda" in chain and first_person and (scene.act.type == "AGREE" or scene.act.type in DECLARED)


def of_another_thing(predicate: Predicate, own: bool) -> bool:
    """Whether the cue speaks of something else; `own` tells that it is a noun's own verb."""
    if own:
        return not AGREEING.isdisjoint(predicate.verb.chain)
    thing = predicate.objects and predicate.objects[0].first == predicate.last
    return bool(thing and not THINGS.isdisjoint(predicate.verb.chain))


def not_meant(scene: Scene, predicate: Predicate) -> bool:
    """«amekataa kuwaachia wafungwa» is the REJECT alone, «muhimu katika kuzuia maandamano» tells no deed."""
    before = (predicate.link, scene.lower(predicate.first - 1))
    preventing = predicate.outer.tense == "infinitive" and "katika" in before
    return preventing or not REFUSING.isdisjoint(predicate.verb.chain)


def takes_place(scene: Scene, predicate: Predicate) -> bool:
    """Whether a noun's verb says that the act itself takes place or is done: «mkutano utafanyika», «atafanya ziara»."""
    kinds = frozenset[str]().union(*(light_verbs().get(stem, frozenset()) for stem in predicate.verb.chain))
    slot = scene.trigger.slot
    if slot == "subject":
        return "happen" in kinds or predicate.verb.passive and "doer" in kinds
    return "doer" in kinds


def is_done_by_own(scene: Scene) -> bool:
    """«anatarajiwa kufanya ziara»: the noun's own verb says that the act is done."""
    return scene.predicate is not None and takes_place(scene, scene.predicate)


def is_meeting_to_come(scene: Scene, predicate: Predicate) -> bool:
    """«mkutano utajadili mpaka», «ziara itachukua siku tatu»: what a meeting will do it does when it is held."""
    if scene.act.type != "CONSULT" or scene.trigger.slot != "subject" or scene.act.lemma in TALKS:
        return False
    return predicate.outer.tense == "future" and not predicate.outer.negative


TALKS: Final = frozenset(["majadiliano", "mazungumzo"])
"""What they will bring they may bring while they go on."""
