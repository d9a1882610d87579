"""Where the words of the index stand in the text, so that a search can mark them without analysing it again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; what older versions wrote has none until it is read again."""
    op.add_column("versions", sa.Column("starts", sa.LargeBinary(), nullable=True))
