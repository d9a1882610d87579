"""What every command says on standard error, in what language, and how it ends when it was asked for the impossible.

matukio: habari.txt: no such file; check its name
"""

from __future__ import annotations

import os
import re
import sys
from enum import StrEnum
from typing import NoReturn

import typer

BAD_INPUT = 2


class Language(StrEnum):
    """What the labels are written in."""

    ENGLISH = "en"
    SWAHILI = "sw"


def system_language() -> Language:
    """The language of the system's messages, where it is one of ours; Windows spells it «Swahili_Kenya»."""
    import locale

    names = [os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    name = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return Language.SWAHILI if re.match(r"(sw|swahili)\b|(sw|swahili)_", name, re.IGNORECASE) else Language.ENGLISH


def complain(message: str) -> None:
    """One line on standard error, in the program's name."""
    from matukio.export.wording import one_line

    print(f"matukio: {one_line(message)}", file=sys.stderr)


def refuse(message: str) -> NoReturn:
    """Say what is wrong with the user's input, and end with the exit code for that."""
    complain(message)
    raise typer.Exit(BAD_INPUT)
