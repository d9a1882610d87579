"""The lists of the page as data: what each asks, by what it can be narrowed, and how its rows are shown.

/events?actor=KEN → View("events"): a form with who, to whom, type …, and a table of events
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from matukio.export.labels import kind_key
from matukio.record import ENTITY_TYPES, EVENT_TYPES, SECTORS, STANCES, STATUSES
from matukio.web import questions
from matukio.web.questions import Answer


@dataclass(frozen=True, slots=True)
class View:
    """A list at `/name`, called as the label `title` says; `kind` is that of its rows in `matukio.export.answers`."""

    name: str
    title: str
    kind: str
    ask: Callable[..., Answer]
    fields: tuple[str, ...]
    plot: bool = False
    needs: tuple[str, ...] = ()
    """Fields without which there is nothing to show yet."""


_DAYS = ("from", "to")

VIEWS = (
    View("articles", "web.newest", "articles", questions.articles, ("publisher", *_DAYS)),
    View("search", "web.search", "articles", questions.search, ("q", "publisher", *_DAYS), needs=("q",)),
    View(
        "events", "section.events", "events", questions.events,
        ("actor", "recipient", "type", "status", "place", "source", "publisher", *_DAYS, "min_confidence"),
    ),
    View(
        "claims", "section.claims", "claims", questions.claims,
        ("speaker", "target", "stance", "about", "publisher", *_DAYS, "min_confidence"),
    ),
    View(
        "timeline", "web.timeline", "events", questions.timeline,
        ("first", "second", "type", "status", "place", *_DAYS, "min_confidence"), plot=True, needs=("first",),
    ),
    View(
        "relations", "web.relations", "relations", questions.relations,
        ("first", "second", "type", "status", *_DAYS, "min_confidence"), plot=True, needs=("first", "second"),
    ),
    View("entities", "section.names", "entities", questions.entities, ("name", "entity_type", "country", "sector")),
)  # fmt: skip

NAVIGATION = (
    ("articles", "section.articles"), ("stories", "web.stories"), ("events", "section.events"),
    ("claims", "section.claims"), ("timeline", "web.timeline"), ("relations", "web.relations"),
    ("entities", "section.names"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its name in the address, its label, its type in HTML, and its choices with their labels."""

    name: str
    label: str
    type: str = "text"
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()


def _coded(what: str, codes: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((code, (f"{what}.{code}",)) for code in codes)


def _types() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Types and modes; a mode that several types have is one choice with the labels of all."""
    found: dict[str, tuple[str, ...]] = {}
    for type, modes in EVENT_TYPES.items():
        for mode in (None, *modes):
            found[mode or type] = (*found.get(mode or type, ()), kind_key(type, mode))
    return tuple(found.items())


FIELDS = {
    "about": Field("about", "web.about"),
    "actor": Field("actor", "column.who"),
    "country": Field("country", "column.country"),
    "entity_type": Field("type", "column.kind", "choice", _coded("entity", ENTITY_TYPES)),
    "first": Field("first", "web.first"),
    "from": Field("from", "web.from", "date"),
    "min_confidence": Field("min_confidence", "web.min_confidence", "share"),
    "name": Field("name", "column.name"),
    "place": Field("place", "column.where"),
    "publisher": Field("publisher", "column.publisher"),
    "q": Field("q", "web.search", "search"),
    "recipient": Field("recipient", "column.to_whom"),
    "second": Field("second", "web.second"),
    "sector": Field("sector", "column.sector", "choice", _coded("sector", SECTORS)),
    "source": Field("source", "column.according_to"),
    "speaker": Field("speaker", "column.who"),
    "stance": Field("stance", "column.stance", "choice", _coded("stance", STANCES)),
    "status": Field("status", "column.status", "choice", _coded("status", STATUSES)),
    "target": Field("target", "web.target"),
    "to": Field("to", "web.to", "date"),
    "type": Field("type", "column.what", "choice", _types()),
}
