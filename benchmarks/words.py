"""Measures words: sentences, words and every word's analysis, beside a bare tokenisation and beside simplemma.

    python -m benchmarks.words [--shared ../shared] [--texts FOLDER] [--write]

Each runs in a process of its own over the same texts, cold: what it loads and learns on the way counts; the garbage
collector comes as seldom as in a worker. The texts are the corpora where they lie beside the project, or the .jsonl
files of FOLDER, whose lines have a `text`, else the articles in `examples/` twenty times over. simplemma is left out
where it is not installed (pip install 'matukio[bench]').
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import re
import subprocess
import sys
from pathlib import Path

import matukio
from matukio.forgetting import COLLECT_EVERY
from scripts.generated import ROOT, markdown_table, replace_block

ROUNDS = 5
TOKENS = r"import re; TOKEN = re.compile(r'\w+|[^\w\s]')"
PROGRAMS = {
    "regex tokens": f"{TOKENS}\nfor text in texts: TOKEN.findall(text)",
    "simplemma": (
        f"import simplemma\n{TOKENS}\nfor text in texts:\n"
        "    for token in TOKEN.findall(text): simplemma.lemmatize(token, lang='sw')"
    ),
    "Matukio, likeliest reading": (
        "from matukio.swahili import analyze\nfrom matukio.swahili.vocabulary import VOCABULARY\n"
        "for text in texts:\n    for type_id in analyze(text).types: VOCABULARY.analyses(type_id)"
    ),
    "Matukio, reading in context": (
        "from matukio.swahili import analyze\nfrom matukio.swahili.context import choices\n"
        "for text in texts: choices(analyze(text))"
    ),
}
FRAME = """
import gc, json, sys, time
gc.set_threshold({collect_every})
texts = json.load(sys.stdin)
begun = time.process_time()
{program}
print(time.process_time() - begun)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=Path, help="a folder with .jsonl files")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the corpora, if any")
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    arguments = parser.parse_args()
    if arguments.texts and not arguments.texts.is_dir():
        parser.error(f"{arguments.texts}: no such folder")
    folder = arguments.texts or arguments.shared / "data"
    texts = texts_in(folder) if folder.is_dir() else example_texts()
    table = words_table(texts)
    print(table)
    if arguments.write:
        replace_block(ROOT / "docs" / "benchmarks.md", "bench-words", table)
    return 0


def texts_in(folder: Path) -> list[str]:
    lines = [line for path in sorted(folder.rglob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line)["text"] for line in lines]


def example_texts() -> list[str]:
    paths = [path for path in sorted((ROOT / "examples").iterdir()) if path.suffix in (".txt", ".html")]
    return [matukio.read_file(path).text for path in paths] * 20


def words_table(texts: list[str]) -> str:
    """Each program's µs a word, beside a bare tokenisation and beside simplemma."""
    words = sum(len(re.findall(r"\w+|[^\w\s]", text)) for text in texts)
    programs = {name: program for name, program in PROGRAMS.items() if name != "simplemma" or has_simplemma()}
    seconds = dict.fromkeys(programs, math.inf)
    for _ in range(ROUNDS):  # in turns, so that a slow minute of the machine comes to all
        for name, program in programs.items():
            seconds[name] = min(seconds[name], cpu_seconds(program, texts))
    taken = {name: each / words * 1e6 for name, each in seconds.items()}
    bare, beside = taken["regex tokens"], taken.get("simplemma")
    rows = [
        [name, f"{micros:.2f}", f"{micros / bare:.1f}", f"{micros / beside:.2f}" if beside else ""]
        for name, micros in taken.items()
    ]
    head = f"{words:,} words and marks"
    return markdown_table([head, "µs a word", "× regex tokens", "× simplemma"], rows)


def has_simplemma() -> bool:
    return importlib.util.find_spec("simplemma") is not None


def cpu_seconds(program: str, texts: list[str]) -> float:
    """What it takes in a new process, in seconds of its own processor time."""
    # An installed package has its bytecode; here the first of the rounds writes it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(
        [sys.executable, "-c", FRAME.format(program=program, collect_every=COLLECT_EVERY)],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=environment,
    )
    return float(ran.stdout)


if __name__ == "__main__":
    sys.exit(main())
