"""Acts done in words that no word of the lexicon names: a claim that criticises, praises, blames or demands.

«Hatua ya Togo ni ya kikatili, alisema Rais wa Ghana»: the verb is a bare «alisema», but to call it cruel is to accuse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from matukio.events.lexicon.acts import among_lemmas
from matukio.events.merging.mentions import Mention
from matukio.events.relevance.messages import is_message
from matukio.events.relevance.other_news import markers
from matukio.events.spoken.no_act import is_no_act, is_said_to_nobody
from matukio.events.spoken.parties import own_state, spoken_of, told_to, trigger_of, what_a_claim_does
from matukio.record import Claim, Evidence, Party
from matukio.references import Discourse
from matukio.swahili import category

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
        own = own_state(discourse, claim)
        if parties is not None and own:
            parties = (own, parties[1])
        if (
            parties is None
            or any(map(is_message, parties[0]))
            or any(not markers("faith").isdisjoint(p.text.lower().split()) for p in parties[1])
        ):
            continue
        start, end = claim.content.start, claim.content.end
        asked = told_to(discourse, claim)
        # whom the cue itself tells what must be done, before whom an earlier sentence names
        aimed_here = claim.target is not None and discourse.text.sentence_number_at(claim.target.start) == cue
        recipients = () if asked and not aimed_here else parties[1] or spoken_of(discourse, claim)
        recipients = tuple(p for p in recipients if p not in parties[0])
        asked = () if recipients else asked
        if not recipients and not asked and is_said_to_nobody(discourse, claim):
            continue
        if is_no_act(discourse, claim, type, parties[0], recipients):
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
            trigger=trigger_of(discourse, claim),
            actors=parties[0],
            recipients=recipients or asked,
            place=None,
            date=None,
            sources=(),
            noun=False,
            refers=False,
            evidence=evidence,
        )


BENCH: Final = frozenset("hakimu jaji mahakama".split())


def _rules(discourse: Discourse, parties: tuple[tuple[Party, ...], tuple[Party, ...]] | None) -> bool:
    """«Mahakama iliamua kwamba hatua ya serikali ni kinyume cha sheria»: a court that finds fault turns it down."""
    if parties is None or not parties[0]:
        return False
    types = discourse.text.types
    return all(among_lemmas(BENCH, [types[discourse.text.index_at(p.start)]]) for p in parties[0])


def _is_cue(mention: Mention, claim: Claim) -> bool:
    return claim.cue is not None and claim.cue.start <= mention.trigger.start < claim.cue.end
