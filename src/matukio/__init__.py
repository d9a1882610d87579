"""Matukio reads Swahili news: who did what to whom, where and when, and who says so.

    from datetime import date
    import matukio

    record = matukio.read("Rais wa Kenya aliwasili Kampala Jumatatu.", published=date(2024, 6, 18))
    record.events[0].actors[0].country

Importing the package loads no data and no heavy library; the first text that is read does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from matukio.export.explanation import explain
    from matukio.pipeline import read, read_file, read_url
    from matukio.record import Claim, Entity, Event, Party, Record, Time
    from matukio.store import open

_HOMES = {
    "explain": "matukio.export.explanation",
    "open": "matukio.store",
    "read": "matukio.pipeline",
    "read_file": "matukio.pipeline",
    "read_url": "matukio.pipeline",
    "Claim": "matukio.record",
    "Entity": "matukio.record",
    "Event": "matukio.record",
    "Party": "matukio.record",
    "Record": "matukio.record",
    "Time": "matukio.record",
}

__all__ = [
    "Claim", "Entity", "Event", "Party", "Record", "Time",
    "__version__", "explain", "open", "read", "read_file", "read_url",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Public names are imported when first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'matukio' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
