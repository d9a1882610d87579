"""What a collection holds, before it is read: the bytes of an article, or the address where one stands.

A feed gives links, an archive of pages gives pieces: Piece(b"<html>…", "kumbukumbu.warc.gz: https://…").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from matukio.ingest.article import Given

EAST_AFRICA_TIME = timezone(timedelta(hours=3), "EAT")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of a collection as bytes: text, a page or a PDF file.

    `name` is what messages call it, `told` what the collection says of it, `address` where the page was fetched.
    """

    data: bytes
    name: str
    told: Given = Given()
    address: str | None = None
    is_page: bool = False
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An article that a feed or a sitemap points at."""

    address: str
    told: Given = Given()


def day(text: str | None) -> date | None:
    """The day in East Africa of a time as feeds and tables write it (ISO 8601, RFC 2822), None when it is none.

    >>> day("Tue, 18 Jun 2024 22:30:00 GMT")
    datetime.date(2024, 6, 19)
    """
    text = (text or "").strip()
    try:
        if _DAY.match(text):
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (TypeError, ValueError, IndexError):
            return None
        # RFC 2822 writes -0000 for a time of Greenwich whose place is not told.
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.astimezone(EAST_AFRICA_TIME).date() if moment.tzinfo else moment.date()
