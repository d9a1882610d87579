"""A second noun that says without a connective what the first is: «mgombea mwenza», «daktari bingwa», «naibu spika»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.swahili.categories import category, is_one_person
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import files, read_table

STATES: Final = frozenset("nchi mataifa taifa serikali".split())
OF_STATES: Final = frozenset("wanachama mwanachama jirani wafadhili washirika mshirika".split())
"""Nouns that say of a state what it is, without a connective."""
STANDING_IN: Final = frozenset(["naibu", "kaimu", "makamu", "makamo"])
"""Before an office they say who stands in for it: «naibu spika», «kaimu waziri», «makamu mwenyekiti»."""
SOMEBODY: Final = "somebody"
"""What stands in the table for any person of the same number as the second noun."""


@dataclass(frozen=True, slots=True)
class JoinedNoun:
    """A row of joined_nouns.tsv: the second noun, the first ones that it follows («somebody»: any person of the same
    number), both together."""

    second: str
    first: str
    example: str


@cache
def _joined() -> dict[str, frozenset[str]]:
    rows = read_table(files(__package__) / "joined_nouns.tsv", JoinedNoun)
    return {row.second: frozenset(row.first.split()) for row in rows}


def is_joined(text: Text, head: int) -> bool:
    """Whether the word after a noun is a second noun of its own kind that belongs to it."""
    first, second = text.lowers[head], text.lowers[head + 1]
    if first in STANDING_IN:
        return is_one_person(text, head + 1)
    if first in STATES and second in OF_STATES:
        return True
    heads = _joined().get(second) if category(text, head + 1) in "NA" else None
    if heads is None:
        return False
    if first in heads:
        return True
    somebody, told = VOCABULARY.analyses(text.types[head]), VOCABULARY.analyses(text.types[head + 1])
    return SOMEBODY in heads and any(a.animate and any(a.plural == b.plural for b in told) for a in somebody)
