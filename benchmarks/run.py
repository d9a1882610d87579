"""Measures how fast Matukio starts and reads, each against something everybody knows, in the same run.

    python -m benchmarks.run [--write]

Absolute times tell about the machine; the ratios tell about Matukio. `--write` puts the tables into docs/benchmarks.md.
Exit 1 when `matukio --help` takes more than twice a bare Typer program.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import matukio
from matukio import ingest
from matukio.forgetting import settle
from matukio.pipeline import SECONDS
from scripts.generated import ROOT, markdown_table, replace_block

HELP_BAR = 2.0
STARTS = 15
ROUNDS = 7
TOKEN = re.compile(r"\w+|[^\w\s]")

MATUKIO = "from matukio.cli import main; main()"
BARE_TYPER = """
import typer

app = typer.Typer()


@app.callback()
def program() -> None:
    pass


@app.command()
def read(source: str) -> None:
    pass


app()
"""


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    write = arguments.parse_args().write

    matukio_seconds, typer_seconds = start_seconds([MATUKIO, BARE_TYPER])
    ratio = matukio_seconds / typer_seconds
    texts = example_texts()
    settle()  # as a process does whose only work is reading
    tables = "\n\n".join(
        [
            "### Start",
            start_table(matukio_seconds, typer_seconds),
            "### Reading",
            reading_table(texts),
            "### Articles out of pages",
            page_table(),
            "### Where the time goes",
            stage_table(texts),
        ]
    )
    print(tables)
    if write:
        replace_block(ROOT / "docs" / "benchmarks.md", "bench", tables)
    if ratio > HELP_BAR:
        print(f"matukio --help takes {ratio:.2f} times a bare Typer program, the bar is {HELP_BAR}", file=sys.stderr)
        return 1
    return 0


def start_seconds(programs: Sequence[str]) -> list[float]:
    """For each program the median time of `--help`; the programs take turns, so that a busy moment hits all alike."""
    seconds: list[list[float]] = [[] for _ in programs]
    for _ in range(STARTS):
        for program, taken in zip(programs, seconds, strict=True):
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-c", program, "--help"], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
            taken.append(time.perf_counter() - begun)
    return [statistics.median(taken) for taken in seconds]


def start_table(matukio_seconds: float, typer_seconds: float) -> str:
    rows = [
        ["`matukio --help`", f"{matukio_seconds * 1000:.0f}", f"{matukio_seconds / typer_seconds:.2f}"],
        ["a bare Typer program, `--help`", f"{typer_seconds * 1000:.0f}", "1.00"],
    ]
    return markdown_table(["command", "ms", "ratio"], rows)


def example_texts() -> list[tuple[str, date | None]]:
    """The examples as Matukio takes them out of their files, with their days of publication."""
    paths = [path for path in sorted((ROOT / "examples").iterdir()) if path.suffix in (".txt", ".html")]
    records = [matukio.read_file(path) for path in paths]
    return [(record.text, record.published) for record in records]


def reading_table(texts: Sequence[tuple[str, date | None]]) -> str:
    words = sum(len(TOKEN.findall(text)) for text, _ in texts)

    def read() -> None:
        for text, published in texts:
            matukio.read(text, published=published)

    def tokenise() -> None:
        for text, _ in texts:
            TOKEN.findall(text)

    taken = {"`matukio.read`": best_seconds(read)}
    first = [f"{first_article_seconds(texts[0][0]) * 1000:.0f}"]
    if is_compiled():
        sources = str(ROOT / "src")
        taken = {"`matukio.read`, compiled": taken["`matukio.read`"], "the same from the sources": elsewhere(sources)}
        first.append(f"{first_article_seconds(texts[0][0], sources) * 1000:.0f}")
    tokenising = best_seconds(tokenise)
    taken["regex tokens alone"] = tokenising
    rows = [
        ["words and marks per second", *(f"{words / each:,.0f}" for each in taken.values())],
        ["ms per article", *(f"{each / len(texts) * 1000:.2f}" for each in taken.values())],
        ["ratio of the times", *(f"{each / tokenising:,.0f}" for each in taken.values())],
        ["ms for the first article of a process, tables and all", *first, ""],
    ]
    return markdown_table([f"{len(texts)} articles, {words:,} words and marks", *taken], rows)


def page_table() -> str:
    """How fast articles are taken out of their pages, before anything is read in them."""
    pages = [path.read_bytes() for path in sorted((ROOT / "examples").glob("*.html"))]

    def take_out() -> None:
        for page in pages:
            ingest.read_bytes(page, "page.html")

    seconds = best_seconds(take_out)
    kib = sum(map(len, pages)) / 1024
    rows = [[f"{len(pages) / seconds:,.0f}", f"{seconds / len(pages) * 1000:.1f}", f"{kib / len(pages):.1f}"]]
    return markdown_table(["pages a second", "ms a page", "KiB a page"], rows)


def is_compiled() -> bool:
    """Whether the stages that are measured here are the compiled ones, as a wheel has them."""
    from matukio.swahili import sentences

    return Path(sentences.__file__).suffix != ".py"


def elsewhere(package: str) -> float:
    """The best seconds of a round, read by the package in another folder."""
    program = (
        "from benchmarks.run import *; texts = example_texts(); settle();"
        "print(best_seconds(lambda: [matukio.read(text, published=day) for text, day in texts]))"
    )
    return float(
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": package},
            stdout=subprocess.PIPE,
            cwd=ROOT,
            check=True,
        ).stdout
    )


def best_seconds(work: Callable[[], None]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def first_article_seconds(text: str, package: str | None = None) -> float:
    """What the first text costs in a new process, from importing the package to the record; `package` is the folder of
    another one than the process's own."""
    # An installed package has its bytecode; here the first of the rounds writes it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    if package:
        environment["PYTHONPATH"] = package
    program = (
        "import sys, time; text = sys.stdin.buffer.read().decode(); begun = time.perf_counter();"
        "import matukio; matukio.read(text); print(time.perf_counter() - begun)"
    )
    taken = [
        float(
            subprocess.run(
                [sys.executable, "-c", program],
                input=text.encode(),
                stdout=subprocess.PIPE,
                check=True,
                env=environment,
            ).stdout
        )
        for _ in range(3)
    ]
    return min(taken)


def stage_table(texts: Sequence[tuple[str, date | None]]) -> str:
    """Share of each stage in the time of a reading, as the pipeline counts it."""
    SECONDS.clear()
    for _ in range(ROUNDS):
        for text, published in texts:
            matukio.read(text, published=published)
    total = sum(SECONDS.values())
    return markdown_table(
        ["stage", "share"], [[f"`{stage}`", f"{taken / total:.0%}"] for stage, taken in SECONDS.items()]
    )


if __name__ == "__main__":
    sys.exit(main())
