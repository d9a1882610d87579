"""Measures words: sentences, words and every word's analysis, beside a bare tokenisation and beside simplemma.

    python -m benchmarks.words [--texts FOLDER] [--write]

Each runs in a process of its own over the same texts, cold: what it loads and learns on the way counts. FOLDER holds
.jsonl files whose lines have a `text`; without it the articles in `examples/` are read twenty times over. simplemma is
left out where it is not installed (pip install 'matukio[bench]').
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import matukio
from scripts.generated import ROOT, markdown_table, replace_block

ROUNDS = 3
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
import json, sys, time
texts = json.load(sys.stdin)
begun = time.process_time()
{program}
print(time.process_time() - begun)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=Path, help="a folder with .jsonl files")
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    arguments = parser.parse_args()
    texts = texts_in(arguments.texts) if arguments.texts else example_texts()
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
    import re

    words = sum(len(re.findall(r"\w+|[^\w\s]", text)) for text in texts)
    seconds = {
        name: cpu_seconds(program, texts)
        for name, program in PROGRAMS.items()
        if name != "simplemma" or importlib.util.find_spec("simplemma")
    }
    bare = seconds["regex tokens"]
    rows = [
        [name, f"{taken / words * 1e6:.2f}", f"{taken / bare:.1f}", f"{taken / seconds['simplemma']:.2f}"]
        if "simplemma" in seconds
        else [name, f"{taken / words * 1e6:.2f}", f"{taken / bare:.1f}", ""]
        for name, taken in seconds.items()
    ]
    return markdown_table([f"{words:,} words and marks", "µs a word", "× regex tokens", "× simplemma"], rows)


def cpu_seconds(program: str, texts: list[str]) -> float:
    """The best of some rounds, each in a new process, in seconds of its own processor time."""
    # An installed package has its bytecode; here the first of the rounds writes it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return min(
        float(
            subprocess.run(
                [sys.executable, "-c", FRAME.format(program=program)],
                input=json.dumps(texts).encode(),
                capture_output=True,
                check=True,
                cwd=ROOT,
                env=environment,
            ).stdout
        )
        for _ in range(ROUNDS)
    )


if __name__ == "__main__":
    sys.exit(main())
