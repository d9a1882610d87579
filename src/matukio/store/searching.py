"""Search by lemma: «kutembelea» finds «alimtembelea», the best articles first, with the words marked in a snippet.

search(connection, "kutembelea hospitali") → 12 | 2024-06-18 | … Waziri «alimtembelea» mgonjwa katika «hospitali» …
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from itertools import product
from math import prod
from typing import Any

from sqlalchemy import Connection, Select, and_, column, func, select, table, text

from matukio.errors import QuestionError
from matukio.store.filters import Filters
from matukio.store.layout import ARTICLES, ENTITIES, VERSIONS
from matukio.store.lemmas import Term, marked, terms
from matukio.store.rows import Rows
from matukio.store.views import SQLITE

COLUMNS: dict[str, type] = {
    "id": int, "published": date, "title": str, "publisher": str, "snippet": str, "rank": float, "url": str,
    "found_in": str,
}  # fmt: skip
ENTITY_COLUMNS: dict[str, type] = {
    "name": str, "type": str, "country": str, "sector": str, "link": str, "articles": int,
}  # fmt: skip

SNIPPET_CHARACTERS = 240
# A phrase whose words have several readings each is asked for in so many combinations at most.
MOST_PHRASES = 16


def search(connection: Connection, query: str, wanted: Filters, *, limit: int = 20) -> Rows:
    """Articles that have every word of the query in some form, the best first.

    «-word» must be missing, «"words in a row"» must stand so. Raises QuestionError for a query without words.
    """
    asked = terms(query)
    if not any(term.wanted for term in asked):
        raise QuestionError(f"search {query!r}: give at least one word that the articles should have")
    statement = (_sqlite if connection.dialect.name == SQLITE else _postgresql)(asked, wanted, limit)
    found = connection.execute(statement).all()
    records = _records(connection, [row.id for row in found])
    return Rows(
        COLUMNS,
        [
            (
                row.id, row.published, row.title, row.publisher, snippet(records[row.id], asked),
                round(float(row.rank), 3), row.url, row.source,
            )
            for row in found
        ],
    )  # fmt: skip


def entities(
    connection: Connection,
    *,
    name: str | None = None,
    type: str | None = None,
    country: str | None = None,
    sector: str | None = None,
    limit: int | None = 50,
) -> Rows:
    """Names, those in most articles first; `name` is a part of it, in any case of letters."""
    asked = select(*(ENTITIES.c[column_name] for column_name in ENTITY_COLUMNS))
    for key, value in (("type", type), ("country", country), ("sector", sector)):
        if value is not None:
            asked = asked.where(ENTITIES.c[key] == value.upper())
    if name is not None:
        asked = asked.where(func.lower(ENTITIES.c.name).contains(name.lower(), autoescape=True))
    asked = asked.order_by(ENTITIES.c.articles.desc(), ENTITIES.c.id.desc())
    return Rows(ENTITY_COLUMNS, connection.execute(asked.limit(limit) if limit else asked).all())


def snippet(record: dict[str, Any], asked: Sequence[Term]) -> str:
    """The sentence that has most of the words asked for, these in «quotation marks», shortened where it is long."""
    whole: str = record["text"]
    marks = marked(whole, list(asked))
    sentences = [(sentence["start"], sentence["end"]) for sentence in record["sentences"]] or [(0, len(whole))]
    best = max(sentences, key=lambda span: len({whole[s:e].casefold() for s, e in marks if span[0] <= s < span[1]}))
    start, end = best
    first = next((s for s, _ in marks if start <= s < end), start)
    if end - start > SNIPPET_CHARACTERS:
        start = max(start, whole.rfind(" ", start, max(start, first - SNIPPET_CHARACTERS // 3)) + 1)
        if end - start > SNIPPET_CHARACTERS:
            end = max(whole.rfind(" ", start, start + SNIPPET_CHARACTERS), start + 1)
    pieces, at = [], start
    for mark_start, mark_end in marks:
        if start <= mark_start and mark_end <= end:
            pieces += [whole[at:mark_start], "«", whole[mark_start:mark_end], "»"]
            at = mark_end
    told = " ".join("".join([*pieces, whole[at:end]]).split())
    return ("… " if start > best[0] else "") + told + (" …" if end < best[1] else "")


def _sqlite(asked: Sequence[Term], wanted: Filters, limit: int) -> Select[Any]:
    words = table("words", column("rowid"), column("rank"))
    match = text("words MATCH :asked").bindparams(asked=_fts5(asked))
    statement = (
        select(*_article(), (-words.c.rank).label("rank"))
        .select_from(words.join(ARTICLES, ARTICLES.c.id == words.c.rowid))
        .where(match, *_conditions(wanted))
    )
    return statement.order_by(words.c.rank).limit(limit)


def _postgresql(asked: Sequence[Term], wanted: Filters, limit: int) -> Select[Any]:
    words = table("words", column("article_id"), column("lemmas"))
    query = func.to_tsquery(text("'simple'"), _tsquery(asked))
    # 1 divides by the logarithm of the length, so that long articles do not win by having more words.
    rank = func.ts_rank(words.c.lemmas, query, 1).label("rank")
    statement = (
        select(*_article(), rank)
        .select_from(words.join(ARTICLES, ARTICLES.c.id == words.c.article_id))
        .where(words.c.lemmas.op("@@")(query), *_conditions(wanted))
    )
    return statement.order_by(rank.desc(), ARTICLES.c.id).limit(limit)


def _article() -> list[Any]:
    return [ARTICLES.c[name] for name in ("id", "published", "title", "publisher", "url", "source")]


def _conditions(wanted: Filters) -> list[Any]:
    found = []
    if wanted.since:
        found.append(ARTICLES.c.published >= wanted.since)
    if wanted.until:
        found.append(ARTICLES.c.published <= wanted.until)
    if wanted.publishers:
        found.append(ARTICLES.c.publisher.in_(wanted.publishers))
    return found


def _fts5(asked: Sequence[Term]) -> str:
    """The query for FTS5; every token is letters and digits, so the quotation marks hold."""
    have = " AND ".join(_phrases(term, '"{}"', " ", " OR ") for term in asked if term.wanted)
    lack = " OR ".join(_phrases(term, '"{}"', " ", " OR ") for term in asked if not term.wanted)
    return f"({have}) NOT ({lack})" if lack else have


def _tsquery(asked: Sequence[Term]) -> str:
    have = [_phrases(term, "({})", " <-> ", " | ") for term in asked if term.wanted]
    lack = [f"!{_phrases(term, '({})', ' <-> ', ' | ')}" for term in asked if not term.wanted]
    return " & ".join([*have, *lack])


def _phrases(term: Term, quoted: str, joined: str, either: str) -> str:
    """One word in all its readings, or several in a row in every combination of theirs."""
    words = [sorted(word) for word in term.words]
    while prod(len(word) for word in words) > MOST_PHRASES:
        words = [word[: max(1, len(word) - 1)] for word in words]
    return "(" + either.join(quoted.format(joined.join(phrase)) for phrase in product(*words)) + ")"


def _records(connection: Connection, ids: list[int]) -> dict[int, dict[str, Any]]:
    newest = and_(VERSIONS.c.article_id == ARTICLES.c.id, VERSIONS.c.number == ARTICLES.c.version)
    asked = select(ARTICLES.c.id, VERSIONS.c.record).select_from(ARTICLES.join(VERSIONS, newest))
    return {row.id: json.loads(row.record) for row in connection.execute(asked.where(ARTICLES.c.id.in_(ids)))}


__all__ = ["COLUMNS", "ENTITY_COLUMNS", "entities", "search", "snippet"]
