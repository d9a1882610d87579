"""Where the words of the index stand in the text, so that a search can mark them without analysing it again; in
PostgreSQL an index of the words of titles, for a search compares those articles first."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column, which what older versions wrote lacks until it is read again, and the index; in SQLite the index
    of words tells titles apart itself."""
    op.add_column("versions", sa.Column("starts", sa.LargeBinary(), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE INDEX words_titles ON words USING gin (ts_filter(lemmas, '{a}'))")
