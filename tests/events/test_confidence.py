"""How sure an event is, and what a record keeps of what is sure enough."""

from dataclasses import replace

import matukio
from matukio.record import at_least


def test_an_act_with_named_sides_is_surer_than_one_without():
    (named,) = matukio.read("Rais wa Ghana amezuru Togo.", published="2024-03-06").events
    (vague,) = matukio.read("Watu wanane waliuawa katika shambulizi.", published="2024-03-06").events
    assert named.confidence is not None
    assert vague.confidence is not None
    assert 0 < vague.confidence < named.confidence < 1


def test_what_is_less_sure_is_left_out_with_the_answers_to_it():
    record = matukio.read(
        "Rais wa Ghana alisema kwamba Togo imefunga mpaka. Rais wa Togo alikanusha madai hayo.", published="2024-03-06"
    )
    told, denial = record.claims
    assert denial.responds_to == told.id
    record = replace(record, claims=(replace(told, confidence=0.2), replace(denial, confidence=0.9)))
    kept = at_least(record, 0.5)
    assert [(c.id, c.responds_to) for c in kept.claims] == [(denial.id, None)]
    assert at_least(record, 0.0) == record


def test_what_nobody_measured_stays():
    record = matukio.read("Rais wa Ghana amezuru Togo.", published="2024-03-06")
    unmeasured = replace(record, events=tuple(replace(e, confidence=None) for e in record.events))
    assert at_least(unmeasured, 1.0) == unmeasured
