"""The record as plain values and back."""

import copy
import inspect
import json
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

import matukio
from matukio.frozen import quick_init
from matukio.record import Record, Span, Time

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


def test_objects_made_quickly_are_as_frozen_as_others() -> None:
    time = Time("jana", 3, 7, "DATE", "2024-06-17")
    with pytest.raises(FrozenInstanceError):
        time.value = "2024-06-18"  # type: ignore[misc]
    assert time == replace(time) == pickle.loads(pickle.dumps(time)) == copy.deepcopy(time)
    assert time.evidence == {} and time.evidence is not Time("jana", 3, 7, "DATE", "2024-06-17").evidence
    assert str(inspect.signature(Span)) == "(text: 'str', start: 'int', end: 'int') -> None"
    with pytest.raises(TypeError, match="missing"):
        Span("jana", 3)  # type: ignore[call-arg]


@dataclass(frozen=True, slots=True)
class Whole:
    part: str
    length: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.part))


def test_a_class_that_reckons_a_field_can_be_made_quickly() -> None:
    quick_init(Whole)
    assert Whole("siku").length == 4


@dataclass(frozen=True)
class Loose:
    part: str


def test_a_class_without_slots_is_left_as_it_is() -> None:
    init = Loose.__init__
    quick_init(Loose)
    assert Loose.__init__ is init
