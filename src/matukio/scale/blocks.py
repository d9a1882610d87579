"""The work in pieces: so many articles of one input, told apart by a key that stays the same when a run is resumed.

Inputs(("habari.jsonl",), 200, …).blocks("habari.jsonl") → Block(key="3f9c…-00000", articles 1 to 200), Block(…) …
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from matukio.errors import SourceError
from matukio.ingest import Unread, buckets, files, find_sources


@dataclass(frozen=True, slots=True)
class Block:
    """Articles to read together, still in their pages; what could not be opened comes as its error."""

    key: str
    source: str
    items: tuple[Unread | SourceError, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read: `given` are the options of `matukio.ingest.find_sources`, and in the folder `done` stands a
    mark for every block that was read before."""

    sources: tuple[str, ...]
    size: int
    done: Path
    given: dict[str, Any]

    def blocks(self, source: str) -> Iterator[Block | str]:
        """The blocks of an input in its order; of one that is done only its key."""
        articles = iter(find_sources(source, **self.given))
        name = stem(source)
        number = 0
        while items := tuple(islice(articles, self.size)):
            key = f"{name}-{number:05d}"
            number += 1
            yield key if (self.done / f"{key}.json").exists() else Block(key, source, items)


NAMED = 12
"""So many letters of a key are the input's, the next eight those of its state."""


def stem(source: str) -> str:
    """What the keys of an input begin with: its name, and the sizes and times of its files, for a file that was changed
    is coded anew."""
    return _hash(source)[:NAMED] + _hash("\n".join(_states(source)))[:8]


def _states(source: str) -> list[str]:
    try:
        if buckets.is_bucket(source):
            return list(buckets.states(buckets.files(source, files.is_read)))
        if source == "-" or "://" in source:
            return []
        return [f"{name} {(stat := os.stat(name)).st_size} {stat.st_mtime_ns}" for name in files.files(source)]
    except (SourceError, OSError):  # reading it says what is wrong
        return []


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
