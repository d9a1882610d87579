"""Parties that are a name: alone, after a title, before an apposition. «Rais wa zamani Koroma» is ELI.

A name says who it is («Putin» RUS GOV); the title told with it counts more than the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.entities.description import Description
from matukio.entities.heads import find_head, is_former
from matukio.entities.knowledge import Office, countries
from matukio.record import Entity
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.placing import PLACING_OR_FROM
from matukio.swahili.text import Text

JOINING: Final = CONNECTIVES | PLACING_OR_FROM
AFTER_NAMES: Final = JOINING | {","}
BEFORE_COMPLEMENTS: Final = CONNECTIVES | {"kwa", "na"}
TITLES: Final = frozenset("rais bwana bw bi waziri mkuu mteule mpya .".split())
LEAVES_OFFICE: Final = frozenset(["GOV", "LEG", "MIL", "JUD", "COP", "SPY"])
"""Sectors whose former holders are notables (ELI)."""
SEATS: Final = {"LEG": frozenset(["GOV", "ELI", "OPP", "PTY"]), "GOV": frozenset(["LEG", "ELI", "OPP", "PTY"])}
"""Sectors that a title in the article overrules: the tables date few ministers and members of parliaments."""
NAME: Final = ("party: name",)


def as_name(text: Text, first: int, last: int, inside: Sequence[Entity], home: str | None) -> Description | None:
    """The phrase's own name when it is one: alone, after a title, or before an apposition."""
    person = next((e for e in inside if _is_somebody(e) and not is_complement(text, e, first)), None)
    if person is not None:
        begin = text.index_at(person.start)
        own = None if person.link is not None else _country_told_after(text, person, inside)
        sector = _sector_with_title(text, person, first, begin, last)
        return Description(own or person.country or home, sector, person.name, person.link, ("party: person",))
    if inside and inside[0].start == text.starts[first] and (inside[0].country or inside[0].sector):
        name = inside[0]
        if _is_somebody(name) or (name.type != "PER" and _only_name(text, name, last)):
            return of_name(name, home)
    return None


def _country_told_after(text: Text, person: Entity, inside: Sequence[Entity]) -> str | None:
    """«Rais Juma Adomako wa Togo»: of whom the tables do not know, the country said after the name."""
    at = text.index_at(person.end - 1) + 1
    told = next((n for n in inside if n.start > person.end and text.index_at(n.start) == at + 1), None)
    joined = told is not None and told.type == "LOC" and text.lowers[at] == "wa"
    return told.country if told is not None and joined else None


def _sector_with_title(text: Text, person: Entity, first: int, begin: int, last: int) -> str | None:
    """The office told before the name counts more than the table: «Waziri Duale» GOV, «Rais wa zamani Koroma» ELI."""
    title = find_head(text, first, begin) if begin > first else None
    if is_former(text, first, last):
        rose = title is not None and title.office.sector == "MIL" and person.sector == "GOV"
        # «aliyekuwa jenerali wa jeshi Sisi» governs now
        return "ELI" if person.sector in LEAVES_OFFICE and not rose else person.sector
    return person.sector if title is None or not overrules(title.office, person) else title.office.sector


def overrules(title: Office, person: Entity) -> bool:
    """Whether the title tells of a seat that the table does not know."""
    return not title.carrier and title.sector is not None and person.sector in SEATS.get(title.sector, ())


def _is_somebody(name: Entity) -> bool:
    """A person of whom more is known than that the text names no office (see `with_roles`)."""
    if name.link is not None:
        return name.type == "PER" and bool(name.country)
    return name.type == "PER" and name.sector not in (None, "CVL")


def is_complement(text: Text, name: Entity, first: int) -> bool:
    """«wafuasi wa Fayulu», «msemaji wa Rais Fayulu», «mke wa rais wa zamani Fayulu»: the name only says whose."""
    index = text.index_at(name.start) - 1
    if index - 2 > first and text.lowers[index] in ("zamani", "sasa", "mpito"):
        index -= 2
    while index > first and text.lowers[index] in TITLES:
        index -= 1
    return index >= first and text.lowers[index] in BEFORE_COMPLEMENTS


def _only_name(text: Text, name: Entity, last: int) -> bool:
    """Nothing after the name but brackets, marks, demonstratives: «Shirika la Afya Duniani (WHO)»."""
    index = text.index_at(name.end - 1) + 1
    return (
        all(
            not text.string[text.starts[i]].isalpha()
            or text.string[text.starts[i]].isupper()
            or text.lowers[i] in ("hiyo", "hilo", "hicho", "huyo", "wenyewe", "yenyewe", "lenyewe", "pia")
            for i in range(index, last)
        )
        or text.lowers[index] in AFTER_NAMES
    )


def of_name(name: Entity, home: str | None) -> Description:
    if name.type == "LOC" and name.country in countries():
        country = countries()[name.country]
        acting = name.text in country.capital or name.link == f"cty:{country.code}"
        if acting:
            return Description(country.code, "GOV", country.name, f"cty:{country.code}", NAME)
    own = name.country or (home if name.type != "LOC" else None)
    return Description(own, sector_of(name), name.name, name.link, NAME)


def sector_of(name: Entity) -> str | None:
    """A name's sector. Of whom nothing is told counts as a citizen in what people do and say, though not as a name."""
    return "CVL" if name.sector is None and name.type == "PER" and name.link is None else name.sector
