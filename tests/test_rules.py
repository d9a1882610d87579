"""Every rule reads its own examples and leaves its `never` alone."""

from datetime import date

import pytest

import matukio
import matukio.pipeline  # noqa: F401  registers every stage's rules
from matukio.rules import REGISTRY, rule

PUBLISHED = date(2024, 6, 18)
EXAMPLES = [(name, example) for name, each in REGISTRY.items() for example in each.examples]
NEVERS = [(name, example) for name, each in REGISTRY.items() for example in each.never]


def rules_that_fire(text: str) -> set[str]:
    record = matukio.read(text, published=PUBLISHED)
    found = (*record.events, *record.claims, *record.times, *record.entities)
    return {evidence.rule for item in found for group in item.evidence.values() for evidence in group}


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_example(name, example):
    assert name in rules_that_fire(example)


@pytest.mark.parametrize(("name", "example"), NEVERS)
def test_never(name, example):
    assert name not in rules_that_fire(example)


def test_a_rule_needs_an_example():
    with pytest.raises(ValueError, match="no example"):
        rule("empty")
