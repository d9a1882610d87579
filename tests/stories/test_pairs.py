"""Pairs of real reports, judged by reading; docs/accuracy.md has the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import matukio
from matukio.stories.archive import ALIKE, ALIKE_UNDATED
from matukio.stories.profiles import Profile, likeness, profile

PAIRS = [line.split("\t") for line in (Path(__file__).parent / "pairs.tsv").read_text("utf-8").splitlines()[1:]]


@pytest.mark.shared
def test_reports_of_one_happening_are_more_alike_than_others_of_the_week(shared: Path) -> None:
    asked = [pair for pair in PAIRS if pair[2] != "far"]
    wanted = {id for pair in asked for id in pair[:2]}
    profiles: dict[str, Profile] = {}
    for broadcaster in ("voa", "bbc"):
        for line in (shared / "data" / broadcaster / "articles.jsonl").read_text("utf-8").splitlines():
            article = json.loads(line)
            if article["id"] in wanted:
                profiles[article["id"]] = profile(matukio.read(article["text"], title=article["title"]))
    values = {verdict: [] for verdict in ("same", "near")}  # type: dict[str, list[float]]
    for one, other, verdict in asked:
        values[verdict].append(likeness(profiles[one], profiles[other]))
    found, false = (sum(value >= ALIKE for value in values[verdict]) for verdict in ("same", "near"))
    assert found / len(values["same"]) >= 0.9
    assert found / (found + false) >= 0.85
    assert sum(value >= ALIKE_UNDATED for value in values["same"]) / len(values["same"]) >= 0.75
