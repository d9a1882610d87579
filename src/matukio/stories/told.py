"""What an article tells of an event, as far as telling it from others needs; the same from a record and from a store.

«Rais Kofi Adomako wa Ghana» is known by his link and as «GHA GOV», «jeshi la Chad» as «TCD MIL».
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from matukio.record import Event, Party

Reference = tuple[Hashable, str]
"""An article's name or number, and the id of an event in it."""
Keys = frozenset[str]
"""What a party is known by."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells of an event, as far as telling it from others needs.

    `copied` names the event of another article that stands in the paragraph which this one copies.
    """

    article: Hashable
    event: str
    type: str
    mode: str | None
    status: str
    actors: tuple[Keys, ...]
    recipients: tuple[Keys, ...]
    date: str | None = None
    place: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    copied: Reference | None = None

    @property
    def reference(self) -> Reference:
        """Which event of which article it is."""
        return self.article, self.event


def told(article: Hashable, event: Event) -> Told:
    """What an article tells of one of its events."""
    place = event.place
    return Told(
        article, event.id, event.type, event.mode, event.status,
        tuple(map(party_keys, event.actors)), tuple(map(party_keys, event.recipients)),
        event.date.value if event.date else None,
        place.text if place else None, place.country if place else None,
        place.latitude if place else None, place.longitude if place else None,
    )  # fmt: skip


def party_keys(party: Party) -> Keys:
    """What a party is known by: its link, its country with its sector, the country for a state."""
    return keys_of(party.link, party.country, party.sector)


def keys_of(link: str | None, country: str | None, sector: str | None) -> Keys:
    """As `party_keys`, for the parts of a party."""
    keys = {link} if link and not link.startswith("cty:") else set()
    if country:
        keys.add(f"{country} {sector or 'GOV'}")
    elif sector and not keys:
        keys.add(sector)
    return frozenset(keys)


def by_word(events: Iterable[tuple[str, Told]]) -> dict[tuple[str, str], Told]:
    """Type and word → the first of an article's events, each given with the word that tells it: what a copy of that
    paragraph tells again. Words are compared as `str.casefold` has them."""
    found: dict[tuple[str, str], Told] = {}
    for word, event in events:
        found.setdefault((event.type, word.casefold()), event)
    return found
