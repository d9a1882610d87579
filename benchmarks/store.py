"""Measures the store: how long questions take on a large archive, and what share of adding is the store's.

    python -m benchmarks.store [--articles 100000] [--read 2000] [--write]

The archive is that of `benchmarks.archive`. Reading 100,000 articles would take an hour, so that only the first few
thousand are read; the others are these once more, each with another address, day and pair of countries. Exit 1 when a
kind of question takes more than 100 ms at the 95th percentile.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import matukio
from benchmarks.archive import COUNTRIES, DAYS, FIRST_DAY, GOODS, PUBLISHERS, SURNAMES, TOPICS, articles
from matukio.store import Store
from matukio.store.connection import writing
from matukio.store.preparing import Prepared, prepare
from matukio.store.workers import cores
from matukio.store.writing import write as write_articles
from scripts.generated import ROOT, markdown_table, replace_block

BAR_MS = 100.0
ROUNDS = 60
AT_ONCE = 500
# How many are read and stored as `matukio add` does it, to see which of the two takes the time.
ADDED = 300


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--articles", type=int, default=100_000)
    arguments.add_argument("--read", type=int, default=2_000, help="how many of them are really read")
    arguments.add_argument("--db", help="keep the archive in this file, and use it when it is there")
    arguments.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    given = arguments.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(given.db or f"{folder}/archive.db")
        if not path.exists():
            build(path, given.articles, given.read)
        share, rate = adding(Path(folder) / "added.db")
        with matukio.open(path) as store:
            rows, worst = questions(store)
            size = path.stat().st_size
    title = f"{given.articles:,} articles, {size / 2**30:.1f} GiB"
    table = "\n\n".join(
        [
            markdown_table([title, "median ms", "95th percentile ms", "of it processor ms"], rows),
            f"`matukio add` with {cores()} cores: {rate:.0f} articles a second, {share:.0%} of the time in the store,"
            " the rest is reading.",
        ]
    )
    print(table)
    if given.write:
        replace_block(ROOT / "docs" / "benchmarks.md", "bench-store", table)
    if worst > BAR_MS:
        print(f"the slowest kind of question takes {worst:.0f} ms, the bar is {BAR_MS:.0f}", file=sys.stderr)
        return 1
    return 0


def build(path: Path, count: int, really_read: int) -> None:
    """Fill a store: some articles read, the others made from them."""
    begun = time.perf_counter()
    read = [prepare(article) for article in articles(min(really_read, count), seed=2)]
    print(f"{len(read)} articles read in {time.perf_counter() - begun:.0f} s", file=sys.stderr)
    chance = random.Random(3)
    made = varied(read, count, chance)
    with matukio.open(path) as store:
        done = 0
        while done < count:
            with writing(store.engine) as connection:
                done += len(write_articles(connection, list(islice(made, AT_ONCE))))
            if done % 10_000 == 0:
                print(f"{done:,} in the store, {time.perf_counter() - begun:.0f} s", file=sys.stderr)


def varied(read: list[Prepared], count: int, chance: random.Random) -> Iterator[Prepared]:
    """The articles read, again and again, each time with another day and other countries."""
    codes = [code for code, _, _ in COUNTRIES]
    names = {code: name.casefold().replace(" ", "") for code, name, _ in COUNTRIES}
    for number in range(count):
        prepared = read[number % len(read)]
        published = FIRST_DAY + timedelta(days=number * DAYS // count)
        by = published - prepared.article["published"]
        changed = dict(zip(codes, chance.sample(codes, len(codes)), strict=True))
        words = {names[old]: names[new] for old, new in changed.items()}
        address = f"https://habari.example/archive/{number}"
        yield replace(
            prepared,
            article={
                **prepared.article, "identity": address, "url": address, "source": address, "hash": str(number),
                "published": published, "publisher": chance.choice(PUBLISHERS),
            },
            rows={name: [_row(row, by, changed) for row in rows] for name, rows in prepared.rows.items()},
            record=json.dumps({**json.loads(prepared.record), "url": address, "published": published.isoformat()}),
            title=" ".join(words.get(word, word) for word in prepared.title.split()),
            body=" ".join(words.get(word, word) for word in prepared.body.split()),
        )  # fmt: skip


def _row(row: dict[str, Any], by: timedelta, codes: dict[str, str]) -> dict[str, Any]:
    new = dict(row)
    if isinstance(day := row.get("day"), date):
        new["day"] = day + by
    elif day:
        new["day"] = (date.fromisoformat(day) + by).isoformat()
    for name in ("country", "place_country", "value"):
        if row.get(name) in codes:
            new[name] = codes[row[name]]
    if "entity" in row:
        entity = row["entity"]
        country = codes.get(entity["country"], entity["country"])
        new["entity"] = {**entity, "country": country, "key": f"{entity['key']}|{country}"}
    return new


def adding(path: Path) -> tuple[float, float]:
    """The store's share of the time of adding, and articles a second, on all cores."""
    with matukio.open(path) as store:
        report = store.add(*articles(ADDED, seed=4), workers=cores())
    return report.writing_share, report.added / report.seconds


def questions(store: Store) -> tuple[list[list[str]], float]:
    """For each kind of question the median and the 95th percentile of many of them."""
    chance = random.Random(5)
    codes = [code for code, _, _ in COUNTRIES]

    def code() -> str:
        return chance.choice(codes)

    def pair() -> list[str]:
        return chance.sample(codes, 2)

    def month() -> dict[str, Any]:
        since = FIRST_DAY + timedelta(days=chance.randrange(DAYS - 31))
        return {"since": since, "until": since + timedelta(days=30)}

    kinds: dict[str, Callable[[], Any]] = {
        "events of an actor": lambda: store.events(actor=code(), limit=50),
        "events of an actor and a recipient": lambda: store.events(actor=code(), recipient=code(), limit=50),
        "events of an actor and a type, in a month": lambda: store.events(
            actor=code(), type=chance.choice(["ASSAULT", "CONSULT", "AID"]), limit=50, **month()
        ),
        "events of a country's sector": lambda: store.events(
            actor=f"{code()}·{chance.choice(['GOV', 'MIL', 'COP'])}", limit=50
        ),
        "events of a sector anywhere": lambda: store.events(actor=chance.choice(["MIL", "OPP", "JUD"]), limit=50),
        "events at a place": lambda: store.events(place=chance.choice(COUNTRIES)[2], limit=50),
        "events of a person": lambda: store.events(actor=chance.choice(SURNAMES), limit=50),
        "events by status and type": lambda: store.events(
            status=chance.choice(["planned", "alleged", "negated"]), type=chance.choice(["AID", "SANCTION"]), limit=50
        ),
        "events with all filters": lambda: store.events(
            actor=code(), recipient=codes, type="CONSULT", status="actual", publisher=PUBLISHERS[0], limit=50, **month()
        ),
        "claims of a speaker": lambda: store.claims(speaker=code(), limit=50),
        "claims of a person, by stance": lambda: store.claims(
            speaker=chance.choice(SURNAMES), stance=chance.choice(["deny", "warn", "say"]), limit=50
        ),
        "timeline of a pair": lambda: store.timeline(*pair(), limit=50),
        "relations of a pair": lambda: store.relations(*pair()),
        "search for a common word": lambda: store.search(chance.choice(["serikali", "kusema", "rais"])),
        "search for a word": lambda: store.search(chance.choice([*TOPICS, *GOODS])),
        "search for two words": lambda: store.search(f"{chance.choice(SURNAMES)} {chance.choice(TOPICS)}"),
        "search for a phrase": lambda: store.search(f"«waziri wa {chance.choice(TOPICS)}»"),
        "names": lambda: store.entities(name=chance.choice(SURNAMES)[:4].lower(), limit=50),
    }  # fmt: skip
    rows, worst = [], 0.0
    for name, ask in kinds.items():
        ask()
        times, processor = [], []
        for _ in range(ROUNDS):
            begun, used = time.perf_counter(), time.process_time()
            ask()
            times.append((time.perf_counter() - begun) * 1000)
            processor.append((time.process_time() - used) * 1000)
        high, busy = (statistics.quantiles(each, n=20)[-1] for each in (times, processor))
        worst = max(worst, high)
        rows.append([name, f"{statistics.median(times):.1f}", f"{high:.1f}", f"{busy:.1f}"])
    return rows, worst


if __name__ == "__main__":
    sys.exit(main())
