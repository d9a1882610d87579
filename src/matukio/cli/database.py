"""The commands that fill and keep the store: `matukio add habari/`, `matukio remove`, `matukio db check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from matukio.cli.messages import BAD_INPUT, complain, refuse
from matukio.cli.process import only_reads

if TYPE_CHECKING:
    from collections.abc import Callable

    from matukio.store import Report, Store

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="FILE",
        envvar="MATUKIO_DB",
        help="The store: a SQLite file or a postgresql:// address; your own data folder's matukio.db unless given.",
        show_default=False,
    ),
]

db = typer.Typer(help="Keep the store: check it, copy it, upgrade it.", no_args_is_help=True)


@contextmanager
def opened(path: str | None, *, must_exist: bool = True) -> Iterator[Store]:
    """The store, or the end of the program with one line that says why not."""
    import matukio
    from matukio.errors import MatukioError

    try:
        with matukio.open(path, must_exist=must_exist) as store:
            yield store
    except MatukioError as error:
        refuse(str(error))


def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Whatever `matukio read` takes: files, folders, archives, tables, feeds, web addresses, or -.",
        ),
    ],
    database: Db = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication of all, where the sources do not say it.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="NAME=COLUMN", help="Which column of a table holds the text, title, …"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Add text that does not look like Swahili too.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch addresses inside private networks too.")
    ] = False,
    tables: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="Tables of names that add to Matukio's own and overrule them."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many processes read; all cores unless given.", show_default=False)
    ] = None,
    errors: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the sources that failed here, each with its reason.")
    ] = None,
) -> None:
    """Add articles to the store. Stopped or killed, it goes on where it was when it is started again."""
    from pathlib import Path

    from matukio.ingest import Columns
    from matukio.store.workers import cores

    try:
        given = {
            "published": _day(published),
            "publisher": publisher,
            "columns": Columns.parse(columns or ()),
            "force": force,
            "allow_private": allow_private,
        }
    except ValueError as error:
        refuse(str(error))
    only_reads()
    with opened(database, must_exist=False) as store, progress(_expected(sources)) as heard:
        if tables is not None:
            _check_tables(Path(tables))
        try:
            report = store.add(
                *sources,
                workers=workers or cores(),
                tables=Path(tables) if tables is not None else None,
                heard=heard,
                **given,
            )
        except KeyboardInterrupt:
            complain("stopped; what was read is in the store, and the same command goes on from there")
            raise typer.Exit(130) from None
    _tell(report, errors)


def remove(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Number, web address or file of an article in the store.")
    ],
    database: Db = None,
) -> None:
    """Erase articles and everything that was made from them, corrections too."""
    from matukio.errors import StoreError

    failed = False
    with opened(database) as store:
        for article in articles:
            try:
                typer.echo(f"removed article {store.remove(article)}")
            except StoreError as error:
                failed = True
                complain(str(error))
    if failed:
        raise typer.Exit(BAD_INPUT)


@db.command("path")
def print_path(database: Db = None) -> None:
    """Print where the store is."""
    from matukio.errors import StoreError
    from matukio.store.connection import address, shown

    try:
        typer.echo(shown(address(database)))
    except StoreError as error:
        refuse(str(error))


@db.command()
def check(database: Db = None) -> None:
    """Verify every article: offsets, keys, counts. Ends with 1 when something is wrong."""
    from matukio.store.checking import waiting
    from matukio.store.connection import reading

    with opened(database) as store:
        with _spinner("articles checked") as heard:
            found = store.check(lambda article: heard(str(article)))
        with reading(store.engine) as connection:
            told = waiting(connection)
    for line in told:
        complain(line)
    for line in found:
        typer.echo(line)
    if found:
        raise typer.Exit(1)
    typer.echo("all is well")


@db.command()
def backup(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The copy; it must not exist yet.")], database: Db = None
) -> None:
    """Copy the store to a file, also while others write to it."""
    with opened(database) as store:
        typer.echo(store.backup(file))


@db.command()
def upgrade(database: Db = None) -> None:
    """Bring the store to this version's tables, as every command does that opens it; a copy is kept."""
    from matukio.store.connection import shown
    from matukio.store.upgrading import LATEST

    with opened(database) as store:
        typer.echo(f"{shown(store.url)}: at revision {LATEST}")


def _day(published: str | None) -> object:
    from datetime import date

    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        refuse(f"--published {published}: not a date like 2024-06-18")


def _check_tables(folder: object) -> None:
    """Refuse tables with mistakes here, before every worker does."""
    from pathlib import Path

    from matukio.entities import use_tables
    from matukio.errors import TableError

    try:
        assert isinstance(folder, Path)
        use_tables(folder)
    except TableError as error:
        refuse(f"--tables {error}")


def _tell(report: Report, errors: str | None) -> None:
    """What became of the sources; those that failed by name. Ends with 2 when some did."""
    parts = [f"{report.added} added"]
    if report.changed:
        parts.append(f"{report.changed} changed")
    if report.unchanged:
        parts.append(f"{report.unchanged} already there")
    if report.failures:
        parts.append(f"{len(report.failures)} failed")
    done = report.added + report.changed
    if done and report.seconds:
        parts.append(f"{done / report.seconds:.1f} articles a second")
        parts.append(f"{report.writing_share:.0%} of the time in the store")
    typer.echo(", ".join(parts), err=True)
    for failure in report.failures:
        complain(f"{failure.source}: {failure.reason}" if failure.source else failure.reason)
    if errors is not None:
        _write_failures(report, errors)
    if report.failures:
        raise typer.Exit(BAD_INPUT)


def _write_failures(report: Report, file: str) -> None:
    """Source and reason with a tab between, a line each; an empty file when none failed."""
    from pathlib import Path

    from matukio.export.wording import one_line

    lines = [f"{one_line(failure.source)}\t{one_line(failure.reason)}\n" for failure in report.failures]
    try:
        Path(file).write_text("".join(lines), encoding="utf-8", newline="\n")
    except OSError as error:
        refuse(f"--errors {file}: cannot be written ({error.strerror or error})")


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[str], None]]:
    """A bar with rate and time left on a terminal's standard error, where the number of articles is known."""
    if not sys.stderr.isatty():
        yield lambda source: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}")
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        rate,
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=total, rate="")

        def heard(source: str) -> None:
            speed = progress.tasks[0].speed
            progress.update(task, advance=1, description=source, rate=f"{speed:.1f}/s" if speed else "")

        yield heard


def _expected(sources: list[str]) -> int | None:
    """How many articles will come, where it can be told before they are read."""
    from matukio.ingest.expecting import expected

    counts = [expected(source) for source in sources]
    return None if None in counts else sum(count for count in counts if count is not None)


@contextmanager
def _spinner(words: str) -> Iterator[Callable[[str], None]]:
    """Counts on a terminal's standard error."""
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} {task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task(words)
        yield lambda name: progress.update(task, advance=1)
