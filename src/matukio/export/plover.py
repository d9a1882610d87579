"""Events as PLOVER's manual writes them, one JSON object an event, for programs that read PLOVER.

    {"id": "a1b2-e1", "date": "2024-06-19", "source": [{"code": "GHA", "sector": "GOV", …}], "event": ["AGREE"], …}

Names of fields are those of the manual's chapter on JSON (Open Event Data Alliance, draft of 2021); what it lacks
(status, who says so) stands in fields of our own, as it allows. docs/exports.md lists them all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from typing import Any

import matukio
from matukio.export.summary import summary
from matukio.record import Event, Party, Place, Record, When

QUAD_CODES = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
CODEBOOK = "plover-matukio"

_VALUE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?")


def plover(record: Record) -> Iterator[dict[str, Any]]:
    """The events of a record. Fields without a value are left out, but for those that the manual requires."""
    for event in record.events:
        found = {
            "id": f"{record.id}-{event.id}",
            "has_event": True,
            **_dates(event.date),
            "source": [_actor(party) for party in event.actors],
            "recipient": [_actor(party) for party in event.recipients],
            "event": [event.plover or event.type],
            "event_loc": _location(event.place) if event.place else None,
            "event_text": [mention.text for mention in event.mentions],
            "quad_code": QUAD_CODES.get(event.quad or ""),
            "event_scale": event.score,
            "mode": [event.mode] if event.mode else [],
            "context": [*event.contexts, *_grammar(event)],
            "size_info": {
                name: count
                for name in ("dead", "injured", "arrested")
                if (count := getattr(event.size, name)) is not None
            },
            "text_info": _text(record, event),
            "cite_info": {
                "url": record.url,
                "title": record.title,
                "language": record.language,
                "publication": record.publisher,
                "published": record.published.isoformat() if record.published else None,
                "coder": f"matukio {matukio.__version__}",
                "codebook": CODEBOOK,
            },
            "coder": f"matukio {matukio.__version__}",
            "comment": summary(event),
            "matukio_type": event.type,
            "status": event.status,
            "according_to": [_actor(party) for party in event.sources],
            "confidence": event.confidence,
        }
        required = ("id", "date", "source", "event")
        yield {name: _filled(value) for name, value in found.items() if name in required or value not in (None, [], {})}


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: each for name, each in value.items() if each is not None}
    return value


def _dates(when: When | None) -> dict[str, str | None]:
    """The day; first and last day of a month or year; no day where the text tells none, or none that is resolved."""
    found = _VALUE.fullmatch(when.value) if when else None
    if not found:
        return {"date": None}
    year, month, day, hour = found.groups()
    if day:
        return {"date": f"{year}-{month}-{day}", "time": hour}
    last = f"{year}-{month or 12}-{monthrange(int(year), int(month or 12))[1]:02d}"
    return {"date": f"{year}-{month or '01'}-01", "enddate": last}


def _actor(party: Party) -> dict[str, Any]:
    actor = {
        "code": party.country,
        "sector": party.sector,
        "actor_text": party.text,
        "identifier_id": party.link,
        "identifier_text": party.name,
    }
    return {name: value for name, value in actor.items() if value is not None}


def _location(place: Place) -> dict[str, Any]:
    """As in GeoNames, with the three-letter code that the manual adds."""
    return {"name": place.text, "latitude": place.latitude, "longitude": place.longitude, "cc3": place.country}


def _grammar(event: Event) -> list[str]:
    """The manual keeps what has not happened yet among the contexts."""
    return {"planned": ["future"], "hypothetical": ["hypothetical"]}.get(event.status, [])


def _text(record: Record, event: Event) -> dict[str, int]:
    """The sentence of the first mention, counted from 1 as in the manual, and where it stands."""
    number = bisect_right([sentence.start for sentence in record.sentences], event.mentions[0].start)
    sentence = record.sentences[number - 1]
    return {"sequence": number, "start": sentence.start, "end": sentence.end}
