"""Reads the annotated articles with Matukio and prints how much of each annotation it found.

    python -m scripts.score [--shared ../shared] [--write] [--show 5]

Each article's text and day of publication go through `matukio.read`; the scorer beside the annotations compares.
`--write` puts the table into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import matukio
from scripts.generated import ROOT, annotated, markdown_table, replace_block
from training.claim_confidence import claims_table
from training.claim_confidence import judged as judged_claims
from training.confidence import judged, reliability

SETS = ("dev", "train")
FIGURES = {
    "events.detect": "events found",
    "events.record": "events with type, status and all countries right",
    "events.parties": "actors and recipients, by country",
    "events.parties+": "actors and recipients, by country and sector",
    "events.status": "status, of the events found",
    "events.mode": "mode, of the events found",
    "events.words": "words of the parties found",
    "events.date": "dates of the events found",
    "events.place": "places of the events found",
    "events.sources": "sources of the events found",
    "claims.detect": "claims found",
    "claims.record": "claims with stance and speaker right",
    "claims.speaker": "speaker, of the claims found",
    "claims.stance": "stance, of the claims found",
    "claims.answers": "which claim a denial answers",
    "times.span": "time expressions, to the character",
    "times.value": "time expressions with type and value",
}


def main() -> int:
    arguments = _arguments()
    gold = annotated(arguments.shared)
    os.environ["MATUKIO_WEIGHTS"] = "voa"  # figures are of what the package ships, whatever else is installed
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in SETS:
            predicted = Path(folder) / name
            predicted.mkdir()
            predict(gold / name, predicted)
            command = [sys.executable, str(arguments.shared / "tools" / "score.py"), str(gold / name), str(predicted)]
            if arguments.show and name == "dev":
                subprocess.run([*command, "--show", str(arguments.show)], check=True)
            output = subprocess.run([*command, "--json"], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
            figures[name] = json.loads(output)
    tables = f"{figures_table(figures)}\n\nEvents of `dev` by type:\n\n{types_table(figures['dev'])}"
    print(tables)
    sure = reliability([(event.confidence or 0.0, right) for event, right in judged(gold / "dev")])
    print(f"\nConfidence of the events of `dev`:\n\n{sure}")
    sure_claims = claims_table([(told, right) for _, told, right in judged_claims(gold / "dev")])
    print(f"\nConfidence of the claims of `dev`:\n\n{sure_claims}")
    if arguments.write:
        replace_block(ROOT / "docs" / "accuracy.md", "score", tables)
        replace_block(ROOT / "docs" / "accuracy.md", "confidence", sure)
        replace_block(ROOT / "docs" / "accuracy.md", "claims-confidence", sure_claims)
    return 0


def predict(gold: Path, predicted: Path) -> None:
    """Read every gold article and write the record found under the gold's id."""
    for path in sorted(gold.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        published = date.fromisoformat(article["published"]) if article["published"] else None
        try:
            record = matukio.read(article["text"], published=published, id=article["id"]).to_dict()
        except Exception as error:
            error.add_note(f"while reading {path}")
            raise
        (predicted / path.name).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def figures_table(figures: dict[str, Any]) -> str:
    rows = []
    for key, title in FIGURES.items():
        row = [title, f"`{key}`"]
        for name in SETS:
            figure = figures[name][key]
            row += _three(figure) if "f1" in figure else [f"{figure['acc']:.2f}", "", ""]
        rows.append(row)
    header = ["what", "figure"]
    for name in SETS:
        header += [f"{name} F1 or share", "precision", "recall"]
    return markdown_table(header, rows)


def types_table(figures: dict[str, Any]) -> str:
    rows = [
        [f"`{type_}`", *_three(figure), str(figure["gold"]), str(figure["pred"])]
        for type_, figure in figures["events.by_type"].items()
    ]
    return markdown_table(["type", "F1", "precision", "recall", "annotated", "found"], rows)


def _three(figure: dict[str, float]) -> list[str]:
    return [f"{figure['f1']:.2f}", f"{figure['p']:.2f}", f"{figure['r']:.2f}"]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the annotated articles")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list what was missed in the first N articles")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
