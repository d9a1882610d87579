"""What the answers are found by: of each claim its stance, parties and words.

«Uganda imekanusha madai hayo» answers a charge whose target is Uganda.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matukio.record import Party, Span
from matukio.swahili import Text
from matukio.swahili.vocabulary import VOCABULARY

CHARGES = frozenset("tuhuma madai shutuma lawama mashtaka shtaka dai".split())
"""Nouns for an accusation."""
REPORTS = frozenset(
    "ripoti habari taarifa uvumi kauli matamshi tangazo dhana takwimu maelezo tetesi hayo hilo hivyo hizo".split()
)
"""Nouns and pronouns for any statement."""
POINTING = frozenset("hizo hayo hiyo hilo huo hiki hicho hivyo hii hili haya hizi".split())


@dataclass(frozen=True, slots=True)
class Statement:
    """What the answers are found by: of each claim the stance, parties and words."""

    stance: str
    speakers: tuple[Party, ...]
    target: Party | None
    content: Span
    lemmas: frozenset[str]
    denies_noun: bool
    """The content begins with a noun for what was said: «ripoti kwamba …»."""
    owns_up: bool = False
    """Who speaks admits something: alikiri, amekubali."""
    negates: bool = False
    """Its main verb is negative: hakuna, haina, hatukushambulia."""


def statement(
    text: Text,
    stance: str,
    speakers: tuple[Party, ...],
    target: Party | None,
    content: Span,
    owns_up: bool = False,
    negates: bool = False,
) -> Statement:
    head = content.text.split()[0].lower().strip("“\"'") if content.text.split() else ""
    return Statement(
        stance, speakers, target, content, frozenset(_lemmas(text, content)), head in CHARGES | REPORTS, owns_up,
        negates,
    )  # fmt: skip


def _lemmas(text: Text, content: Span) -> Iterable[str]:
    """The content words: nouns, names, verbs by their oldest stem, numbers."""
    index = text.index_at(content.start)
    while index < len(text) and text.starts[index] < content.end:
        reading = VOCABULARY.analyses(text.types[index])[0]
        if reading.verb is not None:
            if reading.verb.tense != "copula":
                yield reading.verb.chain[-1]
        elif reading.source_verb:
            yield reading.source_verb
        elif reading.upos in ("NOUN", "PROPN", "NUM", "ADJ"):
            yield reading.lemma.lower()
        index += 1


MARKS = "“”\"'«».,;:"


def of_one_country(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    return any(a.country is not None and a.country == b.country for a in one for b in other)


def names(claim: Statement, parties: tuple[Party, ...]) -> bool:
    """Whether the words name one of the parties."""
    named = {word for party in parties for word in party.text.split() if word[0].isupper()}
    return any(word.strip(MARKS) in named for word in claim.content.text.split())


def holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def same_speaker(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """Whether the same party speaks in both."""
    return any(identical(a, b) for a in one for b in other)


FORCES = frozenset({"COP", "MIL"})


def one_force(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """A country's police, or its army, does not answer itself: Kamanda Ali Hamisi alisema …, polisi wamethibitisha …"""
    return any(a.country and a.country == b.country and a.sector == b.sector in FORCES for a in one for b in other)


def identical(a: Party, b: Party) -> bool:
    if a.start < b.end and b.start < a.end:
        return True
    if a.link is not None or b.link is not None:
        return a.link == b.link
    return a.text == b.text


def aimed_at(claim: Statement, speakers: tuple[Party, ...]) -> bool:
    """Whether the speaker, or the country whose voice it is, was the target."""
    target = claim.target
    if target is None:
        return False
    return any(identical(target, s) or (target.country is not None and target.country == s.country) for s in speakers)
