"""English and Swahili: every message has both, and days and numbers are written as their readers do."""

from datetime import date

import pytest

from matukio.web.speaking import speech
from scripts import catalogue


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    path = catalogue.WEB / "locale" / f"{language}.po"
    written = path.read_bytes()
    assert catalogue.written(path, language, catalogue.messages()) == written, "python -m scripts.catalogue"
    assert catalogue.untranslated(written, language) == []


def test_a_translation_takes_what_its_message_takes() -> None:
    from babel.messages.pofile import read_po

    with (catalogue.WEB / "locale" / "sw.po").open("rb") as file:
        for message in read_po(file, locale="sw"):
            assert not list(message.check()), message.id


def test_days_and_numbers_follow_the_language() -> None:
    english, swahili = speech("en"), speech("sw")
    assert (english.day(date(2024, 5, 18)), swahili.day("2024-05-18")) == ("18 May 2024", "18 Mei 2024")
    assert (english.month("2024-12"), swahili.month("2024-12")) == ("Dec 2024", "Des 2024")
    assert (english.number(12345.6), swahili.percent(0.5)) == ("12,345.6", "50%")
    assert english.moment("2024-05-18TEV") == "18 May 2024, evening"
    assert swahili.moment("2024-05-18T14:00") == "18 Mei 2024, 14:00"
    assert (english.moment("2024-W20"), english.day("jana")) == ("2024-W20", "jana")
