"""Reads the same articles with Matukio and with what people would otherwise run over them, in one run, on one core.

    python -m benchmarks.beside [--write]

Each is warm before it is measured, in processor time, and does less than Matukio does: words alone (a regular
expression), lemmas (simplemma), dates (dateparser's `search_dates`, told the language), words and sentences (spaCy's
blank pipeline with a sentence splitter), one tag for every word (a graph of XLM-R-large's shape in ONNX Runtime, of
random weights: what such a model costs, not what it knows). What is not installed is left out
(pip install 'matukio[bench]').
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys

from benchmarks.words import example_texts
from scripts.generated import ROOT, markdown_table, replace_block

TIMES_OVER = 20
"""How often `benchmarks.words` reads each example; here one reading suffices."""
TOKENS = r"import re; TOKEN = re.compile(r'\w+|[^\w\s]')"
PROGRAMS = {
    "regex tokens": ("", f"{TOKENS}\ndef work(text): TOKEN.findall(text)"),
    "spaCy, blank, with sentences": (
        "spacy",
        "import spacy\nnlp = spacy.blank('xx')\nnlp.add_pipe('sentencizer')\ndef work(text): nlp(text)",
    ),
    "`matukio.read`, all of it": ("matukio", "import matukio\ndef work(text): matukio.read(text)"),
    "dateparser, dates": (
        "dateparser",
        "from dateparser.search import search_dates\ndef work(text): search_dates(text, languages=['sw'])",
    ),
    "simplemma, lemmas": (
        "simplemma",
        f"import simplemma\n{TOKENS}\n"
        "def work(text):\n    for token in TOKEN.findall(text): simplemma.lemmatize(token, lang='sw')",
    ),
    "XLM-R-large's shape, one tag a word": (
        "onnx",
        f"from benchmarks.transformer import tagger\n{TOKENS}\nrun = tagger()\n"
        "def work(text): run(len(TOKEN.findall(text)))",
    ),
}
"""What is measured → (package it needs, program that defines `work`)."""
FRAME = """
import json, sys, time
texts = json.load(sys.stdin)
{program}
def seconds():
    begun = time.process_time()
    for text in texts: work(text)
    return time.process_time() - begun
first = seconds()
print(min([first, *(seconds() for _ in range(2 if first < 20 else 0))]))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    write = parser.parse_args().write
    texts = example_texts()
    table = beside_table(texts[: len(texts) // TIMES_OVER])
    print(table)
    if write:
        replace_block(ROOT / "docs" / "benchmarks.md", "bench-beside", table)
    return 0


def beside_table(texts: list[str]) -> str:
    import re

    words = sum(len(re.findall(r"\w+|[^\w\s]", text)) for text in texts)
    seconds = {
        name: cpu_seconds(program, texts)
        for name, (package, program) in PROGRAMS.items()
        if not package or importlib.util.find_spec(package)
    }
    ours = seconds["`matukio.read`, all of it"]
    rows = [
        [name, f"{words / taken:,.0f}", f"{taken / len(texts) * 1000:,.1f}", f"{taken / ours:.3g}"]
        for name, taken in sorted(seconds.items(), key=lambda row: row[1])
    ]
    header = [f"{len(texts)} articles, {words:,} words and marks", "words a second", "ms an article", "× Matukio"]
    return markdown_table(header, rows)


def cpu_seconds(program: str, texts: list[str]) -> float:
    """Processor seconds for all texts, in a process of its own: the best of three readings, or the first if long."""
    done = subprocess.run(
        [sys.executable, "-c", FRAME.format(program=program)],
        input=json.dumps(texts).encode(),
        stdout=subprocess.PIPE,
        check=True,
        cwd=ROOT,
    )
    return float(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
