"""Which earlier claim a denial or confirmation answers.

«Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imekanusha madai hayo.»: the denial answers the blame, by «madai
hayo» and because Uganda was blamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matukio.record import Evidence, Party, Span
from matukio.rules import rule
from matukio.swahili import Text
from matukio.swahili.vocabulary import VOCABULARY

ANSWERING = frozenset({"deny", "confirm"})
CHARGES = frozenset("tuhuma madai shutuma lawama mashtaka shtaka dai".split())
"""Nouns for an accusation."""
REPORTS = frozenset("ripoti habari taarifa uvumi kauli matamshi tangazo hayo hilo hivyo hizo".split())
"""Nouns and pronouns for any statement."""
POINTING = frozenset("hizo hayo hiyo hilo huo hiki hicho hivyo hii hili haya hizi".split())
LIKENESS = 0.34
"""Share of an answer's words that an earlier claim must hold too, measured on gold."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the answers are found by: of each claim the stance, parties and words."""

    stance: str
    speakers: tuple[Party, ...]
    target: Party | None
    content: Span
    lemmas: frozenset[str]


def statement(text: Text, stance: str, speakers: tuple[Party, ...], target: Party | None, content: Span) -> Statement:
    return Statement(stance, speakers, target, content, frozenset(_lemmas(text, content)))


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


@rule(
    "claim: answer to an earlier claim",
    "Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imekanusha madai hayo.",
    "Gazeti la Mwananchi limeripoti kwamba mgodi umefungwa. Waziri Asha Mushi amethibitisha kuwa mgodi umefungwa.",
    never="Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imeomba mazungumzo.",
)
def answered(statements: Sequence[Statement], position: int) -> tuple[int, Evidence] | None:
    """The nearest earlier claim of somebody else that «madai hayo» can mean, that the speaker was the target of, or
    whose words come again."""
    answer = statements[position]
    if answer.stance not in ANSWERING:
        return None
    evidence = Evidence(answered.name, answer.content.start, answer.content.end)
    earlier = [
        n for n in range(position - 1, -1, -1)
        if statements[n].stance not in ANSWERING and not _overlap(statements[n].content, answer.content)
    ]  # fmt: skip
    others = [n for n in earlier if not _same(statements[n].speakers, answer.speakers)]
    words = answer.content.text.lower().split()
    if words and (POINTING & set(words[:4])) and words[0].strip("“\"'") in CHARGES | REPORTS:
        charges = words[0] in CHARGES
        found = next((n for n in others if not charges or statements[n].stance in ("accuse", "condemn")), None)
        found = found if found is not None else next(iter(others), None)
        if found is not None:
            return found, evidence
    for n in others:
        if (
            answer.stance == "deny"
            and statements[n].stance in ("accuse", "condemn")
            and _aimed_at(statements[n], answer.speakers)
        ):
            return n, evidence
    for n in others:
        if (
            answer.lemmas
            and len(answer.lemmas & statements[n].lemmas) / len(answer.lemmas) >= LIKENESS
            and len(answer.lemmas & statements[n].lemmas) > 1
        ):
            return n, evidence
    return None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _same(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    """Whether the same party speaks in both."""
    return any(_identical(a, b) for a in one for b in other)


def _identical(a: Party, b: Party) -> bool:
    if a.start < b.end and b.start < a.end:
        return True
    if a.link is not None or b.link is not None:
        return a.link == b.link
    return a.text == b.text


def _aimed_at(claim: Statement, speakers: tuple[Party, ...]) -> bool:
    """Whether the speaker, or the country whose voice it is, was the target."""
    target = claim.target
    if target is None:
        return False
    return any(_identical(target, s) or (target.country is not None and target.country == s.country) for s in speakers)
