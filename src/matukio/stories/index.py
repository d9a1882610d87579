"""What the comparing of articles asks of wherever they are kept: the store's tables, or a few dictionaries.

Articles go by numbers. Nothing here depends on the order in which they were put in: of two articles the one of the
lower rank (`matukio.stories.shapes.rank`) is the earlier.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

from matukio.stories.profiles import Days
from matukio.stories.shapes import Shape
from matukio.stories.words import Keys, Numbered

# Of all articles that hold a hash so many are compared, the oldest: the original is among them.
OLDEST = 16
# What so many articles hold already is a set phrase («soma zaidi», a broadcaster's last line): later ones are not
# found by it, nor does an old article that comes late have to be compared with all that hold it.
SET_PHRASE = 256


@dataclass(frozen=True, slots=True)
class Copy:
    """A paragraph, by its number and offsets in the text, and the earliest article that has it; `share` is the part of
    its words that stand there."""

    paragraph: int
    start: int
    end: int
    share: float
    original: int


def copy_at(copies: Sequence[Copy], start: int) -> Copy | None:
    """The copied paragraph that an offset is in, of those of an article in their order; a title belongs to the first
    paragraph, when this is copied."""
    if not copies:
        return None
    last = bisect_right(copies, start, key=attrgetter("start")) - 1
    if last < 0:
        return copies[0] if copies[0].paragraph <= 1 else None
    return copies[last] if start < copies[last].end else None


def copies_one(copies: Iterable[Copy], of: Iterable[tuple[int, int]]) -> bool:
    """Whether one of some articles, given by rank and number, is an original of these copies."""
    numbers = {number for _, number in of}
    return any(copy.original in numbers for copy in copies)


@dataclass(frozen=True, slots=True)
class Bond:
    """What somebody said of two articles: that they are one story (`together`), or that they are not."""

    other: int
    together: bool


class Index(Protocol):
    """Where articles are kept to be compared."""

    def rank(self, number: int) -> int:
        """The rank of an article."""

    def words(self, number: int) -> Numbered:
        """The words of an article."""

    def keys(self, number: int) -> Keys:
        """The hashes that an article is found by."""

    def older(self, keys: Keys, rank: int) -> Mapping[int, int]:
        """Articles of a lower rank that are among the `OLDEST` that hold one of the keys → how much they hold: 1 for
        each key, 2 for an odd one; keys that a `SET_PHRASE` of lower ranks hold do not count."""

    def newer(self, keys: Keys, rank: int) -> Mapping[int, int]:
        """Articles of a higher rank → how much they hold, of those keys only of which an article of this rank is among
        the `OLDEST` and they among the first `SET_PHRASE`."""

    def pushed_out(self, keys: Keys, rank: int) -> tuple[set[int], set[int]]:
        """Since one of this rank holds the keys: articles that are no more among the `OLDEST` of one, and those that
        are no more among its first `SET_PHRASE` and copy from one of its `OLDEST`."""

    def copies(self, number: int) -> tuple[Copy, ...]:
        """The copied paragraphs of an article."""

    def set_copies(self, number: int, found: tuple[Copy, ...]) -> None:
        """Keep the copied paragraphs of an article, in place of those it had."""

    def copiers(self, number: int) -> Iterable[int]:
        """The articles that copy from one."""

    def alike(self, number: int) -> Mapping[int, int]:
        """The articles that are alike to one, with how much, in millionths."""

    def story(self, number: int) -> int | None:
        """The story of an article, by the number of its first report; None when it has none yet."""

    def set_story(self, number: int, story: int) -> None:
        """Put an article into a story."""

    def members(self, story: int, first: int, last: int) -> int:
        """How many reports of a story have a rank from the first to before the last."""

    def near_members(self, story: int, first: int, last: int) -> Iterable[int]:
        """Articles of these ranks that are alike to one of a story's, or are in it."""

    def bonds(self, number: int) -> tuple[Bond, ...]:
        """What somebody said of an article and others."""


class Memory:
    """An index in dictionaries."""

    def __init__(self) -> None:
        self.shapes: dict[int, Shape] = {}
        self._keys: dict[int, Keys] = {}
        self._holders: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._copies: dict[int, tuple[Copy, ...]] = {}
        self._copiers: defaultdict[int, set[int]] = defaultdict(set)
        self._alike: defaultdict[int, dict[int, int]] = defaultdict(dict)
        self._story: dict[int, int] = {}
        self._members: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self.days = Days()

    def put(self, number: int, shape: Shape) -> None:
        """Keep an article, not yet compared."""
        self.shapes[number] = shape
        self._keys[number] = shape.keys
        for key in self._keys[number].tolist():
            insort(self._holders[key], (shape.rank, number))

    def set_alike(self, number: int, found: Mapping[int, int]) -> None:
        """Keep the articles that one is alike to, both ways."""
        self._alike[number] |= found
        for other, value in found.items():
            self._alike[other][number] = value

    def rank(self, number: int) -> int:
        return self.shapes[number].rank

    def words(self, number: int) -> Numbered:
        return self.shapes[number].words

    def keys(self, number: int) -> Keys:
        return self._keys[number]

    def older(self, keys: Keys, rank: int) -> Mapping[int, int]:
        found: Counter[int] = Counter()
        for key in keys.tolist():
            holders = self._holders[key]
            if bisect_left(holders, (rank, 0)) < SET_PHRASE:
                for ranked, number in holders[:OLDEST]:
                    if ranked < rank:
                        found[number] += 1 + key % 2
        return found

    def newer(self, keys: Keys, rank: int) -> Mapping[int, int]:
        found: Counter[int] = Counter()
        for key in keys.tolist():
            holders = self._holders[key]
            if (place := bisect_left(holders, (rank, 0))) < OLDEST:
                for ranked, number in holders[place:SET_PHRASE]:
                    if ranked > rank:
                        found[number] += 1 + key % 2
        return found

    def pushed_out(self, keys: Keys, rank: int) -> tuple[set[int], set[int]]:
        lists = [self._holders[key] for key in keys.tolist()]
        originals = {held[OLDEST][1] for held in lists if len(held) > OLDEST and held[OLDEST][0] > rank}
        copiers = {
            held[SET_PHRASE][1]
            for held in lists
            if len(held) > SET_PHRASE
            and held[SET_PHRASE][0] > rank
            and copies_one(self.copies(held[SET_PHRASE][1]), held[:OLDEST])
        }
        return originals, copiers

    def copies(self, number: int) -> tuple[Copy, ...]:
        return self._copies.get(number, ())

    def set_copies(self, number: int, found: tuple[Copy, ...]) -> None:
        for copy in self.copies(number):
            self._copiers[copy.original].discard(number)
        self._copies[number] = found
        for copy in found:
            self._copiers[copy.original].add(number)

    def copiers(self, number: int) -> Iterable[int]:
        return tuple(self._copiers[number])

    def alike(self, number: int) -> Mapping[int, int]:
        return self._alike[number]

    def story(self, number: int) -> int | None:
        return self._story.get(number)

    def set_story(self, number: int, story: int) -> None:
        ranked = (self.rank(number), number)
        if (old := self._story.get(number)) is not None:
            self._members[old].remove(ranked)
        self._story[number] = story
        insort(self._members[story], ranked)

    def members(self, story: int, first: int, last: int) -> int:
        held = self._members[story]
        return bisect_left(held, (last, 0)) - bisect_left(held, (first, 0))

    def near_members(self, story: int, first: int, last: int) -> Iterable[int]:
        found = {number for _, number in self._members[story]}
        found |= {other for number in tuple(found) for other in self._alike[number]}
        return [number for number in found if first <= self.rank(number) < last]

    def bonds(self, number: int) -> tuple[Bond, ...]:
        return ()
