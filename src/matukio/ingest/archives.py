"""Archives: the pages of a web archive (WARC) and the files of a ZIP archive, one at a time.

kumbukumbu.warc.gz → the answers that were pages: «kumbukumbu.warc.gz: https://…/rais-azuru-lusaka»
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from matukio.errors import SourceError
from matukio.ingest.article import MOST_BYTES
from matukio.ingest.pieces import Piece

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_MARKUP = ("text/html", "application/xhtml+xml")


def warc(stream: BinaryIO, name: str) -> Iterator[Piece | SourceError]:
    """The pages, texts and PDF files among the answers of a WARC file, packed or not."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise SourceError(f"{name}: web archives need FastWARC; pip install 'matukio[warc]'") from None
    from matukio.ingest.fetching import unpack

    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            headers = record.http_headers
            media_type = (record.http_content_type or "").partition(";")[0].strip().casefold()
            if headers is None or headers.status_code != 200 or media_type not in _PAGES:
                continue
            address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            length = record.content_length
            data = record.reader.read(MOST_BYTES + 1)
            if len(data) < min(length, MOST_BYTES):
                yield SourceError(f"{name}: {address}: the archive breaks off inside this page; fetch it again")
                continue
            packed = (record.http_headers.get("Content-Encoding") or "").strip().casefold()
            try:
                data = unpack([data], packed, MOST_BYTES)
            except ValueError as error:
                yield SourceError(f"{name}: {address}: {error}")
                continue
            yield Piece(
                data,
                f"{name}: {address}",
                address=address if address.startswith("http") else None,
                is_page=media_type in _MARKUP,
                encoding=record.http_charset,
            )
        if stream.read(1):
            # FastWARC ends where it understands no more, and says nothing.
            raise SourceError(f"{name}: its archive is damaged; what stands behind the damage is not read")
    except (OSError, ValueError) as error:
        raise SourceError(f"{name}: its archive is broken ({' '.join(str(error).split())})") from None


def zipped(
    stream: BinaryIO, name: str, suffixes: tuple[str, ...], most_bytes: int
) -> Iterator[tuple[str, bytes] | SourceError]:
    """Names and bytes of the files of a ZIP archive whose names end so, in order of their names.

    Raises SourceError when it is no whole archive, or a document in disguise.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError) as error:
        raise SourceError(f"{name}: its ZIP archive is broken ({error})") from None
    with archive:
        if "[Content_Types].xml" in archive.namelist():
            raise SourceError(f"{name}: an office document; save it as text or PDF")
        members = [
            m for m in archive.infolist() if m.filename.casefold().endswith(suffixes) and not _hidden(m.filename)
        ]
        if not members:
            raise SourceError(f"{name}: no articles in this archive; they end in {', '.join(suffixes)}")
        for member in sorted(members, key=lambda m: m.filename):
            full = f"{name}: {member.filename}"
            if member.flag_bits & 1:
                yield SourceError(f"{full}: locked with a password; unpack it first")
                continue
            try:
                with archive.open(member) as file:
                    # What the archive says of a member's size is not trusted.
                    data = file.read(most_bytes + 1)
            except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
                yield SourceError(f"{full}: cannot be unpacked ({error})")
                continue
            yield full, data


def _hidden(path: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in path.split("/"))
