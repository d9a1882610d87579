"""The parts of a record in words, the same in the terminal, on a page and in an explanation.

>>> party(Party("Rais wa Ghana", 0, 13, country="GHA", sector="GOV"))
'Rais wa Ghana (GHA·GOV)'
"""

from __future__ import annotations

import re
from typing import Protocol

from matukio.export.labels import Labels, kind_key
from matukio.record import Event, Party, Place, Time, When

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

# They turn the direction of the writing, so that a text shows other words than it has; Swahili needs none.
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

NOTHING = "–"
"""Stands where a column has nothing to say."""


class Words(Protocol):
    """Whatever has words of the article."""

    @property
    def text(self) -> str: ...


def one_line(text: str) -> str:
    """The text without line breaks and without control characters, which could steer a terminal."""
    return " ".join(_CONTROL.sub(" ", undirected(text)).split())


def undirected(text: str) -> str:
    """The text without marks that turn its direction."""
    return _DIRECTION.sub("", text)


def quoted(span: Words) -> str:
    """The words of a span, in the quotation marks that Swahili text seldom uses itself."""
    return f"«{one_line(span.text)}»"


def codes(party: Party) -> str:
    """«GHA·GOV», or what of it is known; without a space, so that no line ends inside it."""
    return "·".join(code for code in (party.country, party.sector) if code)


def party(party: Party) -> str:
    """The party's words with its codes."""
    known = codes(party)
    return f"{one_line(party.text)} ({known})" if known else one_line(party.text)


def place(place: Place) -> str:
    """The words of a place with its country's code."""
    return f"{one_line(place.text)} ({place.country})" if place.country else one_line(place.text)


def moment(when: When) -> str:
    """The value of a date, or its words where the value says nothing yet."""
    return one_line(when.text) if is_unresolved(when) else when.value


def is_unresolved(time: When | Time) -> bool:
    """Whether the value waits for the date of publication."""
    return time.value.startswith("XXXX")


def kind(event: Event, labels: Labels) -> str:
    """What sort of act an event is: «visit» for CONSULT in its mode `visit`."""
    return labels[kind_key(event.type, event.mode)]
