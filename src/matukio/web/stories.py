"""Stories on the page: the newest with how many independent sources each has, and one with its reports side by side.

/stories?from=2024-06-01 · /stories/s12?from=2024-06-01 · /stories.json
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse, Response

from matukio.errors import StoreError
from matukio.export.labels import kind_key, labels
from matukio.export.stories import FIELDS
from matukio.export.summary import summary
from matukio.record import Record
from matukio.store import Rows, Store
from matukio.store.stories import StoredStory, StoryLine
from matukio.stories import MergedEvent
from matukio.web.comparing import Comparisons
from matukio.web.feeds import Entry, feed
from matukio.web.lists import csv_answer, json_answer
from matukio.web.pages import address, kept_language, language_of, render, turning, twins
from matukio.web.questions import Answer, Limit, Page, Since, Until
from matukio.web.speaking import speech

router = APIRouter()

Least = Annotated[int, Query(ge=1, le=1000, description="Told by at least so many independent sources.")]
Id = Annotated[str, Path(pattern=r"^s?\d{1,18}$", description="A story's id, or the number of an article in it.")]
USUAL = 30
SIDE_BY_SIDE = 12
"""So many reports of a story are shown with what each tells."""

COLUMNS: dict[str, type] = {"id": str, "day": date, "reports": int, "independent": int, "title": str}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of the stories a list shows: those of some days, told by so many, a page of them."""

    since: date | None
    until: date | None
    least: int
    limit: int
    page: int

    @property
    def days(self) -> list[tuple[str, Any]]:
        """As an address has them."""
        return [("from", self.since), ("to", self.until)]


def asked_of(
    request: Request,
    since: Since = None,
    until: Until = None,
    min_independent: Least = 1,
    limit: Limit = USUAL,
    page: Page = 1,
) -> Asked:
    """What the address of a list asks for."""
    return Asked(*_comparisons(request).days(since, until), min_independent, limit, page)


Asking = Annotated[Asked, Depends(asked_of)]


@router.get("/stories", include_in_schema=False)
def stories_page(request: Request, asked: Asking) -> HTMLResponse:
    """The newest stories."""
    found, more = _lines(request, asked)
    rows = _rows(found)
    return render(
        request,
        "stories.html",
        rows=list(rows),
        page=asked.page,
        since=asked.since,
        until=asked.until,
        min_independent=asked.least,
        twins=twins("/stories", [*asked.days, ("min_independent", asked.least)]),
        turning=turning(request, "/stories", Answer(rows, more, asked.page, asked.limit)),
    )


@router.get("/stories.json", operation_id="stories")
def as_json(request: Request, asked: Asking) -> Response:
    """Stories in full, the one with the newest report first; of the newest 14 days unless `from` says otherwise."""
    found, more = _lines(request, asked)
    compared = _comparisons(request).of(asked.since, asked.until)
    return json_answer({"rows": [_plain(compared.story(line.id)) for line in found], "more": more})


@router.get("/stories.csv", operation_id="stories_csv", response_class=Response)
def as_csv(request: Request, asked: Asking) -> Response:
    """A row a story."""
    found, more = _lines(request, asked)
    return csv_answer(Answer(_rows(found), more), "stories")


@router.get("/stories.atom", operation_id="stories_atom", response_class=Response)
def as_atom(request: Request, asked: Asking) -> Response:
    """Stories as a feed."""
    found, _ = _lines(request, asked)
    words, kept = labels(language_of(request)), kept_language(request)
    entries = [
        Entry(
            address(f"/stories/{row['id']}", asked.days, kept), row["title"] or words["message.no_title"], row["day"],
            summary=words["message.reports"].format(count=row["reports"], independent=row["independent"]),
        )
        for row in _rows(found)
    ]  # fmt: skip
    return feed(request, speech(language_of(request)).gettext("Stories"), entries)


@router.get("/stories/{id}.atom", operation_id="story_atom", response_class=Response)
def story_as_atom(request: Request, id: Id, since: Since = None, until: Until = None) -> Response:
    """The reports of a story as a feed."""
    story = _story(request, id, *_comparisons(request).days(since, until))
    entries = [
        Entry(
            address(f"/articles/{article.number}", [], kept_language(request)), article.title or str(article.number),
            article.published, article.publisher,
        )
        for article in story.articles
    ]  # fmt: skip
    return feed(request, story.title, entries)


@router.get("/stories/{id}.csv", operation_id="story_csv", response_class=Response)
def story_as_csv(request: Request, id: Id, since: Since = None, until: Until = None) -> Response:
    """A row a report of the story."""
    story = _story(request, id, *_comparisons(request).days(since, until))
    columns = {"number": int, "published": date, "publisher": str, "title": str, "url": str, "group": int}
    rows = [(a.number, a.published, a.publisher, a.title, a.url, a.group) for a in story.articles]
    return csv_answer(Answer(Rows(columns, rows)), story.id)


@router.get("/stories/{id}.json", operation_id="story")
def story_as_json(request: Request, id: Id, since: Since = None, until: Until = None) -> Response:
    """A story with its reports, its events, each once, and answers across reports."""
    return json_answer(_plain(_story(request, id, *_comparisons(request).days(since, until))))


@router.get("/stories/{id}", include_in_schema=False)
def story_page(request: Request, id: Id, since: Since = None, until: Until = None) -> HTMLResponse:
    """A story: its reports, and its events with what the reports differ on."""
    since, until = _comparisons(request).days(since, until)
    story = _story(request, id, since, until)
    events = sorted(story.events, key=lambda event: -len(event.reports))
    return render(
        request,
        "story.html",
        story=story,
        events=[shown(event, language_of(request)) for event in events],
        tellings=_tellings(request, story),
        since=since,
        until=until,
        twins=twins(f"/stories/{story.id}", [("from", since), ("to", until)], None),
    )


def _tellings(request: Request, story: StoredStory) -> dict[int, list[tuple[str, str]]]:
    """What each of the first reports tells, an event a line, by the numbers of the articles."""
    store: Store = request.app.state.store
    found = {}
    for article in story.articles[:SIDE_BY_SIDE]:
        record = Record.from_dict(store.record(article.number))
        found[article.number] = [(event.id, summary(event, language_of(request))) for event in record.events]
    return found


@dataclass(frozen=True, slots=True)
class Shown:
    """An event of a story: what, and for each field its values, each with the reports that give it."""

    event: MergedEvent
    what: str
    fields: tuple[tuple[str, bool, tuple[tuple[str, tuple[str, ...]], ...]], ...]
    """Label, whether only one of the values can be true, and the values."""


def shown(event: MergedEvent, language: str) -> Shown:
    """The event with its labels in the reader's language."""
    words = labels(language)
    modes = list(event.values.get("mode", {}))
    told = []
    for name in FIELDS:
        values = event.values.get(name, {})
        if values:
            each = tuple(
                (
                    words[f"status.{value}"] if name == "status" else value,
                    tuple(f"{r.article}.{r.event}" for r in reports),
                )
                for value, reports in values.items()
            )
            # Parties add up; of all else only one can be true.
            told.append((words[f"field.{name}"], len(values) > 1 and name not in ("actors", "recipients"), each))
    return Shown(event, words[kind_key(event.type, modes[0] if len(modes) == 1 else None)], tuple(told))


def _comparisons(request: Request) -> Comparisons:
    found: Comparisons = request.app.state.comparisons
    return found


def _lines(request: Request, asked: Asked) -> tuple[list[StoryLine], bool]:
    """So many stories, and whether there are more."""
    compared = _comparisons(request).of(asked.since, asked.until)
    lines = compared.lines(least=asked.least, limit=asked.limit + 1, offset=(asked.page - 1) * asked.limit)
    return lines[: asked.limit], len(lines) > asked.limit


def _story(request: Request, id: str, since: date | None, until: date | None) -> StoredStory:
    try:
        return _comparisons(request).of(since, until).story(id)
    except StoreError:
        raise StoreError(f"{id}: no such story from {since or '…'} to {until or '…'}") from None


def _rows(stories: list[StoryLine]) -> Rows:
    return Rows(COLUMNS, [(each.id, each.last_day, each.reports, each.independent, each.title) for each in stories])


def _plain(story: StoredStory) -> dict[str, Any]:
    return {**asdict(story), "independent": story.independent}
