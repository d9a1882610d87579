"""The lexicon of acts: its tables load, its senses are in order, and every example names its act."""

import pytest

from matukio.events.acts import acts, namings
from matukio.events.ontology import ontology, plover_type
from matukio.record import EVENT_TYPES
from matukio.swahili import analyze


def first(word: str):
    return namings(analyze(word).types[0])


def test_a_phrase_is_tried_before_its_verb():
    senses = acts()["tia", True]
    assert [len(act.rest) for act in senses] == sorted((len(act.rest) for act in senses), reverse=True)


def test_extensions_that_leave_the_act_are_dropped():
    [naming, *_] = first("walishambuliwa")
    assert naming.verb and naming.step == 1
    assert "ASSAULT" in {act.type for act in naming.acts}


def test_a_noun_names_an_act_in_either_number():
    assert first("shambulizi")[0].acts == first("mashambulizi")[0].acts != ()


def test_other_words_name_none():
    assert first("meza") == ()


def test_every_type_and_mode_is_in_the_ontology():
    rows = {(row.type, row.mode) for row in ontology()}
    assert rows == {(t, mode) for t, modes in EVENT_TYPES.items() for mode in ("", *modes)}


@pytest.mark.parametrize(
    ("type", "status", "expected"),
    [("CONSULT", "planned", "AGREE"), ("RETREAT", "planned", "CONCEDE"), ("ASSAULT", "planned", "ASSAULT"),
     ("CONSULT", "actual", "CONSULT")],
)  # fmt: skip
def test_plover_counts_cooperation_to_come_as_agreement(type, status, expected):
    assert plover_type(type, status) == expected
