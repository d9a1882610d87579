"""Nouns by what they stand for: «binti» is kin of somebody, «taasisi» a body, «samaki» an animal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class NounKind:
    """A row of noun_kinds.tsv."""

    noun: str
    kind: str


@cache
def nouns_of(kind: str) -> frozenset[str]:
    """The nouns of a kind: «animal», which does and says nothing in the news, «kin» after whom it is told whose, «body»
    for what a body is besides."""
    return frozenset(
        row.noun for row in read_table(files(__package__) / "noun_kinds.tsv", NounKind) if row.kind == kind
    )
