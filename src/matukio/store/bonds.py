"""Takes from people what is one story or one event, and what is not.

    join(connection, "14.e2", "12.e3") → the two are one event · split(connection, "14") → article 14 is of no story

What somebody said counts more than any likeness, and is kept when articles are read again or come in later. It holds
between two articles or two events: one that is split off stays apart from those it was with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select

from matukio.errors import StoreError
from matukio.store.comparing import comparing
from matukio.store.layout import ARTICLES, BONDS, EVENTS, REPORTS, TELLINGS
from matukio.store.telling import retell, story_of
from matukio.store.writing import utc_now

Named = tuple[int, str | None]
"""An article's number, and the id of an event in it or None for the article."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of two articles or events, by their references."""

    one: str
    other: str
    together: bool
    note: str | None


def join(connection: Connection, reference: str, other: str, note: str | None = None) -> None:
    """Say that two events are one («14.e2», «12.e3»), or two articles or stories («14», «s12»). Raises StoreError."""
    one, two = _named(connection, reference), _named(connection, other)
    if (one[1] is None) != (two[1] is None):
        raise StoreError(f"{reference} and {other}: join two events, or two articles")
    if one[1] is None or two[1] is None:
        of = _members(connection, reference, one[0])
        there: list[Named] = [(member, None) for member in _of_story(connection, two[0])]
        _unsay(connection, [((member, None), other) for member in of for other in there])
        _say(connection, [((member, None), two) for member in of if member != two[0]], True, note)
        _place_again(connection, [*of, two[0]])
        return
    types = {_event(connection, *named).type for named in ((one[0], one[1]), (two[0], two[1]))}
    if len(types) > 1:
        raise StoreError(
            f"{reference} and {other}: {' and '.join(sorted(types))}; correct the type of one of them first"
        )
    if one[0] == two[0]:
        raise StoreError(f"{reference} and {other}: are of one article; reject the one that says nothing more")
    if story_of(connection, one[0]) != story_of(connection, two[0]):
        join(connection, str(one[0]), str(two[0]), note)
    number = _event(connection, two[0], two[1]).number
    fellows: list[Named] = [(row.article_id, row.key) for row in _fellows(connection, two[0], number)]
    _unsay(connection, [(one, other) for other in fellows])
    _say(connection, [(one, two)], True, note)
    _retell(connection, [one[0], two[0]])


def split(connection: Connection, reference: str, note: str | None = None) -> int:
    """Say that an event is none of those it is taken for («14.e2»), or that an article is of another story («14»).

    Gives how many it is kept apart from. Raises StoreError."""
    article, event = _named(connection, reference)
    if event is None:
        if reference.startswith("s"):
            raise StoreError(f"{reference}: name the article that is to leave the story, by its number")
        others: list[Named] = [(each, None) for each in _of_story(connection, article) if each != article]
        of_it = f"article {article} stands alone already"
    else:
        number = _event(connection, article, event).number
        others = [(row.article_id, row.key) for row in _fellows(connection, article, number)]
        of_it = f"{reference} is told by this article alone already"
    if not others:
        raise StoreError(of_it)
    _say(connection, [((article, event), other) for other in others], False, note)
    if event is None:
        _place_again(connection, [article, *(other for other, _ in others)])
    else:
        _retell(connection, [article])
    return len(others)


def undo(connection: Connection, reference: str) -> int:
    """Take back what was said of an event or an article; gives of how many others."""
    article, event = _named(connection, reference, must_exist=False)
    one = (BONDS.c.article_id == article) & (BONDS.c.event.is_(None) if event is None else BONDS.c.event == event)
    other = (BONDS.c.other_id == article) & (
        BONDS.c.other_event.is_(None) if event is None else BONDS.c.other_event == event
    )
    rows = connection.execute(select(BONDS).where(or_(one, other))).all()
    connection.execute(delete(BONDS).where(BONDS.c.id.in_([row.id for row in rows])))
    touched = {article, *(row.article_id for row in rows), *(row.other_id for row in rows)}
    if event is None:
        _place_again(connection, sorted(touched))
    else:
        _retell(connection, sorted(touched))
    return len(rows)


def said(connection: Connection) -> list[Said]:
    """All that was said, oldest first."""
    return [
        Said(_told(row.article_id, row.event), _told(row.other_id, row.other_event), bool(row.together), row.note)
        for row in connection.execute(select(BONDS).order_by(BONDS.c.id))
    ]


def _say(connection: Connection, pairs: Iterable[tuple[Named, Named]], together: bool, note: str | None) -> None:
    pairs = list(pairs)
    _unsay(connection, pairs)
    for one, other in pairs:
        row = {
            "article_id": one[0], "event": one[1], "words": _words(connection, one), "other_id": other[0],
            "other_event": other[1], "other_words": _words(connection, other), "together": together, "note": note,
            "made": utc_now(),
        }  # fmt: skip
        connection.execute(insert(BONDS), row)


def _unsay(connection: Connection, pairs: Iterable[tuple[Named, Named]]) -> None:
    """Take back what was said of these pairs."""
    for one, other in pairs:
        for first, second in ((one, other), (other, one)):
            same = BONDS.c.event.is_not_distinct_from(first[1]) & BONDS.c.other_event.is_not_distinct_from(second[1])
            of_them = (BONDS.c.article_id == first[0]) & (BONDS.c.other_id == second[0])
            connection.execute(delete(BONDS).where(of_them & same))


def _place_again(connection: Connection, articles: Sequence[int]) -> None:
    with comparing(connection) as compared:
        compared.place_again(articles)
    retell(connection, compared.changed)


def _retell(connection: Connection, articles: Sequence[int]) -> None:
    found = {story_of(connection, article) for article in articles}
    retell(connection, [story for story in found if story is not None])


def _named(connection: Connection, reference: str, must_exist: bool = True) -> Named:
    name, _, event = reference.strip().partition(".")
    number = name.removeprefix("s")
    if not number.isdecimal() or (event and name.startswith("s")):
        raise StoreError(f"{reference}: write an event as 12.e3, an article by its number, a story as s12")
    article = int(number)
    if must_exist:
        if connection.execute(select(ARTICLES.c.id).where(ARTICLES.c.id == article)).scalar() is None:
            raise StoreError(f"{article}: no such article in the store")
        if name.startswith("s") and story_of(connection, article) != article:
            raise StoreError(f"{name}: no such story; `matukio stories` lists them")
        if event:
            _event(connection, article, event)
    return article, event or None


def _event(connection: Connection, article: int, key: str) -> Any:
    asked = select(EVENTS).where(EVENTS.c.article_id == article, EVENTS.c.key == key)
    row = connection.execute(asked).first()
    if row is None:
        raise StoreError(f"{article}.{key}: article {article} has no such event")
    return row


def _words(connection: Connection, named: Named) -> str | None:
    return None if named[1] is None else str(_event(connection, named[0], named[1]).words)


def _members(connection: Connection, reference: str, article: int) -> list[int]:
    return _of_story(connection, article) if reference.startswith("s") else [article]


def _of_story(connection: Connection, article: int) -> list[int]:
    asked = select(REPORTS.c.article_id).where(REPORTS.c.story == story_of(connection, article))
    return list(connection.execute(asked.order_by(REPORTS.c.rank)).scalars())


def _fellows(connection: Connection, article: int, number: int) -> Sequence[Any]:
    """The other tellings of an event."""
    here = select(TELLINGS.c.first_article, TELLINGS.c.first_number)
    here = here.where(TELLINGS.c.article_id == article, TELLINGS.c.number == number)
    first = connection.execute(here).first()
    if first is None:
        return ()
    same = (EVENTS.c.article_id == TELLINGS.c.article_id) & (EVENTS.c.number == TELLINGS.c.number)
    asked = select(EVENTS.c.article_id, EVENTS.c.key).join(TELLINGS, same)
    asked = asked.where(
        TELLINGS.c.first_article == first.first_article, TELLINGS.c.first_number == first.first_number,
        or_(EVENTS.c.article_id != article, EVENTS.c.number != number),
    ).order_by(EVENTS.c.article_id)  # fmt: skip
    return connection.execute(asked).all()


def _told(article: int, event: str | None) -> str:
    return f"{article}.{event}" if event else str(article)
