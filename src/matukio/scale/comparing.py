"""Comparing all articles of a folder in pieces that any worker can do: which are copies, and which are alike.

    keys   of some blocks' articles, parted by key
    pairs  of one part of the keys: who holds the same, the sixteen oldest of each, parted by the later article
    copies of some articles, each held against those older ones that hold enough of its keys
    alike  to some articles: those of the week before

The keys are the shingles and names of `matukio.stories.words`, and what a copy is and who is alike the stories stage
says; here is only how it is asked of a million articles. Each piece reads files and writes one, whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import numpy as np
import pyarrow as arrow
from numpy.typing import NDArray

from matukio.scale.plan import FILES, PIECE, UNDATED, Piece, Plan, articles_of, shapes_file, write_batches
from matukio.scale.shapes import opened
from matukio.stories.grouping import ALIKE, ALIKE_UNDATED, DAYS
from matukio.stories.index import OLDEST, SET_PHRASE, Copy
from matukio.stories.originals import HELD, copies_of
from matukio.stories.profiles import Days
from matukio.stories.reposts import Earlier
from matukio.stories.shapes import unpack_words
from matukio.stories.words import keys

Whole = NDArray[np.int64]

# Articles that others copied from, kept in the form in which copies are looked for.
EARLIER = 200
# Profiles that are held at a time: half a kilobyte each.
HELD_PROFILES = 50_000


def compare(plan: Plan, piece: Piece) -> bool:
    """Do a piece of work; False where this machine does not see the folder."""
    if not plan.place.is_here():
        return False
    step, first, last = piece
    if not plan.file(name_of(piece)).exists():
        write_batches(plan, name_of(piece), list(STEPS[step](plan, first, last)))
    return True


def name_of(piece: Piece) -> str:
    """The file of a piece."""
    return f"{piece[0]}-{piece[1]:09d}"


def _batch(**columns: Sequence[int] | Whole | NDArray[np.float64]) -> arrow.RecordBatch:
    return arrow.RecordBatch.from_pydict({
        name: arrow.array(values, arrow.float64() if name == "share" else arrow.int64())
        for name, values in columns.items()
    })  # fmt: skip


def _keys(plan: Plan, first: int, last: int) -> Iterator[arrow.RecordBatch]:
    held = articles_of(plan)
    numbers = held.numbers_of(first, last)
    found, holders = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for file in range(first, last):
        shapes = opened(shapes_file(plan.place, plan.keys[file])).column("words")
        for row, holder in numbers.get(file, ()):
            of_it = keys(unpack_words(shapes[row].as_py()))
            found.append(of_it)
            holders.append(np.full(len(of_it), holder, dtype=np.int64))
    key, number = np.concatenate(found), np.concatenate(holders)
    # The lowest bit tells names from shingles, the highest are naught for all shingles.
    parts = (key.view(np.uint64) >> np.uint64(1)) % np.uint64(plan.parts)
    for part in range(plan.parts):
        here = parts == part
        yield _batch(key=key[here], number=number[here])


def _pairs(plan: Plan, first: int, _: int) -> Iterator[arrow.RecordBatch]:
    key, number = _part(plan, "keys", len(plan.keys), FILES, first, ("key", "number"))
    order = np.lexsort((number, key))
    key, number = key[order], number[order]
    starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])) if len(key) else np.empty(0, dtype=np.int64)
    start = np.repeat(starts, np.diff(np.concatenate([starts, [len(key)]])))
    place = np.arange(len(key)) - start
    pair, weight = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for older in range(OLDEST):
        later = np.flatnonzero((place > older) & (place < SET_PHRASE))
        if not len(later):
            break
        pair.append(number[later] * plan.articles + number[start[later] + older])
        weight.append(1 + key[later] % 2)
    both, of_it = np.unique(np.concatenate(pair), return_inverse=True)
    held = np.bincount(of_it, np.concatenate(weight), len(both)).astype(np.int64)
    for begin in range(0, plan.articles, PIECE):
        low, high = np.searchsorted(both, [begin * plan.articles, (begin + PIECE) * plan.articles])
        yield _batch(pair=both[low:high], held=held[low:high])


def _copies(plan: Plan, first: int, _: int) -> Iterator[arrow.RecordBatch]:
    pair, held = _part(plan, "pairs", plan.parts, 1, first // PIECE, ("pair", "held"))
    both, of_it = np.unique(pair, return_inverse=True)
    enough = both[np.bincount(of_it, held, len(both)) >= HELD]
    later, older = enough // plan.articles, enough % plan.articles
    articles = articles_of(plan)

    @lru_cache(maxsize=EARLIER)
    def earlier(number: int) -> Earlier:
        return Earlier(articles.words(number))

    found: list[tuple[int, Copy]] = []
    for number in np.unique(later).tolist():
        low, high = np.searchsorted(later, [number, number + 1]).tolist()
        others = ((other, earlier(other)) for other in older[low:high].tolist())
        found += [(number, copy) for copy in copies_of(articles.words(number), others)]
    yield _batch(
        number=[number for number, _ in found],
        paragraph=[copy.paragraph for _, copy in found],
        start=[copy.start for _, copy in found],
        end=[copy.end for _, copy in found],
        share=np.array([copy.share for _, copy in found], dtype=np.float64),
        original=[copy.original for _, copy in found],
    )


def _alike(plan: Plan, first: int, last: int) -> Iterator[arrow.RecordBatch]:
    """Of each article those before it that are alike, in the order of the articles, which is that of their days."""
    articles = articles_of(plan)
    days = articles.days
    dated = int(np.searchsorted(days, UNDATED))
    found: list[tuple[int, int, int]] = []
    for begin, end in ((first, min(last, dated)), (max(first, dated), last)):
        if begin < end:
            is_dated = begin < dated
            oldest = int(np.searchsorted(days, days[begin] - DAYS)) if is_dated else dated
            found += _alike_before(plan, oldest, begin, end, ALIKE if is_dated else ALIKE_UNDATED)
    found.sort()
    yield _batch(
        number=[number for number, _, _ in found],
        other=[other for _, other, _ in found],
        millionths=[value for _, _, value in found],
    )


def _alike_before(plan: Plan, oldest: int, begin: int, end: int, least: float) -> Iterator[tuple[int, int, int]]:
    articles = articles_of(plan)
    days: list[int | None] = [None if day == UNDATED else day for day in articles.days[oldest:end].tolist()]
    profiles = [(number, articles.profile(number)) for number in range(begin, end)]
    for low in range(oldest, end, HELD_PROFILES):
        held = Days()
        for number in range(low, min(low + HELD_PROFILES, begin)):
            held.put(days[number - oldest], {number: articles.profile(number)})
        for number, profile in profiles:
            day = days[number - oldest]
            asked = (None,) if day is None else tuple(range(day - DAYS, day + 1))
            yield from ((number, other, value) for other, value in held.alike(profile, asked, least).items())
            if low <= number < low + HELD_PROFILES:
                held.put(day, {number: profile})


def _part(plan: Plan, step: str, count: int, size: int, part: int, columns: Sequence[str]) -> tuple[Whole, ...]:
    """One part of what all pieces of a step gave."""
    batches = []
    for piece in plan.ranges(step, count, size):
        with arrow.memory_map(str(plan.file(name_of(piece)))) as file:
            batches.append(arrow.ipc.open_file(file).get_batch(part))
    return tuple(np.concatenate([batch.column(name).to_numpy() for batch in batches]) for name in columns)


STEPS: dict[str, Callable[[Plan, int, int], Iterator[arrow.RecordBatch]]] = {
    "keys": _keys, "pairs": _pairs, "copies": _copies, "alike": _alike,
}  # fmt: skip


def pieces(plan: Plan, step: str) -> list[Piece]:
    """The pieces of a step that are still to be done."""
    count, size = {
        "keys": (len(plan.keys), FILES), "pairs": (plan.parts, 1), "copies": (plan.articles, PIECE),
        "alike": (plan.articles, PIECE),
    }[step]  # fmt: skip
    return [piece for piece in plan.ranges(step, count, size) if not plan.file(name_of(piece)).exists()]
