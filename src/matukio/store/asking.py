"""Answers questions about events and claims: which, in what order, as rows.

    events(connection, filters(actor="KEN", type="CONSULT")) → the newest visits and meetings of Kenya

Who is asked for is found in `facets`: the rarest of the conditions is walked through by day, the others are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    FromClause,
    Select,
    Table,
    Text,
    and_,
    case,
    cast,
    column,
    exists,
    func,
    or_,
    select,
    table,
    union,
)
from sqlalchemy.sql.expression import CompoundSelect

from matukio.store.filters import Asked, Filters
from matukio.store.layout import ARTICLES, CLAIMS, EVENTS, FACETS, REPORTS, TELLINGS
from matukio.store.rows import Rows
from matukio.store.spreading import NO_DAY, PAIR, forth, together

_COUNTRY = re.compile(r"[A-Z]{3}")
# Beyond so many rows one condition counts as frequent as another.
COUNTED = 3000

EVENT_COLUMNS: dict[str, type] = {
    "id": str, "day": date, "type": str, "mode": str, "status": str, "words": str,
    "actors": str, "actor_countries": str, "actor_sectors": str,
    "recipients": str, "recipient_countries": str, "recipient_sectors": str,
    "place": str, "place_country": str, "latitude": float, "longitude": float, "date": str, "date_words": str,
    "sources": str, "source_countries": str, "contexts": str, "dead": int, "injured": int, "arrested": int,
    "quad": str, "score": float, "plover": str, "confidence": float, "corrected": str,
    "happening": str, "reports": int, "independent": int, "copy_of": str,
    "title": str, "publisher": str, "published": date, "url": str, "found_in": str,
    "article_id": int, "number": int, "start": int, "end": int,
}  # fmt: skip
CLAIM_COLUMNS: dict[str, type] = {
    "id": str, "day": date, "stance": str, "quote": str,
    "speakers": str, "speaker_countries": str, "speaker_sectors": str,
    "cue": str, "content": str, "target": str, "target_country": str,
    "responds_to": str, "confidence": float, "corrected": str,
    "title": str, "publisher": str, "published": date, "url": str, "found_in": str,
    "article_id": int, "number": int, "start": int, "end": int,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Kind:
    """Events or claims: their table, and the view that shows them."""

    table: Table
    view: str
    columns: dict[str, type]


EVENT = _Kind(EVENTS, "event_rows", EVENT_COLUMNS)
CLAIM = _Kind(CLAIMS, "claim_rows", CLAIM_COLUMNS)


def events(
    connection: Connection, wanted: Filters, *, limit: int | None = None, offset: int = 0, newest_first: bool = True
) -> Rows:
    """The events that the filters let through, by day; without a limit all, with one the newest of them after the
    first `offset`."""
    return _show(connection, EVENT, _chosen(connection, EVENT, [wanted], limit, offset), newest_first)


def claims(
    connection: Connection, wanted: Filters, *, limit: int | None = None, offset: int = 0, newest_first: bool = True
) -> Rows:
    """The claims that the filters let through, by day of publication."""
    return _show(connection, CLAIM, _chosen(connection, CLAIM, [wanted], limit, offset), newest_first)


def any_of(
    connection: Connection,
    alternatives: Sequence[Filters],
    *,
    limit: int | None = None,
    offset: int = 0,
    newest_first: bool = True,
    all_reports: bool = True,
) -> Rows:
    """The events that at least one of the filters lets through, each once; without `all_reports` also those once that
    several articles tell: by the first report that the filters let through."""
    if all_reports:
        return _show(connection, EVENT, _chosen(connection, EVENT, alternatives, limit, offset), newest_first)
    # Most events are told once: somewhat more rows than are asked for do, and where they do not, all of them.
    for most in (3 * (limit + offset) + 100 if limit else None, None):
        keys = _each_once(connection, _chosen(connection, EVENT, alternatives, most, 0), limit, offset)
        rows = _show(connection, EVENT, keys, newest_first)
        if limit is None or len(rows) == limit:
            break
    return rows


def once(keys: FromClause) -> tuple[FromClause, tuple[ColumnElement[int], ColumnElement[int]], ColumnElement[bool]]:
    """Keys of events with what they tell of: the tables, the first telling's article and number, and whether it is that
    one. A copy tells what its original tells."""
    told, original = TELLINGS.alias("told"), TELLINGS.alias("original")
    copied = (original.c.article_id == told.c.copy_article) & (original.c.number == told.c.copy_number)
    joined = keys.outerjoin(told, _same(told, keys)).outerjoin(original, copied)
    happening = (
        func.coalesce(original.c.first_article, told.c.first_article, keys.c.article_id),
        func.coalesce(original.c.first_number, told.c.first_number, keys.c.number),
    )
    return joined, happening, and_(happening[0] == keys.c.article_id, happening[1] == keys.c.number)


def _each_once(
    connection: Connection, chosen: Select[Any] | CompoundSelect[Any], limit: int | None, offset: int
) -> Select[Any]:
    """The keys of one report of each event: the first, where it is among them."""
    keys = chosen.subquery()
    joined, happening, is_first = once(keys)
    order = (case((is_first, 0), else_=1), keys.c.article_id, keys.c.number)
    place = func.row_number().over(partition_by=happening, order_by=order).label("place")
    ranked = select(keys.c.article_id, keys.c.number, keys.c.day, place).select_from(joined).subquery()
    one = select(ranked.c.article_id, ranked.c.number, ranked.c.day).where(ranked.c.place == 1)
    return one.order_by(*_newest(connection, ranked)).limit(limit).offset(offset) if limit else one


def chosen_events(connection: Connection, wanted: Filters) -> Select[Any]:
    """The keys of events (article_id, number, day) as a statement, to which columns of EVENTS can be added."""
    return _selection(connection, EVENT, wanted, None)


def _chosen(
    connection: Connection, kind: _Kind, alternatives: Sequence[Filters], limit: int | None, offset: int
) -> Select[Any] | CompoundSelect[Any]:
    """The keys; an offset counts only where there is a limit."""
    wanted_of_each = limit + offset if limit else None
    selections = [_selection(connection, kind, wanted, wanted_of_each) for wanted in alternatives]
    if len(selections) == 1:
        return selections[0].limit(limit).offset(offset) if limit else selections[0]
    # SQLite takes no ORDER BY inside a UNION unless it is a table of its own.
    together = union(*(select(selection.subquery()) for selection in selections)).subquery()
    keys = select(together.c.article_id, together.c.number, together.c.day)
    return keys.order_by(*_newest(connection, together)).limit(limit).offset(offset) if limit else keys


def _selection(connection: Connection, kind: _Kind, wanted: Filters, limit: int | None) -> Select[Any]:
    """The keys of the events or claims, newest first where there is a limit."""
    needed, either = _facets_of(wanted)
    if needed:
        driver = min(needed, key=lambda facet: _frequency(connection, wanted, facet)) if len(needed) > 1 else needed[0]
        keys: FromClause = FACETS.alias("driver")
        source = keys.join(kind.table, _same(keys, kind.table))
        statement = select(keys.c.article_id, keys.c.number, kind.table.c.day).select_from(source)
        statement = statement.where(keys.c.facet == driver[0], keys.c.value == driver[1], *_days(keys.c.day, wanted))
        needed.remove(driver)
        day: ColumnElement[str] = keys.c.day
    else:
        keys = kind.table
        statement = select(keys.c.article_id, keys.c.number, keys.c.day)
        if wanted.since:
            statement = statement.where(keys.c.day >= wanted.since)
        if wanted.until:
            statement = statement.where(keys.c.day <= wanted.until)
        day = func.coalesce(cast(keys.c.day, Text), NO_DAY)
    statement = statement.where(*(_facet(keys, day, role, [value]) for role, value in needed))
    statement = statement.where(*_plain_conditions(kind.table, wanted))
    for role, asked in either:
        statement = statement.where(_has_any(keys, day, role, asked))
    return statement.order_by(*_newest(connection, keys)).limit(limit) if limit else statement


def _facets_of(wanted: Filters) -> tuple[list[tuple[str, str]], list[tuple[str, tuple[Asked, ...]]]]:
    """The facets that must all be there, and the roles in which one of several parties will do."""
    needed = [(role, value) for role, asked in wanted.roles if len(asked) == 1 for value in asked[0]]
    either = [(role, asked) for role, asked in wanted.roles if len(asked) > 1]
    actors = [value for role, value in needed if role == "actor"]
    recipients = [value for role, value in needed if role == "recipient"]
    countries = [value for value in (*actors, *recipients) if _COUNTRY.fullmatch(value)]
    # Two countries have one facet together, far rarer than each of theirs.
    if len(countries) == len(needed) == 2:
        if len(actors) == 1 == len(recipients):
            return [(PAIR, forth(*actors, *recipients))], either
        if len(actors) == 2 and actors[0] != actors[1]:
            return [(PAIR, together(*actors))], either
    return needed, either


def _frequency(connection: Connection, wanted: Filters, facet: tuple[str, str]) -> int:
    """How many rows a facet has, counted no further than is worth it."""
    rows = select(FACETS.c.number).where(FACETS.c.facet == facet[0], FACETS.c.value == facet[1])
    rows = rows.where(*_days(FACETS.c.day, wanted)).limit(COUNTED)
    return connection.execute(select(func.count()).select_from(rows.subquery())).scalar_one()


def _days(day: ColumnElement[str], wanted: Filters) -> list[ColumnElement[bool]]:
    """Conditions on the day of facets, where it is text."""
    found = []
    if wanted.since:
        found.append(day >= wanted.since.isoformat())
    if wanted.until:
        found.append(day <= wanted.until.isoformat())
        found.append(day > NO_DAY)
    return found


def _plain_conditions(of: Table, wanted: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for name, values in (
        ("type", wanted.types), ("mode", wanted.modes), ("status", wanted.statuses), ("stance", wanted.stances),
    ):  # fmt: skip
        if values:
            found.append(of.c[name].in_(values))
    if wanted.min_confidence is not None:
        # What somebody corrected needs no estimate.
        found.append(or_(of.c.confidence >= wanted.min_confidence, of.c.corrected.is_not(None)))
    if wanted.min_sources is not None and wanted.min_sources > 1 and of is EVENTS:
        told = select(TELLINGS.c.number).where(_same(TELLINGS, of), TELLINGS.c.independent >= wanted.min_sources)
        found.append(exists(told))
    if wanted.story is not None:
        found.append(of.c.article_id.in_(select(REPORTS.c.article_id).where(REPORTS.c.story == wanted.story)))
    if wanted.articles is not None:
        found.append(of.c.article_id.in_(wanted.articles))
    if wanted.about and "content" in of.c:
        found.append(or_(*(func.lower(of.c.content).contains(word.lower(), autoescape=True) for word in wanted.about)))
    if wanted.answered is not None and "responds_to" in of.c:
        answer = CLAIMS.alias()
        same = (answer.c.article_id == of.c.article_id) & (answer.c.responds_to == of.c.key)
        answered = exists(select(answer.c.number).where(same))
        found.append(answered if wanted.answered else ~answered)
    if wanted.publishers:
        publisher = select(ARTICLES.c.id).where(ARTICLES.c.id == of.c.article_id)
        found.append(exists(publisher.where(ARTICLES.c.publisher.in_(wanted.publishers))))
    return found


def _has_any(keys: FromClause, day: ColumnElement[str], role: str, asked: Sequence[Asked]) -> ColumnElement[bool]:
    """That an event or claim has one of the parties or places that are asked for."""
    plain = [each[0] for each in asked if len(each) == 1]
    found = [_facet(keys, day, role, plain)] if plain else []
    for each in asked:
        if len(each) > 1:
            found.append(and_(*(_facet(keys, day, role, [value]) for value in each)))
    return or_(*found)


def _facet(keys: FromClause, day: ColumnElement[str], role: str, values: Sequence[str]) -> ColumnElement[bool]:
    """That one of the values stands in the index for an event or claim."""
    facet = FACETS.alias()
    value = facet.c.value == values[0] if len(values) == 1 else facet.c.value.in_(values)
    return exists(select(facet.c.number).where(facet.c.facet == role, value, facet.c.day == day, _same(facet, keys)))


def _same(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return and_(one.c.article_id == other.c.article_id, one.c.number == other.c.number)


def _newest(connection: Connection, keys: FromClause) -> list[ColumnElement[Any]]:
    """The order of the indexes, read backwards."""
    day = keys.c.day.desc()
    if isinstance(keys.c.day.type, Date) and connection.dialect.name != "sqlite":
        day = day.nulls_last()
    return [day, keys.c.article_id.desc(), keys.c.number.desc()]


def _show(connection: Connection, kind: _Kind, keys: Select[Any] | CompoundSelect[Any], newest_first: bool) -> Rows:
    """The rows of the view for some keys, those of an article in the order of its text."""
    page = keys.cte("page")
    view = table(kind.view, *(column(name, Date if found is date else None) for name, found in kind.columns.items()))
    shown = select(*(view.c[name] for name in kind.columns)).select_from(page.join(view, _same(page, view)))
    day = page.c.day.desc().nulls_last() if newest_first else page.c.day.asc().nulls_last()
    article = page.c.article_id.desc() if newest_first else page.c.article_id.asc()
    return Rows(kind.columns, connection.execute(shown.order_by(day, article, page.c.number)).all())
