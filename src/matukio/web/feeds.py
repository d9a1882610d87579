"""Answers as Atom feeds: an entry a row, so that a reader of feeds tells what is new in any view.

/events.atom?actor=KEN → <feed> … <entry><title>William Ruto → Uganda: visit …</title> …
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree

from fastapi import Request
from fastapi.responses import Response

from matukio.export.answers import filled_columns
from matukio.export.labels import labels
from matukio.export.wording import undirected
from matukio.web.pages import address, kept_language, language_of, row_query
from matukio.web.questions import Answer

_ATOM = "http://www.w3.org/2005/Atom"
# What no XML may hold.
_FORBIDDEN = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EARLIEST = "1970-01-01"
MOST = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as an entry; `path` is where it leads on the page."""

    path: str
    title: str
    day: date | str | None = None
    author: str | None = None
    summary: str | None = None


def feed(request: Request, title: str, entries: Iterable[Entry]) -> Response:
    """The feed at the address that was asked for."""
    base = str(request.base_url).rstrip("/")
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language_of(request))
    asked = address(request.url.path, request.query_params.multi_items())
    page = address(request.url.path.removesuffix(".atom"), request.query_params.multi_items())
    told = list(entries)
    _element(root, "title", f"{title} – Matukio")
    _element(root, "id", base + asked)
    _element(root, "updated", _moment(max((str(entry.day or _EARLIEST) for entry in told), default=_EARLIEST)))
    _element(root, "link", None, rel="self", href=base + asked, type="application/atom+xml")
    _element(root, "link", None, rel="alternate", href=base + page, type="text/html")
    _element(_element(root, "author"), "name", "Matukio")
    for entry in told:
        _add(root, entry, base)
    written = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(written, media_type="application/atom+xml")


def rows_feed(request: Request, title: str, kind: str, answer: Answer) -> Response:
    """A list as a feed."""
    return feed(request, title, _entries(request, kind, answer))


def _entries(request: Request, kind: str, answer: Answer) -> Iterable[Entry]:
    rows = answer.rows[:MOST]
    words = labels(language_of(request))
    columns = {} if kind in ("articles", "pairs") else filled_columns(rows, kind, words)
    for number, row in enumerate(rows):
        cells = {label: found[number].plain for label, found in columns.items() if label not in ("id", "date")}
        link = row_query(kind, row, request)
        path = (
            f"/articles/{row['id']}"
            if link is None
            else address(link[0], link[1].items(), kept_language(request)) + link[2]
        )
        title: str
        summary: str | None
        if kind == "pairs":
            title, summary = f"{row['actor']} → {row['recipient']}", f"{row['events']} · {row['score']}"
        elif kind == "articles":
            title, summary = row["title"] or row["found_in"], row.get("snippet")
        else:
            title, summary = " · ".join(told for told in cells.values() if told), row.get("title")
        yield Entry(path, title, _day(row), row.get("publisher"), summary)


def _day(row: Mapping[str, Any]) -> date | str | None:
    """The day of publication: an event's own may lie in the future."""
    return row.get("published") or row.get("day") or (f"{row['month']}-01" if row.get("month") else None)


def _add(root: ElementTree.Element, entry: Entry, base: str) -> None:
    element = _element(root, "entry")
    _element(element, "title", entry.title)
    _element(element, "id", base + entry.path)
    _element(element, "updated", _moment(entry.day or _EARLIEST))
    _element(element, "link", None, rel="alternate", href=base + entry.path, type="text/html")
    if entry.author:
        _element(_element(element, "author"), "name", entry.author)
    if entry.summary:
        _element(element, "summary", entry.summary)


def _element(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    found = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    if text is not None:
        found.text = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", undirected(text))
    return found


def _moment(day: date | str) -> str:
    return f"{day}T00:00:00Z"
