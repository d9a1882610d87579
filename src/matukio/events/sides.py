"""Parties that prepositions and connectives tie to an act: «na», «kwa», «dhidi ya», «kati ya», «wa/ya», «nchini».

«Mazungumzo kati ya Ghana na Togo» has two sides, «shambulizi la Chad dhidi ya waasi» an actor and a recipient.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matukio.events.place_names import country_before
from matukio.events.scene import NOBODY, SETTLEMENTS, Scene, complement
from matukio.events.who_can_act import can_act
from matukio.record import Party
from matukio.references import Discourse, Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Oblique, category, phrase_at


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
    return _after(scene, ("kwa",), party_after_kwa.name, known=True)


@rule("act: party after dhidi ya", "Chad imefanya shambulizi dhidi ya waasi.", never="Chad ilishindwa na Togo.")
def party_after_dhidi(scene: Scene) -> Resolved:
    """Whom it is aimed at; after «shambulizi la Togo» it goes with the noun, not with the verb that condemns it."""
    predicate = scene.predicate
    if scene.trigger.verb and predicate is not None and predicate.objects:
        told = predicate.objects[0]
        tied = any(o.first == told.last and o.preposition == "dhidi ya" for o in predicate.obliques)
        if tied and not can_act(scene.discourse, told) and complement(scene, told) is not None:
            return NOBODY
    return _after(scene, ("dhidi ya",), party_after_dhidi.name)


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
        if oblique.preposition in ("kuhusu", "juu ya") and can_act(scene.discourse, oblique.phrase):
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
        found = scene.resolve(scene.phrases_after(oblique.phrase), by)
        if known and not any(p.country or p.sector for p in found.parties):
            continue
        if found.parties:
            return found
    return NOBODY


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
    first, last = text.index_at(inside[-1].start), text.index_at(inside[-1].end - 1) + 1
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


@rule(
    "act: complement",
    "Shambulizi la Chad limelaaniwa na Togo.",
    "Rais ametengua uteuzi wa mkuu wa polisi.",
    never="Shambulizi dhidi ya waasi limelaaniwa.",
)
def complement_party(scene: Scene) -> Resolved:
    """The party in the wa/ya complement of the noun, or of the verb's object."""
    if scene.trigger.verb:
        predicate = scene.predicate
        heads: list[NounPhrase] = []
        if predicate is not None:
            heads = list(predicate.subjects if scene.passive else predicate.objects)
            if not scene.passive and predicate.relative_head is not None and not predicate.subject_is_head:
                heads.append(predicate.relative_head)  # «kambi ya waasi ambayo jeshi liliiteka»
        phrase = next((p for p in heads if p.first not in scene.time_words), None)
    else:
        phrase = scene.trigger.phrase
        if scene.act.rest and phrase is not None and phrase.last < scene.trigger.last:  # «uungaji mkono wa Togo»
            phrase = phrase_at(scene.text, scene.trigger.last - 1, scene.clauses.sentence.last) or phrase
    if phrase is None or scene.lower(phrase.head) in SETTLEMENTS:
        return NOBODY  # «walivamia vijiji vya Sokode na Bafilo»
    found = complement(scene, phrase)
    if found is None or scene.act.lemma in CHARGES and _in_what_is_alleged(scene, phrase, found):
        return NOBODY
    return scene.resolve(scene.phrases_after(found), complement_party.name)


CHARGES: Final = frozenset("madai mashitaka mashtaka shitaka shtaka shutuma tuhuma".split())


def _in_what_is_alleged(scene: Scene, charge: NounPhrase, party: NounPhrase) -> bool:
    """«tuhuma za wizi wa fedha za wizara»: the ministry is in what is alleged, and alleges nothing."""
    return sum(category(scene.text, i) == "C" for i in range(charge.head + 1, party.first)) > 1


@rule(
    "act: whose it is",
    "Ubalozi wa Ghana mjini Lomé umefungwa.",
    "Balozi wa Ghana nchini Togo ameitwa nyumbani.",
    never="Ubalozi wa Ghana mjini Lomé ulifungwa na serikali ya Togo.",
)
def owner(scene: Scene) -> Resolved:
    """Whose the subject of a passive is, where nobody is told who did it: a state shuts its own embassy and recalls its
    own ambassador, who travels puts his own visit off."""
    predicate = scene.predicate
    if not scene.passive or predicate is None or any(o.preposition == "na" for o in predicate.obliques):
        return NOBODY
    found = complement_party(scene)
    parties = tuple(_without_place(party) for party in found.parties)
    return Resolved(parties, tuple(replace(each, rule=owner.name) for each in found.evidence))


def _without_place(party: Party) -> Party:
    """«ziara ya Waziri Moussa nchini Togo»: where he was to go is no part of his name."""
    at = party.text.find(" nchini ")
    return party if at < 0 else replace(party, text=party.text[:at], end=party.start + at)


def _beside_owner(scene: Scene) -> NounPhrase | None:
    """«Ubalozi wa Ghana mjini Lomé umefungwa»: the place told with the subject of the passive."""
    predicate = scene.predicate
    if not scene.passive or "owner" not in scene.act.roles or predicate is None or not predicate.subjects:
        return None
    first = predicate.subjects[-1].first
    for name in scene.discourse.names_in(first, predicate.first):
        at = scene.text.index_at(name.start)
        if name.type == "LOC" and scene.lower(at - 1) in ("nchini", "mjini", "jijini"):
            return NounPhrase(at, at, scene.text.index_at(name.end - 1) + 1, frozenset({9}), True)
    return None


@rule(
    "act: country or town it leads to",
    "Rais wa Ghana amefanya ziara nchini Togo.",
    "Waziri wa Ghana amewasili Lomé.",
    never="Rais wa Ghana amefanya ziara.",
)
def destination(scene: Scene) -> Resolved:
    """The country or town after «nchini», «katika», «kuelekea», or right after a verb of motion or a visit."""
    for oblique in scene.obliques():
        if oblique.sense in ("at", "towards", "until") and (place := _place(scene.discourse, oblique.phrase)):
            return scene.resolve(scene.phrases_after(place), destination.name)
        if oblique.sense == "at" and scene.lower(oblique.phrase.first) in ("humo", "hiyo", "huko", "hapo"):
            return _country_before(scene, oblique)
    if (told := _beside_owner(scene)) is not None:
        return scene.resolve((told,), destination.name)
    predicate = scene.predicate
    if scene.trigger.verb and predicate is not None:
        for phrase in predicate.objects:
            if phrase.first not in scene.time_words and (place := _place(scene.discourse, phrase)):
                return scene.resolve((place,), destination.name)
    if (
        not scene.trigger.verb
        and scene.trigger.phrase is not None
        and (name := _name_inside(scene, scene.trigger.phrase))
    ):
        return scene.resolve((name,), destination.name)
    return NOBODY


def _country_before(scene: Scene, oblique: Oblique) -> Resolved:
    """«nchini humo»: the country told last."""
    text = scene.text
    name = country_before(scene, oblique.first)
    if name is None:
        return NOBODY
    first, last = text.index_at(name.start), text.index_at(name.end - 1) + 1
    here = scene.evidence(destination.name, oblique.first, oblique.phrase.last)
    return Resolved((scene.discourse.party(first, last),), (here,))


def _place(discourse: Discourse, phrase: NounPhrase) -> NounPhrase | None:
    """The name of a place in a phrase that begins with one, or that is «mji wa Lomé»."""
    text = discourse.text
    for name in discourse.names_in(phrase.first, phrase.last):
        if name.type == "LOC":
            first, last = text.index_at(name.start), text.index_at(name.end - 1) + 1
            before = category(text, first - 1) if first > phrase.first else ""
            if phrase.name or before == "C" or before == "E" or before == "B" or before == "A":
                return NounPhrase(first, first, last, frozenset({9}), True)
    return None


def _name_inside(scene: Scene, phrase: NounPhrase) -> NounPhrase | None:
    """«ziara yake ya kwanza Togo»: a place name in the noun's phrase that no connective ties to it."""
    return next(
        (
            place
            for place in [_place(scene.discourse, phrase)]
            if place is not None and category(scene.text, place.first - 1) != "C"
        ),
        None,
    )
