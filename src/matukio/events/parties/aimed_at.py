"""Whom attacks, force and protests are aimed at, where another verb or the place says so.

«walitumia mabomu ya machozi kuwatawanya X», «shambulizi katika ubalozi wa X», «maandamano ya kuipinga X».
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.obliques import obliques_of_relative
from matukio.events.clauses.scene import NOBODY, Scene, complement
from matukio.events.clauses.who_can_act import can_act
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Predicate

CAUSING: Final = frozenset(["sababisha", "pelekea", "leta"])


DEATHS: Final = frozenset(["vifo", "kifo"])


@rule(
    "act: deaths that it caused",
    "Waasi walishambulia kambi na kusababisha vifo vya wanajeshi 50 wa Togo.",
    never="Waasi walishambulia kambi.",
)
def deaths_caused(scene: Scene) -> Resolved:
    """Who died of it: «… na kusababisha vifo vya watu 50»."""
    for predicate in scene.clauses.predicates:
        if predicate.first < scene.trigger.first or CAUSING.isdisjoint(predicate.verb.chain):
            continue
        for phrase in predicate.objects:
            if scene.lower(phrase.head) in DEATHS and (dead := complement(scene, phrase)) is not None:
                return scene.resolve(scene.phrases_after(dead), deaths_caused.name)
    return NOBODY


HITTING: Final = frozenset("ua jeruhi piga lenga haribu lipua".split())


@rule(
    "act: whom what is fired hits",
    "Waasi walirusha makombora yaliyowaua wanajeshi watano wa Togo.",
    never="Waasi walirusha makombora yaliyoanguka baharini.",
)
def struck(scene: Scene) -> Resolved:
    """«walirusha makombora yaliyowaua X»: whom the relative clause of the weapon says that it hit."""
    if not scene.trigger.verb or not scene.act.rest:
        return NOBODY
    for later in scene.clauses.predicates:
        head = later.relative_head
        if head is None or not scene.trigger.first < head.head < scene.trigger.last or later.first > scene.trigger.last:
            continue
        if HITTING.isdisjoint(later.verb.chain) or later.verb.passive:
            continue
        for told in later.objects:
            owner = told if can_act(scene.discourse, told) else complement(scene, told)
            if owner is not None:
                return scene.resolve(scene.phrases_after(owner), struck.name)
    return NOBODY


AGAINST: Final = frozenset("tawanya zuia dhibiti lazimisha fukuza kabili".split())


@rule(
    "act: against whom force is used",
    "Polisi wa Togo walitumia mabomu ya machozi kuwatawanya waandamanaji.",
    "Polisi wa Togo waliwakimbiza waandamanaji na kutumia mabomu ya machozi.",
    never="Polisi wa Togo walitumia mabomu ya machozi mjini Lomé.",
)
def dispersed(scene: Scene) -> Resolved:
    """Force told by its means is used on whom it should drive off: «walitumia mabomu ya machozi kuwatawanya X»."""
    predicate = scene.predicate
    means = bool(scene.act.rest) if scene.trigger.verb else scene.trigger.slot == "object"
    if not means or predicate is None:
        return NOBODY
    for oblique in predicate.obliques:
        if oblique.preposition != "kwa" or not can_act(scene.discourse, oblique.phrase):
            continue  # «kwa msaada wa Togo»
        if any(p.sector for p in scene.resolve([oblique.phrase]).parties):
            return scene.resolve(scene.phrases_after(oblique.phrase), dispersed.name)
    if (handled := _handled_before(scene, predicate)).parties:
        return handled
    for later in scene.clauses.predicates:
        if later.first < scene.trigger.last:
            continue
        if later.outer.tense not in ("infinitive", "situational"):
            return NOBODY
        if not AGAINST.isdisjoint(later.verb.chain) and later.objects and not later.verb.passive:
            return scene.resolve(scene.phrases_after(later.objects[0]), dispersed.name)
    return NOBODY


def _handled_before(scene: Scene, predicate: Predicate) -> Resolved:
    """«waliwakimbiza waandamanaji na kutumia gesi»: the people with whom the verb before «na» deals."""
    number = scene.trigger.predicate
    if not number or scene.lower(predicate.first - 1) != "na":
        return NOBODY
    before = scene.clauses.predicates[number - 1]
    told = [p for p in before.objects if p.last == predicate.first - 1]
    if before.verb.passive or before.verb.object is None or predicate.subjects not in ((), before.subjects):
        return NOBODY
    return scene.resolve(told, dispersed.name)


@rule(
    "act: whose site is attacked",
    "Shambulizi katika ubalozi wa Ghana mjini Lomé limelaaniwa.",
    "Shambulizi lililofanywa na waasi kwenye bomba la mafuta la Togo limelaaniwa.",
    never="Shambulizi katika soko la Lomé limelaaniwa.",
)
def owner_of_site(scene: Scene) -> Resolved:
    """«shambulizi kwenye kambi ya jeshi la X»: whose the camp, the embassy, the plant is."""
    of_verb = scene.predicate.obliques if scene.predicate is not None and scene.trigger.slot == "subject" else ()
    for oblique in (*scene.obliques(), *obliques_of_relative(scene), *of_verb):
        if oblique.sense == "at" and scene.lower(oblique.phrase.head) in OWNED_SITES:
            owner = complement(scene, oblique.phrase)
            if owner is not None and not _is_town(scene, owner):
                return scene.resolve((owner,), owner_of_site.name)
    return NOBODY


def _is_town(scene: Scene, phrase: NounPhrase) -> bool:
    """«bandari ya Odesa»: a town says where it is and not whose."""
    names = scene.discourse.names_in(phrase.first, phrase.last)
    return phrase.name and any(n.type == "LOC" and not (n.link or "").startswith("cty:") for n in names)


OWNED_SITES: Final = frozenset(
    "ubalozi balozi kambi kituo vituo makao ofisi msafara misafara ghala maghala vinu kinu meli ndege gari bandari "
    "bomba mabomba bwawa kiwanda viwanda miundombinu mtambo mitambo ngome".split()
)
"""Places and things that are attacked because of whose they are."""


PROTESTING: Final = frozenset("pinga laani lalamikia lalamika kosoa shutumu shinikiza taka kataa".split())


@rule(
    "act: whom a protest opposes",
    "Maandamano ya kuipinga serikali ya Togo yamefanyika mjini Lomé.",
    "Wanafunzi wa Togo wameandamana wakiilaani serikali.",
    never="Maandamano yamefanyika mjini Lomé.",
)
def opposed(scene: Scene) -> Resolved:
    """The object of «kupinga», «wakilaani», «kumtaka» that says what a demonstration is about."""
    first, last = scene.scope()
    for predicate in scene.clauses.predicates:
        if predicate.first <= scene.trigger.word or predicate.outer.tense not in (
            "infinitive",
            "situational",
            "present",
        ):
            continue
        if predicate.first > last + 1 or PROTESTING.isdisjoint(predicate.verb.chain):
            continue
        against = [o.phrase for o in predicate.obliques if o.preposition in ("dhidi ya", "kwa")]
        for phrase in (*predicate.objects, *against):
            found = scene.resolve(scene.phrases_after(phrase), opposed.name)
            if any(p.sector not in (None, "CVL") for p in found.parties):
                return found
    return NOBODY
