"""Who does it: the subject by agreement, the agent of a passive, the accused, the doer of an event noun.

«Polisi wanatuhumiwa kuwaua wavuvi»: who is suspected is who is said to have killed.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.attribution import sources_at
from matukio.events.clauses.governing import charge_before
from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.clauses.who_can_act import can_act
from matukio.events.lexicon.acts import namings
from matukio.events.parties.control import blames, controls_by_object, convicted_of, is_reported
from matukio.events.parties.going_on import goes_on_from_crowd, goes_on_from_infinitive, goes_on_from_passive
from matukio.events.parties.of_infinitives import (
    is_only_used,
    own_subject,
    subject_to_come,
    thing_before,
    whose_noun,
    whose_plan,
    whose_words,
)
from matukio.events.parties.subjects import (
    before_address,
    before_amba,
    coordinated,
    is_only_where,
    not_times,
    of_a_thing,
    opening_phrase,
    two_before_relative,
    who_uses,
    whose_weapon,
    with_companion,
)
from matukio.record import Evidence
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import Predicate, category
from matukio.swahili.connectives import CONNECTIVES


def doer(scene: Scene, number: int, depth: int = 0) -> Resolved:
    """Who the subject of predicate `number` is: of an infinitive its governor's subject, or the object told to act."""
    predicate = scene.clauses.predicates[number]
    governor = _governor(scene, predicate)
    opens = predicate.outer.tense == "situational" and number == 0 and not predicate.subjects
    if predicate.outer.tense == "infinitive" and governor is None or opens:
        own = NOBODY if opens else own_subject(scene, predicate)
        own = own if own.parties else subject_to_come(scene, number)
        if own.parties:
            return own
    if predicate.outer.tense != "infinitive" or governor is None or depth > 4:
        if predicate.subjects and (earlier := coordinated(scene, number)) is not None:
            return doer(scene, earlier, depth + 1)
        if (denier := who_denies(scene, predicate)).parties:
            return denier
        if predicate.subjects:
            if (both := two_before_relative(scene, predicate)).parties:
                return both
            described = before_amba(scene, predicate)
            if described.parties:
                return described
            if is_only_where(scene, predicate):
                return whom_it_means(scene, number, depth)
            aged = scene.discourse.aged(predicate)
            return scene.resolve(aged or before_address(scene, predicate) or not_times(scene, predicate))
        agreement = predicate.outer.subject
        if agreement is not None and agreement.person == 1:
            return quoted_speaker(scene, predicate)
        if (own := opening_phrase(scene, predicate)).parties:
            return own
        if goes_on_from_passive(scene, number) or goes_on_from_crowd(scene, number):
            return doer(scene, number - 1, depth + 1)
        if (both := with_companion(scene, number)).parties:
            return both
        return scene.discourse.subject(scene.trigger.sentence, predicate)
    if (before := goes_on_from_infinitive(scene, number)) is not None:
        return doer(scene, before, depth + 1)
    above = scene.clauses.predicates[governor]
    if (convicted := convicted_of(scene, predicate, above)).parties:
        return convicted
    if predicate.link == "kwa" and (user := who_uses(scene, predicate)).parties:
        return user
    if is_only_used(scene, above) or _is_prevented(predicate, above) or _of_means(scene, predicate, above):
        return NOBODY
    if not predicate.verb.passive and (planner := whose_plan(scene, predicate)).parties:
        return planner
    if (own := own_subject(scene, predicate, above)).parties:
        return own
    if predicate.link == "" and (maker := whose_words(scene, predicate, above)).parties:
        return maker
    if (predicate.verb.passive or scene.act.type == "ASSAULT") and thing_before(scene, predicate):
        return NOBODY
    if predicate.verb.passive and is_reported(predicate, above):
        return NOBODY
    if (called := whose_noun(scene, above)).parties:
        return called
    if controls_by_object(scene, predicate, above):
        for told in above.objects:  # «imemwekea vikwazo waziri wa Togo kwa …»
            if (objects := scene.resolve(scene.phrases_after(told))).parties:
                return objects
        if above.verb.object is not None:
            # «imefunga mpaka wake na Ghana ikiishutumu kuwasaidia waasi»
            if not blames(above) or above.last != predicate.first:
                return NOBODY
            return scene.discourse.taken_up(above.verb.object, scene.trigger.sentence, above.first, above.subjects)
    charge = charge_before(scene, above)
    if charge is not None and charge.objects:
        return scene.resolve(scene.phrases_after(charge.objects[0]))
    return doer(scene, governor, depth + 1)


def _of_means(scene: Scene, predicate: Predicate, above: Predicate) -> bool:
    """«imepokea mbegu kupitia mpango wa kugawa chakula»: it is not who receives that gives."""
    if predicate.link not in CONNECTIVES:
        return False
    return any(o.preposition in THROUGH and o.phrase.last == predicate.last for o in above.obliques)


THROUGH: Final = frozenset(["chini ya", "kupitia", "kutokana na"])
PREVENTING: Final = frozenset("kwamisha tibua zima zuia".split())


def _is_prevented(predicate: Predicate, above: Predicate) -> bool:
    """«alizuia jaribio la kumwondoa»: whoever prevents it does not try."""
    return predicate.link in CONNECTIVES and not PREVENTING.isdisjoint(above.verb.chain)


def _governor(scene: Scene, predicate: Predicate) -> int | None:
    """The predicate that an infinitive goes on with; past a relative one of a thing: in «walishambulia mji
    unaodhibitiwa na waasi na kuua» it is the attackers who kill."""
    governor = predicate.governor
    if governor is None or predicate.outer.tense != "infinitive" or predicate.link not in ("na", "kwa"):
        return governor
    above = scene.clauses.predicates[governor]
    head = above.relative_head if above.last == predicate.first - 1 else None
    if head is not None and any(not naming.verb for naming in namings(scene.text.types[head.head])):
        return governor  # «shambulio lililolenga na kuharibu jengo»
    at = _past_copula(scene, predicate, governor)
    while at > 0 and of_a_thing(scene, scene.clauses.predicates[at]):
        at -= 1
    return at if not of_a_thing(scene, scene.clauses.predicates[at]) else governor


def _past_copula(scene: Scene, predicate: Predicate, governor: int) -> int:
    """«Togo imesema kuwakamata watu ni kosa na kuitaka Ghana …»: it is no arrest that asks, but who says so."""
    above = scene.clauses.predicates[governor]
    if above.outer.tense != "infinitive" or above.governor is None:
        return governor
    copula = any(category(scene.text, i) == "U" for i in range(above.last, predicate.first))
    return above.governor if copula else governor


def whom_it_means(scene: Scene, number: int, depth: int) -> Resolved:
    """Whose place it is, «kamanda wa polisi wa Lomé aliyefukuzwa», else the subject of the nearest earlier verb with
    the same prefix, else whom the prefix takes up."""
    predicate = scene.clauses.predicates[number]
    place = predicate.subjects[0]
    whole = next((p for p in scene.clauses.phrases if p.first < place.first < p.last and 1 in p.classes), None)
    if whole is not None:
        return scene.resolve((whole,))
    agreement = predicate.outer.subject
    assert agreement is not None
    for earlier in range(number - 1, -1, -1):
        other = scene.clauses.predicates[earlier].outer.subject
        if other is not None and other.classes == agreement.classes and depth < 4:
            return doer(scene, earlier, depth + 1)
    return scene.discourse.taken_up(agreement, scene.trigger.sentence, predicate.subjects[0].first)


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


@rule(
    "act: who denies it",
    "Togo imekanusha ripoti inayodai kuwa iliwaua wavuvi.",
    never="Togo imekanusha ripoti inayodai kuwa Ghana iliwaua wavuvi.",
)
def who_denies(scene: Scene, predicate: Predicate) -> Resolved:
    """«imekanusha ripoti inayodai kuwa i-»: a state or body that denies a report is whom it is about."""
    agreement = predicate.outer.subject
    if agreement is None or 9 not in agreement.classes or any(can_act(scene.discourse, p) for p in predicate.subjects):
        return NOBODY
    start, end = scene.text.starts[predicate.first], scene.text.ends[predicate.last - 1]
    denials = (c for c in scene.claims if c.stance == "deny" and c.content.start <= start < end <= c.content.end)
    who = next((c.speakers for c in denials if any(p.sector in STATES for p in c.speakers)), ())
    return Resolved(who, (Evidence(who_denies.name, start, end),)) if who else NOBODY


STATES: Final = frozenset(["GOV", "IGO", "MIL", "PTY", "REB"])


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
    if not found.parties and scene.act.type == "ASSAULT":
        found = whose_weapon(scene, predicate)
    return with_rule(scene, found, "act: subject", predicate.first, predicate.last)


def with_rule(scene: Scene, found: Resolved, name: str, first: int, last: int) -> Resolved:
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
    if not controls_by_object(scene, predicate, above):
        return NOBODY
    return with_rule(scene, doer(scene, number), accused_does.name, above.first, above.last)
