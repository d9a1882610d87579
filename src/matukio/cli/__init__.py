"""The command line.

    matukio read habari.txt --published 2024-06-18
    matukio words "Wameishtumu Pyongyang"
    matukio schema

One module for each group of commands. Whatever is slow to import is imported by the command that needs it, so that
`matukio --help` answers at once.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

import matukio
from matukio.cli import asking, coding, database, fixing, ontology, process, read, schema, serve, stories, watch, words

app = typer.Typer(
    name="matukio",
    help="Reads Swahili news: who did what to whom, where and when, and who says so.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

app.command()(read.read)
app.command()(database.add)
app.command()(database.remove)
app.command()(coding.code)
app.command()(asking.events)
app.command()(asking.claims)
app.command()(asking.timeline)
app.command()(asking.relations)
app.command()(asking.search)
app.command()(asking.entities)
app.command()(stories.stories)
app.command()(stories.why)
app.command()(fixing.fix)
app.command()(fixing.reread)
app.command()(watch.watch)
app.command()(serve.serve)
app.add_typer(database.db, name="db")
app.command("ontology")(ontology.print_ontology)
app.command("schema")(schema.print_schema)
app.command()(words.words)


def main() -> None:
    """Run the command line; output is UTF-8 everywhere, and a closed pipe ends it quietly."""
    # What loading makes lives to the end: looking through it for garbage is a fifth of the time that it takes.
    gc.set_threshold(100_000, 20, 20)
    process.is_own()
    for stream in (sys.stdout, sys.stderr):
        # Windows gives a pipe the code page of the system, which lacks half of what articles hold.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace")
    try:
        try:
            app(prog_name="matukio")
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"matukio {matukio.__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Reads Swahili news: who did what to whom, where and when, and who says so."""
