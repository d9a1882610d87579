"""A memory of articles: what was read is kept, and can be asked.

    with matukio.open("habari.db") as store:
        store.add("habari/")
        for event in store.events(actor="KEN"): …

SQLite in one file unless an address names PostgreSQL; docs/store.md tells its tables to other programs.
"""

from matukio.store.adding import Failure, Report
from matukio.store.rows import Rows
from matukio.store.store import Store, open

__all__ = ["Failure", "Report", "Rows", "Store", "open"]
