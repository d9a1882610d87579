"""Where an act happened that no place is told with: the place of its sentence, or what the sentences before open with.

In «Polisi mjini Lomé wamesema waasi waliwaua wavuvi» the killing was in Lomé; a ministry or an organisation only has
its seat where it speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import BODILY, is_called, namings
from matukio.events.places.names import INSIDE, place_name
from matukio.events.places.of_verbs import SPOKEN
from matukio.events.places.placing import Placed, nearest
from matukio.events.places.spots import Spot
from matukio.record import Claim
from matukio.rules import rule
from matukio.swahili import Predicate

FLEEING: Final = frozenset("kimbilia kimbia toroka torokea hamia".split())
"""Where somebody fled to is not where what they fled from, or did before, happened."""


@rule(
    "place: in the sentence",
    "Waasi wa Togo waliwaua wavuvi baada ya mkutano kufanyika mjini Lomé.",
    never="Waasi wa Togo walishambulia kambi.",
)
def place_beside(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """Any place of its sentence for an act that must have happened somewhere."""
    if scene.act.type not in BODILY:
        return None
    predicates, word = scene.clauses.predicates, scene.trigger.word
    fitting = [
        s
        for s in spots
        if s.name is not None
        and not s.bare
        and (s.predicate is None or FLEEING.isdisjoint(predicates[s.predicate].verb.chain))
        and not (s.predicate is not None and s.begin > word and _is_elsewhere(scene, predicates[s.predicate]))
        and not (s.predicate is not None and _goes_on(scene, predicates[s.predicate]))
        and (s.begin > word or s.inside or s.predicate is None or predicates[s.predicate].outer.relative is None)
        and _same_words(scene, s)
    ]
    return nearest(scene, fitting, place_beside.name)


COMING: Final = frozenset("enda fika ingia rejea rudi safiri wasili".split())


def _is_elsewhere(scene: Scene, told: Predicate) -> bool:
    """«wapinzani waliokamatwa waliingia nchini Togo»: where they went afterwards."""
    own = scene.predicate
    if own is None or own.outer.relative is None or told.outer.relative is not None or told.first < own.first:
        return False
    return not COMING.isdisjoint(told.verb.chain)


def _goes_on(scene: Scene, other: Predicate) -> bool:
    """«alipigwa risasi na anaishi nchini Togo», «… amekuwa akipokea matibabu mjini Lomé»: where somebody is by now."""
    own, outer = scene.predicate, other.outer
    lasting = outer.tense == "present" or outer.tense == "perfect" and other.verb.tense == "situational"
    return own is not None and own.outer.tense == "past" and lasting and other.first > scene.trigger.word


def _same_words(scene: Scene, spot: Spot) -> bool:
    """Whether the place is told in the words that tell the act: what «Waziri nchini Ghana» says of Togo was not there,
    while «polisi mjini Lomé» speak of what happened there."""
    text, word = scene.text, scene.trigger.word
    around = [c for c in scene.claims if c.content.start <= text.starts[word] < c.content.end]
    outside = [c for c in around if not c.content.start <= text.starts[spot.first] < c.content.end]
    if not outside:
        return not _of_a_charge(scene, spot)
    if spot.name is None or spot.name.country != scene.discourse.home or any(_is_cue(scene, spot, c) for c in outside):
        return False
    if (spot.name.link or "").startswith("cty:") or spot.begin == scene.clauses.sentence.first:
        return True  # «Polisi nchini Togo walisema …», «Katika mji wa Lomé, mbunge alisema …»
    if is_called(text.types[spot.first], REGIONS):
        return True
    if any(c.content.start <= text.starts[spot.first] < c.content.end for c in scene.claims):
        return True
    return all(p.sector in NEARBY and p.country == spot.name.country for c in outside for p in c.speakers)


REGIONS: Final = frozenset("eneo jimbo kaunti kijiji mkoa wilaya".split())
NEARBY: Final = frozenset([None, "AGR", "COP", "CVL", "MED", "MIL", "REL", "SOC", "UNK"])
"""Sectors of those who mostly speak of what happened where they are; a ministry or an organisation has a seat."""


def _is_cue(scene: Scene, spot: Spot, claim: Claim) -> bool:
    """«alisema mjini Lomé kwamba …»: where it was said."""
    if spot.predicate is None or claim.cue is None:
        return False
    predicate = scene.clauses.predicates[spot.predicate]
    return scene.text.starts[predicate.first] < claim.cue.end and claim.cue.start < scene.text.ends[predicate.last - 1]


def _of_a_charge(scene: Scene, spot: Spot) -> bool:
    """«Waendesha mashtaka mjini The Hague walitoa hati ya kumkamata kwa mauaji»: where the charge is made."""
    if scene.trigger.verb:
        return False
    told = [n for i in range(spot.last, scene.trigger.first) for n in namings(scene.text.types[i]) if not n.verb]
    return any(act.type in SPOKEN and not act.rest for naming in told for act in naming.acts)


@rule(
    "place: set before",
    "Nchini Togo maafisa wamechukua hatua. Wamewakamata wavuvi.",
    never="Waasi wa Togo walishambulia kambi.",
)
def place_set_before(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """The place that opened one of the two sentences before: what follows happens there."""
    if scene.act.type not in BODILY or spots:
        return None
    here = scene.trigger.sentence
    for number in range(here - 1, max(-1, here - 3), -1):
        clauses = scene.discourse.clauses[number]
        for oblique in clauses.obliques:
            if oblique.first != clauses.sentence.first or oblique.preposition not in INSIDE:
                continue
            name = place_name(scene, oblique.phrase)
            if name is not None:
                first, last = oblique.phrase.first, oblique.phrase.last
                return nearest(scene, [Spot(oblique.first, first, last, name, None)], place_set_before.name)
    return None
