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
LIKENESS, CONFIRMED = 0.34, 0.5
"""Share of a denial's and of a confirmation's words that an earlier claim must hold too, measured on gold."""


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


def statement(text: Text, stance: str, speakers: tuple[Party, ...], target: Party | None, content: Span) -> Statement:
    head = content.text.split()[0].lower().strip("“\"'") if content.text.split() else ""
    return Statement(
        stance, speakers, target, content, frozenset(_lemmas(text, content)), head in CHARGES | REPORTS
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
    inside = [
        n for n, s in enumerate(statements)
        if n < position and answer.content.start < s.content.start and s.content.end <= answer.content.end
    ]  # fmt: skip
    if inside and answer.denies_noun and not _same(statements[inside[0]].speakers, answer.speakers):
        return inside[0], evidence  # «imekanusha ripoti kwamba …»: the report itself
    others = [
        n for n in range(position - 1, -1, -1)
        if statements[n].stance not in ANSWERING
        and not _overlap(statements[n].content, answer.content)
        and not _same(statements[n].speakers, answer.speakers)
    ]  # fmt: skip
    found = _pointed_at(statements, answer, others)
    if found is None and answer.stance == "deny":
        found = next((n for n in others if _accuses(statements[n], answer)), None)
    if found is None:
        found = next((n for n in others if _alike(statements[n], answer)), None)
    return None if found is None else (found, evidence)


def _pointed_at(statements: Sequence[Statement], answer: Statement, others: Sequence[int]) -> int | None:
    """«madai hayo»: the nearest charge, for «ripoti hiyo» the nearest statement."""
    words = answer.content.text.lower().split()
    noun = words[0].strip("“\"'") if words else ""
    if noun not in CHARGES | REPORTS or not POINTING & set(words[:4]):
        return None
    charged = [n for n in others if statements[n].stance in ("accuse", "condemn")]
    return next(iter(charged if noun in CHARGES and charged else others), None)


def _accuses(claim: Statement, answer: Statement) -> bool:
    """Whether a claim blames the one who denies, or speaks of him by name."""
    if claim.stance in ("accuse", "condemn") and _aimed_at(claim, answer.speakers):
        return True
    if answer.content.start - claim.content.end > NEAR:
        return False
    named = {word for party in answer.speakers for word in party.text.split() if word[0].isupper()}
    return any(word in claim.content.text.split() for word in named)


def _alike(claim: Statement, answer: Statement) -> bool:
    shared = answer.lemmas & claim.lemmas
    least = LIKENESS if answer.stance == "deny" else CONFIRMED
    return len(shared) > 1 and len(shared) / len(answer.lemmas) >= least


NEAR = 700
"""Characters over which a denial still answers a claim that only names its speaker."""


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
