"""What codes and columns are called in English and in Swahili: CONSULT is «meet» or «kukutana».

>>> labels("sw")["status.planned"]
'imepangwa'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.events.lexicon.ontology import ontology
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
    """All labels of a language, «en» or «sw», by their keys; types and modes have theirs from the ontology."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    table = files("matukio") / "export" / "labels.tsv"
    found = {row.key: (row.en, row.sw) for row in read_table(table, Label)}
    found |= {kind_key(row.type, row.mode): (row.en, row.sw) for row in ontology()}
    return {key: words[LANGUAGES.index(language)] for key, words in found.items()}


def kind_key(type: str, mode: str | None) -> str:
    """The key of the label that a type has by itself or in one of its modes."""
    return f"type.{type}.{mode}" if mode else f"type.{type}"
