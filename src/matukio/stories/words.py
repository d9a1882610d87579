"""An article as numbers: its words, paragraphs and sentences, so that copies of them are found and proven quickly.

«Rais aliwasili jana.» and «RAIS ALIWASILI JANA» are the same three numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from matukio.record import Record

Words = NDArray[np.uint32]
Hashes = NDArray[np.uint64]

# A shingle is so many words; a tenth of the words changed leaves three quarters of the shingles of three.
SHINGLE = 3
# Every fourth shingle, by its hash, stands for all: sets of shingles are compared by the part of them that any two
# articles keep alike (the «scaled» or «fractional» MinHash). docs/stories.md says what was measured beside it.
KEPT = 4

_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")
_KNOWN: dict[str, int] = {}
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_LAST = np.uint64(0xFF51AFD7ED558CCD)


@dataclass(frozen=True, slots=True)
class Numbered:
    """`words` of the whole article; paragraph n is `words[paragraphs[n]:paragraphs[n + 1]]`, sentences likewise.

    `spans` holds the offsets of each paragraph in the text, end excluded.
    """

    words: Words
    paragraphs: NDArray[np.int32]
    sentences: NDArray[np.int32]
    spans: tuple[tuple[int, int], ...]


def numbered(record: Record) -> Numbered:
    """The words of an article; a paragraph is a line of its text that holds words."""
    found: list[int] = []
    starts: list[int] = []
    spans: list[tuple[int, int]] = []
    borders: list[int] = []
    ends = iter(sorted(sentence.start for sentence in record.sentences))
    next_sentence = next(ends, None)
    for line in re.finditer(r"[^\n]+", record.text):
        words = list(_WORD.finditer(record.text, *line.span()))
        if not words:
            continue
        starts.append(len(found))
        spans.append(line.span())
        borders.append(len(found))
        for match in words:
            while next_sentence is not None and next_sentence <= match.start():
                borders.append(len(found))
                next_sentence = next(ends, None)
            found.append(_number(match.group()))
    return Numbered(
        np.array(found, dtype=np.uint32),
        np.array([*starts, len(found)], dtype=np.int32),
        np.array(sorted({*borders, len(found)}), dtype=np.int32),
        tuple(spans),
    )


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


def sketch(words: Words) -> Hashes:
    """The kept shingles of an article, sorted, each once."""
    found = shingles(words)
    return np.unique(found[found < np.uint64(2**64 // KEPT)])


def _number(word: str) -> int:
    """The same number for a word in every run and on every machine."""
    number = _KNOWN.get(word)
    if number is None:
        folded = word.casefold().replace("’", "'").replace("ʼ", "'")
        number = int.from_bytes(blake2b(folded.encode(), digest_size=4).digest(), "little")
        if len(_KNOWN) < 500_000:
            _KNOWN[word] = number
    return number
