"""Which reports depend on each other: copies, one publisher's, and those that all credit one agency.

«Shirika la habari la Reuters limeripoti …» in two papers is one source, however different their words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """Who tells: an article, its publisher and the one agency that it credits, in small letters, and the articles that
    it holds paragraphs of."""

    article: int | str
    publisher: str | None
    agency: str | None
    copied: tuple[int | str, ...] = ()


def groups(tellings: Iterable[Telling]) -> Mapping[int | str, int]:
    """For each article a number, the same for those that depend on each other; the earliest must come first.

    A page that joins the reports of two papers depends on both, and leaves these independent: each goes with the
    earliest that it depends on.
    """
    owners: dict[Hashable, int] = {}
    found: dict[int | str, int] = {}
    new = 0
    for telling in tellings:
        keys = tuple(_keys(telling))
        known = [owners[key] for key in keys if key in owners]
        group = min(known, default=new)
        new += group == new
        found[telling.article] = group
        for key in keys:
            owners.setdefault(key, group)
    return found


def _keys(telling: Telling) -> Iterable[Hashable]:
    yield "text", telling.article
    for original in telling.copied:
        yield "text", original
    if telling.publisher:
        yield "publisher", telling.publisher
    if telling.agency:
        yield "agency", telling.agency
