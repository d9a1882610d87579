"""How sure a claim is: the share of claims like it that were right in content, stance and speaker.

The weights in confidence.tsv are learned from annotated articles by `python -m training.claim_confidence`: «Waziri Asha
Mushi alisema kwamba …» is right more often than a long quotation whose speaker stands three sentences before it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.record import Claim, Party, Span
from matukio.tables import files, read_table

BIAS: Final = "every claim"


@dataclass(frozen=True, slots=True)
class Weight:
    """A row of confidence.tsv: what is added to the log-odds of a claim that has the feature."""

    feature: str
    weight: float


@cache
def _weights() -> dict[str, float]:
    return {row.feature: row.weight for row in read_table(files(__package__) / "confidence.tsv", Weight)}


def confidence(claim: Claim, beside: Sequence[Claim] = ()) -> float:
    """The chance, 0 to 1, that content, stance and speaker are right; `beside` are the claims next to it."""
    weights, odds = _weights(), 0.0
    for feature in features(claim, beside):
        odds += weights.get(feature, 0.0)
    return round(1 / (1 + math.exp(-odds)), 2)


def features(claim: Claim, beside: Sequence[Claim] = ()) -> Iterator[str]:
    """What the chance depends on: which rule found the content, what told the stance, where the speaker stands and what
    is known of him, how long the content is, whether claims stand inside one another."""
    yield BIAS
    yield f"content by {_rule(claim, 'content').removeprefix('claim: ')}"
    yield f"content of {_length(len(claim.content.text.split()))}"
    yield f"quote {claim.quote}"
    yield f"stance {claim.stance}"
    yield f"stance told by {TOLD_BY.get(_rule(claim, 'stance').partition(':')[0], 'nothing')}"
    yield from _of_speaker(claim)
    if claim.cue is not None:
        yield from _of_cue(claim.cue, claim.content)
    others = [other.content for other in beside if other is not claim]
    if any(other.start <= claim.content.start and claim.content.end <= other.end for other in others):
        yield "inside another claim"
    if any(claim.content.start <= other.start and other.end <= claim.content.end for other in others):
        yield "holds another claim"
    if claim.target is not None:
        yield "has a target"
    if claim.responds_to is not None:
        yield "answers another"


TOLD_BY: Final = {"stance": "the content", "cue": "the cue"}
LENGTHS: Final = ((2, "1 or 2 words"), (5, "3 to 5 words"), (12, "6 to 12 words"), (30, "13 to 30 words"))


def _rule(claim: Claim, field: str) -> str:
    found = claim.evidence.get(field)
    return found[0].rule if found else ""


def _length(words: int) -> str:
    return next((name for most, name in LENGTHS if words <= most), "more than 30 words")


def _of_speaker(claim: Claim) -> Iterator[str]:
    if not claim.speakers:
        yield "speaker none"
        return
    party = claim.speakers[0]
    yield "speaker found elsewhere" if claim.evidence.get("speakers") else "speaker in its words"
    if party.country is None:
        yield "speaker without a country"
    if party.sector is None:
        yield "speaker without a sector"
    if party.link is not None:
        yield "speaker known by name"
    if any(word[:1].isupper() for word in party.text.split()[1:]):
        yield "speaker with a name"
    if len(claim.speakers) > 1:
        yield "speakers several"
    if claim.cue is not None:
        yield from _place(party, claim.cue)


NEAR: Final = 40
"""Characters between a cue and a speaker who is near it."""


def _place(party: Party, cue: Span) -> Iterator[str]:
    after = party.start > cue.start
    apart = party.start - cue.end if after else cue.start - party.end
    yield f"speaker {'beside' if apart <= 2 else 'near' if apart < NEAR else 'far from'} its cue"
    yield "speaker after its cue" if after else "speaker before its cue"


def _of_cue(cue: Span, content: Span) -> Iterator[str]:
    word = cue.text.lower()
    if word.startswith("ku") and len(word) > 4 and " " not in word:
        yield "cue in the infinitive"
    if cue.start > content.start:
        yield "cue after its content"
