"""Fills a store with a large archive in minutes: some articles are read, the others are made from them.

Reading 100,000 articles would take an hour. Those that are made have another address, day and set of countries in all
their rows and in the index of words, which is what questions go by; their records keep the text that was read.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

import matukio
from benchmarks.archive import COUNTRIES, DAYS, FIRST_DAY, PUBLISHERS, articles
from matukio.store.connection import address as store_address
from matukio.store.connection import writing
from matukio.store.layout import METADATA
from matukio.store.preparing import Prepared, prepare
from matukio.store.writing import write
from matukio.stories.profiles import NUMBERS, Profile
from matukio.stories.shapes import Shape, rank

AT_ONCE = 500
COMPARED = 4


def fill(path: Path, count: int, really_read: int) -> None:
    """A SQLite store of so many articles; one that was begun is filled up."""
    begun = time.perf_counter()
    read = [prepare(article) for article in articles(min(really_read, count), seed=2)]
    print(f"{len(read)} articles read in {time.perf_counter() - begun:.0f} s", file=sys.stderr)
    made = varied(read, count, random.Random(3))
    with matukio.open(path) as store:
        for first in range(0, count, AT_ONCE):
            with writing(store.engine) as connection:
                write(connection, list(islice(made, AT_ONCE)))
            if first % 10_000 == 0:
                print(f"{first:,} in the store, {time.perf_counter() - begun:.0f} s", file=sys.stderr)


def varied(read: list[Prepared], count: int, chance: random.Random) -> Iterator[Prepared]:
    """The articles read, again and again, each time with another day and other countries."""
    codes = [code for code, _, _ in COUNTRIES]
    names = {code: name.casefold().replace(" ", "") for code, name, _ in COUNTRIES}
    records = [_without_place(prepared.record) for prepared in read]
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
            record=f'{{"url": "{address}", "published": "{published}", {records[number % len(read)]}',
            title=" ".join(words.get(word, word) for word in prepared.title.split()),
            body=" ".join(words.get(word, word) for word in prepared.body.split()),
            shape=_of_other_words(prepared.shape, number // COMPARED, published, address),
        )  # fmt: skip


def _of_other_words(old: Shape, which: int, published: date, name: str) -> Shape:
    """The shape of an article of that day, all of whose words and terms are others for each `which`."""
    # Odd factors, so that no two words become one; term 0 stands for none and stays.
    terms = (old.profile.terms.astype(np.uint64) * (2 * which + 1) % NUMBERS).astype(old.profile.terms.dtype)
    day = published.toordinal()
    return replace(
        old,
        rank=rank(day, name),
        day=day,
        profile=Profile(terms, old.profile.weights),
        words=replace(old.words, words=old.words.words * old.words.words.dtype.type(2 * which + 1)),
    )


def _without_place(record: str) -> str:
    """A record's JSON without its first brace, its address and its day."""
    kept = {name: value for name, value in json.loads(record).items() if name not in ("url", "published")}
    return json.dumps(kept, ensure_ascii=False)[1:]


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


def copy(path: Path, postgresql: str) -> None:
    """The rows of a SQLite store into an empty one in PostgreSQL, as fast as it takes them."""
    import psycopg

    matukio.open(postgresql).close()
    begun = time.perf_counter()
    address = store_address(postgresql).replace("+psycopg", "")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as source, psycopg.connect(address) as target:
        # The rows are whole already: keys need not be looked up again.
        target.execute("SET session_replication_role = replica")
        for table in METADATA.sorted_tables:
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            target.execute(f"DELETE FROM {table.name}")
            with target.cursor().copy(f"COPY {table.name} ({names}) FROM STDIN") as rows:
                for row in source.execute(f"SELECT {names} FROM {table.name}"):
                    rows.write_row(row)
            print(f"{table.name} copied, {time.perf_counter() - begun:.0f} s", file=sys.stderr)
        target.execute("CREATE TEMPORARY TABLE given (id bigint, title text, body text)")
        with target.cursor().copy("COPY given FROM STDIN") as rows:
            for row in source.execute("SELECT rowid, title, body FROM words"):
                rows.write_row(row)
        target.execute(
            "INSERT INTO words SELECT id, setweight(to_tsvector('simple', title), 'A')"
            " || setweight(to_tsvector('simple', body), 'D') FROM given"
        )
    with psycopg.connect(address, autocommit=True) as target:
        target.execute("VACUUM ANALYZE")
