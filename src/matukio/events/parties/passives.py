"""Who does and who undergoes a passive verb, and a verb used as a noun: «na», the subject, «kwa».

«Wavuvi walikamatwa na polisi»: the police do it; «kukamatwa kwa wavuvi»: the fishermen undergo it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.clauses.suspected import suspected_to_be
from matukio.events.clauses.who_can_act import acting, can_act
from matukio.events.parties.doers import doer, with_rule
from matukio.events.parties.members import who_they_are
from matukio.events.parties.of_infinitives import BEFORE_CLAUSES
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import Agreement, NounPhrase, Oblique, Predicate, category


@rule(
    "act: passive agent",
    "Wavuvi wanne walikamatwa na polisi wa Togo.",
    "Kukamatwa kwa wavuvi wa Ghana na polisi wa Togo kumelaaniwa.",
    never="Wavuvi wanne walikamatwa mjini Lomé.",
)
def passive_agent(scene: Scene) -> Resolved:
    """Who did it stands after «na» with a passive verb, and those joined to it."""
    predicate = scene.predicate
    assert predicate is not None
    later = {
        p
        for other in scene.clauses.predicates
        if other.first > predicate.first and other.outer.relative is None and other.relative_head is None
        for p in other.subjects
    }
    number = scene.trigger.predicate
    below = [
        p
        for p in scene.clauses.predicates
        if p.governor == number and p.outer.tense == "infinitive" and p.link != "ya"  # «baada ya kukabiliana na polisi»
    ]
    if (agent := agent_of_noun(scene, predicate)) is not None:
        return scene.resolve(scene.phrases_after(agent.phrase), passive_agent.name)
    called_by_noun = predicate.outer.tense == "infinitive" and any(
        o.preposition == "kwa" and o.first == predicate.last and acting(scene.discourse, o.phrase) is not None
        for o in predicate.obliques
    )
    obliques = [*predicate.obliques, *(o for p in below if not p.verb.passive for o in p.obliques)]
    for oblique in obliques:
        follows = {p.first for p in scene.clauses.predicates if p.outer.tense == "infinitive"}
        if oblique.phrase in later or oblique.phrase.last in follows and _of_people(scene, oblique.phrase):
            continue  # «wanne waliuawa na sita kujeruhiwa»: the phrase begins the next clause
        if predicate.relative_head is None and predicate.outer.relative is None and _opens_next(scene, oblique):
            continue
        if called_by_noun and oblique.preposition == "na":
            continue  # «kukamatwa kwa wavuvi na mabaharia»
        if oblique.preposition == "na" and _is_agent(scene, predicate, oblique.first):
            found = scene.resolve(scene.phrases_after(oblique.phrase), passive_agent.name)
            if found.parties:
                return found
    if (fighters := fought_by(scene, predicate)).parties:
        return fighters
    return _suspected(scene, predicate)


@rule(
    "act: whose attack somebody fell in",
    "Wavuvi watano waliuawa katika operesheni iliyofanywa na jeshi la Togo.",
    never="Wavuvi watano waliuawa katika operesheni ya jeshi la Togo.",
)
def fought_by(scene: Scene, predicate: Predicate) -> Resolved:
    """«waliuawa katika operesheni iliyoendeshwa na polisi»: who made the attack killed them."""
    if scene.act.type != "ASSAULT":
        return NOBODY
    where = {o.phrase.first for o in predicate.obliques if o.preposition in ("katika", "kwenye", "wakati wa")}
    for other in scene.clauses.predicates:
        head = other.relative_head
        if head is None or head.first not in where or not other.verb.passive or can_act(scene.discourse, head):
            continue
        for oblique in other.obliques:
            if oblique.preposition == "na":
                return scene.resolve(scene.phrases_after(oblique.phrase), fought_by.name)
    return NOBODY


def _suspected(scene: Scene, predicate: Predicate) -> Resolved:
    """«waliuawa na wanaoshukiwa kuwa waasi wa Togo»: whom nothing names but what they are suspected to be."""
    at = predicate.last
    if at >= scene.clauses.sentence.last or scene.lower(at) != "na":
        return NOBODY
    told = suspected_to_be(scene.text, scene.clauses, at + 1)
    if told is None:
        return NOBODY
    found = scene.resolve(scene.phrases_after(told), passive_agent.name)
    return with_rule(scene, found, suspected_to_be.name, at + 1, told.last)


FORCES: Final = frozenset({"GOV", "COP", "MIL", "JUD", "REB", "UAF", "PRM"})
"""Sectors of those who arrest, shut and kill rather than undergo it with others."""


def agent_of_noun(scene: Scene, predicate: Predicate) -> Oblique | None:
    """«kukamatwa kwa wavuvi na polisi»: of two after a passive used as a noun the second does it, if it is one of those
    who do such things and the first is not of its kind."""
    if predicate.outer.tense != "infinitive" or not predicate.verb.passive:
        return None
    for one, other in zip(predicate.obliques, predicate.obliques[1:], strict=False):
        if (one.preposition, other.preposition) != ("kwa", "na") or one.first != predicate.last:
            continue
        if other.first != one.phrase.last or other.phrase.name and _ends_in_name(scene, one.phrase):
            continue  # «kukamatwa kwa wanachama nchini Togo na Ghana»
        undergoes, does = (scene.discourse.describe(o.phrase.first, o.phrase.last) for o in (one, other))
        states = all((known.link or "").startswith("cty:") for known in (undergoes, does))
        if does.sector in FORCES and (undergoes.sector != does.sector or states):
            return other  # «kuvamiwa kwa Togo na Ghana»: states do it to one another
    return None


def _ends_in_name(scene: Scene, phrase: NounPhrase) -> bool:
    return not phrase.name and bool(scene.discourse.names_in(phrase.last - 1, phrase.last))


def _opens_next(scene: Scene, oblique: Oblique) -> bool:
    """«waliuawa na watu milioni mbili na nusu walihama»: the phrase, with its number, runs into a verb of its own."""
    last = scene.phrases_after(oblique.phrase)[-1].last
    if last + 1 < scene.clauses.sentence.last and scene.lower(last) == "na" and category(scene.text, last + 1) == "Q":
        last += 2
    several = scene.lower(oblique.phrase.head) in THRONGS
    while several and last < scene.clauses.sentence.last and category(scene.text, last) in "ADR":
        last += 1  # «waliuawa na maelfu wengine walihama»
    verb = next((p for p in scene.clauses.predicates if p.first == last), None)
    if verb is None or not verb.outer.finite or verb.outer.relative is not None or verb.outer.subject is None:
        return False
    tense = verb.outer.tense not in ("situational", "consecutive", "subjunctive")
    agrees = bool(verb.outer.subject.classes & (oblique.phrase.classes | ({2} if several else set())))
    return tense and agrees and not oblique.phrase.name


THRONGS: Final = frozenset("darzeni kadhaa maelfu makumi malaki mamia mamilioni".split())
"""Numbers of people, who agree with a verb as people do: «maelfu walihama»."""


def _of_people(scene: Scene, phrase: NounPhrase) -> bool:
    """«sita», «maelfu», «wengine»: people without an office, who rather undergo the next verb than do this one."""
    return scene.discourse.describe(phrase.first, phrase.last).sector in (None, "CVL")


def _is_agent(scene: Scene, predicate: Predicate, index: int) -> bool:
    """«na» after a passive verb, with at most its phrase's other words or a time between."""
    helped = [p for p in scene.clauses.predicates if p.link == "kwa" and predicate.last <= p.first < index]
    if helped and any(n.end == scene.text.ends[index - 1] for n in scene.discourse.names_in(helped[-1].last, index)):
        return False  # «ilishutumiwa kwa kuwasaidia Mbando na Mensah»: both of them were helped
    between = [i for i in range(predicate.last, index) if i not in scene.time_words and i >= scene.trigger.last]
    if any(scene.lower(i) == "ni" for i in between):
        return False  # «waliokamatwa ni Juma Moussa na Koffi Mensah»
    if [scene.lower(i) for i in between[:3]] == ["kwa", "mara", "ya"]:
        between = between[4:]  # «ulipigwa marufuku kwa mara ya kwanza na rais»
    infinitives = any(category(scene.text, i) == "I" for i in between)  # «alizuiliwa kuingia mjini na korti»
    return len(between) <= (6 if infinitives else 3) and not any(category(scene.text, i) == "V" for i in between)


@rule(
    "act: undergoer of a passive",
    "Wavuvi wanne walikamatwa na polisi wa Togo.",
    never="Polisi wa Togo waliwakamata wavuvi wanne.",
)
def undergoer(scene: Scene) -> Resolved:
    """The subject of a passive verb fills the slot of the active verb's object."""
    number, predicate = scene.trigger.predicate, scene.predicate
    assert number is not None and predicate is not None
    if is_taken_up(scene):
        return NOBODY
    if (named := who_they_are(scene, predicate)).parties:
        return named
    found = doer(scene, number)
    found = found if found.parties else counted_people(scene, predicate)
    return with_rule(scene, found, "act: undergoer of a passive", predicate.first, predicate.last)


def is_taken_up(scene: Scene) -> bool:
    """«kukamatwa huko», «kukamatwa kwao» take up an arrest told before; «kukamatwa huko Lomé» says where."""
    predicate, at = scene.predicate, scene.trigger.last
    if predicate is None or predicate.outer.tense != "infinitive" or not scene.passive:
        return False
    if scene.lower(at) in ("kwake", "kwao"):
        return not predicate.link
    if scene.lower(at) != "huko":
        return False
    return at + 1 >= scene.clauses.sentence.last or not any(p.first == at + 1 for p in scene.clauses.phrases)


@rule(
    "act: undergoer beside the object of a passive",
    "Waziri wa Togo amefunguliwa mashtaka ya ufisadi.",
    never="Mashtaka dhidi ya waziri wa Togo yalifunguliwa na Ghana.",
)
def beside_object(scene: Scene) -> Resolved:
    """«amefunguliwa mashtaka»: a passive that keeps its noun as an object is an applicative's, «wamemfungulia»; its
    subject is against whom it is done."""
    predicate, phrase = scene.predicate, scene.trigger.word
    if not scene.passive or not scene.act.rest or predicate is None or "object" in scene.act.roles:
        return NOBODY
    if "recipient" not in scene.act.roles.values() or any(p.first <= phrase < p.last for p in predicate.subjects):
        return NOBODY
    if not any(p.head == phrase for p in predicate.objects):
        return NOBODY
    above = scene.clauses.predicates[predicate.governor] if predicate.governor is not None else None
    if predicate.outer.tense == "infinitive" and (above is None or not above.verb.passive):
        return NOBODY  # «zimesimamisha kutolewa chanjo»; but «amekamatwa na kufunguliwa mashtaka»
    return with_rule(scene, undergoer(scene), beside_object.name, predicate.first, predicate.last)


@rule(
    "act: people told by their number",
    "Maandamano yamefanyika nchini Togo, na zaidi ya 200 wamekamatwa.",
    never="Maandamano yamefanyika nchini Togo, na polisi wamekamatwa.",
)
def counted_people(scene: Scene, predicate: Predicate) -> Resolved:
    """«zaidi ya 200 wamekamatwa»: a bare number with a prefix of people counts people."""
    agreement = predicate.outer.subject
    if agreement is None or agreement.classes != {2} or len(predicate.subjects) != 1:
        return NOBODY
    phrase = predicate.subjects[0]
    if category(scene.text, phrase.head) != "Q" or phrase.first in scene.time_words:
        return NOBODY
    more = (scene.lower(phrase.first - 2), scene.lower(phrase.first - 1)) == ("zaidi", "ya")
    party = scene.discourse.party(phrase.first, phrase.last)
    span = scene.text.span(phrase.first - 2 if more else phrase.first, phrase.last)
    told = replace(party, text=span.text, start=span.start, country=party.country or scene.discourse.home, sector="CVL")
    return Resolved((told,), (scene.evidence(counted_people.name, phrase.first, phrase.last),))


def _has_subject(scene: Scene, predicate: Predicate) -> bool:
    """«baada ya Togo kujiondoa kwa muungano huo»: who does it stands before the infinitive."""
    phrase = next((p for p in scene.clauses.phrases if p.last == predicate.first), None)
    if phrase is None or phrase.first in scene.time_words or not can_act(scene.discourse, phrase):
        return False
    if any(phrase in other.objects or phrase in other.subjects for other in scene.clauses.predicates):
        return False
    before = next((o for o in scene.clauses.obliques if o.phrase == phrase), None)
    if before is not None and before.preposition == "kwa":
        return phrase.name  # «alithibitisha kwa wanahabari kujiuzulu kwa waziri»
    return before is None or before.preposition in BEFORE_CLAUSES


POSSESSED: Final = {"kwake": frozenset({1, 9}), "kwao": frozenset({2})}
"""«kukamatwa kwake»: whose the verb used as a noun is."""


def _shared(scene: Scene, predicate: Predicate) -> tuple[Oblique, ...]:
    """«kukamatwa na kurejeshwa Togo kwa Juma»: whom the second of two passives has after «kwa», the first has too."""
    number = scene.trigger.predicate
    if number is None or not scene.passive or number + 1 >= len(scene.clauses.predicates):
        return ()
    other = scene.clauses.predicates[number + 1]
    joined = other.governor == number and other.link == "na" and other.first <= predicate.last + 1
    if not (joined and other.verb.passive and other.outer.tense == "infinitive"):
        return ()
    return tuple(
        [o for o in scene.clauses.obliques if o.preposition == "kwa" and other.last <= o.first <= other.last + 1]
    )


@rule(
    "act: infinitive with kwa",
    "Kukamatwa kwa mwanahabari huyo kumelaaniwa na Ghana.",
    "Kujiuzulu kwa Waziri Mkuu wa Togo kumetangazwa.",
    "Togo imelaani kukamatwa na kuteswa kwa wavuvi.",
    never="Waziri Mkuu wa Togo amejiuzulu.",
)
def called_after_kwa(scene: Scene) -> Resolved:
    """A verb used as a noun has who undergoes it, or does it if it has no object, after «kwa»."""
    predicate = scene.predicate
    assert predicate is not None
    if predicate.outer.tense != "infinitive":
        return NOBODY
    if not predicate.verb.passive and _has_subject(scene, predicate):
        return NOBODY
    for oblique in (*predicate.obliques, *_shared(scene, predicate)):
        follows = oblique.first == predicate.last or scene.passive  # «kuwasilisha ombi kwa X» is no «kuwasilisha kwa X»
        near = oblique.first <= scene.trigger.last or oblique not in predicate.obliques
        if oblique.preposition == "kwa" and near and follows:
            if acting(scene.discourse, oblique.phrase) is None:
                return NOBODY  # «kuungwa mkono kwa nguvu zote na wapiga kura»
            agent = agent_of_noun(scene, predicate)
            told = [p for p in scene.phrases_after(oblique.phrase) if agent is None or p.first < agent.first]
            return scene.resolve(told, called_after_kwa.name)
    at = scene.trigger.last
    if at < scene.clauses.sentence.last and (classes := POSSESSED.get(scene.lower(at))) is not None:
        found = scene.discourse.taken_up(Agreement("", 3, classes), scene.trigger.sentence, predicate.first)
        return with_rule(scene, found, called_after_kwa.name, at, at + 1)
    return NOBODY
