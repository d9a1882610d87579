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
from matukio.web.speaking import N_


@dataclass(frozen=True, slots=True)
class View:
    """A list at `/name`, called `title`; `kind` is that of its rows in `matukio.export.answers`."""

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
    View("articles", N_("Newest articles"), "articles", questions.articles, ("publisher", *_DAYS)),
    View("search", N_("Search"), "articles", questions.search, ("q", "publisher", *_DAYS), needs=("q",)),
    View(
        "events", N_("Events"), "events", questions.events,
        (
            "actor", "recipient", "type", "status", "place", "source", "publisher", *_DAYS, "min_confidence",
            "min_sources",
        ),
    ),
    View(
        "claims", N_("Claims"), "claims", questions.claims,
        ("speaker", "target", "stance", "answered", "about", "publisher", *_DAYS, "min_confidence"),
    ),
    View(
        "timeline", N_("Timeline"), "events", questions.timeline,
        ("first", "second", "type", "status", "place", *_DAYS, "min_confidence", "min_sources"), plot=True,
        needs=("first",),
    ),
    View(
        "relations", N_("Relations"), "relations", questions.relations,
        ("first", "second", "type", "status", *_DAYS, "min_confidence", "min_sources"), plot=True,
        needs=("first", "second"),
    ),
    View(
        "entities", N_("People, bodies, countries"), "entities", questions.entities,
        ("name", "entity_type", "country", "sector"),
    ),
)  # fmt: skip

NAVIGATION = (
    ("articles", N_("Articles")), ("stories", N_("Stories")), ("events", N_("Events")), ("claims", N_("Claims")),
    ("timeline", N_("Timeline")), ("relations", N_("Relations")), ("entities", N_("Names")), ("add", N_("Add")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its name in the address, its label, its type in HTML, its choices with the keys of theirs."""

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
    "about": Field("about", N_("Mentions")),
    "actor": Field("actor", N_("Who")),
    "answered": Field(
        "answered",
        N_("Answered"),
        "choice",
        (("true", ("answered.true",)), ("false", ("answered.false",))),
    ),
    "country": Field("country", N_("Country")),
    "entity_type": Field("type", N_("Kind"), "choice", _coded("entity", ENTITY_TYPES)),
    "first": Field("first", N_("Who")),
    "from": Field("from", N_("From"), "date"),
    "min_confidence": Field("min_confidence", N_("Sure to at least (0 to 1)"), "share"),
    "min_sources": Field("min_sources", N_("Independent sources, at least"), "count"),
    "name": Field("name", N_("Name")),
    "place": Field("place", N_("Where")),
    "publisher": Field("publisher", N_("Publisher")),
    "q": Field("q", N_("Search"), "search"),
    "recipient": Field("recipient", N_("To whom")),
    "second": Field("second", N_("With whom")),
    "sector": Field("sector", N_("Sector"), "choice", _coded("sector", SECTORS)),
    "source": Field("source", N_("According to")),
    "speaker": Field("speaker", N_("Who")),
    "stance": Field("stance", N_("Stance"), "choice", _coded("stance", STANCES)),
    "status": Field("status", N_("Status"), "choice", _coded("status", STATUSES)),
    "target": Field("target", N_("About whom")),
    "to": Field("to", N_("To"), "date"),
    "type": Field("type", N_("What"), "choice", _types()),
}
