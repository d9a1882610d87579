"""Articles side by side: which paragraphs are copies, which reports tell of one happening.

    archive = Archive()
    archive.add(monday), archive.add(tuesday)
    archive.stories() → one Story with both, if they tell of the same

The archive keeps of an article what it is compared by, in memory, some ten kilobytes; records are asked for when a
story's events are merged, from wherever they are kept. For many articles there is the store, which keeps all of it in
its tables (`matukio.open`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from matukio.record import Event, Record
from matukio.stories.answers import Answer, answers
from matukio.stories.grouping import ALIKE, ALIKE_UNDATED, days_around, place
from matukio.stories.independence import Telling, groups
from matukio.stories.index import Copy, Memory, copy_at
from matukio.stories.merging import merge
from matukio.stories.originals import find_copies
from matukio.stories.shapes import shape
from matukio.stories.told import Told, by_word, told
from matukio.stories.values import MergedEvent, Reason, Report, by_value, values


@dataclass(frozen=True, slots=True)
class Repost:
    """A paragraph of an article and the earliest article that it stands in."""

    article: str
    original: str
    copy: Copy


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one happening, oldest first; `id` is that of the first with an s before it."""

    id: str
    articles: tuple[str, ...]


class Archive:
    """Articles to compare; add them in any order."""

    def __init__(self) -> None:
        self._index = Memory()
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, record: Record) -> None:
        """Compare an article with all others and keep it. Raises ValueError for an id that is there already."""
        if record.id in self._numbers:
            raise ValueError(f"{record.id}: the archive has an article of this id")
        number, index = len(self._ids), self._index
        self._numbers[record.id] = number
        self._ids.append(record.id)
        made = shape(record)
        index.put(number, made)
        find_copies(index, number)
        least = ALIKE_UNDATED if made.day is None else ALIKE
        index.set_alike(number, index.days.alike(made.profile, days_around(made.day), least))
        index.days.put(made.day, {number: made.profile})
        place(index, number)

    def reposts(self, id: str) -> tuple[Repost, ...]:
        """The copied paragraphs of an article, each with the earliest article that has it."""
        copies = self._index.copies(self._numbers[id])
        return tuple(Repost(id, self._ids[copy.original], copy) for copy in copies)

    def stories(self) -> tuple[Story, ...]:
        """All stories, by their first reports; an article that stands alone is a story of its own."""
        found: dict[int, list[int]] = {}
        for number in sorted(range(len(self)), key=self._index.rank):
            found.setdefault(self._index.story(number) or 0, []).append(number)
        return tuple(self._story(members) for members in found.values())

    def story(self, id: str) -> Story:
        """The story of one article."""
        of = self._index.story(self._numbers[id])
        members = [number for number in range(len(self)) if self._index.story(number) == of]
        return self._story(sorted(members, key=self._index.rank))

    def groups(self, story: Story) -> dict[str, int]:
        """For each article of a story a number, the same for those that depend on each other."""
        tellings = []
        for id in story.articles:
            number = self._numbers[id]
            made = self._index.shapes[number]
            copied = tuple(self._ids[copy.original] for copy in self._index.copies(number))
            tellings.append(Telling(id, made.publisher, made.agency, copied))
        return {str(id): group for id, group in groups(tellings).items()}

    def events(self, story: Story, load: Callable[[str], Record]) -> tuple[MergedEvent, ...]:
        """The events of a story, each once; `load` gives the record of an id."""
        records = {id: load(id) for id in story.articles}
        of = self.groups(story)
        told_by = [list(self._tellings(records[id], records)) for id in story.articles]
        events = {(id, event.id): event for id, record in records.items() for event in record.events}
        return tuple(_closed(each.told, each.reasons, events, of) for each in merge(told_by))

    def answers(self, story: Story, load: Callable[[str], Record]) -> tuple[Answer, ...]:
        """The claims of a story that answer those of another article."""
        return tuple(answers([load(id) for id in story.articles]))

    def _story(self, numbers: Sequence[int]) -> Story:
        ids = tuple(self._ids[number] for number in numbers)
        return Story(f"s{ids[0]}", ids)

    def _tellings(self, record: Record, records: dict[str, Record]) -> Iterable[Told]:
        """What an article tells; an event in a copied paragraph with the event that stands in the original."""
        copies = self._index.copies(self._numbers[record.id])
        originals: dict[str, dict[tuple[str, str], Told]] = {}
        for event in record.events:
            plain = told(record.id, event)
            copy = copy_at(copies, event.mentions[0].start)
            original = records.get(self._ids[copy.original]) if copy else None
            same = None
            if original is not None:
                if original.id not in originals:
                    there = ((each.mentions[0].text, told(original.id, each)) for each in original.events)
                    originals[original.id] = by_word(there)
                same = originals[original.id].get((event.type, event.mentions[0].text.casefold()))
            yield replace(plain, copied=same.reference) if same else plain


def _closed(
    tellings: Sequence[Told],
    reasons: Sequence[tuple[str, tuple[str, ...]]],
    events: dict[tuple[str, str], Event],
    of: dict[str, int],
) -> MergedEvent:
    reports = tuple(Report(str(each.article), each.event) for each in tellings)
    given = [(report, values(events[report.article, report.event])) for report in reports]
    because = (Reason(report, *reason) for report, reason in zip(reports[1:], reasons, strict=True))
    first = reports[0]
    return MergedEvent(
        f"{first.article}-{first.event}",
        tellings[0].type,
        reports,
        len({of[report.article] for report in reports}),
        by_value(given),
        tuple(because),
    )
