"""What the answers are found by: of each claim its stance, parties and words.

«Uganda imekanusha madai hayo» answers a charge whose target is Uganda.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from matukio.frozen import quick_init
from matukio.record import Party, Span
from matukio.swahili import Text
from matukio.swahili.vocabulary import VOCABULARY

CHARGES: Final = frozenset("tuhuma madai shutuma lawama mashtaka shtaka dai".split())
"""Nouns for an accusation."""
REPORTS: Final = frozenset(
    "ripoti habari taarifa uvumi kauli matamshi tangazo dhana takwimu maelezo tetesi hayo hilo hivyo hizo".split()
)
"""Nouns and pronouns for any statement."""
POINTING: Final = frozenset("hizo hayo hiyo hilo huo hiki hicho hivyo hii hili haya hizi".split())


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
    named: frozenset[str] = frozenset()
    """The names in the words for its speakers, without titles: «Waziri Asha Mushi»."""


quick_init(Statement)


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
        negates, frozenset(name for party in speakers for name in _names_of(text, party)),
    )  # fmt: skip


def _lemmas(text: Text, content: Span) -> Iterable[str]:
    """The content words: nouns, names, verbs by their oldest stem, numbers."""
    index = text.index_at(content.start)
    while index < len(text) and text.starts[index] < content.end:
        reading = text.likeliest[index]
        if reading.verb is not None:
            if reading.verb.tense != "copula":
                yield reading.verb.chain[-1]
        elif reading.source_verb:
            yield reading.source_verb
        elif reading.upos in ("NOUN", "PROPN", "NUM", "ADJ"):
            yield reading.lemma.lower()
        index += 1


def _names_of(text: Text, party: Party) -> Iterable[str]:
    """Words with a capital that are no noun of the language: of «Familia ya Asha Mushi» Asha and Mushi."""
    index = text.index_at(party.start)
    while index < len(text) and text.starts[index] < party.end:
        readings = VOCABULARY.analyses(text.types[index])
        noun = any(r.upos == "NOUN" and not r.guess for r in readings)
        if text.string[text.starts[index]].isupper() and not noun:
            yield text.string[text.starts[index] : text.ends[index]]
        index += 1


MARKS: Final = "“”\"'«».,;:"


def of_one_country(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    return any(a.country is not None and a.country == b.country for a in one for b in other)


def names(claim: Statement, answer: Statement) -> bool:
    """Whether the words of a claim name one of those who answer."""
    return any(word.strip(MARKS) in answer.named for word in claim.content.text.split())


def holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def same_speaker(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """Whether the same party speaks in both."""
    return any(identical(a, b) for a in one for b in other)


FORCES: Final = frozenset({"COP", "MIL"})


def one_force(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """A country's police, or its army, does not answer itself: Kamanda Ali Hamisi alisema …, polisi wamethibitisha …"""
    return any(a.country and a.country == b.country and a.sector == b.sector in FORCES for a in one for b in other)


def identical(a: Party, b: Party) -> bool:
    if a.start < b.end and b.start < a.end:
        return True
    if a.link is not None or b.link is not None:
        return a.link == b.link and (not (a.link or "").startswith("cty:") or _one_state(a, b))
    return a.text == b.text


def _one_state(a: Party, b: Party) -> bool:
    """Whether two parties that a country's name links are the state both: «mitandao nchini Kenya» is not Kenya."""
    return a.sector == b.sector and "nchini" not in {*a.text.split(), *b.text.split()}


def aimed_at(claim: Statement, speakers: tuple[Party, ...]) -> bool:
    """Whether the speaker, or the country whose voice it is, was the target."""
    target = claim.target
    if target is None:
        return False
    return any(identical(target, s) or _voice_of(target, s) for s in speakers)


STATE: Final = frozenset("COP GOV JUD LEG MIL SPY".split())
"""Who speaks for a country."""
OPPOSED: Final = frozenset("CRM OPP REB UAF".split())


def _voice_of(target: Party, speaker: Party) -> bool:
    if target.country is None or target.country != speaker.country or target.sector in OPPOSED:
        return False
    return speaker.sector in STATE
