"""The command that reads articles and shows what was found: `matukio read habari.txt --published 2024-06-18`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from matukio.cli.messages import BAD_INPUT, Language, complain, refuse, system_language
from matukio.cli.writing import FILES, json_line, plover_lines, shower, time_ml, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from matukio.ingest import Article, Columns
    from matukio.record import Record


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Text, HTML or PDF files, folders, web addresses, feeds, sitemaps, WARC or ZIP archives, JSON Lines, "
            "CSV or Parquet, or - for the input.",
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Day of publication, YYYY-MM-DD; goes before what the page says."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the article.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    show: Annotated[
        str, typer.Option(metavar="LIST", help="Any of events, summaries, claims, times, names.")
    ] = "events,claims",
    as_json: Annotated[bool, typer.Option("--json", help="Print each record as one line of JSON.")] = False,
    timex3: Annotated[
        bool, typer.Option("--timex3", help="Print each text as a TimeML document, its times in TIMEX3 elements.")
    ] = False,
    as_plover: Annotated[
        bool, typer.Option("--plover", help="Print each event as one line of JSON with PLOVER's names of fields.")
    ] = False,
    csv: Annotated[
        str | None,
        typer.Option("--csv", metavar="FILE", help="Write one row for each actor and recipient; - prints it."),
    ] = None,
    parquet: Annotated[
        str | None, typer.Option("--parquet", metavar="FILE", help="Write the same rows as a Parquet file.")
    ] = None,
    html: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write one page with the marked articles; - prints it.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say which rule and words each field comes from.")] = False,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            "--min-confidence",
            metavar="SHARE",
            help="Leave out events and claims less sure than this, 0 to 1; 0.5 keeps those that are right more often "
            "than wrong.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Read text that does not look like Swahili.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch addresses inside private networks too.")
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=COLUMN", help="What a table's columns hold: text=body, published=date …; repeatable."
        ),
    ] = None,
    tables: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="Tables of names (people.tsv …) that add to Matukio's own and overrule them."),
    ] = None,
    lang: Annotated[
        Language | None, typer.Option(help="Language of the labels; the system's unless given.", show_default=False)
    ] = None,
) -> None:
    """Read articles and show their events and claims."""
    from matukio.ingest import read_sources

    if title is not None and len(sources) > 1:
        refuse("--title belongs to one article; read it alone")
    printed = [
        option
        for option, given in (
            ("--json", as_json), ("--plover", as_plover), ("--timex3", timex3), ("--csv -", csv == "-"),
            ("--html -", html == "-"),
        )
        if given
    ]  # fmt: skip
    if len(printed) > 1:
        refuse(f"{' and '.join(printed)} would print into each other; choose one, or give the page a file name")
    if min_confidence is not None and not 0 <= min_confidence <= 1:
        refuse(f"--min-confidence {min_confidence:g}: lies between 0 and 1")
    if tables is not None:
        _use_tables(tables)
    day, sections, language = _day(published), _sections(show), lang or system_language()
    columns = _columns(column or [])
    printer = json_line if as_json else plover_lines if as_plover else time_ml if timex3 else None
    files = {file: FILES[sort] for sort, file in (("html", html), ("csv", csv), ("parquet", parquet)) if file}
    show_record = printer or (None if files else shower(sections, language, explain))
    records: list[Record] = []
    undated: list[tuple[str, Record]] = []
    failed = False

    with _progress(len(sources) > 1 or os.path.isdir(sources[0])) as advance:
        for article in chain.from_iterable(
            read_sources(
                source,
                published=day,
                title=title,
                publisher=publisher,
                allow_private=allow_private,
                force=force,
                columns=columns,
            )  # fmt: skip
            for source in sources
        ):
            if isinstance(article, Exception):
                failed = True
                complain(str(article))
                continue
            record = _read(article, min_confidence)
            advance(article.source)
            if _unresolved(record):
                undated.append((article.source, record))
            if files:
                records.append(record)
            if show_record:
                show_record(record, article.source)

    if records:
        for file, write in files.items():
            failed |= not written(file, write, records, language)
    if undated:
        _note_undated(undated, language)
    if failed:
        raise typer.Exit(BAD_INPUT)


def _read(article: Article, min_confidence: float | None) -> Record:
    from matukio.pipeline import read_article
    from matukio.record import at_least

    record = read_article(article)
    return record if min_confidence is None else at_least(record, min_confidence)


def _use_tables(folder: str) -> None:
    from pathlib import Path

    from matukio.entities import use_tables
    from matukio.errors import TableError

    try:
        use_tables(Path(folder))
    except TableError as error:
        refuse(f"--tables {error}")


def _sections(show: str) -> list[str]:
    known = ("events", "summaries", "claims", "times", "names")
    sections = [part.strip() for part in show.split(",") if part.strip()]
    for section in sections:
        if section not in known:
            refuse(f"--show {section}: not one of {', '.join(known)}")
    return sections


def _day(published: str | None) -> date | None:
    from datetime import date

    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        refuse(f"--published {published}: not a date like 2024-06-18")


def _columns(pairs: list[str]) -> Columns:
    from matukio.ingest import Columns

    try:
        return Columns.parse(pairs)
    except ValueError as error:
        refuse(f"--column {error}")


def _unresolved(record: Record) -> list[str]:
    """Words of the times that wait for a date of publication."""
    from matukio.export.wording import is_unresolved, one_line

    return [one_line(time.text) for time in record.times if is_unresolved(time)] if record.published is None else []


def _note_undated(undated: list[tuple[str, Record]], language: str) -> None:
    """One line for all articles whose date of publication is missed."""
    from matukio.export.labels import labels

    words = labels(language)
    names = undated[0][0]
    if len(undated) > 1:
        names += words["message.and_more"].format(count=len(undated) - 1)
    times = [time for _, record in undated for time in _unresolved(record)]
    complain(f"{names}: {words['message.unresolved'].format(words=times[0], count=len(times))}")


@contextmanager
def _progress(several: bool) -> Iterator[Callable[[str], None]]:
    """Counts articles on a terminal's standard error, while the results go somewhere else."""
    if not several or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f}  {task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("")
        yield lambda name: progress.update(task, advance=1, description=name)
