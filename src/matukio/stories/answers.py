"""A denial of Tuesday answers Monday's accusation in another article of the story.

Monday: «Chile imeishutumu Ghana kwa kuipatia Peru silaha.» · Tuesday: «Ghana imekanusha tuhuma hizo.»
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from matukio.record import Claim, Party

ANSWERS = {"deny": {"accuse", "say", "condemn"}, "confirm": {"accuse", "say"}}


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim that answers one of an earlier article, each by the ids of its article and its own."""

    article: str
    claim: str
    answered_article: str
    answered_claim: str
    rule: str


class Claiming(Protocol):
    """A record, or what is kept of one: its id and its claims."""

    @property
    def id(self) -> str: ...
    @property
    def claims(self) -> Sequence[Claim]: ...


def answers(records: Sequence[Claiming]) -> Iterator[Answer]:
    """The answers across a story's articles, the earliest first, for denials and confirmations that answer nothing in
    their own.

    The answer's speaker is whom the earlier claim accuses, or what it is about; of several the latest counts.
    """
    for number, record in enumerate(records):
        for claim in record.claims:
            if claim.stance not in ANSWERS or claim.responds_to is not None:
                continue
            for earlier in reversed(records[:number]):
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
