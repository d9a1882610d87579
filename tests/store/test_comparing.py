"""Articles compared as they come: in any order the same copies, stories and events."""

import random
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import Table, insert, select, text
from typer.testing import CliRunner

import matukio
from matukio.cli import app
from matukio.errors import StoreError
from matukio.ingest import Article
from matukio.record import Record, SentenceSpan
from matukio.store import Store
from matukio.store.comparing import comparing
from matukio.store.connection import reading, writing
from matukio.store.layout import ALIKE, ARTICLES, COPIES, REPORTS, STORIES, TELLINGS
from matukio.store.stories import uncompared
from matukio.stories.index import Memory
from matukio.stories.originals import find_copies
from matukio.stories.shapes import shape

MEETING = (
    "Rais wa Ghana akutana na Quispe\n"
    "Rais wa Ghana Kofi Adomako alikutana na Rais wa Peru Rosa Quispe mjini Lima Jumatatu. "
    "Walizungumzia biashara ya kakao, uvuvi na reli mpya itakayounganisha bandari ya Callao na mji wa Lima.\n"
    "Serikali ya Chile imeishutumu Ghana kwa kuipatia Peru bunduki kwa siri. Ghana imekanusha shutuma hizo mara moja."
)
RETOLD = (
    "Kakao yatawala mazungumzo ya Lima\n"
    "Kofi Adomako wa Ghana amekutana na Rais wa Peru Rosa Quispe mjini Lima na wamekubaliana kuongeza biashara ya "
    "kakao na uvuvi kati ya Ghana na Peru."
)
DENIAL = (
    "Ghana yakanusha madai ya Chile\n"
    "Serikali ya Ghana imekanusha madai ya Chile kwamba iliipatia Peru bunduki. Kofi Adomako alisema mjini Accra kuwa "
    "biashara ya kakao na Peru itaendelea."
)
STRIKE = (
    "Madaktari wagoma Harare\n"
    "Madaktari wa hospitali za umma mjini Harare wameanza mgomo wakidai mishahara yao ya miezi mitatu. Wizara ya afya "
    "ya Zimbabwe imewataka kurudi kazini haraka iwezekanavyo."
)
JOINED = MEETING.partition("\n")[2] + "\n" + STRIKE.partition("\n")[2]
TEXTS = (
    ("a", MEETING, 18, "Gazeti la Bonde"),
    ("b", RETOLD, 19, "Redio Kilele"),
    ("c", MEETING, 20, "Blogu"),
    ("d", DENIAL, 21, "Mwambao Leo"),
    ("e", STRIKE, 18, "Gazeti la Bonde"),
    ("f", JOINED, 22, "Kurasa"),
    ("g", MEETING, 18, "Nakala"),
    ("h", RETOLD.replace("Lima", "Callao"), None, None),
)


@pytest.fixture(scope="module")
def reports(make_article: Callable[..., Article]) -> list[Article]:
    return [
        make_article(body, f"/habari/{name}.txt", date(2024, 6, day) if day else None, publisher=publisher)
        for name, body, day, publisher in TEXTS
    ]


NUMBERS = ("article_id", "story", "other_id", "original_id", "id", "first_article")


def told(store: Store) -> dict[str, list[Any]]:
    """What the tables say, articles by the files they came from."""
    with reading(store.engine) as connection:
        names = {row.id: row.source for row in connection.execute(select(ARTICLES.c.id, ARTICLES.c.source))}

        def rows(table: Table, *columns: str) -> list[Any]:
            """Rows with articles by their names instead of their numbers."""
            return [
                tuple(names[row[column]] if column in NUMBERS else row[column] for column in columns)
                for row in connection.execute(select(table)).mappings()
            ]

        found = {
            "stories": rows(REPORTS, "article_id", "story"),
            "alike": rows(ALIKE, "article_id", "other_id", "millionths"),
            "copies": rows(COPIES, "article_id", "paragraph", "original_id"),
            "counts": rows(STORIES, "id", "reports", "independent", "last_day"),
            "tellings": rows(TELLINGS, "article_id", "number", "first_article", "first_number", "reports",
                             "independent", "rule"),
        }  # fmt: skip
    return {name: sorted(rows, key=str) for name, rows in found.items()}


def test_any_order_and_any_number_at_a_time_give_the_same(empty: Store, reports: list[Article], tmp_path: Any) -> None:
    empty.add(*reports)
    expected = told(empty)
    assert len({story for _, story in expected["stories"]}) < len(reports)
    assert expected["copies"]
    generator = random.Random(4)
    for number in range(3):
        with matukio.open(tmp_path / f"{number}.db") as other:
            for article in generator.sample(reports, len(reports)):
                other.add(article)
            assert told(other) == expected


def test_set_phrases_of_many_articles_are_the_same_copies_in_any_order(
    empty: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = 20
    for module in ("matukio.stories.index", "matukio.store.holders"):
        monkeypatch.setattr(f"{module}.SET_PHRASE", many)
    last_lines = " ".join(f"neno{place}" for place in range(60))
    texts = [f"{' '.join(f'lingine{n}x{place}' for place in range(20))}\n{last_lines}" for n in range(many + 6)]
    shapes = [
        shape(Record(f"{n}", None, None, None, date(2024, 1, 1), "sw", text, (SentenceSpan(0, len(text)),)))
        for n, text in enumerate(texts)
    ]
    expected = Memory()
    for number, each in enumerate(shapes, 1):
        expected.put(number, each)
        find_copies(expected, number)
    now = datetime(2024, 6, 18)
    with writing(empty.engine) as connection:
        for number in range(1, len(shapes) + 1):
            row = {"id": number, "identity": f"{number}", "hash": "", "version": 1, "source": f"{number}",
                   "language": "sw", "added": now, "changed": now, "made_by": ""}  # fmt: skip
            connection.execute(insert(ARTICLES), row)
        numbered = list(enumerate(shapes, 1))
        with comparing(connection) as compared:
            for number, each in random.Random(3).sample(numbered, len(numbered)):
                compared.add(number, each)
        found: dict[int, list[int]] = {number: [] for number, _ in numbered}
        for row in connection.execute(select(COPIES).order_by(COPIES.c.paragraph)):
            found[row.article_id].append(row.original_id)
    assert sum(map(len, found.values())) == many - 1
    assert found == {number: [copy.original for copy in expected.copies(number)] for number, _ in numbered}


def test_removed_articles_leave_nothing_behind(empty: Store, reports: list[Article], tmp_path: Any) -> None:
    kept = [reports[number] for number in (1, 2, 3, 5, 7)]
    empty.add(*reports)
    for number in (0, 4, 6):
        empty.remove(reports[number].source)
    with matukio.open(tmp_path / "other.db") as other:
        other.add(*kept)
        assert told(empty) == told(other)
    assert empty.check() == []


def test_a_changed_article_is_compared_again(empty: Store, reports: list[Article], make_article: Any) -> None:
    empty.add(*reports[:3])
    before = told(empty)
    assert len({story for _, story in before["stories"]}) == 1
    empty.add(make_article(STRIKE, "/habari/b.txt", date(2024, 6, 19), publisher="Redio Kilele"))
    after = told(empty)
    assert ("/habari/b.txt", "/habari/b.txt") in after["stories"]
    empty.add(reports[1])
    assert told(empty) == before


def test_rereading_and_correcting_keep_the_stories(empty: Store, reports: list[Article]) -> None:
    empty.add(*reports)
    before = told(empty)
    empty.reread(every=True)
    assert told(empty) == before
    event = next(event for event in empty.stories().story("1").events if len(event.reports) > 1)
    empty.fix(event.id, {"type": "THREATEN"})
    after = empty.stories().story("1")
    assert event.reports[0] not in next(e for e in after.events if event.reports[-1] in e.reports).reports
    empty.undo(event.id)
    assert told(empty) == before


def test_what_an_older_version_added_is_compared_when_it_is_asked_for(empty: Store, reports: list[Article]) -> None:
    empty.add(*reports)
    expected = told(empty)
    with writing(empty.engine) as connection:
        for name in ("reports", "shingles", "alike", "copies", "stories", "tellings"):
            connection.execute(text(f"DELETE FROM {name}"))
        connection.execute(text("UPDATE compared SET token = token + 1"))
    assert uncompared(empty.engine) == len(reports)
    heard: list[int] = []
    empty.stories(heard=heard.append)
    assert len(heard) == len(reports)
    assert uncompared(empty.engine) == 0
    assert told(empty) == expected


def stories_of(store: Store) -> list[list[int]]:
    return sorted(sorted(article.number for article in story.articles) for story in store.stories().stories)


def test_a_story_is_split_and_joined_by_hand(empty: Store, reports: list[Article]) -> None:
    empty.add(*reports[:3], reports[4])
    assert stories_of(empty) == [[1, 2, 3], [4]]
    assert empty.split("2", "another meeting") == 2
    assert stories_of(empty) == [[1, 3], [2], [4]]
    empty.join("4", "s1")
    assert stories_of(empty) == [[1, 3, 4], [2]]
    empty.reread(every=True)
    empty.add(reports[6])
    found = stories_of(empty)
    assert [2] in found
    assert [1, 3, 4, 5] in found, "what comes later changes nothing of what somebody said"
    assert [(each.one, each.other, each.together) for each in empty.said()][-1] == ("4", "1", True)
    assert empty.undo("2") == 2
    assert empty.undo("4") == 1
    assert stories_of(empty) == [[1, 2, 3, 5], [4]]
    with pytest.raises(StoreError, match="stands alone"):
        empty.split("4")
    with pytest.raises(StoreError, match="no such story"):
        empty.join("1", "s3")
    with pytest.raises(StoreError, match="two articles"):
        empty.join("1", "2.e1")
    assert empty.check() == []


def test_events_are_split_and_joined_by_hand(empty: Store, reports: list[Article]) -> None:
    empty.add(*reports[:3])
    meeting = next(event for event in empty.stories().story("1").events if event.type == "CONSULT")
    assert len(meeting.reports) == 3
    last = f"{meeting.reports[1].article}.{meeting.reports[1].event}"
    assert empty.split(last) == 2
    empty.reread(every=True)
    empty.add(reports[6])
    apart = empty.stories().event(last)[1]
    assert [report.article for report in apart.reports] == [last.partition(".")[0]]
    empty.join(last, meeting.id)
    together = empty.stories().event(last)[1]
    assert len(together.reports) == 4
    assert "joined by hand" in {reason.rule for reason in together.reasons}
    accusation = next(event for event in empty.stories().story("1").events if event.type == "ACCUSE")
    with pytest.raises(StoreError, match="correct the type"):
        empty.join(last, accusation.id)
    with pytest.raises(StoreError, match="no such event"):
        empty.split("1.e99")


def test_the_commands_that_split_and_join(empty: Store, reports: list[Article]) -> None:
    empty.add(*reports[:3])
    runner = CliRunner(env={"LC_ALL": "C.UTF-8", "COLUMNS": "120"})
    database = ["--db", empty.url]
    assert "kept apart from 2 others" in runner.invoke(app, ["fix", "2", "--split", *database]).stdout
    assert "2 split from 1" in runner.invoke(app, ["fix", "--list", *database]).stdout
    assert "took back 2" in runner.invoke(app, ["fix", "2", "--undo", *database]).stdout
    refused = runner.invoke(app, ["fix", "2", "--split", "--join", "1", *database])
    assert (refused.exit_code, "stand alone" in refused.stderr) == (2, True)
    assert "is one with s1" in runner.invoke(app, ["fix", "3", "--join", "s1", *database]).stdout


def test_an_event_counts_once_unless_every_report_is_asked_for(empty: Store, reports: list[Article]) -> None:
    empty.add(*reports[:3])
    story = empty.stories().story("1")
    meeting = next(event for event in story.events if event.type == "CONSULT")
    assert (len(meeting.reports), meeting.independent) == (3, 2)
    once = empty.timeline("GHA", "PER", type="CONSULT")
    assert once.column("id") == [meeting.id]
    assert (once.column("reports"), once.column("independent")) == ([3], [2])
    every = empty.timeline("GHA", "PER", type="CONSULT", all_reports=True)
    assert sorted(every.column("article_id")) == [1, 2, 3]
    copy = next(row for row in every if row["article_id"] == 3)
    assert copy["copy_of"] == meeting.id
    assert {row["happening"] for row in every} == {meeting.id}
    assert empty.relations("GHA", "PER", type="CONSULT").column("events") == [1]
    assert empty.relations("GHA", "PER", type="CONSULT", all_reports=True).column("events") == [3]
    assert len(empty.events(type="CONSULT")) == len(empty.events(type="CONSULT", min_sources=2)) == 3
    assert len(empty.events(type="CONSULT", min_sources=3)) == 0
    assert len(empty.timeline("GHA", "PER", type="CONSULT", limit=1)) == 1


def test_what_stands_in_a_copied_paragraph_is_one_event(empty: Store, reports: list[Article]) -> None:
    empty.add(reports[0], reports[2])
    rules = {reason.rule for event in empty.stories().story("1").events for reason in event.reasons}
    assert rules == {"a copied paragraph"}


def test_the_timeline_of_a_story(empty: Store, reports: list[Article]) -> None:
    empty.add(*reports[:3], reports[4])
    of_story = empty.timeline(story="s1")
    assert set(of_story.column("article_id")) <= {1, 2, 3}
    assert len(of_story) == len(empty.stories().story("s1").events)
    runner = CliRunner(env={"LANGUAGE": "", "LC_ALL": "C.UTF-8", "COLUMNS": "160", "NO_COLOR": "1"})
    database = ["--db", empty.url]
    shown = runner.invoke(app, ["timeline", "--story", "s1", *database])
    assert shown.exit_code == 0, shown.output
    assert "Sources" in shown.stdout
    assert "copied from 1.e" in runner.invoke(app, ["timeline", "--story", "s1", "--all-reports", *database]).stdout
    refused = runner.invoke(app, ["timeline", *database])
    assert (refused.exit_code, "name a party" in refused.stderr) == (2, True)
    assert runner.invoke(app, ["timeline", "--story", "kesho", *database]).exit_code == 2
    assert runner.invoke(app, ["events", "--min-sources", "0", *database]).exit_code == 2


def test_check_tells_of_what_no_story_tells(empty: Store, reports: list[Article]) -> None:
    empty.add(*reports[:3])
    with writing(empty.engine) as connection:
        connection.execute(text("DELETE FROM tellings WHERE article_id = 2"))
        connection.execute(text("UPDATE stories SET reports = 9 WHERE id = 1"))
    found = empty.check()
    assert any("is told in no story" in line for line in found)
    assert "story s1: has 3 reports, and counts others" in found
