"""One row for each actor and recipient."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet
import pytest

from matukio.errors import MatukioError
from matukio.export.pairs import COLUMNS, pairs, write_csv, write_parquet
from matukio.record import Event, Party, Record


def test_a_row_has_what_the_event_has(record: Record) -> None:
    row, *others = pairs(record)
    assert len(others) == 2
    assert list(row) == list(COLUMNS)
    assert {name: row[name] for name in ("Event ID", "Event Type", "Matukio Type", "Event Mode", "Status")} == {
        "Event ID": "ziara-e1", "Event Type": "AGREE", "Matukio Type": "CONSULT", "Event Mode": "visit",
        "Status": "planned",
    }  # fmt: skip
    assert (row["Actor Country"], row["Recipient Country"], row["Event Date"]) == ("GHA", "PER", "2024-06-19")
    assert (row["Actor Name Raw"], row["Latitude"], row["According To"]) == (
        "Rais wa Ghana",
        -12.05,
        "maafisa wa ikulu",
    )
    assert record.text[row["Start"] :].startswith(str(row["Trigger"]))  # type: ignore[misc]


def test_every_actor_meets_every_recipient(record: Record) -> None:
    def parties(*texts: str) -> tuple[Party, ...]:
        return tuple(Party(text, 0, 1) for text in texts)

    def rows(actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> list[tuple[object, object]]:
        event: Event = replace(record.events[0], actors=actors, recipients=recipients)
        found = pairs(replace(record, events=(event,)))
        return [(row["Actor Name Raw"], row["Recipient Name Raw"]) for row in found]

    assert rows(parties("a", "b"), parties("c", "d")) == [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]
    assert rows(parties("a", "b"), ()) == [("a", None), ("b", None)]
    assert rows((), ()) == [(None, None)]


def test_csv_and_parquet_hold_the_same(record: Record, tmp_path: Path) -> None:
    stream = io.StringIO()
    assert write_csv([record, record], stream) == 6
    written = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert write_parquet([record, record], tmp_path / "matukio.parquet") == 6
    table = pyarrow.parquet.read_table(tmp_path / "matukio.parquet")
    assert table.column_names == list(COLUMNS)
    for plain, row in zip(written, table.to_pylist(), strict=True):
        assert plain == {name: "" if value is None else str(value) for name, value in row.items()}


def test_a_parquet_file_without_rows_has_its_columns(tmp_path: Path) -> None:
    assert write_parquet([], tmp_path / "tupu.parquet") == 0
    assert pyarrow.parquet.read_schema(tmp_path / "tupu.parquet").names == list(COLUMNS)


def test_a_file_that_cannot_be_written(record: Record, tmp_path: Path) -> None:
    with pytest.raises(MatukioError, match="cannot be written"):
        write_parquet([record], tmp_path / "hakuna" / "matukio.parquet")
