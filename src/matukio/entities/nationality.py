"""The country that an article says of a person: «Juma Moussa, wakili na raia wa Togo», «Asha Zuberi kutoka Ghana»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.entities.parties import describe
from matukio.record import Entity
from matukio.swahili.text import Text

UP_TO_CITIZEN: Final = 14
"""How many words after a name «raia wa» may stand."""


def told_beside_name(text: Text, name: Entity, names: Sequence[Entity]) -> str | None:
    """The country said after a person's name, else right before it: «mcheza filamu wa Togo Asha Zuberi»."""
    if (country := told_after_name(text, name, names) or citizen_of(text, name, names)) is not None:
        return country
    before = next((n for n in names if n.type == "LOC" and text.string[n.end : name.start] == " "), None)
    index = text.index_at(before.start) if before is not None else 0
    return before.country if before is not None and index and text.lowers[index - 1] == "wa" else None


def citizen_of(text: Text, name: Entity, names: Sequence[Entity]) -> str | None:
    """«Juma Moussa, ambaye pia ni wakili, raia wa Togo,»: the country whose citizen somebody is said to be."""
    last = text.index_at(name.end - 1) + 1
    end = min(last + UP_TO_CITIZEN, text.sentence_at(name.start).last - 2)
    at = next((i for i in range(last, end) if text.lowers[i] == "raia" and text.lowers[i + 1] == "wa"), None)
    if at is None or any(n.type == "PER" and name.end < n.start < text.starts[at] for n in names):
        return None
    verbs = (text.likeliest[i].verb for i in range(last, at))
    if any(verb is not None and verb.relative is None for verb in verbs):
        return None
    start = text.starts[at + 2]
    return next((other.country for other in names if other.start == start and other.type == "LOC"), None)


def told_after_name(text: Text, name: Entity, names: Sequence[Entity]) -> str | None:
    """«Jaji Asha Zuberi wa Togo», «Juma Moussa kutoka Ghana»: the country said after a person's name."""
    last = text.index_at(name.end - 1) + 1
    if last + 1 >= len(text) or text.lowers[last] not in ("wa", "kutoka"):
        return None
    start = text.starts[last + 1]
    return next((other.country for other in names if other.start == start and other.type == "LOC"), None)


def own_country(text: Text, first: int, last: int, names: Sequence[Entity]) -> str | None:
    """The country that the words themselves tell."""
    return describe(text, first, last, names, None).country
