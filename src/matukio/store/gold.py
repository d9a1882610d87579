"""Corrected articles as gold: the form of the annotated articles, so that what users correct improves the program.

{"id": "habari-12", "text": …, "events": [{"id": "e1", "type": "CONSULT", "actors": [{"text": …, "country": "KEN"}]}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from matukio.store.corrections import corrected, of_article
from matukio.store.layout import CORRECTIONS
from matukio.store.writing import current_record

_RECORD = ("title", "text", "published", "language", "sentences")
_EVENT = ("id", "type", "mode", "status", "mentions", "actors", "recipients", "place", "date", "sources")
_CLAIM = ("id", "stance", "quote", "speakers", "cue", "content", "target", "responds_to")
_PARTY = ("text", "start", "end", "country", "sector")
_ROLES = ("actors", "recipients", "sources")
_PLACE = ("text", "start", "end", "country")
_TIME = ("text", "start", "end", "type", "value")


def gold_records(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every article that somebody corrected, in gold form, without what is derived."""
    ids = connection.execute(select(CORRECTIONS.c.article_id).distinct().order_by(CORRECTIONS.c.article_id)).scalars()
    for article_id in list(ids):
        record = corrected(current_record(connection, article_id), of_article(connection, article_id))
        yield gold(record)


def gold(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record without what gold leaves out: names, links, contexts, sizes, scores, evidence."""
    return {
        "id": record["id"],
        **_only(record, _RECORD),
        "times": [_only(time, _TIME) for time in record["times"]],
        "events": [
            {
                **_only(event, _EVENT),
                **{
                    role: [_only(party, _PARTY) for party in event[role]]
                    for role in ("actors", "recipients", "sources")
                },
                "place": _only(event["place"], _PLACE) if event["place"] else None,
            }
            for event in record["events"]
        ],
        "claims": [
            {
                **_only(claim, _CLAIM),
                "speakers": [_only(party, _PARTY) for party in claim["speakers"]],
                "target": _only(claim["target"], _PARTY) if claim["target"] else None,
            }
            for claim in record["claims"]
        ],
    }


def _only(item: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: item[name] for name in names}
