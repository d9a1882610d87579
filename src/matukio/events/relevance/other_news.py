"""News that this book leaves out, by its words: sport and entertainment, chance, grief, faith (other_news.tsv).

«Yanga imeishinda Simba kwa mabao mawili» is about sport, and nobody in the article acts in the sense of this book.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.events.lexicon.acts import is_called
from matukio.references import Discourse
from matukio.swahili.vocabulary import ByForm
from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class Marker:
    """A row of other_news.tsv: a word that tells of other news, and of which kind."""

    word: str
    kind: str


@cache
def markers(kind: str) -> frozenset[str]:
    """The words of other_news.tsv that tell of news of one kind."""
    return frozenset(row.word for row in read_table(files(__package__) / "other_news.tsv", Marker) if row.kind == kind)


SPORT_SHARE: Final = 1 / 60
"""An article with more than one sport word in sixty is about sport."""


def is_sport(discourse: Discourse) -> bool:
    """Whether the whole article is about sport or entertainment."""
    types = discourse.text.types
    hits = len(SPORT.where(types))
    return hits >= 3 and hits > len(types) * SPORT_SHARE


class Sport(ByForm[bool]):
    """Whether a word type is a word of sport."""

    def tell(self, type_id: int) -> bool:
        return is_called(type_id, markers("sport"))


SPORT: Final = Sport()
