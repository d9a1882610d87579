"""Persons told in a row are of one kind: «Majaji Juma Moussa, Asha Zuberi na Neema Kitwana» are judges all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from matukio.entities.heads import find_head, phrase_around
from matukio.entities.knowledge import cues
from matukio.record import Entity
from matukio.swahili.text import Text

GAP: Final = 5
"""Letters and blanks between two names of a row: «, », « na »."""
COMPANY: Final = 2
"""How many of a row the tables must know."""
MOST: Final = 0.75
"""Which part of them must be of one country and sector."""
JOINING: Final = frozenset([",", "na", "pamoja", "maarufu", "kama"])


class Role(NamedTuple):
    """Country and sector of a person; whether the words themselves tell the country."""

    country: str | None
    sector: str | None
    told: bool = False


def role_of_list(
    text: Text, name: Entity, persons: Sequence[Entity], roles: dict[str, Role], keys: dict[str, str]
) -> Role | None:
    """«Majaji Juma Moussa, Asha Zuberi na Neema Kitwana»: the role of the person named right before."""
    before = next((other for other in persons if 0 < name.start - other.end <= GAP), None)
    if before is None or text.string[before.end : name.start].strip(" ,") not in ("", "na"):
        return None
    role = roles.get(keys[before.id]) or (Role(before.country, before.sector) if before.link is not None else None)
    first, _ = phrase_around(text, *text.indices_at(before.start, before.end))
    head = find_head(text, first, text.index_at(before.start))
    if head is None:
        return role_of_list(text, before, persons, roles, keys)
    return role if text.likeliest[head.first].plural else None


def role_of_company(text: Text, persons: Sequence[Entity], number: int) -> Role | None:
    """«John Heche, Peter Msigwa, Hashim Juma»: what nearly all the listed persons of a row are."""
    begin = end = number
    while begin > 0 and _joined(text, persons[begin - 1], persons[begin]):
        begin -= 1
    while end + 1 < len(persons) and _joined(text, persons[end], persons[end + 1]):
        end += 1
    listed = [(name.country, name.sector) for name in persons[begin : end + 1] if name.link is not None]
    if len(listed) < COMPANY:
        return None
    usual, number_of_them = Counter(listed).most_common(1)[0]
    return Role(*usual) if number_of_them >= MOST * len(listed) else None


def _joined(text: Text, one: Entity, other: Entity) -> bool:
    """Whether nothing but «na», commas, titles and a nickname stands between two names."""
    words = text.string[one.end : other.start].replace(",", " , ").split()
    nickname = "maarufu" in words
    return bool(words) and all(
        word in JOINING or (nickname and word[0].isupper()) or is_title(word.lower().rstrip(".")) for word in words
    )


def is_title(word: str) -> bool:
    """Whether a word stands before a person's name."""
    cue = cues().get(word)
    return cue is not None and cue.type == "PER"
