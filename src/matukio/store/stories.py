"""Stories of the store: which of its articles tell of one happening, what they copy, and their events, each once.

    for story in store.stories(since="2024-06-01"): story.title, len(story.articles), story.independent
    store.why("12.e3") → what the reports of that event have in common

The articles of the days that are asked for are compared when they are asked for, some fifty of them a second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from sqlalchemy import Connection, select

from matukio.errors import StoreError
from matukio.record import Record
from matukio.store.corrections import corrected, of_article
from matukio.store.fixing import parse_reference
from matukio.store.layout import ARTICLES
from matukio.store.writing import current_record
from matukio.stories import Archive, MergedEvent, Report
from matukio.stories.answers import Answer
from matukio.stories.archive import DAYS, Repost, Story
from matukio.stories.independence import groups


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
    """The articles of some days, compared with each other."""

    def __init__(
        self,
        connection: Connection,
        since: date | None = None,
        until: date | None = None,
        heard: Callable[[int], None] = lambda number: None,
    ) -> None:
        """`heard` is called with the number of each article that is compared."""
        self._since, self._until = since, until
        self._archive = Archive()
        self._records: dict[str, Record] = {}
        asked = select(ARTICLES.c.id).order_by(ARTICLES.c.id)
        # A story may have begun before the first day that is asked for.
        if since is not None:
            asked = asked.where(ARTICLES.c.published >= since - timedelta(days=DAYS))
        if until is not None:
            asked = asked.where(ARTICLES.c.published <= until + timedelta(days=DAYS))
        for number in connection.execute(asked).scalars().all():
            plain = corrected(current_record(connection, number), of_article(connection, number))
            record = Record.from_dict({**plain, "id": f"{number:09d}"})
            self._records[record.id] = record
            self._archive.add(record)
            heard(number)

    @cached_property
    def stories(self) -> tuple[StoredStory, ...]:
        """Stories with a report on the days that were asked for, the one with the newest report first."""
        told = [self._told(story) for story in self._archive.stories() if self._is_asked(story)]
        return tuple(sorted(told, key=lambda story: (_newest(story), story.independent, story.id), reverse=True))

    def story(self, id: str) -> StoredStory:
        """The story with this id, or that of an article's number. Raises StoreError."""
        wanted = id if id.startswith("s") else next((s.id for s in self.stories if _has(s, id)), id)
        found = next((story for story in self.stories if story.id == wanted), None)
        if found is None:
            raise StoreError(f"{id}: no such story; `matukio stories` lists them")
        return found

    def event(self, reference: str) -> tuple[StoredStory, MergedEvent]:
        """The merged event that a report, «12.e3», is part of. Raises StoreError."""
        number, key = parse_reference(reference)
        for story in self.stories:
            for event in story.events:
                if any(report.article == str(number) and report.event == key for report in event.reports):
                    return story, event
        raise StoreError(f"{reference}: no such event among the articles compared")

    def copies(self, number: int) -> list[tuple[int, int, str | None, str | None]]:
        """The copied paragraphs of an article: where each begins; number, title and publisher of where it was first."""
        id = f"{number:09d}"
        if id not in self._records:
            return []
        found = [(repost.copy.start, self._records[repost.original]) for repost in self._archive.reposts(id)]
        return [(start, int(first.id), first.title, first.publisher) for start, first in found]

    def _is_asked(self, story: Story) -> bool:
        days = [self._records[id].published for id in story.articles]
        return any(day is None or ((self._since or day) <= day <= (self._until or day)) for day in days)

    def _told(self, story: Story) -> StoredStory:
        records = [self._records[id] for id in story.articles]
        numbers = groups(records, self._archive.dependent(story.articles))
        articles = tuple(
            StoredArticle(
                int(record.id), record.title or _first_line(record), record.publisher, record.published, record.url,
                numbers[record.id], _sources(self._archive.reposts(record.id)),
            )
            for record in records
        )  # fmt: skip
        return StoredStory(
            f"s{articles[0].number}",
            articles[0].title or "",
            articles,
            tuple(_numbered(event) for event in self._archive.events(story, self._records.__getitem__)),
            tuple(
                Answer(_plain(a.article), a.claim, _plain(a.answered_article), a.answered_claim, a.rule)
                for a in self._archive.answers(story, self._records.__getitem__)
            ),
        )


def _plain(id: str) -> str:
    return str(int(id))


def _numbered(event: MergedEvent) -> MergedEvent:
    """The event with its articles by their numbers in the store."""

    def told(report: Report) -> Report:
        return Report(_plain(report.article), report.event)

    article, _, key = event.id.partition("-")
    return replace(
        event,
        id=f"{_plain(article)}.{key}",
        reports=tuple(map(told, event.reports)),
        values={
            name: {value: tuple(map(told, reports)) for value, reports in values.items()}
            for name, values in event.values.items()
        },
        reasons=tuple(replace(reason, report=told(reason.report)) for reason in event.reasons),
    )


def _sources(reposts: tuple[Repost, ...]) -> tuple[int, ...]:
    return tuple(sorted({int(repost.original) for repost in reposts}))


def _newest(story: StoredStory) -> date:
    return max((article.published for article in story.articles if article.published), default=date.min)


def _has(story: StoredStory, number: str) -> bool:
    return any(str(article.number) == number for article in story.articles)


def _first_line(record: Record) -> str:
    return record.text.partition("\n")[0][:120]
