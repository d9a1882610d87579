"""What is given to add is read in a process of its own, told of as it is done, and never lost."""

import json
from collections.abc import Iterator
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

import matukio
from matukio.store import Store
from matukio.web import application
from matukio.web.adding import Pace
from matukio.web.inbox import Inbox, Told, inbox_of
from matukio.web.reading import read_parcel

HERE = "http://127.0.0.1:8060"
TEXT = (
    "Mkutano wa Dodoma\n"
    "Rais wa Tanzania Samia Suluhu Hassan alikutana na Rais wa Kenya William Ruto mjini Dodoma Jumanne."
)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with matukio.open(tmp_path / "habari.db") as opened:
        yield opened


@pytest.fixture
def visitor(empty: Store) -> TestClient:
    return TestClient(application(empty), base_url=HERE)


def token(visitor: TestClient, page: str = "/add") -> str:
    return visitor.get(page).text.partition('name="token" value="')[2].partition('"')[0]


def wait(visitor: TestClient, answer: Response) -> list[dict[str, Any]]:
    """What became of each article, when all is done."""
    assert answer.status_code == 303
    for _ in range(1200):
        told = visitor.get(answer.headers["location"] + ".json").json()
        if told["done"]:
            return list(told["rows"])
        sleep(0.1)
    raise AssertionError("not done after two minutes")


def test_a_text_becomes_an_article(empty: Store, visitor: TestClient) -> None:
    given = {"token": token(visitor), "text": TEXT, "published": "2024-06-19", "publisher": "Gazeti"}
    answer = visitor.post("/add?lang=sw", data=given, follow_redirects=False)
    assert answer.status_code == 303
    place = answer.headers["location"]
    with visitor.stream("GET", place.replace("?", "/progress?")) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        events = "".join(stream.iter_text())
    assert "event: line\nid: 1" in events
    assert "event: done\nid: 2" in events
    told = visitor.get(place.replace("?lang=sw", ".json")).json()
    assert told["done"] is True
    assert [(row["outcome"], row["title"]) for row in told["rows"]] == [("added", "Mkutano wa Dodoma")]
    number = told["rows"][0]["article"]
    record = empty.record(number)
    assert (record["published"], record["publisher"]) == ("2024-06-19", "Gazeti")
    assert f'<a href="/articles/{number}?lang=sw" lang="sw">Mkutano wa Dodoma</a>' in visitor.get(place).text
    with visitor.stream("GET", place.replace("?", "/progress?"), headers={"Last-Event-ID": "1"}) as stream:
        again = "".join(stream.iter_text())
    assert "event: line" not in again
    assert "event: done" in again


def test_files_of_all_kinds_are_read_and_what_cannot_be_is_said(empty: Store, visitor: TestClient) -> None:
    lines = "\n".join(json.dumps({"text": TEXT.replace("Dodoma", town)}) for town in ("Arusha", "Mwanza"))
    page = f"<html><body><h1>Reli</h1><p>{TEXT}</p></body></html>"
    files = [
        ("files", ("../../habari.jsonl", lines.encode())), ("files", ("ukurasa.html", page.encode())),
        ("files", ("picha.txt", b"\x89PNG\0\0")),
    ]  # fmt: skip
    answer = visitor.post("/add", data={"token": token(visitor)}, files=files, follow_redirects=False)
    rows = wait(visitor, answer)
    assert [row["outcome"] for row in rows] == ["added", "added", "added", "failed"]
    assert rows[3]["source"] == "picha.txt"
    inbox = inbox_of(empty)
    assert str(inbox.folder) not in rows[3]["reason"]
    # They are let go of when all is told.
    while list(inbox.folder.rglob("*.html")):
        sleep(0.05)
    assert len(empty.articles()) == 3


def test_the_same_text_twice_is_one_article(empty: Store, tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "inbox")
    for outcome in ("added", "unchanged"):
        parcel = inbox.put([("maandishi", TEXT.encode())], [], Told())
        read_parcel(empty, parcel)
        assert parcel.progress[0]["outcome"] == outcome


def test_a_server_that_was_killed_goes_on(empty: Store) -> None:
    """A parcel that lies half read in the inbox is read when the server starts again."""
    parcel = inbox_of(empty).put([("maandishi", TEXT.encode())], [], Told())
    parcel.tell(source="maandishi", outcome="added", title="x", article=1)
    TestClient(application(empty), base_url=HERE)
    for _ in range(1200):
        if parcel.is_done:
            break
        sleep(0.1)
    assert [line.get("outcome") for line in parcel.progress] == ["added", None]
    assert len(empty.articles()) == 1


def test_files_of_this_machine_are_no_addresses(visitor: TestClient) -> None:
    for wrong in ("/etc/passwd", "file:///etc/passwd", "-", "ftp://habari.example/"):
        answer = visitor.post("/add", data={"token": token(visitor), "address": wrong})
        assert answer.status_code == 400
        assert "begins with https://" in answer.text


def test_private_addresses_are_not_fetched(empty: Store, tmp_path: Path) -> None:
    parcel = Inbox(tmp_path / "inbox").put([], ["http://127.0.0.1:9/"], Told())
    read_parcel(empty, parcel)
    assert parcel.progress[0]["outcome"] == "failed"


@pytest.mark.parametrize("given", [{}, {"text": "  "}, {"text": TEXT, "published": "jana"}])
def test_what_cannot_be_taken_is_said_and_stays_in_the_form(visitor: TestClient, given: dict[str, str]) -> None:
    answer = visitor.post("/add", data={"token": token(visitor), **given})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert given.get("text", "").strip() in answer.text


def test_who_comes_too_often_must_wait(visitor: TestClient) -> None:
    for _ in range(20):
        assert visitor.post("/add", data={"token": token(visitor)}).status_code == 400
    answer = visitor.post("/add", data={"token": token(visitor)})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


def test_the_pace_forgets_what_was_long_ago() -> None:
    pace = Pace(most=1, seconds=0.0)
    assert [pace.wait("mgeni") for _ in range(3)] == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("id", ["0123456789abcdef", "..%2F..%2Fhabari", "x"])
def test_what_was_never_given_is_not_there(visitor: TestClient, id: str) -> None:
    assert visitor.get(f"/add/{id}").status_code in (404, 422)
