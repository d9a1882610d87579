"""Stories for the page: those of the newest days unless others are asked for."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from threading import Thread

from sqlalchemy.exc import SQLAlchemyError

from matukio.store import Store
from matukio.store.connection import reading
from matukio.store.newest import last_day
from matukio.store.stories import Compared, compare_all, uncompared

USUAL_DAYS = 14


class Comparisons:
    """The stories of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        if uncompared(store.engine):
            # What an older Matukio added; no visitor waits until all of it is compared.
            Thread(target=self._compare, name="comparing", daemon=True).start()

    def _compare(self) -> None:
        # A store that is closed meanwhile is compared the next time.
        with suppress(SQLAlchemyError):
            compare_all(self._store.engine)

    def days(self, since: date | None, until: date | None) -> tuple[date | None, date | None]:
        """The days that are asked for: without a first one, the newest `USUAL_DAYS` up to the last."""
        if since is None:
            with reading(self._store.engine) as connection:
                last = last_day(connection, until or date.today())
            since = last - timedelta(days=USUAL_DAYS - 1) if last else None
        return since, until

    def of(self, since: date | None, until: date | None) -> Compared:
        """The stories of these days."""
        return Compared(self._store.engine, since, until)

    def copies(self, number: int) -> list[tuple[int, int, str | None, str | None]]:
        """The copied paragraphs of an article: where each begins, and number, title and publisher of the article that
        had it first."""
        return Compared(self._store.engine).copies(number)
