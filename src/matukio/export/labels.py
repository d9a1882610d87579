"""What codes and columns are called in English and in Swahili: CONSULT is «meet» or «kukutana».

>>> labels("sw")["status.planned"]
'imepangwa'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.tables import read_table

Labels = Mapping[str, str]

LANGUAGES = ("en", "sw")


@dataclass(frozen=True, slots=True)
class Label:
    """A key such as `status.planned` with its words in each language."""

    key: str
    en: str
    sw: str


@cache
def labels(language: str) -> Labels:
    """All labels of a language, «en» or «sw», by their keys."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    rows = read_table(files("matukio.export") / "labels.tsv", Label)
    return {row.key: row.sw if language == "sw" else row.en for row in rows}
