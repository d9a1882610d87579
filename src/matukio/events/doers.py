"""Who does it: the subject by agreement, the agent of a passive, the accused, the doer of an event noun.

«Polisi wanatuhumiwa kuwaua wavuvi»: who is suspected is who is said to have killed.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.attribution import sources_at
from matukio.events.acts import acts, namings
from matukio.events.governing import charge_before
from matukio.events.scene import NOBODY, Scene
from matukio.events.subjects import (
    before_address,
    before_amba,
    coordinated,
    is_only_where,
    not_times,
    of_a_thing,
    opening_phrase,
    own_subject,
    subject_to_come,
    thing_before,
    two_before_relative,
    who_uses,
    whose_noun,
    whose_plan,
    whose_weapon,
    with_companion,
)
from matukio.events.who_can_act import can_act
from matukio.record import Evidence
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import Predicate, category
from matukio.swahili.extensions import entries


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
        if _goes_on_from_passive(scene, number) or _goes_on_from_crowd(scene, number):
            return doer(scene, number - 1, depth + 1)
        if (both := with_companion(scene, number)).parties:
            return both
        return scene.discourse.subject(scene.trigger.sentence, predicate)
    if (before := _goes_on_from_infinitive(scene, number)) is not None:
        return doer(scene, before, depth + 1)
    above = scene.clauses.predicates[governor]
    if (convicted := _convicted_of(scene, predicate, above)).parties:
        return convicted
    if predicate.link == "kwa" and (user := who_uses(scene, predicate)).parties:
        return user
    if not predicate.verb.passive and (planner := whose_plan(scene, predicate)).parties:
        return planner
    if (own := own_subject(scene, predicate, above)).parties:
        return own
    if (predicate.verb.passive or scene.act.type == "ASSAULT") and thing_before(scene, predicate):
        return NOBODY
    if predicate.verb.passive and _is_reported(predicate, above):
        return NOBODY
    if (called := whose_noun(scene, above)).parties:
        return called
    if _controls_by_object(scene, predicate, above):
        for told in above.objects:  # «imemwekea vikwazo waziri wa Togo kwa …»
            if (objects := scene.resolve(scene.phrases_after(told))).parties:
                return objects
        if above.verb.object is not None:
            # «imefunga mpaka wake na Ghana ikiishutumu kuwasaidia waasi»
            blames = _blames(above) and above.last == predicate.first
            meant = scene.discourse.taken_up(above.verb.object, scene.trigger.sentence, above.first, above.subjects)
            return meant if blames else NOBODY
    charge = charge_before(scene, above)
    if charge is not None and charge.objects:
        return scene.resolve(scene.phrases_after(charge.objects[0]))
    return doer(scene, governor, depth + 1)


def _goes_on_from_passive(scene: Scene, number: int) -> bool:
    """«anashikiliwa na polisi akikabiliwa na mashtaka»: -ki- goes on of whom the passive before it tells, and not of
    the doer who stands nearer."""
    if number == 0 or scene.clauses.predicates[number].outer.tense != "situational":
        return False
    own, before = scene.clauses.predicates[number].outer.subject, scene.clauses.predicates[number - 1]
    if not before.verb.passive or not before.outer.finite or before.outer.relative is not None:
        return False
    other = before.outer.subject
    return own is not None and other is not None and own.classes == other.classes and own.person == other.person


CROWDS: Final = frozenset("umati kundi kikundi genge familia jamii msafara makundi vikundi magenge".split())
"""Nouns of one number that mean people: «umati uliingia mitaani wakidai»."""


def _goes_on_from_crowd(scene: Scene, number: int) -> bool:
    """«umati uliingia mitaani wakidai uchaguzi»: -ki- in the plural of people goes on of the crowd."""
    if number == 0 or scene.clauses.predicates[number].outer.tense != "situational":
        return False
    own, before = scene.clauses.predicates[number].outer.subject, scene.clauses.predicates[number - 1]
    if own is None or own.classes != {2} or not before.outer.finite or not before.subjects or before.objects:
        return False
    return scene.lower(before.subjects[-1].head) in CROWDS


def _goes_on_from_infinitive(scene: Scene, number: int) -> int | None:
    """«kutokana na rais kuzuia mikutano, kuvidhibiti vyombo vya habari na kuwakamata wapinzani»: after a comma or «na»
    the infinitives of a row have the subject that stands before the first."""
    predicate, before = scene.clauses.predicates[number], scene.clauses.predicates[number - 1] if number else None
    if before is None or before.outer.tense != "infinitive" or predicate.verb.passive or before.verb.passive:
        return None
    if scene.lower(predicate.first - 1) not in (",", "na") or not before.objects:
        return None
    if before.objects[-1].last != predicate.first - 1:
        return None
    at = number - 1
    while at > 0 and _goes_on_from_infinitive(scene, at) is not None:
        at -= 1
    return at if own_subject(scene, scene.clauses.predicates[at]).parties else None


CONVICTING: Final = frozenset("hukumu kuta tia shitaki shtaki patikana".split())
CRIMES: Final = frozenset("hatia kosa madai makosa mashitaka mashtaka shutuma tuhuma".split())


def _convicted_of(scene: Scene, predicate: Predicate, above: Predicate) -> Resolved:
    """«ilimhukumu kwa makosa ya mauaji na kuwateka nyara watoto»: what follows among the crimes is done by whom the
    court convicts."""
    listed = predicate.link == "na" and scene.act.type == "ASSAULT"
    other = above.verb.passive or (CONVICTING | PUNISHING).isdisjoint(above.verb.chain)
    if other or not (listed or predicate.link == "ya"):
        return NOBODY
    if not any(scene.lower(i) in CRIMES for i in range(above.last, predicate.first)):
        return NOBODY
    between = (p for p in scene.clauses.phrases if above.last <= p.first and p.last < predicate.first)
    convicted = next((p for p in between if can_act(scene.discourse, p)), None)
    return NOBODY if convicted is None else scene.resolve(scene.phrases_after(convicted))


REPORTING: Final = frozenset(["andika", "eleza", "kosoa", "laani", "ripoti", "sema", "thibitisha"])
"""Verbs whose subject tells or judges what befell others: «amethibitisha kukamatwa kwake», but «anahofia kukamatwa»."""


def _is_reported(predicate: Predicate, above: Predicate) -> bool:
    return predicate.link == "" and not above.verb.passive and not REPORTING.isdisjoint(above.verb.chain)


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


def _blames(predicate: Predicate) -> bool:
    senses = (sense for stem in predicate.verb.chain for sense in acts().get((stem, True), ()))
    return any(sense.type == "ACCUSE" and not sense.rest for sense in senses)


PUNISHING: Final = frozenset("adhibu fukuza fungia hukumu kamata shitaki shtaki simamisha wekea".split())
"""«amemkamata X kwa kuandamana»: it is for what X did."""


def _after_deed(scene: Scene, infinitive: Predicate) -> bool:
    """«amemfukuza waziri baada ya kuikosoa serikali»: what the punished did before."""
    at = infinitive.first - 2
    return scene.lower(at) == "baada" and MEANS.isdisjoint(infinitive.verb.chain)


MEANS: Final = frozenset("fyatua fyatulia piga rusha rushia tumia".split())


def _done_to_the_same(infinitive: Predicate, governor: Predicate) -> bool:
    """«walimfukuza kwa kumpiga mawe», «kwa kutumia nguvu»: how it is done, to the same."""
    if not MEANS.isdisjoint(infinitive.verb.chain):
        return True
    one, other = infinitive.verb.object, governor.verb.object
    return one is not None and other is not None and one.prefix == other.prefix and not infinitive.objects


PRAISING: Final = frozenset(["pongeza", "shukuru", "sifu"])


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


def _controls_by_object(scene: Scene, infinitive: Predicate, governor: Predicate) -> bool:
    """«wameishtumu Pyongyang kwa kuipatia», «alimshukuru kwa kuja», «aliwaruhusu askari kuingia»: the governor's object
    does it."""
    if governor.verb.passive:
        return False
    whom = governor.verb.object
    if infinitive.link == "ya" and whom is not None and whom.classes & {1, 2}:
        return not PUNISHING.isdisjoint(governor.verb.chain) and _after_deed(scene, infinitive)
    if infinitive.link == "kwa":
        if _blames(governor) or not PRAISING.isdisjoint(governor.verb.chain):
            return True
        return not PUNISHING.isdisjoint(governor.verb.chain) and not _done_to_the_same(infinitive, governor)
    if infinitive.link == "" and governor.verb.object is not None and _blames(governor):
        return True
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
    if not _controls_by_object(scene, predicate, above):
        return NOBODY
    return with_rule(scene, doer(scene, number), accused_does.name, above.first, above.last)
