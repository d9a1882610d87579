"""The command that watches feeds: `matukio watch FEEDS.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from matukio.cli.database import Db, opened
from matukio.cli.messages import complain, refuse
from matukio.cli.process import only_reads

if TYPE_CHECKING:
    from matukio.store.watching import Round


def watch(
    file: Annotated[str, typer.Argument(metavar="FEEDS.toml", help="Feeds, saved searches, and where alerts go.")],
    once: Annotated[bool, typer.Option("--once", help="One round only, as for cron.")] = False,
    database: Db = None,
) -> None:
    """Poll feeds, add what is new, and alert on saved searches, until it is stopped.

    docs/store.md tells the form of the file. Alerts go to a file, an Atom feed, or a signed webhook, each once.
    """
    import time

    from matukio.errors import WatchError
    from matukio.store.watching import read_watch, watch_once

    try:
        watched = read_watch(file)
    except WatchError as error:
        refuse(str(error))
    only_reads()
    with opened(database, must_exist=False) as store:
        try:
            while True:
                begun = time.monotonic()
                _tell(watch_once(store, watched))
                if once:
                    return
                time.sleep(max(0.0, watched.seconds - (time.monotonic() - begun)))
        except KeyboardInterrupt:
            complain("stopped; what was found is in the store")
            raise typer.Exit(130) from None


def _tell(done: Round) -> None:
    from datetime import datetime

    changed = f", {done.changed} changed" if done.changed else ""
    now = datetime.now().strftime("%Y-%m-%d %H:%M")
    typer.echo(f"{now}  {done.added} added{changed}, {done.alerts} alerts", err=True)
    for line in done.troubles:
        complain(line)
