"""What an act's own verb says of whether it happened: its tense, a condition, a negation.

«Rais wa Ghana atazuru Togo» is planned, «hakuzuru» did not happen, «angezuru» is only supposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.events.clauses.governing import governors
from matukio.events.clauses.scene import Scene
from matukio.events.status.answers import DROPPED, Status, carrier, status_by
from matukio.events.status.cue_verbs import came_about
from matukio.record import Claim
from matukio.rules import rule
from matukio.swahili import Predicate, category


@rule(
    "status: condition",
    "Ghana ikiwakamata wavuvi, Togo itajibu.",
    never="Togo ilijibu baada ya Ghana kuwakamata wavuvi.",
)
def condition(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """Ikiwa, iwapo, endapo, and -ki- before a future: an act that the text only supposes."""
    predicate = carrier(scene)
    if predicate is None:
        return None
    if predicate.marker in ("ikiwa", "iwapo", "endapo"):
        undone = predicate.negative and "negated" not in scene.act.needs
        status = DROPPED if undone else "hypothetical"
        return status_by(scene, status, condition.name, predicate.first, predicate.last)
    if predicate.outer.tense == "situational":
        later = [p for p in scene.clauses.predicates if p.first > predicate.first and p.outer.relative is None]
        main = next((p for p in later if p.outer.tense not in ("infinitive", "situational")), None)
        if main is not None and "kwamba" in scene.text.lowers[predicate.last : main.first]:
            return None  # «akitishia kwamba watakamatwa»: it is part of what he threatens
        if main is not None and main.outer.tense in ("future", "conditional"):
            return status_by(scene, "hypothetical", condition.name, predicate.first, predicate.last)
    return None


@rule(
    "status: negation",
    "Jeshi la Togo halikuwashambulia wavuvi.",
    "Mvuvi wa Togo hakukamatwa kwa wizi bali kwa uchochezi.",
    never="Jeshi la Togo liliwashambulia wavuvi.",
)
def negation(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """A negative past or perfect says that it did not happen; a negative future or present is no act."""
    predicate = carrier(scene)
    sure = predicate is not None and came_about(scene, predicate)
    if predicate is None or not predicate.negative or sure or "negated" in scene.act.needs:
        own = scene.predicate
        if own is not None and scene.trigger.verb and own.outer.tense == "infinitive" and own.outer.negative:
            return status_by(scene, DROPPED, negation.name, own.first, own.last)
        return None
    past = predicate.outer.tense in ("past", "perfect", "not-yet", "already")
    if past and _for_another_reason(scene, predicate):
        return Status("actual", scene.evidence(negation.name, predicate.first, predicate.last))
    return status_by(scene, "negated" if past else DROPPED, negation.name, predicate.first, predicate.last)


def _for_another_reason(scene: Scene, predicate: Predicate) -> bool:
    """«hakukamatwa kwa kuandaa mkutano bali kwa ugaidi»: arrested he was."""
    rest = range(predicate.last, scene.clauses.sentence.last)
    contrast = next((i for i in rest if scene.lower(i) == "bali"), None)
    return contrast is not None and scene.lower(predicate.last) in ("kwa", "kutokana")


@rule(
    "status: nobody did",
    "Hakuna mwandamanaji aliyekamatwa na polisi wa Togo.",
    "Hakukuwa na wavuvi waliouawa na waasi.",
    never="Kuna waandamanaji waliokamatwa na polisi wa Togo.",
)
def nobody(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """What is told of «hakuna mtu …» with a relative verb did not happen, nor did «hakuna shambulio»."""
    own = scene.predicate
    if not scene.trigger.verb:
        first, last = scene.trigger.first, scene.trigger.last
    elif own is not None and own.relative_head is not None and not own.outer.negative:
        first, last = own.relative_head.first, own.last
    else:
        return None
    first -= scene.lower(first - 1) == "hata"
    before = scene.lower(first - 1)
    if before == "hakuna" or before == "na" and scene.lower(first - 2) in NONE_WERE:
        return status_by(scene, "negated", nobody.name, first - 1, last)
    return None


NONE_WERE: Final = frozenset("hakukuwa hapakuwa hapana hakukuwepo hapakuwepo".split())


@rule(
    "status: ready to",
    "Serikali ya Togo iko tayari kuondoa marufuku ya mikutano.",
    never="Tayari serikali ya Togo imeondoa marufuku ya mikutano.",
)
def ready(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """«tayari kuondoa»: before an infinitive «tayari» tells a plan, before a finite verb that it is done already."""
    own = [] if scene.predicate is None or not scene.trigger.verb else [scene.predicate]
    for predicate in (*own, *(p for p, _ in governors(scene))):
        if predicate.outer.tense == "infinitive" and scene.lower(predicate.first - 1) == "tayari":
            return status_by(scene, "planned", ready.name, predicate.first - 1, predicate.last)
    return None


@rule("status: not yet", "Togo bado haijawaachilia wavuvi.", never="Togo imewaachilia wavuvi.")
def not_yet(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """-ja- says that it has not happened."""
    predicate = carrier(scene)
    if predicate is not None and predicate.outer.tense == "not-yet" and "negated" not in scene.act.needs:
        return status_by(scene, "negated", not_yet.name, predicate.first, predicate.last)
    return None


@rule(
    "status: conditional mood",
    "Ghana ingewaachilia wavuvi wa Togo.",
    never="Ghana itawaachilia wavuvi wa Togo.",
)
def possible(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """-nge-, -ngali-: what would happen or would have."""
    predicate = carrier(scene)
    if predicate is None or scene.act.type == "AGREE" and "penda" in predicate.verb.chain:
        return None  # «ingependa kushirikiana»: to say so politely is to be willing
    if predicate.outer.tense in ("conditional", "counterfactual"):
        return status_by(scene, "hypothetical", possible.name, predicate.first, predicate.last)
    return None


@rule(
    "status: future tense",
    "Rais wa Ghana atazuru Togo.",
    "Mkutano kati ya Ghana na Togo utafanyika kesho.",
    never="Rais wa Ghana alizuru Togo.",
)
def plan(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """A future tense, or a headline's bare infinitive after its subject: «Rais wa Ghana kuzuru Togo»."""
    predicate = carrier(scene)
    if predicate is not None and predicate.outer.tense == "future":
        if predicate.outer.negative and scene.act.type in ("REJECT", "THREATEN"):
            return None  # «hatutakubali»: to say so is to refuse; «haitasita kushambulia»: to say so is to threaten
        own = scene.predicate
        beside = own is None or own is predicate or own.first == predicate.last
        still = scene.act.type != "CONSULT" and "endelea" in predicate.verb.chain and not predicate.outer.negative
        if still and beside and scene.lower(predicate.last) != "tena":
            return None  # «mgomo utaendelea hadi Ijumaa»: it is there
        return status_by(scene, "planned", plan.name, predicate.first, predicate.last)
    own = scene.predicate
    if own is None or not scene.trigger.verb or own.outer.tense != "infinitive" or scene.trigger.sentence > 0:
        return None
    sentence = scene.clauses.sentence
    headline = not any(p.outer.finite for p in scene.clauses.predicates if p.first < own.first)
    leads = own.first > sentence.first and category(scene.text, own.first - 1) in "NPA" and own.governor is None
    if headline and leads and scene.text.lowers[sentence.last - 1] != ".":
        return status_by(scene, "planned", plan.name, own.first, own.last)
    return None
