"""An article as numbers: its words, paragraphs and sentences, so that copies of them are found and proven quickly.

«Rais aliwasili jana.» and «RAIS ALIWASILI JANA» are the same three numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from matukio.record import Record
from matukio.swahili.vocabulary import VOCABULARY

Words = NDArray[np.uint32]
Hashes = NDArray[np.uint64]
Keys = NDArray[np.int64]

# A shingle is so many words; a tenth of the words changed leaves three quarters of the shingles of three.
SHINGLE = 3
# Every eighth shingle, by its hash, stands for all: sets of shingles are compared by the part of them that any two
# articles keep alike (the «scaled» or «fractional» MinHash). docs/stories.md says what was measured beside it.
KEPT = 8
# What is noted of an article: so many of its hashes at most, those of names before the others.
MOST_KEYS = 400

# What was found of so many words is kept: nearly all of an article were met in others.
WORDS = 5_000

# What a word with a capital is read as, first of all, when it names.
NAMING = ("NUM", "PROPN", "X")

WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_KEPT_BELOW = np.uint64(2**64 // KEPT)
_LAST = np.uint64(0xFF51AFD7ED558CCD)


@dataclass(frozen=True, slots=True)
class Numbered:
    """`words` of the whole article; paragraph n is `words[paragraphs[n]:paragraphs[n + 1]]`, sentences likewise.

    `names` says which words are names or numbers, as far as letters and readings tell: those are what edits leave
    alone, and what tells one bombing from another that is told in the same set phrases. `spans` holds the offsets of
    each paragraph in the text, end excluded.
    """

    words: Words
    names: NDArray[np.bool_]
    paragraphs: NDArray[np.int32]
    sentences: NDArray[np.int32]
    spans: tuple[tuple[int, int], ...]


def numbered(record: Record) -> Numbered:
    """The words of an article; a paragraph is a line of its text that holds words."""
    found: list[int] = []
    names: list[bool] = []
    starts: list[int] = []
    spans: list[tuple[int, int]] = []
    borders: list[int] = []
    ends = iter(sorted(sentence.start for sentence in record.sentences))
    next_sentence = next(ends, None)
    for line in re.finditer(r"[^\n]+", record.text):
        words = list(WORD.finditer(record.text, *line.span()))
        if not words:
            continue
        starts.append(len(found))
        spans.append(line.span())
        borders.append(len(found))
        for match in words:
            begins = match is words[0]
            while next_sentence is not None and next_sentence <= match.start():
                borders.append(len(found))
                next_sentence = next(ends, None)
                begins = True
            word = match.group()
            names.append(not word[0].islower() and not begins and _is_own(word))
            found.append(_number(word))
    return Numbered(
        np.array(found, dtype=np.uint32),
        np.array(names, dtype=np.bool_),
        np.array([*starts, len(found)], dtype=np.int32),
        np.array(sorted({*borders, len(found)}), dtype=np.int32),
        tuple(spans),
    )


@lru_cache(maxsize=WORDS)
def _is_own(word: str) -> bool:
    """Whether a word with a capital is somebody's own name, or a number: «Waziri», «Nje» and «Jumatano» are words that
    set phrases about anybody share."""
    readings = VOCABULARY.analyses(VOCABULARY.ids[word])
    return not readings or readings[0].upos in NAMING


def shingles(words: Words) -> Hashes:
    """The hashes of all runs of three words, in their order."""
    if len(words) < SHINGLE:
        return np.empty(0, dtype=np.uint64)
    wide = words.astype(np.uint64)
    count = len(words) - SHINGLE + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE):
        mixed = (mixed ^ wide[place : place + count]) * _MIX[place]
        mixed ^= mixed >> np.uint64(29)
    mixed *= _LAST
    return np.asarray(mixed ^ (mixed >> np.uint64(32)))


def keys(article: Numbered) -> Keys:
    """What other articles that hold its sentences are found by, each once: the kept shingles, and for each sentence a
    hash of its names and numbers, if it has at least two.

    A short paragraph in set phrases has few shingles of its own, but «Limassol … 410» is hardly ever told twice. Hashes
    of names are odd, the others even.
    """
    found = shingles(article.words)
    kept = np.unique(found[found < _KEPT_BELOW] & ~np.uint64(1))
    named = np.unique(np.fromiter(_signatures(article), dtype=np.uint64) | np.uint64(1))
    return np.concatenate([named, kept])[:MOST_KEYS].view(np.int64)


def _signatures(article: Numbered) -> Iterator[int]:
    words = article.words.tobytes()
    size = article.words.itemsize
    named = np.flatnonzero(article.names)
    borders = np.searchsorted(named, article.sentences).tolist()
    for first, last in pairwise(borders):
        if last - first > 1:
            of_it = b"".join(words[size * n : size * (n + 1)] for n in named[first:last].tolist())
            yield int.from_bytes(blake2b(of_it, digest_size=8).digest(), "little")


@lru_cache(maxsize=WORDS)
def _number(word: str) -> int:
    """The same number for a word in every run and on every machine."""
    folded = word.casefold().replace("’", "'").replace("ʼ", "'")
    return int.from_bytes(blake2b(folded.encode(), digest_size=4).digest(), "little")
