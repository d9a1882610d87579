"""The body or country that «kundi hilo», «chama hicho», «nchi hiyo» takes up, for phrases like «msemaji wa kundi hilo».

«Hamas ilikubali. Msemaji wa kundi hilo alisema …»: the spokesman is PSE REB.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matukio.entities.earlier import SENTENCES
from matukio.entities.knowledge import rebels_who_govern
from matukio.entities.rows import kept, rows
from matukio.record import Entity
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.text import Text

DEMONSTRATIVES: Final = frozenset("hilo hiyo hicho huo hili hii hiki huu".split())
COUNTRIES: Final = frozenset(["nchi", "taifa"])


@dataclass(frozen=True, slots=True)
class Body:
    """A row of bodies.tsv: a noun for a body and the sectors of what it can stand for, the likeliest first."""

    noun: str
    sectors: tuple[str, ...]


@kept
def bodies() -> dict[str, Body]:
    return {row.noun: row for row in rows("bodies.tsv", Body)}


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The noun's index and what was named before."""

    index: int
    name: Entity


def taken_up(text: Text, first: int, last: int, names: Sequence[Entity]) -> TakenUp | None:
    """The first noun with a demonstrative in the words first … last - 1 that means a body or country named before."""
    for index in range(first, last - 1):
        if text.lowers[index + 1] in DEMONSTRATIVES:
            name = _named_before(text, index, names)
            if name is not None:
                return TakenUp(index, name)
    return None


def _named_before(text: Text, index: int, names: Sequence[Entity]) -> Entity | None:
    """The nearest name before the noun that it can stand for."""
    noun = text.lowers[index]
    body = bodies().get(noun)
    if body is None and noun not in COUNTRIES:
        return None
    start = text.starts[index]
    begin = text.starts[text.firsts[max(0, text.sentence_number_at(start) - SENTENCES)]]
    for name in reversed(names):
        if is_told_apart(text, index, name):
            continue
        if begin <= name.start < start and (
            can_be_called(name, body) if body is not None else name.link is not None and name.link.startswith("cty:")
        ):
            return name
    return None


def can_be_called(name: Entity, body: Body) -> bool:
    """Whether a named body can be meant by the noun; rebels who govern are «kundi hilo» still."""
    if name.type != "ORG":
        return False
    return name.sector in body.sectors or ("REB" in body.sectors and name.link in rebels_who_govern())


OF_MANY: Final = frozenset("baraza kamati mahakama tume wizara".split())
"""Nouns of which a state has many, told apart by what follows «la»."""
NEAR: Final = 4


def is_told_apart(text: Text, index: int, name: Entity) -> bool:
    """«Baraza la Usalama la Umoja wa Mataifa … baraza hilo la jeshi»: the noun with a complement of its own, which
    stands nowhere about the name, is another body."""
    told = text.lowers[index + 2 : index + 4]
    if text.lowers[index] not in OF_MANY or len(told) < 2 or told[0] not in CONNECTIVES or told[1].startswith("ki"):
        return False
    first, last = text.indices_at(name.start, name.end)
    return told[1] not in text.lowers[max(0, first - NEAR) : last]
