"""Paragraphs whose words are another article's: small edits allowed, sentences dropped, added and moved.

    «Rais aliwasili jana mjini Lima. Alilakiwa na waziri.» of Tuesday is a copy of Monday's
    «Alilakiwa na waziri. Rais aliwasili jana mjini Lima, ikulu ilisema.»

A sketch only proposes; a copy is proven word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from matukio.stories.words import Numbered, Words

# A shorter paragraph is a title, a byline or a set phrase, which independent reports share by chance.
LEAST_WORDS = 12
# A sentence is another's when so much of it stands there in its order; of a whole paragraph more must, since edits are
# spread unevenly: a tenth of the words (docs/codebook.md) and what such edits break around them.
SAME_SENTENCE = 0.65
SAME_PARAGRAPH = 0.83
# Edits leave names and numbers alone; a sentence with others is a set phrase about something else.
SAME_NAMES = 0.75
# Of each name more than half the words; so that of all words of names in a sentence at least so many.
SAME_NAME_WORDS = SAME_NAMES / 2
# So much of the paragraph must be copied sentences; the rest was added.
COPIED = 0.5
# A sentence of which no more pairs of words stand anywhere in the other article cannot be copied from it: each word
# that is changed breaks two pairs.
SAME_PAIRS = 1 - 2 * (1 - SAME_SENTENCE)
# The same for a paragraph, with room for words that were left out, each of which breaks one pair.
SAME_PARAGRAPH_PAIRS = 0.5


class Later:
    """An article that may have copied from others: its pairs of words, its names, and the sentences of its paragraphs
    that are long enough, each paragraph by its number."""

    def __init__(self, article: Numbered) -> None:
        self.article = article
        self.pairs = _pair_numbers(article.words)
        self.named = article.words[article.names]
        self.names = _sums(article.names).tolist()
        borders = article.paragraphs.tolist()
        sentences = article.sentences.tolist()
        self.sentences = {
            number: list(pairwise([first, *(b for b in sentences if first < b < last), last]))
            for number, (first, last) in enumerate(pairwise(borders))
            if last - first >= LEAST_WORDS
        }


class Earlier:
    """An article that others may have copied from: its words, its pairs of words, and where each stands."""

    def __init__(self, article: Numbered) -> None:
        self.article = article
        self._words = np.sort(article.words)
        self._pairs = np.sort(_pair_numbers(article.words))

    def words_held(self, words: Words) -> list[int]:
        """Before each word, and after the last, how many stand in the article."""
        return list(_sums(_held(self._words, words)).tolist())

    def pairs_held(self, pairs: Words) -> list[int]:
        """The same for pairs of words."""
        return list(_sums(_held(self._pairs, pairs)).tolist())

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """For each two words in a row the numbers of the sentences that they stand in."""
        found: dict[int, list[int]] = {}
        lengths = np.diff(self.article.sentences)
        sentences = np.repeat(np.arange(len(lengths)), lengths).tolist()
        for place, pair in enumerate(_pair_numbers(self.article.words).tolist()):
            found.setdefault(pair, []).append(sentences[place])
        return found


def copied_paragraphs(later: Later, earlier: Earlier, paragraphs: Iterable[int]) -> Iterator[tuple[int, float]]:
    """Those of an article's paragraphs that are copied from another, each with the part of its words that are."""
    pairs = earlier.pairs_held(later.pairs)
    names: list[int] | None = None
    for number in paragraphs:
        sentences = later.sentences.get(number)
        if sentences is None:
            continue
        first, last = sentences[0][0], sentences[-1][1]
        if pairs[last - 1] - pairs[first] < COPIED * SAME_PARAGRAPH_PAIRS * (last - first) - 1:
            continue
        names = names or earlier.words_held(later.named)
        likely = [
            (start, end)
            for start, end in sentences
            if pairs[end - 1] - pairs[start] >= SAME_PAIRS * (end - start - 1)
            and names[later.names[end]] - names[later.names[start]]
            >= SAME_NAME_WORDS * (later.names[end] - later.names[start])
        ]
        share = _share(later.article, first, last, likely, earlier)
        if share is not None:
            yield number, round(share, 3)


def _share(later: Numbered, first: int, last: int, likely: Sequence[tuple[int, int]], earlier: Earlier) -> float | None:
    """The part of a paragraph's words that is copied; None when it is no copy."""
    needed = max(LEAST_WORDS, COPIED * (last - first))
    if sum(end - start for start, end in likely) < needed:
        return None
    copied = matched = 0
    for start, end in likely:
        kept = _kept(later.words[start:end], later.names[start:end], earlier)
        if kept >= SAME_SENTENCE * (end - start):
            copied += end - start
            matched += kept
    if copied < needed or matched < SAME_PARAGRAPH * copied:
        return None
    return matched / (last - first)


def _held(there: Words, asked: Words) -> NDArray[np.bool_]:
    """For each number whether it stands among sorted ones."""
    if not len(there):
        return np.zeros(len(asked), dtype=np.bool_)
    return np.asarray(there[np.minimum(np.searchsorted(there, asked), len(there) - 1)] == asked)


def _sums(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Before each flag, and after the last, how many are set."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(flags, dtype=np.int64)])


def _kept(sentence: Words, names: NDArray[np.bool_], earlier: Earlier) -> int:
    """How many words of the sentence stand in their order in one place of the earlier article, with its names."""
    hits: dict[int, int] = {}
    places = earlier.places
    for pair in _pair_numbers(sentence).tolist():
        for place in places.get(pair, ()):
            hits[place] = hits.get(place, 0) + 1
    if not hits:
        return 0
    # Sentences may be split and joined anew: the one with most in common, and its neighbours if they share more.
    borders = earlier.article.sentences
    best = max(hits, key=lambda number: (hits[number], -number))
    start, end = int(borders[best]), int(borders[best + 1])
    if hits.get(best + 1, 0) > 1 and best + 2 < len(borders):
        end = int(borders[best + 2])
    if hits.get(best - 1, 0) > 1:
        start = int(borders[best - 1])
    words, region = sentence.tolist(), earlier.article.words[start:end].tolist()
    if _other_names(words, names.tolist(), set(region)):
        return 0
    from rapidfuzz.distance import LCSseq  # three MiB, which a worker that only reads has no use for

    return int(LCSseq.similarity(words, region))


def _other_names(words: list[int], names: list[bool], there: set[int]) -> bool:
    """Whether too many names of a sentence are missing where it may be copied from; a name is its words in a row."""
    same = count = inside = hits = 0
    for word, is_name in zip([*words, 0], [*names, False], strict=True):
        if is_name:
            inside += 1
            hits += word in there
        elif inside:
            count += 1
            same += 2 * hits > inside
            inside = hits = 0
    return same < SAME_NAMES * count


def _pair_numbers(words: Words) -> Words:
    return np.asarray(words[:-1] * np.uint32(0x9E3779B1) ^ words[1:])
