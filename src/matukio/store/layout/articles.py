"""Tables of articles, of what was found in them, and of what people changed in that.

«Rais wa Kenya alizuru Kampala» → a row in `events`, one in `parties` for the actor, one in `facets` for «actor KEN».
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from matukio.store.layout.columns import ID, METADATA, of_article

ARTICLES = Table(
    "articles",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("identity", Text, nullable=False, unique=True),
    Column("hash", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("url", Text),
    Column("source", Text, nullable=False),
    Column("publisher", Text),
    Column("title", Text),
    Column("published", Date),
    Column("language", Text, nullable=False),
    Column("added", DateTime, nullable=False),
    Column("changed", DateTime, nullable=False),
    Column("made_by", Text, nullable=False),
    Index("articles_published", "published"),
    Index("articles_publisher", "publisher", "published"),
    sqlite_autoincrement=True,
)
"""One row an article. `identity` is its address, else where it was found; times are in UTC."""

VERSIONS = Table(
    "versions",
    METADATA,
    of_article(),
    Column("number", Integer, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("added", DateTime, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("difference", Text),
    Column("starts", LargeBinary),
)
"""Each version of an article whole: `record` is its JSON, `difference` how the text changed from the one before,
`starts` where the words of the index stand in the text (`matukio.store.lemmas.packed`)."""

EVENTS = Table(
    "events",
    METADATA,
    of_article(),
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("day", Date),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("date_words", Text),
    Column("date", Text),
    Column("place", Text),
    Column("place_country", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("contexts", Text),
    Column("dead", Integer),
    Column("injured", Integer),
    Column("arrested", Integer),
    Column("quad", Text),
    Column("score", Float),
    Column("plover", Text),
    Column("confidence", Float),
    Column("corrected", Text),
    Index("events_day", "day", "article_id", "number"),
    Index("events_type", "type", "day"),
    Index("events_status", "status", "day"),
    Index("events_type_status", "type", "status", "day"),
)
"""What happened. `day` is the first day of its date, else the day of publication: what answers are sorted by."""

CLAIMS = Table(
    "claims",
    METADATA,
    of_article(),
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("day", Date),
    Column("stance", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("cue", Text),
    Column("content", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("responds_to", Text),
    Column("confidence", Float),
    Column("corrected", Text),
    Index("claims_day", "day", "article_id", "number"),
    Index("claims_stance", "stance", "day"),
)
"""What was said; offsets are those of the content, `day` is the day of publication."""

PARTIES = Table(
    "parties",
    METADATA,
    of_article(),
    Column("number", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("event", Integer),
    Column("claim", Integer),
    Column("words", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("name", Text),
    Column("link", Text),
    Column("country", Text),
    Column("sector", Text),
    ForeignKeyConstraint(["article_id", "event"], ["events.article_id", "events.number"], ondelete="CASCADE"),
    ForeignKeyConstraint(["article_id", "claim"], ["claims.article_id", "claims.number"], ondelete="CASCADE"),
    Index("parties_event", "article_id", "event"),
    Index("parties_claim", "article_id", "claim"),
)
"""Who acts, is acted upon, tells of an event (`event` is set), speaks or is accused (`claim` is set)."""

TIMES = Table(
    "times",
    METADATA,
    of_article(),
    Column("number", Integer, primary_key=True),
    Column("words", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("value", Text, nullable=False),
)
"""Temporal expressions with TIMEX3 type and value."""

ENTITIES = Table(
    "entities",
    METADATA,
    Column("id", ID, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("link", Text),
    Column("country", Text),
    Column("sector", Text),
    Column("articles", Integer, nullable=False),
    Index("entities_articles", "articles"),
    Index("entities_country", "country", "articles"),
    Index("entities_type", "type", "articles"),
)
"""Names, one row each over all articles: those with a link by it, others by type, name and country."""

MENTIONS = Table(
    "mentions",
    METADATA,
    of_article(),
    Column("number", Integer, primary_key=True),
    Column("entity_id", ID, ForeignKey("entities.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("mentions_entity", "entity_id", "article_id"),
)
"""Where a name stands."""

FACETS = Table(
    "facets",
    METADATA,
    Column("facet", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    of_article(),
    Column("number", Integer, primary_key=True),
    Index("facets_article", "article_id"),
    sqlite_with_rowid=False,
)
"""The index that filters use: who is what in which event (actor, recipient, source, place) or claim (speaker, target).

`value` is a country's code, «KEN·GOV», «·GOV», a link, or a word of the name in small letters; of the facet `pair`
«RUS>PRK» for what one does to the other, «PRK&RUS» for what both do. `day` is empty where no day is known.
"""

CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("id", ID, primary_key=True),
    of_article(primary_key=False),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("anchor", Text, nullable=False),
    Column("note", Text),
    Column("made", DateTime, nullable=False),
    Index("corrections_article", "article_id"),
    sqlite_autoincrement=True,
)
"""What people changed, kept apart from what the program found: `matukio fix`."""

OF_AN_ARTICLE = (PARTIES, EVENTS, CLAIMS, TIMES, MENTIONS, FACETS)
"""What is made from an article's record, in an order in which rows can be deleted."""
