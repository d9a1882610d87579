"""Which paragraphs are copies, and of which article: the earliest that has them.

    an article is put in → the paragraphs that it copies, and those of later articles whose original it now is

What an article is found to copy depends on which articles there are, not on which of them came first.
"""

from __future__ import annotations

from collections.abc import Iterable

from matukio.stories.index import Copy, Index
from matukio.stories.reposts import Earlier, Later, copied_paragraphs
from matukio.stories.words import Numbered

# An article that holds so much of another's keys is compared with it word by word.
HELD = 3


def find_copies(index: Index, number: int) -> set[int]:
    """Compare an article of the index with all others; gives the articles whose copies are others now."""
    keys, rank = index.keys(number), index.rank(number)
    changed = set()
    earlier = Earlier(index.words(number))
    for other, held in index.newer(keys, rank).items():
        if held >= HELD and _keep(index, other, _taken_over(index, other, number, earlier)):
            changed.add(other)
    originals, copiers = index.pushed_out(keys, rank)
    again = copiers.union(*(index.copiers(other) for other in originals))
    changed |= {each for each in sorted(again) if _keep(index, each, _copies(index, each))}
    if _keep(index, number, _copies(index, number)):
        changed.add(number)
    return changed


def forget_copies(index: Index, number: int) -> set[int]:
    """As `find_copies`, for an article that is taken out: those that copied from it copy from another, or from none."""
    return {each for each in sorted(index.copiers(number)) if _keep(index, each, _copies(index, each, number))}


def _keep(index: Index, number: int, found: tuple[Copy, ...]) -> bool:
    if found == index.copies(number):
        return False
    index.set_copies(number, found)
    return True


def _copies(index: Index, number: int, without: int | None = None) -> tuple[Copy, ...]:
    """Each copied paragraph with the earliest article that it stands in."""
    held = index.older(index.keys(number), index.rank(number))
    others = sorted((index.rank(other), other) for other, much in held.items() if much >= HELD and other != without)
    if not others:
        return ()
    return copies_of(index.words(number), ((other, Earlier(index.words(other))) for _, other in others))


def copies_of(words: Numbered, others: Iterable[tuple[int, Earlier]]) -> tuple[Copy, ...]:
    """The copied paragraphs of an article, each with the first of the others that it stands in; the earliest must come
    first."""
    later = Later(words)
    open_paragraphs = set(later.sentences)
    found: list[Copy] = []
    for other, earlier in others:
        for paragraph, share in copied_paragraphs(later, earlier, sorted(open_paragraphs)):
            found.append(Copy(paragraph, *words.spans[paragraph], share, other))
            open_paragraphs.discard(paragraph)
        if not open_paragraphs:
            break
    return tuple(sorted(found, key=lambda copy: copy.paragraph))


def _taken_over(index: Index, number: int, original: int, earlier: Earlier) -> tuple[Copy, ...]:
    """An article's copies, now that there is one more that it may copy from."""
    words, rank = index.words(number), index.rank(original)
    kept = {copy.paragraph: copy for copy in index.copies(number) if index.rank(copy.original) < rank}
    found = Later(words)
    others = [paragraph for paragraph in found.sentences if paragraph not in kept]
    for paragraph, share in copied_paragraphs(found, earlier, others):
        kept[paragraph] = Copy(paragraph, *words.spans[paragraph], share, original)
    later = [copy for copy in index.copies(number) if copy.paragraph not in kept]
    return tuple(sorted((*kept.values(), *later), key=lambda copy: copy.paragraph))
