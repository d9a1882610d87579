"""Claims of small articles, read by the stages that stand before them."""

from datetime import date

import pytest

from matukio.claims import find_claims
from matukio.entities import find_entities
from matukio.references import resolve
from matukio.swahili import analyze
from matukio.times import find_times

PUBLISHED = date(2024, 6, 18)


@pytest.fixture
def claims():
    """A function from a text to its claims."""

    def read(text):
        words = analyze(text)
        return find_claims(resolve(words, find_entities(words, PUBLISHED)), find_times(words, PUBLISHED))

    return read


@pytest.fixture
def said(claims):
    """A function from a text to (stance, speakers' words, content) of each claim."""

    def read(text):
        return [(c.stance, tuple(party.text for party in c.speakers), c.content.text) for c in claims(text)]

    return read
