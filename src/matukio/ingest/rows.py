"""Articles in rows: JSON Lines, JSON, CSV and Parquet, one article a row.

    {"title": "Rais azuru Lusaka", "text": "Rais aliwasili jana …", "url": "https://…", "published": "2024-06-18"}

Columns are found by the names that corpora give them; `Columns` says which where they have others.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, BinaryIO

from matukio.errors import SourceError
from matukio.ingest.article import Given
from matukio.ingest.decoding import decode
from matukio.ingest.pieces import Piece, day

# A line of JSON or a field of CSV that is longer holds no article.
MOST_CHARACTERS = 10 * 2**20
MOST_JSON_BYTES = 100 * 2**20

_USUAL: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maandishi", "html"),
    "title": ("title", "headline", "kichwa"),
    "url": ("url", "link", "address"),
    "publisher": ("publisher", "source", "outlet", "site", "domain"),
    "published": ("published", "date", "published_at", "pubdate", "publication_date", "timestamp", "tarehe"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; None looks for the usual names (`text`, `body`, `content` …)."""

    text: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None

    @classmethod
    def parse(cls, pairs: Iterable[str]) -> Columns:
        """From «text=body» and the like, as the command line takes them. Raises ValueError with one line."""
        known = [field.name for field in fields(cls)]
        given: dict[str, str] = {}
        for pair in pairs:
            name, sign, column = pair.partition("=")
            if not sign or not column or name not in known:
                raise ValueError(f"{pair}: write it as text=COLUMN; left of the sign stands {', '.join(known)}")
            given[name] = column
        return cls(**given)

    def choose(self, names: Iterable[str], source: str) -> dict[str, str]:
        """What each field is called in a table with these columns. Raises SourceError when there is no text."""
        by_name = {name.strip().casefold(): name for name in names}
        chosen = {}
        for field, usual in _USUAL.items():
            wanted = getattr(self, field)
            if wanted is not None and wanted.casefold() not in by_name:
                raise SourceError(f"{source}: no column «{wanted}»; there is {', '.join(by_name.values())}")
            found = next((by_name[n] for n in ((wanted.casefold(),) if wanted else usual) if n in by_name), None)
            if found is not None:
                chosen[field] = found
        if "text" not in chosen:
            raise SourceError(
                f"{source}: no column holds the text; name it with --column text=COLUMN ({', '.join(by_name.values())})"
            )
        return chosen


def json_lines(stream: BinaryIO, name: str, columns: Columns) -> Iterator[Piece | SourceError]:
    """One article a line. A line that is broken comes as its error; the rest is read."""
    number = 0
    while line := stream.readline(MOST_CHARACTERS + 1):
        number += 1
        if not line.strip():
            continue
        if len(line) > MOST_CHARACTERS:
            yield SourceError(
                f"{name}:{number}: a line longer than {MOST_CHARACTERS / 2**20:g} MiB; no article is so long"
            )
            while line and not line.endswith(b"\n"):
                line = stream.readline(MOST_CHARACTERS)
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield SourceError(f"{name}:{number}: no line of JSON ({error})")
            continue
        yield _piece(row, f"{name}:{number}", columns)


def json_document(stream: BinaryIO, name: str, columns: Columns) -> Iterator[Piece | SourceError]:
    """One article, or a list of them, in one JSON value."""
    data = stream.read(MOST_JSON_BYTES + 1)
    if len(data) > MOST_JSON_BYTES:
        raise SourceError(f"{name}: larger than {MOST_JSON_BYTES / 2**20:g} MiB; write one article a line (JSON Lines)")
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{name}: its JSON is broken ({error})") from None
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        yield _piece(row, f"{name}:{number}" if isinstance(value, list) else name, columns)


def separated(stream: BinaryIO, name: str, columns: Columns) -> Iterator[Piece | SourceError]:
    """The rows of a CSV or TSV file whose first line names the columns."""
    start = stream.read(2**16)
    stream.seek(0)
    encoding = "utf-8-sig" if _is_utf8(start) else None
    if encoding is None:
        stream = io.BytesIO(decode(stream.read(), name, None).encode())
    with io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="") as text:
        header = start.decode("utf-8", "replace").partition("\n")[0]
        delimiter = max(",;\t|", key=header.count)
        csv.field_size_limit(MOST_CHARACTERS)
        rows = csv.DictReader(text, delimiter=delimiter)
        try:
            chosen = columns.choose(rows.fieldnames or (), name)
            for row in rows:
                yield _row_piece({k: v for k, v in row.items() if k is not None}, f"{name}:{rows.line_num}", chosen)
        except csv.Error as error:
            raise SourceError(f"{name}:{rows.line_num}: its table is broken ({error})") from None


def parquet(stream: BinaryIO, name: str, columns: Columns) -> Iterator[Piece | SourceError]:
    """The rows of a Parquet file, a batch at a time."""
    try:
        import pyarrow as arrow
        import pyarrow.parquet as files
    except ImportError:
        raise SourceError(f"{name}: Parquet files need pyarrow; pip install 'matukio[parquet]'") from None
    try:
        table = files.ParquetFile(stream)
        chosen = columns.choose(table.schema_arrow.names, name)
        number = 0
        for batch in table.iter_batches(batch_size=256, columns=list(dict.fromkeys(chosen.values()))):
            for row in batch.to_pylist():
                number += 1
                yield _row_piece(row, f"{name}:{number}", chosen)
    except (arrow.ArrowException, OSError) as error:
        raise SourceError(f"{name}: its Parquet is broken ({' '.join(str(error).split())[:200]})") from None


def _piece(row: Any, name: str, columns: Columns) -> Piece | SourceError:
    if not isinstance(row, dict):
        return SourceError(f"{name}: no article but {type(row).__name__}; an article is an object with its text")
    try:
        return _row_piece(row, name, columns.choose(row, name))
    except SourceError as error:
        return error


def _row_piece(row: Mapping[str, Any], name: str, chosen: Mapping[str, str]) -> Piece | SourceError:
    told = {field: row.get(column) for field, column in chosen.items()}
    text = told["text"]
    if not isinstance(text, str) or not text.strip():
        return SourceError(f"{name}: the column «{chosen['text']}» is empty")
    if len(text) > MOST_CHARACTERS:
        return SourceError(f"{name}: longer than {MOST_CHARACTERS / 2**20:g} MiB; no article is so long")
    given = Given(_day(told.get("published")), _words(told.get("title")), _words(told.get("publisher")))
    return Piece(text.encode("utf-8", "replace"), name, given, _words(told.get("url")), encoding="utf-8")


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return day(value.isoformat())
    return value if isinstance(value, date) else day(str(value)) if value else None


def _is_utf8(data: bytes) -> bool:
    try:
        data[: max(0, len(data) - 4)].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(data) - 8
    return True
