"""Why a record says what it says: each field of an event, claim, time or name with the rule and the words behind it.

e1 CONSULT visit «kuzuru»
  type: CONSULT ← event noun «ziara»
  status: planned ← future tense «atafanya»
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from matukio.export.wording import one_line, party, place, quoted
from matukio.record import Claim, Entity, Event, Evidence, Party, Place, Record, Size, Span, Time, When

# Not facts of their own: where the words stand, and what the header line says already.
_UNTOLD = ("id", "text", "start", "end", "evidence")


def explain(record: Record, found: Event | Claim | Time | Entity) -> str:
    """Each known field of something found in the record: its value ← the rule that set it «the words it read»."""
    lines = [_header(found)]
    for name, value in _values(found):
        lines.append(f"  {name}: {value}{_because(record, found.evidence.get(name, ()))}")
    told = {field.name for field in fields(found)}
    for name, evidence in found.evidence.items():
        if name not in told or name in _UNTOLD:
            lines.append(f"  {name}{_because(record, evidence)}")
    return "\n".join(lines)


def _header(found: Event | Claim | Time | Entity) -> str:
    if isinstance(found, Event):
        kind = " ".join(part for part in (found.type, found.mode) if part)
        return f"{found.id} {kind} {quoted(found.mentions[0])}"
    if isinstance(found, Claim):
        return f"{found.id} {found.stance} {quoted(found.cue or found.content)}"
    if isinstance(found, Entity):
        return f"{found.id} {found.type} {quoted(found)}"
    return f"{found.type} {quoted(found)}"


def _values(found: Event | Claim | Time | Entity) -> Iterator[tuple[str, str]]:
    """The fields that say something, in the order of the record."""
    for field in fields(found):
        value = getattr(found, field.name)
        told = _told(value)
        if field.name not in _UNTOLD and (told or found.evidence.get(field.name)):
            yield field.name, told or "null"


def _told(value: Any) -> str:
    """A value of the record in words; nothing for what is not known."""
    if isinstance(value, tuple):
        return ", ".join(_told(item) for item in value)
    if isinstance(value, Party):
        return party(value)
    if isinstance(value, Place):
        return place(value)
    if isinstance(value, When):
        return f"{value.value} {quoted(value)}"
    if isinstance(value, Span):
        return quoted(value)
    if isinstance(value, Size):
        return ", ".join(
            f"{f.name} {getattr(value, f.name)}" for f in fields(value) if getattr(value, f.name) is not None
        )
    return "" if value is None else str(value)


def _because(record: Record, evidence: tuple[Evidence, ...]) -> str:
    """« ← rule «words»; rule «words»», each once."""
    reasons = dict.fromkeys(f"{e.rule} «{one_line(record.text[e.start : e.end])}»" for e in evidence)
    return f" ← {'; '.join(reasons)}" if reasons else ""
