"""The command that takes words apart: `matukio words "Wameishtumu Pyongyang"`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from matukio.cli.messages import refuse


def words(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Swahili text, or - for the input.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print each sentence as one line of JSON.")] = False,
    conllu: Annotated[
        bool, typer.Option("--conllu", help="Print CoNLL-U: Universal Dependencies tags and features.")
    ] = False,
) -> None:
    """Take words apart: pieces and their meaning, lemma, noun class."""
    if as_json and conllu:
        refuse("--json and --conllu would print into each other; choose one")
    from matukio.swahili import analyze

    given = sys.stdin.buffer.read().decode("utf-8", "replace") if text == ["-"] else " ".join(text)
    analysed = analyze(given)
    if as_json:
        import json

        from matukio.export.words import sentence_as_dict

        for sentence in analysed.sentences:
            sys.stdout.write(json.dumps(sentence_as_dict(sentence), ensure_ascii=False) + "\n")
    elif conllu:
        from matukio.export.words import to_conllu

        sys.stdout.write(to_conllu(analysed))
    else:
        from rich.console import Console

        from matukio.export.words import show_words

        show_words(Console(markup=False, emoji=False, highlight=False), analysed)
