"""The fields of an event or claim as `matukio fix` takes them, and the form that a page shows of them.

>>> _coded("Jeshi la Urusi", ["RUS", "MIL"])
'Jeshi la Urusi (RUS·MIL)'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from matukio.export.labels import kind_key
from matukio.export.wording import one_line
from matukio.record import EVENT_TYPES, QUOTES, STANCES, STATUSES
from matukio.store.fixing import FIELDS
from matukio.web.speaking import Speech

KIND = "kind"
"""Type and mode as one field of a form: «CONSULT:visit», «ACCUSE:»."""

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form; with `choices`, each a value and its label, one of them is picked."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    needed: bool = False


def fields(kind: str, values: Mapping[str, str], speech: Speech, claims: Iterable[str] = ()) -> list[Field]:
    """The form of an event or claim; `values` are those that it begins with, `claims` those that can be answered."""
    found = []
    for name in FIELDS[kind]:
        if name == "mode":
            continue
        value, choices = values.get(name, ""), _choices(name, speech, claims)
        if name == "type":
            name, value = KIND, values.get(KIND) or f"{value}:{values.get('mode', '')}"
        found.append(Field(name, _label(name, kind, speech), value, choices, name in ("words", "content")))
    return found


def _choices(name: str, speech: Speech, claims: Iterable[str]) -> tuple[tuple[str, str], ...]:
    words = speech.words
    if name == "type":
        return tuple(
            (f"{type}:{mode or ''}", words[kind_key(type, mode)])
            for type, modes in EVENT_TYPES.items()
            for mode in (None, *modes)
        )
    if name == "status":
        return tuple((value, words[f"status.{value}"]) for value in STATUSES)
    if name == "stance":
        return tuple((value, words[f"stance.{value}"]) for value in STANCES)
    if name == "quote":
        return tuple((value, words.get(f"quote.{value}", speech.gettext("in other words"))) for value in QUOTES)
    if name == "responds_to":
        return (("", "–"), *((claim, claim) for claim in claims))
    return ()


def _label(name: str, kind: str, speech: Speech) -> str:
    say = speech.gettext
    told = {
        KIND: say("What"), "status": say("Status"), "words": say("Words that tell it"), "actors": say("Who"),
        "recipients": say("To whom"), "sources": say("According to"), "place": say("Where"), "date": say("When"),
        "stance": say("Stance"), "quote": say("Quotation"), "cue": say("Word of saying"),
        "content": say("What is said"), "speakers": say("Who says it"), "target": say("About whom"),
        "responds_to": say("Answers"),
    }  # fmt: skip
    return told[name]


def written(kind: str, item: Plain) -> dict[str, str]:
    """Every field of an event or claim as `matukio fix` takes it: «Jeshi la Urusi (RUS·MIL)», «Jumapili=2024-06-16»."""
    return {
        name: one_line(_written(name, item["mentions" if name == "words" else name])).strip() for name in FIELDS[kind]
    }


def _written(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name == "words":
        return "; ".join(span["text"] for span in value)
    if name in ("actors", "recipients", "sources", "speakers"):
        return "; ".join(map(_party, value))
    if name == "target":
        return _party(value)
    if name == "place":
        return _coded(value["text"], [value["country"]])
    if name == "date":
        return f"{value['text']}={value['value']}"
    return value["text"] if isinstance(value, Mapping) else str(value)


def _party(party: Plain) -> str:
    return _coded(party["text"], [party["country"], party["sector"]])


def _coded(text: str, codes: Iterable[str | None]) -> str:
    known = "·".join(code for code in codes if code)
    return f"{text} ({known})" if known else text
