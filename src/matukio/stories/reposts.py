"""Paragraphs whose words are another article's: small edits allowed, sentences dropped, added and moved.

    «Rais aliwasili jana mjini Lima. Alilakiwa na waziri.» of Tuesday is a copy of Monday's
    «Alilakiwa na waziri. Rais aliwasili jana mjini Lima, ikulu ilisema.»

A sketch only proposes; a copy is proven word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from matukio.stories.words import Numbered, Words

# A shorter paragraph is a title, a byline or a set phrase, which independent reports share by chance.
LEAST_WORDS = 12
# A sentence is another's when so much of it stands there in its order; of a whole paragraph more must, since edits are
# spread unevenly: a tenth of the words (docs/codebook.md) and what such edits break around them.
SAME_SENTENCE = 0.65
SAME_PARAGRAPH = 0.83
# Edits leave names and numbers alone; a sentence with others is a set phrase about something else.
SAME_NAMES = 0.75
# So much of the paragraph must be copied sentences; the rest was added.
COPIED = 0.5


@dataclass(frozen=True, slots=True)
class Copy:
    """A paragraph, by its number, that stands in another article already; `share` is the part of its words that do."""

    paragraph: int
    start: int
    end: int
    share: float


def copies(later: Numbered, earlier: Numbered, paragraphs: Iterable[int] | None = None) -> Iterator[Copy]:
    """The paragraphs of one article, or those of them that are named, that are copied from another."""
    there = _pairs(earlier.words)
    places = _places(earlier)
    for number in range(len(later.spans)) if paragraphs is None else paragraphs:
        span = later.spans[number]
        first, last = int(later.paragraphs[number]), int(later.paragraphs[number + 1])
        if last - first < LEAST_WORDS:
            continue
        share = _share(later, first, last, earlier, there, places)
        if share is not None:
            yield Copy(number, *span, round(share, 3))


def _share(
    later: Numbered, first: int, last: int, earlier: Numbered, there: dict[int, list[int]], places: Words
) -> float | None:
    """The part of a paragraph's words that is copied; None when it is no copy."""
    borders = [first, *(int(b) for b in later.sentences if first < b < last), last]
    copied = matched = 0
    for start, end in zip(borders, borders[1:], strict=False):
        kept = _kept(later.words[start:end], later.names[start:end], earlier, there, places)
        if kept >= SAME_SENTENCE * (end - start):
            copied += end - start
            matched += kept
    if copied < max(LEAST_WORDS, COPIED * (last - first)) or matched < SAME_PARAGRAPH * copied:
        return None
    return matched / (last - first)


def _kept(
    sentence: Words, names: NDArray[np.bool_], earlier: Numbered, there: dict[int, list[int]], places: Words
) -> int:
    """How many words of the sentence stand in their order in one place of the earlier article, with its names."""
    hits: dict[int, int] = {}
    for pair in _pair_numbers(sentence).tolist():
        for place in there.get(pair, ()):
            hits[int(places[place])] = hits.get(int(places[place]), 0) + 1
    if not hits:
        return 0
    # Sentences may be split and joined anew: the one with most in common, and its neighbours if they share more.
    best = max(hits, key=lambda number: (hits[number], -number))
    start, end = int(earlier.sentences[best]), int(earlier.sentences[best + 1])
    if hits.get(best + 1, 0) > 1 and best + 2 < len(earlier.sentences):
        end = int(earlier.sentences[best + 2])
    if hits.get(best - 1, 0) > 1:
        start = int(earlier.sentences[best - 1])
    region = earlier.words[start:end]
    if _other_names(np.isin(sentence, region), names):
        return 0
    return int(LCSseq.similarity(sentence.tolist(), region.tolist()))


def _other_names(found: NDArray[np.bool_], names: NDArray[np.bool_]) -> bool:
    """Whether too many names of a sentence are missing where it may be copied from; a name is its words in a row."""
    same = count = inside = hits = 0
    for is_name, is_found in zip([*names.tolist(), False], [*found.tolist(), False], strict=True):
        if is_name:
            inside += 1
            hits += is_found
        elif inside:
            count += 1
            same += 2 * hits > inside
            inside = hits = 0
    return same < SAME_NAMES * count


def _pair_numbers(words: Words) -> Words:
    return np.asarray(words[:-1] * np.uint32(0x9E3779B1) ^ words[1:])


def _pairs(words: Words) -> dict[int, list[int]]:
    """Where each two words in a row stand."""
    found: dict[int, list[int]] = {}
    for place, pair in enumerate(_pair_numbers(words).tolist()):
        found.setdefault(pair, []).append(place)
    return found


def _places(article: Numbered) -> Words:
    """For each word the number of its sentence."""
    lengths = np.diff(article.sentences)
    return np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
