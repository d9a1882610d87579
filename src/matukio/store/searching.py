"""Search by lemma: «kutembelea» finds «alimtembelea», the best articles first, with the words marked in a snippet.

search(connection, "kutembelea hospitali") → 12 | 2024-06-18 | … Waziri «alimtembelea» mgonjwa katika «hospitali» …
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import log, prod
from typing import Any

from sqlalchemy import Connection, and_, column, func, select, table, text, union

from matukio.errors import QuestionError
from matukio.store.filters import Filters
from matukio.store.layout import ARTICLES, ENTITIES, VERSIONS
from matukio.store.lemmas import Term, hits, marked, spans, terms, unpacked
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
# So many articles, and as many by their title, are compared with each other.
CANDIDATES = 300
COUNTED = 5000
# BM25's usual constants, the length of a usual article, and how often a title counts.
K1, B = 1.2, 0.75
USUAL_WORDS = 250
TITLE_COUNTS = 3


def search(connection: Connection, query: str, wanted: Filters, *, limit: int = 20, offset: int = 0) -> Rows:
    """Articles that have every word of the query in some form, the best first.

    «-word» must be missing, «"words in a row"» must stand so. Where very many articles have the words, those that have
    them in the title and those added last are compared. Raises QuestionError for a query without words.
    """
    asked = terms(query)
    if not any(term.wanted for term in asked):
        raise QuestionError(f"search {query!r}: give at least one word that the articles should have")
    find = _sqlite if connection.dialect.name == SQLITE else _postgresql
    found = find(connection, asked, wanted, limit + offset)[offset:]
    articles = {row.id: row for row in _articles(connection, [hit.article for hit in found])}
    return Rows(COLUMNS, [_row(articles[hit.article], hit, asked) for hit in found])


@dataclass(frozen=True, slots=True)
class _Hit:
    """An article that was found, how well, and where in its text the lemmas stand that were asked for (number of the
    word → its lemma)."""

    article: int
    rank: float
    at: Mapping[int, str]


def _row(row: Any, hit: _Hit, asked: Sequence[Term]) -> tuple[Any, ...]:
    record = json.loads(row.record)
    whole: str = record["text"]
    # What an older version wrote says not where its words stand; there every form of the text must be analysed.
    marks = marked(whole, asked) if row.starts is None else spans(whole, unpacked(row.starts), hits(hit.at, asked))
    shown = snippet(record, marks)
    return row.id, row.published, row.title, row.publisher, shown, round(hit.rank, 3), row.url, row.source


def entities(
    connection: Connection,
    *,
    name: str | None = None,
    type: str | None = None,
    country: str | None = None,
    sector: str | None = None,
    link: str | None = None,
    limit: int | None = 50,
    offset: int = 0,
) -> Rows:
    """Names, those in most articles first; `name` is a part of it, in any case of letters."""
    asked = select(*(ENTITIES.c[column_name] for column_name in ENTITY_COLUMNS))
    for key, value in (("type", type), ("country", country), ("sector", sector)):
        if value is not None:
            asked = asked.where(ENTITIES.c[key] == value.upper())
    if link is not None:
        asked = asked.where(ENTITIES.c.link == link)
    if name is not None:
        asked = asked.where(func.lower(ENTITIES.c.name).contains(name.lower(), autoescape=True))
    asked = asked.order_by(ENTITIES.c.articles.desc(), ENTITIES.c.id.desc())
    return Rows(ENTITY_COLUMNS, connection.execute(asked.limit(limit).offset(offset) if limit else asked).all())


def snippet(record: dict[str, Any], marks: Sequence[tuple[int, int]]) -> str:
    """The sentence that has most of the words marked, these in «quotation marks», shortened where it is long."""
    whole: str = record["text"]
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


def _sqlite(connection: Connection, asked: Sequence[Term], wanted: Filters, limit: int) -> list[_Hit]:
    """The articles that have the words, the best first.

    FTS5's own bm25 walks through all articles that have a word, for each word: on a large archive that takes seconds.
    Here a few hundred candidates are compared by the same formula.
    """
    match, most = _fts5(asked), max(CANDIDATES, limit)
    found: dict[int, tuple[str, str]] = {}
    for where in (f"{{title}} : {match}", match):
        words = table("words", column("rowid"), column("title"), column("body"))
        statement = select(words.c.rowid, words.c.title, words.c.body)
        if conditions := article_conditions(wanted):
            statement = statement.select_from(words.join(ARTICLES, ARTICLES.c.id == words.c.rowid)).where(*conditions)
        statement = statement.where(text("words MATCH :asked").bindparams(asked=where))
        for row in connection.execute(statement.order_by(words.c.rowid.desc()).limit(most)):
            found[row.rowid] = row.title, row.body
    having = [term for term in asked if term.wanted]
    # What one term tells is the same of all articles that have it.
    weights = [(term, _weight(connection, term) if len(having) > 1 else 1.0) for term in having]
    ranks = {number: _rank(title, body, weights) for number, (title, body) in found.items()}
    best = sorted(ranks, key=lambda number: (-ranks[number], -number))[:limit]
    lemmas = _lemmas(asked)
    return [
        _Hit(number, ranks[number], {at: lemma for at, lemma in enumerate(found[number][1].split()) if lemma in lemmas})
        for number in best
    ]


def _weight(connection: Connection, term: Term) -> float:
    """How much a term tells: the fewer articles have it, the more. Counted no further than is worth it."""
    match = text("SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH :asked LIMIT :most)")
    count = connection.execute(match, {"asked": _phrases(term, '"{}"', " ", " OR "), "most": COUNTED}).scalar_one()
    return 1.0 + log(COUNTED / (count + 1.0)) if count < COUNTED else 1.0


def _rank(title: str, body: str, weights: Sequence[tuple[Term, float]]) -> float:
    """BM25 over lemmas, with a title that counts as often as `TITLE_COUNTS` says."""
    title, body = f" {title} ", f" {body} "
    length = body.count(" ") / USUAL_WORDS
    rank = 0.0
    for term, weight in weights:
        phrases = [f" {' '.join(phrase)} " for phrase in product(*term.words)]
        count = sum(body.count(phrase) + TITLE_COUNTS * title.count(phrase) for phrase in phrases)
        rank += weight * count * (K1 + 1) / (count + K1 * (1 - B + B * length))
    return rank


def _postgresql(connection: Connection, asked: Sequence[Term], wanted: Filters, limit: int) -> list[_Hit]:
    """The articles that have the words, the best first; as in SQLite only some are compared, for to rank an article its
    whole vector is read."""
    words = table("words", column("article_id"), column("lemmas"))
    query = func.to_tsquery(text("'simple'"), _tsquery(asked))
    conditions = article_conditions(wanted)
    compared = union(
        *(
            select(words.c.article_id)
            .select_from(words.join(ARTICLES, ARTICLES.c.id == words.c.article_id) if conditions else words)
            # A word that must be missing may be missing in the title alone.
            .where(where.op("@@")(query), words.c.lemmas.op("@@")(query), *conditions)
            .order_by(words.c.article_id.desc())
            .limit(max(CANDIDATES, limit))
            # Of its own index, written just so.
            for where in (func.ts_filter(words.c.lemmas, text("'{a}'")), words.c.lemmas)
        )
    ).subquery()
    # 1 divides by the logarithm of the length, so that long articles do not win by having more words.
    rank = func.ts_rank(words.c.lemmas, query, 1).label("rank")
    statement = select(words.c.article_id, rank).where(words.c.article_id.in_(select(compared.c.article_id)))
    ranked = connection.execute(statement.order_by(rank.desc(), words.c.article_id.desc()).limit(limit)).all()
    at: dict[int, dict[int, str]] = {row.article_id: {} for row in ranked}
    for row in connection.execute(_PLACES, {"ids": list(at), "lemmas": sorted(_lemmas(asked))}):
        at[row.article_id][row.place] = row.lexeme
    return [_Hit(row.article_id, float(row.rank), at[row.article_id]) for row in ranked]


# The text's lemmas have weight D and stand behind the title's, which have A.
_PLACES = text("""
SELECT w.article_id, entry.lexeme, place - 1 - coalesce((
    SELECT max(title.place) FROM unnest(ts_filter(w.lemmas, '{a}')) AS titles, unnest(titles.positions) AS title(place)
), 0) AS place
FROM words w, unnest(ts_filter(w.lemmas, '{d}')) AS entry, unnest(entry.positions) AS place
WHERE w.article_id = ANY(:ids) AND entry.lexeme = ANY(:lemmas)
""")


def _lemmas(asked: Sequence[Term]) -> frozenset[str]:
    return frozenset(lemma for term in asked if term.wanted for word in term.words for lemma in word)


def article_conditions(wanted: Filters) -> list[Any]:
    """Days and publishers as conditions on articles."""
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


def _articles(connection: Connection, ids: list[int]) -> Sequence[Any]:
    """Some articles with the records of their newest versions."""
    newest = and_(VERSIONS.c.article_id == ARTICLES.c.id, VERSIONS.c.number == ARTICLES.c.version)
    columns = [ARTICLES.c[name] for name in ("id", "published", "title", "publisher", "url", "source")]
    asked = select(*columns, VERSIONS.c.record, VERSIONS.c.starts).select_from(ARTICLES.join(VERSIONS, newest))
    return connection.execute(asked.where(ARTICLES.c.id.in_(ids))).all()


__all__ = ["COLUMNS", "ENTITY_COLUMNS", "entities", "search", "snippet"]
