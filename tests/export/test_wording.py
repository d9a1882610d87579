"""Parts of a record in words."""

import pytest

from matukio.export.wording import codes, is_unresolved, moment, one_line, party
from matukio.record import Party, Time, When


@pytest.mark.parametrize(
    ("country", "sector", "words"),
    [
        ("GHA", "GOV", "jeshi (GHA·GOV)"),
        ("GHA", None, "jeshi (GHA)"),
        (None, "MIL", "jeshi (MIL)"),
        (None, None, "jeshi"),
    ],
)
def test_party_has_the_codes_that_are_known(country: str | None, sector: str | None, words: str) -> None:
    assert party(Party("jeshi", 0, 5, country=country, sector=sector)) == words


def test_codes_hold_no_space_at_which_a_line_could_end() -> None:
    assert " " not in codes(Party("jeshi", 0, 5, country="GHA", sector="MIL"))


def test_words_over_a_line_break_become_one_line() -> None:
    assert one_line("Rais wa\n  Ghana") == "Rais wa Ghana"


def test_control_characters_cannot_steer_a_terminal() -> None:
    assert one_line("Rais \x1b[31mwa\x9b0m Ghana\x07") == "Rais [31mwa 0m Ghana"


def test_date_without_value_keeps_its_words() -> None:
    assert moment(When("jana", 0, 4, "XXXX-XX-XX")) == "jana"
    assert moment(When("jana", 0, 4, "2024-06-17")) == "2024-06-17"
    assert not is_unresolved(Time("saa tisa alasiri", 0, 16, "TIME", "T15:00"))
