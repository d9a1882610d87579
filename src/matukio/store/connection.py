"""Where the store lies and how it is opened: a SQLite file, or PostgreSQL at an address.

    address(None) → "sqlite:////home/…/.local/share/matukio/matukio.db", unless MATUKIO_DB names another

A file that an older Matukio made is upgraded when it is opened, and a copy of it is kept.
"""

from __future__ import annotations

import logging
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from matukio.errors import StoreError
from matukio.store.views import POSTGRESQL, SQLITE

# How long a program waits for another that writes to the same file.
BUSY_SECONDS = 60
# After how long it says so.
NOTICE_SECONDS = 2
# One writer at a time in PostgreSQL too: the number that all copies of Matukio lock.
WRITER_LOCK = 0x6D6174756B
_MEMORY_KIB = 64 * 1024
LOG = logging.getLogger(__name__)


def address(given: str | os.PathLike[str] | None) -> str:
    """The store's address for SQLAlchemy, from a path, an address, or None for MATUKIO_DB or the user's own file."""
    named = os.fspath(given) if given else os.environ.get("MATUKIO_DB") or str(default_path())
    if re.match(r"postgres(ql)?(\+\w+)?://", named):
        return re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql+psycopg://", named)
    if re.match(r"[a-z][a-z0-9+]+://", named) and not named.startswith("sqlite:///"):
        raise StoreError(f"{named}: a store is a file or an address like postgresql://user@host/name")
    path = Path(named.removeprefix("sqlite:///")).expanduser()
    return f"sqlite:///{path.resolve()}"


def default_path() -> Path:
    """The file in the user's own data folder."""
    from platformdirs import user_data_path

    return user_data_path("matukio", appauthor=False) / "matukio.db"


def file_of(url: str) -> Path | None:
    """The file of a SQLite store, None for PostgreSQL."""
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:") else None


def connect(url: str, *, must_exist: bool = False) -> Engine:
    """An engine whose tables are there and of this version. Raises StoreError."""
    path = file_of(url)
    if path is not None:
        _check_file(path, must_exist)
    elif url.startswith("postgresql"):
        _need_psycopg()
    engine = create_engine(url, **_options(path))
    if path is not None:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        from matukio.store.upgrading import upgrade

        upgrade(engine)
    except OperationalError as error:
        engine.dispose()
        raise StoreError(f"{shown(url)}: cannot be opened ({reason(error)})") from None
    except DBAPIError as error:
        engine.dispose()
        raise StoreError(f"{shown(url)}: is no store of Matukio ({reason(error)})") from None
    except StoreError:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for questions."""
    with engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that nobody else writes beside; rolled back when anything is raised inside."""
    with engine.connect().execution_options(matukio_writes=True) as connection, connection.begin():
        if connection.dialect.name == POSTGRESQL:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER_LOCK})
        yield connection


def shown(url: str) -> str:
    """The address as messages may show it, without a password."""
    path = file_of(url)
    return str(path) if path else re.sub(r"(://[^:/@]*):[^@]*@", r"\1:…@", url.replace("+psycopg", ""))


def reason(error: DBAPIError) -> str:
    """What the database said, in one line."""
    return " ".join(str(error.orig).split())


def _check_file(path: Path, must_exist: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file in it")
    if not path.exists() and must_exist:
        raise StoreError(f"{path}: no such store; matukio add fills one, --db or MATUKIO_DB names another")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            with path.open("rb") as file:
                if (start := file.read(16)) and start != b"SQLite format 3\0":
                    raise StoreError(f"{path}: is no store of Matukio but some other file; name another with --db")
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened ({error.strerror or error})") from None


def _need_psycopg() -> None:
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise StoreError("PostgreSQL needs psycopg: pip install 'matukio[postgres]'") from None


def _options(path: Path | None) -> dict[str, Any]:
    return {"connect_args": {"timeout": BUSY_SECONDS}} if path is not None else {}


def _prepare_sqlite(connection: Any, record: Any) -> None:
    # The driver would begin transactions by itself, and late; `_begin_sqlite` does instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        # With a write-ahead log a killed program loses nothing; a power cut can lose the last commits, never the file.
        "synchronous = NORMAL",
        "foreign_keys = ON",
        f"cache_size = -{_MEMORY_KIB}",
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer asks for its lock at once: asked for later, it could be refused in the midst of its work."""
    writes = connection.get_execution_options().get("matukio_writes")
    if not writes:
        connection.exec_driver_sql("BEGIN")
        return
    own = connection.connection.cursor()
    own.execute(f"PRAGMA busy_timeout = {int(NOTICE_SECONDS * 1000)}")
    try:
        own.execute("BEGIN IMMEDIATE")
        begun = True
    except sqlite3.OperationalError:
        begun = False
    finally:
        own.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        own.close()
    if not begun:
        LOG.warning("matukio: another program writes to the store; waiting for up to %d seconds", BUSY_SECONDS)
        connection.exec_driver_sql("BEGIN IMMEDIATE")


__all__ = ["SQLITE", "address", "connect", "default_path", "file_of", "reading", "shown", "writing"]
