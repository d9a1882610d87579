"""Quotations of whole articles stand inside a claim, or there is a reason why not."""

import pytest

from scripts.quotations import INSIDE, MISSED, count, texts


@pytest.mark.shared
def test_quotations_of_three_hundred_articles(shared):
    found = count(texts(shared / "data"))
    total = sum(found.values())
    assert total > 500
    assert found[INSIDE] >= 0.8 * total
    assert found[MISSED] <= 0.02 * total
