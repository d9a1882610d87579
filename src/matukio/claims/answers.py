"""Which earlier claim a denial or confirmation answers.

«Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imekanusha madai hayo.»: the denial answers the blame, by «madai
hayo» and because Uganda was blamed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.claims.statements import (
    CHARGES,
    MARKS,
    POINTING,
    REPORTS,
    Statement,
    aimed_at,
    holds,
    names,
    of_one_country,
    one_force,
    overlap,
    same_speaker,
)
from matukio.record import Evidence
from matukio.rules import rule

ANSWERING: Final = frozenset({"deny", "confirm"})
INDICTMENTS: Final = frozenset("mashtaka mashitaka".split())
LIKENESS: Final = 0.34
CONFIRMED: Final = 0.5
"""Share of a denial's and of a confirmation's words that an earlier claim must hold too, measured on gold."""


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
        charged = claim.stance in ("accuse", "condemn") and not claim.negates and aimed_at(claim, answer.speakers)
        if not charged or overlap(claim.content, answer.content) or same_speaker(claim.speakers, answer.speakers):
            continue
        shared = answer.lemmas & claim.lemmas
        if len(shared) > 1 and len(shared) >= BLAMED * len(answer.lemmas):
            return n, Evidence(contradicted.name, answer.content.start, answer.content.end)
    return None


BLAMED: Final = 0.25
"""Share of its words that the denial must take up from the charge."""


@rule(
    "stance: denial goes on",
    "Gazeti la Nipashe limeripoti kwamba mgodi umefungwa. Rais amekanusha ripoti hiyo akisema hakuna mgodi kama huo.",
    never="Gazeti la Nipashe limeripoti kwamba mgodi umefungwa. Rais amekanusha ripoti hiyo akisema mgodi unakua.",
)
def denied_on(statements: Sequence[Statement], position: int) -> tuple[int | None, Evidence] | None:
    """«amekanusha ripoti hiyo akisema hakuna …»: who has just denied and says in the negative how it is denies still.
    What the denial answered, if anything, is answered again."""
    answer = statements[position]
    before = statements[position - 1] if position else None
    if (
        before is None
        or before.stance != "deny"
        or not before.speakers
        or not same_speaker(before.speakers, answer.speakers)
    ):
        return None
    if not 0 <= answer.content.start - before.content.end <= STEP:
        return None
    known = answered(statements, position - 1)
    return (None if known is None else known[0]), Evidence(denied_on.name, answer.content.start, answer.content.end)


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
    if inside and answer.denies_noun and not same_speaker(statements[inside[0]].speakers, answer.speakers):
        return inside[0], evidence  # «imekanusha ripoti kwamba …»: the report itself
    others = [
        n for n in range(position - 1, -1, -1)
        if _can_be_answered(statements[n], answer)
        and not overlap(statements[n].content, answer.content)
        and not same_speaker(statements[n].speakers, answer.speakers)
        and not one_force(statements[n].speakers, answer.speakers)
    ]  # fmt: skip
    if (known := _goes_on(statements, position, answer)) is not None:
        return known, evidence
    if _says_itself(answer):
        told = [n for n in others if len(answer.lemmas & statements[n].lemmas - NOUNS) > 0]
        others = [n for n in others if n in told or _is_of(statements[n], answer)]
    if answer.owns_up and answer.content.text.lower().startswith("ku"):
        # «limedai kuhusika» answers whoever blamed it, not who only told of the attack
        others = [n for n in others if statements[n].stance in ("accuse", "condemn")]
    found = _pointed_at(statements, answer, others)
    if found is None:
        found = _owned(statements, answer, others)
    if found is None and _says_itself(answer):
        found = _sharing_most(statements, answer, others)
    if found is None and answer.stance == "deny":
        found = next((n for n in others if _accuses(statements[n], answer)), None)
    if found is None:
        found = _most_alike(statements, answer, others)
    if found is None:
        found = _named(statements, answer, others)
    return None if found is None else (found, evidence)


def _says_itself(answer: Statement) -> bool:
    """«madai ya wizi wa kura», «ripoti kwamba mgodi umefungwa» say what it is; «madai hayo» points back."""
    words = answer.content.text.lower().split()
    points = POINTING & set(words[:4]) or words[1:3] in AGAINST_HIM or words[1:2] in OF_OTHERS
    return answer.denies_noun and len(words) > 3 and not points


def _is_of(claim: Statement, answer: Statement) -> bool:
    """Whether the noun is said to be that speaker's: «madai ya kiongozi wa upinzani Seii»."""
    words = {word.strip(MARKS) for word in answer.content.text.split()[1:OWNER] if word[:1].isupper()}
    return bool(words & {word for party in claim.speakers for word in party.text.split()})


def _sharing_most(statements: Sequence[Statement], answer: Statement, others: Sequence[int]) -> int | None:
    """The claim that shares most words with «ripoti kwamba mgodi umefungwa», of equals the last."""
    shared = {n: len(answer.lemmas & statements[n].lemmas - NOUNS) for n in others}
    best = max(others, key=lambda n: (shared[n], n), default=None)
    return best if best is not None and shared[best] > 1 else None


NOUNS: Final = CHARGES | REPORTS


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


OWNER: Final = 5
"""Words within which «madai ya kiongozi wa upinzani Seii» names whose they are."""
UNTRUE: Final = frozenset("ni si sio siyo huo hiyo hizo hapana uongo uzushi".split())


def _goes_on(statements: Sequence[Statement], position: int, answer: Statement) -> int | None:
    """«imekanusha ripoti hiyo ikisema hakuna kesi»: the second denial right after the first answers the same."""
    before = statements[position - 1] if position else None
    if before is None or before.stance != answer.stance or not same_speaker(before.speakers, answer.speakers):
        return None
    if before.content.end > answer.content.start or answer.content.start - before.content.end > STEP:
        return None
    known = answered(statements, position - 1)
    return None if known is None else known[0]


STEP: Final = 60
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
    against = words[1:3] in AGAINST_HIM and noun in CHARGES
    theirs = words[1:2] in OF_OTHERS and answer.stance == "deny"
    if noun not in CHARGES | REPORTS or not (POINTING & set(words[:4]) or against or theirs):
        return None
    charged = [n for n in others if statements[n].stance in ("accuse", "condemn")]
    everything = charged or others
    aimed = [n for n in charged if aimed_at(statements[n], answer.speakers)]
    charged = [n for n in charged if n >= aimed[0]] if aimed and charged[0] - aimed[0] < 3 else charged
    if noun in INDICTMENTS and not charged:
        return None  # «alikana mashtaka hayo» answers a court, not the paper that tells of it
    chosen = charged if noun in CHARGES and charged else others
    if not chosen:
        return None
    if against and not aimed:
        return None
    if noun not in CHARGES:
        return chosen[0]
    nearest = statements[aimed[0]] if chosen is charged and aimed and aimed[0] in charged else statements[chosen[0]]
    if chosen is charged and (second := _second_charge(statements, answer, others, nearest)) is not None:
        return second
    return [n for n in everything if holds(statements[n].content, nearest.content)][-1]


AGAINST_HIM: Final = (["dhidi", "yake"], ["dhidi", "yao"])
OF_OTHERS: Final = (["yake"], ["yao"], ["zake"], ["zao"], ["lake"], ["lao"])
"""What follows the noun in «takwimu zake si sahihi», which are not the speaker's own."""


def _second_charge(
    statements: Sequence[Statement], answer: Statement, others: Sequence[int], charge: Statement
) -> int | None:
    """What the accuser, or another of his country, went on to tell of the accused after the charge, in words that blame
    nobody: «Kenya imeilaumu Uganda … Waziri wa Kenya alisema kwamba Uganda ilifunga pia bandari»."""
    for n in others:
        told = statements[n]
        if told.content.start <= charge.content.end:
            return None
        accuser = same_speaker(told.speakers, charge.speakers) or of_one_country(told.speakers, charge.speakers)
        if told.stance == "say" and accuser and not told.negates and names(told, answer):
            return n
    return None


def _accuses(claim: Statement, answer: Statement) -> bool:
    """Whether a claim blames the one who denies, or speaks of him by name."""
    if claim.stance in ("accuse", "condemn") and aimed_at(claim, answer.speakers):
        return True
    if answer.content.start - claim.content.end > NEAR:
        return False
    return names(claim, answer)


def _most_alike(statements: Sequence[Statement], answer: Statement, others: Sequence[int]) -> int | None:
    """The nearest claim whose words come again; what is only promised, asked or foreseen is not confirmed."""
    told = [n for n in others if answer.stance == "deny" or statements[n].stance not in UNDONE]
    return next((n for n in told if _alike(statements[n], answer)), None)


UNDONE: Final = frozenset("demand predict promise warn".split())


def _alike(claim: Statement, answer: Statement) -> bool:
    shared = answer.lemmas & claim.lemmas
    least = LIKENESS if answer.stance == "deny" else CONFIRMED
    told = len(answer.lemmas) < 4 and bool(POINTING & set(answer.content.text.lower().split()))  # «mauaji hayo»
    return (len(shared) > 1 or (told and bool(shared))) and len(shared) / len(answer.lemmas) >= least


NEAR: Final = 700
"""Characters over which a denial still answers a claim that only names its speaker."""
