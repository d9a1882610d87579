"""Stories in the terminal: their reports, their events each once, and where the reports differ.

s12  2024-06-18  3 reports, 2 independent  Rais wa Ghana azuru Peru
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from matukio.export.labels import Labels, kind_key, labels
from matukio.export.terminal import PLAIN
from matukio.export.wording import one_line
from matukio.store.stories import StoredArticle, StoredStory, StoryLine
from matukio.stories import MergedEvent, Report

FIELDS = ("actors", "recipients", "status", "place", "date", "dead", "injured", "arrested")


def show_stories(console: Console, stories: Sequence[StoryLine], language: str) -> None:
    """One row for each story."""
    words = labels(language)
    if not stories:
        console.print(words["message.nothing"])
        return
    table = _table(console, words, "id", "date", "reports", "independent", "title")
    for story in stories:
        table.add_row(
            story.id,
            str(story.last_day or ""),
            str(story.reports),
            str(story.independent),
            one_line(story.title),
        )
    console.print(table)


def show_story(console: Console, story: StoredStory, language: str) -> None:
    """A story: its reports, its events with what the reports differ on, answers across reports."""
    words = labels(language)
    console.print(Text(one_line(story.title), "bold underline"))
    counts = words["message.reports"].format(count=len(story.articles), independent=story.independent)
    console.print(Text(f"{story.id} · {counts}", "dim"))
    for article in story.articles:
        console.print(Padding(_article(article, words), (0, 0, 0, 2)))
    if story.events:
        console.print()
        console.print(Text(words["section.events"], "bold"))
    for event in sorted(story.events, key=lambda event: -len(event.reports)):
        console.print(Padding(_event(event, words), (0, 0, 0, 2)))
    for answer in story.answers:
        told = f"{answer.article}.{answer.claim} → {answer.answered_article}.{answer.answered_claim}"
        console.print(Padding(Text(f"{words['message.answer']}: {told}"), (0, 0, 0, 2)))


def show_reasons(console: Console, story: StoredStory, event: MergedEvent, language: str) -> None:
    """Why the reports of an event are one event."""
    words = labels(language)
    console.print(_event(event, words))
    titles = {str(article.number): article for article in story.articles}
    reasons = {reason.report: reason for reason in event.reasons}
    for report in event.reports:
        line = Text(f"{report.article}.{report.event}  ").append(one_line(titles[report.article].title or ""), "italic")
        if report in reasons:
            reason = reasons[report]
            line.append(f"\n{reason.rule}: {', '.join(reason.shared)}", "dim")
        console.print(Padding(line, (0, 0, 0, 2)))


def _article(article: StoredArticle, words: Labels) -> Text:
    facts = [str(article.published or ""), article.publisher or ""]
    line = Text(f"{article.number}  {one_line(article.title or '')}")
    line.append("  " + " · ".join(one_line(fact) for fact in facts if fact), "dim")
    if article.copied_from:
        told = ", ".join(map(str, article.copied_from))
        line.append(f"  {words['message.copied'].format(articles=told)}", "yellow")
    return line


def _event(event: MergedEvent, words: Labels) -> Text:
    """The event in a line; values on which the reports differ stand with those who give them."""
    modes = list(event.values.get("mode", {}))
    line = Text(f"{event.id}  ").append(words[kind_key(event.type, modes[0] if len(modes) == 1 else None)], "cyan")
    line.append(
        f"  ({words['message.reports'].format(count=len(event.reports), independent=event.independent)})", "dim"
    )
    for name in FIELDS:
        values = event.values.get(name, {})
        if not values:
            continue
        told = [_value(name, value, words) for value in values]
        label = words.get(f"field.{name}", name)
        # Parties add up; of status, date and numbers only one can be true, so each stands with its reports.
        if len(values) == 1 or name in ("actors", "recipients"):
            line.append(f"\n  {label}: ", "dim").append(", ".join(told))
        else:
            each = [f"{one} ({_references(reports)})" for one, reports in zip(told, values.values(), strict=True)]
            line.append(f"\n  {label}: ", "dim").append("; ".join(each), "yellow")
    return line


def _value(name: str, value: str, words: Labels) -> str:
    return words[f"status.{value}"] if name == "status" else one_line(value)


def _references(reports: Iterable[Report]) -> str:
    return ", ".join(f"{report.article}.{report.event}" for report in reports)


def _table(console: Console, words: Labels, *columns: str) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD if console.is_terminal else PLAIN, show_edge=False, pad_edge=False, header_style="bold"
    )
    for column in columns:
        counted = column in ("reports", "independent")
        table.add_column(words[f"column.{column}"], justify="right" if counted else "left", overflow="fold")
    return table
