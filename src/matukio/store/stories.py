"""Stories of the store: which of its articles tell of one happening, what they copy, and their events, each once.

    for line in store.stories(since="2024-06-01").lines(): line.title, line.reports, line.independent
    store.stories().event("12.e3") → what the reports of that event have in common

Articles are compared as they are added (`matukio.store.comparing`); here the tables are read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from matukio.errors import StoreError
from matukio.record import Record
from matukio.store.connection import reading, writing
from matukio.store.corrections import corrected, of_article
from matukio.store.fixing import parse_reference
from matukio.store.layout import ARTICLES, CLAIMS, COPIES, EVENTS, PARTIES, REPORTS, STORIES, TELLINGS
from matukio.store.writing import compare, current_record
from matukio.stories import MergedEvent, Report
from matukio.stories.answers import ANSWERS, Answer, answers
from matukio.stories.independence import Telling, groups
from matukio.stories.shapes import shape
from matukio.stories.values import Reason, by_value

BATCH = 64
MOST_VALUES = 500


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of a story; `copied_from` holds the numbers of the articles that its paragraphs were in before."""

    number: int
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    group: int
    """The same for articles that depend on each other."""
    copied_from: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list; `first_day` and `last_day` are those of its reports, None where none has a day."""

    id: str
    title: str
    first_day: date | None
    last_day: date | None
    reports: int
    independent: int


@dataclass(frozen=True, slots=True)
class StoredStory:
    """A story; events and answers name articles by their numbers: «12.e3», «12.c1»."""

    id: str
    title: str
    articles: tuple[StoredArticle, ...]
    events: tuple[MergedEvent, ...]
    answers: tuple[Answer, ...]

    @property
    def independent(self) -> int:
        """How many of the reports owe nothing to each other."""
        return len({article.group for article in self.articles})


class Compared:
    """The stories of some days: in a list, or one in full."""

    def __init__(self, engine: Engine, since: date | None = None, until: date | None = None) -> None:
        self._engine, self._since, self._until = engine, since, until

    def lines(self, *, least: int = 1, limit: int | None = None, offset: int = 0) -> list[StoryLine]:
        """Stories with a report on the days that were asked for and at least so many independent ones, the one with the
        newest report first."""
        asked = select(STORIES, ARTICLES.c.title).join(ARTICLES, ARTICLES.c.id == STORIES.c.id)
        # Articles without a day are of any day.
        undated = STORIES.c.last_day.is_(None)
        if self._since is not None:
            asked = asked.where(undated | (STORIES.c.last_day >= self._since))
        if self._until is not None:
            asked = asked.where(undated | (STORIES.c.first_day <= self._until))
        if least > 1:
            asked = asked.where(STORIES.c.independent >= least)
        asked = asked.order_by(
            STORIES.c.last_day.desc().nulls_last(), STORIES.c.independent.desc(), STORIES.c.id.desc()
        )
        with reading(self._engine) as connection:
            rows = connection.execute(asked.limit(limit).offset(offset) if limit else asked).all()
            return [
                StoryLine(
                    f"s{row.id}", row.title or _first_line(connection, row.id), row.first_day, row.last_day,
                    row.reports, row.independent,
                )
                for row in rows
            ]  # fmt: skip

    @cached_property
    def stories(self) -> tuple[StoredStory, ...]:
        """As `lines`, each in full."""
        with reading(self._engine) as connection:
            return tuple(_told(connection, int(line.id[1:])) for line in self.lines())

    def story(self, id: str) -> StoredStory:
        """The story with this id, or that of an article's number. Raises StoreError."""
        with reading(self._engine) as connection:
            number = id.removeprefix("s")
            asked = select(REPORTS.c.story).where(REPORTS.c.article_id == int(number)) if number.isdecimal() else None
            story = connection.execute(asked).scalar() if asked is not None else None
            if story is None or (id.startswith("s") and id != f"s{story}"):
                raise StoreError(f"{id}: no such story; `matukio stories` lists them")
            return _told(connection, story)

    def event(self, reference: str) -> tuple[StoredStory, MergedEvent]:
        """The merged event that a report, «12.e3», is part of. Raises StoreError."""
        number, key = parse_reference(reference)
        with reading(self._engine) as connection:
            asked = select(REPORTS.c.story).where(REPORTS.c.article_id == number)
            story = connection.execute(asked).scalar()
            if story is not None:
                told = _told(connection, story)
                for event in told.events:
                    if any(report.article == str(number) and report.event == key for report in event.reports):
                        return told, event
        raise StoreError(f"{reference}: no such event among the articles compared")

    def copies(self, number: int) -> list[tuple[int, int, str | None, str | None]]:
        """The copied paragraphs of an article: where each begins; number, title and publisher of where it was first."""
        asked = (
            select(COPIES.c.start, ARTICLES.c.id, ARTICLES.c.title, ARTICLES.c.publisher)
            .join(ARTICLES, ARTICLES.c.id == COPIES.c.original_id)
            .where(COPIES.c.article_id == number)
            .order_by(COPIES.c.paragraph)
        )
        with reading(self._engine) as connection:
            return [tuple(row) for row in connection.execute(asked)]


def uncompared(engine: Engine) -> int:
    """How many articles an older Matukio added, which did not compare them."""
    with reading(engine) as connection:
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (ARTICLES, REPORTS)
        ]
        return int(counts[0] - counts[1])


def compare_all(engine: Engine, heard: Callable[[int], None] = lambda number: None) -> None:
    """Compare the articles that an older Matukio added; killed, it goes on where it was when it is called again."""
    last = 0
    asked = select(ARTICLES.c.id, ARTICLES.c.identity).outerjoin(REPORTS, REPORTS.c.article_id == ARTICLES.c.id)
    asked = asked.where(REPORTS.c.article_id.is_(None)).order_by(ARTICLES.c.id).limit(BATCH)
    while True:
        with writing(engine) as connection:
            rows = connection.execute(asked.where(ARTICLES.c.id > last)).all()
            shapes = [
                (row.id, shape(Record.from_dict(current_record(connection, row.id)), row.identity)) for row in rows
            ]
            compare(connection, shapes)
        if not rows:
            return
        last = rows[-1].id
        for row in rows:
            heard(row.id)


def _told(connection: Connection, story: int) -> StoredStory:
    """A story from the tables."""
    asked = (
        select(REPORTS.c.article_id, REPORTS.c.publisher, REPORTS.c.agency, ARTICLES.c.title, ARTICLES.c.published,
               ARTICLES.c.url, ARTICLES.c.publisher.label("named"))
        .join(ARTICLES, ARTICLES.c.id == REPORTS.c.article_id)
        .where(REPORTS.c.story == story)
        .order_by(REPORTS.c.rank)
    )  # fmt: skip
    reports = connection.execute(asked).all()
    ids = [report.article_id for report in reports]
    sources: defaultdict[int, set[int]] = defaultdict(set)
    for row in _rows(connection, select(COPIES.c.article_id, COPIES.c.original_id), COPIES.c.article_id, ids):
        sources[row.article_id].add(row.original_id)
    of = groups(Telling(r.article_id, r.publisher, r.agency, tuple(sources[r.article_id])) for r in reports)
    articles = tuple(
        StoredArticle(
            r.article_id, r.title or _first_line(connection, r.article_id), r.named, r.published, r.url,
            of[r.article_id], tuple(sorted(sources[r.article_id])),
        )
        for r in reports
    )  # fmt: skip
    title = articles[0].title or ""
    return StoredStory(f"s{story}", title, articles, _merged(connection, ids), tuple(_answers(connection, ids)))


def _merged(connection: Connection, ids: Sequence[int]) -> tuple[MergedEvent, ...]:
    """The events of some articles, each once, in the order of the articles."""
    place = {id: number for number, id in enumerate(ids)}
    parties: defaultdict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    asked = select(PARTIES).where(PARTIES.c.event.is_not(None)).order_by(PARTIES.c.article_id, PARTIES.c.number)
    for row in _rows(connection, asked, PARTIES.c.article_id, ids):
        if row.role in ("actor", "recipient"):
            parties[row.article_id, row.event].append((f"{row.role}s", row.name or row.words))
    of_it = ("first_article", "first_number", "independent", "rule", "shared")
    same = (TELLINGS.c.article_id == EVENTS.c.article_id) & (TELLINGS.c.number == EVENTS.c.number)
    tellings = select(EVENTS, *(TELLINGS.c[name] for name in of_it)).join(TELLINGS, same)
    together: defaultdict[tuple[int, int], list[Any]] = defaultdict(list)
    rows = list(_rows(connection, tellings, EVENTS.c.article_id, ids))
    for row in sorted(rows, key=lambda row: (place[row.article_id], row.number)):
        together[row.first_article, row.first_number].append(row)
    return tuple(_event(told, parties) for told in together.values())


def _event(tellings: Sequence[Any], parties: dict[tuple[int, int], list[tuple[str, str]]]) -> MergedEvent:
    reports = [Report(str(row.article_id), row.key) for row in tellings]
    given = [
        (report, (*_values(row), *parties.get((row.article_id, row.number), ())))
        for report, row in zip(reports, tellings, strict=True)
    ]
    reasons = (
        Reason(report, row.rule, tuple(json.loads(row.shared)) if row.shared else ())
        for report, row in zip(reports, tellings, strict=True)
        if row.rule
    )
    first = tellings[0]
    return MergedEvent(
        f"{first.article_id}.{first.key}",
        first.type,
        tuple(reports),
        first.independent,
        by_value(given),
        tuple(reasons),
    )


def _values(row: Any) -> Iterator[tuple[str, str]]:
    """What a report says of an event, field by field; a field that it does not tell is missing."""
    for name in ("status", "mode", "date", "place", "dead", "injured", "arrested"):
        if (value := getattr(row, name)) is not None:
            yield name, str(value)


def _answers(connection: Connection, ids: Sequence[int]) -> Iterator[Answer]:
    """Claims that answer those of another article; records are read only where some claim may."""
    asked = select(CLAIMS.c.article_id).where(CLAIMS.c.stance.in_(list(ANSWERS)), CLAIMS.c.responds_to.is_(None))
    if len(ids) < 2 or next(_rows(connection, asked, CLAIMS.c.article_id, ids), None) is None:
        return
    records = []
    for id in ids:
        plain = corrected(current_record(connection, id), of_article(connection, id))
        records.append(Record.from_dict({**plain, "id": str(id)}))
    yield from answers(records)


def _rows(connection: Connection, asked: Any, column: Any, values: Sequence[int]) -> Iterator[Any]:
    for first in range(0, len(values), MOST_VALUES):
        yield from connection.execute(asked.where(column.in_(values[first : first + MOST_VALUES])))


def _first_line(connection: Connection, number: int) -> str:
    text: str = current_record(connection, number)["text"]
    return text.partition("\n")[0][:120]
