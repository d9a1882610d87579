"""One article: its text with everything marked, its events in order of time, its claims as a conversation.

The marks, and the lists of claims, times and names, are those of the page that `matukio read --html` writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from matukio.export.explanation import explain
from matukio.export.html import legend, origin
from matukio.export.html.tables import View, claims_list, names_table, times_table
from matukio.export.html.text import marked_text
from matukio.export.labels import labels
from matukio.export.summary import summary
from matukio.record import Event, Record
from matukio.store.days import first_day


@dataclass(frozen=True, slots=True)
class Told:
    """An event in one line, the place of its words on the page, and why it is said, line by line."""

    id: str
    day: str
    told: str
    words: tuple[tuple[str, str], ...]
    """The words that tell it, each with where it leads: «#a12-s43»."""
    corrected: str | None
    reasons: tuple[str, ...]


def shown(number: int, plain: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What the template of an article prints; `plain` is the record as the store has it, `number` the article's."""
    record = Record.from_dict(plain)
    words, key = labels(language), f"a{number}"
    view = View(key, record, words, 1)
    corrected = {event["id"]: event.get("corrected") for event in plain["events"]}
    return {
        "number": number,
        "key": key,
        "record": record,
        # Marked up and escaped by matukio.export.html.
        "legend": Markup(legend(words)),
        "origin": Markup(origin(record)),
        "text": Markup(marked_text(record, key)),
        "claims": Markup(claims_list(view)),
        "times": Markup(times_table(view)),
        "names": Markup(names_table(view)),
        "events": [_told(event, record, key, corrected.get(event.id), language) for event in _by_time(record)],
    }


def _by_time(record: Record) -> list[Event]:
    """The events by their first day; those without one stand at the day of publication, as in every answer."""
    return sorted(record.events, key=lambda event: _day(event, record) or "9999")


def _day(event: Event, record: Record) -> str:
    day = (first_day(event.date.value) if event.date else None) or record.published
    return str(day) if day else ""


def _told(event: Event, record: Record, key: str, corrected: str | None, language: str) -> Told:
    mentions = tuple((mention.text, f"#{key}-s{mention.start}") for mention in event.mentions)
    reasons = tuple(line.strip() for line in explain(record, event).splitlines()[1:])
    return Told(event.id, _day(event, record), summary(event, language), mentions, corrected, reasons)
