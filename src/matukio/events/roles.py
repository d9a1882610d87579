"""Who did it and to whom: for each slot of an act's frame the rule that fills it from the clause.

«Wanajeshi waliouawa na waasi»: «uawa» is the passive of «ua», so the soldiers fill the slot of its object and the
rebels, after «na», that of its subject.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.claims.attribution import sources_at
from matukio.events.acts import acts
from matukio.events.scene import NOBODY, Scene, SlotRule, acting, complement
from matukio.record import Evidence, Party
from matukio.references import Discourse, Resolved
from matukio.rules import rule
from matukio.swahili import NounPhrase, Predicate, category
from matukio.swahili.extensions import entries
from matukio.tables import read_table


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of an act, with the rules that found them; `slots` holds each slot that was looked at."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    evidence: dict[str, tuple[Evidence, ...]]
    slots: dict[str, Resolved]


@dataclass(frozen=True, slots=True)
class LightVerb:
    verb: str
    kind: str
    example: str


@cache
def light_verbs() -> dict[str, frozenset[str]]:
    """Stem → «doer», «happen» or both (see light_verbs.tsv)."""
    found: dict[str, set[str]] = {}
    for row in read_table(files(__package__) / "light_verbs.tsv", LightVerb):
        found.setdefault(row.verb, set()).add(row.kind)
    return {verb: frozenset(kinds) for verb, kinds in found.items()}


def roles_of(scene: Scene) -> Roles:
    """Fill the slots that the act gives a role, each by its first rule that finds somebody."""
    found: dict[str, list[Party]] = {"actor": [], "recipient": []}
    evidence: dict[str, list[Evidence]] = {"actor": [], "recipient": []}
    slots: dict[str, Resolved] = {}
    wanted = dict(scene.act.roles)
    wanted.setdefault("subject", "") if scene.trigger.verb else None
    wanted.setdefault("object", "") if scene.trigger.verb else None
    if "reciprocal" in scene.dropped:
        wanted["na"] = wanted.get("subject", "actor")
    for slot, role in wanted.items():
        resolved = slots[slot] = _fill(scene, slot)
        if role not in found:
            continue
        for party in resolved.parties:
            if not any(_same(party, other) for parties in found.values() for other in parties):
                found[role].append(party)
        evidence[role] += resolved.evidence
    if not scene.trigger.verb and not found["actor"] and (doer := _doer_of_noun(scene)).parties:
        found["actor"] += [p for p in doer.parties if not any(_same(p, other) for other in found["recipient"])]
        evidence["actor"] += doer.evidence
        slots["doer"] = doer
    return Roles(
        tuple(found["actor"]),
        tuple(found["recipient"]),
        {"actors": tuple(evidence["actor"]), "recipients": tuple(evidence["recipient"])},
        slots,
    )


def _same(party: Party, other: Party) -> bool:
    return party.start < other.end and other.start < party.end


def _fill(scene: Scene, slot: str) -> Resolved:
    rules: tuple[SlotRule, ...]
    if slot == "subject" and scene.trigger.verb:
        rules = (passive_agent,) if scene.passive else (called_after_kwa, accused_does, subject)
    elif slot == "object" and scene.trigger.verb:
        rules = (called_after_kwa, undergoer) if scene.passive else (relative_object, direct_object, object_prefix)
    else:
        rules = OTHER_SLOTS.get(slot, ())
    return next((resolved for each in rules if (resolved := each(scene)).parties), NOBODY)


def doer(scene: Scene, number: int, depth: int = 0) -> Resolved:
    """Who the subject of predicate `number` is: of an infinitive its governor's subject, or the object told to act."""
    predicate = scene.clauses.predicates[number]
    governor = predicate.governor
    if predicate.outer.tense != "infinitive" or governor is None or depth > 4:
        if predicate.subjects:
            return scene.resolve(predicate.subjects)
        agreement = predicate.outer.subject
        if agreement is not None and agreement.person == 1:
            return quoted_speaker(scene, predicate)
        return scene.discourse.subject(scene.trigger.sentence, predicate)
    above = scene.clauses.predicates[governor]
    if _controls_by_object(predicate, above):
        objects = scene.resolve(scene.phrases_after(above.objects[0])) if above.objects else NOBODY
        if objects.parties:
            return objects
        if above.verb.object is not None:
            return NOBODY
    return doer(scene, governor, depth + 1)


@rule(
    "act: speaker of a quotation",
    "“Tunaishutumu Togo,” alisema Rais wa Ghana.",
    never="Rais wa Ghana alisema kwamba Togo imelaaniwa.",
)
def quoted_speaker(scene: Scene, predicate: Predicate) -> Resolved:
    """«nimejiuzulu», «tunalaani»: in somebody's words the first person is the speaker."""
    start, end = scene.text.starts[predicate.first], scene.text.ends[predicate.last - 1]
    speakers, _, _ = sources_at(scene.claims, start, end)
    return Resolved(speakers, (Evidence(quoted_speaker.name, start, end),)) if speakers else NOBODY


def _controls_by_object(infinitive: Predicate, governor: Predicate) -> bool:
    """«wameishtumu Pyongyang kwa kuipatia», «aliwaruhusu askari kuingia»: the governor's object does it."""
    if governor.verb.passive:
        return False
    if infinitive.link == "kwa":
        return any(sense.type == "ACCUSE" for stem in governor.verb.chain for sense in acts().get((stem, True), ()))
    entry = entries().get(governor.verb.stem)
    takes = entry is not None and {"object", "infinitive"} <= set(entry.frame)
    return takes and infinitive.link == "" and governor.verb.object is not None


@rule(
    "act: subject",
    "Jeshi la Chad limewashambulia waasi.",
    "Rais wa Ghana alianza kuwakosoa wapinzani.",
    never="Waasi walishambuliwa.",
)
def subject(scene: Scene) -> Resolved:
    """The phrase that the verb agrees with, or whom its prefix or its governor takes up."""
    number, predicate = scene.trigger.predicate, scene.predicate
    assert number is not None and predicate is not None
    found = doer(scene, number)
    return _with_rule(scene, found, "act: subject", predicate.first, predicate.last)


def _with_rule(scene: Scene, found: Resolved, name: str, first: int, last: int) -> Resolved:
    if not found.parties:
        return NOBODY
    here = Evidence(name, scene.text.starts[first], scene.text.ends[last - 1])
    return Resolved(found.parties, (*found.evidence, here))


@rule(
    "act: accused or ordered party does it",
    "Maafisa wa Ghana wameishutumu Togo kwa kuwaua wavuvi.",
    never="Ghana imeishutumu Togo. Jeshi liliwaua wavuvi.",
)
def accused_does(scene: Scene) -> Resolved:
    """An infinitive after «kwa» under an accusation is the deed of the accused."""
    number, predicate = scene.trigger.predicate, scene.predicate
    assert number is not None and predicate is not None
    if predicate.governor is None or predicate.outer.tense != "infinitive":
        return NOBODY
    above = scene.clauses.predicates[predicate.governor]
    if not _controls_by_object(predicate, above):
        return NOBODY
    return _with_rule(scene, doer(scene, number), accused_does.name, above.first, above.last)


@rule(
    "act: passive agent",
    "Wavuvi wanne walikamatwa na polisi wa Togo.",
    never="Wavuvi wanne walikamatwa mjini Lomé.",
)
def passive_agent(scene: Scene) -> Resolved:
    """Who did it stands after «na» with a passive verb, and those joined to it."""
    predicate = scene.predicate
    assert predicate is not None
    for oblique in predicate.obliques:
        if oblique.preposition == "na" and _is_agent(scene, predicate, oblique.first):
            found = scene.resolve(scene.phrases_after(oblique.phrase), passive_agent.name)
            if found.parties:
                return found
    return NOBODY


def _is_agent(scene: Scene, predicate: Predicate, index: int) -> bool:
    """«na» after a passive verb, with at most its phrase's other words or a time between."""
    between = [i for i in range(predicate.last, index) if i not in scene.time_words and i >= scene.trigger.last]
    return len(between) <= 3 and not any(category(scene.text, i) == "V" for i in between)


@rule(
    "act: undergoer of a passive",
    "Wavuvi wanne walikamatwa na polisi wa Togo.",
    never="Polisi wa Togo waliwakamata wavuvi wanne.",
)
def undergoer(scene: Scene) -> Resolved:
    """The subject of a passive verb fills the slot of the active verb's object."""
    number, predicate = scene.trigger.predicate, scene.predicate
    assert number is not None and predicate is not None
    return _with_rule(scene, doer(scene, number), "act: undergoer of a passive", predicate.first, predicate.last)


@rule(
    "act: infinitive with kwa",
    "Kukamatwa kwa mwanahabari huyo kumelaaniwa na Ghana.",
    "Kujiuzulu kwa Waziri Mkuu wa Togo kumetangazwa.",
    never="Waziri Mkuu wa Togo amejiuzulu.",
)
def called_after_kwa(scene: Scene) -> Resolved:
    """A verb used as a noun has who undergoes it, or does it if it has no object, after «kwa»."""
    predicate = scene.predicate
    assert predicate is not None
    if predicate.outer.tense != "infinitive":
        return NOBODY
    for oblique in predicate.obliques:
        if oblique.preposition == "kwa" and oblique.first <= scene.trigger.last:
            return scene.resolve(scene.phrases_after(oblique.phrase), called_after_kwa.name)
    return NOBODY


@rule(
    "act: head of a relative clause",
    "Wavuvi ambao polisi waliwakamata ni raia wa Togo.",
    never="Wavuvi waliowashambulia polisi ni raia wa Togo.",
)
def relative_object(scene: Scene) -> Resolved:
    """The head of a relative clause that is not its subject is its object."""
    predicate = scene.predicate
    assert predicate is not None
    head = predicate.relative_head
    if head is None or predicate.subject_is_head:
        return NOBODY
    return scene.resolve((head,), relative_object.name)


@rule(
    "act: object",
    "Jeshi la Chad limewashambulia waasi.",
    "Ghana imeilaani hatua ya Togo.",
    never="Waasi walishambuliwa na jeshi.",
)
def direct_object(scene: Scene) -> Resolved:
    """The phrase after the verb, or the party in its complement, with those joined to it."""
    predicate = scene.predicate
    assert predicate is not None
    for phrase in predicate.objects:
        if phrase.first in scene.time_words or scene.trigger.first < phrase.first < scene.trigger.last:
            continue
        marker = predicate.verb.object
        if marker is not None and marker.classes and not phrase.name and not marker.classes & phrase.classes:
            continue
        found = scene.resolve(scene.phrases_after(phrase), direct_object.name)
        if found.parties:
            return found
        break
    return NOBODY


@rule(
    "act: object prefix",
    "Wavuvi walirushia polisi mawe. Polisi wa Togo waliwakamata.",
    never="Polisi wa Togo walikamata wavuvi.",
)
def object_prefix(scene: Scene) -> Resolved:
    """Without an object phrase the object prefix takes up somebody told before."""
    predicate = scene.predicate
    assert predicate is not None
    marker = predicate.verb.object
    if marker is None or marker.person != 3:
        return NOBODY
    found = scene.discourse.taken_up(marker, scene.trigger.sentence, predicate.first)
    doers = {(p.start, p.end) for p in subject(scene).parties}
    parties = tuple(p for p in found.parties if (p.start, p.end) not in doers)
    return _with_rule(scene, Resolved(parties, found.evidence), object_prefix.name, predicate.first, predicate.last)


@rule("act: second object", "Ghana imeipatia Togo boti.", never="Ghana imeisaidia Togo.")
def second_object(scene: Scene) -> Resolved:
    """What is given, after the one who receives it."""
    predicate = scene.predicate
    if predicate is None or len(predicate.objects) < 2:
        return NOBODY
    return scene.resolve(predicate.objects[1:2], second_object.name)


@rule(
    "act: party after na",
    "Rais wa Ghana amekutana na Rais wa Togo.",
    "Mazungumzo na waasi yameanza mjini Lomé.",
    never="Rais wa Ghana alikamatwa na polisi.",
)
def party_after_na(scene: Scene) -> Resolved:
    """The other side of a meeting, a fight or an agreement."""
    if scene.passive:
        return NOBODY
    return _after(scene, ("na", "pamoja na", "kwa kushirikiana na"), party_after_na.name)


@rule("act: party after kwa", "Umoja wa Afrika umetoa wito kwa Togo.", never="Rais alisafiri kwa ndege.")
def party_after_kwa(scene: Scene) -> Resolved:
    """Whom a call, a gift or an apology is meant for."""
    return _after(scene, ("kwa",), party_after_kwa.name, known=True)


@rule("act: party after dhidi ya", "Chad imefanya shambulizi dhidi ya waasi.", never="Chad ilishindwa na Togo.")
def party_after_dhidi(scene: Scene) -> Resolved:
    """Whom it is aimed at."""
    return _after(scene, ("dhidi ya",), party_after_dhidi.name)


@rule("act: party after kutoka", "Msaada kutoka Ghana umewasili nchini Togo.", never="Rais aliwasili nchini Togo.")
def party_after_kutoka(scene: Scene) -> Resolved:
    """Where a gift, a call or what is left comes from."""
    return _after(scene, ("kutoka", "kutoka kwa", "toka"), party_after_kutoka.name, known=True)


@rule("act: party after kuhusu", "Kundi hilo linasambaza uongo kuhusu serikali ya Togo.", never="Rais alizungumza.")
def party_after_kuhusu(scene: Scene) -> Resolved:
    """Whom it is about."""
    return _after(scene, ("kuhusu", "juu ya"), party_after_kuhusu.name, known=True)


def _after(scene: Scene, prepositions: tuple[str, ...], by: str, known: bool = False) -> Resolved:
    """The parties after one of the prepositions; with `known` only those with a country or sector of their own."""
    for oblique in scene.obliques():
        if oblique.preposition not in prepositions:
            continue
        found = scene.resolve(scene.phrases_after(oblique.phrase), by)
        if known and not any(p.country or p.sector for p in found.parties):
            continue
        if found.parties:
            return found
    return NOBODY


@rule(
    "act: sides after kati ya",
    "Mazungumzo kati ya Ghana na Togo yameanza.",
    "Mapigano baina ya jeshi na waasi yameendelea.",
    never="Rais wa Ghana yuko katikati ya mji.",
)
def sides(scene: Scene) -> Resolved:
    """Both sides of «kati ya A na B»."""
    return _after(scene, ("kati ya", "baina ya"), sides.name)


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
        phrase = next((p for p in heads if p.first not in scene.time_words), None)
    else:
        phrase = scene.trigger.phrase
    if phrase is None:
        return NOBODY
    found = complement(scene, phrase)
    return NOBODY if found is None else scene.resolve(scene.phrases_after(found), complement_party.name)


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
            return scene.resolve((place,), destination.name)
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


OTHER_SLOTS: dict[str, tuple[SlotRule, ...]] = {
    "object2": (second_object,),
    "na": (party_after_na,),
    "kwa": (party_after_kwa,),
    "dhidi": (party_after_dhidi,),
    "kutoka": (party_after_kutoka,),
    "kuhusu": (party_after_kuhusu,),
    "kati": (sides,),
    "of": (complement_party,),
    "at": (destination,),
}


def _doer_of_noun(scene: Scene) -> Resolved:
    return next((r for each in (light_verb, possessor) if (r := each(scene)).parties), NOBODY)


@rule(
    "act: subject of a light verb",
    "Wanafunzi wa Togo wamefanya maandamano.",
    "Shambulizi lililofanywa na waasi limelaaniwa.",
    never="Wanafunzi wa Togo wamelaani maandamano.",
)
def light_verb(scene: Scene) -> Resolved:
    """The doer of «fanya», «toa», «anzisha» is the doer of their noun; in the passive it stands after «na»."""
    for number, predicate in enumerate(scene.clauses.predicates):
        kinds = frozenset[str]().union(*(light_verbs().get(stem, frozenset()) for stem in predicate.verb.chain))
        if "doer" not in kinds:
            continue
        head = scene.trigger.word
        of_noun = number == scene.trigger.predicate
        if predicate.verb.passive:
            mine = of_noun and scene.trigger.slot == "subject" or _relative_to(predicate, scene)
            agent = next((o for o in predicate.obliques if o.preposition == "na"), None)
            if mine and agent is not None:
                return scene.resolve(scene.phrases_after(agent.phrase), light_verb.name)
        elif of_noun and scene.trigger.slot in ("object", "na") and head > predicate.first:
            return _with_rule(
                scene, doer(scene, number), "act: subject of a light verb", predicate.first, predicate.last
            )
    return NOBODY


def _relative_to(predicate: Predicate, scene: Scene) -> bool:
    head = predicate.relative_head
    return head is not None and head.first <= scene.trigger.word < head.last and predicate.first > scene.trigger.word


@rule(
    "act: possessor",
    "Rais wa Ghana amewasili Lomé katika ziara yake ya kwanza.",
    never="Rais wa Ghana amewasili Lomé katika ziara ya kwanza.",
)
def possessor(scene: Scene) -> Resolved:
    """«ziara yake», «mashambulizi yao»: whoever is the subject of the clause, if it can be the possessor."""
    phrase = scene.trigger.phrase
    if phrase is None or scene.trigger.predicate is None:
        return NOBODY
    for index in range(phrase.head + 1, phrase.last):
        word = scene.lower(index)
        if word.endswith(("ake", "ao")) and category(scene.text, index) in "AR":
            found = doer(scene, scene.trigger.predicate)
            return _with_rule(scene, found, "act: possessor", index, index + 1)
        if category(scene.text, index) == "C":
            break
    return NOBODY


__all__ = ["Roles", "acting", "doer", "light_verbs", "roles_of"]
