"""Measures the store: how long questions take on a large archive, and what share of adding is the store's.

    python -m benchmarks.store [--articles 100000] [--read 1000] [--db FILE] [--postgresql ADDRESS] [--write]

The archive is that of `benchmarks.archive`, filled by `benchmarks.filling`; with --postgresql the same rows are copied
into an empty database there. Exit 1 when a kind of question takes more than 100 ms at the 95th percentile.

What counts is processor time, that of this process and of the database's together, the first time that a question is
asked: the clock of a machine with other work tells about that work. So PostgreSQL must run on this machine, under
Linux, which says how long a process has run; it is asked to do without helpers whose time would not be counted.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event, text

import matukio
from benchmarks.archive import COUNTRIES, DAYS, FIRST_DAY, GOODS, PUBLISHERS, SURNAMES, TOPICS, articles
from benchmarks.filling import copy, fill
from matukio.store import Store
from matukio.store.connection import reading
from matukio.store.workers import cores
from scripts.generated import ROOT, markdown_table, replace_block

BAR_MS = 100.0
QUESTIONS = 60
# How many are read and stored as `matukio add` does it, to see which of the two takes the time.
ADDED = 300

Question = Callable[[Store], Any]


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--articles", type=int, default=100_000)
    arguments.add_argument("--read", type=int, default=1_000, help="how many of them are really read")
    arguments.add_argument("--db", help="keep the archive in this file, and use it when it is there")
    arguments.add_argument("--postgresql", help="address of a database for the same archive, filled when it is empty")
    arguments.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    given = arguments.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(given.db or f"{folder}/archive.db")
        if not path.exists():
            fill(path, given.articles, given.read)
        measured = {"SQLite": measure(str(path))}
        if given.postgresql:
            with matukio.open(given.postgresql) as store:
                is_empty = not store.articles(limit=1)
            if is_empty:
                copy(path, given.postgresql)
            measured["PostgreSQL"] = measure(given.postgresql)
        with matukio.open(path) as store, reading(store.engine) as connection:
            count = connection.execute(text("SELECT count(*) FROM articles")).scalar_one()
        share, rate = adding(Path(folder) / "added.db")
        title = f"{count:,} articles, {path.stat().st_size / 2**30:.1f} GiB"
    table = "\n\n".join(
        [
            _table(title, measured),
            f"`matukio add` with {cores()} cores: {rate:.0f} articles a second, {share:.0%} of the time in the store,"
            f" the rest is reading; the machine's load was {os.getloadavg()[0]:.0f} meanwhile.",
        ]
    )
    print(table)
    if given.write:
        replace_block(ROOT / "docs" / "benchmarks.md", "bench-store", table)
    worst, kind = max((high(took), kind) for kinds in measured.values() for kind, took in kinds.items())
    print(f"the slowest: {kind}, {worst:.0f} ms; the bar is {BAR_MS:.0f}", file=sys.stderr)
    return int(worst > BAR_MS)


def _table(title: str, measured: dict[str, dict[str, list[float]]]) -> str:
    header = [title]
    for database in measured:
        header += [f"{database}, median ms", "95th percentile"]
    rows = []
    for kind in next(iter(measured.values())):
        took = [kinds[kind] for kinds in measured.values()]
        rows.append([kind, *(f"{share:.1f}" for each in took for share in (statistics.median(each), high(each)))])
    return markdown_table(header, rows)


def high(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def measure(address: str) -> dict[str, list[float]]:
    """Milliseconds of processor time that the questions of each kind took in a store."""
    asked = questions()
    found: dict[str, list[float]] = {kind: [] for kind in asked}
    with matukio.open(address) as store:
        database = _database(store)
        for some in asked.values():
            some.pop()(store)  # the first of a kind prepares the statement
        for kind, some in asked.items():
            for question in some:
                used, by_database = time.process_time(), database()
                question(store)
                found[kind].append((time.process_time() - used + database() - by_database) * 1000)
    return found


def _database(store: Store) -> Callable[[], float]:
    """Tells how many seconds the database's own process has run; SQLite has none."""
    if store.engine.dialect.name != "postgresql":
        return lambda: 0.0

    def alone(connection: Any, *rest: object) -> None:
        connection.execute("SET max_parallel_workers_per_gather = 0")
        connection.commit()

    event.listen(store.engine, "connect", alone)
    store.engine.dispose()
    with reading(store.engine) as connection:
        process = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    return lambda: int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9


def adding(path: Path) -> tuple[float, float]:
    """The store's share of the time of adding, and articles a second, on all cores."""
    with matukio.open(path) as store:
        report = store.add(*articles(ADDED, seed=4), workers=cores())
    return report.writing_share, report.added / report.seconds


def questions() -> dict[str, list[Question]]:
    """Questions of each kind, with parties, words and months by chance; always the same ones."""
    chance = random.Random(5)
    return {kind: [make(chance) for _ in range(QUESTIONS + 1)] for kind, make in KINDS.items()}


def _code(chance: random.Random) -> str:
    return chance.choice(COUNTRIES)[0]


def _pair(chance: random.Random) -> list[str]:
    return [code for code, _, _ in chance.sample(COUNTRIES, 2)]


def _month(chance: random.Random) -> dict[str, Any]:
    since = FIRST_DAY + timedelta(days=chance.randrange(DAYS - 31))
    return {"since": since, "until": since + timedelta(days=30)}


def _events(**conditions: Any) -> Question:
    return lambda store: store.events(limit=50, **conditions)


def _claims(**conditions: Any) -> Question:
    return lambda store: store.claims(limit=50, **conditions)


def _search(query: str) -> Question:
    return lambda store: store.search(query)


def _timeline(first: str, second: str) -> Question:
    return lambda store: store.timeline(first, second, limit=50)


def _relations(first: str, second: str) -> Question:
    return lambda store: store.relations(first, second)


def _names(name: str) -> Question:
    return lambda store: store.entities(name=name, limit=50)


KINDS: dict[str, Callable[[random.Random], Question]] = {
    "events of an actor": lambda chance: _events(actor=_code(chance)),
    "events of an actor and a recipient": lambda chance: _events(actor=_code(chance), recipient=_code(chance)),
    "events of an actor and a type, in a month": lambda chance: _events(
        actor=_code(chance), type=chance.choice(["ASSAULT", "CONSULT", "AID"]), **_month(chance)
    ),
    "events of a country's sector": lambda chance: _events(
        actor=f"{_code(chance)}·{chance.choice(['GOV', 'MIL', 'COP'])}"
    ),
    "events of a sector anywhere": lambda chance: _events(actor=chance.choice(["MIL", "OPP", "JUD"])),
    "events at a place": lambda chance: _events(place=chance.choice(COUNTRIES)[2]),
    "events of a person": lambda chance: _events(actor=chance.choice(SURNAMES)),
    "events by status and type": lambda chance: _events(
        status=chance.choice(["planned", "alleged", "negated"]), type=chance.choice(["AID", "SANCTION"])
    ),
    "events with all filters": lambda chance: _events(
        actor=_code(chance), recipient=[code for code, _, _ in COUNTRIES], type="CONSULT", status="actual",
        publisher=PUBLISHERS[0], **_month(chance),
    ),
    "claims of a speaker": lambda chance: _claims(speaker=_code(chance)),
    "claims of a person, by stance": lambda chance: _claims(
        speaker=chance.choice(SURNAMES), stance=chance.choice(["deny", "warn", "say"])
    ),
    "timeline of a pair": lambda chance: _timeline(*_pair(chance)),
    "relations of a pair": lambda chance: _relations(*_pair(chance)),
    "search for a common word": lambda chance: _search(chance.choice(["serikali", "kusema", "rais"])),
    "search for a word": lambda chance: _search(chance.choice([*TOPICS, *GOODS])),
    "search for two words": lambda chance: _search(f"{chance.choice(SURNAMES)} {chance.choice(TOPICS)}"),
    "search for a phrase": lambda chance: _search(f"«waziri wa {chance.choice(TOPICS)}»"),
    "names": lambda chance: _names(chance.choice(SURNAMES)[:4].lower()),
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
