"""Measures how often claims found in the same way are right and writes src/matukio/claims/confidence.tsv.

    python -m scripts.confidence [--shared ../shared] [--write]

The shares come from `train`; the table printed compares them with what is right in `dev`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import matukio
from matukio.claims.confidence import ANY, kind_of
from matukio.record import Claim
from scripts.generated import ROOT, annotated, markdown_table

TABLE = ROOT / "src" / "matukio" / "claims" / "confidence.tsv"
FEWEST, WEIGHT = 8, 4
"""Claims of a kind that make a row; how many claims of the average one share is worth."""
OVERLAP = 0.4
"""Share of the characters of both contents together that they must have in common."""
Key = tuple[str, str, str]


def main() -> int:
    arguments = _arguments()
    gold = annotated(arguments.shared)
    shares = measure(judged(gold / "train"))
    print(comparison(shares, judged(gold / "dev")))
    if arguments.write:
        rows = [
            f"{rule}\t{stance}\t{speaker}\t{share:.2f}" for (rule, stance, speaker), share in sorted(shares.items())
        ]
        TABLE.write_text("\n".join(["rule\tstance\tspeaker\tshare", *rows, ""]), encoding="utf-8", newline="\n")
    return 0


def judged(folder: Path) -> Iterator[tuple[Claim, bool]]:
    """Every claim found in the annotated articles, and whether content, stance and speaker are right."""
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        published = date.fromisoformat(article["published"]) if article["published"] else None
        for claim in matukio.read(article["text"], published=published).claims:
            yield claim, any(_right(claim, known) for known in article["claims"])


def _right(claim: Claim, known: Mapping[str, Any]) -> bool:
    content = known["content"]
    shared = _shared(claim.content.start, claim.content.end, content)
    both = claim.content.end - claim.content.start + content["end"] - content["start"] - shared
    speakers = any(_shared(p.start, p.end, other) for p in claim.speakers for other in known["speakers"])
    nobody = not claim.speakers and not known["speakers"]
    return shared >= OVERLAP * both and claim.stance == known["stance"] and (speakers or nobody)


def _shared(start: int, end: int, other: Mapping[str, Any]) -> int:
    return max(0, min(end, other["end"]) - max(start, other["start"]))


def measure(found: Iterator[tuple[Claim, bool]]) -> dict[Key, float]:
    """Kind → share right, drawn towards the average as far as there are few."""
    counts: dict[Key, list[bool]] = defaultdict(list)
    for claim, right in found:
        rule, stance, speaker = kind_of(claim)
        for key in ((rule, stance, speaker), (rule, ANY, ANY), (ANY, ANY, ANY)):
            counts[key].append(right)
    average = sum(counts[ANY, ANY, ANY]) / len(counts[ANY, ANY, ANY])
    return {
        key: (sum(right) + WEIGHT * average) / (len(right) + WEIGHT)
        for key, right in counts.items()
        if len(right) >= FEWEST
    }


def comparison(shares: Mapping[Key, float], found: Iterator[tuple[Claim, bool]]) -> str:
    """Claims of other articles by their confidence: how many, and how many of them are right."""
    bins: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for claim, right in found:
        rule, stance, speaker = kind_of(claim)
        keys: tuple[Key, ...] = ((rule, stance, speaker), (rule, ANY, ANY), (ANY, ANY, ANY))
        share = next(shares[key] for key in keys if key in shares)
        name = "below 0.6" if share < 0.6 else "0.6 to 0.75" if share < 0.75 else "0.75 and more"
        bins[name].append((share, right))
    rows = [
        [
            name,
            str(len(items)),
            f"{sum(s for s, _ in items) / len(items):.2f}",
            f"{sum(r for _, r in items) / len(items):.2f}",
        ]
        for name, items in sorted(bins.items(), reverse=True)
    ]
    return markdown_table(["confidence", "claims of `dev`", "mean confidence", "share right"], rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the annotated articles")
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
