"""How sure a claim is: the share of claims like it that were right in content, stance and speaker.

The weights in confidence.tsv are learned from annotated articles by `python -m training.claim_confidence`: «Waziri Asha
Mushi alisema kwamba …» is right more often than a long quotation whose speaker stands three sentences before it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
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


def features(claim: Claim, beside: Sequence[Claim] = ()) -> list[str]:
    """What the chance depends on: which rule found the content, what told the stance, where the speaker stands and what
    is known of him, how long the content is, whether claims stand inside one another."""
    content, cue = claim.content, claim.cue
    found = [
        BIAS,
        f"content by {_rule(claim, 'content').removeprefix('claim: ')}",
        f"content of {_length(len(content.text.split()))}",
        f"quote {claim.quote}",
        f"stance {claim.stance}",
        f"stance told by {TOLD_BY.get(_rule(claim, 'stance').partition(':')[0], 'nothing')}",
        *_of_speaker(claim),
    ]
    if cue is not None:
        found += _of_cue(cue, content)
    start, end = content.start, content.end
    others = [other.content for other in beside if other is not claim]
    if any(other.start <= start and end <= other.end for other in others):
        found.append("inside another claim")
    if any(start <= other.start and other.end <= end for other in others):
        found.append("holds another claim")
    if claim.target is not None:
        found.append("has a target")
    if claim.responds_to is not None:
        found.append("answers another")
    return found


TOLD_BY: Final = {"stance": "the content", "cue": "the cue"}
LENGTHS: Final = ((2, "1 or 2 words"), (5, "3 to 5 words"), (12, "6 to 12 words"), (30, "13 to 30 words"))


def _rule(claim: Claim, field: str) -> str:
    found = claim.evidence.get(field)
    return found[0].rule if found else ""


def _length(words: int) -> str:
    for most, name in LENGTHS:
        if words <= most:
            return name
    return "more than 30 words"


def _of_speaker(claim: Claim) -> list[str]:
    if not claim.speakers:
        return ["speaker none"]
    party = claim.speakers[0]
    found = ["speaker found elsewhere" if claim.evidence.get("speakers") else "speaker in its words"]
    if party.country is None:
        found.append("speaker without a country")
    if party.sector is None:
        found.append("speaker without a sector")
    if party.link is not None:
        found.append("speaker known by name")
    if any(word[:1].isupper() for word in party.text.split()[1:]):
        found.append("speaker with a name")
    if len(claim.speakers) > 1:
        found.append("speakers several")
    return found if claim.cue is None else found + _place(party, claim.cue)


NEAR: Final = 40
"""Characters between a cue and a speaker who is near it."""


def _place(party: Party, cue: Span) -> list[str]:
    after = party.start > cue.start
    apart = party.start - cue.end if after else cue.start - party.end
    return [
        f"speaker {'beside' if apart <= 2 else 'near' if apart < NEAR else 'far from'} its cue",
        "speaker after its cue" if after else "speaker before its cue",
    ]


def _of_cue(cue: Span, content: Span) -> list[str]:
    word = cue.text.lower()
    found = ["cue in the infinitive"] if word.startswith("ku") and len(word) > 4 and " " not in word else []
    return [*found, "cue after its content"] if cue.start > content.start else found
