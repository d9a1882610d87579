"""TimeML documents."""

from datetime import date
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from matukio.times import find_times
from matukio.times.timex3 import to_timex3

PUBLISHED = date(2024, 6, 18)


def test_times_stand_in_their_text() -> None:
    text = "Walifika jana & leo, <saa tatu> asubuhi."
    document = ElementTree.fromstring(to_timex3(text, find_times(text, PUBLISHED), PUBLISHED).encode())
    body = document.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == text
    assert [(one.text, one.get("value")) for one in body.iter("TIMEX3")][:2] == [
        ("jana", "2024-06-17"),
        ("leo", "2024-06-18"),
    ]
    assert document.findtext("DCT/TIMEX3") == "2024-06-18"


@given(st.text().map(lambda text: f"Jana {text} leo"), st.one_of(st.none(), st.just(PUBLISHED)))
def test_any_text_gives_a_document(text: str, published: date | None) -> None:
    document = ElementTree.fromstring(to_timex3(text, find_times(text, published), published).encode())
    assert len(list(document.iter("TIMEX3"))) >= 1
