"""The page: everything marked, everything linked both ways, nothing loaded from outside, everything escaped."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio.export.html import page
from matukio.export.html.marks import Mark, find_marks, pieces
from matukio.record import Claim, Party, Record, Span

VOID = {"meta", "br", "input"}


class Page(HTMLParser):
    """Elements with their attributes and the text inside them; wants every element closed in its place."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.inside: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)
            self.inside.append(dict(attributes).get("id") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        for identity in self.inside:
            self.texts[identity] = self.texts.get(identity, "") + data

    def values(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(attribute))]


def test_every_link_inside_the_page_leads_somewhere_and_ids_are_unique(record: Record) -> None:
    parsed = Page(page([record, record], "sw"))
    identities = parsed.values("id")
    assert len(identities) == len(set(identities))
    inside = [address[1:] for address in parsed.values("href") if address.startswith("#")]
    assert set(inside) <= set(identities)


def test_words_lead_to_their_rows_and_rows_to_their_words(record: Record) -> None:
    parsed = Page(page([record]))
    links = {attributes.get("id"): attributes.get("href") for tag, attributes in parsed.elements if tag == "a"}
    for event in record.events:
        for mention in event.mentions:
            assert links[f"a1-s{mention.start}"] == f"#a1-{event.id}"
            assert parsed.texts[f"a1-s{mention.start}"] == mention.text
            assert mention.text in parsed.texts[f"a1-{event.id}"]
    for claim in record.claims:
        assert f"#a1-{claim.id}" in parsed.values("href")
        assert claim.content.text in parsed.texts[f"a1-{claim.id}"]
    assert links[f"a1-s{record.times[0].start}"] in ("#a1-e1", "#a1-t1")


def test_overlapping_marks_show_all_their_kinds(record: Record) -> None:
    lima = re.search(r'data-rows="([^"]*)">((?:<span class="\w+">)+)Lima<', page([record]))
    assert lima
    assert lima[1].split() == ["a1-c1", "a1-e1", "a1-n3"]
    assert re.findall(r'class="(\w+)"', lima[2]) == ["claim", "place", "name"]


def test_the_page_loads_nothing(record: Record) -> None:
    source = page([record, record])
    parsed = Page(source)
    assert not parsed.values("src")
    assert not [tag for tag, _ in parsed.elements if tag in ("link", "img", "iframe")]
    assert "url(" not in source and "@import" not in source
    assert "default-src 'none'" in source


def test_everything_is_escaped(record: Record) -> None:
    text = '<script>alert("Rais")</script> & <b>Ghana</b>'
    words = Span("<b>Ghana</b>", text.index("<b>"), len(text))
    evil = replace(
        record,
        text=text,
        title="<i>Rais</i>",
        publisher='"><img src=x>',
        url="javascript:alert(1)",
        events=(),
        times=(),
        entities=(),
        claims=(Claim("c1", "say", "direct", (Party(words.text, words.start, words.end),), None, words),),
    )
    source = page([evil])
    assert source.count("<script>") == 1
    for dangerous in ("<b>Ghana", "<i>Rais", "<img", "javascript:"):
        assert dangerous not in source


def test_languages_are_told(record: Record) -> None:
    source = page([record], "en")
    assert '<html lang="en">' in source
    assert '<div class="text" lang="sw">' in source
    assert "How the words are marked" in source
    assert "Jinsi maneno yalivyotiwa alama" in page([record], "sw")


def test_title_line_is_marked_as_title(record: Record) -> None:
    assert page([record]).count('<p class="title">') == 1


def test_several_articles_have_a_list_of_contents(record: Record) -> None:
    source = page([record, replace(record, title=None)])
    assert '<a href="#a2">Untitled</a>' in source
    assert source.count("<h1>") == 1


def test_article_in_which_nothing_was_found(record: Record) -> None:
    source = page([replace(record, events=(), claims=(), times=(), entities=())])
    Page(source)
    assert "No events found." in source


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], min(30, pair[0] + pair[1])))


@given(st.lists(SPANS.filter(lambda span: span[0] < span[1]), max_size=8))
def test_pieces_cover_the_text_and_carry_exactly_the_marks_on_them(spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, "name", f"n{number}") for number, (start, end) in enumerate(spans)]
    found = list(pieces(0, 30, marks))
    assert [piece.start for piece in found] == [0, *(piece.end for piece in found[:-1])]
    assert found[-1].end == 30
    for piece in found:
        assert set(piece.marks) == {mark for mark in marks if mark.start <= piece.start and piece.end <= mark.end}
        assert set(piece.marks) == {mark for mark in marks if mark.start < piece.end and piece.start < mark.end}


@pytest.mark.parametrize("start", [0, 5])
def test_pieces_of_one_line_take_marks_that_reach_over_it(start: int) -> None:
    [piece] = pieces(start, 10, [Mark(0, 20, "claim", "c1")])
    assert (piece.start, piece.end, len(piece.marks)) == (start, 10, 1)


def test_each_mark_is_found_once(record: Record) -> None:
    marks = find_marks(record)
    assert len(marks) == len(set(marks))
    assert {mark.kind for mark in marks} == {"event", "party", "place", "time", "claim", "cue", "name"}
