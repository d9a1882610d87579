"""The commands that ask the store: `matukio events --actor KEN`, `matukio search kutembelea` …"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matukio.cli.database import Db, opened
from matukio.cli.messages import Language, complain, refuse, system_language
from matukio.store.conditions import WHOM, Condition, asks

if TYPE_CHECKING:
    from matukio.store import Rows


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON_LINES = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def _option(condition: Condition) -> Any:
    """A condition as Typer takes it."""
    kinds: dict[str, Any] = {
        "share": float | None, "day": str | None, "one": str | None, "yes": bool | None, "flag": bool | None,
        "count": int | None,
    }  # fmt: skip
    told = f"{condition.help} {WHOM}; several: any of them." if condition.name in EXPLAINED else condition.help
    spelt = f"--{condition.spelt}" + (f"/--not-{condition.spelt}" if condition.kind == "yes" else "")
    least = 1 if condition.kind == "count" else None
    option = typer.Option(spelt, metavar=condition.metavar, help=told, min=least, show_default=False)
    return Annotated[kinds.get(condition.kind, list[str] | None), option]


# How a party is named stands at the first option that takes one.
EXPLAINED = ("actor", "speaker")
Since = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day on, YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day.")]
Limit = Annotated[
    int | None,
    typer.Option(min=0, metavar="N", help="At most so many; 0 for all. 50 in a table, else all.", show_default=False),
]
Form = Annotated[
    Format | None,
    typer.Option("--format", help="How to write the answer; what --output ends in, else a table.", show_default=False),
]
Output = Annotated[str | None, typer.Option(metavar="FILE", help="Write the answer here: .jsonl, .csv or .parquet.")]
Plot = Annotated[str | None, typer.Option(metavar="FILE", help="Draw it too: .svg, .png or .html.")]
Lang = Annotated[
    Language | None, typer.Option(help="Language of the labels; the system's unless given.", show_default=False)
]

TABLE_ROWS = 50


@asks("events", _option)
def events(
    limit: Limit = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    database: Db = None,
    **conditions: Any,
) -> None:
    """List events, the newest first: matukio events --actor KEN --type visit --from 2024-06-01"""
    form = _form(form, output)
    with opened(database) as store:
        rows = store.events(limit=_asked(limit, form), **conditions)
    _write(rows, "events", form, output, limit, lang)


@asks("claims", _option)
def claims(
    limit: Limit = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    database: Db = None,
    **conditions: Any,
) -> None:
    """List claims, the newest first: matukio claims --speaker Ruto --stance deny"""
    form = _form(form, output)
    with opened(database) as store:
        rows = store.claims(limit=_asked(limit, form), **conditions)
    _write(rows, "claims", form, output, limit, lang)


@asks("timeline", _option)
def timeline(
    first: Annotated[str | None, typer.Argument(metavar="WHO", help=WHOM + ".")] = None,
    second: Annotated[str | None, typer.Argument(metavar="WHOM", help="Only what is between the two.")] = None,
    limit: Limit = None,
    form: Form = None,
    output: Output = None,
    plot: Plot = None,
    lang: Lang = None,
    database: Db = None,
    **conditions: Any,
) -> None:
    """List what a party did and what was done to it, the oldest first: matukio timeline RUS PRK

    An event that several articles tell comes once. All of a story: matukio timeline --story s12
    """
    if first is None and conditions["story"] is None:
        refuse("timeline: name a party, two parties, or a story: matukio timeline --story s12")
    _check_plot(plot)
    form = _form(form, output)
    with opened(database) as store:
        rows = store.timeline(first, second, limit=_asked(limit, form), **conditions)
    _write(rows, "events", form, output, limit, lang)
    _draw(plot, "timeline", rows, [name for name in (first or conditions["story"], second) if name], lang)


@asks("relations", _option)
def relations(
    first: Annotated[str, typer.Argument(metavar="A", help=WHOM + ".")],
    second: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    form: Form = None,
    output: Output = None,
    plot: Plot = None,
    lang: Lang = None,
    database: Db = None,
    **conditions: Any,
) -> None:
    """Sum the scores of the events between two by month, conflict below 0, cooperation above: matukio relations RUS PRK

    Only what happened counts, unless --status says otherwise, and each event once, however many articles tell it.
    """
    _check_plot(plot)
    form = _form(form, output)
    with opened(database) as store:
        rows = store.relations(first, second, **conditions)
    _write(rows, "relations", form, output, 0, lang)
    _draw(plot, "relations", rows, [first, second], lang)


@asks("search", _option)
def search(
    query: Annotated[
        list[str],
        typer.Argument(metavar="WORD", help='Words in any form; "in a row" in quotation marks; -word must be missing.'),
    ],
    limit: Limit = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    database: Db = None,
    **conditions: Any,
) -> None:
    """Find articles by their words, whatever form these have: matukio search kutembelea hospitali"""
    form = _form(form, output)
    # A shell takes the quotation marks off a phrase.
    words = " ".join(f'"{word}"' if " " in word and '"' not in word and len(query) > 1 else word for word in query)
    with opened(database) as store:
        rows = store.search(words, limit=_asked(limit, form) or TABLE_ROWS * 20, **conditions)
    _write(rows, "articles", form, output, limit, lang)


def entities(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Part of the name.")] = None,
    type: Annotated[str | None, typer.Option(help="PER, ORG or LOC.")] = None,
    country: Annotated[str | None, typer.Option(help="Code of the country.")] = None,
    sector: Annotated[str | None, typer.Option(help="Code of the sector.")] = None,
    limit: Limit = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    database: Db = None,
) -> None:
    """List names, those in most articles first: matukio entities --type PER --country KEN"""
    form = _form(form, output)
    with opened(database) as store:
        rows = store.entities(name=name, type=type, country=country, sector=sector, limit=_asked(limit, form))
    _write(rows, "entities", form, output, limit, lang)


def _form(form: Format | None, output: str | None) -> Format:
    """The form that is asked for, or that the file's name tells."""
    from pathlib import Path

    if form is None:
        endings = {".jsonl": Format.JSON_LINES, ".csv": Format.CSV, ".parquet": Format.PARQUET}
        if output is not None and Path(output).suffix not in endings:
            refuse(f"--output {output}: a name that ends in .jsonl, .csv or .parquet, or say the --format")
        form = endings[Path(output).suffix] if output is not None else Format.TABLE
    if form is Format.PARQUET and output is None:
        refuse("--format parquet: give the file its name with --output")
    return form


def _asked(limit: int | None, form: Format) -> int | None:
    """One more than a table shows, to know whether there are more."""
    if limit is None:
        return TABLE_ROWS + 1 if form is Format.TABLE else None
    return limit + 1 if limit else None


def _write(rows: Rows, kind: str, form: Format, output: str | None, limit: int | None, lang: Language | None) -> None:
    """The answer as a table on the terminal, or in a file or pipe; says so when there are more rows."""
    import sys

    from matukio.store.rows import write_csv, write_json_lines, write_parquet

    most = limit if limit is not None else TABLE_ROWS if form is Format.TABLE else 0
    more = bool(most) and len(rows) > most
    if more:
        rows = rows[:most]
    try:
        if form is Format.PARQUET and output is not None:
            write_parquet(rows, output)
        elif form is Format.TABLE and output is None:
            _show(rows, kind, lang)
        else:
            write = write_csv if form is Format.CSV else write_json_lines
            if output is None:
                write(rows, sys.stdout)
            else:
                with open(output, "w", encoding="utf-8", newline="") as file:
                    write(rows, file)
    except ImportError:
        refuse("--format parquet needs pyarrow: pip install 'matukio[parquet]'")
    except BrokenPipeError:
        raise
    except OSError as error:
        refuse(f"--output {output}: cannot be written ({error.strerror or error})")
    if more:
        complain(f"only the first {most}; --limit 0 gives all")


def _show(rows: Rows, kind: str, lang: Language | None) -> None:
    from rich.console import Console

    from matukio.export.answers import show_rows

    show_rows(Console(markup=False, emoji=False, highlight=False), rows, kind, lang or system_language())


def _check_plot(file: str | None) -> None:
    """Refuse a drawing that cannot be made before anything is asked."""
    if file is not None and not file.endswith((".svg", ".png", ".html")):
        refuse(f"--plot {file}: a name that ends in .svg, .png or .html")


def _draw(file: str | None, kind: str, rows: Any, parties: list[str], lang: Language | None) -> None:
    """Write the plot, if one is asked for."""
    if file is None:
        return
    from pathlib import Path

    try:
        from matukio.export.plots import draw

        draw(kind, rows, parties, Path(file), lang or system_language())
    except ImportError:
        refuse("--plot needs Altair and vl-convert: pip install 'matukio[plot]'")
    except OSError as error:
        refuse(f"--plot {file}: cannot be written ({error.strerror or error})")
