"""Reads texts and pages that chance has damaged: no exception, no invalid record, none slower than a second.

    python -m scripts.mutated --count 1000000 [--shared ../shared] [--failures failures.jsonl]

Each case has a number and follows from it alone, so that `--first NUMBER --count 1` makes it again and a run that was
stopped goes on where it was. A case is a piece of an article (a page in one case of fifty) with one to five damages:
characters and words lost, doubled, moved, exchanged for odd ones, quotation marks and brackets opened and never closed,
numbers blown up, two articles spliced, bytes flipped.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from time import process_time

import matukio
from matukio import ingest, pipeline
from matukio.errors import SourceError
from matukio.forgetting import settle
from matukio.validation import problems
from scripts.generated import ROOT

SECONDS = 1.0
"""Longest a case may take, in processor time."""
HANGS = 20.0
"""A case that takes longer is given up."""
LENGTHS = [40, 80, 120, 160, 240, 600]
"""Characters of a piece at most, before it is damaged."""
PAGES = 50
"""One case in so many is a page."""
ODD = [
    *"\0\t\r\n\u00a0\u00ad\u0301\u200b\u200d\u202e\u2028\ufeff\ufffd\ud83d😀ßİǅﬁ¼٣〇|*_<>&'’‘“”«»„\"()[]{}…–—.,;:?!%$€#@/\\0123456789"
]
NUMBERS = [
    "0",
    "-1",
    "31/31/9999",
    "saa 99",
    "10,000,000,000,000",
    "1e308",
    "mwaka 0",
    "milioni bilioni elfu",
    "²",
    "29/2/2023",
]
DATES = [None, "2024-06-18", "2000-02-29", "1900-01-01", "9999-12-31", "0001-01-01"]

Chance = random.Random
Damage = Callable[[str, Chance, "Seeds"], str]


@dataclass(frozen=True, slots=True)
class Seeds:
    """Whole articles to take pieces of, and pages."""

    texts: list[str]
    pages: list[bytes]


@dataclass(slots=True)
class Report:
    """What a run found: cases read, pages refused with the one line that is meant for it, failures by kind."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    slowest_case: int = -1
    failures: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        wrong = ", ".join(f"{kind} {number}" for kind, number in self.failures.most_common()) or "none"
        return (
            f"{self.read:,} read, {self.refused:,} pages refused, failures: {wrong}; "
            f"slowest {self.slowest:.2f} s (case {self.slowest_case})"
        )


def main() -> int:
    arguments = _arguments()
    seeds = find_seeds(arguments.shared)
    matukio.read(seeds.texts[0])  # the tables are read with the first text
    ingest.read_bytes(page(Chance(0), seeds), "page.html")  # the libraries for pages with the first that is damaged
    settle()
    report = Report()
    for number in range(arguments.first, arguments.first + arguments.count):
        for failure in run(number, seeds, report):
            with arguments.failures.open("a", encoding="utf-8") as log:
                log.write(json.dumps(failure) + "\n")
        if sys.stderr.isatty() and number % 100 == 0:
            print(f"\r{number:,}: {report.line()}", end="", file=sys.stderr)
        elif number % 1_000 == 0:
            print(f"{number:,}: {report.line()}", file=sys.stderr, flush=True)
    print(report.line())
    return 1 if report.failures else 0


def find_seeds(shared: Path | None = None) -> Seeds:
    """The project's own examples and, where they lie beside it, every tenth article of the corpora."""
    examples = ROOT / "examples"
    texts = [path.read_text(encoding="utf-8") for path in sorted(examples.glob("*.txt"))]
    for path in sorted((shared / "data").glob("*/articles.jsonl")) if shared else []:
        with path.open(encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for number, line in enumerate(lines) if number % 10 == 0]
    return Seeds(texts, [path.read_bytes() for path in sorted(examples.glob("*.html"))])


def run(number: int, seeds: Seeds, report: Report) -> Iterator[dict[str, str | int | float]]:
    """Read case `number`, count it, and yield what went wrong."""
    chance = Chance(number)
    published = chance.choice(DATES)
    case: str | bytes = page(chance, seeds) if number % PAGES == 0 else text(chance, seeds)
    begun = process_time()
    kind = None
    _give_up_after(HANGS)
    try:
        if isinstance(case, str):
            record = matukio.read(case, published=published)
        else:
            record = pipeline.read_article(ingest.read_bytes(case, "page.html"))
        plain = record.to_dict()
        if wrong := problems(plain):
            kind = f"invalid: {wrong[0]}"
        json.dumps(plain)
        report.read += 1
    except SourceError:
        report.refused += 1
    except Exception as error:
        kind = f"{type(error).__name__}: {error}"
    finally:
        _give_up_after(0)
    seconds = process_time() - begun
    if seconds > report.slowest:
        report.slowest, report.slowest_case = seconds, number
    if kind is None and seconds > SECONDS:
        kind = "slow"
    if kind is not None:
        report.failures[kind.partition(":")[0]] += 1
        yield {"case": number, "kind": kind, "seconds": round(seconds, 3)}


class Hangs(Exception):
    """A case was not read in `HANGS` seconds."""


def _give_up_after(seconds: float) -> None:
    """Raise Hangs when the processor has worked so long; 0 ends the waiting. Windows has no such clock."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, _hangs)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _hangs(*_: object) -> None:
    raise Hangs(f"not read in {HANGS:.0f} s")


def text(chance: Chance, seeds: Seeds) -> str:
    """A piece of one or two paragraphs, damaged."""
    piece = _piece(chance, seeds)
    for _ in range(chance.randint(1, 5)):
        piece = chance.choice(DAMAGES)(piece, chance, seeds)
    return piece


def page(chance: Chance, seeds: Seeds) -> bytes:
    """A page whose markup is damaged like a text, and some of its bytes flipped."""
    markup = chance.choice(seeds.pages).decode("utf-8")
    for _ in range(chance.randint(1, 5)):
        markup = chance.choice(DAMAGES)(markup, chance, seeds)
    damaged = bytearray(markup.encode("utf-8", "surrogatepass"))
    for _ in range(chance.randint(0, 5)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _piece(chance: Chance, seeds: Seeds) -> str:
    paragraphs = _paragraphs(chance.choice(seeds.texts))
    begin = chance.randrange(len(paragraphs))
    return "\n".join(paragraphs[begin : begin + 2])[: chance.choice(LENGTHS)]


@cache
def _paragraphs(article: str) -> list[str]:
    return [line for line in article.split("\n") if line.strip()] or [article]


def _lose(piece: str, chance: Chance, _: Seeds) -> str:
    begin = chance.randrange(len(piece) + 1)
    return piece[:begin] + piece[begin + chance.randint(1, 20) :]


def _cut(piece: str, chance: Chance, _: Seeds) -> str:
    words = piece.split(" ")
    return " ".join(words[: chance.randint(1, len(words))])


def _double(piece: str, chance: Chance, _: Seeds) -> str:
    begin = chance.randrange(len(piece) + 1)
    part = piece[begin : begin + chance.randint(1, 40)]
    return piece[:begin] + part * chance.choice([2, 2, 2, 30]) + piece[begin + len(part) :]


def _put(piece: str, chance: Chance, _: Seeds) -> str:
    at = chance.randrange(len(piece) + 1)
    return piece[:at] + "".join(chance.choices(ODD, k=chance.choice([1, 1, 1, 8]))) + piece[at:]


def _exchange(piece: str, chance: Chance, _: Seeds) -> str:
    odd = chance.choice(ODD)
    return "".join(odd if chance.random() < 0.03 else letter for letter in piece)


def _move_words(piece: str, chance: Chance, _: Seeds) -> str:
    words = piece.split(" ")
    for _ in range(chance.randint(1, 5)):
        words.insert(chance.randrange(len(words)), words.pop(chance.randrange(len(words))))
    return " ".join(words)


def _number(piece: str, chance: Chance, _: Seeds) -> str:
    return re.sub(r"\d+|\b(?:mwaka|saa|siku)\b", lambda found: chance.choice([found.group(), *NUMBERS]), piece)


def _case(piece: str, chance: Chance, _: Seeds) -> str:
    return chance.choice([str.upper, str.lower, str.title, str.swapcase])(piece)


def _marks(piece: str, chance: Chance, _: Seeds) -> str:
    mark = chance.choice(["“", "”", '"', "«", "»", "''", "(", ")", ",", ""])
    return re.sub(r"[“”\"«»(),]", lambda found: chance.choice([found.group(), mark]), piece)


def _splice(piece: str, chance: Chance, seeds: Seeds) -> str:
    other = _piece(chance, seeds)
    return piece[: chance.randrange(len(piece) + 1)] + other[chance.randrange(len(other) + 1) :]


DAMAGES: list[Damage] = [_lose, _cut, _double, _put, _exchange, _move_words, _number, _case, _marks, _splice]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000, help="how many cases (default: 10,000)")
    parser.add_argument("--first", type=int, default=0, help="number of the first case (default: 0)")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the corpora, if any")
    parser.add_argument("--failures", type=Path, default=Path("failures.jsonl"), help="where failures are written")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
