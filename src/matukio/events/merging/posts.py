"""Words before a name that are of the person: «waziri», of whom a government has several, «rais», «bwana»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class Post:
    """A row of posts.tsv; `several` where a state has several, each of something else: «waziri wa fedha»."""

    word: str
    several: bool = False


@cache
def titles() -> frozenset[str]:
    """Words before a name that are of the person."""
    return frozenset(row.word for row in _posts())


@cache
def posts_of_several() -> frozenset[str]:
    """Those of whom there are several: «balozi», «waziri»."""
    return frozenset(row.word for row in _posts() if row.several)


@cache
def _posts() -> list[Post]:
    return read_table(files(__package__) / "posts.tsv", Post)
