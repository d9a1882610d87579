"""The tables of the store, as docs/store.md tells them to other programs.

«Rais wa Kenya alizuru Kampala» → a row in `events`, one in `parties` for the actor, one in `facets` for «actor KEN».

`versions.record` is the truth, the JSON of the whole record; all other tables are made from it and from `corrections`,
and can be made again. Numbers count from 0 inside an article, in the order of its record.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
    }
)

# SQLite gives rows a number of themselves only when the key is an INTEGER.
_ID = BigInteger().with_variant(Integer, "sqlite")


def _article(primary_key: bool = True) -> Column[int]:
    return Column(
        "article_id", _ID, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=primary_key, nullable=False
    )


ARTICLES = Table(
    "articles",
    METADATA,
    Column("id", _ID, primary_key=True),
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
    _article(),
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
    _article(),
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
    _article(),
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
    _article(),
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
    _article(),
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
    Column("id", _ID, primary_key=True),
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
    _article(),
    Column("number", Integer, primary_key=True),
    Column("entity_id", _ID, ForeignKey("entities.id"), nullable=False),
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
    _article(),
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
    Column("id", _ID, primary_key=True),
    _article(primary_key=False),
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

PAGES = Table(
    "pages",
    METADATA,
    Column("address", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("article_id", _ID, ForeignKey("articles.id", ondelete="CASCADE")),
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
    Column("id", _ID, primary_key=True),
    Column("search", Text, nullable=False),
    Column("key", Text, nullable=False),
    _article(primary_key=False),
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
    Column("alert_id", _ID, ForeignKey("alerts.id", ondelete="CASCADE"), primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("done", DateTime),
    Column("next_try", DateTime),
    Column("reason", Text),
)
"""Where alerts went or are still to go: a file or a webhook."""

REPORTS = Table(
    "reports",
    METADATA,
    _article(),
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
    _article(),
    Column("other_id", BigInteger, primary_key=True, autoincrement=False),
    Column("millionths", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Reports of one week that are alike, each pair both ways."""

COPIES = Table(
    "copies",
    METADATA,
    _article(),
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
    Column("id", _ID, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
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
    _article(),
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
    Column("id", _ID, primary_key=True),
    _article(primary_key=False),
    Column("event", Text),
    Column("words", Text),
    Column("other_id", _ID, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
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
