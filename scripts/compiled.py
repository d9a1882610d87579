"""Compiles the reading stages and holds the records of the compiled ones against those of the sources.

    python -m scripts.compiled [--articles 30] [--shared ../shared] [--into FOLDER]

Exit 1 when a record differs. The environment's MATUKIO_COMPILE_STAGES and MATUKIO_COMPILE_LEVEL say which stages are
compiled and how hard the C compiler tries; to compare, level 0 does and is ready soonest. `--into` keeps the package.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hatch_build import compiled
from scripts.generated import ROOT

PROGRAM = """
import json, sys
import matukio
from matukio.times import finding

print(json.dumps(finding.__file__))
for text, published in json.load(sys.stdin):
    print(json.dumps(matukio.read(text, published=published).to_dict(), ensure_ascii=False))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=30, help="how many articles to read")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the articles")
    parser.add_argument("--into", type=Path, help="keep the compiled package in this folder")
    arguments = parser.parse_args()
    articles = list(articles_of(arguments.shared, arguments.articles))
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.into or Path(temporary)
        built = compiled(ROOT / "src" / "matukio", folder)
        if isinstance(built, str):
            print(built, file=sys.stderr)
            return 1
        (where, *fast), (_, *plain) = records(folder, articles), records(ROOT / "src", articles)
    if Path(json.loads(where)).suffix == ".py":
        print("the compiled modules were not loaded", file=sys.stderr)
        return 1
    different = [number for number, (one, other) in enumerate(zip(fast, plain, strict=True), 1) if one != other]
    print(f"{len(built)} modules compiled; {len(different)} of {len(articles)} records differ")
    return int(bool(different))


def articles_of(shared: Path, count: int) -> Iterator[tuple[str, str | None]]:
    """Text and day of articles from all over the collections; the examples where there is no such folder."""
    paths = sorted(shared.glob("data/*/articles.jsonl"))
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    for line in lines[:: max(1, len(lines) // count)][:count]:
        article = json.loads(line)
        yield article["text"], article.get("published")
    if not lines:
        for path in sorted((ROOT / "examples").glob("*.txt")):
            yield path.read_text(encoding="utf-8"), "2024-06-18"


def records(package: Path, articles: list[tuple[str, str | None]]) -> list[str]:
    """Where a module lies, then the records as JSON, read by the package in this folder."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(articles),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(package)},
        check=True,
    )
    return done.stdout.splitlines()


if __name__ == "__main__":
    sys.exit(main())
