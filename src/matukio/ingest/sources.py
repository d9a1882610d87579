"""What the user names — a file, a folder, an address, «-» — as articles.

    read_sources("habari/") → Article(«Rais azuru Lusaka …»), Article(…), SourceError("habari/picha.txt: binary, …")

A source is what its first bytes say it is, whatever its name ends in: one article, or a collection of them. Taking an
article out of its page is the slow part; `find_sources` leaves it to whoever has processes for it.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from matukio.errors import SourceError
from matukio.ingest import collections
from matukio.ingest.answers import Fetched
from matukio.ingest.article import Article, Given
from matukio.ingest.pieces import Link, Piece
from matukio.ingest.reading import ARTICLE_SUFFIXES, MOST_PDF_BYTES, PAGE_SUFFIXES, read_piece
from matukio.ingest.rows import Columns
from matukio.ingest.visiting import Visitor

# Which files of a folder are read; a file that is named by itself may be called anything.
SUFFIXES = (*ARTICLE_SUFFIXES, *collections.SUFFIXES)
# A sitemap may list sitemaps, and they may list others; a circle of them must end.
MOST_SITEMAPS_DEEP = 3

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that was found but not yet taken out of its page; `source` is what the user named, where that is not
    the piece's name, `besides` what a feed says of it where its own page says nothing."""

    piece: Piece
    force: bool = False
    source: str | None = None
    besides: Given = Given()

    def article(self) -> Article:
        """Take it out. Raises SourceError when there is none, LanguageError when it is not Swahili."""
        article = read_piece(self.piece, force=self.force, source=self.source)
        return replace(
            article,
            published=article.published or self.besides.published,
            publisher=article.publisher or self.besides.publisher,
        )


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

    A source is a text, a page, a PDF file, a folder (in order of paths), an address, or a collection: an RSS or Atom
    feed, a sitemap, WARC, ZIP, JSON Lines, JSON, CSV, Parquet (`columns` says what its columns hold), also packed with
    gzip. `published`, `title` and `publisher` go before what the source says; `force` reads text that is not Swahili.
    Pages that a feed or sitemap points at are fetched politely (robots.txt, one a second a host); with a `visitor` of
    the caller's, so is the address itself, and a page unchanged since its last visit yields nothing.
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
        elif isinstance(source, str) and _SCHEME.match(source):
            yield from _addressed(source, reading, Given(), deep=0)
        elif Path(source).is_dir():
            yield from _folder(Path(source), reading)
        else:
            path = Path(source)
            with _opened(path) as file:
                yield from _articles(file, str(path), reading, is_page=path.suffix.casefold() in PAGE_SUFFIXES)
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
    path = Path(path)
    with _opened(path) as file:
        is_page = path.suffix.casefold() in PAGE_SUFFIXES
        return _only(_articles(file, str(path), reading, is_page=is_page), str(path))


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


def _folder(folder: Path, reading: _Reading) -> Iterator[Found]:
    _refuse_title(str(folder), "folder", reading)
    paths = [path for path in folder.rglob("*") if _is_read(path.name) and path.is_file()]
    visible = [path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not visible:
        raise SourceError(f"{folder}: no articles in this folder; they end in {', '.join(sorted(SUFFIXES))}")
    for path in sorted(visible):
        try:
            with _opened(path) as file:
                yield from _articles(file, str(path), reading, is_page=path.suffix.casefold() in PAGE_SUFFIXES)
        except SourceError as error:
            yield error


def _is_read(name: str) -> bool:
    return name.casefold().removesuffix(".gz").endswith(SUFFIXES)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError:
        hint = "an address begins with https://" if str(path).startswith("www.") else "check its name"
        raise SourceError(f"{path}: no such file; {hint}") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: is a folder; name a file in it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{path}: cannot be opened ({reason})") from None


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
