"""Times on the annotated articles, counted as the project's scorer counts them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from matukio.record import Time
from matukio.times import find_times


def _overlap(gold: dict[str, Any], time: Time) -> bool:
    return min(gold["end"], time.end) > max(gold["start"], time.start)


def _f1(folder: Path) -> tuple[float, float]:
    """F1 of exact spans, and of overlapping times with the right type and value."""
    spans = values = total = 0
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        gold, found = article["times"], find_times(article["text"], date.fromisoformat(article["published"]))
        total += len(gold) + len(found)
        exact = {(time.start, time.end) for time in found}
        spans += sum((one["start"], one["end"]) in exact for one in gold)
        values += sum(
            any(_overlap(one, time) and (time.type, time.value) == (one["type"], one["value"]) for time in found)
            for one in gold
        )
    return 2 * spans / total, 2 * values / total


@pytest.mark.shared
@pytest.mark.parametrize("part", ["dev", "train"])
def test_bars_on_the_annotated_articles(shared: Path, part: str) -> None:
    span, value = _f1(shared / "gold" / part)
    assert span >= 0.95
    assert value >= 0.94
