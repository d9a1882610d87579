"""What is kept of an article to compare it with others: some two kilobytes.

    shape(record) → its words as numbers, its profile, its publisher and the agency that it credits, and its rank

Articles are ranked by their day, those without a day last, for nobody can have copied from them; articles of one day
by a hash of their name, so that the rank is the same whichever of them came first.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from matukio.record import Record
from matukio.stories.profiles import MOST_TERMS, Profile, profile
from matukio.stories.words import Keys, Numbered, keys, numbered

# The day, the number of the first of January of year 1 being 1, stands in the bits above these.
RANK_BITS = 40
_UNDATED = 2**22
_HEAD = struct.Struct("<III")


@dataclass(slots=True)
class Shape:
    """`day` is that of publication, as a number; see `rank`. `publisher` is in small letters, and so is `agency`, the
    one news agency or broadcaster that the article credits."""

    rank: int
    day: int | None
    publisher: str | None
    agency: str | None
    profile: Profile
    words: Numbered

    @property
    def keys(self) -> Keys:
        """What other articles with its sentences are found by."""
        return keys(self.words)


def shape(record: Record, name: str | None = None) -> Shape:
    """The shape of an article; `name` is what it is called wherever it is kept, its id unless given."""
    day = record.published.toordinal() if record.published else None
    return Shape(
        rank(day, name or record.id),
        day,
        record.publisher.casefold() if record.publisher else None,
        _agency(record),
        profile(record),
        numbered(record),
    )


def rank(day: int | None, name: str) -> int:
    """The place of an article among all: by its day, then by a hash of its name."""
    hashed = int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=5).digest(), "big")
    return ((_UNDATED if day is None else day) << RANK_BITS) | hashed


def pack_profile(made: Profile) -> bytes:
    """The profile as bytes: the terms, then the weights, both in four bytes each, little-endian."""
    return made.terms.astype("<u4").tobytes() + made.weights.astype("<f4").tobytes()


def unpack_profile(data: bytes) -> Profile:
    """What `pack_profile` made."""
    terms, weights = unpack_profiles([data])
    return Profile(terms[0], weights[0])


def unpack_profiles(data: Sequence[bytes]) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """As `unpack_profile`: all terms, and all weights, a row for each profile."""
    both = np.frombuffer(b"".join(data), dtype="<u4").reshape(-1, 2, MOST_TERMS)
    return both[:, 0], both[:, 1].view("<f4")


def pack_words(made: Numbered) -> bytes:
    """The words as bytes: three counts, words, borders and spans, and a bit for each name."""
    spans = np.array(made.spans, dtype="<u4").reshape(-1)
    return b"".join(
        [
            _HEAD.pack(len(made.words), len(made.paragraphs), len(made.sentences)),
            made.words.astype("<u4").tobytes(),
            made.paragraphs.astype("<u4").tobytes(),
            made.sentences.astype("<u4").tobytes(),
            spans.tobytes(),
            np.packbits(made.names).tobytes(),
        ]
    )


def unpack_words(data: bytes) -> Numbered:
    """What `pack_words` made."""
    words, paragraphs, sentences = _HEAD.unpack_from(data)
    borders = np.cumsum([words, paragraphs, sentences, 2 * max(0, paragraphs - 1)]).tolist()
    numbers = np.frombuffer(data, dtype="<u4", count=borders[-1], offset=_HEAD.size)
    names = np.frombuffer(data, dtype=np.uint8, offset=_HEAD.size + 4 * borders[-1])
    spans = numbers[borders[2] :].reshape(-1, 2).tolist()
    return Numbered(
        numbers[:words],
        np.unpackbits(names, count=words).astype(np.bool_),
        numbers[words : borders[1]].astype(np.int32),
        numbers[borders[1] : borders[2]].astype(np.int32),
        tuple((start, end) for start, end in spans),
    )


def _agency(record: Record) -> str | None:
    found = {
        speaker.link or speaker.text.casefold()
        for claim in record.claims
        for speaker in claim.speakers
        if speaker.sector == "JRN"
    }
    return found.pop() if len(found) == 1 else None
