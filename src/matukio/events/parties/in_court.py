"""Whom charges, warrants, sentences and requests concern, where another verb says so.

«X amekanusha tuhuma», «hati ya kumkamata X», «hukumu kwamba X atumikie kifungo», «kwa ombi la Y, X imetuma madaktari».
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.obliques import agent_of, relative_verb
from matukio.events.clauses.scene import NOBODY, Scene, complement
from matukio.events.clauses.who_can_act import can_act
from matukio.events.parties.doers import doer, with_rule
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import phrase_at

FACING: Final = frozenset(["kabili", "kumba", "andama"])


DENYING: Final = frozenset(["kana", "kanusha", "jitetea", "pinga", "kataa"])


@rule(
    "act: who faces an accusation",
    "Waziri wa Togo amekanusha tuhuma za ufisadi.",
    "Waziri wa Togo anakabiliana na ukosoaji kuhusu amri zake.",
    "Kesi inayomkabili waziri wa Togo imeahirishwa.",
    never="Waziri wa Togo ametoa tuhuma dhidi ya Ghana.",
)
def who_faces(scene: Scene) -> Resolved:
    """Who is «kukabiliwa na» an accusation or denies it, or whom «kesi inayomkabili» names, is whom it is against."""
    if scene.trigger.verb:
        return NOBODY
    if (facing := relative_verb(scene)) is not None and not FACING.isdisjoint(facing.verb.chain):
        told = () if facing.verb.passive else facing.objects[:1]
        return scene.resolve((p for each in told for p in scene.phrases_after(each)), who_faces.name)
    number = scene.trigger.predicate
    if number is None or scene.trigger.slot == "subject":
        return NOBODY
    predicate = scene.clauses.predicates[number]
    chain = set(predicate.verb.chain)
    faced = predicate.verb.passive or predicate.verb.stem == "kabiliana"
    if FACING & chain and faced or DENYING & chain and not predicate.verb.passive:
        return with_rule(scene, doer(scene, number), who_faces.name, predicate.first, predicate.last)
    return NOBODY


@rule(
    "act: whose request is rejected",
    "Mahakama ya Togo imetupilia mbali shauri lililofunguliwa na chama cha upinzani.",
    never="Mahakama ya Togo imetupilia mbali shauri la mauaji.",
)
def whose_request(scene: Scene) -> Resolved:
    """Who made what is rejected: the agent in the relative clause of the verb's object."""
    predicate = scene.predicate
    if predicate is None or not scene.trigger.verb:
        return NOBODY
    told = predicate.subjects if scene.passive else predicate.objects
    for later in scene.clauses.predicates:
        head = later.relative_head
        if head is None or not later.verb.passive or head not in told and head.first != scene.trigger.last:
            continue
        agent = agent_of(later)
        if agent is not None and not can_act(scene.discourse, head):
            return scene.resolve(scene.phrases_after(agent.phrase), whose_request.name)
    return NOBODY


@rule(
    "act: whom a warrant is for",
    "ICC imetoa hati ya kukamatwa kwa waziri wa Togo.",
    "ICC imetoa hati ya kumkamata waziri wa Togo.",
    never="ICC imetoa hati ya kukamatwa.",
)
def to_be_arrested(scene: Scene) -> Resolved:
    """Who is to be arrested stands after the infinitive that says what a warrant is for."""
    if scene.act.mode != "arrest":
        return NOBODY
    for later in scene.clauses.predicates:
        if later.outer.tense != "infinitive" or not scene.trigger.first <= later.first <= scene.trigger.last + 1:
            continue
        told = [o.phrase for o in later.obliques if o.preposition == "kwa" and o.first == later.last]
        own = phrase_at(scene.text, later.last, scene.clauses.sentence.last)
        told += [own] if own is not None and not later.verb.passive else []
        found = scene.resolve((p for phrase in told[:1] for p in scene.phrases_after(phrase)), to_be_arrested.name)
        if found.parties:
            return found
        marker = later.verb.object
        if marker is not None and marker.person == 3 and not told:
            found = scene.discourse.taken_up(marker, scene.trigger.sentence, later.first)
            return with_rule(scene, found, to_be_arrested.name, later.first, later.last)
    return NOBODY


SERVING: Final = frozenset(["funga", "nyonga", "pa", "tumikia"])


@rule(
    "act: who is sentenced",
    "Mahakama ya Togo ilitoa hukumu kwamba Juma Moussa atumikie kifungo cha miaka kumi.",
    "Wananchi wamekaribisha hukumu ya kifungo aliyopewa Juma Moussa.",
    never="Mahakama ya Togo ilitoa hukumu kwamba serikali ilipe fidia.",
)
def sentenced(scene: Scene) -> Resolved:
    """«hukumu kwamba X atumikie kifungo», «kifungo alichopewa X»: who has to serve it."""
    if scene.act.mode != "convict" or scene.trigger.verb and not scene.act.rest:
        return NOBODY
    for number, later in enumerate(scene.clauses.predicates):
        if later.first < scene.trigger.last or SERVING.isdisjoint(later.verb.chain):
            continue
        if later.outer.relative is not None:
            given = later.objects[:1] if later.verb.passive and "pa" in later.verb.chain else ()
            return scene.resolve((p for told in given for p in scene.phrases_after(told)), sentenced.name)
        return with_rule(scene, doer(scene, number), sentenced.name, later.first, later.last)
    return NOBODY


@rule(
    "act: against whose release an appeal is",
    "Serikali ya Togo imekata rufaa kupinga kuachiliwa kwa waziri wa zamani.",
    never="Serikali ya Togo imekata rufaa kupinga uamuzi huo.",
)
def released(scene: Scene) -> Resolved:
    """«amekata rufaa kupinga kuachiliwa kwa X»: X, whose acquittal or release is not accepted."""
    if scene.act.lemma != "kata" or "rufaa" not in scene.act.rest:
        return NOBODY
    for later in scene.clauses.predicates:
        if later.first < scene.trigger.last or later.outer.tense != "infinitive" or not later.verb.passive:
            continue
        told = [o.phrase for o in later.obliques if o.preposition == "kwa"] or list(later.objects)
        return scene.resolve((p for phrase in told[:1] for p in scene.phrases_after(phrase)), released.name)
    return NOBODY


@rule(
    "act: who acts on the request",
    "Kwa ombi la Togo, Ghana imetuma madaktari mjini Lomé.",
    "Rais wa Ghana alizuru Lomé kufuatia mwaliko wa serikali ya Togo.",
    never="Ombi la Togo limechapishwa.",
)
def at_whose_request(scene: Scene) -> Resolved:
    """Who does something «kwa ombi la X», «kufuatia mwaliko wa X» is whom X asked or invited."""
    phrase = scene.trigger.phrase
    oblique = next((o for o in scene.clauses.obliques if phrase is not None and o.phrase.head == phrase.head), None)
    if scene.trigger.verb or oblique is None or oblique.preposition not in ("kwa", "kufuatia", "kutokana na"):
        return NOBODY
    if complement(scene, oblique.phrase) is None:
        return NOBODY  # «kwa maombi» says not whose
    for number, predicate in enumerate(scene.clauses.predicates):
        opens = oblique.first <= scene.clauses.sentence.first + 1 and predicate.first > oblique.first
        if oblique in predicate.obliques or opens:
            found = doer(scene, number)
            asked = Resolved(tuple(p for p in found.parties if p.sector is not None), found.evidence)
            return with_rule(scene, asked, at_whose_request.name, predicate.first, predicate.last)
    return NOBODY
