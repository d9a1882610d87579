"""Copied and typed text as an article."""

from __future__ import annotations

from datetime import date

import pytest

from matukio.ingest import read_bytes
from matukio.ingest.datelines import find_dateline, read_dateline

LEAD = "Chama cha upinzani nchini Zambia kimesema kwamba kitapinga mahakamani matokeo ya uchaguzi wa wabunge."
BODY = "Tume ya uchaguzi ilikanusha madai hayo na kusema kuwa zoezi hilo lilikuwa huru na la haki."
TITLE = "Upinzani Zambia wapinga matokeo"


def plain(*lines: str) -> bytes:
    return "\n\n".join(lines).encode()


def test_title_line_first_then_a_paragraph_a_line() -> None:
    article = read_bytes(plain(f"  {TITLE} ", LEAD, "", BODY), "habari.txt")
    assert article.title == TITLE
    assert article.text == f"{TITLE}\n{LEAD}\n{BODY}"
    assert article.paragraphs() == (TITLE, LEAD, BODY)
    assert (article.source, article.url, article.publisher, article.published) == ("habari.txt", None, None, None)


def test_a_text_that_begins_with_a_sentence_has_no_title() -> None:
    article = read_bytes(plain("Upinzani umepinga matokeo.", LEAD), "-")
    assert article.title is None
    assert article.text.startswith("Upinzani umepinga matokeo.\n")


def test_one_line_alone_is_no_title() -> None:
    assert read_bytes(plain("Upinzani wapinga matokeo ya uchaguzi"), "-").title is None


def test_what_the_user_says_goes_first() -> None:
    article = read_bytes(
        plain(LEAD, BODY), "-", title="Kesi ya uchaguzi", publisher="Mfano Leo", published=date(2021, 8, 20)
    )
    assert article.text.startswith("Kesi ya uchaguzi\nChama cha upinzani")
    assert (article.title, article.publisher, article.published) == ("Kesi ya uchaguzi", "Mfano Leo", date(2021, 8, 20))


def test_a_given_title_that_stands_in_the_text_is_not_doubled() -> None:
    article = read_bytes(
        plain("Upinzani Zambia ‘wapinga’ matokeo", LEAD), "-", title='Upinzani Zambia "wapinga" matokeo'
    )
    assert article.text.count("wapinga") == 1


def test_the_dateline_is_the_day_of_publication_and_no_sentence() -> None:
    article = read_bytes(plain(TITLE, "Imechapishwa: Ijumaa, 20 Agosti 2021, saa 4:30 asubuhi", LEAD, BODY), "-")
    assert article.published == date(2021, 8, 20)
    assert article.text == f"{TITLE}\n{LEAD}\n{BODY}"


def test_a_date_in_a_sentence_is_no_dateline() -> None:
    article = read_bytes(plain(TITLE, "Uchaguzi ulifanyika 12 Agosti 2021.", LEAD), "-")
    assert article.published is None
    assert "Uchaguzi ulifanyika" in article.text


@pytest.mark.parametrize(
    "line",
    ["18 Juni 2024", "Jumanne, 18 Juni 2024", "Jumanne 18 Juni 2024 - 14:05", "Juni 18, 2024", "2024-06-18",
     "Imechapishwa 18 Juni 2024", "Imechapishwa tarehe 18 Juni 2024", "Published: 2024-06-18", "Tarehe: 18.06.2024",
     "Posted on June 18th, 2024 at 9:30 pm", "18/06/2024", "2024-06-18T09:30:00Z",
     "Jun 18, 2024", "Na Asha Juma | 18 Juni 2024", "Na Asha Juma na Peter Otieno, Lusaka – Juni 18, 2024",
     "18 Juni 2024 · Na Mwandishi Wetu", "By Asha Juma - Published on 18 June 2024",
     "Mwandishi: Asha Juma, Jumanne, 18 Juni 2024"],
)  # fmt: skip
def test_datelines(line: str) -> None:
    assert read_dateline(line) == date(2024, 6, 18)


@pytest.mark.parametrize(
    "line",
    ["5/6/2024", "31 Juni 2024", "Juni 2024", "18 Juni", "Mkutano wa 18 Juni 2024", "18 Juni 2024 Rais alisema", "Juni",
     "13/13/2024", "", "2024", "Na hivyo ndivyo ilivyokuwa, 18 Juni 2024", "Mkutano wa Lusaka | 18 Juni 2024",
     "Mawaziri wakisalimiana mpakani, Juni 18, 2024"],
)  # fmt: skip
def test_lines_that_do_not_say_when_they_were_published(line: str) -> None:
    assert read_dateline(line) is None


def test_a_dateline_far_below_is_a_caption() -> None:
    assert find_dateline([*[LEAD] * 8, "18 Juni 2024"]) is None


def test_lines_broken_to_a_column_become_paragraphs_again() -> None:
    column = (
        "Upinzani Zambia wapinga matokeo\n\n"
        "Chama cha upinzani nchini Zambia kimesema\n"
        "kwamba kitapinga mahakamani matokeo ya\n"
        "uchaguzi wa wabunge.\n"
        "Tume ya uchaguzi ilikanusha madai hayo na\n"
        "kusema kuwa zoezi hilo lilikuwa huru na la\n"
        "haki.\n"
    )
    assert read_bytes(column.encode(), "-").paragraphs() == (TITLE, LEAD, BODY)
