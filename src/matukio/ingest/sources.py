"""What the user names — a file, a folder, an address, «-» — as articles.

    read_sources("habari/") → Article(«Rais azuru Lusaka …»), Article(…), SourceError("habari/picha.txt: binary, …")

A source is what its first bytes say it is, whatever its name ends in: one article, or a collection of them. Taking an
article out of its page is the slow part; `find_sources` leaves it to whoever has processes for it.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from matukio.errors import SourceError
from matukio.ingest import buckets, collections, files
from matukio.ingest.answers import Fetched
from matukio.ingest.article import Article, Given
from matukio.ingest.pieces import Link, Piece
from matukio.ingest.reading import MOST_PDF_BYTES, PAGE_SUFFIXES, Unread
from matukio.ingest.rows import Columns
from matukio.ingest.visiting import Visitor

# A sitemap may list sitemaps, and they may list others; a circle of them must end.
MOST_SITEMAPS_DEEP = 3

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


Found = Unread | SourceError


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the sources of one call are read."""

    given: Given
    force: bool
    columns: Columns
    visitor: Visitor
    """Fetches what a feed or a sitemap points at."""
    is_guest: bool
    """Whether the address that the user names is visited so too."""


def read_sources(
    source: str | Path,
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    allow_private: bool = False,
    force: bool = False,
    columns: Columns | None = None,
    visitor: Visitor | None = None,
) -> Iterator[Article | SourceError]:
    """The articles of one source, in its own order; what cannot be read comes as its error.

    A source is a text, a page, a PDF file, a folder or a pattern (in order of paths), one of these in a bucket
    (`s3://`, `gs://`), an address, or a collection: an RSS or Atom feed, a sitemap, WARC, ZIP, JSON Lines, JSON, CSV,
    Parquet (`columns` says what its columns hold), also packed with gzip. `published`, `title` and `publisher` go
    before what the source says; `force` reads text that is not Swahili. Pages that a feed or sitemap points at are
    fetched politely (robots.txt, one a second a host); with a `visitor` of the caller's, so is the address itself, and
    a page unchanged since its last visit yields nothing.
    """
    for found in find_sources(
        source, published=published, title=title, publisher=publisher, allow_private=allow_private, force=force,
        columns=columns, visitor=visitor,
    ):  # fmt: skip
        yield _taken(found)


def find_sources(
    source: str | Path,
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    allow_private: bool = False,
    force: bool = False,
    columns: Columns | None = None,
    visitor: Visitor | None = None,
) -> Iterator[Found]:
    """As `read_sources`, but the articles are still in their pages: `Unread.article()` takes each out."""
    given = Given(published, title, publisher)
    reading = _Reading(given, force, columns or Columns(), visitor or Visitor(allow_private), visitor is not None)
    try:
        if isinstance(source, str) and source == "-":
            data = sys.stdin.buffer.read(MOST_PDF_BYTES + 1)
            yield from _articles(io.BytesIO(data), "standard input", reading, source="-")
        elif isinstance(source, str) and buckets.is_bucket(source):
            yield from _files(buckets.files(source, files.is_read), buckets.opened, reading)
        elif isinstance(source, str) and _SCHEME.match(source):
            yield from _addressed(source, reading, Given(), deep=0)
        else:
            if Path(source).is_dir():
                _refuse_title(str(source), "folder", reading)
            yield from _files(files.files(str(source)), files.opened, reading)
    except SourceError as error:
        yield error


def read_file(
    path: str | Path,
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    force: bool = False,
) -> Article:
    """The article in a text, HTML or PDF file. Raises SourceError, LanguageError when it is not Swahili."""
    reading = _Reading(Given(published, title, publisher), force, Columns(), Visitor(), False)
    name = str(path)
    with files.opened(name) as file:
        return _only(_articles(file, name, reading, is_page=name.casefold().endswith(PAGE_SUFFIXES)), name)


def read_url(
    url: str,
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    allow_private: bool = False,
    force: bool = False,
) -> Article:
    """The article at a web address. Raises SourceError, LanguageError when it is not Swahili."""
    reading = _Reading(Given(published, title, publisher), force, Columns(), Visitor(allow_private), False)
    return _only(_addressed(url, reading, Given(), deep=MOST_SITEMAPS_DEEP), url)


def _only(found: Iterator[Found], name: str) -> Article:
    first, second = next(found, None), next(found, None)
    if isinstance(first, SourceError) and second is None:
        raise first
    if not isinstance(first, Unread) or second is not None:
        raise SourceError(f"{name}: a collection of articles; read_sources reads them one by one")
    return first.article()


def _taken(found: Found) -> Article | SourceError:
    if isinstance(found, SourceError):
        return found
    try:
        return found.article()
    except SourceError as error:
        return error


def _files(names: list[str], opened: Callable[[str], BinaryIO], reading: _Reading) -> Iterator[Found]:
    for name in names:
        try:
            with opened(name) as file:
                yield from _articles(file, name, reading, is_page=name.casefold().endswith(PAGE_SUFFIXES))
        except SourceError as error:
            yield error


def _articles(
    stream: BinaryIO, name: str, reading: _Reading, *, is_page: bool = False, source: str | None = None
) -> Iterator[Found]:
    """The articles of a file. Raises SourceError for what ends the reading of it."""
    try:
        for found in collections.contents(stream, name, reading.columns):
            if isinstance(found, Piece) and found.name == name:
                piece = replace(found, told=_merged(reading.given, found.told), is_page=is_page or found.is_page)
                yield Unread(piece, reading.force, source)
            else:
                _refuse_title(name, "collection", reading)
                yield from _found(found, reading, deep=0)
    except OSError as error:
        raise SourceError(f"{name}: cannot be read to its end ({error.strerror or error})") from None


def _found(found: collections.Found, reading: _Reading, deep: int) -> Iterator[Found]:
    """The articles of something that a collection holds."""
    if isinstance(found, SourceError):
        yield found
        return
    try:
        if isinstance(found, Link):
            yield from _addressed(found.address, replace(reading, is_guest=True), found.told, deep + 1)
        else:
            yield Unread(replace(found, told=_merged(reading.given, found.told)), reading.force)
    except SourceError as error:
        yield error


def _addressed(address: str, reading: _Reading, told: Given, deep: int) -> Iterator[Found]:
    """The article at an address, or those of the feed or sitemap there. Raises SourceError."""
    answer = _fetched(address, reading)
    if answer is None:
        return
    sort = collections.kind(answer.data[:4096], answer.address)
    if sort == "article" or answer.media_type in ("text/html", "application/xhtml+xml"):
        page = Piece(
            answer.data,
            address,
            reading.given,
            answer.address,
            answer.media_type in ("text/html", "application/xhtml+xml"),
            answer.encoding,
        )
        yield Unread(page, reading.force, besides=told)
        return
    if deep >= MOST_SITEMAPS_DEEP:
        raise SourceError(f"{address}: a collection where an article should stand")
    _refuse_title(address, "collection", reading)
    for found in collections.contents(io.BytesIO(answer.data), address, reading.columns):
        yield from _found(found, reading, deep)


def _fetched(address: str, reading: _Reading) -> Fetched | None:
    scheme = _SCHEME.match(address)
    if scheme is None or scheme.group(1).casefold() not in ("http", "https"):
        raise SourceError(f"{address}: only http:// and https:// addresses are read")
    from matukio.ingest.fetching import fetch

    if reading.is_guest:
        return reading.visitor.visit(address)
    return fetch(address, allow_private=reading.visitor.allow_private)


def _merged(first: Given, second: Given) -> Given:
    """What the user says goes before what the collection says."""
    return Given(first.published or second.published, first.title or second.title, first.publisher or second.publisher)


def _refuse_title(name: str, what: str, reading: _Reading) -> None:
    if reading.given.title:
        raise SourceError(f"{name}: is a {what}, and a title belongs to one article; name the file")
