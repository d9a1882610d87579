"""What passes between all countries: a row for each two that have to do with each other.

pairs(connection, filters(since="2024-01-01")) → KEN | UGA | 31 events | 84.5 | 28 cooperation | 3 conflict
"""

from __future__ import annotations

from sqlalchemy import Connection, case, exists, func, select

from matukio.store.filters import Filters
from matukio.store.layout import EVENTS, FACETS, TELLINGS
from matukio.store.rows import Rows
from matukio.store.spreading import PAIR

COLUMNS: dict[str, type] = {
    "actor": str, "recipient": str, "events": int, "score": float, "cooperation": int, "conflict": int,
}  # fmt: skip


def pairs(connection: Connection, wanted: Filters, country: str | None = None) -> Rows:
    """Who does how much to whom, the most first; what two do together counts in both directions, and an event that
    several articles tell once, by its first report.

    Of the filters, days, types, modes, status and confidence count; with `country` only the pairs that it is part of.
    """
    again = (TELLINGS.c.first_article != TELLINGS.c.article_id) | (TELLINGS.c.first_number != TELLINGS.c.number)
    told = (TELLINGS.c.article_id == FACETS.c.article_id) & (TELLINGS.c.number == FACETS.c.number)
    repeated = exists(select(TELLINGS.c.number).where(told, again | TELLINGS.c.copy_article.is_not(None)))
    conditions = [FACETS.c.facet == PAIR, ~repeated]
    if wanted.since:
        conditions.append(FACETS.c.day >= wanted.since.isoformat())
    if wanted.until:
        conditions += [FACETS.c.day <= wanted.until.isoformat(), FACETS.c.day > ""]
    for name, values in (("type", wanted.types), ("mode", wanted.modes), ("status", wanted.statuses)):
        if values:
            conditions.append(EVENTS.c[name].in_(values))
    if wanted.min_confidence is not None:
        conditions.append((EVENTS.c.confidence >= wanted.min_confidence) | EVENTS.c.corrected.is_not(None))
    if country is not None:
        conditions.append(FACETS.c.value.contains(country, autoescape=True))
    same = (EVENTS.c.article_id == FACETS.c.article_id) & (EVENTS.c.number == FACETS.c.number)
    good = func.sum(case((EVENTS.c.score > 0, 1), else_=0))
    bad = func.sum(case((EVENTS.c.score < 0, 1), else_=0))
    asked = (
        select(FACETS.c.value, func.count(), func.coalesce(func.sum(EVENTS.c.score), 0.0), good, bad)
        .select_from(FACETS.join(EVENTS, same))
        .where(*conditions)
        .group_by(FACETS.c.value)
    )
    sums: dict[tuple[str, str], list[float]] = {}
    for value, *numbers in connection.execute(asked):
        one, sign, other = value[:3], value[3:4], value[4:]
        for pair in {(one, other), (other, one)} if sign == "&" else {(one, other)}:
            if pair[0] != pair[1]:
                sums[pair] = [a + b for a, b in zip(sums.get(pair, [0] * 4), numbers, strict=True)]
    found = [(*pair, int(n), round(float(score), 1), int(g), int(b)) for pair, (n, score, g, b) in sums.items()]
    return Rows(COLUMNS, sorted(found, key=lambda row: (-row[2], row[0], row[1])))
