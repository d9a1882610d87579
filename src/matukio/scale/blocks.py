"""The work in pieces: so many articles of one input, told apart by a key that stays the same when a run is resumed.

blocks("habari.jsonl", 200) → Block(key="3f9c…-00000", articles 1 to 200), Block(key="3f9c…-00001", …)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from matukio.errors import SourceError
from matukio.ingest import Unread, find_sources


@dataclass(frozen=True, slots=True)
class Block:
    """Articles to read together, still in their pages; what could not be opened comes as its error."""

    key: str
    source: str
    items: tuple[Unread | SourceError, ...]


def blocks(source: str, size: int, done: Callable[[str], bool], given: dict[str, Any]) -> Iterator[Block | str]:
    """The blocks of an input in its order; of one that is done only its key.

    `given` are the options of `matukio.ingest.find_sources`.
    """
    articles = iter(find_sources(source, **given))
    stem = _stem(source)
    number = 0
    while items := tuple(islice(articles, size)):
        key = f"{stem}-{number:05d}"
        number += 1
        yield key if done(key) else Block(key, source, items)


def _stem(source: str) -> str:
    """The input's name with its size and time: a file that was changed is coded anew."""
    path = Path(source)
    state = ""
    if "://" not in source and source != "-" and path.exists():
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        state = " ".join(f"{file.stat().st_size}@{file.stat().st_mtime_ns}" for file in files if file.is_file())
    return sha256(f"{source}\0{state}".encode()).hexdigest()[:16]
