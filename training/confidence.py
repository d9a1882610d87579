"""Learns how sure an event is and writes src/matukio/events/confidence.tsv.

    python -m training.confidence [--shared ../shared] [--write]

Logistic regression over the features of `matukio.events.confidence`, from the articles of `train` whose text may be
learned from; how far it holds for others is printed for `dev`. An event is right when `tools/score.py` counts it in
`events.record`: type, status and the countries of all actors and of all recipients.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import matukio
from matukio.events.confidence import BIAS, features
from matukio.record import Event
from scripts.generated import ROOT, annotated, markdown_table

TABLE = ROOT / "src" / "matukio" / "events" / "confidence.tsv"
FEWEST = 10
"""Events of `train` that must have a feature for it to get a weight."""
PENALTY = 3.0
"""How strongly weights are drawn to zero: the precision of their Gaussian prior."""
ROUNDS, RATE = 3000, 0.02
BINS = (("0.5 and more", 0.5), ("0.4 to 0.5", 0.4), ("0.3 to 0.4", 0.3), ("0.2 to 0.3", 0.2), ("below 0.2", 0.0))
Judged = tuple[frozenset[str], bool]
"""The features of an event found and whether it is right."""


def main() -> int:
    given = arguments(__doc__, TABLE)
    gold = annotated(given.shared)
    learned = [(frozenset(features(event)), right) for event, right in judged(gold / "train", "voa")]
    weights = learn(learned)
    other = [(chance(frozenset(features(event)), weights), right) for event, right in judged(gold / "dev")]
    print(reliability(other))
    if given.write:
        rows = [f"{feature}\t{weight:.3f}" for feature, weight in sorted(weights.items())]
        TABLE.write_text("\n".join(["feature\tweight", *rows, ""]), encoding="utf-8", newline="\n")
    return 0


def judged(folder: Path, prefix: str = "") -> Iterator[tuple[Event, bool]]:
    """Every event found in the annotated articles and whether it is right; each annotated event is met once."""
    for path in sorted(folder.glob(f"{prefix}*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        published = date.fromisoformat(article["published"]) if article["published"] else None
        open_events = list(article["events"])
        for event in matukio.read(article["text"], published=published).events:
            met = next((known for known in open_events if _is_right(event, known, article["sentences"])), None)
            if met is not None:
                open_events.remove(met)
            yield event, met is not None


def _is_right(event: Event, known: dict[str, Any], sentences: Sequence[dict[str, int]]) -> bool:
    def places(starts: Iterator[int]) -> set[int]:
        return {k for start in starts for k, s in enumerate(sentences) if s["start"] <= start <= s["end"]}

    together = places(m.start for m in event.mentions) & places(m["start"] for m in known["mentions"])
    sides = all(
        {party.country for party in found} == {party["country"] for party in known[role]}
        for role, found in (("actors", event.actors), ("recipients", event.recipients))
    )
    return bool(together) and event.type == known["type"] and event.status == known["status"] and sides


def learn(events: Sequence[Judged], bias: str = BIAS, penalty: float = PENALTY) -> dict[str, float]:
    """Feature → weight, by gradient ascent on the penalised likelihood; `bias`, which all have, is not drawn to 0."""
    counts = Counter(feature for found, _ in events for feature in found)
    weights = {feature: 0.0 for feature, count in counts.items() if count >= FEWEST}
    for _ in range(ROUNDS):
        slope = {feature: -penalty * weight * (feature != bias) for feature, weight in weights.items()}
        for found, right in events:
            error = right - chance(found, weights)
            for feature in found:
                if feature in slope:
                    slope[feature] += error
        step = RATE / math.sqrt(len(events))
        weights = {feature: weight + step * slope[feature] for feature, weight in weights.items()}
    return weights


def chance(found: frozenset[str], weights: dict[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(weights.get(feature, 0.0) for feature in found)))


def reliability(
    found: Sequence[tuple[float, bool]], bins: Sequence[tuple[str, float]] = BINS, what: str = "events"
) -> str:
    """A table of (confidence, right) pairs: how many there are in each bin and how many of them are right."""
    rows = []
    for k, (name, low) in enumerate(bins):
        high = bins[k - 1][1] if k else 2.0
        inside = [(sure, right) for sure, right in found if low <= sure < high]
        if inside:
            mean, share = (sum(part) / len(inside) for part in zip(*inside, strict=True))
            rows.append([name, str(len(inside)), f"{mean:.2f}", f"{share:.2f}"])
    return markdown_table(["confidence", f"{what} of `dev`", "mean confidence", "share right"], rows)


def arguments(told: str | None, table: Path) -> argparse.Namespace:
    """The options of a command that learns a table of weights; `told` is the module's own text."""
    parser = argparse.ArgumentParser(description=(told or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the annotated articles")
    parser.add_argument("--write", action="store_true", help=f"write {table.name}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
