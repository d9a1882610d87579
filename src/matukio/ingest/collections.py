"""What holds many articles: feeds, sitemaps, archives, tables. Which of them some bytes are, and what is in them.

«{"text": "Rais aliwasili …"}⏎{"text": …» → "json lines" → Piece(b"Rais aliwasili …", "habari.jsonl:1"), …
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from matukio.errors import SourceError
from matukio.ingest import archives, feeds, rows
from matukio.ingest.article import MOST_BYTES
from matukio.ingest.pieces import Link, Piece
from matukio.ingest.reading import ARTICLE_SUFFIXES, MOST_PDF_BYTES, PAGE_SUFFIXES, is_page

Found = Piece | Link | SourceError

# What a folder or a ZIP archive may hold beside pages, texts and PDF files.
SUFFIXES = (
    ".atom", ".csv", ".json", ".jsonl", ".ndjson", ".parquet", ".rss", ".tsv", ".warc", ".xml", ".zip",
)  # fmt: skip
_TABLES = (".csv", ".tsv")
_START = 4096

_XML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*|<\?xml-stylesheet[^>]*>\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
    rb"<(?:\w+:)?(rss|feed|rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{)')


def kind(start: bytes, name: str) -> str:
    """What a file or an answer with these first bytes is: «article», or the sort of collection.

    A table of comma-separated values has no mark of its own, so there the name decides.
    """
    if start.startswith(b"PK\x03\x04"):
        return "zip"
    if start.startswith(b"PAR1"):
        return "parquet"
    if start.startswith(b"WARC/"):
        return "warc"
    if start.startswith(b"\x1f\x8b"):
        return "gzip"
    if is_page(start):
        return "article"
    if xml := _XML.match(start):
        return "sitemap" if xml.group(1).lower() in (b"urlset", b"sitemapindex") else "feed"
    if _JSON.match(start):
        return "json"
    return "table" if name.casefold().removesuffix(".gz").endswith(_TABLES) else "article"


def contents(stream: BinaryIO, name: str, columns: rows.Columns) -> Iterator[Found]:
    """What a seekable stream holds, which is one piece unless it is a collection.

    Raises SourceError for a collection that cannot be opened or breaks off.
    """
    start = stream.read(_START)
    stream.seek(0)
    sort = kind(start, name)
    if sort == "gzip":
        yield from _packed(stream, name, columns)
    elif sort == "zip":
        yield from _zipped(stream, name, columns)
    elif sort == "warc":
        yield from archives.warc(stream, name)
    elif sort == "parquet":
        yield from rows.parquet(stream, name, columns)
    elif sort == "table":
        yield from rows.separated(stream, name, columns)
    elif sort == "json":
        yield from (rows.json_lines if _is_lines(stream) else rows.json_document)(stream, name, columns)
    elif sort in ("feed", "sitemap"):
        yield from (feeds.feed if sort == "feed" else feeds.sitemap)(_whole(stream, name, MOST_BYTES), name)
    else:
        yield Piece(stream.read(MOST_PDF_BYTES + 1), name)


def _packed(stream: BinaryIO, name: str, columns: rows.Columns) -> Iterator[Found]:
    """What a gzip file holds; a packed web archive is many gzip files in one, which its reader opens itself."""
    try:
        start = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(stream.read(_START), len(b"WARC/"))
        stream.seek(0)
        if start == b"WARC/":
            yield from archives.warc(stream, name)
            return
        with gzip.GzipFile(fileobj=stream) as unpacked:
            yield from contents(io.BufferedReader(unpacked), name, columns)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"{name}: its packing is damaged ({error}); unpack or fetch it again") from None


def _zipped(stream: BinaryIO, name: str, columns: rows.Columns) -> Iterator[Found]:
    for member in archives.zipped(stream, name, (*ARTICLE_SUFFIXES, *SUFFIXES), MOST_PDF_BYTES):
        if isinstance(member, SourceError):
            yield member
            continue
        full, data = member
        sort = kind(data[:_START], full)
        if sort == "zip":
            yield SourceError(f"{full}: an archive inside an archive; unpack the outer one")
        elif sort == "article":
            yield Piece(data, full, is_page=full.casefold().endswith(PAGE_SUFFIXES))
        else:
            try:
                yield from contents(io.BytesIO(data), full, columns)
            except SourceError as error:
                yield error


def _is_lines(stream: BinaryIO) -> bool:
    """Whether the first line is a whole JSON value."""
    line = stream.readline(rows.MOST_CHARACTERS)
    stream.seek(0)
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _whole(stream: BinaryIO, name: str, most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise SourceError(f"{name}: larger than {most / 2**20:g} MiB; no feed or sitemap is so long")
    return data
