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
INDICTMENTS = frozenset("mashtaka mashitaka".split())
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


@rule(
    "stance: says that the charge is not so",
    "Marekani imeishutumu Iran kwa kuwapa waasi silaha. Rais wa Iran alisema kwamba nchi yake haijawapa waasi silaha.",
    never="Marekani imeishutumu Iran kwa kuwapa waasi silaha. Rais wa Iran alisema kwamba nchi yake haijapata mvua.",
)
def contradicted(statements: Sequence[Statement], position: int) -> tuple[int, Evidence] | None:
    """The earlier charge against the speaker whose words he takes up with a negative verb, though he merely «says» so.
    That anybody else says a like thing in the negative denies nothing: of 14 met in the news two did."""
    answer = statements[position]
    for n in range(position - 1, -1, -1):
        claim = statements[n]
        if answer.content.start - claim.content.end > NEAR:
            return None
        charged = claim.stance in ("accuse", "condemn") and not claim.negates and _aimed_at(claim, answer.speakers)
        if not charged or _overlap(claim.content, answer.content) or _same(claim.speakers, answer.speakers):
            continue
        shared = answer.lemmas & claim.lemmas
        if len(shared) > 1 and len(shared) >= BLAMED * len(answer.lemmas):
            return n, Evidence(contradicted.name, answer.content.start, answer.content.end)
    return None


BLAMED = 0.25
"""Share of its words that the denial must take up from the charge."""


@rule(
    "claim: answer to an earlier claim",
    "Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imekanusha madai hayo.",
    "Gazeti la Mwananchi limeripoti kwamba mgodi umefungwa. Waziri Asha Mushi amethibitisha kuwa mgodi umefungwa.",
    "Kundi la Al-Shabaab limedai kuhusika na shambulizi hilo. Serikali ya Kenya imekanusha madai ya kundi hilo.",
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
        if _can_be_answered(statements[n], answer)
        and not _overlap(statements[n].content, answer.content)
        and not _same(statements[n].speakers, answer.speakers)
    ]  # fmt: skip
    if (known := _goes_on(statements, position, answer)) is not None:
        return known, evidence
    found = _pointed_at(statements, answer, others)
    if found is None:
        found = _owned(statements, answer, others)
    if found is None and answer.stance == "deny":
        found = next((n for n in others if _accuses(statements[n], answer)), None)
    if found is None:
        found = next((n for n in others if _alike(statements[n], answer)), None)
    if found is None:
        found = _named(statements, answer, others)
    return None if found is None else (found, evidence)


def _can_be_answered(claim: Statement, answer: Statement) -> bool:
    """Denials and confirmations are answers themselves, but «kundi hilo limedai kuhusika» can be denied."""
    if claim.stance == "confirm":
        return not claim.speakers or claim.owns_up and answer.stance == "deny"
    return claim.stance != "deny"


def _owned(statements: Sequence[Statement], answer: Statement, others: Sequence[int]) -> int | None:
    """«madai ya Seii hayana msingi»: the nearest claim of whose name follows the noun; for a noun alone («shtaka ambalo
    Uganda imelikanusha»), a mere «si kweli» or «mauaji hayo» the claim right before."""
    words = [word.strip(MARKS) for word in answer.content.text.split()]
    noun = words[0].lower() if words else ""
    if noun in CHARGES | REPORTS:
        names = {word for word in words[1:OWNER] if word[:1].isupper()}
        told = (n for n in others if names & {w for party in statements[n].speakers for w in party.text.split()})
        if names and (known := next(told, None)) is not None:
            return known
    bare = len(words) == 1 and answer.stance == "deny" and noun in CHARGES | REPORTS
    mere = len(words) <= 3 and answer.stance == "deny" and noun in UNTRUE
    again = answer.stance == "confirm" and 1 < len(words) <= 3 and words[-1].lower() in POINTING
    if not (bare or mere or again):
        return None
    return next((n for n in others if 0 <= answer.content.start - statements[n].content.end < NEAR // 2), None)


MARKS = "“”\"'«».,;:"
OWNER = 5
"""Words within which «madai ya kiongozi wa upinzani Seii» names whose they are."""
UNTRUE = frozenset("ni si sio siyo huo hiyo hizo hapana uongo uzushi".split())


def _goes_on(statements: Sequence[Statement], position: int, answer: Statement) -> int | None:
    """«imekanusha ripoti hiyo ikisema hakuna kesi»: the second denial right after the first answers the same."""
    before = statements[position - 1] if position else None
    if before is None or before.stance != answer.stance or not _same(before.speakers, answer.speakers):
        return None
    if before.content.end > answer.content.start or answer.content.start - before.content.end > STEP:
        return None
    known = answered(statements, position - 1)
    return None if known is None else known[0]


STEP = 60
"""Characters between a denial and its going on: a comma and the cue."""


def _named(statements: Sequence[Statement], answer: Statement, others: Sequence[int]) -> int | None:
    """The nearest claim about the same person: «fedha zilimfikia Nyusi», «kinakanusha Nyusi alifanya kosa»; for who
    owns up the accusation right before."""
    near = [n for n in others if answer.content.start - statements[n].content.end < NEAR]
    if answer.stance == "deny":
        names = {word for word in answer.content.text.split()[1:] if word[:1].isupper()}
        first = answer.content.text.split()[:1]
        names |= {word for word in first if word[:1].isupper()}
        names -= {word for party in answer.speakers for word in party.text.split()}
        return next((n for n in near if names & set(statements[n].content.text.split())), None)
    if answer.owns_up:
        right_before = [n for n in near if answer.content.start - statements[n].content.end < NEAR // 2]
        return next((n for n in right_before if statements[n].stance == "accuse"), None)
    return None


def _pointed_at(statements: Sequence[Statement], answer: Statement, others: Sequence[int]) -> int | None:
    """«madai hayo»: the nearest charge, for «ripoti hiyo» the nearest statement."""
    words = answer.content.text.lower().split()
    noun = words[0].strip("“\"'") if words else ""
    if noun not in CHARGES | REPORTS or not POINTING & set(words[:4]):
        return None
    charged = [n for n in others if statements[n].stance in ("accuse", "condemn")]
    everything = charged or others
    aimed = [n for n in charged if _aimed_at(statements[n], answer.speakers)]
    charged = [n for n in charged if n >= aimed[0]] if aimed and charged[0] - aimed[0] < 3 else charged
    if noun in INDICTMENTS and not charged:
        return None  # «alikana mashtaka hayo» answers a court, not the paper that tells of it
    chosen = charged if noun in CHARGES and charged else others
    if not chosen:
        return None
    nearest = statements[aimed[0]] if chosen is charged and aimed and aimed[0] in charged else statements[chosen[0]]
    if noun not in CHARGES:
        return chosen[0]
    return [n for n in everything if _holds(statements[n].content, nearest.content)][-1]


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


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
    told = len(answer.lemmas) < 4 and bool(POINTING & set(answer.content.text.lower().split()))  # «mauaji hayo»
    return (len(shared) > 1 or (told and bool(shared))) and len(shared) / len(answer.lemmas) >= least


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
