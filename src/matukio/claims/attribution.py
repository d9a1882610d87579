"""What stands inside a claim carries its speakers and stance: events ask here who says that something happened.

In «Polisi wanasema waandamanaji walichoma gari» the burning is told by the police.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.record import Claim, Evidence, Party

UNTOLD: Final = frozenset({"deny", "demand"})
"""Stances that tell no act: who denies it does not say that it happened, who demands its end takes it as known."""
OWN: Final = {
    "ACCUSE": frozenset({"accuse", "condemn"}),
    "REQUEST": frozenset({"demand"}),
    "SUPPORT": frozenset({"praise"}),
    "THREATEN": frozenset({"warn", "promise"}),
}
"""Event type → stances of the claims that are that very act: nobody is credited with telling what he does in words."""
SPOKEN: Final = frozenset("ACCUSE AGREE CONCEDE REJECT REQUEST SUPPORT THREATEN".split())
"""Event types that are done in words."""


def sources_at(claims: Sequence[Claim], start: int, end: int) -> tuple[tuple[Party, ...], str | None, Evidence | None]:
    """(speakers, stance, evidence) for the characters start … end - 1: the speakers of every claim whose content holds
    them, innermost first, each once, and the stance of the innermost claim, of what nobody says the next one's.
    ((), None, None) in the outlet's own voice."""
    around = sorted(
        (claim for claim in claims if claim.content.start <= start and end <= claim.content.end),
        key=lambda claim: claim.content.end - claim.content.start,
    )
    if not around:
        return (), None, None
    speakers: list[Party] = []
    for claim in around:
        speakers += [party for party in claim.speakers if not any(_same(party, known) for known in speakers)]
    content = around[0].content
    # «imekanusha ripoti kwamba …»: what nobody named reports is denied by whoever denies the report
    stance = around[0].stance if around[0].speakers or len(around) == 1 else around[1].stance
    return tuple(speakers), stance, Evidence("source: inside a claim", content.start, content.end)


def credited(
    claims: Sequence[Claim], start: int, end: int, type_: str, actors: Sequence[Party], done: bool = True
) -> tuple[tuple[Party, ...], Evidence | None]:
    """(sources, evidence) of an act of type `type_` told at the characters start … end - 1: the speakers of the
    innermost claim around it, unless they deny it, demand something of it, or do it themselves by these words. What is
    not `done` yet they do not do by them: «amesema atakubali matokeo». Where nobody is named («inadaiwa»), or the
    speaker does it by his words, whoever tells of that is credited: «Reuters linaripoti kuwa wizara imewaonya raia»."""
    around = [claim for claim in claims if claim.content.start <= start and end <= claim.content.end]
    for claim in sorted(around, key=lambda claim: claim.content.end - claim.content.start):
        if claim.stance in UNTOLD and not (done and claim.stance in OWN.get(type_, ())):
            break
        does_it = any(_same(one, other) or one.text == other.text for one in claim.speakers for other in actors)
        own = done and type_ in SPOKEN and (does_it or claim.stance in OWN.get(type_, ()))
        if not own and claim.speakers:
            return claim.speakers, Evidence("source: inside a claim", claim.content.start, claim.content.end)
    return (), None


def _same(one: Party, other: Party) -> bool:
    return (one.start, one.end) == (other.start, other.end)
