"""What the user names — a file, a folder, an address, «-» — as articles.

    read_sources("habari/") → Article(«Rais azuru Lusaka …»), Article(…), SourceError("habari/picha.txt: binary, …")

A source is what its first bytes say it is, whatever its name ends in.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from matukio.errors import SourceError
from matukio.ingest.article import MOST_BYTES, Article, Given
from matukio.ingest.decoding import declared_encoding, decode
from matukio.ingest.language import check_language
from matukio.ingest.plain import read_plain

MOST_PDF_BYTES = 100 * 2**20

# Which files of a folder are articles; a file that is named by itself may be called anything.
SUFFIXES = (".htm", ".html", ".pdf", ".text", ".txt", ".xhtml")

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_SUFFIXES = (".htm", ".html", ".xhtml")


def read_sources(
    source: str | Path,
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    allow_private: bool = False,
    force: bool = False,
) -> Iterator[Article | SourceError]:
    """The articles of one source, a folder's in order of their paths; what cannot be read comes as its error.

    `published`, `title` and `publisher` go before what the source says; `force` reads text that is not Swahili.
    """
    given = Given(published, title, publisher)
    try:
        if isinstance(source, str) and source == "-":
            yield _article(sys.stdin.buffer.read(MOST_PDF_BYTES + 1), "standard input", given, force, named="-")
        elif isinstance(source, str) and _SCHEME.match(source):
            yield _fetched(source, given, allow_private, force)
        elif Path(source).is_dir():
            yield from _folder(Path(source), given, force)
        else:
            yield _file(Path(source), given, force)
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
    return _file(Path(path), Given(published, title, publisher), force)


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
    return _fetched(url, Given(published, title, publisher), allow_private, force)


def read_bytes(
    data: bytes,
    name: str,
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    force: bool = False,
) -> Article:
    """The article in the bytes of a text, an HTML page or a PDF file; `name` is what messages call it."""
    return _article(data, name, Given(published, title, publisher), force)


def _folder(folder: Path, given: Given, force: bool) -> Iterator[Article | SourceError]:
    if given.title:
        raise SourceError(f"{folder}: is a folder, and a title belongs to one article; name the file")
    paths = [path for path in folder.rglob("*") if path.suffix.casefold() in SUFFIXES and path.is_file()]
    visible = [path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not visible:
        raise SourceError(f"{folder}: no articles in this folder; they end in {', '.join(SUFFIXES)}")
    for path in sorted(visible):
        try:
            yield _file(path, given, force)
        except SourceError as error:
            yield error


def _file(path: Path, given: Given, force: bool) -> Article:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_PDF_BYTES + 1)
    except FileNotFoundError:
        hint = "an address begins with https://" if str(path).startswith("www.") else "check its name"
        raise SourceError(f"{path}: no such file; {hint}") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: is a folder; name a file in it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{path}: cannot be opened ({reason})") from None
    is_page = path.suffix.casefold() in _HTML_SUFFIXES
    return _article(data, str(path), given, force, is_page=is_page)


def _fetched(address: str, given: Given, allow_private: bool, force: bool) -> Article:
    scheme = _SCHEME.match(address)
    if scheme is None or scheme.group(1).casefold() not in ("http", "https"):
        raise SourceError(f"{address}: only http:// and https:// addresses are read")
    from matukio.ingest.fetching import fetch

    answer = fetch(address, allow_private=allow_private)
    is_page = answer.media_type in ("text/html", "application/xhtml+xml")
    article = _article(
        answer.data, address, given, force, is_page=is_page, address=answer.address, encoding=answer.encoding
    )
    return article if article.url else replace(article, url=answer.address)


def _article(
    data: bytes,
    name: str,
    given: Given,
    force: bool,
    *,
    named: str | None = None,
    is_page: bool = False,
    address: str | None = None,
    encoding: str | None = None,
) -> Article:
    """The article in some bytes, by what they are; the language is judged on what is left of them."""
    if not data.strip():
        raise SourceError(f"{name}: empty")
    is_pdf = data[:1024].lstrip().startswith(b"%PDF-")
    most = MOST_PDF_BYTES if is_pdf else MOST_BYTES
    if len(data) > most:
        raise SourceError(f"{name}: larger than {most / 2**20:g} MiB; an article has a file of its own")
    if is_pdf:
        from matukio.ingest.pdf import read_pdf

        article = read_pdf(data, name, given)
    elif is_page or _HTML.match(data[:4096]):
        from matukio.ingest.pages import read_page

        article = read_page(decode(data, name, encoding or declared_encoding(data)), name, given, address)
    else:
        article = read_plain(decode(data, name, encoding), name, given)
    if not article.text:
        raise SourceError(f"{name}: no article in it, only blank lines and links")
    if not force:
        check_language(article.text, name)
    return replace(article, source=named or name)
