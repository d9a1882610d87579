"""A record as rows of the tables for asking.

{"events": [{"type": "CONSULT", "actors": [{"country": "KEN"}], …}]} → events, parties, facets «actor KEN» …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any

from matukio.store.days import first_day

Row = dict[str, Any]
Plain = Mapping[str, Any]

# What PostgreSQL cannot keep in a text: NUL, and halves of a character.
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_NAME_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SHORTEST_NAME = 3
NO_DAY = ""
PAIR = "pair"


def kept(text: str) -> str:
    """The text, with the replacement character for what a database cannot keep; as long as before."""
    return _UNKEEPABLE.sub("\ufffd", text)


def spread(record: Plain) -> dict[str, list[Row]]:
    """The rows of every table that is made from a record, without the article's id; `mentions` have their entity's key.

    A record that corrections were applied to has `corrected` in its events and claims.
    """
    published = date.fromisoformat(record["published"]) if record["published"] else None
    rows: dict[str, list[Row]] = {
        "events": [_event(number, event, published) for number, event in enumerate(record["events"])],
        "claims": [_claim(number, claim, published) for number, claim in enumerate(record["claims"])],
        "times": [
            {"number": number, **_words(time), "type": time["type"], "value": time["value"]}
            for number, time in enumerate(record["times"])
        ],
        "mentions": [_mention(number, entity) for number, entity in enumerate(record["entities"])],
    }
    rows["parties"] = [{"number": number, **party} for number, party in enumerate(_parties(record))]
    rows["facets"] = list(_facets(record, rows))
    return rows


def entity_key(entity: Plain) -> str:
    """What makes two names the same: their link, else type, name and country."""
    if entity["link"]:
        return str(entity["link"])
    name = " ".join(kept(entity["name"] or entity["text"]).casefold().split())
    return f"{entity['type']}|{name}|{entity['country'] or ''}"


def name_words(party: Plain) -> list[str]:
    """The words that a party can be asked for by, in small letters: those of its name, else the capitalised ones."""
    if party["name"]:
        return _long(party["name"])
    found = _NAME_WORD.findall(party["text"])
    # The first word of a phrase has a capital for its place in the sentence, or for an office.
    named = found if len(found) == 1 else found[1:]
    return _long(" ".join(word for word in named if word[0].isupper()))


def _long(name: str) -> list[str]:
    return [word.casefold() for word in _NAME_WORD.findall(name) if len(word) >= _SHORTEST_NAME]


def _event(number: int, event: Plain, published: date | None) -> Row:
    place, when, first, size = event["place"] or {}, event["date"] or {}, event["mentions"][0], event.get("size") or {}
    return {
        "number": number,
        "key": event["id"],
        "day": first_day(when.get("value")) or published,
        "type": event["type"],
        "mode": event["mode"],
        "status": event["status"],
        **_words(first),
        "date_words": _text(when.get("text")),
        "date": when.get("value"),
        "place": _text(place.get("text")),
        "place_country": place.get("country"),
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
        "contexts": "; ".join(event.get("contexts") or ()) or None,
        "dead": size.get("dead"),
        "injured": size.get("injured"),
        "arrested": size.get("arrested"),
        "quad": event.get("quad"),
        "score": event.get("score"),
        "plover": event.get("plover"),
        "confidence": event.get("confidence"),
        "corrected": event.get("corrected"),
    }


def _claim(number: int, claim: Plain, published: date | None) -> Row:
    content, cue = claim["content"], claim["cue"] or {}
    return {
        "number": number,
        "key": claim["id"],
        "day": published,
        "stance": claim["stance"],
        "quote": claim["quote"],
        "cue": _text(cue.get("text")),
        "content": kept(content["text"]),
        "start": content["start"],
        "end": content["end"],
        "responds_to": claim["responds_to"],
        "confidence": claim.get("confidence"),
        "corrected": claim.get("corrected"),
    }


def _mention(number: int, entity: Plain) -> Row:
    return {
        "number": number,
        **_words(entity),
        "entity": {
            "key": entity_key(entity),
            "type": entity["type"],
            "name": " ".join(kept(entity["name"] or entity["text"]).split()),
            "link": entity["link"],
            "country": entity["country"],
            "sector": entity["sector"],
        },
    }


def _parties(record: Plain) -> Iterator[Row]:
    for number, event in enumerate(record["events"]):
        for role, key in (("actor", "actors"), ("recipient", "recipients"), ("source", "sources")):
            yield from (_party(role, party, event=number) for party in event[key])
    for number, claim in enumerate(record["claims"]):
        yield from (_party("speaker", party, claim=number) for party in claim["speakers"])
        if claim["target"]:
            yield _party("target", claim["target"], claim=number)


def _party(role: str, party: Plain, *, event: int | None = None, claim: int | None = None) -> Row:
    return {
        "role": role,
        "event": event,
        "claim": claim,
        **_words(party),
        "name": _text(party.get("name")),
        "link": party.get("link"),
        "country": party["country"],
        "sector": party["sector"],
    }


def _facets(record: Plain, rows: Mapping[str, list[Row]]) -> Iterator[Row]:
    """Every code and name by which an event or claim is found, each once."""
    days = {kind: [str(row["day"] or NO_DAY) for row in rows[kind]] for kind in ("events", "claims")}
    found: dict[tuple[str, str, str, int], None] = {}
    for party in rows["parties"]:
        kind, number = ("events", party["event"]) if party["event"] is not None else ("claims", party["claim"])
        for value in _values(party):
            found[party["role"], value, days[kind][number], number] = None
    for number, event in enumerate(record["events"]):
        for value in _place_values(event["place"] or {}):
            found["place", value, days["events"][number], number] = None
        for value in _pairs(event):
            found[PAIR, value, days["events"][number], number] = None
    for facet, value, day, number in found:
        yield {"facet": facet, "value": value, "day": day, "number": number}


def _values(party: Row) -> Iterator[str]:
    country, sector = party["country"], party["sector"]
    if country:
        yield country
    if sector:
        yield f"{country or ''}·{sector}"
        if country:
            yield f"·{sector}"
    link = party["link"] or ""
    if link.startswith("cty:"):  # its country's code says the same
        return
    if link:
        yield link
    yield from name_words({"name": party["name"], "text": party["words"]})


def _pairs(event: Plain) -> Iterator[str]:
    """The countries between which an event passes: most questions about relations ask for two."""
    actors, recipients = (
        list(dict.fromkeys(party["country"] for party in event[role] if party["country"]))
        for role in ("actors", "recipients")
    )
    yield from (forth(actor, recipient) for actor in actors for recipient in recipients)
    yield from (together(one, other) for one, other in combinations(actors, 2))


def forth(actor: str, recipient: str) -> str:
    """The value of the facet `pair` for what one country does to another."""
    return f"{actor}>{recipient}"


def together(one: str, other: str) -> str:
    """The value of the facet `pair` for what two countries do together."""
    return "&".join(sorted((one, other)))


def _place_values(place: Plain) -> Iterator[str]:
    if place.get("country"):
        yield place["country"]
    if place.get("text"):
        yield from _long(kept(place["text"]))


def _words(span: Plain) -> Row:
    return {"words": kept(span["text"]), "start": span["start"], "end": span["end"]}


def _text(text: str | None) -> str | None:
    return kept(text) if text else None
