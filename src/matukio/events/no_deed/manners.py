"""Acts told only as the manner or the trait of something else: «kwa kushirikiana na», «kiongozi mwenye ulinzi mkali».

«Shirika hilo, kwa kushirikiana na serikali ya Togo, limejenga shule»: that they work together is how the school came
about, and no act of its own.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import among_lemmas
from matukio.events.lexicon.kinds import kind_of
from matukio.record import Party
from matukio.swahili import category
from matukio.swahili.phrases import HAVING

BLAMING: Final = frozenset(
    "fikisha funga hukumu kamata kosoa laani laumu lalamikia shitaki shtaki shtumu shuku shutumu tia tuhumu".split()
)
"""Verbs with which «kwa kushirikiana na waasi» is what somebody is held to have done."""
DISMISSING: Final = frozenset("futa futilia kanusha kataa puuza tupa tupilia".split())
"""Verbs of which charges and requests are the object: the refusal is the act."""


def is_manner(scene: Scene) -> bool:
    """Whether the trigger says only how something was done or what somebody is like."""
    return _together(scene) or _is_trait(scene) or _is_dismissed(scene) or _is_argument(scene) or _is_of_a_weapon(scene)


ARMS: Final = frozenset("droni helikopta kifaru kombora kikosi meli ndege silaha zana".split())


def _is_of_a_weapon(scene: Scene) -> bool:
    """«droni za mashambulizi», «ndege za vita»: what it is made for."""
    first = scene.trigger.first
    if scene.act.type != "ASSAULT" or scene.trigger.verb or category(scene.text, first - 1) != "C":
        return False
    return first > 1 and among_lemmas(ARMS, [scene.text.types[first - 2]])


def _is_argument(scene: Scene) -> bool:
    """«ikihoji kwamba sheria haifai»: to argue, where «wamehoji matokeo» calls them in question."""
    return scene.act.lemma == "hoji" and scene.trigger.verb and scene.lower(scene.trigger.last) in ("kwamba", "kuwa")


def _together(scene: Scene) -> bool:
    predicate = scene.predicate
    if scene.act.type != "COOPERATE" or not scene.trigger.verb or predicate is None:
        return False
    if predicate.outer.tense != "infinitive" or scene.lower(predicate.first - 1) != "kwa":
        return False
    return not any(
        not BLAMING.isdisjoint(other.verb.chain) and other.first < predicate.first for other in scene.clauses.predicates
    )


def _is_trait(scene: Scene) -> bool:
    """«mwenye ulinzi mkali», «maisha ya ulinzi mkali»: guards that are always there."""
    first = scene.trigger.first
    if scene.act.type != "MOBILIZE" or scene.trigger.verb or scene.lower(first) != "ulinzi":
        return False
    return scene.lower(first - 1) in HAVING or category(scene.text, first - 1) == "C"


def _is_dismissed(scene: Scene) -> bool:
    """«mahakama ilifutilia mbali madai yao»: whoever dismisses charges accuses nobody."""
    trigger = scene.trigger
    if scene.act.type != "ACCUSE" or trigger.verb or scene.lower(trigger.last) not in ("yake", "yao", "zake", "zao"):
        return False
    above = next((p for p in reversed(scene.clauses.predicates) if p.last <= trigger.first), None)
    return above is not None and trigger.first - above.last < 2 and not DISMISSING.isdisjoint(above.verb.chain)


CHARGED: Final = frozenset(
    "hatia kesi kisa kosa madai makosa mashitaka mashtaka mshukiwa mtuhumiwa shitaka shtaka shutuma tuhuma"
    " tukio".split()
)
"""Nouns of one deed or of what somebody is held for."""
CASES: Final = frozenset("aina matukio mazingira suala tatizo visa vitendo viwango".split())
"""Nouns of a wrong as it goes on."""


def is_general_abuse(scene: Scene, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
    """«visa vya ukatili dhidi ya wanawake», «alionyesha ukatili», «kupambana na ukatili»: a wrong that nobody in
    particular does to nobody in particular."""
    if scene.trigger.verb or scene.act.type != "ASSAULT" or kind_of(scene.act) != "abuse" or actors:
        return False
    if any(party.name for party in recipients) or _took_place(scene):
        return False
    first = scene.trigger.first
    before = {scene.lower(i) for i in range(max(scene.clauses.sentence.first, first - 4), first)}
    return _is_fought(scene) or not before.isdisjoint(CASES) or not recipients and before.isdisjoint(CHARGED)


FIGHTING: Final = frozenset("kabiliana komesha pambana pigana pinga tokomeza".split())


def _is_fought(scene: Scene) -> bool:
    """«shirika linapambana na ukatili dhidi ya wazee»: what is worked against in general."""
    above = next((p for p in reversed(scene.clauses.predicates) if p.last <= scene.trigger.first), None)
    return above is not None and scene.trigger.first - above.last < 2 and not FIGHTING.isdisjoint(above.verb.chain)


DONE: Final = frozenset("fanya fanyia fanyika tendea tendeka tokea".split())


def _took_place(scene: Scene) -> bool:
    told = [] if scene.predicate is None else [scene.predicate]
    for predicate in scene.clauses.predicates:
        if predicate.relative_head is not None and predicate.relative_head.head == scene.trigger.word:
            told.append(predicate)
    return any(not DONE.isdisjoint(predicate.verb.chain) for predicate in told)
