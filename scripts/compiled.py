"""Compiles the reading stages and holds the records of the compiled ones against those of the sources.

    python -m scripts.compiled [--articles 30] [--shared ../shared] [--into FOLDER]

Read are articles, the examples of every rule and damaged texts; each record is sent as to another process. Exit 1 when
one differs, or the schema made of their classes. The environment's
MATUKIO_COMPILE_STAGES and MATUKIO_COMPILE_LEVEL say which stages are compiled and how hard the C compiler tries; to
compare, level 0 does and is ready soonest. `--into` keeps the package.
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

import matukio.pipeline  # noqa: F401  registers every stage's rules
from hatch_build import compiled
from matukio.rules import REGISTRY
from scripts import mutated
from scripts.generated import ROOT

DAMAGED = 300
"""How many damaged texts are read."""
SHOWN = 5
"""Of so many differences the texts are printed."""

PROGRAM = """
import json, pickle, sys
import matukio.pipeline
from matukio.schema import schema

loaded = [str(module.__file__) for name, module in sys.modules.items() if name.startswith("matukio.")]
print(sum(not path.endswith(".py") for path in loaded))
print(json.dumps(schema()))
for text, published in json.load(sys.stdin):
    try:
        record = pickle.loads(pickle.dumps(matukio.read(text, published=published)))
        print(json.dumps(record.to_dict(), ensure_ascii=False))
    except Exception as error:
        print(json.dumps(f"{type(error).__name__}: {error}"))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=30, help="how many articles to read")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the articles")
    parser.add_argument("--into", type=Path, help="keep the compiled package in this folder")
    arguments = parser.parse_args()
    articles = [*articles_of(arguments.shared, arguments.articles), *examples(), *damaged(arguments.shared)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.into or Path(temporary)
        built = compiled(ROOT / "src" / "matukio", folder)
        if isinstance(built, str):
            print(built, file=sys.stderr)
            return 1
        (loaded, schema, *fast), (_, told, *plain) = records(folder, articles), records(ROOT / "src", articles)
    if loaded == "0":
        print("the compiled modules were not loaded", file=sys.stderr)
        return 1
    different = [number for number, (one, other) in enumerate(zip(fast, plain, strict=True)) if one != other]
    for number in different[:SHOWN]:
        print(f"{articles[number][0][:200]!r}\n  compiled: {fast[number][:300]}\n  sources:  {plain[number][:300]}")
    print(f"{loaded} compiled modules loaded; {len(different)} of {len(articles)} records differ")
    if schema != told:
        print("the schemas differ")
    return int(bool(different) or schema != told)


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


def examples() -> Iterator[tuple[str, str | None]]:
    """What every rule must read and must leave alone: between them they walk nearly every line."""
    for rule in REGISTRY.values():
        for text in (*rule.examples, *rule.never):
            yield text, "2024-06-18"
            yield text, None


def damaged(shared: Path) -> Iterator[tuple[str, str | None]]:
    """Cases of `scripts.mutated`."""
    seeds = mutated.find_seeds(shared)
    for number in range(DAMAGED):
        chance = mutated.Chance(number)
        published = chance.choice(mutated.DATES)
        # Half a character cannot be sent to the other process.
        yield mutated.text(chance, seeds).encode("utf-8", "replace").decode(), published


def records(package: Path, articles: list[tuple[str, str | None]]) -> list[str]:
    """How many compiled modules are loaded, the schema, then the records as JSON, by the package in this folder."""
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
