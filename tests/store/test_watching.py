"""Watching feeds of a server on this machine: what is new is added once, and alerts go out once."""

import hmac
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sqlalchemy import text

from matukio.errors import WatchError
from matukio.store import Store
from matukio.store.connection import reading, writing
from matukio.store.watching import Watch, read_watch, watch_once

TALKS = "Rais wa Urusi alikutana na rais wa Korea Kaskazini mjini Pyongyang Jumatatu na kuzungumza kuhusu biashara."
AID = "Marekani iliipatia Ukraine msaada wa dawa siku ya Alhamisi, kwa mujibu wa wizara ya ulinzi ya Marekani."
CLAIM = "Rais wa Kenya William Ruto alisema kwamba mkutano wa Nairobi utafanyika mwezi ujao bila kuchelewa."


@dataclass
class Site:
    """A site with a feed: `articles` by name, what was asked of it, what was posted to it."""

    address: str = ""
    articles: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    posted: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    refuses: bool = False

    def body(self, path: str) -> bytes | None:
        if path == "/rss.xml":
            items = "".join(
                f"<item><title>Habari {name}</title><link>{self.address}/{name}</link>"
                "<pubDate>Tue, 18 Jun 2024 09:00:00 GMT</pubDate></item>"
                for name in self.articles
            )
            return f'<rss version="2.0"><channel><title>Habari</title>{items}</channel></rss>'.encode()
        words = self.articles.get(path[1:])
        page = f"<head><title>Habari</title></head><body><article><h1>Habari</h1><p>{words}</p></article></body>"
        return f"<html>{page}</html>".encode() if words else None


@pytest.fixture
def site() -> Iterator[Site]:
    """The site, running; every page has an ETag, and one that is not changed is not sent again."""
    running = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            running.asked.append(self.path)
            body = running.body(self.path)
            tag = f'"{sha256(body or b"").hexdigest()[:8]}"'
            unchanged = body is not None and self.headers.get("If-None-Match") == tag
            self.send_response(304 if unchanged else 200 if body else 404)
            self.send_header("ETag", tag)
            self.send_header(
                "Content-Type", "text/html; charset=utf-8" if self.path != "/rss.xml" else "application/rss+xml"
            )
            self.send_header("Content-Length", "0" if unchanged or not body else str(len(body)))
            self.end_headers()
            if body and not unchanged:
                self.wfile.write(body)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if not running.refuses:
                running.posted.append((dict(self.headers), body))
            self.send_response(503 if running.refuses else 204)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield running
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def watch(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Two searches, and alerts to a file, an Atom feed and a webhook."""
    monkeypatch.setenv("SIRI", "siri-yetu")
    (tmp_path / "feeds.toml").write_text(
        f"""
        every = "10 minutes"
        allow_private = true
        [[feed]]
        address = "{site.address}/rss.xml"
        [[search]]
        name = "RUS–PRK"
        pair = ["RUS", "PRK"]
        [[search]]
        name = "kauli za Ruto"
        speaker = "Ruto"
        [[alert]]
        file = "alerts.jsonl"
        [[alert]]
        atom = "alerts.atom"
        [[alert]]
        webhook = "{site.address}/hook"
        secret = "SIRI"
        """,
        encoding="utf-8",
    )
    return read_watch(tmp_path / "feeds.toml")


def told(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / "alerts.jsonl").read_text(encoding="utf-8").splitlines()
    return [(json.loads(line)["search"], json.loads(line)["title"]) for line in lines]


def test_new_articles_are_added_and_alerted_on_once(empty: Store, site: Site, watch: Watch, tmp_path: Path) -> None:
    site.articles = {"msaada": AID}
    first = watch_once(empty, watch, pause=0)
    assert (first.added, first.alerts, first.troubles) == (1, 0, [])
    site.articles |= {"mazungumzo": TALKS, "kauli": CLAIM}
    second = watch_once(empty, watch, pause=0)
    assert (second.added, second.troubles) == (2, [])
    searches = [search for search, _ in told(tmp_path)]
    assert set(searches) == {"RUS–PRK", "kauli za Ruto"}
    assert len(searches) == second.alerts == len(site.posted)
    entries = ElementTree.parse(tmp_path / "alerts.atom").getroot().findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == second.alerts
    third = watch_once(empty, watch, pause=0)
    assert (third.added, third.alerts) == (0, 0)
    assert len(site.posted) == len(told(tmp_path)) == second.alerts


def test_an_unchanged_feed_and_pages_are_not_sent_again(empty: Store, site: Site, watch: Watch) -> None:
    site.articles = {"msaada": AID}
    watch_once(empty, watch, pause=0)
    site.asked.clear()
    watch_once(empty, watch, pause=0)
    assert [path for path in site.asked if path != "/robots.txt"] == ["/rss.xml"]
    empty.remove(1)
    assert empty.add(f"{site.address}/msaada", visitor=empty.visitor(True, 0)).added == 1
    assert empty.add(f"{site.address}/msaada", visitor=empty.visitor(True, 0)).unchanged == 1


def test_webhooks_are_signed_and_tried_again(empty: Store, site: Site, watch: Watch, tmp_path: Path) -> None:
    watch_once(empty, watch, pause=0)
    site.articles, site.refuses = {"kauli": CLAIM}, True
    failed = watch_once(empty, watch, pause=0)
    assert failed.alerts and any("answered 503" in line for line in failed.troubles)
    site.refuses = False
    assert watch_once(empty, watch, pause=0).troubles == []
    assert site.posted == []  # not yet: it waits a minute
    with writing(empty.engine) as connection:
        connection.execute(text("UPDATE deliveries SET next_try = '2024-01-01 00:00:00' WHERE done IS NULL"))
    watch_once(empty, watch, pause=0)
    assert len(site.posted) == failed.alerts == len(told(tmp_path))
    headers, body = site.posted[0]
    assert headers["X-Matukio-Signature"] == "sha256=" + hmac.new(b"siri-yetu", body, sha256).hexdigest()
    assert json.loads(body)["search"] == "kauli za Ruto"
    assert headers["X-Matukio-Delivery"] == str(json.loads(body)["alert"])


def test_an_alert_that_was_written_before_a_kill_is_not_written_again(
    empty: Store, site: Site, watch: Watch, tmp_path: Path
) -> None:
    watch_once(empty, watch, pause=0)
    site.articles = {"kauli": CLAIM}
    watch_once(empty, watch, pause=0)
    before = told(tmp_path)
    with writing(empty.engine) as connection:
        connection.execute(text("UPDATE deliveries SET done = NULL, next_try = '2024-01-01 00:00:00'"))
    watch_once(empty, watch, pause=0)
    assert told(tmp_path) == before


def test_removing_an_article_removes_its_alerts(empty: Store, site: Site, watch: Watch) -> None:
    watch_once(empty, watch, pause=0)
    site.articles = {"kauli": CLAIM}
    watch_once(empty, watch, pause=0)
    empty.remove(1)
    with reading(empty.engine) as connection:
        for table in ("alerts", "deliveries"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0


@pytest.mark.parametrize(
    "written, wrong",
    [
        ("[[feed", "is no TOML"),
        ("", "has no [[feed]]"),
        ('[[feed]]\naddress = "habari.xml"', "begins with https"),
        ('[[feed]]\nurl = "https://h.example"', "has no url"),
        ('every = "kila siku"\n[[feed]]\naddress = "https://h.example"', "30 minutes"),
        ('[[feed]]\naddress = "https://h.example"\n[[search]]\nname = "a"', "needs a condition"),
        ('[[feed]]\naddress = "https://h.example"\n[[search]]\nname = "a"\ntype = "VITA"', "not one of"),
        ('[[feed]]\naddress = "https://h.example"\n[[search]]\nname = "a"\npair = ["RUS"]', "two parties"),
        ('[[feed]]\naddress = "https://h.example"\n[[alert]]\nemail = "a"', "has no email"),
        (
            '[[feed]]\naddress = "https://h.example"\n[[alert]]\nwebhook = "https://h.example"\nsecret = "HAIPO"',
            "HAIPO",
        ),
    ],
)
def test_mistakes_in_the_file_are_told(tmp_path: Path, written: str, wrong: str) -> None:
    (tmp_path / "feeds.toml").write_text(written, encoding="utf-8")
    with pytest.raises(WatchError, match=wrong.replace("[", r"\[")):
        read_watch(tmp_path / "feeds.toml")
