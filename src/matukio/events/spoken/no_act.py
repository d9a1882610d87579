"""Claims that demand, blame or praise and are no act: a need, a wish, grief, what preachers and families ask.

«Ni bora kuzungumza» asks nobody for anything, «alimtakia heri» wishes him well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.claims.stances.blame import by_neglect
from matukio.events.lexicon.acts import among_lemmas, namings
from matukio.events.relevance.kin import are_family
from matukio.events.relevance.other_news import markers
from matukio.events.relevance.preaching import is_sermon
from matukio.events.spoken.parties import trigger_of
from matukio.record import Claim, Party
from matukio.references import Discourse
from matukio.swahili.vocabulary import VOCABULARY


def is_said_to_nobody(discourse: Discourse, claim: Claim) -> bool:
    """Whether a claim aimed at nobody only tells what its speaker thinks or feels."""
    return _is_opinion(discourse, claim) or _grieves(discourse, claim)


def is_no_act(
    discourse: Discourse, claim: Claim, type: str, speakers: tuple[Party, ...], aimed_at: tuple[Party, ...]
) -> bool:
    """Whether a claim by these speakers, aimed at these, demands, blames or praises without doing so to anybody."""
    if not aimed_at and _is_a_failure(discourse, claim):
        return True
    if _in_another_sense(discourse, claim, type) or _wishes_or_forbids(discourse, claim):
        return True
    if _only_opposes(discourse, claim) or claim.stance == "demand" and _is_own_need(discourse, claim, aimed_at):
        return True
    if claim.stance == "praise" and _is_own_country(claim, aimed_at):
        return True  # «Togo inaheshimu uhuru wa habari», says its minister
    return claim.stance == "demand" and _is_private(discourse, claim, (*speakers, *aimed_at))


def _is_private(discourse: Discourse, claim: Claim, parties: tuple[Party, ...]) -> bool:
    """«aliwaomba watu watubu dhambi», «alimwomba mpenzi wake amwoe»: what preachers and families ask."""
    sentence = discourse.text.sentence_at(claim.content.start)
    sermon = is_sermon(parties, discourse.text.types[sentence.first : sentence.last])
    return sermon or len(parties) > 1 and are_family(parties)


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
    verb = VOCABULARY.analyses(discourse.text.types[discourse.text.index_at(trigger_of(discourse, claim).start)])[
        0
    ].verb
    return any(e.rule == by_neglect.name for e in told) or verb is not None and "shindwa" in verb.chain


def _only_opposes(discourse: Discourse, claim: Claim) -> bool:
    """«wamepinga madai hayo», «kikundi kinachompinga rais»: to oppose is a REJECT, or no act where it is none."""
    if claim.cue is None or claim.stance != "condemn":
        return False
    cue = VOCABULARY.analyses(discourse.text.types[discourse.text.index_at(claim.cue.start)])[0].verb
    return cue is not None and "pinga" in cue.chain


def _is_own_need(discourse: Discourse, claim: Claim, asked: Sequence[Party]) -> bool:
    """«Israel inahitaji amani», says its minister; «tunahitaji kuwa imara», «atasaidia kwa sharti kwamba …»: nobody is
    asked for anything."""
    trigger = discourse.text.index_at(trigger_of(discourse, claim).start)
    if VOCABULARY.lowers[discourse.text.types[trigger]] == "sharti":
        return trigger > 0 and discourse.text.lowers[trigger - 1] == "kwa"
    verb = VOCABULARY.analyses(discourse.text.types[trigger])[0].verb
    if verb is None or "hitaji" not in verb.chain:
        return False
    own = verb.subject is not None and verb.subject.person == 1
    following = discourse.text.types[trigger + 1 : trigger + 2]
    if own and any(
        a.verb is not None and a.verb.tense == "infinitive" for t in following for a in VOCABULARY.analyses(t)
    ):
        return True
    return _is_own_country(claim, asked)


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


WISHING: Final = frozenset(["ombea", "takia", "takiana"])
"""«alimtakia heri», «aliwaombea»: what is wished or prayed for somebody is not asked of him."""


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
