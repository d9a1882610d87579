"""What of a copied page is the article's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio import ingest
from matukio.ingest.trimming import split_lines, trim

TITLE = "Marais wa Ghana na Togo wakutana Lome"
LEAD = "Rais wa Ghana aliwasili Lome Jumatatu kwa mazungumzo kuhusu ushuru wa mpakani na mwenzake wa Togo."
BODY = "Viongozi hao wawili walisema kwamba makubaliano mapya yatasainiwa kabla ya mwisho wa mwaka huu."
CAPTION = "Marais wa Ghana na Togo wakisalimiana mjini Lome, Machi 4, 2024"


def test_a_title_a_caption_and_paragraphs_stay_as_they_are() -> None:
    assert trim([TITLE, LEAD, CAPTION, BODY]) == [TITLE, LEAD, CAPTION, BODY]


@pytest.mark.parametrize(
    "heading",
    ["Popular posts from this blog", "Soma zaidi", "Soma zaidi:", "SOMA PIA »", "Habari zinazohusiana", "Habari kuu",
     "Related Stories", "Read more", "You may also like", "Maoni (3)", "Most read"],
)  # fmt: skip
def test_a_list_of_links_goes_with_its_heading(heading: str) -> None:
    links = ["Togo yafungua bandari mpya ya mizigo", "Ghana yapandisha bei ya mafuta kwa mara ya tatu"]
    assert trim([TITLE, LEAD, BODY, heading, *links]) == [TITLE, LEAD, BODY]


def test_a_link_between_paragraphs_goes_alone() -> None:
    assert trim([TITLE, LEAD, "Soma zaidi: Togo yafungua bandari mpya", BODY]) == [TITLE, LEAD, BODY]
    assert trim([TITLE, LEAD, "Soma zaidi", BODY]) == [TITLE, LEAD, BODY]


def test_a_box_of_links_between_paragraphs_leaves_the_subheading_below_it() -> None:
    box = ["Soma pia", "Togo yafungua bandari mpya ya mizigo", "Ghana yapandisha bei ya mafuta kwa mara ya tatu"]
    assert trim([TITLE, LEAD, *box, "Hali ya mpakani", BODY, LEAD]) == [TITLE, LEAD, "Hali ya mpakani", BODY, LEAD]


def test_teasers_below_links_are_other_articles() -> None:
    teasers = [
        "Togo yafungua bandari mpya ya mizigo",
        "Bandari hiyo itapokea meli kubwa kutoka nchi jirani kuanzia mwezi ujao.",
        "Ghana yapandisha bei ya mafuta kwa mara ya tatu",
        "Wizara ya nishati imetangaza bei mpya zitakazoanza kutumika kesho asubuhi.",
    ]
    assert trim([TITLE, LEAD, BODY, "Habari zinazohusiana", *teasers]) == [TITLE, LEAD, BODY]


def test_a_menu_above_the_title_does_not_take_the_title() -> None:
    menu = ["Ruka hadi maelezo", "Mwanzo | Siasa | Michezo", "Habari kuu"]
    assert trim([*menu, TITLE, LEAD, BODY]) == [TITLE, LEAD, BODY]


def test_a_sections_name_is_a_subheading_between_paragraphs() -> None:
    assert trim([TITLE, LEAD, "Biashara", BODY]) == [TITLE, LEAD, "Biashara", BODY]


@pytest.mark.parametrize(
    "line",
    ["Facebook Twitter WhatsApp", "Nakili kiungo", "Shiriki", "Share this:", "Chanzo cha picha, Shirika la Taifa",
     "© 2024 Habari za Mfano. Haki zote zimehifadhiwa.", "Haki zote zimehifadhiwa", "Copyright 2024 Habari za Mfano",
     "Lebo: Ghana, Togo", "Tags: Ghana, Togo", "* * *", "Tangazo"],
)  # fmt: skip
def test_buttons_credits_and_copyright_go(line: str) -> None:
    assert trim([TITLE, line, LEAD, line, BODY, line]) == [TITLE, LEAD, BODY]


@pytest.mark.parametrize(
    "sentence",
    [
        "Habari kuu za vyombo vya serikali zilitaja makubaliano hayo kuwa ya kihistoria.",
        "Haki zote zimehifadhiwa na katiba mpya, alisema jaji mkuu wa nchi hiyo mbele ya waandishi.",
        "Soma hati ya mashtaka, jaji alimwambia mwendesha mashtaka katika kikao cha asubuhi.",
    ],
)
def test_sentences_that_begin_like_boilerplate_stay(sentence: str) -> None:
    assert trim([TITLE, LEAD, sentence]) == [TITLE, LEAD, sentence]


def test_a_last_short_sentence_under_a_stray_button_stays() -> None:
    assert trim([TITLE, LEAD, BODY, "Soma zaidi", "Uchunguzi unaendelea."])[-1] == "Uchunguzi unaendelea."


@given(st.lists(st.text(max_size=40)))
def test_trimming_keeps_lines_whole_and_in_order(lines: list[str]) -> None:
    kept = iter(lines)
    assert all(any(line == other for other in kept) for line in trim(lines))


def test_a_page_of_nothing_but_headings_takes_no_time() -> None:
    headings = ["Soma zaidi", "Siasa", "Bado.", "Soma pia", TITLE, LEAD] * 10_000
    assert trim([LEAD, *headings, BODY, BODY])[-1] == BODY


def test_lines_are_split_at_every_kind_of_break_and_stripped() -> None:
    assert split_lines(" Moja \r\n\u200bMbili\u2028\rTatu  nne") == ["Moja", "Mbili", "", "Tatu  nne"]


@pytest.mark.shared
def test_the_seed_article_is_what_its_gold_says(shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seed.json").read_text(encoding="utf-8"))
    article = ingest.read_file(shared / "data" / "seed-article.txt")
    assert article.title == gold["text"].split("\n")[0]
    assert article.text.split() == gold["text"].split()


@pytest.mark.shared
@pytest.mark.parametrize("corpus", ["voa", "bbc"])
def test_nothing_of_whole_articles_is_trimmed(shared: Path, corpus: str) -> None:
    for row in (shared / "data" / corpus / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        lines = [line for line in split_lines(json.loads(row)["text"]) if any(map(str.isalnum, line))]
        assert trim(lines) == lines
