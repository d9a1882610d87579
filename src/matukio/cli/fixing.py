"""The commands that correct what was found: `matukio fix 12.e3 type=ASSAULT`, and that read again: `matukio reread`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from matukio.cli.database import Db, opened, progress
from matukio.cli.messages import BAD_INPUT, complain, refuse
from matukio.cli.process import only_reads

if TYPE_CHECKING:
    from matukio.store import Store


def fix(
    reference: Annotated[
        str | None,
        typer.Argument(
            metavar="RECORD", help="Event or claim, 12.e3 or 12.c1; with --add, --join, --split an article, 12, too."
        ),
    ] = None,
    changes: Annotated[
        list[str] | None, typer.Argument(metavar="FIELD=VALUE", help="type=ASSAULT 'actors=Jeshi la Urusi (RUS·MIL)' …")
    ] = None,
    reject: Annotated[bool, typer.Option("--reject", help="Say that it is no event or claim.")] = False,
    missed: Annotated[
        str | None, typer.Option("--add", metavar="KIND", help="Add an event or a claim that was missed.")
    ] = None,
    joined: Annotated[
        str | None, typer.Option("--join", metavar="OTHER", help="Say that it is one event, or one story, with this.")
    ] = None,
    split: Annotated[
        bool, typer.Option("--split", help="Say that it is another event, or of another story, than it is taken for.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was corrected or said.")] = False,
    note: Annotated[str | None, typer.Option(help="Why, for whoever reads it later.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List all corrections.")] = False,
    export: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the corrected articles as gold, a line of JSON each.")
    ] = None,
    database: Db = None,
) -> None:
    """Correct an event or a claim; what the program found is kept apart, and reading again keeps the correction.

    matukio fix 12.e3 type=ASSAULT mode=aerial 'actors=Jeshi la Urusi (RUS·MIL)' 'date=Jumatatu=2024-06-17'

    matukio fix 12 --add event words=yalishambulia type=ASSAULT 'recipients=mji wa Kyiv (UKR)'

    matukio fix 14.e2 --join 12.e3      one event, told by two articles; without .e2 and .e3 one story

    matukio fix 14.e2 --split           not the event that it was taken for; without .e2 not the story

    Parties are parted by ; and an empty value takes a field away.
    """
    with opened(database) as store:
        if listed:
            _list(store)
        elif export is not None:
            _export(store, export)
        elif reference is None:
            refuse("fix: name the event or claim, as 12.e3, or ask for --list or --export FILE")
        elif split or joined is not None:
            if changes or reject or undo or missed is not None or (split and joined is not None):
                refuse("fix: --join and --split stand alone")
            _bind(store, reference, joined, note)
        else:
            _fix(store, reference, _pairs(changes or []), reject, missed, undo, note)


def reread(
    every: Annotated[bool, typer.Option("--all", help="Also articles that this version has read already.")] = False,
    details: Annotated[bool, typer.Option("--details", help="Name every article that is read otherwise now.")] = False,
    tables: Annotated[
        str | None, typer.Option(metavar="DIR", help="Tables of names that add to Matukio's own and overrule them.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many processes read; all cores unless given.", show_default=False)
    ] = None,
    database: Db = None,
) -> None:
    """Read the stored articles again with this version, and say what changed; corrections stay."""
    from pathlib import Path

    from matukio.store.rereading import outdated
    from matukio.store.rereading import reread as read_again
    from matukio.store.workers import cores

    only_reads()
    with opened(database) as store, progress(outdated(store.engine, every)) as heard:
        try:
            report = read_again(
                store.engine,
                every=every,
                workers=workers or cores(),
                tables=Path(tables) if tables else None,
                heard=heard,
            )
        except KeyboardInterrupt:
            complain("stopped; the same command goes on from there")
            raise typer.Exit(130) from None
    typer.echo(f"{report.articles} articles read again, {report.changed} of them otherwise than before")
    for name, counts in (("events", report.events), ("claims", report.claims)):
        typer.echo(f"{name}: {counts.new} new, {counts.gone} gone, {counts.changed} changed")
    for line in report.lines if details else ():
        typer.echo(line)
    for failure in report.failures:
        complain(f"{failure.source}: {failure.reason}")
    if report.failures:
        raise typer.Exit(BAD_INPUT)


def _fix(
    store: Store, reference: str, pairs: dict[str, str], reject: bool, missed: str | None, undo: bool, note: str | None
) -> None:
    if [reject, undo, missed is not None, bool(pairs) and missed is None].count(True) != 1:
        refuse("fix: give changes as FIELD=VALUE, or one of --reject, --undo, --join, --split, --add event|claim")
    if missed is not None:
        if missed not in ("event", "claim") or not reference.isdecimal():
            refuse("fix: matukio fix ARTICLE --add event (or claim) FIELD=VALUE …, with the article's number")
        typer.echo(f"added {store.add_missed(int(reference), missed, pairs, note)}")
    elif reject:
        store.reject(reference, note)
        typer.echo(f"rejected {reference}")
    elif undo:
        typer.echo(f"took back {store.undo(reference)} corrections of {reference}")
    else:
        store.fix(reference, pairs, note)
        typer.echo(f"corrected {reference}")


def _bind(store: Store, reference: str, joined: str | None, note: str | None) -> None:
    if joined is None:
        typer.echo(f"{reference} is kept apart from {store.split(reference, note)} others")
    else:
        store.join(reference, joined, note)
        typer.echo(f"{reference} is one with {joined}")


def _pairs(changes: list[str]) -> dict[str, str]:
    pairs = {}
    for change in changes:
        name, sign, value = change.partition("=")
        if not sign:
            refuse(f"{change}: write it as FIELD=VALUE")
        pairs[name.strip()] = value
    return pairs


def _list(store: Store) -> None:
    import json

    from matukio.export.wording import one_line

    for article_id, made in store.corrections():
        what = made.action if made.field is None else f"{made.field} = {json.dumps(made.value, ensure_ascii=False)}"
        note = f"  # {made.note}" if made.note else ""
        typer.echo(one_line(f"{article_id}.{made.key}  «{made.anchor.text}»  {what}{note}"))
    for each in store.said():
        note = f"  # {each.note}" if each.note else ""
        typer.echo(one_line(f"{each.one}  {'joined with' if each.together else 'split from'} {each.other}{note}"))


def _export(store: Store, file: str) -> None:
    import json
    import sys

    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in store.gold()]
    if file == "-":
        sys.stdout.writelines(lines)
        return
    try:
        with open(file, "w", encoding="utf-8", newline="\n") as written:
            written.writelines(lines)
    except OSError as error:
        _cannot_write(file, error)
    typer.echo(f"{len(lines)} articles written to {file}", err=True)


def _cannot_write(file: str, error: OSError) -> NoReturn:
    refuse(f"--export {file}: cannot be written ({error.strerror or error})")
