"""Whose deed a matter is that is praised, blamed or refused: «hatua hiyo», «uamuzi huo», «jambo ambalo …».

«Serikali ilifunga gazeti. Upinzani umelaani hatua hiyo.»: what is condemned is the government's step.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from matukio.events.clauses.scene import NOBODY, Scene
from matukio.events.clauses.who_can_act import acting
from matukio.events.parties.doers import doer, subject, with_rule
from matukio.events.parties.passives import passive_agent
from matukio.record import Party
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import Agreement, NounPhrase, Predicate

DEEDS: Final = frozenset("agizo amri hatua kitendo mpango sera tamko uamuzi uamzi".split())
"""What somebody does: without more it is whoever the sentence before is about who did it."""
WORDS: Final = frozenset("kauli madai maombi mapendekezo matamshi mwaliko ombi pendekezo tuhuma shutuma wito".split())
"""What somebody says: only where whose it is has been told."""
APPOSED: Final = DEEDS | frozenset(["jambo", "tukio"])
"""What takes up the clause before it: «… , jambo ambalo upinzani umelaani»."""
OWN: Final = frozenset("yake yao lake lao wake wao chake chao zake zao".split())
REFERRING: Final = frozenset("hiyo hilo huo hicho hayo hizo hivyo hii hili huu hiki".split())
SAYING: Final = frozenset("say confirm deny predict warn".split())
"""Stances of words that are no deed by themselves."""
REACH: Final = 3
"""How many sentences back the matter may be told."""
OF_NOBODY: Final = frozenset([None, "CVL", "UNK", "UAF", "JRN"])


@rule(
    "act: whose deed it is",
    "Uamuzi wa serikali ya Togo umechapishwa. Umoja wa Afrika umelaani uamuzi huo.",
    "Jeshi la Togo limefunga mipaka, hatua ambayo imelaaniwa na Umoja wa Afrika.",
    "Serikali ya Togo imefunga mipaka. Umoja wa Afrika umelaani hatua hiyo.",
    "Rais wa Ghana amesema mahakama ya Togo imekataa ombi lake.",
    never="Umoja wa Afrika umelaani hatua ya serikali ya Togo.",
)
def whose_deed(scene: Scene) -> Resolved:
    """Whose «uamuzi» it was when it was told first, else who did what the clause or the sentence before tells."""
    matter = _matter(scene)
    if matter is None:
        return NOBODY
    noun = scene.lower(matter.head)
    own = (passive_agent if scene.passive else subject)(scene).parties
    told = _told_whose(scene, matter, noun) if _refers(scene, matter) else _whose(scene, matter)
    if not told.parties and noun in APPOSED:
        told = _done_before(scene, matter)
    nobody = OF_NOBODY if noun in DEEDS | APPOSED else {None}  # a request may be anybody's
    others = tuple(p for p in told.parties if p.sector not in nobody and not any(_alike(p, o) for o in own))
    return with_rule(scene, Resolved(others, told.evidence), whose_deed.name, matter.first, matter.last)


def _alike(one: Party, other: Party) -> bool:
    return (one.country, one.sector) == (other.country, other.sector)


def _matter(scene: Scene) -> NounPhrase | None:
    """The deed or the words that the verb is about: its object, of a passive its subject, or its relative's head."""
    predicate = scene.predicate
    if predicate is None or not scene.trigger.verb:
        return None
    told = predicate.subjects if scene.passive else predicate.objects
    head = predicate.relative_head
    if head is None:
        head = next((p for p in scene.clauses.phrases if p.last == _amba(scene, predicate)), None)
    candidates: list[NounPhrase] = [*told, *([head] if head is not None else [])]
    for phrase in candidates:
        noun = scene.lower(phrase.head)
        known = _refers(scene, phrase) or _possessive(scene, phrase) is not None
        if noun in DEEDS | WORDS and known or noun in APPOSED and _is_apposed(scene, phrase):
            return phrase
    return None


def _amba(scene: Scene, predicate: Predicate) -> int | None:
    """The word «ambalo» right before the verb or its subject."""
    first = predicate.subjects[0].first if predicate.subjects else predicate.first
    for at in (first - 1, predicate.first - 1):
        if at > scene.clauses.sentence.first and scene.lower(at).startswith("amba"):
            return at
    return None


def _refers(scene: Scene, phrase: NounPhrase) -> bool:
    return any(scene.lower(i) in REFERRING for i in range(phrase.head + 1, min(phrase.last, phrase.head + 3)))


def _is_apposed(scene: Scene, phrase: NounPhrase) -> bool:
    """«… imefunga mipaka, hatua ambayo …»: after a comma, or «jambo», which needs none."""
    begins = phrase.first > scene.clauses.sentence.first
    before = scene.text.string[scene.text.starts[phrase.first - 1]] if begins else ""
    after = scene.lower(phrase.last) if phrase.last < scene.clauses.sentence.last else ""
    relative = after.startswith("amba") or any(p.relative_head == phrase for p in scene.clauses.predicates)
    relative = relative or scene.lower(phrase.last - 1).startswith("amba")
    return relative and (before == "," or begins and scene.lower(phrase.head) == "jambo")


def _told_whose(scene: Scene, matter: NounPhrase, noun: str) -> Resolved:
    """The same noun told before with whose it is: «uamuzi wa serikali … uamuzi huo»."""
    for phrase in _earlier(scene, matter):
        if scene.lower(phrase.head) == noun:
            owner = acting(scene.discourse, phrase)
            if owner is not None and owner != phrase:
                return scene.discourse.resolve(owner)
    return NOBODY


def _possessive(scene: Scene, phrase: NounPhrase) -> str | None:
    """«yake» in «maombi yake»."""
    at = phrase.head + 1
    word = scene.lower(at) if at < scene.clauses.sentence.last else ""
    return word if word in OWN else None


def _whose(scene: Scene, matter: NounPhrase) -> Resolved:
    """«Moussa anasema mahakama itakubali maombi yake»: whose they are is told before, and is not the verb's subject."""
    word, predicate = _possessive(scene, matter), scene.predicate
    if word is None or predicate is None:
        return NOBODY
    owner = Agreement("", 3, frozenset({1}) if word.endswith("ake") else frozenset({2}))
    return scene.discourse.taken_up(owner, scene.trigger.sentence, predicate.first, predicate.subjects)


def _earlier(scene: Scene, matter: NounPhrase) -> Iterator[NounPhrase]:
    """The phrases before one, the nearest first."""
    here = scene.trigger.sentence
    for number in range(here, max(-1, here - REACH - 1), -1):
        yield from (p for p in reversed(scene.discourse.clauses[number].phrases) if p.last <= matter.first)


def _done_before(scene: Scene, matter: NounPhrase) -> Resolved:
    """Who does what the clause before tells: «X imefunga mipaka, hatua ambayo …», «X ilifunga gazeti. … hatua hiyo»."""
    here = scene.trigger.sentence
    if _is_apposed(scene, matter):
        for number in range(len(scene.clauses.predicates) - 1, -1, -1):
            predicate = scene.clauses.predicates[number]
            if predicate.first < matter.first and _is_main(scene, predicate):
                found = doer(scene, number)
                if any(p.sector not in OF_NOBODY for p in found.parties):
                    return found
        return NOBODY
    for number in range(here - 1, max(-1, here - REACH - 1), -1):
        for predicate in scene.discourse.clauses[number].predicates:
            if _is_main(scene, predicate):
                found = scene.discourse.subject(number, predicate)
                if found.parties:  # «kukamatwa kwake kumezusha ghasia» is nobody's deed
                    return found
                break
    return NOBODY


def _is_main(scene: Scene, predicate: Predicate) -> bool:
    """No relative clause, no passive, and no mere saying: «wanaeleza wasiwasi juu ya tangazo»."""
    at = scene.text.starts[predicate.main]
    says = any(c.cue is not None and c.cue.start <= at < c.cue.end and c.stance in SAYING for c in scene.claims)
    return predicate.outer.finite and predicate.outer.relative is None and not predicate.verb.passive and not says
