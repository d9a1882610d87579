"""What `matukio read` writes: lines and tables on standard output, pages and tables in files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import typer

from matukio.cli.messages import complain

if TYPE_CHECKING:
    from matukio.record import Record


def json_line(record: Record, name: str) -> None:
    import json

    line = json.dumps(record.to_dict(), ensure_ascii=False)
    # JSON allows these inside a string, but many programs take them for the end of a line.
    for separator in ("\x85", "\u2028", "\u2029"):
        line = line.replace(separator, f"\\u{ord(separator):04x}")
    sys.stdout.write(line + "\n")


def time_ml(record: Record, name: str) -> None:
    from matukio.times.timex3 import to_timex3

    sys.stdout.write(to_timex3(record.text, record.times, record.published))


def shower(sections: list[str], language: str, explained: bool) -> Callable[[Record, str], None]:
    """What prints a record in words."""
    from rich.console import Console

    from matukio.export.terminal import show

    console = Console(markup=False, emoji=False, highlight=False)
    return lambda record, name: show(console, record, name, sections, language, explained)


def plover_lines(record: Record, name: str) -> None:
    import json

    from matukio.export.plover import plover

    for event in plover(record):
        sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")


def written(file: str, write: Callable[[str, list[Record], str], str], records: list[Record], language: str) -> bool:
    """Write the file and say so; False when it cannot be written."""
    from matukio.errors import MatukioError
    from matukio.export.labels import labels

    try:
        told = write(file, records, language)
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"{file}: cannot be written ({error.strerror or error})")
        return False
    except MatukioError as error:
        complain(str(error))
        return False
    if file != "-":
        typer.echo(f"{labels(language)[told]}: {file}", err=True)
    return True


def _write_page(file: str, records: list[Record], language: str) -> str:
    from pathlib import Path

    from matukio.export.html import page

    written = page(records, language)
    if file == "-":
        sys.stdout.write(written)
    else:
        Path(file).write_text(written, encoding="utf-8", newline="\n")
    return "message.page_written"


def _write_csv(file: str, records: list[Record], language: str) -> str:
    from matukio.export.pairs import write_csv

    if file == "-":
        write_csv(records, sys.stdout)
    else:
        with open(file, "w", encoding="utf-8", newline="") as stream:
            write_csv(records, stream)
    return "message.rows_written"


def _write_parquet(file: str, records: list[Record], language: str) -> str:
    from pathlib import Path

    from matukio.export.pairs import write_parquet

    write_parquet(records, Path(file))
    return "message.rows_written"


FILES = {"html": _write_page, "csv": _write_csv, "parquet": _write_parquet}
