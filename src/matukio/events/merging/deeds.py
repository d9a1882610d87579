"""What the acts told beside it tell of an act's parties: the accused did the deed, who did the deed is accused.

«Waziri ametiwa mbaroni kwa shutuma za mauaji»: the killing is said to be the minister's, who is arrested for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from matukio.events.merging.mentions import Mention
from matukio.events.merging.same_parties import same_party
from matukio.events.parties.noun_doers import spoken_in
from matukio.record import Evidence
from matukio.rules import rule

DEEDS: Final = frozenset("ASSAULT COERCE SANCTION MOBILIZE REJECT PROTEST THREATEN".split())
"""Acts that others criticise."""


@rule(
    "act: victims are not blamed",
    "Rais wa Ghana amelaani shambulizi dhidi ya wavuvi wa Togo.",
    never="Ghana imelaani shambulizi la Togo.",
)
def victims(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """Whom a deed befell is not who is criticised for it, though its noun stands where the criticised would."""
    if mention.type != "ACCUSE" or mention.noun or not mention.recipients:
        return mention
    for deed in mentions:
        if deed.type not in HARMING or not deed.noun or deed.sentence != mention.sentence or not deed.recipients:
            continue
        kept = tuple(
            p
            for p in mention.recipients
            if not (_stands_between(deed, mention, p.start) and any(p.start == each.start for each in deed.recipients))
        )
        if len(kept) < len(mention.recipients):
            here = Evidence(victims.name, deed.trigger.start, deed.trigger.end)
            told = (*mention.evidence.get("type", ()), here)  # nobody may be left whom evidence could be of
            return replace(mention, recipients=kept, evidence={**mention.evidence, "type": told})
    return mention


HARMING: Final = frozenset(["ASSAULT", "COERCE"])


def _stands_between(deed: Mention, mention: Mention, party: int) -> bool:
    """The noun of the deed comes before the party, and neither that of the criticism between them."""
    return deed.trigger.start < party and not deed.trigger.start < mention.trigger.start < party


@rule(
    "act: blamed for a deed",
    "Rais wa Ghana amelaani jinsi jeshi la Togo lilivyowaua wavuvi.",
    never="Ghana imeilaani Togo.",
)
def blamed(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """Criticism whose object is a deed falls on whoever does the deed that is told next in its sentence, else last."""
    if mention.type != "ACCUSE" or mention.recipients or mention.mode == "investigate":
        return mention
    if mention.noun and not any(e.rule == spoken_in.name for e in mention.evidence.get("actors", ())):
        return mention
    told = [m for m in mentions if m.type in DEEDS and m.actors and 0 <= mention.sentence - m.sentence <= 2]
    after = [m for m in told if m.sentence == mention.sentence and m.trigger.start > mention.trigger.start]
    before = sorted((m for m in told if m not in after), key=lambda m: m.trigger.start)
    for deed in (*after[:1], *before[-1:]):
        doers = tuple(p for p in deed.actors if not any(same_party(p, own) for own in mention.actors))
        if mention.mode == "allege":  # «wakulima walifungua kesi, mahakama ikaitupilia mbali»
            doers = tuple(p for p in doers if p.sector != "JUD")
        if doers:
            here = Evidence(blamed.name, deed.trigger.start, deed.trigger.end)
            return replace(mention, recipients=doers, evidence={**mention.evidence, "recipients": (here,)})
    return mention


@rule(
    "act: the accused did it",
    "Waziri wa Togo ametiwa mbaroni kwa shutuma za mauaji.",
    "Waziri wa Togo amehukumiwa kifungo cha miaka kumi kwa makosa ya mauaji.",
    never="Umoja wa Mataifa umelaani mauaji nchini Togo.",
)
def accused_did(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """A deed of which somebody is accused, tried or arrested in the same sentence is that somebody's; a deed told as
    fact when it is convicted for, «kwa makosa ya mauaji»."""
    told = mention.status == "alleged" or mention.type == "ASSAULT" and mention.noun and mention.status == "actual"
    if mention.actors or not told or mention.type not in DEEDS or mention.type == "PROTEST":
        return mention
    for other in reversed(mentions):
        held = (
            other.mode == "convict"
            or mention.status == "alleged"
            and (other.type == "ACCUSE" or (other.type, other.mode) in HELD)
        )
        if held and other.recipients and other.sentence == mention.sentence and _before(other, mention):
            doers = tuple(p for p in other.recipients if not any(same_party(p, own) for own in mention.recipients))
            if doers:
                here = Evidence(accused_did.name, other.trigger.start, other.trigger.end)
                return replace(mention, actors=doers, evidence={**mention.evidence, "actors": (here,)})
    return mention


HELD: Final = frozenset([("COERCE", "arrest"), ("SANCTION", "convict"), ("RETREAT", "release"), ("THREATEN", "arrest")])
"""What befalls somebody who is accused."""


@rule(
    "act: who is held is accused",
    "Polisi wa Togo wamemkamata waziri kwa tuhuma za ufisadi.",
    never="Mahakama ya Togo imesikiliza kesi ya ufisadi.",
)
def held_for(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """Charges told by a noun without saying against whom are against whoever is arrested, convicted or freed there."""
    if (mention.type, mention.mode) != ("ACCUSE", "allege") or mention.recipients or not mention.noun:
        return mention
    for other in mentions:
        if (other.type, other.mode) in HELD and other.sentence == mention.sentence and other.recipients:
            here = Evidence(held_for.name, other.trigger.start, other.trigger.end)
            return replace(mention, recipients=other.recipients, evidence={**mention.evidence, "recipients": (here,)})
    return mention


def _before(other: Mention, mention: Mention) -> bool:
    return other.trigger.start < mention.trigger.start
