"""Unlisted persons get what their office tells: after «msemaji wa polisi Ally Zuberi», «Zuberi» is COP too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matukio.entities.heads import phrase_around
from matukio.entities.homes import home_country
from matukio.entities.parties import describe
from matukio.record import Entity
from matukio.swahili.text import Text


def with_roles(text: Text, names: Sequence[Entity]) -> tuple[Entity, ...]:
    """Persons whom no table knows with the country and sector of the office told with them, kept where named alone."""
    known: dict[str, tuple[str | None, str | None]] = {}
    home = home_country(text, names)
    result: list[Entity] = []
    for name in names:
        if name.type != "PER" or name.link is not None:
            result.append(name)
            continue
        first, last = phrase_around(text, text.index_at(name.start), text.index_at(name.end - 1) + 1)
        key = name.text.split()[-1]
        if (first, last) != (text.index_at(name.start), text.index_at(name.end - 1) + 1):
            found = describe(text, first, last, [n for n in names if n is not name], home)
            if found.sector is not None and found.link is None:
                known.setdefault(key, (found.country, found.sector))
        country, sector = known.get(key, (None, None))
        result.append(replace(name, country=country, sector=sector))
    return tuple(result)
