"""What a web server answers: a page with what it says of it, or that there is none (404, 429, 503 …)."""

from __future__ import annotations

from dataclasses import dataclass

from matukio.errors import SourceError


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent, from which address in the end, and what it says it is."""

    data: bytes
    address: str
    media_type: str | None
    encoding: str | None
    status: int = 200
    """304 when the page has not changed since the visit that the request told of; there are no data then."""
    etag: str | None = None
    modified: str | None = None


class AnswerError(SourceError):
    """A server answered, but with no page: its status, and the seconds that it asks to wait, if it does."""

    def __init__(self, message: str, status: int, wait: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.wait = wait
