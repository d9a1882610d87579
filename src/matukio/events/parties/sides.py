"""Parties that prepositions tie to an act: «na», «kwa», «dhidi ya», «kati ya», «kutoka».

«Mazungumzo kati ya Ghana na Togo» has two sides, «shambulizi dhidi ya waasi» a recipient.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import NOBODY, Scene, complement
from matukio.events.clauses.who_can_act import can_act
from matukio.events.lexicon.acts import namings
from matukio.record import Entity
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Oblique
from matukio.swahili.barred import MAIN


@rule(
    "act: party after na",
    "Rais wa Ghana amekutana na Rais wa Togo.",
    "Mazungumzo na waasi yameanza mjini Lomé.",
    "Rais wa Ghana alifikia makubaliano ya kupunguza bajeti na wabunge.",
    never="Rais wa Ghana alikamatwa na polisi.",
)
def party_after_na(scene: Scene) -> Resolved:
    """The other side of a meeting, a fight or an agreement."""
    if scene.passive:
        return NOBODY
    found = _after(scene, ("na", "pamoja na", "kwa kushirikiana na"), party_after_na.name)
    return found if found.parties else _met_before(scene) if scene.trigger.verb else _after_aim(scene)


MEETING: Final = frozenset("kutana zungumza ongea wasiliana jadiliana".split())


def _met_before(scene: Scene) -> Resolved:
    """«alikutana na Rais wa Togo na kusaini mkataba»: what goes on from a meeting is done with whom it was."""
    predicate = scene.predicate
    if predicate is not None and predicate.outer.tense == "infinitive" and predicate.link == "na":
        before = scene.clauses.predicates[predicate.governor] if predicate.governor is not None else None
        if before is not None and not MEETING.isdisjoint(before.verb.chain):
            for oblique in before.obliques:
                if oblique.preposition == "na" and oblique.phrase.last <= predicate.first:
                    return scene.resolve(scene.phrases_after(oblique.phrase), party_after_na.name)
    return _after_aim(scene)


def _after_aim(scene: Scene) -> Resolved:
    """«makubaliano ya kupunguza bajeti na wabunge»: past what is agreed and its object; what goes with a person there,
    «ya kuwaachilia wavuvi na mabaharia», is one more object."""
    noun = not scene.trigger.verb or bool(scene.act.rest)
    if not noun or scene.act.type not in ("AGREE", "CONSULT", "SUPPORT"):
        return NOBODY
    told = [scene.trigger.phrase] if scene.trigger.phrase is not None else []
    if scene.trigger.verb and scene.predicate is not None:
        told += scene.predicate.objects[:1]  # «ametia saini mkataba wa kujenga bandari na Togo»
    last = max([scene.trigger.last, *(phrase.last for phrase in told)])
    for predicate in scene.clauses.predicates:
        if predicate.outer.tense != "infinitive" or not predicate.link or not predicate.objects:
            continue
        if not scene.trigger.last <= predicate.first <= last + 1:
            continue
        first = predicate.objects[0]
        for oblique in predicate.obliques:
            other = oblique.phrase
            if oblique.preposition != "na" or oblique.first != first.last or not can_act(scene.discourse, other):
                continue
            if not other.name and can_act(scene.discourse, first):
                continue
            return scene.resolve(scene.phrases_after(other), party_after_na.name)
    return NOBODY


@rule("act: party after kwa", "Umoja wa Afrika umetoa wito kwa Togo.", never="Rais alisafiri kwa ndege.")
def party_after_kwa(scene: Scene) -> Resolved:
    """Whom a call, a gift or an apology is meant for."""
    found = _after(scene, ("kwa",), party_after_kwa.name, known=True)
    return found if found.parties else _after(scene, ("kwa ajili ya",), party_after_kwa.name, known=True)


@rule("act: party after dhidi ya", "Chad imefanya shambulizi dhidi ya waasi.", never="Chad ilishindwa na Togo.")
def party_after_dhidi(scene: Scene) -> Resolved:
    """Whom it is aimed at; after «shambulizi la Togo» it goes with the noun, not with the verb that condemns it."""
    predicate = scene.predicate
    if scene.trigger.verb and predicate is not None and predicate.objects:
        told = predicate.objects[0]
        tied = any(o.first == told.last and o.preposition == "dhidi ya" for o in predicate.obliques)
        if tied and not can_act(scene.discourse, told) and complement(scene, told) is not None:
            return NOBODY
    if _against_in_cause(scene):
        return NOBODY
    return _after(scene, ("dhidi ya",), party_after_dhidi.name)


def _against_in_cause(scene: Scene) -> bool:
    """«maandamano ya kulaani unyanyasaji wa polisi dhidi ya wavuvi»: it is the police who act against them."""
    if scene.trigger.verb or scene.act.type != "PROTEST":
        return False
    against = next((o for o in scene.obliques() if o.preposition == "dhidi ya"), None)
    between = range(scene.trigger.last, scene.trigger.last if against is None else against.first)
    told = (naming for i in between for naming in namings(scene.text.types[i]))
    return any(act.type == "ASSAULT" and not act.rest for naming in told if not naming.verb for act in naming.acts)


@rule("act: party after kutoka", "Msaada kutoka Ghana umewasili nchini Togo.", never="Rais aliwasili nchini Togo.")
def party_after_kutoka(scene: Scene) -> Resolved:
    """Where a gift, a call or what is left comes from."""
    return _after(scene, ("kutoka", "kutoka kwa", "toka"), party_after_kutoka.name, known=True)


@rule(
    "act: party asked for something",
    "Ghana imetaka maelezo kamili kutoka kwa serikali ya Togo.",
    never="Ghana imetaka maelezo kamili.",
)
def asked_of(scene: Scene) -> Resolved:
    """Whom something is asked «kutoka kwa»; what comes with a noun, «shinikizo kutoka kwa Ghana», is who asks."""
    if not scene.trigger.verb:
        return NOBODY
    for oblique in scene.obliques():
        words = scene.lower(oblique.first), scene.lower(oblique.first - 1) if oblique.first else ""
        if "kutoka" in words:
            return scene.resolve(scene.phrases_after(oblique.phrase), asked_of.name)
    return NOBODY


@rule("act: party after kuhusu", "Kundi hilo linasambaza uongo kuhusu serikali ya Togo.", never="Rais alizungumza.")
def party_after_kuhusu(scene: Scene) -> Resolved:
    """Whom it is about."""
    return _after(scene, ("kuhusu", "juu ya"), party_after_kuhusu.name, known=True)


@rule(
    "act: whom an attack is made on",
    "Waasi wamelaani mauaji na ukatili kwa raia wa Togo.",
    "Waasi wamesitisha mashambulizi kwa Togo.",
    never="Waasi walifanya mashambulizi kwa mabomu.",
)
def attacked(scene: Scene) -> Resolved:
    """«mashambulizi kwa Togo», «ukatili kwa raia»: after a noun for violence."""
    if scene.trigger.verb and scene.act.mode != "ceasefire":
        return NOBODY
    return _after(scene, ("kwa",), attacked.name, known=True)


@rule(
    "act: whom a help welcomed comes from",
    "Wakimbizi wamekaribisha msaada kutoka Ghana.",
    never="Wakimbizi wamekaribisha wageni nchini Ghana.",
)
def welcomed(scene: Scene) -> Resolved:
    """«Tunakaribisha msaada kutoka Ghana»: who gives what is welcomed or praised."""
    return _after(scene, ("kutoka", "kutoka kwa"), welcomed.name, known=True) if scene.trigger.verb else NOBODY


@rule(
    "act: whom an inquiry is about",
    "Mahakama imeanza uchunguzi juu ya Togo kuingilia uchaguzi.",
    never="Mahakama imeanza uchunguzi kuhusu kifo cha mvuvi.",
)
def investigated(scene: Scene) -> Resolved:
    """«uchunguzi juu ya X»: somebody, and not what befell somebody."""
    if scene.act.mode != "investigate":
        return NOBODY
    for oblique in scene.obliques():
        inside = oblique.preposition in ("katika", "kwenye", "ndani ya") and not oblique.phrase.name
        about = oblique.preposition in ("kuhusu", "juu ya")
        if (about or inside) and can_act(scene.discourse, oblique.phrase):  # «uchunguzi katika idara ya polisi»
            return scene.resolve(scene.phrases_after(oblique.phrase), investigated.name)
    return NOBODY


@rule(
    "act: what somebody leaves",
    "Seneta huyo wa Togo amejiondoa kwenye chama tawala.",
    "Baada ya Togo kujiondoa kwa muungano huo, ECOWAS ilikutana.",
    never="Seneta huyo wa Togo amejiondoa mapema.",
)
def left(scene: Scene) -> Resolved:
    """«kujiondoa kwenye chama», «kujiondoa katika Umoja wa Ulaya»: a body, not the place where one is."""
    if scene.act.mode != "withdraw":
        return NOBODY
    found = _after(scene, ("kwenye", "katika", "kwa", "kutoka", "kutoka kwa"), left.name, known=True)
    if not found.parties and scene.predicate is not None:  # «ilijitoa ICC»
        bodies = {scene.text.index_at(name.start) for name in scene.discourse.names if name.type == "ORG"}
        found = scene.resolve((p for p in scene.predicate.objects if p.first in bodies), left.name)
    places = {name.start for name in scene.discourse.names if name.type == "LOC"}
    return NOBODY if any(party.start in places for party in found.parties) else found


ITSELF: Final = frozenset(["wenyewe", "mwenyewe"])


def _after(scene: Scene, prepositions: tuple[str, ...], by: str, known: bool = False) -> Resolved:
    """The parties after one of the prepositions; with `known` only those with a country or sector of their own."""
    for oblique in scene.obliques():
        if _preposition(scene, oblique) not in prepositions:
            continue
        if scene.lower(oblique.phrase.first) in ITSELF:
            continue  # «vita vya wenyewe kwa wenyewe»
        if oblique.preposition == "na" and (_joins_countries(scene, oblique) or _begins_clause(scene, oblique)):
            continue
        if scene.lower(oblique.phrase.first - 1) == "sababu":
            continue  # «wanakaribisha msaada kwa sababu wao ni maskini»: a clause of its own
        found = scene.resolve(scene.phrases_after(oblique.phrase), by)
        if known and not any(p.country or p.sector for p in found.parties):
            continue
        if found.parties:
            return found
    return NOBODY


def _joins_countries(scene: Scene, oblique: Oblique) -> bool:
    """«kujadili ugomvi wa Mali na Niger»: between two countries, of which one is told with the object, «na» joins."""
    predicate = scene.predicate
    told = None if predicate is None else next((o for o in predicate.objects if o.last == oblique.first), None)
    if told is None or told.name or not oblique.phrase.name or can_act(scene.discourse, told):
        return False
    countries = (told.last - 1, oblique.phrase.first)
    return all(any(_is_country(n) for n in scene.discourse.names_in(i, i + 1)) for i in countries)


def _begins_clause(scene: Scene, oblique: Oblique) -> bool:
    """«walikutana mjini Lomé na kamati mpya itateuliwa»: the phrase is the subject of the next main verb."""
    return any(
        p.first >= oblique.phrase.last and p.subjects == (oblique.phrase,)
        for p in scene.clauses.predicates
        if p.outer.tense in MAIN and p.outer.relative is None and p.relative_head is None
    )


def _is_country(name: Entity) -> bool:
    return (name.link or "").startswith("cty:")


def _preposition(scene: Scene, oblique: Oblique) -> str:
    """«dhidi yake kutoka kwa viongozi»: «kwa» after «kutoka» is of it."""
    after = oblique.preposition == "kwa" and oblique.first > 0 and scene.lower(oblique.first - 1) in ("kutoka", "toka")
    return "kutoka kwa" if after else oblique.preposition


@rule(
    "act: sides after kati ya",
    "Mazungumzo kati ya Ghana na Togo yameanza.",
    "Mapigano baina ya jeshi na waasi yameendelea.",
    "Amesimamia mazungumzo kati ya pande mbili, Ghana na Togo.",
    never="Rais wa Ghana yuko katikati ya mji.",
)
def sides(scene: Scene) -> Resolved:
    """Both sides of «kati ya A na B», also of «kati ya wapinzani wawili A na B»."""
    for oblique in scene.obliques():
        if oblique.preposition in ("kati ya", "baina ya") and not oblique.phrase.name:
            both = _named_sides(scene, oblique.phrase)
            if len(both) > 1:
                return scene.resolve(both, sides.name)
    return _after(scene, ("kati ya", "baina ya"), sides.name)


TWO: Final = frozenset(["mbili", "wawili", "mawili"])


def _named_sides(scene: Scene, told: NounPhrase) -> list[NounPhrase]:
    """Who the two are: «kati ya wapinzani wawili A na B», «kati ya pande mbili, A na B»."""
    text = scene.text
    at = told.last + (told.last < len(text) and scene.lower(told.last) == ",")
    named = next((p for p in scene.clauses.phrases if p.first == at and p.name), None)
    if named is not None:
        return scene.phrases_after(named)
    counted = next((i for i in range(told.first, told.last) if scene.lower(i) in TWO), None)
    inside = scene.discourse.names_in(told.first, told.last)
    if counted is None or not inside:
        return []
    first, last = text.indices_at(inside[-1].start, inside[-1].end)
    if first <= counted or last != told.last:
        return []
    joined = scene.phrases_after(told)  # the last name was taken for part of the phrase: «wahasimu wawili wakuu Iran»
    return [NounPhrase(first, first, last, frozenset({9}), True), *joined[1:]]


@rule(
    "act: sides of what is signed",
    "Mkataba wa amani kati ya Ghana na Togo umetiwa saini mjini Lomé.",
    never="Mkataba wa amani umetiwa saini mjini Lomé.",
)
def sides_of_subject(scene: Scene) -> Resolved:
    """«makubaliano kati ya A na B yamesainiwa»: between whom the subject of the passive is."""
    predicate = scene.predicate
    if not scene.passive or predicate is None or scene.act.type not in ("AGREE", "CONSULT", "SUPPORT"):
        return NOBODY
    for oblique in scene.clauses.obliques:
        ends = any(p.last == oblique.first for p in predicate.subjects)
        if ends and oblique.preposition in ("kati ya", "baina ya"):
            return scene.resolve(scene.phrases_after(oblique.phrase), sides_of_subject.name)
    return NOBODY
