"""Answers as rows: to walk through, to print, or to hand on to pandas, Polars and Arrow.

rows = store.events(actor="KEN")
rows[0]["type"], rows.to_pandas()
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TextIO, overload

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Value = str | int | float | date | datetime | None


class Rows(Sequence[dict[str, Any]]):
    """The rows of an answer, each a dict; `columns` are their keys in order, `types` what stands in each."""

    def __init__(self, types: dict[str, type], values: Iterable[Sequence[Any]]) -> None:
        self.types = types
        self.values = [tuple(row) for row in values]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.types)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> Rows: ...
    def __getitem__(self, index: int | slice) -> dict[str, Any] | Rows:
        if isinstance(index, slice):
            return Rows(self.types, self.values[index])
        return dict(zip(self.types, self.values[index], strict=True))

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (self[number] for number in range(len(self)))

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {', '.join(self.types)}>"

    def column(self, name: str) -> list[Any]:
        """The values of one column."""
        at = self.columns.index(name)
        return [row[at] for row in self.values]

    def to_arrow(self) -> pyarrow.Table:
        """The rows as an Arrow table, typed also where a column is empty. Needs pyarrow."""
        import pyarrow as arrow

        types = {
            str: arrow.string(),
            int: arrow.int64(),
            float: arrow.float64(),
            date: arrow.date32(),
            datetime: arrow.timestamp("s"),
        }
        return arrow.table({name: arrow.array(self.column(name), types[kind]) for name, kind in self.types.items()})

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame of pandas; days are timestamps. Needs pandas."""
        import pandas

        frame = pandas.DataFrame(self.values, columns=list(self.types))
        for name, kind in self.types.items():
            if kind in (date, datetime):
                frame[name] = pandas.to_datetime(frame[name])
            elif kind is float:
                frame[name] = frame[name].astype(float)
        return frame

    def to_polars(self) -> polars.DataFrame:
        """The rows as a data frame of Polars. Needs Polars."""
        import polars

        types: dict[type, Any] = {
            str: polars.String, int: polars.Int64, float: polars.Float64, date: polars.Date,
            datetime: polars.Datetime("ms"),
        }  # fmt: skip
        schema = {name: types[kind] for name, kind in self.types.items()}
        return polars.DataFrame([list(row) for row in self.values], schema=schema, orient="row")


def write_json_lines(rows: Rows, file: TextIO) -> None:
    """One JSON object a line; days as 2024-06-18."""
    for row in rows:
        line = json.dumps(row, ensure_ascii=False, default=date.isoformat)
        # JSON allows these inside a string, but many programs take them for the end of a line.
        for separator in ("\x85", "\u2028", "\u2029"):
            line = line.replace(separator, f"\\u{ord(separator):04x}")
        file.write(line + "\n")


def write_csv(rows: Rows, file: TextIO) -> None:
    """Comma-separated values with a header; no cell can be a formula of a spreadsheet."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_harmless(value) for value in row] for row in rows.values)


def _harmless(value: Any) -> Any:
    """A text that begins as a formula does gets an apostrophe, as spreadsheets write one that is none."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def write_parquet(rows: Rows, path: str) -> None:
    """A Parquet file. Needs pyarrow."""
    from pyarrow import parquet

    parquet.write_table(rows.to_arrow(), path)
