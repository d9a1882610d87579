"""Measures the page: how long its answers take on the server with many readers, while articles are being added.

    python -m benchmarks.page --db archive.db [--readers 50] [--seconds 60] [--write]

The archive is that of `benchmarks.store` (`--db` keeps it). A server runs in a process of its own; readers ask for
pages of every kind, each about once in ten seconds, as somebody who looks and goes on, and an adder gives it one text
after the other. What is measured is the time from the moment at which the server has the request to the last byte of
its answer, by the server's own clock. Exit 1 when the 95th percentile is above 300 ms or an answer fails.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import random
import re
import statistics
import sys
import time
from collections import defaultdict
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import httpx

import matukio
from benchmarks.archive import COUNTRIES, GOODS, SURNAMES, TOPICS, articles
from matukio.store.workers import cores
from scripts.generated import ROOT, markdown_table, replace_block

BAR_MS = 300.0
PAUSE_SECONDS = 10.0
ALONE = 300
CODES = [code for code, _, _ in COUNTRIES]


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--db", type=Path, required=True, help="an archive that benchmarks.store kept; it grows")
    arguments.add_argument("--readers", type=int, default=50)
    arguments.add_argument("--seconds", type=float, default=60.0)
    arguments.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    given = arguments.parse_args()

    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    server = context.Process(target=serve, args=(str(given.db), there))
    server.start()
    base, count = here.recv()
    taken, errors, added = asyncio.run(visit(base, count, given.readers, given.seconds))
    here.send("times")
    told, processor = here.recv()
    server.join(timeout=30)
    table, worst = shown(told, processor, count, given.readers, added, sum(taken.values()), errors)
    print(table)
    if given.write:
        replace_block(ROOT / "docs" / "benchmarks.md", "bench-page", table)
    for error in errors[:10]:
        print(error, file=sys.stderr)
    return 1 if errors or worst > BAR_MS else 0


def serve(db: str, line: Connection) -> None:
    """The server, with a clock around the whole application."""
    import socket
    import threading

    import uvicorn

    from matukio.web import application
    from matukio.web.adding import Door

    times: defaultdict[str, list[float]] = defaultdict(list)
    with matukio.open(db, must_exist=True) as store:
        app: Any = application(store)
        # One machine stands for all visitors here.
        inner = app.app.app
        door: Door = inner.state.door
        door.pace.most = 10**9

        async def clocked(scope: Any, receive: Any, send: Any) -> None:
            begun = time.perf_counter()
            await app(scope, receive, send)
            # Adding is the load that the readers' answers are measured under.
            if scope["method"] == "GET" and (b"x-first", b"yes") not in scope["headers"]:
                times[_kind(scope["path"], scope.get("query_string", b"").decode())].append(time.perf_counter() - begun)

        listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        settings = uvicorn.Config(clocked, log_level="warning", access_log=False, lifespan="off")
        runner = uvicorn.Server(settings)
        threading.Thread(target=runner.run, args=([listener],), daemon=True).start()
        while not runner.started:
            time.sleep(0.05)
        found = store.articles(limit=1)
        line.send((f"http://127.0.0.1:{listener.getsockname()[1]}", max(row["id"] for row in found)))
        line.recv()
        line.send((dict(times), asyncio.run(alone(app, found[0]["id"]))))
        runner.should_exit = True


async def alone(app: Any, count: int) -> dict[str, list[float]]:
    """Processor seconds of pages that are asked for one after the other, by their kinds."""
    chance, times = random.Random(1), defaultdict(list)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        for _ in range(ALONE):
            path = asked(chance, count)
            begun = time.process_time()
            answer = await client.get(path)
            assert answer.status_code == 200, path
            times[_kind(path.partition("?")[0], path)].append(time.process_time() - begun)
    return dict(times)


def _kind(path: str, query: str) -> str:
    """What kind of page it is, for the table."""
    if re.search(r"/progress$", path):
        return ""
    if path == "/relations":
        return "relations of two" if "second" in query else "relations of all"
    kind = re.sub(r"\d+", "N", path)
    return kind if kind.startswith("/static") or not kind.startswith("/add/") else "/add/N"


def asked(chance: random.Random, count: int) -> str:
    """An address that a reader may ask for."""
    code, other = chance.sample(CODES, 2)
    return chance.choice(
        [
            "/", f"/articles?page={chance.randint(1, 20)}", *[f"/articles/{chance.randint(1, count)}"] * 5,
            f"/events?actor={code}", f"/events?actor={code}&recipient={other}", f"/events?page={chance.randint(1, 20)}",
            f"/events.json?actor={code}", f"/claims?speaker={code}", "/claims?stance=accuse&answered=false",
            f"/search?q={chance.choice([*SURNAMES, *TOPICS, *GOODS])}", f"/timeline?first={code}",
            f"/relations?first={code}&second={other}", "/relations", f"/who?who={code}", "/entities?type=PER",
            "/stories", f"/stories/{chance.randint(1, count)}", f"/events.atom?actor={code}", "/add",
        ]
    )  # fmt: skip


async def visit(base: str, count: int, readers: int, seconds: float) -> tuple[dict[int, int], list[str], int]:
    """Readers and an adder for so many seconds; gives answers by status, errors, and how many articles were added."""
    statuses: defaultdict[int, int] = defaultdict(int)
    errors: list[str] = []
    added = 0
    end = time.monotonic() + seconds
    # A browser asks again on a connection that the server has closed meanwhile; this client does not.
    limits = httpx.Limits(max_connections=readers + 2, keepalive_expiry=2)

    async def read(number: int, client: httpx.AsyncClient) -> None:
        chance = random.Random(number)
        await asyncio.sleep(chance.random() * PAUSE_SECONDS)
        while time.monotonic() < end:
            path = asked(chance, count)
            try:
                answer = await client.get(base + path)
                statuses[answer.status_code] += 1
                if answer.status_code != 200:
                    errors.append(f"{answer.status_code} {path}")
            except httpx.HTTPError as error:
                errors.append(f"{type(error).__name__} {path}")
            await asyncio.sleep(chance.uniform(0.5, 1.5) * PAUSE_SECONDS)

    async def add(client: httpx.AsyncClient) -> None:
        nonlocal added
        page = await client.get(f"{base}/add")
        token = page.text.partition('name="token" value="')[2].partition('"')[0]
        for article in articles(10**6, seed=int(time.time())):
            if time.monotonic() > end:
                return
            sent = {"token": token, "text": article.text, "published": str(article.published)}
            answer = await client.post(f"{base}/add", data=sent)
            if answer.status_code != 303:
                errors.append(f"{answer.status_code} /add")
            told = base + answer.headers.get("location", "") + ".json"
            while time.monotonic() < end and not (await client.get(told)).json().get("done"):
                await asyncio.sleep(0.2)
            added += 1

    async with httpx.AsyncClient(timeout=60, limits=limits) as client, httpx.AsyncClient(timeout=60) as other:
        # What is kept is made before the clock begins, as on a server that runs.
        for path in ("/", "/relations", "/stories"):
            await client.get(base + path, headers={"x-first": "yes"})
        end = time.monotonic() + seconds
        await asyncio.gather(add(other), *(read(number, client) for number in range(readers)))
    return statuses, errors, added


def shown(
    times: dict[str, list[float]],
    processor: dict[str, list[float]],
    count: int,
    readers: int,
    added: int,
    answers: int,
    errors: list[str],
) -> tuple[str, float]:
    """The table, and the 95th percentile of all pages in milliseconds."""
    rows, every = [], []
    for kind, taken in sorted(times.items()):
        if not kind or kind.startswith(("/static", "/add/")) or len(taken) < 5:
            continue
        every += taken
        rows.append([kind, str(len(taken)), *_milliseconds(taken), _milliseconds(processor.get(kind, taken))[1]])
    busy = [each for found in processor.values() for each in found]
    rows.append(["all", str(len(every)), *_milliseconds(every), _milliseconds(busy)[1]])
    header = [
        f"{count:,} articles, {readers} readers", "answers", "median ms", "95th percentile ms",
        "processor ms alone, 95th percentile",
    ]  # fmt: skip
    load = f", {os.getloadavg()[0] / cores():.1f} programs for each core" if hasattr(os, "getloadavg") else ""
    note = (
        f"{answers} answers, {len(errors)} errors; {added} articles were added meanwhile. The machine had "
        f"{cores()} cores{load}."
    )
    return f"{markdown_table(header, rows)}\n\n{note}", statistics.quantiles(every, n=20)[-1] * 1000


def _milliseconds(taken: list[float]) -> list[str]:
    return [f"{statistics.median(taken) * 1000:.0f}", f"{statistics.quantiles(taken, n=20)[-1] * 1000:.0f}"]


if __name__ == "__main__":
    sys.exit(main())
