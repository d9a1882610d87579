"""Texts too long for one article."""

import pytest

import matukio
from matukio import pieces

STORY = (
    "Rais wa Togo alikutana na Rais wa Ghana mjini Lomé siku ya Jumatatu.\n"
    "Polisi wa Togo wanatuhumiwa kuwaua wavuvi watatu. Msemaji wa polisi amekanusha madai hayo.\n"
)


@pytest.mark.parametrize("text", ["", "neno", "Mstari.\n" * 40, "Sentensi moja. " * 40, "maneno " * 90, "x" * 500])
def test_pieces_are_all_of_the_text_in_order(text):
    found = list(pieces.pieces(text, 100))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(0 < end - start <= 100 for start, end in found) or not text


def test_a_piece_ends_between_paragraphs_where_it_can():
    first, *_ = pieces.pieces("Aya ya kwanza. Bado.\n" * 10, 60)
    assert first == (0, 42)


def test_a_long_text_is_read_as_its_pieces_are_and_every_place_is_its_own(monkeypatch):
    monkeypatch.setattr(pieces, "LONGEST", len(STORY))
    once, thrice = matukio.read(STORY, published="2024-03-06"), matukio.read(STORY * 3, published="2024-03-06")
    assert thrice.text == STORY * 3 and thrice.id != once.id
    for found in ("sentences", "times", "entities", "events", "claims"):
        assert len(getattr(thrice, found)) == 3 * len(getattr(once, found)) > 0
    for numbered in (thrice.entities, thrice.events, thrice.claims):
        assert [int(each.id[1:]) for each in numbered] == list(range(1, len(numbered) + 1))
    for number, event in enumerate(thrice.events):
        by = len(STORY) * (number // len(once.events))
        assert all(STORY[m.start - by : m.end - by] == m.text for m in event.mentions)
        assert all(thrice.text[p.start : p.end] == p.text for p in (*event.actors, *event.recipients))
        assert all(by <= evidence.start < by + len(STORY) for found in event.evidence.values() for evidence in found)
    answers = [claim.responds_to for claim in thrice.claims if claim.responds_to]
    assert len(set(answers)) == len(answers) == 3
