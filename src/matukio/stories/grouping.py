"""Stories: articles told one by one from the oldest on, each joining the story it is most alike to, or beginning one.

    Monday «Rais wa Ghana azuru Peru» begins a story; Tuesday «Kakao yatawala mazungumzo ya Lima» joins it

Where an article goes depends on the earlier ones alone. One that comes late, into the midst of others, is put where it
would have gone, and only those after it whose stories it changes are looked at again.
"""

from __future__ import annotations

from heapq import heappop, heappush

from matukio.stories.index import Index
from matukio.stories.shapes import RANK_BITS

# Reports of one happening follow each other within so many days (docs/codebook.md).
DAYS = 7
# Two reports this alike tell of one happening; one joins a story when it is so alike to its reports of the week on the
# average, in millionths.
ALIKE = 0.28
ALIKE_ON_AVERAGE = 140_000
# Where no day is known more is asked: the same war, court or campaign months later is this alike too.
ALIKE_UNDATED = 0.4

_WEEK = DAYS << RANK_BITS


def place(index: Index, number: int) -> set[int]:
    """Put an article into its story, and later ones that this moves; gives all stories that changed."""
    return _settle(index, [number])


def forget(index: Index, number: int) -> set[int]:
    """Put the articles anew that stand where they do because of one that is taken out of the index.

    Call it when nothing of the article is left in the index but its rank and story.
    """
    story = index.story(number)
    if story is None:
        return set()
    return {story} | _settle(index, sorted(_touched(index, number, {story}) - {number}))


def replace(index: Index, numbers: list[int]) -> set[int]:
    """Put articles anew, of which somebody has said that they belong together or do not."""
    return _settle(index, numbers)


def _settle(index: Index, numbers: list[int]) -> set[int]:
    waiting: list[tuple[int, int]] = []
    for number in numbers:
        heappush(waiting, (index.rank(number), number))
    changed: set[int] = set()
    last = None
    while waiting:
        # Whoever is put anew puts off later ones only, so that one look at each is enough.
        if (next_one := heappop(waiting)) == last:
            continue
        last = next_one
        number = last[1]
        before, after = index.story(number), _best(index, number)
        if before == after:
            continue
        index.set_story(number, after)
        stories = {after} if before is None else {before, after}
        changed |= stories
        for other in _touched(index, number, stories):
            heappush(waiting, (index.rank(other), other))
    return changed


def _best(index: Index, number: int) -> int:
    """The story that an article belongs to: that of those earlier to which it is most alike, or one of its own."""
    rank = index.rank(number)
    sums: dict[int, int] = {}
    for other, value in index.alike(number).items():
        if index.rank(other) < rank and (story := index.story(other)) is not None:
            sums[story] = sums.get(story, 0) + value
    together, apart = _bound(index, number, rank)
    if together is not None:
        return together
    first = (rank >> RANK_BITS << RANK_BITS) - _WEEK
    means = [
        (total / max(1, index.members(story, first, rank)), -index.rank(story), story)
        for story, total in sums.items()
        if story not in apart
    ]
    mean, _, best = max(means, default=(0.0, 0, number))
    return best if mean >= ALIKE_ON_AVERAGE else number


def _bound(index: Index, number: int, rank: int) -> tuple[int | None, set[int]]:
    """The story that somebody put the article in, and those that somebody took it out of."""
    bonds = [(index.rank(bond.other), bond) for bond in index.bonds(number)]
    earlier = [(ranked, bond) for ranked, bond in bonds if ranked < rank and index.story(bond.other) is not None]
    apart = {index.story(bond.other) for _, bond in earlier if not bond.together}
    together = [(ranked, index.story(bond.other)) for ranked, bond in earlier if bond.together]
    chosen = next((story for _, story in sorted(together) if story not in apart), None)
    return chosen, {story for story in apart if story is not None}


def _touched(index: Index, number: int, stories: set[int]) -> set[int]:
    """Later articles whose story may be another, now that one came into a story, or left it."""
    rank = index.rank(number)
    week = ((rank >> RANK_BITS) + DAYS + 1) << RANK_BITS
    found = {other for story in stories for other in index.near_members(story, rank + 1, week)}
    if number in stories:
        # Whoever began a story and left it leaves nobody in it.
        found |= set(index.near_members(number, rank + 1, 2**62))
    found |= {bond.other for bond in index.bonds(number) if index.rank(bond.other) > rank}
    return found - {number}


def days_around(day: int | None) -> tuple[int | None, ...]:
    """The days whose articles can be of one story with one of this day: without a day, the others without one."""
    return (None,) if day is None else tuple(range(day - DAYS, day + DAYS + 1))
