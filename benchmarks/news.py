"""Measures the whole reading of real news, part by part, against what a word may cost.

    PYTHONPATH=.venv/compiled python -m benchmarks.news [--shared ../shared] [--python NAME=PATH]… [--write]

Articles at even steps of the corpora, start-up apart: once each as they come, many words not met before, then again,
where of each part of each article the best of the rounds counts. `--python` names another interpreter of the same
version, which reads by this one's packages: one that was made with optimisation by profile, as Debian's was, reads
faster than one without. All is told in processor time, the ratio to a bare tokenisation in the same process. Without
the corpora there is nothing to measure.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from scripts.generated import ROOT, markdown_table, replace_block

CORPORA: Final = ("voa", "bbc")
ARTICLES: Final = 100
ROUNDS: Final = 5
TURNS: Final = 3
"""So often each interpreter has its turn; of an article's part the best of all counts."""
LENGTH: Final = 300
"""Words of the article that a rate is told by."""
PARTS: Final = {
    "sentences, words, verbs and nouns": (("swahili",), 5.0),
    "names and references": (("entities", "references"), 7.0),
    "times, claims and events": (("times", "claims", "events"), 10.0),
}
"""Part → its stages and the µs a word that it may cost."""
PROGRAM: Final = """
import json, re, sys, time
import matukio
from matukio.forgetting import settle
from matukio.pipeline import (
    analyze, day_of_publication, find_claims, find_entities, find_events, find_times, resolve,
)

given = json.load(sys.stdin)
texts = [(text, day_of_publication(published)) for text, published in given["texts"]]
clock, token = time.process_time, re.compile(r"\\w+|[^\\w\\s]")
matukio.read("Rais wa Togo alikutana na wabunge mjini Lomé.")
settle()

def read(text, published):
    at = [clock()]
    words = analyze(text); at.append(clock())
    times = find_times(words, published); at.append(clock())
    names = find_entities(words, published); at.append(clock())
    discourse = resolve(words, names); at.append(clock())
    claims = find_claims(discourse, times); at.append(clock())
    find_events(discourse, times, claims); at.append(clock())
    return [after - before for before, after in zip(at, at[1:])]

first = [read(*each) for each in texts]
again = [[min(stage) for stage in zip(*(read(*each) for _ in range(given["rounds"])))] for each in texts]
tokens = []
for text, _ in texts:
    begun = clock(); token.findall(text); tokens.append(clock() - begun)
names = ["swahili", "times", "entities", "references", "claims", "events"]
compiled = not matukio.swahili.text.__file__.endswith(".py")
print(json.dumps({"names": names, "first": first, "again": again, "tokens": tokens, "compiled": compiled}))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the corpora")
    parser.add_argument("--python", action="append", default=[], metavar="NAME=PATH", help="another interpreter")
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    arguments = parser.parse_args()
    texts = corpora(arguments.shared / "data")
    if not texts:
        print("no corpora lie beside the project; --shared names their folder", file=sys.stderr)
        return 0
    pythons = {"this Python": sys.executable} | dict(each.split("=", 1) for each in arguments.python)
    taken: dict[str, list[Taken]] = {name: [] for name in pythons}
    for _ in range(TURNS):
        for name, path in pythons.items():
            taken[name].append(Taken(texts, path))
    shown = table(texts, taken)
    print(shown)
    if arguments.write:
        replace_block(ROOT / "docs" / "benchmarks.md", "bench-news", shown)
    return 0


def corpora(data: Path) -> list[tuple[str, str | None]]:
    """Text and day of publication of articles at even steps of each corpus."""
    texts: list[tuple[str, str | None]] = []
    for corpus in CORPORA:
        path = data / corpus / "articles.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        read = [each for each in map(json.loads, lines) if each.get("text")]
        texts += [(each["text"], each.get("published")) for each in read[:: max(1, len(read) // ARTICLES)][:ARTICLES]]
    return texts


class Taken:
    """Seconds of one process: by article and stage at the first reading (`first`) and at its best later (`again`)."""

    def __init__(self, texts: list[tuple[str, str | None]], python: str) -> None:
        told = subprocess.run(
            [python, "-c", PROGRAM],
            input=json.dumps({"texts": texts, "rounds": ROUNDS}),
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdout=subprocess.PIPE, text=True, check=True,
        ).stdout  # fmt: skip
        read = json.loads(told)
        self.names: list[str] = read["names"]
        self.first: list[list[float]] = read["first"]
        self.again: list[list[float]] = read["again"]
        self.tokens: list[float] = read["tokens"]
        self.compiled: bool = read["compiled"]


def table(texts: list[tuple[str, str | None]], taken: dict[str, list[Taken]]) -> str:
    words = sum(len(text.split()) for text, _ in texts)
    kind = "compiled" if all(each.compiled for turns in taken.values() for each in turns) else "from the sources"
    heads = [f"{len(texts)} articles, {words:,} words, {kind}", "µs a word may cost", *taken]
    tokens = [sum(map(min, zip(*(turn.tokens for turn in turns), strict=True))) for turns in taken.values()]
    first = [min(sum(map(sum, turn.first)) for turn in turns) for turns in taken.values()]
    rows = []
    for part, (stages, most) in PARTS.items():
        cells = [f"{_part(turns, stages) / words * 1e6:.1f}" for turns in taken.values()]
        rows.append([part, f"{most:.0f}", *cells])
    whole = [_part(turns, tuple(turns[0].names)) for turns in taken.values()]
    rate = [f"{words / each / LENGTH:.0f}" for each in whole]
    rows.append(["all of it", "22", *(f"{each / words * 1e6:.1f}" for each in whole)])
    rows.append([f"articles of {LENGTH} words a second", "", *rate])
    rows.append(["times a bare tokenisation", "", *(f"{a / b:.0f}" for a, b in zip(whole, tokens, strict=True))])
    rows.append(["each article once, new words and all", "", *(f"{each / words * 1e6:.1f}" for each in first)])
    return markdown_table(heads, rows)


def _part(turns: list[Taken], stages: tuple[str, ...]) -> float:
    """Seconds of some stages over all articles, each the best of the turns."""
    numbers = [turns[0].names.index(stage) for stage in stages]
    articles = range(len(turns[0].again))
    return sum(min(turn.again[article][number] for turn in turns) for article in articles for number in numbers)


if __name__ == "__main__":
    sys.exit(main())
