"""Acts done in words that no word of the lexicon names: a claim that criticises, praises, blames or demands.

«Hatua ya Togo ni ya kikatili, alisema Rais wa Ghana»: the verb is a bare «alisema», but to call it cruel is to accuse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from matukio.claims.stances.blame import by_neglect
from matukio.events.clauses.who_can_act import acting
from matukio.events.lexicon.acts import among_lemmas, namings
from matukio.events.merging.mentions import Mention
from matukio.events.merging.same_parties import same_party
from matukio.events.relevance.kin import are_family
from matukio.events.relevance.other_news import markers
from matukio.events.relevance.preaching import is_sermon
from matukio.events.senses.party_needs import NOT_POLITICAL
from matukio.record import Claim, Evidence, Party, Span
from matukio.references import Discourse
from matukio.rules import rule
from matukio.swahili import Predicate, category
from matukio.swahili.vocabulary import VOCABULARY

ACTS: Final[dict[str, tuple[str, str | None]]] = {
    "accuse": ("ACCUSE", "allege"),
    "condemn": ("ACCUSE", "disapprove"),
    "demand": ("REQUEST", "change"),
    "praise": ("SUPPORT", None),
}
"""Stance of a claim → type and mode of the act that it is."""


def _is_offered(discourse: Discourse, claim: Claim, mentions: Sequence[Mention]) -> bool:
    """«umependekeza mazungumzo»: a thing proposed is offered and not asked."""
    cue, content = claim.cue, claim.content
    if cue is None or category(discourse.text, discourse.text.index_at(content.start)) != "N":
        return False
    return any(m.type == "AGREE" and cue.start <= m.trigger.start <= content.start for m in mentions)


TELLING_ALL: Final = frozenset(["COERCE", "CONCEDE", "SUPPORT"])
"""Acts that a cue of demand can be besides: nothing more is asked."""


def spoken_acts(discourse: Discourse, claims: Sequence[Claim], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A mention for each claim that is an act and whose sentences tell none of its type yet."""
    told = {(mention.type, mention.sentence) for mention in mentions}
    for claim in claims:
        if claim.stance not in ACTS:
            continue
        type, mode = ACTS[claim.stance]
        here = discourse.text.sentence_number_at(claim.content.start)
        cue = here if claim.cue is None else discourse.text.sentence_number_at(claim.cue.start)
        if (type, here) in told or (type, cue) in told:
            continue
        if claim.stance == "condemn" and any(_is_cue(mention, claim) for mention in mentions):
            continue  # «wamepinga mswada»: the verb is a REJECT, which says it all
        if claim.stance == "demand" and any(m.type in TELLING_ALL and _is_cue(m, claim) for m in mentions):
            continue  # «alimpendekeza kugombea», «ametoa amri ya kufunga»
        if claim.stance == "demand" and _is_offered(discourse, claim, mentions):
            continue
        parties = what_a_claim_does(claim)
        if type == "ACCUSE" and _rules(discourse, parties):
            type, mode = "REJECT", None
        own = _own_state(discourse, claim)
        if parties is not None and own:
            parties = (own, parties[1])
        if parties is None or any(not markers("faith").isdisjoint(p.text.lower().split()) for p in parties[1]):
            continue
        start, end = claim.content.start, claim.content.end
        asked = told_to(discourse, claim)
        # whom the cue itself tells what must be done, before whom an earlier sentence names
        aimed_here = claim.target is not None and discourse.text.sentence_number_at(claim.target.start) == cue
        recipients = () if asked and not aimed_here else parties[1] or _spoken_of(discourse, claim)
        recipients = tuple(p for p in recipients if p not in parties[0])
        asked = () if recipients else asked
        if not recipients and not asked and (_is_opinion(discourse, claim) or _grieves(discourse, claim)):
            continue
        if not recipients and _is_a_failure(discourse, claim):
            continue
        if _in_another_sense(discourse, claim, type) or _wishes_or_forbids(discourse, claim):
            continue
        if _only_opposes(discourse, claim) or claim.stance == "demand" and _is_own_need(discourse, claim, recipients):
            continue
        if claim.stance == "praise" and _is_own_country(claim, recipients):
            continue  # «Togo inaheshimu uhuru wa habari», says its minister
        if claim.stance == "demand" and _is_private(discourse, here, (*parties[0], *recipients)):
            continue
        told.add((type, here))
        said: tuple[Evidence, ...] = (Evidence(what_a_claim_does.name, start, end),)
        evidence = {"type": said, "status": said, "actors": said}
        if mode is not None:
            evidence["mode"] = said
        if recipients:
            evidence["recipients"] = said
        if asked and claim.cue is not None:
            evidence["recipients"] = (Evidence(told_to.name, claim.cue.start, claim.cue.end),)
        yield Mention(
            sentence=here,
            type=type,
            mode=mode,
            status="actual",
            trigger=_trigger(discourse, claim),
            actors=parties[0],
            recipients=recipients or asked,
            place=None,
            date=None,
            sources=(),
            noun=False,
            refers=False,
            evidence=evidence,
        )


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


def _is_private(discourse: Discourse, number: int, parties: tuple[Party, ...]) -> bool:
    """«aliwaomba watu watubu dhambi», «alimwomba mpenzi wake amwoe»: what preachers and families ask."""
    sentence = discourse.clauses[number].sentence
    sermon = is_sermon(parties, discourse.text.types[sentence.first : sentence.last])
    return sermon or len(parties) > 1 and are_family(parties)


BENCH: Final = frozenset("hakimu jaji mahakama".split())


def _rules(discourse: Discourse, parties: tuple[tuple[Party, ...], tuple[Party, ...]] | None) -> bool:
    """«Mahakama iliamua kwamba hatua ya serikali ni kinyume cha sheria»: a court that finds fault turns it down."""
    if parties is None or not parties[0]:
        return False
    types = discourse.text.types
    return all(among_lemmas(BENCH, [types[discourse.text.index_at(p.start)]]) for p in parties[0])


def _own_state(discourse: Discourse, claim: Claim) -> tuple[Party, ...]:
    """«Msemaji wa wizara alisema kwamba China inahitaji dawa»: it is the state for which he speaks that asks."""
    if claim.stance != "demand":
        return ()
    trigger = _trigger(discourse, claim)
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


def _is_opinion(discourse: Discourse, claim: Claim) -> bool:
    """«ni bora kuzungumza», «wakazi wanafurahia uhuru»: need that only words of the content tell, or praise of nobody;
    «ameshauri kura zihesabiwe», «tafadhali acheni», «tunawaheshimu» are said to somebody all the same."""
    judging = next((e for e in claim.evidence.get("stance", ()) if e.rule.startswith("stance:")), None)
    said = judging or (claim.cue if claim.stance == "praise" else None)
    if claim.stance not in ("demand", "praise") or said is None:
        return False
    word = discourse.text.types[discourse.text.index_at(said.start)]
    verb = VOCABULARY.analyses(word)[0].verb
    aimed_at = verb is not None and (verb.object is not None or verb.tense in ("subjunctive", "imperative"))
    return VOCABULARY.lowers[word] != "tafadhali" and not aimed_at


def _is_a_failure(discourse: Discourse, claim: Claim) -> bool:
    """«kata nne zilishindwa kufanya uchaguzi»: what nobody who could be blamed left undone."""
    told = claim.evidence.get("stance", ())
    verb = VOCABULARY.analyses(discourse.text.types[discourse.text.index_at(_trigger(discourse, claim).start)])[0].verb
    return any(e.rule == by_neglect.name for e in told) or verb is not None and "shindwa" in verb.chain


def _only_opposes(discourse: Discourse, claim: Claim) -> bool:
    """«wamepinga madai hayo», «kikundi kinachompinga rais»: to oppose is a REJECT, or no act where it is none."""
    if claim.cue is None or claim.stance != "condemn":
        return False
    cue = VOCABULARY.analyses(discourse.text.types[discourse.text.index_at(claim.cue.start)])[0].verb
    return cue is not None and "pinga" in cue.chain


def _is_own_need(discourse: Discourse, claim: Claim, asked: Sequence[Party]) -> bool:
    """«Israel inahitaji amani», says its minister; «atasaidia kwa sharti kwamba …»: nobody is asked for anything."""
    trigger = discourse.text.index_at(_trigger(discourse, claim).start)
    if VOCABULARY.lowers[discourse.text.types[trigger]] == "sharti":
        return trigger > 0 and discourse.text.lowers[trigger - 1] == "kwa"
    verb = VOCABULARY.analyses(discourse.text.types[trigger])[0].verb
    return verb is not None and "hitaji" in verb.chain and _is_own_country(claim, asked)


def _is_own_country(claim: Claim, aimed_at: Sequence[Party]) -> bool:
    """Whether somebody speaks of nobody but the own country by its name."""
    own = {p.country for p in claim.speakers}
    return bool(aimed_at) and all(p.country in own and (p.link or "").startswith("cty:") for p in aimed_at)


NEAR: Final = 8
"""How many words of a content tell what is asked for."""


def _in_another_sense(discourse: Discourse, claim: Claim, type: str) -> bool:
    """«aliomba jina lake lisitajwe», «akiomba kura»: the lexicon knows the cue, and with these words it is no act."""
    if claim.cue is None:
        return False
    text = discourse.text
    first = text.index_at(claim.content.start)
    told = text.types[first : min(first + NEAR, text.index_at(claim.content.end - 1) + 1)]
    cue = range(*text.indices_at(claim.cue.start, claim.cue.end))
    return any(
        act.type == type and not act.rest and among_lemmas(act.without, told)
        for index in cue
        for naming in namings(text.types[index])
        for act in naming.acts
    )


WISHING: Final = frozenset(["takia", "takiana"])
"""«alimtakia heri»: what is wished somebody is not asked of him."""
SUFFERING: Final = frozenset(["vumilia", "fumbia"])
"""«hatutavumilia ufisadi»: a wrong that is not to be, and nobody's yet."""


def _wishes_or_forbids(discourse: Discourse, claim: Claim) -> bool:
    """Whether a demand only wishes somebody well, or blame says only what will not be borne."""
    text = discourse.text
    if claim.stance == "demand" and discourse.text.lowers[discourse.text.index_at(claim.content.start)] == "hakuna":
        return True  # «waliamuru kwamba hakuna kesi»
    if claim.stance == "demand" and claim.cue is not None:
        verbs = VOCABULARY.analyses(text.types[text.index_at(claim.cue.start)])[:1]
        if any(a.verb is not None and "amuru" in a.verb.chain for a in verbs) and _states(discourse, claim):
            return True
        return any(a.verb is not None and not WISHING.isdisjoint(a.verb.chain) for a in verbs)
    first, last = text.indices_at(claim.content.start, claim.content.end)
    return claim.stance in ("accuse", "condemn") and among_lemmas(
        SUFFERING, text.types[first : min(first + NEAR, last)]
    )


def _states(discourse: Discourse, claim: Claim) -> bool:
    """«mahakama iliamuru kwamba walioana kisheria»: a ruling on what is so, and nothing that somebody shall do."""
    text = discourse.text
    first, last = text.indices_at(claim.content.start, claim.content.end)
    clauses = discourse.clauses[text.sentence_number_at(claim.content.start)]
    tenses = {p.outer.tense for p in clauses.predicates if first <= p.first < last and p.outer.relative is None}
    return bool(tenses) and tenses.isdisjoint(("subjunctive", "infinitive", "imperative"))


def _grieves(discourse: Discourse, claim: Claim) -> bool:
    """«amesema amesikitishwa na janga hili»: grief about what nobody did is no criticism."""
    text = discourse.text
    first, last = text.indices_at(claim.content.start, claim.content.end)
    return claim.stance == "condemn" and among_lemmas(markers("grief"), text.types[first:last])


def _is_cue(mention: Mention, claim: Claim) -> bool:
    return claim.cue is not None and claim.cue.start <= mention.trigger.start < claim.cue.end


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


def _spoken_of(discourse: Discourse, claim: Claim) -> tuple[Party, ...]:
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


def _trigger(discourse: Discourse, claim: Claim) -> Span:
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
