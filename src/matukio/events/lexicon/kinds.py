"""Kinds of violence: a coup, an abuse, a fight and a killing are acts apart, whoever does them.

«Jeshi lilifanya mapinduzi. Wanafunzi watatu waliuawa.» tells of two, though both are ASSAULT of one army.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.events.lexicon.acts import Act
from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of violence.tsv: an act of acts.tsv and its kind."""

    act: str
    kind: str


@cache
def _kinds() -> dict[str, str]:
    return {row.act: row.kind for row in read_table(files(__package__) / "violence.tsv", Kind)}


def kind_of(act: Act) -> str:
    """The kind of violence, nothing for what can be any («shambulizi») and for other types."""
    return _kinds().get(" ".join((act.lemma, *act.rest)), "") if act.type == "ASSAULT" else ""


TOGETHER: Final = frozenset({frozenset({"kill", ""}), frozenset({"fight", ""}), frozenset({"crime", "kill"})})
"""Kinds that may tell one act: who is killed was attacked, who fights attacks, a massacre is a crime."""


def can_be_one(one: str, other: str) -> bool:
    """Whether two kinds can tell one act."""
    return one == other or frozenset({one, other}) in TOGETHER
