"""Types and modes with their quad, their score on the conflict–cooperation scale and their names in two languages.

CONSULT `visit` is verbal cooperation, «visit», «ziara».
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class OntologyRow:
    """A type, or one of its modes: `quad`, `score` from -10 conflict to +10 cooperation, and `source` of the score."""

    type: str
    mode: str = ""
    quad: str = ""
    score: float = 0.0
    en: str = ""
    sw: str = ""
    source: str = ""


@cache
def ontology() -> tuple[OntologyRow, ...]:
    """Every type and mode, in the table's order."""
    return tuple(read_table(files(__package__) / "ontology.tsv", OntologyRow))


@dataclass(frozen=True, slots=True)
class ContextRow:
    """A row of contexts.tsv: `words` are lemmas, or several words as written."""

    context: str
    en: str
    sw: str
    words: tuple[str, ...]


@cache
def contexts() -> tuple[ContextRow, ...]:
    """What acts are about, in the table's order."""
    return tuple(read_table(files(__package__) / "contexts.tsv", ContextRow))


@cache
def _rows() -> dict[tuple[str, str | None], OntologyRow]:
    return {(row.type, row.mode or None): row for row in ontology()}


def entry(type: str, mode: str | None) -> OntologyRow:
    """The row of a type and mode, else of the type."""
    return _rows().get((type, mode)) or _rows()[type, None]


def plover_type(type: str, status: str) -> str:
    """PLOVER's own rule: cooperation still to come counts as AGREE, a yielding still to come as CONCEDE."""
    if status not in ("planned", "hypothetical"):
        return type
    if type == "RETREAT":
        return "CONCEDE"
    return "AGREE" if entry(type, None).quad.endswith("cooperation") and type not in ("AGREE", "CONCEDE") else type
