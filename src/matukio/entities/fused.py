"""Two names that stand together: «Juventus Pavel Nedved», «Museveni Kampala», «Nairobi Kenya».

What tagger and rules take for one name is cut where the tables know the first part and the second is a name of another
kind: a body and its person, a person and the town of a headline, a town and its country.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from matukio.entities.finding import Found
from matukio.entities.knowledge import Entry, first_names
from matukio.entities.matching import Match, folded, names
from matukio.entities.sequences import INNER, can_be_name
from matukio.entities.words import body_words
from matukio.swahili.text import Text

TOWNS: Final = frozenset(["capital", "city", "town"])
FUSED: Final = "name: two names together"
ARMED: Final = frozenset(["REB", "MIL", "COP"])


def apart(text: Text, each: Found) -> Iterator[Found]:
    """The name, or the two that it is made of."""
    first = names().at(text, each.first, each.last) if each.last > each.first + 1 else None
    if first is None or first.last >= each.last:
        yield each
        return
    joined = first.last + 1 < each.last and text.lowers[first.last] == "na"
    second = names().at(text, first.last + joined, each.last)
    whole = second if second is not None and second.last == each.last else None
    found = _two(text, first, whole) if whole is not None else _body_and_person(text, first, each)
    if found is None:
        yield each
    else:
        yield from found


def _two(text: Text, first: Match, second: Match) -> list[Found] | None:
    """Two known names that are no one name together."""
    for one in first.entries:
        for other in second.entries:
            if _stand_apart(text, first, one, other):
                return [_found(first, one), _found(second, other)]
    return None


def _stand_apart(text: Text, first: Match, one: Entry, other: Entry) -> bool:
    """«Nairobi Kenya», «Paul Kagame Paul Rusesabagina», «Arsenal Chelsea», «Museveni Kampala», «Taliban Ghazni»."""
    town = one.kind in TOWNS and other.kind == "country" and one.country == other.country
    whole = one.full and other.full and one.kind == other.kind and one.kind in ("person", "club")
    lone = one.kind == "person" and not one.full and folded(text.types[first.first]) not in first_names()
    in_town = (lone or (one.kind == "person" and one.full)) and other.kind in TOWNS
    group = one.type == "ORG" and one.sector in ARMED and other.kind in TOWNS
    body = one.type == "ORG" and other.kind == "person" and other.full
    return town or whole or in_town or group or body


def _body_and_person(text: Text, first: Match, each: Found) -> list[Found] | None:
    """«Juventus Pavel Nedved», «Arsenal Zamboro», «Paul Kagame Asha Zuberi»: a body or a whole person, and a person by
    the first name or as one of a club."""
    body = next((entry for entry in first.entries if entry.type == "ORG"), None)
    body = body or next((entry for entry in first.entries if entry.kind == "person" and entry.full), None)
    rest = [at for at in range(first.last, each.last) if text.string[text.starts[at]].isalpha()]
    if body is None or each.type == "LOC" and body.kind != "club" or not all(_can_stand(text, at) for at in rest):
        return None
    words = {folded(text.types[at]) for at in rest}
    named = len(rest) > 1 and folded(text.types[first.last]) in first_names()
    if words & body_words() or not (named or body.kind == "club"):
        return None
    return [_found(first, body), replace(each, first=first.last, type="PER", rule=FUSED, entry=None)]


def _can_stand(text: Text, index: int) -> bool:
    return can_be_name(text, index) or text.lowers[index] in INNER


def _found(match: Match, entry: Entry) -> Found:
    return Found(match.first, match.last, entry.type, FUSED, entry)
