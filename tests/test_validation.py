"""What the schema cannot see: words that are not where the span says, ids that clash or lead nowhere."""

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from matukio.record import Record, SentenceSpan
from matukio.validation import problems

Change = Callable[[dict[str, Any]], Any]


def test_good_record_has_no_problems(record: Record) -> None:
    assert problems(record) == []
    assert problems(record.to_dict()) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            lambda r: r["events"][0]["actors"][0].update(text="Rais wa Peru"),
            "events[0].actors[0]: «Rais wa Peru» is not the text from 0 to 13, «Rais wa Ghana»",
        ),
        (lambda r: r["claims"][2]["content"].update(end=9999), "is no part of a text of"),
        (lambda r: r["times"][0]["evidence"]["value"][0].update(start=-3), "times[0].evidence.value[0]: from -3"),
        (lambda r: r["sentences"].reverse(), "sentences[1]: starts at"),
        (lambda r: r["events"][1].update(id="e1"), "events[1]: the id e1 is taken"),
        (lambda r: r["claims"][2].update(responds_to="c9"), "claims[2]: responds to c9, which does not exist"),
        (lambda r: r["claims"][0].update(responds_to="c2"), "claims[0]: responds to c2, which is not an earlier"),
    ],
)
def test_problem_is_told_with_its_place(record: Record, change: Change, problem: str) -> None:
    plain = copy.deepcopy(record.to_dict())
    change(plain)
    assert any(problem in found for found in problems(plain)), problems(plain)


def test_empty_sentence_is_a_problem(record: Record) -> None:
    assert problems(replace(record, sentences=(SentenceSpan(3, 3),)))
