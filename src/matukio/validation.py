"""What a schema cannot say of a record: that every span holds its own words, and that what is named exists.

>>> problems({**record, "events": [{**event, "mentions": [{"text": "ziara", "start": 0, "end": 5}]}]})
['events[0].mentions[0]: «ziara» is not the text from 0 to 5, «Rais »']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matukio.record import Record


def problems(record: Record | Mapping[str, Any]) -> list[str]:
    """Everything wrong in a record that follows the schema, one line each; empty when all is well."""
    plain = record.to_dict() if isinstance(record, Record) else record
    return [
        *_span_problems(plain, plain["text"], ""),
        *_sentence_problems(plain["sentences"]),
        *_id_problems(plain),
        *_answer_problems(plain["claims"]),
    ]


def _span_problems(value: Any, text: str, path: str) -> Iterator[str]:
    """Walks all that has `start` and `end`; what also has `text` must hold the words between them."""
    if isinstance(value, Mapping):
        if "start" in value and "end" in value:
            yield from _slice_problems(value, text, path)
        for key, part in value.items():
            yield from _span_problems(part, text, f"{path}.{key}" if path else key)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for number, part in enumerate(value):
            yield from _span_problems(part, text, f"{path}[{number}]")


def _slice_problems(span: Mapping[str, Any], text: str, path: str) -> Iterator[str]:
    start, end = span["start"], span["end"]
    if not 0 <= start < end <= len(text):
        yield f"{path}: from {start} to {end} is no part of a text of {len(text)} characters"
    elif "text" in span and span["text"] != text[start:end]:
        yield f"{path}: «{span['text']}» is not the text from {start} to {end}, «{text[start:end]}»"


def _sentence_problems(sentences: Sequence[Mapping[str, int]]) -> Iterator[str]:
    for number, (before, after) in enumerate(zip(sentences, sentences[1:], strict=False), 1):
        if after["start"] < before["end"]:
            yield f"sentences[{number}]: starts at {after['start']}, before the one before it ends at {before['end']}"


def _id_problems(record: Mapping[str, Any]) -> Iterator[str]:
    for key in ("entities", "events", "claims"):
        seen: set[str] = set()
        for number, item in enumerate(record[key]):
            if item["id"] in seen:
                yield f"{key}[{number}]: the id {item['id']} is taken"
            seen.add(item["id"])


def _answer_problems(claims: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A claim answers one that the article tells before it."""
    ids = [claim["id"] for claim in claims]
    for number, claim in enumerate(claims):
        answered = claim["responds_to"]
        if answered is None:
            continue
        if answered not in ids:
            yield f"claims[{number}]: responds to {answered}, which does not exist"
        elif ids.index(answered) >= number:
            yield f"claims[{number}]: responds to {answered}, which is not an earlier claim"
