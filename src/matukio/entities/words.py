"""Words that tell what they stand beside: «baadhi ya» counts, «kutetea» is what civil society is founded for,
«Committee» names a body, «Jumatatu» names nobody."""

from __future__ import annotations

from dataclasses import dataclass

from matukio.entities.rows import kept, rows


@dataclass(frozen=True, slots=True)
class Listed:
    word: str


@kept
def body_words() -> frozenset[str]:
    """English words in the names of bodies, folded: «High Committee», «New Patriotic Party»."""
    return frozenset(row.word for row in rows("body_words.tsv", Listed))


@kept
def not_names() -> frozenset[str]:
    """Capitalised words of the news that name nobody: months, diseases, languages."""
    return frozenset(row.word for row in rows("not_names.tsv", Listed))


@dataclass(frozen=True, slots=True)
class Quantity:
    words: str


@kept
def goals() -> frozenset[str]:
    """What civil society is founded for: «kundi la [kutetea] wakulima», «mtandao wa [haki] za watoto»."""
    return frozenset(row.word for row in rows("goals.tsv", Listed))


@kept
def quantities() -> frozenset[str]:
    """Words before the head of a phrase that only count: «baadhi ya», «maelfu ya»."""
    return frozenset(row.words for row in rows("quantities.tsv", Quantity))


@kept
def quantity_starts() -> frozenset[str]:
    """First words of quantities."""
    return frozenset(words.split()[0] for words in quantities())
