"""Words that set the status of the act they govern, out of cues.tsv.

In «Rais anatarajiwa kuzuru Togo» «anatarajiwa» is a cue of what is planned.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of cues.tsv."""

    cue: str
    kind: str
    status: str
    example: str


@cache
def cues(kind: str) -> dict[str, str]:
    return {row.cue: row.status for row in read_table(files(__package__) / "cues.tsv", Cue) if row.kind == kind}


@cache
def phrases_by_word() -> dict[str, list[tuple[list[str], str]]]:
    """First word → the words and the status of each phrase that it opens."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, status in cues("phrase").items():
        words = phrase.split()
        found.setdefault(words[0], []).append((words, status))
    return found
