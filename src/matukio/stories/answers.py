"""A denial of Tuesday answers Monday's accusation in another article of the story.

Monday: «Chile imeishutumu Ghana kwa kuipatia Peru silaha.» · Tuesday: «Ghana imekanusha tuhuma hizo.»
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matukio.record import Claim, Party, Record

ANSWERS = {"deny": {"accuse", "say", "condemn"}, "confirm": {"accuse", "say"}}


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that answers one of an earlier article, each by the ids of its article and its own."""

    article: str
    claim: str
    answered_article: str
    answered_claim: str
    rule: str


def answers(records: Sequence[Record]) -> Iterator[Answer]:
    """The answers across a story's articles, for denials and confirmations that answer nothing in their own.

    The answer's speaker is whom the earlier claim accuses, or what it is about; of several the latest counts.
    """
    ordered = sorted(records, key=lambda r: (r.published is None, r.published, r.id))
    for number, record in enumerate(ordered):
        for claim in record.claims:
            if claim.stance not in ANSWERS or claim.responds_to is not None:
                continue
            for earlier in reversed(ordered[:number]):
                found = next((c for c in reversed(earlier.claims) if _answers(claim, c)), None)
                if found:
                    yield Answer(record.id, claim.id, earlier.id, found.id, "the accused answers")
                    break


def _answers(answer: Claim, claim: Claim) -> bool:
    if claim.stance not in ANSWERS[answer.stance] or claim.target is None:
        return False
    return any(_same(speaker, claim.target) for speaker in answer.speakers)


def _same(one: Party, other: Party) -> bool:
    if one.link and other.link and not one.link.startswith("cty:") and not other.link.startswith("cty:"):
        return one.link == other.link
    return one.country is not None and (one.country, one.sector) == (other.country, other.sector)
