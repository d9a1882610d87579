"""Whose people are told by the place right after them: «wanafunzi katika chuo kikuu cha Lomé», «polisi mjini Accra»."""

from __future__ import annotations

from dataclasses import replace

from matukio.entities.homes import BODIES
from matukio.record import Party
from matukio.references import Discourse
from matukio.swahili import Clauses
from matukio.swahili.placing import PLACING
from matukio.swahili.vocabulary import VOCABULARY


def of_the_place_after(discourse: Discourse, clauses: Clauses, party: Party) -> Party:
    """The party with the country of the place told right after it, when its own words name none."""
    text = discourse.text
    if party.name is not None or party.link is not None or party.country in BODIES:
        return party
    first, last = text.indices_at(party.start, party.end)
    if last + 1 >= clauses.sentence.last or VOCABULARY.lowers[text.types[last]] not in PLACING:
        return party
    place = next((p for p in clauses.phrases if last < p.first <= last + 2), None)
    if place is None:
        return party
    names = discourse.names_in(place.first, place.last)
    told = next((n.country for n in names if n.type == "LOC" and n.country and n.country not in BODIES), None)
    if told is None or told == party.country or discourse.own_country(first, last) is not None:
        return party
    return replace(party, country=told)
