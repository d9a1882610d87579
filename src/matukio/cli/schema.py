"""The command that prints what a record may hold: `matukio schema`."""

from __future__ import annotations

import typer


def print_schema() -> None:
    """Print the JSON Schema of the article record."""
    import json

    from matukio.schema import schema

    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
