"""Who does what an infinitive says under a verb that has an object: the subject, or whom the verb blames or orders.

«Maafisa wameishutumu Togo kwa kuwaua wavuvi»: Togo killed; «walimfukuza kwa kumpiga mawe»: who drove him out threw.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.clauses.who_can_act import can_act
from matukio.events.lexicon.acts import acts
from matukio.references import Resolved
from matukio.swahili import Predicate
from matukio.swahili.extensions import entries

CONVICTING: Final = frozenset("hukumu kuta tia shitaki shtaki patikana".split())
CRIMES: Final = frozenset("hatia kosa madai makosa mashitaka mashtaka shutuma tuhuma".split())


def convicted_of(scene: Scene, predicate: Predicate, above: Predicate) -> Resolved:
    """«ilimhukumu kwa makosa ya mauaji na kuwateka nyara watoto»: what follows among the crimes is done by whom the
    court convicts."""
    listed = predicate.link == "na" and scene.act.type == "ASSAULT"
    other = above.verb.passive or (CONVICTING | PUNISHING).isdisjoint(above.verb.chain)
    if other or not (listed or predicate.link == "ya"):
        return NOBODY
    if not any(scene.lower(i) in CRIMES for i in range(above.last, predicate.first)):
        return NOBODY
    between = (p for p in scene.clauses.phrases if above.last <= p.first and p.last < predicate.first)
    convicted = next((p for p in between if can_act(scene.discourse, p)), None)
    return NOBODY if convicted is None else scene.resolve(scene.phrases_after(convicted))


REPORTING: Final = frozenset(["andika", "eleza", "kosoa", "laani", "ripoti", "sema", "thibitisha"])
"""Verbs whose subject tells or judges what befell others: «amethibitisha kukamatwa kwake», but «anahofia kukamatwa»."""


def is_reported(predicate: Predicate, above: Predicate) -> bool:
    """Whether the verb above only tells or judges what the infinitive says."""
    return predicate.link == "" and not above.verb.passive and not REPORTING.isdisjoint(above.verb.chain)


def blames(predicate: Predicate) -> bool:
    """Whether the verb by itself accuses: «imeishutumu Togo»."""
    senses = (sense for stem in predicate.verb.chain for sense in acts().get((stem, True), ()))
    return any(sense.type == "ACCUSE" and not sense.rest for sense in senses)


PUNISHING: Final = frozenset("adhibu fukuza fungia hukumu kamata shitaki shtaki simamisha wekea".split())
"""«amemkamata X kwa kuandamana»: it is for what X did."""


def _after_deed(scene: Scene, infinitive: Predicate) -> bool:
    """«amemfukuza waziri baada ya kuikosoa serikali»: what the punished did before."""
    at = infinitive.first - 2
    return scene.lower(at) == "baada" and MEANS.isdisjoint(infinitive.verb.chain)


MEANS: Final = frozenset("fyatua fyatulia piga rusha rushia tumia".split())
"""Verbs of how a deed is done: «walimfukuza kwa kumpiga mawe»."""


def _done_to_the_same(infinitive: Predicate, governor: Predicate) -> bool:
    """«walimfukuza kwa kumpiga mawe», «kwa kutumia nguvu»: how it is done, to the same."""
    if not MEANS.isdisjoint(infinitive.verb.chain):
        return True
    one, other = infinitive.verb.object, governor.verb.object
    return one is not None and other is not None and one.prefix == other.prefix and not infinitive.objects


PRAISING: Final = frozenset(["pongeza", "shukuru", "sifu"])
"""«alimshukuru kwa kuja»: it is for what the thanked did."""


def controls_by_object(scene: Scene, infinitive: Predicate, governor: Predicate) -> bool:
    """«wameishtumu Pyongyang kwa kuipatia», «alimshukuru kwa kuja», «aliwaruhusu askari kuingia»: the governor's object
    does it."""
    if governor.verb.passive:
        return False
    whom = governor.verb.object
    if infinitive.link == "ya" and whom is not None and whom.classes & {1, 2}:
        return not PUNISHING.isdisjoint(governor.verb.chain) and _after_deed(scene, infinitive)
    if infinitive.link == "kwa":
        if blames(governor) or not PRAISING.isdisjoint(governor.verb.chain):
            return True
        return not PUNISHING.isdisjoint(governor.verb.chain) and not _done_to_the_same(infinitive, governor)
    if infinitive.link == "" and governor.verb.object is not None and blames(governor):
        return True
    entry = entries().get(governor.verb.stem)
    takes = entry is not None and {"object", "infinitive"} <= set(entry.frame)
    return takes and infinitive.link == "" and governor.verb.object is not None
