"""Claims in the terminal as a conversation: each speaker once, what he says under him, under that who answers it.

Kenya (KEN·GOV)
  accuse «imeilaumu» → Uganda (UGA·GOV): kufunga mpaka
    └ Uganda (UGA·GOV) · deny «imekanusha»: madai hayo
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from matukio.export.labels import Labels
from matukio.export.wording import codes, one_line, quoted
from matukio.record import Claim, Party

STANCE_STYLES = {"accuse": "yellow", "condemn": "yellow", "deny": "red", "warn": "yellow", "confirm": "green"}
SAID, ANSWER, REPORT = "- ", "└ ", "› "
"""Before what a speaker says, before who answers the words above and who is reported in them."""


def show_claims(console: Console, claims: Sequence[Claim], words: Labels) -> None:
    """Print claims in the order of the text, a speaker's one below the other; what answers a claim, and what somebody
    else is reported to say in it, stands under it."""
    above = {claim.id: claim.responds_to or _holder(claim, claims) for claim in claims}
    under: dict[str | None, list[Claim]] = {}
    for claim in claims:
        under.setdefault(above[claim.id], []).append(claim)

    def show_under(claim: Claim, column: int) -> None:
        for other in under.get(claim.id, ()):
            mark = ANSWER if other.responds_to == claim.id else REPORT
            said = speakers(other, words).append(" · ").append(_manner(other, words))
            _print(console, mark, said.append(": ").append(one_line(other.content.text), "italic"), column)
            show_under(other, column + 2)

    before: Claim | None = None
    for run in _runs(under.get(None, ()), under):
        if before is None or _who(before) != _who(run[0]):
            _print(console, "", speakers(run[0], words, "bold"), 2)
        content = " ".join(one_line(claim.content.text) for claim in run)
        _print(console, SAID, _manner(run[0], words).append(": ").append(content, "italic"), 4)
        show_under(run[-1], 6)
        before = run[-1]


def speakers(claim: Claim, words: Labels, style: str = "") -> Text:
    """«Serikali ya Chile (CHL·GOV), Ghana (GHA·GOV)», or that nobody is named."""
    named = Text(", ").join(party_text(each, style) for each in claim.speakers)
    return named or Text(words["message.no_speaker"], "dim")


def party_text(each: Party, style: str = "") -> Text:
    """«Ghana (GHA·GOV)»."""
    named, known = Text().append(one_line(each.text), style), codes(each)
    return named.append(f" ({known})", "dim") if known else named


def _manner(claim: Claim, words: Labels) -> Text:
    """How it is said and against whom: «accuse «imeishutumu» → Ghana (GHA·GOV)»."""
    said = Text().append(words[f"stance.{claim.stance}"], STANCE_STYLES.get(claim.stance, "cyan"))
    if claim.cue:
        said.append(f" {quoted(claim.cue)}", "dim")
    return said.append(" → ").append(party_text(claim.target)) if claim.target else said


def _runs(claims: Sequence[Claim], under: dict[str | None, list[Claim]]) -> Iterator[list[Claim]]:
    """The sentences of one quotation together: what goes on without a cue, with the same stance, unanswered."""
    run: list[Claim] = []
    for claim in claims:
        goes_on = run and claim.cue is None and claim.target is None and claim.stance == run[0].stance
        if (
            not goes_on
            or "indirect" in (claim.quote, run[-1].quote)
            or _who(claim) != _who(run[0])
            or run[-1].id in under
        ):
            if run:
                yield run
            run = []
        run.append(claim)
    if run:
        yield run


def _who(claim: Claim) -> tuple[str, ...]:
    return tuple(party.link or party.text for party in claim.speakers)


def _holder(claim: Claim, claims: Sequence[Claim]) -> str | None:
    """The smallest claim of somebody else in whose content this one is reported."""
    around = [
        other
        for other in claims
        if other is not claim
        and other.content.start <= claim.content.start
        and claim.content.end <= other.content.end
        and (other.content.end - other.content.start) > (claim.content.end - claim.content.start)
        and other.responds_to != claim.id
        and _who(other) != _who(claim)
    ]
    smallest = min(around, key=lambda other: other.content.end - other.content.start, default=None)
    return None if smallest is None else smallest.id


def _print(console: Console, mark: str, told: Text, column: int) -> None:
    shown = Table.grid()
    shown.add_row(mark, told)
    console.print(Padding(shown if mark else told, (0, 0, 0, column), expand=False))
