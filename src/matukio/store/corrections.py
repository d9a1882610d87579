"""What people say instead of the program: applied to what it found, whenever an article's rows are made.

    {"id": "e1", "type": "ACCUSE"} and type=REJECT → {"id": "e1", "type": "REJECT", "corrected": "changed"}

A correction knows the record it was made on by its words and their sentence, so that it finds it again when a newer
Matukio has numbered the records otherwise, or the page has changed elsewhere.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from matukio.events.lexicon.ontology import entry, plover_type
from matukio.record import EVENT_TYPES
from matukio.store.layout import CORRECTIONS

Plain = dict[str, Any]

CHANGE, REJECT, ADD = "change", "reject", "add"
GROUPS = {"event": "events", "claim": "claims"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a corrected record stands on, and the sentence around them."""

    text: str
    start: int
    end: int
    sentence: str
    sentence_start: int


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that somebody corrected: a field of a record, a record that is none, or one that was missed.

    `key` is the id that the record had then, `value` the field's new value or the whole new record.
    """

    kind: str
    key: str
    action: str
    anchor: Anchor
    field: str | None = None
    value: Any = None
    note: str | None = None
    id: int = 0


def of_article(connection: Connection, article_id: int) -> list[Correction]:
    """The corrections of an article, oldest first."""
    asked = select(CORRECTIONS).where(CORRECTIONS.c.article_id == article_id).order_by(CORRECTIONS.c.id)
    return [from_row(row) for row in connection.execute(asked)]


def from_row(row: Row[Any]) -> Correction:
    """A row of the table as a correction."""
    value = json.loads(row.value) if row.value is not None else None
    anchor = Anchor(**json.loads(row.anchor))
    return Correction(row.kind, row.key, row.action, anchor, row.field, value, row.note, row.id)


def corrected(record: Plain, corrections: Iterable[Correction]) -> Plain:
    """The record with all corrections that still find their place; what they touched says so in `corrected`."""
    new = copy.deepcopy(record)
    for correction in corrections:
        _apply(new, correction)
    return new


def unplaced(record: Plain, corrections: Iterable[Correction]) -> list[Correction]:
    """Corrections whose words the record has no more; they are kept, and wait."""
    new = copy.deepcopy(record)
    return [correction for correction in corrections if not _apply(new, correction)]


def anchor_of(record: Plain, kind: str, item: Plain) -> Anchor:
    """Where a record stands, for finding it again."""
    span = next(_places(kind, item))
    sentence, start = _sentence(record, span["start"])
    return Anchor(span["text"], span["start"], span["end"], sentence, start)


def find(record: Plain, correction: Correction) -> Plain | None:
    """The record that a correction is about."""
    items = record[GROUPS[correction.kind]]
    anchor = correction.anchor
    exact, near = [], []
    for item in items:
        for span in _places(correction.kind, item):
            if (span["text"], span["start"]) == (anchor.text, anchor.start):
                exact.append(item)
            elif span["text"] == anchor.text and _sentence(record, span["start"])[0] == anchor.sentence:
                near.append(item)
    found = exact or near
    return next((item for item in found if item["id"] == correction.key), found[0] if found else None)


def follow_type(event: Plain) -> None:
    """Set what follows from type, mode and status: a mode that the type has not, quad, score, PLOVER's type."""
    if event["mode"] not in EVENT_TYPES[event["type"]]:
        event["mode"] = None
    known = entry(event["type"], event["mode"])
    event |= {"quad": known.quad, "score": known.score, "plover": plover_type(event["type"], event["status"])}


def _apply(record: Plain, correction: Correction) -> bool:
    group: list[Plain] = record[GROUPS[correction.kind]]
    if correction.action == ADD:
        value = _moved(correction.value, record, correction.anchor)
        if value is None:
            return False
        taken = {item["id"] for item in group}
        key = next(name for name in _keys(correction.key) if name not in taken)
        group.append(value | {"id": key, "corrected": "added"})
        return True
    item = find(record, correction)
    if item is None:
        return False
    if correction.action == REJECT:
        group.remove(item)
        for claim in record["claims"]:
            if correction.kind == "claim" and claim["responds_to"] == item["id"]:
                claim["responds_to"] = None
        return True
    value = _moved(correction.value, record, correction.anchor)
    if value is None and correction.value is not None:
        return False
    item[correction.field or ""] = value
    item["confidence"] = None
    item.setdefault("corrected", "changed")
    if correction.kind == "event":
        follow_type(item)
    return True


def _keys(key: str) -> Iterator[str]:
    yield key
    number = 1
    while True:
        yield f"{key}.{number}"
        number += 1


def _places(kind: str, item: Plain) -> Iterator[Plain]:
    if kind == "event":
        yield from item["mentions"]
    else:
        yield item["content"]


def _sentence(record: Plain, start: int) -> tuple[str, int]:
    """The sentence that holds an offset, and where it begins."""
    for sentence in record["sentences"]:
        if sentence["start"] <= start < sentence["end"]:
            return record["text"][sentence["start"] : sentence["end"]], sentence["start"]
    return "", 0


def _moved(value: Any, record: Plain, anchor: Anchor) -> Any:
    """A value with its spans where their words stand now; None when they are gone."""
    text: str = record["text"]
    if _fits(value, text, 0):
        return copy.deepcopy(value)
    at = text.find(anchor.sentence) if anchor.sentence else -1
    if at < 0 or not _fits(value, text, by := at - anchor.sentence_start):
        return None
    return _shifted(value, by)


def _fits(value: Any, text: str, by: int) -> bool:
    if isinstance(value, list):
        return all(_fits(part, text, by) for part in value)
    if not isinstance(value, Mapping):
        return True
    if "start" in value and "text" in value and text[value["start"] + by : value["end"] + by] != value["text"]:
        return False
    return all(_fits(part, text, by) for part in value.values())


def _shifted(value: Any, by: int) -> Any:
    if isinstance(value, list):
        return [_shifted(part, by) for part in value]
    if not isinstance(value, Mapping):
        return copy.deepcopy(value)
    moved = {key: _shifted(part, by) for key, part in value.items()}
    if "start" in value and "end" in value:
        moved |= {"start": value["start"] + by, "end": value["end"] + by}
    return moved
