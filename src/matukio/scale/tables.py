"""Records as six tables, for Parquet: articles, events, parties, claims, times, entities.

A record with two events, one with an actor and a recipient → one row in `articles`, two in `events`, two in `parties`.
Rows name their article by its id, and what they belong to by the id in it; docs/scale.md lists the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as arrow

from matukio.export.summary import summary
from matukio.record import Party, Record

TEXT, WHOLE, REAL, DAY = arrow.string(), arrow.int64(), arrow.float64(), arrow.date32()
TEXTS = arrow.list_(arrow.string())

_PARTY = {"text": TEXT, "start": WHOLE, "end": WHOLE, "name": TEXT, "link": TEXT, "country": TEXT, "sector": TEXT}
SCHEMAS: dict[str, arrow.Schema] = {
    name: arrow.schema(list(columns.items()))
    for name, columns in {
        "articles": {
            "article_id": TEXT, "source": TEXT, "url": TEXT, "publisher": TEXT, "title": TEXT, "published": DAY,
            "language": TEXT, "text": TEXT, "sentences": WHOLE, "matukio": TEXT,
        },
        "events": {
            "article_id": TEXT, "event_id": TEXT, "published": DAY, "type": TEXT, "mode": TEXT, "status": TEXT,
            "trigger": TEXT, "start": WHOLE, "end": WHOLE, "mentions": WHOLE, "date": TEXT, "date_words": TEXT,
            "place": TEXT, "place_country": TEXT, "latitude": REAL, "longitude": REAL, "contexts": TEXTS,
            "dead": WHOLE, "injured": WHOLE, "arrested": WHOLE, "quad": TEXT, "score": REAL, "plover": TEXT,
            "confidence": REAL, "summary": TEXT,
        },
        "parties": {"article_id": TEXT, "of": TEXT, "published": DAY, "role": TEXT, **_PARTY},
        "claims": {
            "article_id": TEXT, "claim_id": TEXT, "published": DAY, "stance": TEXT, "quote": TEXT, "cue": TEXT,
            "content": TEXT, "start": WHOLE, "end": WHOLE, "responds_to": TEXT, "confidence": REAL,
        },
        "times": {
            "article_id": TEXT, "published": DAY, "text": TEXT, "start": WHOLE, "end": WHOLE, "type": TEXT,
            "value": TEXT,
        },
        "entities": {"article_id": TEXT, "entity_id": TEXT, "published": DAY, "type": TEXT, **_PARTY},
    }.items()
}  # fmt: skip
"""Columns of each table, in their order."""

_OF_AN_ARTICLE = {"article_id": TEXT, "published": DAY}
STORY_SCHEMAS: dict[str, arrow.Schema] = {
    name: arrow.schema(list(columns.items()))
    for name, columns in {
        "copies": {**_OF_AN_ARTICLE, "paragraph": WHOLE, "start": WHOLE, "end": WHOLE, "share": REAL,
                   "original_id": TEXT},
        "stories": {"story_id": TEXT, "title": TEXT, "first_day": DAY, "last_day": DAY, "reports": WHOLE,
                    "independent": WHOLE},
        "reports": {"story_id": TEXT, **_OF_AN_ARTICLE, "publisher": TEXT, "group": WHOLE},
        "tellings": {
            "story_id": TEXT, **_OF_AN_ARTICLE, "event_id": TEXT, "type": TEXT, "happening": TEXT, "reports": WHOLE,
            "independent": WHOLE, "rule": TEXT, "shared": TEXTS, "copy_of": TEXT,
        },
        "answers": {
            "story_id": TEXT, **_OF_AN_ARTICLE, "claim_id": TEXT, "answered_article_id": TEXT,
            "answered_claim_id": TEXT, "rule": TEXT,
        },
    }.items()
}  # fmt: skip
"""The same for the tables that are made of all articles together."""

Rows = dict[str, list[dict[str, Any]]]


PACKED = 100
"""So many rows wait until they are packed: rows of a whole block, as Python keeps them, were 20 MiB in a worker."""


class Growing:
    """A table that rows are added to: the last ones wait as they are, those before are packed in columns."""

    def __init__(self, schema: arrow.Schema) -> None:
        self._schema = schema
        self._waiting: list[dict[str, Any]] = []
        self._packed: list[arrow.RecordBatch] = []

    def add(self, rows: Iterable[dict[str, Any]]) -> None:
        """More rows, after those that are there."""
        self._waiting += rows
        if len(self._waiting) >= PACKED:
            self._pack()

    def table(self) -> arrow.Table:
        """All rows."""
        self._pack()
        return arrow.Table.from_batches(self._packed, self._schema)

    def _pack(self) -> None:
        self._packed.append(arrow.RecordBatch.from_pylist(self._waiting, schema=self._schema))
        self._waiting = []


def rows(record: Record, article_id: str, source: str, version: str) -> Rows:
    """The rows of a record; `source` is where its article came from, `version` Matukio's."""
    about = {"article_id": article_id, "published": record.published}
    return {
        "articles": [
            {
                **about, "source": source, "url": record.url, "publisher": record.publisher, "title": record.title,
                "language": record.language, "text": record.text, "sentences": len(record.sentences),
                "matukio": version,
            }
        ],
        "events": [about | event for event in _events(record)],
        "parties": [about | party for party in _parties(record)],
        "claims": [
            about
            | {
                "claim_id": claim.id, "stance": claim.stance, "quote": claim.quote,
                "cue": claim.cue.text if claim.cue else None, "content": claim.content.text,
                "start": claim.content.start, "end": claim.content.end, "responds_to": claim.responds_to,
                "confidence": claim.confidence,
            }
            for claim in record.claims
        ],
        "times": [
            about | {name: getattr(time, name) for name in ("text", "start", "end", "type", "value")}
            for time in record.times
        ],
        "entities": [
            about | {"entity_id": entity.id, "type": entity.type} | {name: getattr(entity, name) for name in _PARTY}
            for entity in record.entities
        ],
    }  # fmt: skip


def _events(record: Record) -> Iterator[dict[str, Any]]:
    for event in record.events:
        first, place, date = event.mentions[0], event.place, event.date
        yield {
            "event_id": event.id, "type": event.type, "mode": event.mode, "status": event.status,
            "trigger": first.text, "start": first.start, "end": first.end, "mentions": len(event.mentions),
            "date": date.value if date else None, "date_words": date.text if date else None,
            "place": place.text if place else None, "place_country": place.country if place else None,
            "latitude": place.latitude if place else None, "longitude": place.longitude if place else None,
            "contexts": list(event.contexts), "dead": event.size.dead, "injured": event.size.injured,
            "arrested": event.size.arrested, "quad": event.quad, "score": event.score, "plover": event.plover,
            "confidence": event.confidence, "summary": summary(event),
        }  # fmt: skip


def _parties(record: Record) -> Iterator[dict[str, Any]]:
    """The parties of events and claims, by role: actor, recipient, source, speaker, target."""
    for event in record.events:
        for role, parties in (("actor", event.actors), ("recipient", event.recipients), ("source", event.sources)):
            yield from _named(event.id, role, parties)
    for claim in record.claims:
        yield from _named(claim.id, "speaker", claim.speakers)
        yield from _named(claim.id, "target", (claim.target,) if claim.target else ())


def _named(of: str, role: str, parties: Iterable[Party]) -> Iterator[dict[str, Any]]:
    for party in parties:
        yield {"of": of, "role": role} | {name: getattr(party, name) for name in _PARTY}
