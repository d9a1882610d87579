"""What stands inside a claim carries its speakers and stance: events ask here who says that something happened.

In «Polisi wanasema waandamanaji walichoma gari» the burning is told by the police.
"""

from __future__ import annotations

from collections.abc import Sequence

from matukio.record import Claim, Evidence, Party


def sources_at(claims: Sequence[Claim], start: int, end: int) -> tuple[tuple[Party, ...], str | None, Evidence | None]:
    """(speakers, stance, evidence) for the characters start … end - 1: the speakers of every claim whose content holds
    them, innermost first, each once, and the innermost claim's stance. ((), None, None) in the outlet's own voice."""
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
    return tuple(speakers), around[0].stance, Evidence("source: inside a claim", content.start, content.end)


def _same(one: Party, other: Party) -> bool:
    return (one.start, one.end) == (other.start, other.end)
