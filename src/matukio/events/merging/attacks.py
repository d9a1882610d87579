"""Whether two tellings of violence can mean the same people, who have no name.

«Mtu mwenye silaha aliwaua watu kumi. Mzungu huyo aliwapiga risasi wanafunzi.» is one attack; «mshambuliaji ameuawa» is
another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.record import Party

NEAR: Final = 3
"""In how many sentences an attack goes on to be told in other words for the same people."""
ARMED: Final = frozenset(["CRM", "REB", "UAF"])
ATTACKERS: Final = (frozenset(["CRM", "UAF"]), frozenset(["CRM", "CVL", "LAB", "UAF", None]))
VICTIMS: Final = (frozenset(["CVL"]), frozenset(["CVL", "EDU", "JRN", "LAB", "MED", "REL", None]))
"""(sectors of which one of two parties has to be, sectors of the other): «mtu mwenye silaha» and «mzungu mmoja», «watu
148» and «wanafunzi»."""


def alike(known: Sequence[Party], told: Sequence[Party], sectors: tuple[frozenset[str | None], ...]) -> bool:
    """Whether two tellings may mean the same people who have no name."""
    one, other = sectors
    return any(
        not (a.name or b.name)
        and a.country == b.country
        and (a.sector in one and b.sector in other or a.sector in other and b.sector in one)
        for a in known
        for b in told
    )


def attackers_fell(actors: Sequence[Party], doers: Sequence[Party], fallen: Sequence[Party]) -> bool:
    """«mshambuliaji ameuawa na polisi»: the death of those who attacked is no part of their attack."""
    if not fallen or any(p.sector not in ARMED for p in fallen):
        return False
    return any(p.sector in ARMED for p in actors) and not any(p.sector in ARMED for p in doers)


FORCES: Final = frozenset(["COP", "GOV", "MIL"])


def are_opposed(actors: Sequence[Party], doers: Sequence[Party]) -> bool:
    """«serikali ilianza mashambulizi» and «shambulizi la waasi»: a state's attack and its rebels' are two."""
    one, other = {p.sector for p in actors}, {p.sector for p in doers}
    if not one or not other:
        return False
    return one <= FORCES and other == {"REB"} or other <= FORCES and one == {"REB"}
