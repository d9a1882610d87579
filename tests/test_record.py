"""The record as plain values and back."""

import json

import pytest

import matukio
from matukio.record import Record

TEXT = (
    "Rais wa Ghana kuzuru Peru\nRais wa Ghana atafanya ziara mjini Lima kesho Jumatano, kwa mujibu wa maafisa. "
    "Serikali ya Chile imeishutumu Ghana kwa kuipatia Peru bunduki. Ghana imekanusha shutuma hizo."
)


def test_a_record_comes_back_from_json() -> None:
    record = matukio.read(TEXT, published="2024-06-18", title="Rais wa Ghana kuzuru Peru")
    assert record.events
    assert record.claims
    assert record.entities
    again = Record.from_dict(json.loads(json.dumps(record.to_dict())))
    assert again == record


def test_keys_of_other_programs_are_passed_over_and_own_keys_missed() -> None:
    plain = matukio.read(TEXT).to_dict()
    del plain["entities"]
    assert Record.from_dict({**plain, "story": 7}).entities == ()
    del plain["text"]
    with pytest.raises(KeyError, match="text"):
        Record.from_dict(plain)
