"""Which articles hold a key, a run of words or the names of a sentence: the oldest are compared, later ones are not.

What everybody writes («kwa mujibu wa shirika la habari») would else have each article compared with all others.
"""

from __future__ import annotations

from dataclasses import dataclass

from matukio.store.statements import Statements
from matukio.stories.index import OLDEST, SET_PHRASE
from matukio.stories.words import Keys

Holder = tuple[int, int]
"""Rank and number of an article that holds a key."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds a key: the oldest, one more than are compared, and the first of those that do not count for it."""

    oldest: list[Holder]
    beyond: Holder | None


def holders_of(statements: Statements, keys: Keys) -> list[Holders]:
    """For each key who holds it."""
    found = []
    for key, oldest in zip(keys.tolist(), _oldest(statements, keys.tolist()), strict=True):
        found.append(Holders(oldest, _beyond(statements, key) if len(oldest) > OLDEST else None))
    return found


def first_holders(statements: Statements, key: int) -> list[Holder]:
    """All who hold a key, as far as it counts for them."""
    asked = f"SELECT rank, article_id FROM shingles WHERE key = ? ORDER BY rank LIMIT {SET_PHRASE}"
    return statements.all(asked, (key,))


def _oldest(statements: Statements, keys: list[int]) -> list[list[Holder]]:
    if statements.in_sqlite:
        asked = f"SELECT rank, article_id FROM shingles WHERE key = ? ORDER BY rank LIMIT {OLDEST + 1}"
        return [statements.all(asked, (key,)) for key in keys]
    asked = (
        "SELECT k.key, s.rank, s.article_id FROM unnest(CAST(? AS bigint[])) k(key) CROSS JOIN LATERAL"
        f" (SELECT rank, article_id FROM shingles WHERE key = k.key ORDER BY rank LIMIT {OLDEST + 1}) s"
    )
    found: dict[int, list[Holder]] = {key: [] for key in keys}
    for key, rank, number in statements.all(asked, (keys,)):
        found[key].append((rank, number))
    return [sorted(found[key]) for key in keys]


def _beyond(statements: Statements, key: int) -> Holder | None:
    asked = f"SELECT rank, article_id FROM shingles WHERE key = ? ORDER BY rank LIMIT 1 OFFSET {SET_PHRASE}"
    found: Holder | None = statements.first(asked, (key,))
    return found
