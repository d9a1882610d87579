"""Articles side by side: which paragraphs are copies, which reports tell of one happening.

    archive = Archive()
    archive.add(monday), archive.add(tuesday)
    archive.stories() → one Story with both, if they tell of the same

The archive keeps of an article what it is compared by, about three kilobytes; records are asked for when a story's
events are merged, from wherever they are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from matukio.record import Record
from matukio.stories.answers import Answer, answers
from matukio.stories.independence import groups
from matukio.stories.merging import MergedEvent, merge
from matukio.stories.postings import Numbers, Postings, counted
from matukio.stories.profiles import Profile, likeness, profile
from matukio.stories.reposts import Copy, copies
from matukio.stories.words import Hashes, Numbered, numbered, signatures, sketch

# Reports of one happening follow each other within so many days (docs/codebook.md).
DAYS = 7
# Two reports this alike tell of one happening; one joins a story when it is so alike to its reports on the average.
ALIKE = 0.28
ALIKE_ON_AVERAGE = 0.14
# Where no day is known more is asked: the same war, court or campaign months later is this alike too.
ALIKE_UNDATED = 0.4
# A copied part this large makes two articles one story, whatever else stands in them.
COPIED = 0.5
# Of all articles that hold a shingle the oldest are compared: among them is the original.
OLDEST = 60
# A copy holds so much of its original's shingles, with a tenth of the words changed and a sentence added; of the
# articles that do, so many are compared word by word.
HELD = 0.3
PROPOSED = 12
# The most telling terms of a report propose which others to compare it with.
PROPOSING = 14


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


@dataclass(slots=True)
class _Kept:
    """What is kept of an article."""

    id: str
    day: int | None
    words: Numbered
    profile: Profile

    @property
    def order(self) -> tuple[bool, int, str]:
        """Older articles first, then by id; those without a day last, for nobody can have copied from them."""
        return self.day is None, self.day or 0, self.id


class Archive:
    """Articles to compare; add them in any order."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []
        self._numbers: dict[str, int] = {}
        self._shingles = Postings()
        self._terms = Postings()
        self._alike: list[dict[int, float]] = []
        self._copies: list[dict[int, tuple[Copy, ...]]] = []
        """For each article the earlier ones that it copies from."""

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, record: Record) -> None:
        """Compare an article with all others and keep it. Raises ValueError for an id that is there already."""
        if record.id in self._numbers:
            raise ValueError(f"{record.id}: the archive has an article of this id")
        day = record.published.toordinal() if record.published else None
        kept = _Kept(record.id, day, numbered(record), profile(record))
        number = len(self._kept)
        self._kept.append(kept)
        self._numbers[record.id] = number
        self._alike.append({})
        self._copies.append({})
        self._find_copies(number)
        self._find_alike(number)

    def reposts(self, id: str) -> tuple[Repost, ...]:
        """The copied paragraphs of an article, each with the earliest article that has it."""
        number = self._numbers[id]
        found: dict[int, Repost] = {}
        for other in sorted(self._copies[number], key=lambda n: self._kept[n].order):
            for copy in self._copies[number][other]:
                found.setdefault(copy.paragraph, Repost(id, self._kept[other].id, copy))
        return tuple(found[paragraph] for paragraph in sorted(found))

    def stories(self) -> tuple[Story, ...]:
        """All stories, by their first reports; an article that stands alone is a story of its own."""
        return tuple(self._grouped(range(len(self._kept))))

    def story(self, id: str) -> Story:
        """The story of one article."""
        return next(story for story in self._grouped(self._connected(self._numbers[id])) if id in story.articles)

    def dependent(self, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Pairs of articles of which one holds paragraphs of the other."""
        wanted = set(ids)
        for id in wanted:
            for other in self._copies[self._numbers[id]]:
                if self._kept[other].id in wanted:
                    yield id, self._kept[other].id

    def events(self, story: Story, load: Callable[[str], Record]) -> tuple[MergedEvent, ...]:
        """The events of a story, each once; `load` gives the record of an id."""
        records = [load(id) for id in story.articles]
        return merge(records, groups(records, self.dependent(story.articles)))

    def answers(self, story: Story, load: Callable[[str], Record]) -> tuple[Answer, ...]:
        """The claims of a story that answer those of another article."""
        return tuple(answers([load(id) for id in story.articles]))

    def _find_copies(self, number: int) -> None:
        kept = self._kept[number]
        words = kept.words
        earlier: dict[int, list[int]] = {}
        later: set[int] = set()
        borders = words.paragraphs.tolist()
        sketches = [
            np.concatenate([sketch(words.words[start:end]), signatures(words, start, end)])
            for start, end in zip(borders, borders[1:], strict=False)
        ]
        for paragraph, hashes in enumerate(sketches):
            for other in self._proposed(hashes):
                if self._kept[other].order < kept.order:
                    earlier.setdefault(other, []).append(paragraph)
                else:
                    later.add(other)
        for other, paragraphs in earlier.items():
            if found := tuple(copies(words, self._kept[other].words, paragraphs)):
                self._copies[number][other] = found
        for other in later:
            if found := tuple(copies(self._kept[other].words, words)):
                self._copies[other][number] = found
        if sketches:
            self._shingles.add(number, np.unique(np.concatenate(sketches)))

    def _proposed(self, hashes: Hashes) -> list[int]:
        """The articles that hold enough of a paragraph's shingles to be compared with it word by word."""
        holders = [self._oldest(numbers) for numbers in self._shingles.find(hashes)]
        if not holders:
            return []
        others, counts = counted(holders)
        enough = counts >= max(2.0, HELD * len(hashes))
        others, counts = others[enough], counts[enough]
        if len(others) > PROPOSED:
            others = others[np.argsort(-counts, kind="stable")[:PROPOSED]]
        return [int(other) for other in others]

    def _find_alike(self, number: int) -> None:
        kept = self._kept[number]
        enough = ALIKE_UNDATED if kept.day is None else ALIKE
        telling = kept.profile.telling(PROPOSING)
        near = [_on_day(telling, day) for day in _days_around(kept.day)]
        others = list(self._terms.find(np.concatenate(near)))
        for other in np.unique(np.concatenate(others or [_NOBODY])).tolist():
            value = max(likeness(kept.profile, self._kept[other].profile), self._copied(number, other))
            if value >= enough:
                self._alike[number][other] = self._alike[other][number] = value
        self._terms.add(number, _on_day(telling, kept.day))

    def _oldest(self, numbers: Numbers) -> Numbers:
        if len(numbers) <= OLDEST:
            return numbers
        return np.array(sorted(numbers.tolist(), key=lambda n: self._kept[n].order)[:OLDEST], dtype=np.int32)

    def _near(self, one: int, other: int) -> bool:
        """Articles without a day are near each other only: nothing says when they were published."""
        a, b = self._kept[one].day, self._kept[other].day
        return a == b if a is None or b is None else abs(a - b) <= DAYS

    def _copied(self, one: int, other: int) -> float:
        """1 when one of the two is a copy of the other for the larger part, else 0."""
        for later, earlier in ((one, other), (other, one)):
            found = self._copies[later].get(earlier, ())
            words = self._kept[later].words
            lengths = np.diff(words.paragraphs)
            if found and sum(int(lengths[copy.paragraph]) for copy in found) >= COPIED * len(words.words):
                return 1.0
        return 0.0

    def _connected(self, number: int) -> list[int]:
        """All articles that a chain of likenesses leads to."""
        found, waiting = {number}, [number]
        while waiting:
            for other in self._alike[waiting.pop()]:
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return sorted(found)

    def _grouped(self, numbers: Iterable[int]) -> Iterator[Story]:
        """Stories, told article by article from the oldest on, so that the order of adding does not matter."""
        of: dict[int, int] = {}
        members: list[list[int]] = []
        for number in sorted(numbers, key=lambda n: self._kept[n].order):
            sums: dict[int, float] = {}
            for other, value in self._alike[number].items():
                if other in of:
                    sums[of[other]] = sums.get(of[other], 0.0) + value
            best = max(
                ((total / self._recent(members[story], number), -story) for story, total in sums.items()),
                default=(0.0, 0),
            )
            if best[0] >= ALIKE_ON_AVERAGE:
                of[number] = -best[1]
                members[-best[1]].append(number)
            else:
                of[number] = len(members)
                members.append([number])
        for story in members:
            ids = tuple(self._kept[number].id for number in story)
            yield Story(f"s{ids[0]}", ids)

    def _recent(self, story: list[int], number: int) -> int:
        """How many reports of the story are near in time."""
        return sum(self._near(number, member) for member in story) or 1


_NOBODY: Numbers = np.empty(0, dtype=np.int32)


def _days_around(day: int | None) -> Iterable[int | None]:
    return (None,) if day is None else range(day - DAYS, day + DAYS + 1)


def _on_day(terms: Hashes, day: int | None) -> Hashes:
    """Terms of one day: in another week they are others, so that what is compared stays the same as archives grow."""
    return np.asarray(terms ^ np.uint64((day or 0) * 0x9E3779B97F4A7C15 % 2**64))
