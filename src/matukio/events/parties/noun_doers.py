"""Who does what an event noun names: the doer of its light verb, its possessor, the one who talks with somebody.

«Wanafunzi walifanya maandamano makubwa»: the students demonstrate; «katika ziara yake» it is the subject's visit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.events.clauses.obliques import agent_of
from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.clauses.suspected import SUSPECTING
from matukio.events.clauses.who_can_act import can_act
from matukio.events.lexicon.acts import names_of
from matukio.events.parties.doers import doer, with_rule
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import Predicate, category
from matukio.tables import files, read_table


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


def doer_of_noun(scene: Scene) -> Resolved:
    """Who does what an event noun names, when its own phrase does not say so."""
    with_somebody = scene.act.roles.get("na") == "actor"
    rules = (light_verb, possessor, one_who_talks) if with_somebody else (light_verb, possessor)
    found = next((r for each in rules if (r := each(scene)).parties), NOBODY)
    if not found.parties and scene.act.type in IN_WORDS:
        found = spoken_in(scene)
    if not found.parties and scene.act.type == "ASSAULT":
        found = attackers(scene)
    return protesters(scene) if not found.parties and scene.act.type == "PROTEST" else found


IN_WORDS: Final = frozenset("ACCUSE REQUEST SUPPORT THREATEN CONCEDE".split())


@rule(
    "act: subject that says so in it",
    "Katika ukosoaji wa nadra, Umoja wa Afrika ulisema kwamba uchaguzi haukuwa huru.",
    never="Katika ukosoaji wa Togo kuna ukweli.",
)
def spoken_in(scene: Scene) -> Resolved:
    """«Katika ukosoaji wa nadra, X alisema»: an act in words that opens the sentence is the main clause's subject's."""
    first = scene.clauses.sentence.first
    if scene.lower(first) not in ("katika", "kwenye") or scene.trigger.first != first + 1:
        return NOBODY
    for number, predicate in enumerate(scene.clauses.predicates):
        if predicate.first > scene.trigger.last and predicate.outer.finite and predicate.outer.relative is None:
            return with_rule(scene, doer(scene, number), spoken_in.name, predicate.first, predicate.last)
    return NOBODY


@rule(
    "act: whom an attack comes from",
    "Burkina Faso inakumbwa na mashambulizi kutoka kwa makundi ya waasi.",
    never="Burkina Faso inakumbwa na mashambulizi kutoka Mali.",
)
def attackers(scene: Scene) -> Resolved:
    """«mashambulizi kutoka kwa X»: of people, not of a place."""
    for oblique in scene.obliques():
        before = scene.lower(oblique.first - 1) if oblique.first else ""
        if oblique.preposition == "kutoka kwa" or oblique.preposition == "kwa" and before == "kutoka":
            return scene.resolve(scene.phrases_after(oblique.phrase), attackers.name)
    return NOBODY


PROTESTERS: Final = frozenset(["mwandamanaji", "waandamanaji", "mgomaji", "wagomaji"])


@rule(
    "act: protesters told beside it",
    "Maandamano yameendelea mjini Lomé na polisi wa Togo wamewatawanya waandamanaji.",
    never="Maandamano yameendelea mjini Lomé.",
)
def protesters(scene: Scene) -> Resolved:
    """Whoever demonstrates in a demonstration: the protesters whom its sentence or the next to it names."""
    here = scene.trigger.sentence
    for number in (here, here - 1, here + 1):
        if not 0 <= number < len(scene.discourse.clauses):
            continue
        for phrase in scene.discourse.clauses[number].phrases:
            told = not PROTESTERS.isdisjoint((scene.lower(phrase.head), *names_of(scene.text.types[phrase.head])))
            if told and not scene.discourse.names_in(phrase.head + 1, phrase.head + 2):  # one of them, who is asked
                return with_rule(scene, scene.resolve((phrase,)), protesters.name, phrase.first, phrase.last)
    return NOBODY


@rule(
    "act: subject that talks with somebody",
    "Rais wa Ghana alisisitiza umuhimu wa amani katika mazungumzo na Rais wa Togo.",
    never="Rais wa Ghana alisisitiza umuhimu wa mazungumzo kati ya Togo na Chad.",
)
def one_who_talks(scene: Scene) -> Resolved:
    """In «katika mazungumzo na …» the subject of the clause is the other side."""
    phrase = scene.trigger.phrase
    oblique = next((o for o in scene.clauses.obliques if phrase is not None and o.phrase.head == phrase.head), None)
    if oblique is None or not any(o.preposition == "na" for o in scene.obliques()):
        return NOBODY
    for number, predicate in enumerate(scene.clauses.predicates):
        holds = oblique in predicate.obliques
        if holds or oblique.first <= scene.clauses.sentence.first + 1 and predicate.first > oblique.first:
            return with_rule(scene, doer(scene, number), one_who_talks.name, predicate.first, predicate.last)
    return NOBODY


@rule(
    "act: who does it with help",
    "Waasi wa Chad walitwaa mji huo kwa msaada wa Libya.",
    never="Waasi wa Chad walizungumzia msaada wa Libya.",
)
def helped(scene: Scene) -> Resolved:
    """«kwa msaada wa X»: who does what the clause tells is helped."""
    at = scene.trigger.word
    if scene.trigger.verb or [scene.lower(at + k) for k in (-1, 0, 1)] != ["kwa", "msaada", "wa"]:
        return NOBODY  # «nafasi kwa misaada ya chakula»
    for number, predicate in enumerate(scene.clauses.predicates):
        if any(o.phrase.head == scene.trigger.word for o in predicate.obliques):
            return with_rule(scene, doer(scene, number), helped.name, predicate.first, predicate.last)
    return NOBODY


@rule(
    "act: subject of a light verb",
    "Shambulizi lililofanywa na waasi wa Togo limelaaniwa.",
    "Kesi ya kupinga marufuku ya habari iliyowasilishwa na chama cha upinzani cha Togo imeanza.",
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
            # «shambulizi hilo, ambalo limelaaniwa, lilitekelezwa na waasi»
            mine = mine or any(phrase.head == head for phrase in predicate.subjects)
            agent = agent_of(predicate)
            if mine and agent is not None:
                return scene.resolve(scene.phrases_after(agent.phrase), light_verb.name)
        elif (slot := _slot(predicate, head)) and head > predicate.first:
            if slot == "na" and any(o.last <= head for o in predicate.objects):
                continue  # «alitoa ripoti kuhusiana na shutuma»
            return with_rule(
                scene, doer(scene, number), "act: subject of a light verb", predicate.first, predicate.last
            )
    return NOBODY


def _slot(predicate: Predicate, head: int) -> str:
    """Whether the noun is the predicate's object or stands after its «na»; «wamekiri kuhusika na shambulizi lililoua»
    has it as the subject of another verb as well."""
    if any(phrase.head == head for phrase in predicate.objects):
        return "object"
    return "na" if any(o.preposition == "na" and o.phrase.head == head for o in predicate.obliques) else ""


@rule(
    "act: who made what somebody faces",
    "Kampuni ya Togo inakabiliwa na kesi zilizofunguliwa na wafanyakazi wa Ghana.",
    never="Kampuni ya Togo inakabiliwa na kesi nyingi.",
)
def made_by(scene: Scene) -> Resolved:
    """«inakabiliwa na kesi zilizofunguliwa na X»: who brings the charges stands in the noun's relative clause."""
    for predicate in scene.clauses.predicates:
        if not predicate.verb.passive or not _relative_to(predicate, scene):
            continue
        agent = agent_of(predicate)
        doing = any("doer" in light_verbs().get(stem, frozenset()) for stem in predicate.verb.chain)
        if agent is not None and doing:
            return scene.resolve(scene.phrases_after(agent.phrase), made_by.name)
    return NOBODY


def _relative_to(predicate: Predicate, scene: Scene) -> bool:
    head, word = predicate.relative_head, scene.trigger.word
    if head is None and predicate.governor is not None and predicate.outer.tense == "infinitive":
        above = scene.clauses.predicates[predicate.governor]
        if not SUSPECTING.isdisjoint(above.verb.chain):  # «shambulizi linalodaiwa kufanywa na X»
            head = above.relative_head
    if head is None or predicate.first <= word:
        return False
    return head.first <= word < head.last or _past_its_aim(predicate, scene)


def _past_its_aim(predicate: Predicate, scene: Scene) -> bool:
    """«kesi ya kupinga ukandamizaji wa habari iliyowasilishwa na X»: what is brought is the case, not the news."""
    phrase, relative, head = scene.trigger.phrase, predicate.outer.relative, predicate.relative_head
    if phrase is None or relative is None or head is None or not phrase.classes & relative.classes:
        return False
    if scene.act.type not in ("ACCUSE", "REQUEST"):
        return False  # «maandamano ya kupinga matumizi ya nguvu yanayofanywa na polisi»
    between = [p for p in scene.clauses.predicates if scene.trigger.word < p.first < predicate.first]
    aim = bool(between) and all(p.outer.tense == "infinitive" for p in between)
    tied = aim and category(scene.text, between[0].first - 1) == "C"
    return tied and not can_act(scene.discourse, head)


@rule(
    "act: possessor",
    "Rais wa Ghana amewasili Lomé katika ziara yake ya kwanza.",
    never="Rais wa Ghana amewasili Lomé katika ziara ya kwanza.",
)
def possessor(scene: Scene) -> Resolved:
    """«ziara yake», «mashambulizi yao»: whoever is the subject of the clause, if it can be the possessor."""
    phrase, number = scene.trigger.phrase, scene.trigger.predicate
    before = [k for k, p in enumerate(scene.clauses.predicates) if p.first < scene.trigger.word]
    if number is None and before:
        number = before[-1]
    if phrase is None or number is None:
        return NOBODY
    for index in range(phrase.head + 1, max(phrase.last, min(scene.trigger.last + 1, len(scene.text)))):
        word = scene.lower(index)
        if word.endswith(("ake", "ao")) and category(scene.text, index) in "AR":
            found = doer(scene, number)
            if word.endswith("ao"):  # «akizungumza na B katika mkutano wao»: A's and B's
                sides = [o.phrase for o in scene.clauses.predicates[number].obliques if o.preposition == "na"]
                others = scene.resolve(p for p in sides if p.last <= scene.trigger.first)
                found = Resolved((*found.parties, *others.parties), (*found.evidence, *others.evidence))
            return with_rule(scene, found, "act: possessor", index, index + 1)
        if category(scene.text, index) == "C":
            break
    return NOBODY
