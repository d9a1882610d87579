"""The command that prints the codebook's types and modes: `matukio ontology --json`."""

from __future__ import annotations

from typing import Annotated

import typer

from matukio.cli.messages import Language, system_language


def print_ontology(
    as_json: Annotated[bool, typer.Option("--json", help="Print it as one JSON object.")] = False,
    lang: Annotated[
        Language | None, typer.Option(help="Language of the labels; the system's unless given.", show_default=False)
    ] = None,
) -> None:
    """Print the types of events with their modes, quads and scores, and the contexts.

    The score runs from -10, conflict, to +10, cooperation; docs/codebook.md says what each type and mode means.
    """
    import json
    from dataclasses import asdict

    from matukio.events.lexicon.ontology import contexts, ontology

    if as_json:
        found = {
            "types": [asdict(row) for row in ontology()],
            "contexts": [{"context": row.context, "en": row.en, "sw": row.sw} for row in contexts()],
        }
        typer.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    _show((lang or system_language()).value)


def _show(language: str) -> None:
    from rich.console import Console
    from rich.table import Table

    from matukio.events.lexicon.ontology import contexts, ontology
    from matukio.export.terminal import PLAIN, QUAD_STYLES

    console = Console(markup=False, emoji=False, highlight=False)
    types = Table(
        "type", "mode", "", "quad", "score", "source of the score", box=PLAIN, show_edge=False, pad_edge=False
    )
    types.columns[4].justify = "right"
    for row in ontology():
        meaning = row.en if language == "en" else row.sw
        style = QUAD_STYLES.get(row.quad, "")
        types.add_row(
            "" if row.mode else row.type, row.mode, meaning, row.quad, f"{row.score:+.1f}", row.source, style=style
        )
    about = Table("context", "", box=PLAIN, show_edge=False, pad_edge=False)
    for context in contexts():
        about.add_row(context.context, context.en if language == "en" else context.sw)
    console.print(types)
    console.print()
    console.print(about)
