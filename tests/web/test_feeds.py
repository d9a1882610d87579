"""Every view is a feed too: well-formed whatever an article says, each entry with an id and where it leads."""

from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

ATOM = "{http://www.w3.org/2005/Atom}"
VIEWS = (
    "articles", "articles/1", "articles/4", "search", "events", "claims", "timeline", "relations", "entities",
    "stories", "stories/s1",
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_a_feed_has_what_readers_of_feeds_need(visitor: TestClient, view: str) -> None:
    answer = visitor.get(f"/{view}.atom?q=mafuta&first=RUS&second=UKR&lang=sw")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for element in (root, *entries):
        assert all(element.findtext(f"{ATOM}{name}") for name in ("title", "id", "updated"))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert visitor.get(link.get("href", "").partition("#")[0]).status_code == 200


def test_a_page_names_its_feed(visitor: TestClient) -> None:
    page = visitor.get("/events?actor=KEN&limit=1").text
    assert '<link rel="alternate" type="application/atom+xml" href="/events.atom?actor=KEN">' in page
