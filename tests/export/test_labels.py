"""Every code of the record has words in both languages."""

import pytest

from matukio.export.labels import kind_key, labels
from matukio.record import ENTITY_TYPES, EVENT_TYPES, SECTORS, STANCES, STATUSES, TIME_TYPES

CODES = [
    *(kind_key(kind, mode) for kind, modes in EVENT_TYPES.items() for mode in (None, *modes)),
    *(f"status.{status}" for status in STATUSES),
    *(f"stance.{stance}" for stance in STANCES),
    *(f"sector.{sector}" for sector in SECTORS),
    *(f"time.{kind}" for kind in TIME_TYPES),
    *(f"entity.{kind}" for kind in ENTITY_TYPES),
]


@pytest.mark.parametrize("language", ["en", "sw"])
def test_every_code_has_words(language: str) -> None:
    assert [code for code in CODES if not labels(language).get(code)] == []


def test_languages_have_their_own_words() -> None:
    assert labels("en")["column.who"] == "Who"
    assert labels("sw")["column.who"] == "Nani"


def test_places_for_values_are_the_same_in_both_languages() -> None:
    for key, english in labels("en").items():
        assert english.count("{") == labels("sw")[key].count("{"), key


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="one of en, sw"):
        labels("fr")
