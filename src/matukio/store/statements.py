"""Small statements, some hundred an article, put to the driver itself, which takes a tenth of the time for each.

    statements = Statements(connection)
    statements.one("SELECT count(*) FROM copies WHERE article_id = ?", (12,)) → 3

Values are marked with «?» for every database.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from matukio.store.views import SQLITE


class Statements:
    """The driver's cursor inside the connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        self.in_sqlite = connection.dialect.name == SQLITE
        self._cursor: Any = connection.connection.cursor()

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        self._cursor.execute(self._spelt(statement), values)

    def run_for_each(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            self._cursor.executemany(self._spelt(statement), rows)

    def all(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        self.run(statement, values)
        found: list[Any] = self._cursor.fetchall()
        return found

    def first(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """The first row, None where there is none."""
        self.run(statement, values)
        return self._cursor.fetchone()

    def one(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row. Raises LookupError where there is none."""
        row = self.first(statement, values)
        if row is None:
            raise LookupError(f"{statement}: {values}")
        return row[0]

    def close(self) -> None:
        self._cursor.close()

    def _spelt(self, statement: str) -> str:
        return statement if self.in_sqlite else statement.replace("?", "%s")
