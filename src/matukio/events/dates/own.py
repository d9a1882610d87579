"""When an act happened: the point in time that is told of it, never the one told of another verb or noun.

In «Polisi walisema Jumanne kwamba waasi walishambulia kambi Jumatatu» the attack has «Jumatatu», the words «Jumanne».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matukio.claims.attribution import SPOKEN
from matukio.events.clauses.meantime import completed, going_on, happening, meanwhile, opened_by, shared
from matukio.events.clauses.owners import JOINING, Owner, describes, qualifies
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import is_called
from matukio.frozen import quick_init
from matukio.record import Evidence, Time, When
from matukio.rules import rule
from matukio.swahili import Predicate


@dataclass(frozen=True, slots=True)
class Told:
    """A point in time of the act's sentence with what it belongs to."""

    time: Time
    owner: Owner
    first: int


quick_init(Told)


Dated = tuple[When, Evidence]


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
        return nearest(scene, told, date_after_noun.name)
    return nearest(scene, [each for each in told if _is_of_noun(scene, each)], date_after_noun.name)


def _is_of_noun(scene: Scene, told: Told) -> bool:
    word, owner = scene.trigger.word, told.owner
    if owner.noun is not None:
        return owner.noun == word or word < owner.noun and not _verb_between(scene, word, owner.noun)
    if owner.opens and owner.predicate is not None:
        joined = any(scene.lower(i) in JOINING for i in range(max(told.first - 3, word), told.first))
        after = scene.text.index_at(told.time.end - 1) + 1
        if joined or scene.clauses.predicates[owner.predicate].first == after:
            return False  # «kufuatia mwaliko wa Togo, na wiki iliyopita rais alisema …», «…, Jumapili ameeleza …»
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
    "Polisi walimkamata mvuvi akijaribu kutoroka Jumatatu.",
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
        return nearest(scene, [e for e in following if e.first > scene.trigger.word], date_of_verb.name)
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
            or scene.trigger.verb
            and scene.act.type not in SPOKEN
            and _goes_along(scene, number, own)
        ):
            fitting.append(each)
    return nearest(scene, fitting, date_of_verb.name)


def _goes_along(scene: Scene, number: int, own: int) -> bool:
    """«alikamatwa akijaribu kutoroka Jumatatu», «alipigwa risasi akiwa amesimama nje Jumatatu»: what they did then, or
    whom it was done to, was on the same day, unless it is what they said."""
    predicates = scene.clauses.predicates
    if number <= own or predicates[number].outer.tense not in ("situational", "infinitive"):
        return False
    along = [number, *shared(scene.clauses, number)]
    along = along[: along.index(own)] if own in along else along
    first = predicates[along[-1]]
    if first.outer.tense != "situational" or any(_tells(scene, predicates[n]) for n in along):
        return False
    to_whom = along[-1] == own + 1 and bool(first.subjects) and set(first.subjects) <= set(predicates[own].objects)
    return to_whom or own in set(shared(scene.clauses, along[-1]))


ASKING: Final = frozenset(["REQUEST", "THREATEN"])
"""«amewataka waumini kwenda kanisani Jumapili»: the day is that of what is asked for."""
BEING: Final = ("wa", "wa na")
"""«kulikuwa na maandamano», «yalikuwa na tija»: the verb says only that it took place or how it was."""


@rule(
    "date: of the verb before",
    "Mwaka 2011 Rais wa Togo alilazimishwa kuachia madaraka.",
    "Wanafunzi wa Togo walikusanyika Jumatatu wakati polisi walipowafyatulia risasi.",
    never="Rais alitangaza Jumatatu kuachia madaraka.",
)
def date_of_first_verb(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """The point in time of the verb that an infinitive completes or that a «-ki-» goes with: one time for both."""
    own = scene.trigger.predicate
    if own is None or not scene.trigger.verb and scene.trigger.slot != "object":
        return None
    for number in (*shared(scene.clauses, own), going_on(scene.clauses, own)):
        if number is None or _tells(scene, scene.clauses.predicates[number]):
            return None
        if scene.act.type in SAID and _others_meanwhile(scene, own, number):
            return None
        fitting = [each for each in told if each.owner.noun is None and each.owner.predicate == number]
        if fitting:
            return nearest(scene, fitting, date_of_first_verb.name)
    return None


SAID: Final = frozenset(["ACCUSE", "REJECT", "REQUEST", "THREATEN"])


def _others_meanwhile(scene: Scene, own: int, main: int) -> bool:
    """«alishinda uchaguzi Jumapili huku wakosoaji wakimtuhumu»: what others say all the while has no day."""
    one, other = scene.clauses.predicates[own].subjects, scene.clauses.predicates[main].subjects
    return scene.clauses.predicates[own].outer.tense == "situational" and bool(one) and bool(other) and one != other


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
        if noun is None or not noun < each.first < own.first or not is_called(scene.text.types[noun], DECIDED):
            continue
        if not any(noun < p.first < own.first for p in scene.clauses.predicates):
            fitting.append(each)
    return nearest(scene, fitting, date_of_decision.name)


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
    elif opening[0].first > scene.trigger.word:
        return None  # «amekubali mwaliko, na wiki iliyopita alikwenda …»
    elif scene.lower(scene.predicate.first - 1) in OF_WHICH:
        return None  # «… ilipitisha sheria ambayo ililalamikiwa na wadau»
    return nearest(scene, opening, date_in_sentence.name)


OF_WHICH: Final = frozenset("ambaye ambao ambayo ambalo ambazo ambacho ambavyo".split())


def nearest(scene: Scene, told: Sequence[Told], by: str) -> Dated | None:
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
