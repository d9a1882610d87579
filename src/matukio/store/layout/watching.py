"""Tables of what is watched: pages that were asked for, saved searches, and what these found."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, Table, Text

from matukio.store.layout.columns import ID, METADATA, of_article

PAGES = Table(
    "pages",
    METADATA,
    Column("address", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("article_id", ID, ForeignKey("articles.id", ondelete="CASCADE")),
    Index("pages_article", "article_id"),
)
"""What servers gave to ask «has it changed?» with: of a page, which names its article, or of a feed."""

SEARCHES = Table(
    "searches",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("since", DateTime, nullable=False),
)
"""The saved searches of `matukio watch`; articles that came before `since` were searched already."""

ALERTS = Table(
    "alerts",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("search", Text, nullable=False),
    Column("key", Text, nullable=False),
    of_article(primary_key=False),
    Column("item", Text, nullable=False),
    Column("made", DateTime, nullable=False),
    Index("alerts_search", "search", "key", unique=True),
    Index("alerts_article", "article_id"),
    sqlite_autoincrement=True,
)
"""What saved searches found, each event or claim once; `item` is its row as JSON."""

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("alert_id", ID, ForeignKey("alerts.id", ondelete="CASCADE"), primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("done", DateTime),
    Column("next_try", DateTime),
    Column("reason", Text),
)
"""Where alerts went or are still to go: a file or a webhook."""
