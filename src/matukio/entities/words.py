"""Words that tell what they stand beside: «baadhi ya» counts, «kutetea» is what civil society is founded for,
«Committee» names a body, «Jumatatu» names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matukio.entities.rows import kept, rows, words_in
from matukio.swahili.text import Text


@dataclass(frozen=True, slots=True)
class KindWord:
    """A row of place_words.tsv or thing_words.tsv; `surname` where people are called so too."""

    word: str
    surname: bool = False


@kept
def body_words() -> frozenset[str]:
    """English words in the names of bodies, folded: «High Committee», «New Patriotic Party»."""
    return words_in("body_words.tsv")


@kept
def place_words() -> dict[str, bool]:
    """English words that begin or end the names of places, folded: «North Dragon», «Fifth Avenue»; whether people
    are called so too: «George Hill»."""
    return {row.word: row.surname for row in rows("place_words.tsv", KindWord)}


@kept
def things() -> frozenset[str]:
    """Nouns for things that have names of their own: «meli ya Ever Given», «kimbunga Idai»."""
    return words_in("things.tsv")


@kept
def thing_words() -> dict[str, bool]:
    """English words that end the names of things, folded: «Abraham Accords»; whether people are called so too: «Linda
    March»."""
    return {row.word: row.surname for row in rows("thing_words.tsv", KindWord)}


@kept
def not_names() -> frozenset[str]:
    """Capitalised words of the news that name nobody: months, diseases, languages."""
    return words_in("not_names.tsv")


SPORT_WORDS: Final = 3
"""How many different words of sport an article has at least that tells of it."""


@dataclass(frozen=True, slots=True)
class SportWord:
    """A row of sport_words.tsv; `person` where somebody is called so who plays or trains."""

    word: str
    person: bool = False


@kept
def sport_words() -> frozenset[str]:
    """Words of those who tell of sport: «kocha», «beki», «ligi»."""
    return frozenset(row.word for row in rows("sport_words.tsv", SportWord))


@kept
def players() -> frozenset[str]:
    """Who plays and trains: «kocha», «beki»."""
    return frozenset(row.word for row in rows("sport_words.tsv", SportWord) if row.person)


def tells_of_sport(text: Text) -> bool:
    """Whether an article is about sport, where «Liverpool» is a club and «mshambuliaji» plays for it."""
    return len(sport_words().intersection(text.lowers)) >= SPORT_WORDS


@kept
def goals() -> frozenset[str]:
    """What civil society is founded for: «kundi la [kutetea] wakulima», «mtandao wa [haki] za watoto»."""
    return words_in("goals.tsv")


@kept
def quantities() -> frozenset[str]:
    """Words before the head of a phrase that only count: «baadhi ya», «maelfu ya»."""
    return words_in("quantities.tsv")


@kept
def quantity_starts() -> frozenset[str]:
    """First words of quantities."""
    return frozenset(quantity.split()[0] for quantity in quantities())
