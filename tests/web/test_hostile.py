"""Pages made to do harm: whatever they hold, no page, feed or file of ours holds more than its words.

The corpus of tests/web/hostile is our own; every page of it sets `hacked` where one of its scripts is run.
"""

import csv
import re
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

import matukio
from matukio.store import Store
from matukio.web import application
from matukio.web.inbox import Inbox, Told
from matukio.web.reading import read_parcel
from scripts import browse

HERE = "http://127.0.0.1:8060"
CORPUS = sorted((Path(__file__).parent / "hostile").iterdir())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The corpus, added as a visitor would, under names that are hostile too."""
    folder = tmp_path_factory.mktemp("hostile")
    with matukio.open(folder / "habari.db") as store:
        files = [(f"<img src=x onerror=hacked=1>{path.name}", path.read_bytes()) for path in CORPUS]
        parcel = Inbox(folder / "inbox").put(files, [], Told("2024-06-18", '"><script>hacked=1</script>'))
        read_parcel(store, parcel)
        assert [line["outcome"] for line in parcel.progress[:-1]] == ["added"] * len(CORPUS), parcel.progress
        yield store


@pytest.fixture(scope="module")
def visitor(hostile: Store) -> TestClient:
    return TestClient(application(hostile), base_url=HERE)


def paths() -> list[str]:
    lists = ("articles", "search", "events", "claims", "timeline", "relations", "entities", "stories")
    return [*(f"articles/{number}" for number in range(1, len(CORPUS) + 1)), "stories/1", *lists]


@pytest.mark.parametrize("path", [*paths(), "who", "add"])
def test_no_page_holds_more_than_its_words(visitor: TestClient, path: str, check_page: Callable[[str], None]) -> None:
    asked = {"q": "mafuta", "first": "KEN", "who": "KEN", "from": "2000-01-01"}
    answer = visitor.get(f"/{path}", params=asked)
    assert answer.status_code == 200
    check_page(answer.text)


@pytest.mark.parametrize("path", paths())
def test_twins_are_well_formed(visitor: TestClient, path: str) -> None:
    asked: dict[str, Any] = {"q": "mafuta", "first": "KEN", "from": "2000-01-01"}
    ElementTree.fromstring(visitor.get(f"/{path}.atom", params=asked).content)
    assert visitor.get(f"/{path}.json", params=asked).json()
    for row in csv.reader(StringIO(visitor.get(f"/{path}.csv", params=asked).text)):
        formulas = [cell for cell in row if cell.startswith(("=", "+", "@", "-"))]
        assert not [cell for cell in formulas if not re.fullmatch(r"-?[\d.]+", cell)]


def test_no_browser_runs_what_they_hold(hostile: Store) -> None:
    from playwright.sync_api import sync_playwright

    try:
        program = browse.browser()
    except browse.Problem as problem:
        pytest.skip(str(problem))
    with browse.served(hostile) as base, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(browse.ARGUMENTS))
        page = chromium.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in (*paths()[: len(CORPUS)], "articles", "stories", "events"):
            page.goto(f"{base}/{path}", wait_until="load")
            for mark in page.locator("a.piece").all()[:3]:
                mark.hover()
            assert page.evaluate("() => typeof hacked") == "undefined", path
            assert page.url.startswith(base)
        chromium.close()
    assert not [url for url in asked if not url.startswith((base, "data:"))]
