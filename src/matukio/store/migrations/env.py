"""Runs migrations on the connection that `matukio.store.upgrading` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from matukio.store.layout import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
