"""The command that turns an archive into tables: `matukio code habari/ meza/`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matukio.cli.messages import complain, refuse
from matukio.cli.process import only_reads

if TYPE_CHECKING:
    from matukio.scale import Report

# More failures than these are counted; all of them stand in the report.
NAMED = 10
SOME_FAILED, STOPPED = 1, 130


class Engine(StrEnum):
    """Where the articles are read."""

    POOL = "pool"
    RAY = "ray"


def code(
    sources: Annotated[
        list[str], typer.Argument(metavar="INPUT… OUTPUT", help="Whatever `matukio read` takes, then the new folder.")
    ],
    workers: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Worker processes; all cores unless given.", show_default=False),
    ] = None,
    engine: Annotated[Engine, typer.Option(help="Processes of this machine, or a Ray cluster.")] = Engine.POOL,
    address: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of a Ray cluster to join; else one is started here.")
    ] = None,
    block: Annotated[int, typer.Option(min=1, metavar="N", help="Articles in one piece of work.")] = 200,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=COLUMN", help="What a table's columns hold: text=body, published=date …"),
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published all of it.")] = None,
    tables: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Tables of names that add to Matukio's own and overrule them.")
    ] = None,
    stories: Annotated[
        bool, typer.Option(help="When all is read, find copies and stories, and make events that several tell one.")
    ] = True,
    force: Annotated[bool, typer.Option("--force", help="Read text that does not look like Swahili.")] = False,
) -> None:
    """Turn an archive into Parquet tables: matukio code habari.warc.gz habari.jsonl meza/

    Articles, events, parties, claims, times and entities, a folder each, parted by month; then, of all articles
    together, copies, stories, reports, tellings (which events are one) and answers. Killed and started again with the
    same command, it goes on where it was; with more inputs, only these are read.
    """
    if len(sources) < 2:
        refuse("name the inputs, then the folder for the tables: matukio code habari/ meza/")
    *inputs, output = sources
    try:
        from matukio.scale import Settings
        from matukio.scale import code as run
    except ImportError:
        refuse("matukio code writes Parquet, which needs pyarrow; pip install 'matukio[parquet]'")
    from matukio.errors import MatukioError
    from matukio.ingest import Columns
    from matukio.store.workers import cores

    try:
        given = {"publisher": publisher, "force": force, "columns": Columns.parse(column or [])}
    except ValueError as error:
        refuse(f"--column {error}")
    settings = Settings(workers or cores(), engine.value, block, tables, stories=stories, address=address, given=given)
    only_reads()
    try:
        with _progress() as heard:
            report = run(inputs, output, settings, heard)
    except MatukioError as error:
        refuse(str(error))
    except KeyboardInterrupt:
        complain("stopped; what is done stands in the folder, and the same command goes on from there")
        raise typer.Exit(STOPPED) from None
    _tell(report, output)
    if report.failures or report.set_aside:
        raise typer.Exit(SOME_FAILED)


def _tell(report: Report, output: str) -> None:
    for source, reason in report.failures[:NAMED]:
        complain(f"{source}: {reason}")
    if len(report.failures) > NAMED:
        complain(f"and {len(report.failures) - NAMED} more, all in {output}/_report.json")
    for source, reason in report.set_aside:
        complain(f"{source}: set aside, {reason}; the same command tries it again")
    resumed = f", {report.resumed} blocks were done before" if report.resumed else ""
    typer.echo(
        f"{report.articles:,} articles, {report.rows['events']:,} events, {report.rows['claims']:,} claims in "
        f"{report.seconds:.0f} s ({report.rate:.0f} articles a second){resumed}: {output}",
        err=True,
    )
    if report.rows["reports"]:
        typer.echo(
            f"{report.rows['stories']:,} stories of {report.rows['reports']:,} articles, {report.rows['copies']:,} "
            f"copied paragraphs, in {report.comparing_seconds:.0f} s",
            err=True,
        )


@contextmanager
def _progress() -> Iterator[Callable[[Report], None]]:
    """Articles, rate and errors on a terminal; how many are to come nobody knows before they are read."""
    if not sys.stderr.isatty():
        yield lambda report: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("")

        def heard(report: Report) -> None:
            told = f"{report.articles:,} articles, {report.rate:.0f} a second, {len(report.failures)} errors"
            progress.update(task, description=f"{told}; {report.step}" if report.step else told)

        yield heard
