"""Tables of stories: what articles are compared by, who copies whom, which events are one."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from matukio.store.layout.columns import ID, METADATA, of_article

REPORTS = Table(
    "reports",
    METADATA,
    of_article(),
    Column("rank", BigInteger, nullable=False),
    Column("day", Integer),
    Column("story", BigInteger),
    Column("publisher", Text),
    Column("agency", Text),
    Column("profile", LargeBinary, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Index("reports_rank", "rank"),
    Index("reports_day", "day"),
    Index("reports_story", "story", "rank"),
)
"""What articles are compared by: `matukio.stories.shapes`. `story` is the number of its first report; `publisher` and
`agency`, the one that the article credits, are in small letters, for who is independent of whom."""

SHINGLES = Table(
    "shingles",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("rank", BigInteger, primary_key=True, autoincrement=False),
    Column("article_id", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Which articles hold a run of words, or the names of a sentence, by a hash of it; the oldest first."""

ALIKE = Table(
    "alike",
    METADATA,
    of_article(),
    Column("other_id", BigInteger, primary_key=True, autoincrement=False),
    Column("millionths", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Reports of one week that are alike, each pair both ways."""

COPIES = Table(
    "copies",
    METADATA,
    of_article(),
    Column("paragraph", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("share", Float, nullable=False),
    Column("original_id", BigInteger, nullable=False),
    Index("copies_original", "original_id"),
)
"""Copied paragraphs, by their numbers and offsets in the text, each with the earliest article that has it."""

STORIES = Table(
    "stories",
    METADATA,
    Column("id", ID, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("reports", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Index("stories_day", "last_day"),
)
"""Stories, by the number of their first report; `independent` counts the reports that owe nothing to an earlier one."""

TELLINGS = Table(
    "tellings",
    METADATA,
    of_article(),
    Column("number", Integer, primary_key=True),
    Column("first_article", BigInteger, nullable=False),
    Column("first_number", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("rule", Text),
    Column("shared", Text),
    Column("copy_article", BigInteger),
    Column("copy_number", Integer),
    Index("tellings_first", "first_article", "first_number"),
)
"""Events that are one: each with the first telling of what it tells, the counts of reports and of independent ones,
why it was taken for the same, and the event that it copies, where it stands in a copied paragraph."""

BONDS = Table(
    "bonds",
    METADATA,
    Column("id", ID, primary_key=True),
    of_article(primary_key=False),
    Column("event", Text),
    Column("words", Text),
    Column("other_id", ID, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("other_event", Text),
    Column("other_words", Text),
    Column("together", Boolean, nullable=False),
    Column("note", Text),
    Column("made", DateTime, nullable=False),
    Index("bonds_article", "article_id"),
    Index("bonds_other", "other_id"),
    sqlite_autoincrement=True,
)
"""What people said of two articles, or of two events: that they are one story or one event, or that they are not.

Events are known by their ids and the words that they stand on, so that another reading finds them again."""

COMPARED = Table("compared", METADATA, Column("token", BigInteger, primary_key=True, autoincrement=False))
"""One row, another number after every change of `reports`: whoever holds some of them knows whether that is all."""
