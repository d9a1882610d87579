"""Who does an act in words, and at whom it is aimed: whom the claim names, tells or takes up.

«Rais wa Ghana amewaambia viongozi wa Togo kwamba lazima wawaachie wavuvi»: the leaders are asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from matukio.claims.stances.blame import by_neglect
from matukio.events.clauses.who_can_act import acting
from matukio.events.merging.mentions import Mention
from matukio.events.merging.same_parties import same_party
from matukio.events.senses.party_needs import NOT_POLITICAL
from matukio.record import Claim, Evidence, Party, Span
from matukio.references import Discourse
from matukio.rules import rule
from matukio.swahili import Predicate, category


@rule(
    "act: what a claim does",
    "Rais wa Ghana alisema “hatua ya Togo ni ya kikatili na ya aibu”.",
    never="Rais wa Ghana alisema “hatua ya Togo imeanza”.",
)
def what_a_claim_does(claim: Claim) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """The speakers do it, to whom the claim is aimed at; nothing when nobody in office or no body speaks."""
    target = claim.target
    in_office = any(p.sector not in NOT_POLITICAL or p.name and p.sector is None for p in claim.speakers)
    if not in_office and not _faces_power(claim):
        return None
    aimed = target is not None and (target.country or target.sector)
    return claim.speakers, (target,) if target is not None and aimed else ()


def own_state(discourse: Discourse, claim: Claim) -> tuple[Party, ...]:
    """«Msemaji wa wizara alisema kwamba China inahitaji dawa»: it is the state for which he speaks that asks."""
    if claim.stance != "demand":
        return ()
    trigger = trigger_of(discourse, claim)
    number = discourse.text.sentence_number_at(trigger.start)
    for predicate in discourse.clauses[number].predicates:
        if discourse.text.starts[predicate.main] == trigger.start and predicate.subjects and not predicate.verb.passive:
            found = discourse.resolve_all(predicate.subjects).parties
            states = [p for p in found if (p.link or "").startswith("cty:")]
            spoken_for = {p.country for p in claim.speakers if p.sector == "GOV" and p not in states}
            return tuple(states) if states and {p.country for p in states} <= spoken_for else ()
    return ()


POWER: Final = frozenset("COP GOV JUD LEG MIL".split())


def _faces_power(claim: Claim) -> bool:
    """«wakazi wanasema serikali inaficha ukweli»: citizens who blame those in power; what experts find is no blame, nor
    what somebody merely did not do."""
    target, told = claim.target, claim.evidence.get("stance", ())
    return (
        claim.stance in ("accuse", "condemn")
        and target is not None
        and target.sector in POWER
        and any(p.sector == "CVL" and p.name is None for p in claim.speakers)
        and not any(e.rule == by_neglect.name for e in told)
    )


TELLING: Final = frozenset("ambia eleza fahamisha".split())


@rule(
    "act: who is told to do it",
    "Rais wa Ghana amewaambia viongozi wa Togo kwamba lazima wawaachie wavuvi.",
    never="Rais wa Ghana amewaambia viongozi wa Togo kwamba wavuvi wamerudi.",
)
def told_to(discourse: Discourse, claim: Claim) -> tuple[Party, ...]:
    """What must be done is asked of whom «ambia» tells it."""
    if claim.cue is None or claim.stance != "demand":
        return ()
    clauses = discourse.clauses[discourse.text.sentence_number_at(claim.cue.start)]
    for predicate in clauses.predicates:
        cue = claim.cue.start <= discourse.text.starts[predicate.main] < claim.cue.end
        if cue and predicate.objects and not TELLING.isdisjoint(predicate.verb.chain):
            found = discourse.resolve_all(predicate.objects[:1]).parties
            asked = [p for p in found if p.sector not in (None, "JRN")]  # «aliwaambia wanahabari» asks nothing of them
            return tuple(p for p in asked if not any(same_party(p, s) for s in claim.speakers))
    return ()


def spoken_of(discourse: Discourse, claim: Claim) -> tuple[Party, ...]:
    """Whom the content is about: the party in its first phrase, or the one its first verb takes up, «wakisema ametumia
    vibaya mamlaka yake», if it is not the speaker."""
    text = discourse.text
    sentence = text.sentence_at(claim.content.start)
    first, last = text.indices_at(claim.content.start, claim.content.end)
    clauses = discourse.clauses[sentence.index]
    opening = next((p for p in clauses.predicates if first <= p.first <= first + 1), None)
    if claim.stance != "demand" and opening is not None and _takes_up_people(opening):
        return _others(discourse.subject(sentence.index, opening).parties, claim)
    for phrase in clauses.phrases:
        if not first <= phrase.first < last:
            continue
        actor = acting(discourse, phrase)
        if actor is None:
            return ()
        return _others(discourse.resolve(actor).parties, claim)
    return ()


def _takes_up_people(predicate: Predicate) -> bool:
    """«ametumia», «wameshindwa»: a verb whose prefix alone tells of whom it is."""
    subject, outer = predicate.outer.subject, predicate.outer
    if predicate.subjects or not outer.finite or outer.relative is not None or subject is None:
        return False
    return subject.person == 3 and bool(subject.classes & {1, 2})


def _others(parties: Sequence[Party], claim: Claim) -> tuple[Party, ...]:
    return tuple(p for p in parties if (p.country or p.sector) and not any(same_party(p, s) for s in claim.speakers))


def trigger_of(discourse: Discourse, claim: Claim) -> Span:
    """The word that decided the stance where it stands in the content, else the first there that says something."""
    text = discourse.text
    judging = [e for e in claim.evidence.get("stance", ()) if e.rule.startswith("stance:")]
    told = [e for e in judging if claim.content.start <= e.start < e.end <= claim.content.end]
    if told:
        first = text.index_at(told[0].start)
        last = text.index_at(told[0].end - 1) + 1
    else:
        first, last = text.indices_at(claim.content.start, claim.content.end)
    index = next((i for i in range(first, last) if category(text, i) in "AVIN"), first)
    return text.span(index, index + 1)


AIMED: Final = frozenset("ACCUSE REQUEST THREATEN SUPPORT".split())
"""Acts in words that are aimed at somebody."""


@rule(
    "act: whom the words are aimed at",
    "Rais wa Ghana amepongeza kwamba Togo imewaachilia wavuvi.",
    never="Rais wa Ghana alizuru Togo.",
)
def aimed(mention: Mention, claims: Sequence[Claim]) -> Mention:
    """Without an object of its own an act in words has the target of the claim whose cue it is."""
    if mention.type not in AIMED or mention.recipients:
        return mention
    for claim in claims:
        cue, target = claim.cue, claim.target
        if cue is None or target is None or not (target.country or target.sector):
            continue
        if cue.start <= mention.trigger.start < cue.end and not any(same_party(target, own) for own in mention.actors):
            here = Evidence(aimed.name, target.start, target.end)
            return replace(mention, recipients=(target,), evidence={**mention.evidence, "recipients": (here,)})
    return mention
