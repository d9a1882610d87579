"""A memory of articles: what was read is kept, and can be asked.

    with matukio.open("habari.db") as store:
        store.add("habari/")
        for event in store.events(actor="KEN"): …

SQLite in one file unless an address names PostgreSQL; docs/store.md tells its tables to other programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matukio.store.adding import Failure, Report
    from matukio.store.rows import Rows
    from matukio.store.store import Store, open

_HOMES = {
    "Failure": "matukio.store.adding",
    "Report": "matukio.store.adding",
    "Rows": "matukio.store.rows",
    "Store": "matukio.store.store",
    "open": "matukio.store.store",
}

__all__ = ["Failure", "Report", "Rows", "Store", "open"]


def __getattr__(name: str) -> Any:
    """Public names are imported when first used: the command line's help needs `conditions` alone."""
    if name not in _HOMES:
        raise AttributeError(f"module 'matukio.store' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
