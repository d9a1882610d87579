"""Takes corrections from people: a field changed, a record that is none, one that was missed.

    fix(connection, "12.e3", {"type": "ASSAULT", "actors": "Jeshi la Urusi (RUS·MIL)"})

Words must stand in the article; of several places the one nearest to the record is meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from matukio.entities.knowledge import countries
from matukio.errors import StoreError
from matukio.record import BODIES, EVENT_TYPES, QUOTES, SECTORS, STANCES, STATUSES
from matukio.store.corrections import (
    ADD,
    CHANGE,
    GROUPS,
    REJECT,
    Correction,
    Plain,
    anchor_of,
    corrected,
    find,
    follow_type,
    from_row,
    of_article,
)
from matukio.store.days import first_day
from matukio.store.layout import ARTICLES, CORRECTIONS
from matukio.store.writing import current_record, refill, utc_now

_REFERENCE = re.compile(r"(\d+)\.(([ec])\w*(?:\.\d+)?|[\w.]+)")
_PARTY = re.compile(r"(.+?)\s*(?:\(([A-Z]{3})?[·.\-/ ]?([A-Z]{3})?\))?")
_PLACE = re.compile(r"(.+?)\s*(?:\(([A-Z]{3})\))?")
_DATED = re.compile(r"(?:(.+?)\s*=\s*)?(\S+)")

PARTIES = {"event": ("actors", "recipients", "sources"), "claim": ("speakers",)}
FIELDS = {
    "event": ("type", "mode", "status", "words", "actors", "recipients", "sources", "place", "date"),
    "claim": ("stance", "quote", "cue", "content", "speakers", "target", "responds_to"),
}
"""What can be corrected, as `FIELD=VALUE`; an empty value takes away what is there."""


def fix(connection: Connection, reference: str, changes: Mapping[str, str], note: str | None = None) -> Plain:
    """Change fields of an event or claim («12.e3»), and give it as it is now. Raises StoreError for what cannot be."""
    article_id, key = parse_reference(reference)
    record = _current(connection, article_id)
    kind, item = _find(record, article_id, key)
    if not changes:
        raise StoreError(f"{reference}: say what to change, as FIELD=VALUE; {kind}s have {', '.join(FIELDS[kind])}")
    values = {_stored_name(name): _value(record, kind, item, name, text) for name, text in changes.items()}
    _check_mode(kind, {**item, **values})
    # What moves the record comes last: the others are anchored to where it stands now.
    for name in sorted(values, key=lambda name: name in ("mentions", "content")):
        correction = Correction(kind, key, CHANGE, anchor_of(record, kind, item), name, values[name], note)
        _keep(connection, article_id, correction)
    refill(connection, article_id)
    return _find(_current(connection, article_id), article_id, key)[1]


def reject(connection: Connection, reference: str, note: str | None = None) -> None:
    """Say that an event or claim is none. Raises StoreError when there is no such record."""
    article_id, key = parse_reference(reference)
    record = _current(connection, article_id)
    kind, item = _find(record, article_id, key)
    _keep(connection, article_id, Correction(kind, key, REJECT, anchor_of(record, kind, item), note=note))
    refill(connection, article_id)


def add_missed(
    connection: Connection, article_id: int, kind: str, fields: Mapping[str, str], note: str | None = None
) -> str:
    """Add an event or claim that was missed; gives its reference. `words` or `content`, and `type` or `stance`, are
    needed. Raises StoreError."""
    record = _current(connection, article_id)
    needed = ("type", "words") if kind == "event" else ("stance", "content")
    if missing := [name for name in needed if not fields.get(name)]:
        raise StoreError(f"a new {kind} needs {' and '.join(f'{name}=…' for name in missing)}")
    first = fields[needed[1]]
    item = _blank(kind, _span(record, first, 0))
    for name, text in fields.items():
        item[_stored_name(name)] = _value(record, kind, item, name, text)
    _check_mode(kind, item)
    if kind == "event":
        follow_type(item)
    key = _free_key(connection, article_id, kind, record)
    item["id"] = key
    _keep(connection, article_id, Correction(kind, key, ADD, anchor_of(record, kind, item), value=item, note=note))
    refill(connection, article_id)
    return f"{article_id}.{key}"


def undo(connection: Connection, reference: str) -> int:
    """Take back every correction of an event or claim, a rejection too; gives how many there were."""
    article_id, key = parse_reference(reference)
    of_it = _corrections_of(connection, article_id, key)
    if not of_it:
        raise StoreError(f"{reference}: nothing was corrected there")
    connection.execute(delete(CORRECTIONS).where(CORRECTIONS.c.id.in_(of_it)))
    refill(connection, article_id)
    return len(of_it)


def is_corrected(connection: Connection, reference: str) -> bool:
    """Whether anything of an event or claim was corrected."""
    return bool(_corrections_of(connection, *parse_reference(reference)))


def _corrections_of(connection: Connection, article_id: int, key: str) -> list[int]:
    made = of_article(connection, article_id)
    found = current_record(connection, article_id) if made else {}
    return [correction.id for correction in made if _key_now(found, correction) == key]


def _key_now(record: Plain, correction: Correction) -> str:
    """The id that the corrected record has now: another reading may have numbered it otherwise."""
    item = None if correction.action == ADD else find(record, correction)
    return item["id"] if item else correction.key


def corrections(connection: Connection) -> list[tuple[int, Correction]]:
    """All corrections with the numbers of their articles, oldest first."""
    rows = connection.execute(select(CORRECTIONS).order_by(CORRECTIONS.c.id))
    return [(row.article_id, from_row(row)) for row in rows]


def parse_reference(reference: str) -> tuple[int, str]:
    """«12.e3» as the article's number and the record's id. Raises StoreError."""
    match = _REFERENCE.fullmatch(reference.strip())
    if match is None:
        raise StoreError(f"{reference}: write article and record as in the tables, 12.e3 or 12.c1")
    return int(match[1]), match[2]


def _current(connection: Connection, article_id: int) -> Plain:
    if connection.execute(select(ARTICLES.c.id).where(ARTICLES.c.id == article_id)).scalar() is None:
        raise StoreError(f"{article_id}: no such article in the store")
    return corrected(current_record(connection, article_id), of_article(connection, article_id))


def _find(record: Plain, article_id: int, key: str) -> tuple[str, Plain]:
    for kind, group in GROUPS.items():
        for item in record[group]:
            if item["id"] == key:
                return kind, item
    raise StoreError(f"{article_id}.{key}: article {article_id} has no such event or claim")


def _keep(connection: Connection, article_id: int, correction: Correction) -> None:
    written = None if correction.value is None else json.dumps(correction.value, ensure_ascii=False)
    connection.execute(
        insert(CORRECTIONS),
        {
            "article_id": article_id,
            "kind": correction.kind,
            "key": correction.key,
            "action": correction.action,
            "field": correction.field,
            "value": written,
            "anchor": json.dumps(asdict(correction.anchor), ensure_ascii=False),
            "note": correction.note,
            "made": utc_now(),
        },
    )


def _stored_name(name: str) -> str:
    return "mentions" if name == "words" else name


def _value(record: Plain, kind: str, item: Plain, name: str, text: str) -> Any:
    """What a field becomes. Raises StoreError for an unknown field or a value that it cannot have."""
    if name not in FIELDS[kind]:
        raise StoreError(f"{name}: {kind}s have the fields {', '.join(FIELDS[kind])}")
    text, near = text.strip(), anchor_of(record, kind, item).start
    if name in PARTIES[kind]:
        return [_party(record, part, near) for part in text.split(";") if part.strip()]
    if not text:
        if name in ("type", "status", "stance", "quote", "words", "content"):
            raise StoreError(f"{name}: cannot be empty")
        return None
    reader = _READERS.get(name)
    if reader is not None:
        return reader(record, text, near)
    closed = _CLOSED.get(name)
    if closed is not None and text not in closed:
        raise StoreError(f"{name}={text}: not one of {', '.join(closed)}")
    if name == "responds_to" and text not in {claim["id"] for claim in record["claims"]}:
        raise StoreError(f"{name}={text}: the article has no such claim")
    return text


def _check_mode(kind: str, item: Plain) -> None:
    if kind == "event" and item["mode"] is not None and item["mode"] not in EVENT_TYPES[item["type"]]:
        known = ", ".join(EVENT_TYPES[item["type"]]) or "none"
        raise StoreError(f"mode={item['mode']}: the modes of {item['type']} are {known}; mode= takes it away")


def _span(record: Plain, words: str, near: int) -> Plain:
    """Where the words stand, nearest to an offset."""
    text: str = record["text"]
    words = words.strip()
    places = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    if not places:
        raise StoreError(f"«{words}» does not stand in the article; give its words as they are written there")
    start = min(places, key=lambda place: abs(place - near))
    return {"text": words, "start": start, "end": start + len(words)}


def _party(record: Plain, text: str, near: int) -> Plain:
    words, country, sector = _parts(_PARTY, text)
    if country and sector is None and country in SECTORS and not _is_country(country):
        country, sector = None, country
    if country and not _is_country(country):
        raise StoreError(f"{country}: no code of a country; write it as «Jeshi la Urusi (RUS·MIL)»")
    if sector and sector not in SECTORS:
        raise StoreError(f"{sector}: not one of {', '.join(SECTORS)}")
    return {**_span(record, words or "", near), "name": None, "link": None, "country": country, "sector": sector}


def _place(record: Plain, text: str, near: int) -> Plain:
    words, country = _parts(_PLACE, text)
    if country and not _is_country(country):
        raise StoreError(f"{country}: no code of a country; write it as «Kyiv (UKR)»")
    return {**_span(record, words or "", near), "country": country, "latitude": None, "longitude": None}


def _date(record: Plain, text: str, near: int) -> Plain:
    """«Jumatatu=2024-06-17»: the words and their value; words alone take the value that the program found for them."""
    words, value = _parts(_DATED, text) if _DATED.fullmatch(text) else (text, None)
    if words is None or value is None or first_day(value) is None:
        words, value = text, None
    span = _span(record, words, near)
    if value is None:
        found = [time for time in record["times"] if (time["start"], time["end"]) == (span["start"], span["end"])]
        if not found:
            raise StoreError(f"date={text}: write the words and their value, as «Jumatatu=2024-06-17»")
        value = found[0]["value"]
    return {**span, "value": value}


def _parts(pattern: re.Pattern[str], text: str) -> tuple[str | None, ...]:
    match = pattern.fullmatch(text.strip())
    return match.groups() if match else (text,) + (None,) * (pattern.groups - 1)


def _is_country(code: str) -> bool:
    return code in countries() or code in BODIES


def _words(record: Plain, text: str, near: int) -> list[Plain]:
    return [_span(record, part, near) for part in text.split(";") if part.strip()]


_READERS: dict[str, Callable[[Plain, str, int], Any]] = {
    "words": _words,
    "place": _place,
    "date": _date,
    "cue": _span,
    "content": _span,
    "target": _party,
}
_CLOSED: dict[str, Iterable[str]] = {
    "type": tuple(EVENT_TYPES),
    "mode": tuple(sorted({mode for modes in EVENT_TYPES.values() for mode in modes})),
    "status": STATUSES,
    "stance": STANCES,
    "quote": QUOTES,
}


def _blank(kind: str, span: Plain) -> Plain:
    """A new event or claim with what cannot be left out."""
    if kind == "event":
        return {
            "id": "", "type": "AGREE", "mode": None, "status": "actual", "mentions": [span], "actors": [],
            "recipients": [], "place": None, "date": None, "sources": [], "contexts": [],
            "size": {"dead": None, "injured": None, "arrested": None}, "quad": None, "score": None, "plover": None,
            "confidence": None, "evidence": {},
        }  # fmt: skip
    return {
        "id": "", "stance": "say", "quote": "indirect", "speakers": [], "cue": None, "content": span, "target": None,
        "responds_to": None, "confidence": None, "evidence": {},
    }  # fmt: skip


def _free_key(connection: Connection, article_id: int, kind: str, record: Plain) -> str:
    """An id that neither the program nor an earlier correction has given: ex1, ex2 …"""
    taken = {item["id"] for item in record[GROUPS[kind]]}
    taken |= {correction.key for correction in of_article(connection, article_id)}
    return next(key for number in range(1, len(taken) + 2) if (key := f"{kind[0]}x{number}") not in taken)
