"""Every list has a twin as JSON and one as CSV: the same rows for the same query."""

import csv
from io import StringIO

import pytest
from fastapi.testclient import TestClient

from matukio.record import Record
from matukio.store import Store

LISTS = {
    "articles": "publisher=Gazeti", "search": "q=mafuta", "events": "actor=KEN", "claims": "stance=deny",
    "timeline": "first=KEN", "relations": "first=RUS&second=UKR", "entities": "type=PER", "stories": "limit=2",
}  # fmt: skip


@pytest.mark.parametrize("name, query", LISTS.items())
def test_json_and_csv_have_the_same_rows(visitor: TestClient, name: str, query: str) -> None:
    told = visitor.get(f"/{name}.json?{query}")
    assert told.headers["content-type"] == "application/json"
    table = visitor.get(f"/{name}.csv?{query}")
    assert table.headers["content-type"].startswith("text/csv")
    assert table.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    rows = list(csv.DictReader(StringIO(table.text)))
    assert rows
    assert len(rows) == len(told.json()["rows"])
    key = next(iter(rows[0]))
    assert [row[key] for row in rows] == [str(row[key]) for row in told.json()["rows"]]


def test_the_rows_are_those_of_the_store(store: Store, visitor: TestClient) -> None:
    told = visitor.get("/events.json", params={"actor": "KEN", "from": "2024-06-18"}).json()["rows"]
    assert [row["id"] for row in told] == [row["id"] for row in store.events(actor="KEN", since="2024-06-18")]
    assert told[0]["published"] == "2024-06-19"


def test_an_article_is_its_record(store: Store, visitor: TestClient) -> None:
    plain = visitor.get("/articles/1.json").json()
    assert plain == store.record(1)
    assert Record.from_dict(plain).events


def test_a_limit_that_leaves_rows_out_says_so(visitor: TestClient) -> None:
    assert visitor.get("/articles.json?limit=1").json()["more"] is True
    assert visitor.get("/articles.json").json()["more"] is False


def test_the_interface_is_described(visitor: TestClient) -> None:
    told = visitor.get("/openapi.json").json()
    views = [*LISTS, "articles/{number}", "stories/{id}"]
    twins = {f"/{name}.{form}" for name in views for form in ("json", "csv", "atom")}
    assert set(told["paths"]) == twins | {"/add/{id}.json"}
    assert {method for path in told["paths"].values() for method in path} == {"get"}
    named = {parameter["name"] for parameter in told["paths"]["/events.json"]["get"]["parameters"]}
    assert {"actor", "recipient", "type", "status", "from", "to", "min_confidence", "limit"} <= named
    assert visitor.get("/docs").status_code == visitor.get("/redoc").status_code == 404


@pytest.mark.parametrize("name", ["timeline", "relations"])
def test_a_drawing_stands_above_the_table(visitor: TestClient, name: str) -> None:
    page = visitor.get(f"/{name}?first=RUS&second=UKR&lang=sw").text
    assert f'<img src="/{name}.svg?first=RUS&amp;second=UKR&amp;lang=sw"' in page
    drawing = visitor.get(f"/{name}.svg?first=RUS&second=UKR&lang=sw")
    assert drawing.headers["content-type"] == "image/svg+xml"
    assert "Alama" in drawing.text
    assert "<script" not in drawing.text
