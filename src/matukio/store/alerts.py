"""What saved searches find in new articles, and where it is told: each event or claim once in every place.

    Search("RUS–PRK", "events", {"pair": ["RUS", "PRK"]}) finds e3 of article 12 → a line in alerts.jsonl, a webhook

An alert is kept in the store in the same transaction that moves the search on; delivering it comes after, and is tried
again until it is done.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from sqlalchemy import Connection, Engine, insert, select, update

from matukio.store import asking, relations
from matukio.store.connection import reading, writing
from matukio.store.filters import filters
from matukio.store.layout import ALERTS, ARTICLES, DELIVERIES, SEARCHES
from matukio.store.rows import Rows
from matukio.store.writing import utc_now

# A webhook that fails is tried again after so many minutes, and no longer.
RETRY_MINUTES = (1, 5, 30, 120, 720, 1440)
ATOM_ENTRIES = 100
OVERLAP = timedelta(seconds=60)

Post = Callable[[str, bytes, Mapping[str, str]], int]
"""Sends a body to an address and gives the status of the answer; raises OSError when there is none."""


@dataclass(frozen=True, slots=True)
class Search:
    """A question that is asked of every new article; `conditions` are those of `filters`, or `pair`."""

    name: str
    kind: str
    conditions: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Channel:
    """Where alerts go: `kind` is file, atom or webhook; `secret` signs what a webhook gets."""

    kind: str
    target: str
    secret: str | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        return f"{self.kind}:{self.target}"


def find(engine: Engine, searches: list[Search], channels: list[Channel]) -> int:
    """Put what the searches find in articles that came since they were last asked among the alerts; gives how many.

    A search that is new begins with the articles that come after it.
    """
    found = 0
    for search in searches:
        with writing(engine) as connection:
            asked = select(SEARCHES.c.since).where(SEARCHES.c.name == search.name)
            since = connection.execute(asked).scalar()
            if since is None:
                connection.execute(insert(SEARCHES), {"name": search.name, "since": utc_now()})
                continue
            # What was asked about a moment ago is asked again, and known then: another program may write just now.
            new = select(ARTICLES.c.id, ARTICLES.c.changed).where(ARTICLES.c.changed >= since)
            rows = connection.execute(new).all()
            if not rows:
                continue
            found += _keep(connection, search, [row.id for row in rows], channels)
            newest = max(since, max(row.changed for row in rows) - OVERLAP)
            connection.execute(update(SEARCHES).where(SEARCHES.c.name == search.name).values(since=newest))
    return found


def deliver(engine: Engine, channels: list[Channel], post: Post) -> list[str]:
    """Tell every alert where it was not told yet; gives a line for each channel that could not be reached."""
    failed = []
    for channel in channels:
        with reading(engine) as connection:
            due = connection.execute(
                select(ALERTS.c.id, ALERTS.c.item, DELIVERIES.c.tries)
                .join(DELIVERIES, DELIVERIES.c.alert_id == ALERTS.c.id)
                .where(DELIVERIES.c.channel == channel.name, DELIVERIES.c.done.is_(None))
                .where(DELIVERIES.c.next_try <= utc_now())
                .order_by(ALERTS.c.id)
            ).all()
        try:
            if due and channel.kind == "file":
                _append(Path(channel.target), {row.id: row.item for row in due})
            elif due and channel.kind == "atom":
                _write_atom(engine, Path(channel.target), {row.id for row in due})
        except OSError as error:
            failed.append(f"{channel.target}: cannot be written ({error.strerror or error})")
            continue
        for row in due:
            reason = _send(channel, row.id, row.item, post) if channel.kind == "webhook" else ""
            _note(engine, channel, row.id, row.tries + 1, reason)
            if reason:
                failed.append(f"{channel.target}: {reason}")
                break  # the others wait for the same server
    return failed


def _keep(connection: Connection, search: Search, articles: list[int], channels: list[Channel]) -> int:
    """Store what a search finds in some articles and has not found before."""
    known = set(connection.execute(select(ALERTS.c.key).where(ALERTS.c.search == search.name)).scalars())
    found = 0
    for row in _ask(connection, search, articles):
        if (key := _key(row)) in known:
            continue
        known.add(key)
        found += 1
        item = json.dumps({"search": search.name, **row}, ensure_ascii=False, default=date.isoformat)
        alert = {"search": search.name, "key": key, "article_id": row["article_id"], "item": item, "made": utc_now()}
        number = connection.execute(insert(ALERTS).returning(ALERTS.c.id), alert).scalar_one()
        waiting = {"alert_id": number, "tries": 0, "next_try": utc_now()}
        if channels:
            connection.execute(insert(DELIVERIES), [{**waiting, "channel": channel.name} for channel in channels])
    return found


def _ask(connection: Connection, search: Search, articles: list[int]) -> Rows:
    conditions = dict(search.conditions, articles=articles)
    pair = conditions.pop("pair", None)
    if pair:
        return relations.timeline(connection, *pair, **conditions)
    ask = asking.events if search.kind == "events" else asking.claims
    return ask(connection, filters(**conditions), newest_first=False)


def _key(row: Mapping[str, Any]) -> str:
    """The same for an event or claim also when it is numbered otherwise, or stands elsewhere on a changed page."""
    names = ("article_id", "type", "words", "actors", "recipients", "stance", "content", "speakers")
    told = json.dumps([row.get(name) for name in names], ensure_ascii=False)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _append(path: Path, items: Mapping[int, str]) -> None:
    """One line of JSON an alert; those that a program killed before it could note them are there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    there: set[int] = set()
    whole = b""
    if path.exists():
        whole = path.read_bytes()
        for line in whole.splitlines():
            try:
                there.add(json.loads(line)["alert"])
            except (ValueError, KeyError, TypeError):
                continue  # half a line, or one of somebody else's
    lines = [
        json.dumps({"alert": number, **json.loads(item)}, ensure_ascii=False) + "\n"
        for number, item in items.items()
        if number not in there
    ]
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(("\n" if whole and not whole.endswith(b"\n") else "") + "".join(lines))


def _write_atom(engine: Engine, path: Path, due: set[int]) -> None:
    """The newest alerts as a feed, written anew; whoever reads it knows each entry by its id."""
    with reading(engine) as connection:
        newest = select(ALERTS).order_by(ALERTS.c.id.desc()).limit(max(ATOM_ENTRIES, len(due)))
        rows = connection.execute(newest).all()
    entries = "".join(_entry(row.id, json.loads(row.item), row.made) for row in rows)
    feed = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>Matukio</title>\n<id>{_tag(0)}</id>\n<updated>{rows[0].made.isoformat()}Z</updated>\n"
        f"<author><name>Matukio</name></author>\n{entries}</feed>\n"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    new.write_text(feed, encoding="utf-8", newline="\n")
    new.replace(path)


def _entry(number: int, item: Mapping[str, Any], made: datetime) -> str:
    told = item.get("content") or " ".join(
        part for part in (item.get("actors"), item.get("words"), item.get("recipients")) if part
    )
    link = f'<link href="{escape(item["url"], {chr(34): "&quot;"})}"/>' if item.get("url") else ""
    return (
        f"<entry><id>{_tag(number)}</id><title>{escape(_xml(item['search']))}: {escape(_xml(told))}</title>{link}"
        f"<updated>{made.isoformat()}Z</updated>"
        f"<summary>{escape(_xml(item.get('title') or ''))}</summary></entry>\n"
    )


def _tag(number: int) -> str:
    return f"tag:matukio,2024:alert/{number}"


def _xml(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(char for char in text if char >= " " and char not in "\ufffe\uffff")


def _send(channel: Channel, number: int, item: str, post: Post) -> str:
    """Post an alert; why it failed, or nothing. The receiver knows a second delivery by its id."""
    body = json.dumps({"alert": number, **json.loads(item)}, ensure_ascii=False).encode("utf-8")
    headers = {"Content-Type": "application/json; charset=utf-8", "X-Matukio-Delivery": str(number)}
    if channel.secret:
        headers["X-Matukio-Signature"] = "sha256=" + hmac.new(channel.secret.encode(), body, sha256).hexdigest()
    try:
        status = post(channel.target, body, headers)
    except OSError as error:
        return f"cannot be reached ({error})"
    return "" if 200 <= status < 300 else f"answered {status}"


def _note(engine: Engine, channel: Channel, number: int, tries: int, reason: str) -> None:
    """Remember that an alert was delivered, or when to try again."""
    now = utc_now()
    values: dict[str, Any] = {"tries": tries, "done": now, "next_try": None, "reason": reason or None}
    if reason and tries <= len(RETRY_MINUTES):
        values |= {"done": None, "next_try": now + timedelta(minutes=RETRY_MINUTES[tries - 1])}
    here = (DELIVERIES.c.alert_id == number) & (DELIVERIES.c.channel == channel.name)
    with writing(engine) as connection:
        connection.execute(update(DELIVERIES).where(here).values(**values))
