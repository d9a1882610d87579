"""Learns how sure a claim is and writes src/matukio/claims/confidence.tsv.

    python -m training.claim_confidence [--shared ../shared] [--write]

Logistic regression over the features of `matukio.claims.confidence`, from the articles of `train` whose text may be
learned from; how far it holds for others is printed for `dev`. A claim is right when its content overlaps an annotated
one by two fifths, its stance is the same and a speaker's words meet.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import matukio
from matukio.claims.confidence import BIAS, features
from matukio.claims.finding import BESIDE
from matukio.record import Claim
from scripts.generated import ROOT, annotated
from training.confidence import arguments, chance, learn, reliability

TABLE = ROOT / "src" / "matukio" / "claims" / "confidence.tsv"
PENALTY = 8.0
"""By cross-validation within `train`: less fits its accidents, more tells nothing."""
OVERLAP = 0.4
"""Share of the characters of both contents together that they must have in common."""
BINS = (("0.8 and more", 0.8), ("0.7 to 0.8", 0.7), ("0.6 to 0.7", 0.6), ("0.5 to 0.6", 0.5), ("below 0.5", 0.0))
Judged = tuple[frozenset[str], float, bool]
"""The features of a claim found, its confidence and whether it is right."""


def main() -> int:
    given = arguments(__doc__, TABLE)
    gold = annotated(given.shared)
    weights = learn([(found, right) for found, _, right in judged(gold / "train", "voa")], BIAS, PENALTY)
    print(claims_table([(chance(found, weights), right) for found, _, right in judged(gold / "dev")]))
    if given.write:
        rows = [f"{feature}\t{weight:.3f}" for feature, weight in sorted(weights.items())]
        TABLE.write_text("\n".join(["feature\tweight", *rows, ""]), encoding="utf-8", newline="\n")
    return 0


def claims_table(found: list[tuple[float, bool]]) -> str:
    """Claims of `dev` by their confidence: how many, and how many of them are right."""
    return reliability(found, BINS, "claims")


def judged(folder: Path, prefix: str = "") -> Iterator[Judged]:
    """Every claim found in the annotated articles, and whether content, stance and speaker are right."""
    for path in sorted(folder.glob(f"{prefix}*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        published = date.fromisoformat(article["published"]) if article["published"] else None
        claims = matukio.read(article["text"], published=published).claims
        for n, claim in enumerate(claims):
            found = frozenset(features(claim, claims[max(0, n - BESIDE) : n + BESIDE + 1]))
            yield found, claim.confidence or 0.0, any(_right(claim, known) for known in article["claims"])


def _right(claim: Claim, known: Mapping[str, Any]) -> bool:
    content = known["content"]
    shared = _shared(claim.content.start, claim.content.end, content)
    both = claim.content.end - claim.content.start + content["end"] - content["start"] - shared
    speakers = any(_shared(p.start, p.end, other) for p in claim.speakers for other in known["speakers"])
    nobody = not claim.speakers and not known["speakers"]
    return shared >= OVERLAP * both and claim.stance == known["stance"] and (speakers or nobody)


def _shared(start: int, end: int, other: Mapping[str, Any]) -> int:
    return max(0, min(end, other["end"]) - max(start, other["start"]))


if __name__ == "__main__":
    sys.exit(main())
