"""JSON Schema of the article record, made from the classes and closed lists of record.py.

    {"type": "REQUEST", "mode": "riot", …}   is no event: «riot» is a mode of PROTEST

`matukio schema` prints it. A schema cannot compare an offset with the text; `matukio.validation` does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from importlib.resources import files
from typing import Any, get_args, get_origin

from matukio.frozen import doc_of, hints_of
from matukio.record import (
    BODIES,
    ENTITY_TYPES,
    EVENT_TYPES,
    QUOTES,
    SECTORS,
    STANCES,
    STATUSES,
    TIME_TYPES,
    Claim,
    Entity,
    Event,
    Evidence,
    Party,
    Place,
    Record,
    SentenceSpan,
    Size,
    Span,
    Time,
    When,
)

Schema = dict[str, Any]

_CLASSES = (Span, SentenceSpan, Evidence, Time, Entity, Party, Place, When, Size, Event, Claim)

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")

_YEAR = r"(BC)?[0-9X]{4}"
_DAY = rf"{_YEAR}(-(0[1-9]|1[0-2]|XX)(-(0[1-9]|[12][0-9]|3[01]|XX))?|-W([0-4][0-9]|5[0-3]|XX)(-[1-7]|-WE)?)?"
_PART_OF_YEAR = rf"{_YEAR}-(Q[1-4X]|H[12X]|SP|SU|FA|WI)"
_HOUR = r"T(([01][0-9]|2[0-4])(:[0-5][0-9](:[0-5][0-9])?)?|MI|MO|DT|AF|EV|NI)"
_COUNT = r"([0-9]+(\.[0-9]+)?|X)"
_PERIOD = rf"P(?=.)({_COUNT}(CE|DE|[YMWQD]|WE))*(T({_COUNT}[HMS])+)?"

TIME_VALUES: dict[str, str] = {
    "DATE": rf"^({_DAY}|{_PART_OF_YEAR}|PRESENT_REF|PAST_REF|FUTURE_REF)$",
    "TIME": rf"^({_DAY})?{_HOUR}$",
    "DURATION": rf"^{_PERIOD}$",
    "SET": rf"^{_PERIOD}$",
}
"""For each type of time the form of its TIMEX3 value."""


def schema() -> Schema:
    """The JSON Schema (draft 2020-12) of one article record; keys that it does not name are allowed everywhere."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Matukio article record",
        **_object(Record),
        "$defs": {
            **{_name(cls): _object(cls) for cls in _CLASSES},
            "country": {"enum": [*_country_codes(), *BODIES, None]},
            "sector": {"enum": [*SECTORS, None]},
        },
    }


# What the annotation of a field does not say, by the name of the field where it means the same everywhere …
_EVERYWHERE: dict[str, Schema] = {
    "start": {"minimum": 0},
    "end": {"minimum": 0},
    "country": {"$ref": "#/$defs/country"},
    "sector": {"$ref": "#/$defs/sector"},
    "confidence": {"minimum": 0, "maximum": 1},
    "latitude": {"minimum": -90, "maximum": 90},
    "longitude": {"minimum": -180, "maximum": 180},
    "dead": {"minimum": 0},
    "injured": {"minimum": 0},
    "arrested": {"minimum": 0},
    "status": {"enum": list(STATUSES)},
    "mentions": {"minItems": 1},
    "quad": {"enum": [*QUADS, None]},
    "plover": {"enum": [*EVENT_TYPES, None]},
    "score": {"minimum": -10, "maximum": 10},
    "stance": {"enum": list(STANCES)},
    "quote": {"enum": list(QUOTES)},
    "language": {"pattern": "^[a-z]{2,3}$"},
}

# … and by its class where it does not.
_OF_CLASS: dict[type, dict[str, Schema]] = {
    Entity: {"type": {"enum": list(ENTITY_TYPES)}},
    Time: {"type": {"enum": list(TIME_TYPES)}},
    Event: {"type": {"enum": list(EVENT_TYPES)}},
    When: {"value": {"pattern": f"{TIME_VALUES['DATE']}|{TIME_VALUES['TIME']}"}},
}

# Keys that the record may lack when another program made it.
_OPTIONAL = {(Time, "evidence"), (Entity, "evidence"), (Party, "name"), (Party, "link")}


def _object(cls: type) -> Schema:
    hints = hints_of(cls)
    limits = {**_EVERYWHERE, **_OF_CLASS.get(cls, {})}
    names = [field.name for field in fields(cls)]
    found: Schema = {
        "type": "object",
        "description": _first_line(cls),
        "required": [name for name in names if (cls, name) not in _OPTIONAL],
        "properties": {name: {**_value(hints[name]), **limits.get(name, {})} for name in names},
    }
    if cls is Event:
        found["allOf"] = [_depends(kind, "mode", {"enum": [*modes, None]}) for kind, modes in EVENT_TYPES.items()]
    if cls is Time:
        found["allOf"] = [_depends(kind, "value", {"pattern": pattern}) for kind, pattern in TIME_VALUES.items()]
    return found


def _depends(kind: str, field: str, limit: Schema) -> Schema:
    """Where `type` is `kind`, `field` is within `limit`."""
    return {"if": {"properties": {"type": {"const": kind}}}, "then": {"properties": {field: limit}}}


_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    type(None): {"type": "null"},
}


def _value(hint: Any) -> Schema:
    """What an annotation says of a value in JSON."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if hint in _CLASSES:
        return {"$ref": f"#/$defs/{_name(hint)}"}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _value(get_args(hint)[0])}
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": _value(get_args(hint)[1])}
    options = [_value(option) for option in get_args(hint)]
    if all(set(option) == {"type"} for option in options):
        return {"type": [option["type"] for option in options]}
    return {"anyOf": options}


def _name(cls: type) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", cls.__name__).lower()


def _first_line(cls: type) -> str:
    return doc_of(cls).partition("\n")[0]


def _country_codes() -> list[str]:
    lines = (files("matukio") / "entities" / "countries.tsv").read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[0] for line in lines if re.match(r"[A-Z]{3}\t", line)]
