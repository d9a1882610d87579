"""Articles set as PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pytest
from pypdf import PdfReader, PdfWriter

from matukio.errors import SourceError
from matukio.ingest import read_bytes
from matukio.ingest.pdf import below_heading, without_margins

FIRST = [
    "Gazeti la Mfano",
    "Misri na Sudan zasaini mkataba wa maji",
    "5 Machi 2024",
    "Serikali za Misri na Sudan zimesaini mkataba mpya kuhusu ma-",
    "tumizi ya maji ya mto Nile baada ya mazungumzo yaliyodumu",
    "miezi sita mjini Khartoum.",
    "Waziri wa Sudan alisema kwamba “nchi zote mbili zitafaidika”,",
    "huku wakulima wakisubiri maelezo zaidi kuhusu mgao wa maji",
    "1",
]
SECOND = [
    "Gazeti la Mfano",
    "kwa mashamba ya kaskazini.",
    "Ethiopia ilikosoa mkataba huo ikisema haikushirikishwa.",
    "2",
]


def test_paragraphs_across_lines_and_pages(make_pdf: Callable[..., bytes]) -> None:
    article = read_bytes(make_pdf(FIRST, SECOND), "maji.pdf")
    assert article.title == "Misri na Sudan zasaini mkataba wa maji"
    assert article.published == date(2024, 3, 5)
    assert article.paragraphs()[1:] == (
        "Serikali za Misri na Sudan zimesaini mkataba mpya kuhusu matumizi ya maji ya mto Nile baada ya mazungumzo "
        "yaliyodumu miezi sita mjini Khartoum.",
        "Waziri wa Sudan alisema kwamba “nchi zote mbili zitafaidika”, huku wakulima wakisubiri maelezo zaidi kuhusu "
        "mgao wa maji kwa mashamba ya kaskazini.",
        "Ethiopia ilikosoa mkataba huo ikisema haikushirikishwa.",
    )


def test_a_line_that_stands_once_is_no_running_head() -> None:
    assert without_margins([["Kichwa", "Maneno.", "3"]]) == [["Kichwa", "Maneno."]]


PRINTED = [
    "6/18/24, 9:30 AM Misri na Sudan zasaini mkataba wa maji | Gazeti la Mfano",
    "Gazeti la Mfano",
    "Afrika  Dunia  Michezo",
    "5 Machi 2024",
    "Misri na Sudan zasaini",
    "mkataba wa maji",
    "Serikali za Misri na Sudan zimesaini mkataba mpya kuhusu matumizi ya",
    "maji ya mto Nile.",
    "Waziri wa Sudan alisema kwamba nchi zote mbili zitafaidika na mkataba",
    "huo.",
    "https://gazeti.example/maji 1/1",
]


def test_a_page_printed_by_a_browser(make_pdf: Callable[..., bytes]) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(PRINTED))))
    writer.add_metadata({"/Title": "Misri na Sudan zasaini mkataba wa maji | Gazeti la Mfano"})
    data = io.BytesIO()
    writer.write(data)
    article = read_bytes(data.getvalue(), "maji.pdf")
    assert article.published == date(2024, 3, 5)
    assert article.paragraphs() == (
        "Misri na Sudan zasaini mkataba wa maji",
        "Serikali za Misri na Sudan zimesaini mkataba mpya kuhusu matumizi ya maji ya mto Nile.",
        "Waziri wa Sudan alisema kwamba nchi zote mbili zitafaidika na mkataba huo.",
    )


@pytest.mark.parametrize("name", ["", "Microsoft Word - maji-final.docx", "untitled"])
def test_the_name_of_a_file_that_is_not_its_heading(name: str) -> None:
    assert below_heading(SECOND, name) == SECOND


def test_a_password(make_pdf: Callable[..., bytes]) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(FIRST))))
    writer.encrypt("siri", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    with pytest.raises(SourceError, match=r"^maji.pdf: .*password"):
        read_bytes(data.getvalue(), "maji.pdf")


def test_pictures_only(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(SourceError, match=r"^maji.pdf: .*pictures"):
        read_bytes(make_pdf([]), "maji.pdf")


@pytest.mark.parametrize("size", [20, 200, 700])
def test_a_damaged_file(make_pdf: Callable[..., bytes], size: int) -> None:
    with pytest.raises(SourceError, match=r"^maji.pdf: ") as raised:
        read_bytes(make_pdf(FIRST)[:size], "maji.pdf")
    assert "\n" not in str(raised.value)
