"""Bodies that no table has, by the words of their names: «Wizara ya Afya ya Palestina» is PSE GOV, «Mahakama» JUD."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from matukio.entities.bodies import KEEPS
from matukio.entities.homes import Homes
from matukio.entities.knowledge import OF_STATES_TOGETHER
from matukio.entities.matching import names as known
from matukio.entities.parties import OFFICE, describe
from matukio.entities.sequences import is_capitalised, is_ordinary
from matukio.record import Entity
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.placing import PLACING_OR_FROM
from matukio.swahili.text import Text

OF_STATE: Final = frozenset("GOV LEG JUD MIL COP SPY".split())
"""Sectors whose bodies belong to a country."""


def with_its_kind(text: Text, name: Entity, names: Sequence[Entity]) -> Entity:
    """An unlisted body with what its own words tell: «Wizara ya Afya ya Palestina» is PSE GOV, «Mahakama Kuu» JUD of
    the country named right after it, else of the place where things happen."""
    first, last = text.indices_at(name.start, name.end)
    found = describe(text, first, last, [], None)
    whole = _part_of(text, last, names)
    if whole is not None:
        sector = found.sector if found.sector in KEEPS else whole.sector
        return replace(name, country=whole.country, sector=sector)
    matches = (known().at(text, index, last) for index in range(first, last))
    country = next((m.entries[0].country for m in matches if m is not None and m.entries[0].type == "LOC"), None)
    if not found.rules or found.rules[0] != OFFICE or found.sector is None:
        return name if country is None else replace(name, country=country)
    if found.sector == "IGO" and country is None and _has_foreign_words(text, first, last):
        return name  # «Jumuiya ya Zambora Liberties»: no body of states because it is called jumuiya
    country = country or found.country
    if country is None and found.sector in OF_STATE:
        country = _country_after(text, last, names) or Homes(text, names).at(first)
    return replace(name, country=country, sector=found.sector)


def _has_foreign_words(text: Text, first: int, last: int) -> bool:
    """Whether a body's name has words with capitals that are none of the language's own."""
    foreign = (i for i in range(first, last) if is_capitalised(text, i) and not is_ordinary(text, i))
    return any(known().at(text, index, last) is None for index in foreign)


def _part_of(text: Text, last: int, names: Sequence[Entity]) -> Entity | None:
    """«Baraza Kuu la Chadema», «Kamati Kuu ya CCM»: the body that a body belongs to."""
    if last + 1 >= len(text) or text.lowers[last] not in CONNECTIVES:
        return None
    start = text.starts[last + 1]
    return next((n for n in names if n.start == start and n.type == "ORG" and n.sector is not None), None)


def _country_after(text: Text, last: int, names: Sequence[Entity]) -> str | None:
    """«Mahakama Kuu ya Kenya», «Wizara ya Afya nchini Togo», «Tume ya Uchaguzi Ghana», and of whom speaks for it:
    «msemaji wa Wizara ya Mambo ya Nje Zhao Lijian»."""
    if last < len(text):
        start = text.starts[last]
        person = next((n for n in names if n.start == start and n.type == "PER" and n.link is not None), None)
        if person is not None and person.sector in OF_STATE and person.country not in OF_STATES_TOGETHER:
            return person.country
    after = last + 1 if last < len(text) and text.lowers[last] in CONNECTIVES | PLACING_OR_FROM else last
    if after >= len(text):
        return None
    start = text.starts[after]
    return next((name.country for name in names if name.start == start and name.type == "LOC"), None)
