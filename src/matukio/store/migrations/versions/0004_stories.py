"""What stories need: articles as they are compared, copies, stories, events told by several, and what people said of
them. Articles that are in the store already are compared when stories are first asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "reports",
        _article("reports"),
        sa.Column("rank", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("story", sa.BigInteger(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("profile", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name=op.f("reports_pkey")),
    )
    op.create_index("reports_rank", "reports", ["rank"], unique=False)
    op.create_index("reports_day", "reports", ["day"], unique=False)
    op.create_index("reports_story", "reports", ["story", "rank"], unique=False)
    op.create_table(
        "shingles",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "rank", "article_id", name=op.f("shingles_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "alike",
        _article("alike"),
        sa.Column("other_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("millionths", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "other_id", name=op.f("alike_pkey")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copies",
        _article("copies"),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("original_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "paragraph", name=op.f("copies_pkey")),
    )
    op.create_index("copies_original", "copies", ["original_id"], unique=False)
    op.create_table(
        "stories",
        sa.Column("id", _ID, nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["articles.id"], name=op.f("stories_id_fkey"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("stories_pkey")),
    )
    op.create_index("stories_day", "stories", ["last_day"], unique=False)
    op.create_table(
        "tellings",
        _article("tellings"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_article", sa.BigInteger(), nullable=False),
        sa.Column("first_number", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("independent", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("shared", sa.Text(), nullable=True),
        sa.Column("copy_article", sa.BigInteger(), nullable=True),
        sa.Column("copy_number", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("article_id", "number", name=op.f("tellings_pkey")),
    )
    op.create_index("tellings_first", "tellings", ["first_article", "first_number"], unique=False)
    op.create_table(
        "bonds",
        sa.Column("id", _ID, nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("other_id", _ID, nullable=False),
        sa.Column("other_event", sa.Text(), nullable=True),
        sa.Column("other_words", sa.Text(), nullable=True),
        sa.Column("together", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("bonds_article_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["other_id"], ["articles.id"], name=op.f("bonds_other_id_fkey"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("bonds_pkey")),
        sqlite_autoincrement=True,
    )
    op.create_index("bonds_article", "bonds", ["article_id"], unique=False)
    op.create_index("bonds_other", "bonds", ["other_id"], unique=False)
    op.create_table(
        "compared",
        sa.Column("token", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("token", name=op.f("compared_pkey")),
    )
    op.execute("INSERT INTO compared (token) VALUES (0)")


def _article(table: str) -> sa.Column[int]:
    key = sa.ForeignKey("articles.id", name=op.f(f"{table}_article_id_fkey"), ondelete="CASCADE")
    return sa.Column("article_id", _ID, key, nullable=False)
