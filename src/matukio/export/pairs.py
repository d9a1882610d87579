"""One row for each pair of actor and recipient, as event data sets have it, for CSV, Parquet and data frames.

    «Rais wa Ghana atazuru Peru kesho.» → Event Type AGREE · Actor Country GHA · Recipient Country PER · Status planned

Names of columns are those of POLECAT where it has the same thing; the others, behind them, are Matukio's own
(docs/exports.md). An event without recipients has one row for each actor, one without either a single row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import TextIO

import matukio
from matukio.errors import MatukioError
from matukio.export.summary import summary
from matukio.record import Event, Party, Record

Value = str | int | float | None
Row = dict[str, Value]

TEXT, WHOLE, REAL = "text", "whole", "real"
COLUMNS: dict[str, str] = {
    "Event ID": TEXT, "Event Date": TEXT, "Event Type": TEXT, "Event Mode": TEXT, "Intensity": REAL, "Quad Code": TEXT,
    "Contexts": TEXT,
    "Actor Name": TEXT, "Actor Country": TEXT, "Primary Actor Sector": TEXT, "Actor Name Raw": TEXT,
    "Recipient Name": TEXT, "Recipient Country": TEXT, "Primary Recipient Sector": TEXT, "Recipient Name Raw": TEXT,
    "Placename": TEXT, "Country": TEXT, "Latitude": REAL, "Longitude": REAL, "Raw Placename": TEXT,
    "Source": TEXT, "Publication Date": TEXT, "Language": TEXT, "Version": TEXT,
    "Matukio Type": TEXT, "Status": TEXT, "Actor ID": TEXT, "Recipient ID": TEXT, "According To": TEXT,
    "Dead": WHOLE, "Injured": WHOLE, "Arrested": WHOLE, "Confidence": REAL, "Trigger": TEXT, "Start": WHOLE,
    "Article ID": TEXT, "URL": TEXT, "Title": TEXT, "Summary": TEXT,
}  # fmt: skip
"""Names of the columns, in their order, with what stands in them."""


class ExportError(MatukioError):
    """A file could not be written."""


def pairs(record: Record) -> Iterator[Row]:
    """The rows of a record's events, in the order of the text."""
    for event in record.events:
        for actor, recipient in product(event.actors or (None,), event.recipients or (None,)):
            yield _row(record, event, actor, recipient)


def write_csv(records: Iterable[Record], stream: TextIO) -> int:
    """Write the rows of all records; how many there were. Missing values are empty."""
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    count = 0
    for record in records:
        for row in pairs(record):
            writer.writerow({name: "" if value is None else value for name, value in row.items()})
            count += 1
    return count


def write_parquet(records: Iterable[Record], path: Path) -> int:
    """Write the rows of all records into a Parquet file; how many there were. Raises ExportError."""
    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ImportError:
        raise ExportError(f"{path}: Parquet files need pyarrow; pip install 'matukio[parquet]'") from None
    types = {TEXT: arrow.string(), WHOLE: arrow.int64(), REAL: arrow.float64()}
    schema = arrow.schema([(name, types[sort]) for name, sort in COLUMNS.items()])
    rows = [row for record in records for row in pairs(record)]
    try:
        parquet.write_table(arrow.Table.from_pylist(rows, schema=schema), path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from None
    return len(rows)


def _row(record: Record, event: Event, actor: Party | None, recipient: Party | None) -> Row:
    place, first = event.place, event.mentions[0]
    values: tuple[Value, ...] = (
        f"{record.id}-{event.id}", event.date.value if event.date else None, event.plover or event.type, event.mode,
        event.score, event.quad, ";".join(event.contexts) or None,
        *_party(actor),
        *_party(recipient),
        place.text if place else None, place.country if place else None, place.latitude if place else None,
        place.longitude if place else None, place.text if place else None,
        record.publisher, record.published.isoformat() if record.published else None, record.language,
        f"matukio {matukio.__version__}",
        event.type, event.status, actor.link if actor else None, recipient.link if recipient else None,
        ";".join(source.text for source in event.sources) or None,
        event.size.dead, event.size.injured, event.size.arrested, event.confidence, first.text, first.start,
        record.id, record.url, record.title, summary(event),
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _party(party: Party | None) -> tuple[Value, ...]:
    """Name, country, sector and own words."""
    return (party.name, party.country, party.sector, party.text) if party else (None, None, None, None)
