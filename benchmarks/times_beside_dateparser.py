"""Reads the times of the annotated articles with Matukio and with dateparser, in one run, and compares both.

    python -m benchmarks.times_beside_dateparser [--shared ../shared] [--write]

dateparser is the other library that reads dates in running Swahili text (`search_dates`). It is given the language
and the day of publication, and tells the words and a calendar day for each find. That is counted twice: as that day,
and with the precision (day, week, month, year) that dateparser tells when asked again about the words alone, untimed.
`--write` puts the tables into docs/accuracy.md. Exit 1 when Matukio is not fifty times as fast.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from scripts.generated import ROOT, annotated, markdown_table, replace_block

SETS = ("dev", "train")
SPEED_BAR = 50
ROUNDS = 21
"""Enough for the best of them to be undisturbed on a machine with other work."""

Times = list[dict[str, Any]]
Read = Callable[[str, date], Times]


@dataclass(frozen=True, slots=True)
class Article:
    """A gold article: what is read of it."""

    id: str
    text: str
    published: date


def main() -> int:
    arguments = _arguments()
    gold = annotated(arguments.shared)
    figures = {}
    for name in SETS:
        articles = list(_articles(gold / name))
        for title, read in READERS.items():
            found = [read(article.text, article.published) for article in articles]
            figures[title, name] = score(arguments.shared, gold / name, articles, found)
    dev = list(_articles(gold / "dev"))
    ours, theirs = seconds(dev)
    tables = "\n\n".join([figures_table(figures), speed_table(dev, ours, theirs)])
    print(tables)
    if arguments.write:
        replace_block(ROOT / "docs" / "accuracy.md", "times", tables)
    return int(theirs < ours * SPEED_BAR)


def matukio_times(text: str, published: date) -> Times:
    from matukio.times import find_times

    return [
        {"start": one.start, "end": one.end, "text": one.text, "type": one.type, "value": one.value}
        for one in find_times(text, published)
    ]


def dateparser_times(text: str, published: date) -> Times:
    """dateparser tells the words it found, in order, not where they stand."""
    from dateparser.search import search_dates

    times, after = [], 0
    for words, day in search_dates(text, languages=["sw"], settings=_settings(published)) or ():
        start = text.find(words, after)
        if start >= 0:
            after = start + len(words)
            times.append({"start": start, "end": after, "text": words, "type": "DATE", "value": f"{day:%Y-%m-%d}"})
    return times


def dateparser_times_with_precision(text: str, published: date) -> Times:
    """The same with «2024-06» for a month and «2024» for a year, as far as dateparser tells."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["sw"], settings=_settings(published))
    times = dateparser_times(text, published)
    for one in times:
        told = parser.get_date_data(one["text"])
        if told.date_obj is not None:
            one["value"] = f"{date.fromisoformat(one['value']):{PRECISION[told.period]}}"
    return times


def _settings(published: date) -> dict[str, Any]:
    return {"RELATIVE_BASE": datetime.combine(published, datetime.min.time())}


PRECISION = {"day": "%Y-%m-%d", "time": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}
READERS: dict[str, Read] = {
    "Matukio": matukio_times,
    "dateparser": dateparser_times,
    "dateparser with its precision": dateparser_times_with_precision,
}


def seconds(articles: list[Article]) -> tuple[float, float]:
    """Matukio's and dateparser's processor time: of each article the best of several rounds, all is loaded by then."""
    best = {(read, article.id): float("inf") for read in (matukio_times, dateparser_times) for article in articles}
    for _ in range(ROUNDS):
        for read in (dateparser_times, matukio_times):
            for article in articles:
                begun = time.process_time_ns()
                read(article.text, article.published)
                taken = (time.process_time_ns() - begun) / 1e9
                best[read, article.id] = min(best[read, article.id], taken)
    ours, theirs = (sum(best[read, article.id] for article in articles) for read in (matukio_times, dateparser_times))
    return ours, theirs


def cold_seconds(reader: str, articles: list[Article]) -> float:
    """What a new process takes for all articles, from its first import on."""
    program = (
        "import json, sys, time; begun = time.process_time()\n"
        "from datetime import date\n"
        f"from benchmarks.times_beside_dateparser import {reader}_times as read\n"
        "for text, published in json.load(sys.stdin): read(text, date.fromisoformat(published))\n"
        "print(time.process_time() - begun)"
    )
    given = json.dumps([(article.text, article.published.isoformat()) for article in articles])
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, input=given, stdout=subprocess.PIPE, encoding="utf-8", check=True
    )
    return float(done.stdout)


def score(shared: Path, gold: Path, articles: list[Article], found: list[Times]) -> dict[str, Any]:
    """The figures of the scorer that lies beside the annotations."""
    with tempfile.TemporaryDirectory() as folder:
        for article, times in zip(articles, found, strict=True):
            record = {"id": article.id, "text": article.text, "events": [], "claims": [], "times": times}
            (Path(folder) / f"{article.id}.json").write_text(json.dumps(record), encoding="utf-8")
        command = [sys.executable, str(shared / "tools" / "score.py"), str(gold), folder, "--json"]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    figures: dict[str, Any] = json.loads(output)
    return figures


def figures_table(figures: dict[tuple[str, str], Any]) -> str:
    header, rows = [""], []
    for name in SETS:
        header += [f"{name} F1", "precision", "recall"]
    for key, what in (("times.span", "to the character"), ("times.value", "with type and value")):
        for title in READERS:
            if key == "times.value" or title != "dateparser with its precision":
                row = [f"{what}: {title}"]
                for name in SETS:
                    row += [f"{figures[title, name][key][part]:.2f}" for part in ("f1", "p", "r")]
                rows.append(row)
    return markdown_table(header, rows)


def speed_table(articles: list[Article], ours: float, theirs: float) -> str:
    characters = sum(len(article.text) for article in articles)
    header = [f"{len(articles)} articles of `dev`, {characters:,} characters", "Matukio", "dateparser", "times as fast"]
    rows = []
    for what, mine, other in (
        ("ms of processor time per article", ours, theirs),
        (
            "the same in a new process, with all that it loads",
            cold_seconds("matukio", articles),
            cold_seconds("dateparser", articles),
        ),
    ):
        per_article = [f"{taken / len(articles) * 1000:.2f}" for taken in (mine, other)]
        rows.append([what, *per_article, f"{other / mine:.0f}"])
    return markdown_table(header, rows) + f"\n\nMeasured with dateparser {version('dateparser')}."


def _articles(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        yield Article(article["id"], article["text"], date.fromisoformat(article["published"]))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the annotated articles")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
