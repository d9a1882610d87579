"""The conditions of questions, in their one home."""

import inspect
from typing import Any

import pytest

from matukio.store.conditions import QUESTIONS, Condition, asks, conditions
from matukio.store.filters import filters
from matukio.store.store import Store


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_condition_is_one_of_the_filters_or_of_the_question_s_own_and_is_explained(question: str) -> None:
    # «--all-reports» is no filter: it says how what the filters let through is counted.
    known = {*inspect.signature(filters).parameters, *inspect.signature(getattr(Store, question)).parameters}
    for condition in conditions(question):
        assert condition.name in known
        assert condition.help.endswith((".", "…"))


def test_a_function_takes_the_conditions_before_its_limit() -> None:
    def option(condition: Condition) -> Any:
        return condition.spelt

    @asks("search", option)
    def search(query: str, limit: int = 20, **conditions: Any) -> dict[str, Any]:
        return conditions

    told = inspect.signature(search).parameters
    assert list(told) == ["query", "since", "until", "publisher", "limit"]
    assert told["until"].annotation == "to"
    assert search("vita", publisher=["Gazeti"]) == {"publisher": ["Gazeti"]}
