"""Stories for the page: the articles of some days are compared once, and kept until the store changes.

Comparing takes a second for some fifty articles, so one comparison runs at a time, of no more articles than `MOST`.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import date, timedelta
from threading import Lock
from typing import Any

from matukio.errors import QuestionError
from matukio.store import Store
from matukio.store.connection import reading
from matukio.store.filters import filters
from matukio.store.newest import count, last_day, stamp
from matukio.store.stories import Compared
from matukio.stories.archive import DAYS

USUAL_DAYS = 14
MOST = 3000
_KEPT = 4


class Comparisons:
    """The last few comparisons of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._kept: OrderedDict[tuple[Any, ...], Compared] = OrderedDict()

    def days(self, since: date | None, until: date | None) -> tuple[date | None, date | None]:
        """The days that are asked for: without a first one, the newest `USUAL_DAYS` up to the last."""
        if since is None:
            with reading(self._store.engine) as connection:
                last = last_day(connection, until or date.today())
            since = last - timedelta(days=USUAL_DAYS - 1) if last else None
        return since, until

    def of(self, since: date | None, until: date | None) -> Compared:
        """The articles of these days compared. Raises QuestionError where they are too many."""
        with reading(self._store.engine) as connection:
            key = (since, until, stamp(connection))
            # A story may reach beyond the days that are asked for.
            first = since - timedelta(days=DAYS) if since else None
            last = until + timedelta(days=DAYS) if until else None
            articles = count(connection, filters(since=first, until=last))
        if articles > MOST:
            raise QuestionError(
                f"from {since} to {until}: {articles} articles are too many to compare for a page; ask for fewer days, "
                "or use `matukio stories`"
            )
        with self._lock:
            if key not in self._kept:
                found = self._store.stories(since=since, until=until)
                # Told here, where nobody else waits inside the comparison.
                _ = found.stories
                self._kept[key] = found
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def copies(self, number: int, published: date | None) -> list[tuple[int, int, str | None, str | None]]:
        """The copied paragraphs of an article: where each begins, and number, title and publisher of the article that
        had it first. Raises QuestionError where too many articles would have to be compared."""
        return self.of(published, published).copies(number)
