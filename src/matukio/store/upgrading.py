"""Brings a store to this version's tables: a new one from nothing, an older one in place, with a copy kept.

matukio.db of revision 0001 → matukio.db of revision 0002, beside it matukio.db.before-0002
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from matukio.errors import StoreError
from matukio.store.views import POSTGRESQL, VIEWS, create_views

if TYPE_CHECKING:
    from alembic.config import Config

LATEST = "0004"
"""The newest revision in `migrations/versions`; a test holds it to that."""

_UPGRADE_LOCK = 0x6D61747570


def revision(connection: Connection) -> str | None:
    """The revision of a store's tables; None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def upgrade(engine: Engine, target: str = LATEST) -> Path | None:
    """Make or upgrade the tables; the copy that was kept of an older file, if one was.

    Raises StoreError when a newer Matukio made the store, or another program.
    """
    with engine.connect() as connection:
        found = revision(connection)
        strange = found is None and inspect(connection).get_table_names()
    if found == target:
        return None
    name = engine.url.database or ""
    if strange:
        raise StoreError(f"{name}: holds tables of another program; name another store")
    if found is not None and found not in _revisions():
        raise StoreError(f"{name}: a newer Matukio made it (its revision {found}); install that version to open it")
    copy = _copy(Path(name), target) if found is not None and engine.dialect.name != POSTGRESQL else None
    _migrate(engine, target)
    return copy


def _copy(path: Path, target: str) -> Path:
    kept = path.with_name(f"{path.name}.before-{target}")
    copy_file(path, kept)
    return kept


def copy_file(path: Path, copy: Path) -> None:
    """A whole copy of a SQLite file, also while others write to it."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as kept:
        source.backup(kept)


def _migrate(engine: Engine, target: str) -> None:
    from alembic import command

    config = _config()
    with engine.connect().execution_options(matukio_writes=True) as connection, connection.begin():
        if connection.dialect.name == POSTGRESQL:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        config.attributes["connection"] = connection
        # Views hold nothing: they are always those of this version.
        for view in VIEWS:
            connection.execute(text(f"DROP VIEW IF EXISTS {view}"))
        command.upgrade(config, target)
        for statement in create_views(connection.dialect.name):
            connection.execute(text(statement))


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "matukio.store:migrations")
    return config


@cache
def _revisions() -> frozenset[str]:
    from alembic.script import ScriptDirectory

    return frozenset(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())
