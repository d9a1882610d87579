"""Each rule about time fires in its own examples and not in what it must never read."""

from datetime import date

import pytest

import matukio.times
from matukio.rules import REGISTRY

PUBLISHED = date(2024, 6, 18)
RULES = [rule for name, rule in sorted(REGISTRY.items()) if name.startswith("time: ")]


def _fired(text: str) -> set[str]:
    return {one.rule for time in matukio.times.find_times(text, PUBLISHED) for one in time.evidence["value"]}


@pytest.mark.parametrize(("name", "example"), [(rule.name, example) for rule in RULES for example in rule.examples])
def test_rule_reads_its_example(name: str, example: str) -> None:
    assert name in _fired(example)


@pytest.mark.parametrize(("name", "example"), [(rule.name, example) for rule in RULES for example in rule.never])
def test_rule_leaves_what_is_not_its_own(name: str, example: str) -> None:
    assert name not in _fired(example)
