"""What the commands that measure share: the annotated articles, and the blocks of the documentation that they write,
between «<!-- score: begin -->» and its end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def annotated(shared: Path) -> Path:
    """The folder of the annotated articles; without it the command ends, with one line that says so and exit 2."""
    gold = shared / "gold"
    if not gold.is_dir():
        print(f"{gold} is missing: the annotated articles lie beside the project's own checkout", file=sys.stderr)
        raise SystemExit(2)
    return gold


def replace_block(page: Path, name: str, block: str) -> None:
    """Put `block` between the markers `name` of the page; raises ValueError when the page has none."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{page}: no block {begin} … {end}")
    page.write_text(f"{before}{begin}\n\n{block.strip()}\n\n{end}{after}", encoding="utf-8", newline="\n")


def markdown_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, its first column to the left and the others to the right."""
    lines = [header, ["---", *["--:"] * (len(header) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
