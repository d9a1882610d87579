"""The words that place what follows are the same everywhere."""

import pytest

import matukio
from matukio.swahili.chunks import Preposition
from matukio.swahili.placing import AREAS, PLACING
from matukio.tables import files, read_table


def test_each_opens_a_phrase_that_says_where():
    rows = read_table(files("matukio.swahili") / "prepositions.tsv", Preposition)
    assert {row.phrase for row in rows if row.sense == "at"} >= PLACING


@pytest.mark.parametrize("word", sorted(AREAS - {"nchini"}))
def test_each_area_says_where(word):
    record = matukio.read(f"Polisi waliwakamata wavuvi {word} Lomé.", published="2024-03-06")
    assert [event.place and event.place.text for event in record.events] == ["Lomé"]
