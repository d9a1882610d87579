"""Views and the index of words, which the two databases spell differently.

`event_rows` and `claim_rows` are for other programs: one row an event or claim, all that is known of it in columns.
"""

from __future__ import annotations

SQLITE, POSTGRESQL = "sqlite", "postgresql"
VIEWS = ("event_rows", "claim_rows")


def create_views(dialect: str) -> list[str]:
    """The statements that make the two views."""
    return [
        _EVENT_ROWS.format_map(_Parties(dialect, "event", "e")),
        _CLAIM_ROWS.format_map(_Parties(dialect, "claim", "c")),
    ]


def create_words(dialect: str) -> list[str]:
    """The statements that make the index of words: a row an article, its lemmas in order."""
    if dialect == SQLITE:
        return [
            'CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize = "unicode61 remove_diacritics 0")',
        ]
    return [
        "CREATE TABLE words (article_id bigint PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,"
        " lemmas tsvector NOT NULL)",
        "CREATE INDEX words_lemmas ON words USING gin (lemmas)",
    ]


class _Parties(dict[str, str]):
    """For «actor.country» the SQL that joins the countries of an event's actors by «; »."""

    def __init__(self, dialect: str, kind: str, alias: str) -> None:
        super().__init__(
            join="group_concat" if dialect == SQLITE else "string_agg",
            id=_ID[dialect].format(alias),
            happening=_told_of("first", dialect),
            copy=_told_of("copy", dialect),
        )
        self.kind, self.alias = kind, alias

    def __missing__(self, key: str) -> str:
        role, column = key.split("_")
        return (
            f"(SELECT {self['join']}(p.{column}, '; ') FROM (SELECT {column} FROM parties"
            f" WHERE article_id = {self.alias}.article_id AND {self.kind} = {self.alias}.number AND role = '{role}'"
            f" AND {column} IS NOT NULL ORDER BY number) AS p)"
        )


def _told_of(which: str, dialect: str) -> str:
    """The reference of the first telling of an event, or of the event that it copies."""
    told = f"f.article_id = t.{which}_article AND f.number = t.{which}_number"
    return f"(SELECT {_ID[dialect].format('f')} FROM events f WHERE {told})"


_ID = {SQLITE: "{0}.article_id || '.' || {0}.key", POSTGRESQL: "{0}.article_id::text || '.' || {0}.key"}

_EVENT_ROWS = """
CREATE VIEW event_rows AS SELECT
    {id} AS id, e.day, e.type, e.mode, e.status, e.words,
    {actor_words} AS actors, {actor_country} AS actor_countries, {actor_sector} AS actor_sectors,
    {recipient_words} AS recipients, {recipient_country} AS recipient_countries,
    {recipient_sector} AS recipient_sectors,
    e.place, e.place_country, e.latitude, e.longitude, e.date, e.date_words,
    {source_words} AS sources, {source_country} AS source_countries,
    e.contexts, e.dead, e.injured, e.arrested, e.quad, e.score, e.plover, e.confidence, e.corrected,
    {happening} AS happening, t.reports, t.independent, {copy} AS copy_of,
    a.title, a.publisher, a.published, a.url, a.source AS found_in, e.article_id, e.number, e.start, e."end"
FROM events e JOIN articles a ON a.id = e.article_id
LEFT JOIN tellings t ON t.article_id = e.article_id AND t.number = e.number
"""

_CLAIM_ROWS = """
CREATE VIEW claim_rows AS SELECT
    {id} AS id, c.day, c.stance, c.quote,
    {speaker_words} AS speakers, {speaker_country} AS speaker_countries, {speaker_sector} AS speaker_sectors,
    c.cue, c.content, {target_words} AS target, {target_country} AS target_country,
    c.responds_to, c.confidence, c.corrected,
    a.title, a.publisher, a.published, a.url, a.source AS found_in, c.article_id, c.number, c.start, c."end"
FROM claims c JOIN articles a ON a.id = c.article_id
"""
