"""Denials and confirmations find the claim that they answer."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from matukio.tables import read_table


def answers(claims):
    """Content of the answer → content of what it answers."""
    contents = {claim.id: claim.content.text for claim in claims}
    return {claim.content.text: contents[claim.responds_to] for claim in claims if claim.responds_to}


@pytest.mark.parametrize(
    ("article", "found"),
    [
        (
            "Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imekanusha madai hayo.",
            {"madai hayo": "kufunga mpaka"},
        ),
        (
            "Gazeti la Nipashe limeripoti kwamba mgodi umefungwa. Waziri Asha Mushi amekanusha ripoti hiyo.",
            {"ripoti hiyo": "mgodi umefungwa"},
        ),
        (
            "Gazeti la Nipashe limeripoti kwamba mgodi umefungwa. Rais amethibitisha kuwa mgodi umefungwa.",
            {"mgodi umefungwa": "mgodi umefungwa"},
        ),
        ("Kenya imeilaumu Uganda kwa kufunga mpaka. Uganda imeomba mazungumzo.", {}),
        ("Uganda imekanusha madai hayo.", {}),
    ],
)
def test_answers(article, found, claims):
    assert answers(claims(article)) == found


def test_nobody_answers_himself(claims):
    assert answers(claims("Kenya imeilaumu Uganda kwa kufunga mpaka. Kenya imekanusha madai hayo.")) == {}


def test_a_report_told_only_in_its_denial_comes_before_it(claims):
    report, denial = claims("Uganda imekanusha ripoti kwamba mgodi umefungwa.")
    assert (report.stance, report.content.text, report.speakers) == ("say", "mgodi umefungwa", ())
    assert (denial.stance, denial.content.text) == ("deny", "ripoti kwamba mgodi umefungwa")
    assert denial.responds_to == report.id


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of answers.tsv: a denial or confirmation as the news tells them, and what it answers, if anything."""

    article: str
    answer: str
    answered: str | None = None


def test_answers_as_the_news_tells_them(claims):
    """Patterns of denials and confirmations read in broadcasters' articles, told of other people and things."""
    rows = read_table(Path(__file__).parent / "answers.tsv", Answer)
    wrong = [row for row in rows if answers(claims(row.article)).get(row.answer) != row.answered]
    assert len(rows) >= 40
    assert len(wrong) <= 0.1 * len(rows), [row.article for row in wrong]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("nchi yake haijawapa waasi silaha", "deny"),
        ("nchi yake haijapata mvua", "say"),
        ("hafahamu ni nani aliyewapa waasi silaha", "say"),
    ],
)
def test_the_charge_in_the_negative_denies_it(said, stance, claims):
    charge, answer = claims(f"Marekani imeishutumu Iran kwa kuwapa waasi silaha. Rais wa Iran alisema kwamba {said}.")
    assert answer.stance == stance
    assert answer.responds_to == (charge.id if stance == "deny" else None)
