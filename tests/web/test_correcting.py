"""Corrections on the page follow the rules of `matukio fix`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import matukio
from matukio.ingest import Article
from matukio.store import Store
from matukio.web import application
from matukio.web.fields import fields, written
from matukio.web.speaking import speech

HERE = "http://127.0.0.1:8060"


@pytest.fixture
def own(tmp_path: Path, articles: tuple[Article, ...]) -> Iterator[Store]:
    with matukio.open(tmp_path / "habari.db") as opened:
        opened.add(*articles)
        yield opened


@pytest.fixture
def visitor(own: Store) -> TestClient:
    return TestClient(application(own), base_url=HERE)


def send(visitor: TestClient, number: int, **given: str) -> tuple[int, str, str]:
    page = visitor.get("/add").text
    token = page.partition('name="token" value="')[2].partition('"')[0]
    answer = visitor.post(f"/articles/{number}/fix", data={"token": token, **given}, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", ""), answer.text


def test_what_a_form_begins_with_is_what_fix_takes(own: Store) -> None:
    """Every field as the form has it, sent back to `fix`, changes nothing."""
    for number in (1, 2, 3):
        record = own.record(number)
        for kind in ("event", "claim"):
            for item in record[f"{kind}s"]:
                own.fix(f"{number}.{item['id']}", written(kind, item))
        after = own.record(number)
        for group in ("events", "claims"):
            for before, now in zip(record[group], after[group], strict=True):
                kind = group.removesuffix("s")
                assert written(kind, before) == written(kind, now)


def test_a_field_that_is_changed_is_corrected_and_no_other(own: Store, visitor: TestClient) -> None:
    event = own.record(3)["events"][0]
    given = {each.name: each.value for each in fields("event", written("event", event), speech("en"))}
    status, place, _ = send(
        visitor, 3, record=event["id"], do="change", **{**given, "status": "alleged"}, note="tuhuma"
    )
    assert (status, place) == (303, f"/articles/3#a3-{event['id']}")
    made = own.corrections()
    assert [(each.field, each.value, each.note) for _, each in made] == [("status", "alleged", "tuhuma")]
    assert own.record(3)["events"][0]["corrected"] == "changed"


def test_type_and_mode_are_one_field(own: Store, visitor: TestClient) -> None:
    assert send(visitor, 1, record="e1", do="change", kind="CONSULT:phone")[0] == 303
    event = next(each for each in own.record(1)["events"] if each["id"] == "e1")
    assert (event["type"], event["mode"]) == ("CONSULT", "phone")


def test_what_cannot_be_stays_in_the_form_with_the_reason(own: Store, visitor: TestClient) -> None:
    status, _, page = send(visitor, 1, record="e1", do="change", actors="Rais wa Mwezi")
    assert status == 400
    assert "does not stand in the article" in page
    assert 'value="Rais wa Mwezi"' in page
    assert own.corrections() == []
    assert send(visitor, 1, record="e1", do="change")[0] == 400
    assert send(visitor, 1, record="e99", do="change")[0] == 400
    assert send(visitor, 99, record="e1", do="change")[0] == 404


def test_a_record_that_is_none_goes_and_can_come_back(own: Store, visitor: TestClient) -> None:
    assert send(visitor, 3, record="c1", do="reject")[0] == 303
    assert "c1" not in [claim["id"] for claim in own.record(3)["claims"]]
    own.undo("3.c1")
    send(visitor, 3, record="e1", do="change", status="alleged")
    assert "Take corrections back" in visitor.get("/articles/3").text
    assert send(visitor, 3, record="e1", do="undo")[0] == 303
    assert own.record(3)["events"][0]["status"] == "actual"


def test_what_was_missed_is_added(own: Store, visitor: TestClient) -> None:
    status, place, _ = send(visitor, 1, do="event", kind="CONSULT:", status="actual", words="Walizungumzia", actors="")
    assert (status, place) == (303, "/articles/1#a1-ex1")
    assert 'id="a1-ex1"' in visitor.get("/articles/1").text
    status, _, page = send(visitor, 1, do="claim", stance="say", content="hayapo")
    assert status == 400
    assert 'value="hayapo"' in page
