"""Visits to many pages, as a guest: one a second a host, what robots.txt allows, and nothing twice that is unchanged.

visitor = Visitor(validators=store.validators)
visitor.visit("https://…/rais-azuru-lusaka") → Fetched(…), or None since the last visit saw the same
"""

from __future__ import annotations

import time
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from matukio.errors import SourceError
from matukio.ingest.answers import AnswerError, Fetched
from matukio.ingest.article import MOST_BYTES

if TYPE_CHECKING:
    from protego import Protego

AGENT = "Matukio"
# The seconds between two visits to one host, and the most that a server may ask for.
PAUSE = 1.0
LONGEST_PAUSE = 60.0
TRIES = 4
# Servers say «later» with these; the second often names the seconds to wait.
BUSY = (429, 503)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask «has it changed?» with: its ETag and Last-Modified."""

    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class Visitor:
    """Fetches pages of many hosts politely. `validators` (address → what the last visit was told) may be kept in a
    store between runs; `unchanged` counts the pages that were not sent again."""

    allow_private: bool = False
    validators: MutableMapping[str, Validators] | None = None
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    unchanged: int = 0
    _rules: dict[str, Protego] = field(default_factory=dict)
    _next_visit: dict[str, float] = field(default_factory=dict)

    def visit(self, address: str, most_bytes: int = MOST_BYTES) -> Fetched | None:
        """The page; None when it has not changed since the last visit. Raises SourceError."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        rules = self._robots(origin)
        if not rules.can_fetch(address, AGENT):
            raise SourceError(f"{address}: its site's robots.txt asks programs not to read it")
        known = (self.validators or {}).get(address) or Validators()
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        answer = self._patiently(
            address,
            {name: value for name, value in asked.items() if value},
            rules.crawl_delay(AGENT) or 0.0,
            most_bytes,
        )
        if answer.status == 304:
            self.unchanged += 1
            return None
        if self.validators is not None and (answer.etag or answer.modified):
            self.validators[address] = Validators(answer.etag, answer.modified)
        return answer

    def _robots(self, origin: str) -> Protego:
        """The host's rules, asked for once; a host without any forbids nothing. Raises SourceError."""
        from protego import Protego

        if origin not in self._rules:
            try:
                text = self._patiently(f"{origin}/robots.txt", {}, 0.0, 2**20).data.decode("utf-8", "replace")
            except AnswerError as error:
                # RFC 9309: what the server has not got allows everything, a server in trouble nothing.
                if error.status >= 500:
                    raise
                text = ""
            self._rules[origin] = Protego.parse(text)
        return self._rules[origin]

    def _patiently(self, address: str, headers: dict[str, str], delay: float, most_bytes: int) -> Fetched:
        """The answer, once the host's turn has come; a busy server is asked again, later each time."""
        from matukio.ingest.fetching import fetch

        host = urlsplit(address).netloc
        for tried in range(TRIES):
            pause = min(max(self.pause, delay), LONGEST_PAUSE)
            self.sleep(max(0.0, self._next_visit.get(host, 0.0) - self.clock()))
            try:
                return fetch(address, allow_private=self.allow_private, headers=headers, most_bytes=most_bytes)
            except AnswerError as error:
                if error.status not in BUSY or tried == TRIES - 1 or (error.wait or 0.0) > LONGEST_PAUSE:
                    raise
                pause = max(pause, error.wait if error.wait is not None else self.pause * 2 ** (tried + 1))
            finally:
                self._next_visit[host] = self.clock() + pause
        raise AssertionError("the last try returns or raises")
