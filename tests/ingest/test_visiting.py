"""Visits as a guest: pauses, robots.txt, pages unchanged, busy servers."""

from __future__ import annotations

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from matukio.errors import SourceError
from matukio.ingest import Validators, Visitor


@dataclass
class Clock:
    """A clock that only sleeping moves."""

    now: float = 100.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        if seconds:
            self.slept.append(seconds)


def visitor(clock: Clock, validators: dict[str, Validators] | None = None) -> Visitor:
    return Visitor(allow_private=True, validators=validators, sleep=clock.sleep, clock=lambda: clock.now)


def test_one_visit_a_second_a_host(web: Any) -> None:
    clock = Clock()
    guest = visitor(clock)
    for path in ("/a", "/b", "/c"):
        assert guest.visit(web.page(path, b"habari")) is not None
    assert [path for path, _ in web.asked] == ["/robots.txt", "/a", "/b", "/c"], "the rules are asked for once"
    assert clock.slept == [1.0, 1.0, 1.0]


def test_what_robots_txt_forbids(web: Any) -> None:
    web.page("/robots.txt", b"User-agent: *\nDisallow: /siri/\nCrawl-delay: 5\n", "text/plain")
    clock = Clock()
    guest = visitor(clock)
    with pytest.raises(SourceError, match=r"robots\.txt asks programs not to read it"):
        guest.visit(web.page("/siri/a", b"habari"))
    guest.visit(web.page("/a", b"habari"))
    guest.visit(web.page("/b", b"habari"))
    assert clock.slept == [1.0, 5.0], "the host's own pause"
    assert "/siri/a" not in [path for path, _ in web.asked]


def test_a_host_that_cannot_tell_its_rules_is_not_read(web: Any) -> None:
    web.page("/robots.txt", b"", status=500)
    with pytest.raises(SourceError, match=r"robots\.txt: the server answers 500"):
        visitor(Clock()).visit(web.page("/a", b"habari"))


def test_a_page_that_is_unchanged(web: Any) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers.get("If-None-Match") == '"1"'
        handler.send_response(304 if same else 200)
        handler.send_header("ETag", '"1"')
        handler.send_header("Content-Length", "0" if same else "6")
        handler.end_headers()
        if not same:
            handler.wfile.write(b"habari")

    web.pages["/a"] = answer
    remembered: dict[str, Validators] = {}
    first = visitor(Clock(), remembered).visit(web.address + "/a")
    assert first is not None
    assert first.data == b"habari"
    guest = visitor(Clock(), remembered)
    assert guest.visit(web.address + "/a") is None
    assert guest.unchanged == 1


def test_a_busy_server_is_asked_again_later(web: Any) -> None:
    waits = iter(["7", ""])

    def answer(handler: BaseHTTPRequestHandler) -> None:
        wait = next(waits, None)
        handler.send_response(200 if wait is None else 429)
        if wait:
            handler.send_header("Retry-After", wait)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    web.pages["/a"] = answer
    clock = Clock()
    assert visitor(clock).visit(web.address + "/a") is not None
    assert clock.slept == [1.0, 7.0, 4.0]


def test_a_server_that_stays_busy_is_left(web: Any) -> None:
    web.page("/a", b"", status=503)
    web.page("/b", b"", status=429, Retry_After="86400")
    clock = Clock()
    with pytest.raises(SourceError, match="503"):
        visitor(clock).visit(web.address + "/a")
    assert [path for path, _ in web.asked].count("/a") == 4
    with pytest.raises(SourceError, match="429"):
        visitor(clock).visit(web.address + "/b")
    assert [path for path, _ in web.asked].count("/b") == 1, "nobody waits a day"
