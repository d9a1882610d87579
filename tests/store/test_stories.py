"""Stories of stored articles."""

from collections.abc import Callable
from datetime import date

import pytest
from typer.testing import CliRunner

from matukio.cli import app
from matukio.errors import StoreError
from matukio.ingest import Article
from matukio.store import Store

FIRST = (
    "Rais wa Kenya akutana na Museveni\n"
    "Rais wa Kenya William Ruto alikutana na Rais wa Uganda Yoweri Museveni mjini Kampala Jumatatu. "
    "Walizungumzia reli mpya itakayounganisha bandari ya Mombasa na mji wa Kampala pamoja na bei ya mafuta."
)
SECOND = (
    "Reli ya Mombasa yatawala mazungumzo ya Kampala\n"
    "Bei ya mafuta na reli ya Mombasa ni kati ya mambo ambayo William Ruto wa Kenya alijadili alipokutana na Rais wa "
    "Uganda Yoweri Museveni mjini Kampala."
)
OTHER = (
    "Wavuvi wa Malawi wapewa boti\n"
    "Wizara ya uvuvi ya Malawi imewapa wavuvi wa Ziwa Nyasa boti thelathini zinazotumia nishati ya jua."
)


@pytest.fixture
def told(empty: Store, make_article: Callable[..., Article]) -> Store:
    for number, (text, day, publisher) in enumerate(
        ((FIRST, 18, "Gazeti"), (SECOND, 19, "Redio"), (FIRST, 20, "Blogu"), (OTHER, 20, "Gazeti")), 1
    ):
        empty.add(make_article(text, f"/habari/{number}.txt", date(2024, 6, day), publisher=publisher))
    return empty


def test_reports_of_one_happening_and_a_copy(told: Store) -> None:
    compared = told.stories()
    assert sorted([article.number for article in story.articles] for story in compared.stories) == [[1, 2, 3], [4]]
    story = compared.story("s1")
    assert [article.copied_from for article in story.articles] == [(), (), (1,)]
    assert story.independent == 2, "the copy and its original are one source"
    assert compared.story("3") == story
    with pytest.raises(StoreError, match="no such story"):
        compared.story("s9")


def test_an_event_with_its_reports(told: Store) -> None:
    compared = told.stories()
    meeting = next(event for event in compared.story("s1").events if event.type == "CONSULT")
    reports = [f"{report.article}.{report.event}" for report in meeting.reports]
    assert {reference.partition(".")[0] for reference in reports} >= {"1", "3"}
    assert compared.event(reports[-1])[1] == meeting
    with pytest.raises(StoreError, match="no such event"):
        compared.event("4.e9")


def test_only_the_days_that_are_asked_for(told: Store) -> None:
    assert told.stories(since="2024-06-21").stories == ()
    assert [story.id for story in told.stories(until="2024-06-18").stories] == ["s1"]


def test_the_commands(told: Store) -> None:
    runner = CliRunner(env={"LANGUAGE": "", "LC_ALL": "C.UTF-8", "COLUMNS": "120", "NO_COLOR": "1"})
    database = ["--db", told.url]
    listed = runner.invoke(app, ["stories", *database])
    assert listed.exit_code == 0, listed.output
    assert "s1" in listed.stdout
    assert "s4" in listed.stdout
    assert "s4" not in runner.invoke(app, ["stories", "--min-independent", "2", *database]).stdout
    full = runner.invoke(app, ["stories", "s1", "--lang", "sw", *database]).stdout
    assert "nakala ya 1" in full
    assert "ripoti 3, huru 2" in full
    event = next(event for event in told.stories().story("s1").events if len(event.reports) > 1)
    because = runner.invoke(app, ["why", event.id, *database]).stdout
    assert event.reasons[0].rule in because
    missing = runner.invoke(app, ["why", "9.e1", *database])
    assert missing.exit_code == 2
    assert "no such event" in missing.stderr
