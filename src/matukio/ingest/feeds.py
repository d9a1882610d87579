"""RSS and Atom feeds and sitemaps: what they hold themselves, and the addresses they point at.

    <item><title>Rais azuru Lusaka</title><link>https://…</link><pubDate>Tue, 18 Jun 2024 …</pubDate></item>

A feed that carries whole articles needs no second visit to its site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from matukio.errors import SourceError
from matukio.ingest.article import Given
from matukio.ingest.pieces import Link, Piece, day

# What is shorter is the article's summary, and the article stands at its link.
WHOLE_WORDS = 120

_TAG = re.compile(r"<[^>]+>")
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def feed(data: bytes, name: str) -> Iterator[Piece | Link | SourceError]:
    """The entries of a feed, newest as the feed has them. Raises SourceError when it is broken."""
    import feedparser

    found = feedparser.parse(data, sanitize_html=False)
    if not found.entries:
        if found.bozo:
            raise SourceError(f"{name}: its feed is broken ({' '.join(str(found.bozo_exception).split())})")
        raise SourceError(f"{name}: its feed holds no articles")
    publisher = _plain(found.feed.get("title"))
    for number, entry in enumerate(found.entries, 1):
        told = Given(day(entry.get("published") or entry.get("updated")), _plain(entry.get("title")), publisher)
        address = _address(entry.get("link"))
        body = max((part.get("value", "") for part in entry.get("content", ())), key=len, default="")
        if len(_plain(body, "").split()) >= WHOLE_WORDS:
            page = f"<html><body><article>{body}</article></body></html>".encode()
            yield Piece(page, f"{name}:{number}", told, address, is_page=True, encoding="utf-8")
        elif address:
            yield Link(address, told)
        else:
            yield SourceError(f"{name}:{number}: this entry has neither an article nor a web address")


def sitemap(data: bytes, name: str) -> Iterator[Link]:
    """The addresses of a sitemap, or of the sitemaps that an index lists. Raises SourceError when it is broken.

    The day that a news sitemap gives is the day of publication; `lastmod`, the last change of the page, is not.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"{name}: its sitemap is broken ({error})") from None
    if tree is None:
        raise SourceError(f"{name}: its sitemap is broken")
    for entry in tree:
        address = _address(_text(entry.find("{*}loc")))
        if address:
            published = _text(entry.find(f".//{_NEWS}publication_date"))
            title = _text(entry.find(f".//{_NEWS}title"))
            yield Link(address, Given(day(published), title, _text(entry.find(f".//{_NEWS}name"))))


def _text(element: Any) -> str | None:
    return (element.text or "").strip() or None if element is not None else None


def _plain(markup: Any, default: str | None = None) -> Any:
    return " ".join(unescape(_TAG.sub(" ", markup)).split()) or default if isinstance(markup, str) else default


def _address(text: Any) -> str | None:
    return text if isinstance(text, str) and text.startswith(("http://", "https://")) else None
