"""Every page shows what the store has, in both languages, with links that keep what was asked."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from matukio.export.labels import labels
from matukio.export.summary import summary
from matukio.record import Record
from matukio.store import Store
from matukio.web import application

PAGES = (
    "/", "/articles", "/articles/1", "/articles/4", "/search", "/search?q=kutembelea", "/events", "/claims",
    "/events?actor=KEN&status=actual", "/timeline", "/timeline?first=KEN", "/timeline?first=KEN&second=UGA",
    "/relations", "/relations?first=RUS", "/relations?first=RUS&second=UKR", "/who?who=RUS",
    "/who?who=per:william-ruto", "/add", "/entities", "/stories", "/stories/s1",
)  # fmt: skip


def links(page: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]*)"', page)]


@pytest.mark.parametrize("language", ["en", "sw"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_speaks_both_languages(visitor: TestClient, page: str, language: str) -> None:
    answer = visitor.get(f"{page}{'&' if '?' in page else '?'}lang={language}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert labels(language)["section.claims"] in answer.text
    inside = [link for link in links(answer.text) if re.fullmatch(r"/(?!static|.*\.(csv|json|atom)).*", link)]
    other = "en" if language == "sw" else "sw"
    assert {f"lang={language}" in link for link in inside if f"lang={other}" not in link} == {True}
    assert len([link for link in inside if f"lang={other}" in link]) == 1, "the switch"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_names_a_place_twice_or_leads_nowhere(visitor: TestClient, page: str) -> None:
    text = visitor.get(page).text
    places = re.findall(r'\bid="([^"]*)"', text)
    assert len(places) == len(set(places))
    assert {link[1:] for link in links(text) if link.startswith("#")} <= set(places)


def test_the_newest_articles_come_first(visitor: TestClient) -> None:
    found = re.findall(r'href="/articles/(\d+)"', visitor.get("/").text)
    assert found == ["4", "3", "2", "1"]


def test_search_finds_a_word_in_another_form(visitor: TestClient) -> None:
    page = visitor.get("/search", params={"q": "kutembelea"}).text
    assert "«alimtembelea»" in page
    assert 'value="kutembelea"' in page


@pytest.mark.parametrize("page", ["/events?", "/timeline?first=KEN&", "/relations?first=RUS&second=UKR&"])
def test_events_are_narrowed_to_what_several_sources_tell(visitor: TestClient, page: str) -> None:
    assert re.search(r'<input type="number" name="min_sources" min="1" max="1000" value="9">',
                     visitor.get(f"{page}min_sources=9").text)  # fmt: skip
    assert visitor.get(f"{page}min_sources=").status_code == 200
    assert visitor.get(f"{page}min_sources=0").status_code == 422
    assert not visitor.get("/events.json?min_sources=9").json()["rows"]


def test_an_event_leads_to_its_words_and_back(store: Store, visitor: TestClient) -> None:
    page = visitor.get("/articles/1").text
    row = re.search(r'<li id="a1-(e\d+)" class="row">(.*?)</dl>', page, re.DOTALL)
    assert row
    event = next(event for event in Record.from_dict(store.record(1)).events if event.id == row[1])
    assert f"{summary(event)}</p>" in row[2]
    place = re.search(r'href="#(a1-s\d+)" lang="sw">«', row[2])
    assert place
    assert re.search(rf'<a class="piece" id="{place[1]}" href="#a1-{row[1]}"', page)


def test_the_summaries_are_in_the_language_of_the_page(visitor: TestClient) -> None:
    assert "17 Juni 2024" in visitor.get("/articles/1?lang=sw").text


def test_a_denial_stands_inside_what_it_denies(visitor: TestClient) -> None:
    claims = visitor.get("/articles/3").text.partition('<section class="told conversation"')[2]
    accusation, _, denial = claims.partition('<ol aria-label="Answers">')
    assert "accuse" in accusation
    assert "deny</p>" in denial


def test_every_event_says_why(visitor: TestClient) -> None:
    page = visitor.get("/articles/3").text
    assert re.search(r'<ul class="because" aria-label="Evidence"><li>[^<]+<q lang="sw">«', page)


def test_filters_stay_in_the_form_and_in_the_links(visitor: TestClient) -> None:
    page = visitor.get("/events?actor=KEN&actor=RUS&type=&from=2024-06-01&status=actual&lang=sw").text
    assert re.findall(r'name="actor" value="([^"]*)"', page) == ["KEN", "RUS"]
    assert 'name="from" value="2024-06-01"' in page
    assert '<option value="actual" selected>imetokea' in page
    assert '<input type="hidden" name="lang" value="sw">' in page
    query = "actor=KEN&actor=RUS&from=2024-06-01&status=actual"
    assert f"/events.csv?{query}&limit=10000" in links(page)
    assert f"/events?{query}&lang=en" in links(page)


def test_what_a_page_does_not_hold_is_on_the_next(visitor: TestClient) -> None:
    first = visitor.get("/events?limit=1&actor=KEN&lang=sw").text
    assert "/events?limit=1&actor=KEN&page=2&lang=sw" in links(first)
    second = visitor.get("/events?limit=1&actor=KEN&page=2&lang=sw").text
    assert "/events?limit=1&actor=KEN&lang=sw" in links(second)
    assert re.findall(r"#a\d+-e\d+", first) != re.findall(r"#a\d+-e\d+", second)
    assert "Next page" not in visitor.get("/articles?limit=4").text
    assert "can be paged through" in visitor.get("/articles?limit=4&page=9999").text


def test_a_month_of_relations_leads_to_its_events(visitor: TestClient) -> None:
    page = visitor.get("/relations?first=RUS&second=UKR").text
    found = next(link for link in links(page) if link.startswith("/timeline?first=RUS"))
    assert found == "/timeline?first=RUS&second=UKR&from=2024-06-01&to=2024-06-30"
    assert "/articles/3#a3-e1" in links(visitor.get(found).text)


def test_relations_of_all_are_a_matrix_and_a_map(visitor: TestClient) -> None:
    page = visitor.get("/relations").text
    assert "/relations?first=RUS&second=UKR" in links(page)
    assert 'aria-label="Russia → Ukraine: -9.5"' in page or 'aria-label="Russia → Ukraine: -' in page
    for kind in ("map", "matrix"):
        assert f'<img src="/relations/{kind}.svg?lang=en"' in page
        drawing = visitor.get(f"/relations/{kind}.svg?lang=sw")
        assert drawing.headers["content-type"] == "image/svg+xml"
        assert "Wastani wa alama" in drawing.text
        assert "<script" not in drawing.text
    rows = visitor.get("/relations.json?first=RUS").json()["rows"]
    assert {"RUS"} & {rows[0]["actor"], rows[0]["recipient"]}
    assert visitor.get("/relations.json?first=TZA").json()["rows"] == []
    assert visitor.get("/relations/flag.svg").status_code == 404


def test_a_name_has_a_page_of_its_own(visitor: TestClient) -> None:
    page = visitor.get("/who?who=per:william-ruto").text
    assert "<bdi>William Ruto</bdi></h1>" in page
    assert any(link.startswith("/articles/1#a1-e") for link in links(page))
    assert "/who?who=per%3Awilliam-ruto" in links(visitor.get("/entities?type=PER").text)
    assert "Urusi</bdi></h1>" in visitor.get("/who?who=RUS&lang=sw").text


def test_a_story_has_its_reports_side_by_side(visitor: TestClient) -> None:
    assert "/stories/s1?from=2024-06-08" in links(visitor.get("/stories").text)
    page = visitor.get("/stories/s1").text
    assert "2 reports, 2 independent" in page
    assert {"/articles/1", "/articles/2"} <= set(links(page))
    assert any(link.startswith("/articles/1#a1-e") for link in links(page))


def test_stories_are_compared_again_when_the_store_has_changed(store: Store, visitor: TestClient) -> None:
    before = visitor.get("/stories.json?from=2024-06-18&to=2024-06-18").json()
    store.fix("1.e1", {"status": "planned"})
    try:
        after = visitor.get("/stories.json?from=2024-06-18&to=2024-06-18").json()
        assert before != after
        assert "[corrected]" in visitor.get("/articles/1").text
    finally:
        store.undo("1.e1")


@pytest.mark.parametrize(
    "page, status, words",
    [
        ("/articles/99", 404, "no such article"),
        ("/articles/99999999999999999999", 422, "number"),
        ("/stories/s99", 404, "no such story"),
        ("/nowhere", 404, "no such page"),
        ("/events?type=DANCE", 400, "type DANCE: not one of"),
        ("/events?from=jana", 422, "from: Input should be a valid date"),
        ("/events?min_confidence=7", 422, "min_confidence"),
        ("/events?limit=99999", 422, "limit"),
        ("/search?q=-", 400, "at least one word"),
    ],
)
def test_what_cannot_be_shown_is_said(visitor: TestClient, page: str, status: int, words: str) -> None:
    answer = visitor.get(page)
    assert answer.status_code == status
    assert words in unescape(answer.text)
    path, mark, query = page.partition("?")
    twin = visitor.get(f"{path}.json{mark}{query}")
    assert (twin.status_code, list(twin.json())) == (status, ["detail"])


def test_a_language_that_the_page_lacks_is_refused(store: Store, visitor: TestClient) -> None:
    assert '<html lang="en">' in visitor.get("/?lang=fr").text
    with pytest.raises(ValueError, match="fr"):
        application(store, "fr")
