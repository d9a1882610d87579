"""The commands that set reports side by side: `matukio stories --from 2024-06-01`, `matukio why 12.e3`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from matukio.cli.asking import Lang, Since, Until
from matukio.cli.database import Db, opened
from matukio.cli.messages import complain, system_language

if TYPE_CHECKING:
    from matukio.store import Store
    from matukio.store.stories import Compared

TABLE_STORIES = 30


def stories(
    story: Annotated[
        str | None, typer.Argument(metavar="STORY", help="One story in full, by its id or an article's number.")
    ] = None,
    since: Since = None,
    until: Until = None,
    least: Annotated[
        int,
        typer.Option(
            "--min-sources",
            "--min-independent",
            min=1,
            metavar="N",
            help="Told by at least so many independent sources.",
        ),
    ] = 1,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 for all.")] = TABLE_STORIES,
    as_json: Annotated[bool, typer.Option("--json", help="Print each story as one line of JSON.")] = False,
    lang: Lang = None,
    database: Db = None,
) -> None:
    """List stories, reports of one happening, the newest first; one story in full: matukio stories s12

    Copies and reports of one publisher or agency count as one source.
    """
    with opened(database) as store:
        compared = _compared(store, since, until)
        if story:
            found = [compared.story(story)]
            more = False
        else:
            lines = compared.lines(least=least, limit=limit + 1 if limit else None)
            more = bool(limit) and len(lines) > limit
            lines = lines[:limit] if limit else lines
            found = [compared.story(line.id) for line in lines] if as_json else []
    if as_json:
        for each in found:
            plain = {**asdict(each), "independent": each.independent}
            sys.stdout.write(json.dumps(plain, ensure_ascii=False, default=str) + "\n")
    else:
        from rich.console import Console

        from matukio.export.stories import show_stories, show_story

        console = Console(markup=False, emoji=False, highlight=False)
        language = (lang or system_language()).value
        if story:
            show_story(console, found[0], language)
        else:
            show_stories(console, lines, language)
    if more:
        complain(f"only the first {limit}; --limit 0 gives all")


def why(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event as in the tables, 12.e3.")],
    since: Since = None,
    until: Until = None,
    lang: Lang = None,
    database: Db = None,
) -> None:
    """Say why reports were taken for one event, and what each of them says: matukio why 12.e3"""
    from rich.console import Console

    from matukio.export.stories import show_reasons

    with opened(database) as store:
        told, merged = _compared(store, since, until).event(event)
    console = Console(markup=False, emoji=False, highlight=False)
    show_reasons(console, told, merged, (lang or system_language()).value)


def _compared(store: Store, since: str | None, until: str | None) -> Compared:
    """The articles compared, with a count of them on a terminal."""
    if not sys.stderr.isatty():
        return store.stories(since=since, until=until)
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn

    with Progress(SpinnerColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        return store.stories(since=since, until=until, heard=lambda number: progress.advance(task))
