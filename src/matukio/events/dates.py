"""When an act happened: the point in time that is told of it, never the one told of another verb or noun.

In «Polisi walisema Jumanne kwamba waasi walishambulia kambi Jumatatu» the attack has «Jumatatu», the words «Jumanne».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matukio.events.acts import BODILY, lemmas
from matukio.events.owners import (
    Owner,
    completed,
    describes,
    happening,
    meanwhile,
    opened_by,
    owner_of,
    qualifies,
    shared,
)
from matukio.events.scene import Scene
from matukio.frozen import quick_init
from matukio.record import Evidence, Time, When
from matukio.rules import Rule, rule
from matukio.swahili import Predicate


@dataclass(frozen=True, slots=True)
class Told:
    """A point in time of the act's sentence with what it belongs to."""

    time: Time
    owner: Owner
    first: int


quick_init(Told)


Dated = tuple[When, Evidence]
DateRule = Rule[[Scene, Sequence[Told]], "Dated | None"]


def date_of(scene: Scene, times: Sequence[Time], alone: bool) -> Dated | None:
    """The date of the act from the times of its sentence; `alone` tells that the sentence has no other act."""
    told = [Told(t, owner_of(scene.text, scene.clauses, t), scene.text.index_at(t.start)) for t in times if is_point(t)]
    told = [each for each in told if not _ends_range(scene, each, told)]
    if not told:
        return None
    rules: tuple[DateRule, ...] = (date_after_noun, date_of_verb, date_of_first_verb, date_of_decision)
    found = next((date for each in rules if (date := each(scene, told)) is not None), None)
    if found is None and (alone or _goes_on(scene, told) or not scene.trigger.verb and scene.act.type in BODILY):
        return date_in_sentence(scene, told)
    return found


def _goes_on(scene: Scene, told: Sequence[Told]) -> bool:
    """Whether the act is told by a main verb of the sentence: «Machi 2019 Togo ilipiga marufuku redio, gazeti nalo
    lilifungwa»."""
    own = scene.predicate
    if own is None or not scene.trigger.verb or not own.outer.finite or told[0].time.value.endswith("REF"):
        return False
    if told[0].first > own.first:
        return False
    before = max((p.last for p in scene.clauses.predicates if p.last <= own.first and p.outer.finite), default=0)
    return not any(scene.lower(i) in ("kwamba", "kuwa") for i in range(max(before, told[0].first), own.first))


def _ends_range(scene: Scene, told: Told, others: Sequence[Told]) -> bool:
    """«kati ya 2013 na 2014», «Machi 12 hadi 15»: the act is dated by the beginning."""
    joiner = told.first - 1
    if scene.lower(joiner) not in RANGING:
        return False
    return any(scene.text.index_at(other.time.end - 1) == joiner - 1 for other in others)


RANGING: Final = frozenset(["na", "hadi", "mpaka", "-", "–"])


@rule(
    "date: after the noun",
    "Ghana imelaani mauaji ya wavuvi ya Jumatatu.",
    "Ghana imelaani mauaji ya wavuvi yaliyofanyika Jumatatu.",
    never="Jumatatu Ghana ililaani mauaji ya wavuvi.",
)
def date_after_noun(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """The point in time that an event noun has as its complement, or that follows it or its relative verb."""
    if scene.trigger.verb:  # «walifanya shambulizi lililosababisha vifo Jumatatu»
        told = [e for e in told if scene.act.rest and e.owner.noun is None and e.owner.predicate is not None]
        told = [e for e in told if describes(scene.clauses.predicates[e.owner.predicate or 0], scene.trigger)]
        return _nearest(scene, told, date_after_noun.name)
    return _nearest(scene, [each for each in told if _is_of_noun(scene, each)], date_after_noun.name)


def _is_of_noun(scene: Scene, told: Told) -> bool:
    word, owner = scene.trigger.word, told.owner
    if owner.noun is not None:
        return owner.noun == word or word < owner.noun and not _verb_between(scene, word, owner.noun)
    if told.first > word and not _verb_between(scene, word, told.first):
        return True
    return owner.predicate is not None and describes(scene.clauses.predicates[owner.predicate], scene.trigger)


def _verb_between(scene: Scene, first: int, last: int) -> bool:
    return any(first < p.first < last and not qualifies(scene.text, p) for p in scene.clauses.predicates)


@rule(
    "date: in the clause",
    "Waasi walishambulia kambi Jumatatu.",
    "Jumatatu waasi walishambulia kambi.",
    "Mkutano kati ya Ghana na Togo ulipangwa kuanza kesho.",
    "Kukamatwa kwa wavuvi wa Togo kulitokea Jumamosi.",
    never="Waasi walishambulia kambi kwa siku tatu.",
)
def date_of_verb(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """The point in time told with the act's verb, the verb whose subject or object it is, or one that completes it."""
    own = scene.trigger.predicate
    if own is None:
        return None
    predicates = scene.clauses.predicates
    slots = ("subject", "object", "na") if predicates[own].verb.stem in BEING else ("subject", "object")
    if not scene.trigger.verb and scene.trigger.slot not in slots:
        return None
    if scene.trigger.verb and qualifies(scene.text, predicates[own]):
        following = [each for each in told if not _verb_between(scene, scene.trigger.word, each.first)]
        return _nearest(scene, [e for e in following if e.first > scene.trigger.word], date_of_verb.name)
    fitting = []
    for each in told:
        number = each.owner.predicate
        if each.owner.noun is not None or number is None:
            continue
        if (
            number == own
            or scene.act.type not in ASKING
            and own in set(completed(scene.clauses, number))
            or number in set(meanwhile(scene.clauses, own))
            or number in set(opened_by(scene.clauses, own))
            or scene.trigger.verb
            and number == happening(scene.clauses, own)
        ):
            fitting.append(each)
    return _nearest(scene, fitting, date_of_verb.name)


ASKING: Final = frozenset(["REQUEST", "THREATEN"])
"""«amewataka waumini kwenda kanisani Jumapili»: the day is that of what is asked for."""
BEING: Final = ("wa", "wa na")
"""«kulikuwa na maandamano», «yalikuwa na tija»: the verb says only that it took place or how it was."""


@rule(
    "date: of the verb before",
    "Mwaka 2011 Rais wa Togo alilazimishwa kuachia madaraka.",
    never="Rais alitangaza Jumatatu kuachia madaraka.",
)
def date_of_first_verb(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """The point in time of the verb that an infinitive completes or that a «-ki-» goes with: one time for both."""
    own = scene.trigger.predicate
    if own is None or not scene.trigger.verb and scene.trigger.slot != "object":
        return None
    for number in shared(scene.clauses, own):
        if _tells(scene, scene.clauses.predicates[number]):
            return None
        fitting = [each for each in told if each.owner.noun is None and each.owner.predicate == number]
        if fitting:
            return _nearest(scene, fitting, date_of_first_verb.name)
    return None


DECIDED: Final = frozenset("agizo amri hatua kitendo tangazo uamuzi".split())


@rule(
    "date: of the decision",
    "Ghana imelaani uamuzi wa Jumatatu wa Togo wa kuwafukuza wavuvi.",
    never="Ghana imelaani hotuba ya Jumatatu iliyotaka kuwafukuza wavuvi.",
)
def date_of_decision(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """The time of the noun that an infinitive says more of: «hatua ya jana ya kufunga gazeti»."""
    own, number = scene.predicate, scene.trigger.predicate
    if own is None or number is None or not scene.trigger.verb or own.outer.tense != "infinitive":
        return None
    fitting = []
    for each in told:
        noun = each.owner.noun
        if noun is None or not noun < each.first < own.first or DECIDED.isdisjoint(lemmas(scene.text.types[noun])):
            continue
        if not any(noun < p.first < own.first for p in scene.clauses.predicates):
            fitting.append(each)
    return _nearest(scene, fitting, date_of_decision.name)


def _tells(scene: Scene, predicate: Predicate) -> bool:
    """Whether the verb is the cue of a claim: its time is that of the words."""
    text = scene.text
    start, end = text.starts[predicate.first], text.ends[predicate.last - 1]
    return any(c.cue is not None and c.cue.start < end and start < c.cue.end for c in scene.claims)


@rule(
    "date: in the sentence",
    "Mwaka 2017, bei ilipanda na ndiyo maana wakulima wa Togo waliandamana.",
    "Mwezi Machi 2019, serikali ya Togo ilipiga marufuku redio ya Ghana, wavuvi nao walikamatwa.",
    never="Waasi walishambulia kambi Jumatatu.",
)
def date_in_sentence(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """The point in time that opens the sentence, where it is the only one: it holds for all its clauses."""
    opening = [each for each in told if each.owner.opens and each.owner.predicate is not None]
    if len(told) != 1 or not opening or _tells(scene, scene.clauses.predicates[opening[0].owner.predicate or 0]):
        return None
    if not scene.trigger.verb:
        number = opening[0].owner.predicate
        if number is None or not opening[0].first < scene.trigger.word < scene.clauses.predicates[number].first:
            return None
    elif scene.predicate is None or scene.predicate.outer.relative or scene.predicate.marker in ("kwamba", "kuwa"):
        return None
    return _nearest(scene, opening, date_in_sentence.name)


def _nearest(scene: Scene, told: Sequence[Told], by: str) -> Dated | None:
    """The nearest of the times, one after the act before one told ahead of it."""
    fitting = [each for each in told if each.owner.bound not in ONE_SIDED]
    if not fitting:
        begin, word = scene.clauses.sentence.first, scene.trigger.word
        fitting = [e for e in told if e.owner.bound in SINCE and (e.first > word or e.first < begin + SINCE_OPENS)]
    if not fitting:
        return None
    word = scene.trigger.word
    best = min(fitting, key=lambda each: each.first - word if each.first > word else word - each.first + 2).time
    return When(best.text, best.start, best.end, best.value), Evidence(by, best.start, best.end)


SINCE: Final = ("tangu", "toka")
"""«wameuawa tangu Novemba»: where no other time is told the act is dated by its beginning."""
ONE_SIDED: Final = frozenset(["hadi", "mpaka", "kabla", *SINCE])
"""What a time only bounds from one side. (The compiler knows no «*» inside a comparison.)"""
SINCE_OPENS: Final = 4
"""Within how many words «Tangu mwezi Machi …» opens a sentence; elsewhere before the act it is another's beginning."""


def is_point(time: Time) -> bool:
    """Whether a time says when, as a date does, not how long or how often or just «sasa»."""
    if time.type not in ("DATE", "TIME") or time.value in ("PRESENT_REF", "FUTURE_REF"):
        return False
    return not time.value.startswith("T")


def exactness(value: str) -> int:
    """How exactly a TIMEX3 value dates: a day before a month before a year before «hivi karibuni»; «Jumatatu» is a day
    also where the article's own is not known."""
    if value.endswith("REF"):
        return 0
    day = value.split("T")[0]
    return 10 * day.count("-") + len(day.replace("-", "").replace("X", "")) + ("T" in value) + 1
