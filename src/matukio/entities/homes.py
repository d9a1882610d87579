"""Where an article happens: its most named country, and where a named place lies on the map.

«Polisi wa Kenya walizingira jengo mjini Nairobi. Waandamanaji walitawanywa.»: the protesters are Kenya's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from matukio import record
from matukio.entities.knowledge import places
from matukio.entities.rows import kept
from matukio.record import Entity
from matukio.swahili.placing import PLACING
from matukio.swahili.text import Text

BODIES: Final = frozenset(record.BODIES)
"""Codes of the country field that are no countries."""
TERRITORIES: Final = {"GRL": "DNK", "HKG": "CHN", "MAC": "CHN", "PRI": "USA"}
"""Territories with a code of their own and the state that they belong to."""
AS_BACKGROUND: Final = 0.5
"""What a state's name counts where a territory of its own is told too: mostly it only says whose that is."""
SURE: Final = 0.57
"""The least part of what speaks for a country that makes it sure."""
NONE_TOLD: Final = frozenset[str]()
NEARNESS: Final = (1.0, 0.3)
"""What a country named in the same sentence or the one before counts more, chosen on the training articles."""


class Homes:
    """The countries that an article names, looked up once: which of them it is about, as a whole and at a word."""

    def __init__(self, text: Text, names: Sequence[Entity]) -> None:
        self._firsts = text.firsts
        self._told: list[tuple[int, float, str]] = []
        """Sentence, weight and country of each name that counts."""
        self._openings: dict[int, str] = {}
        """Sentence → the country that it opens with."""
        for name in names:
            if name.country is None:
                continue
            sentence = text.sentence_number_at(name.start)
            if name.type == "LOC" and _opens(text, name, sentence):
                self._openings.setdefault(sentence, name.country)
            if name.country not in BODIES and name.sector != "JRN" and not _has_it_from_home(name):
                self._told.append((sentence, 2 if name.type == "LOC" else 1, name.country))
        owners = {TERRITORIES[country] for _, _, country in self._told if country in TERRITORIES}
        if owners:
            self._told = [(n, w * AS_BACKGROUND if country in owners else w, country) for n, w, country in self._told]
        self._weights: dict[str, float] = {}
        """Country → what speaks for it in the article as a whole."""
        self._sentences: defaultdict[int, set[str]] = defaultdict(set)
        """Sentence → the countries told there."""
        self._of_country: defaultdict[str, list[tuple[int, float, float]]] = defaultdict(list)
        """Country → sentence, weight, and weight in the whole article of each name of it."""
        for sentence, weight, country in self._told:
            whole = weight / (2 + sentence)
            self._weights[country] = self._weights.get(country, 0.0) + whole
            self._sentences[sentence].add(country)
            self._of_country[country].append((sentence, weight, whole))
        self._article = _heaviest(self._weights)

    def of_article(self) -> str | None:
        """The country the article is about: the most named one, earlier sentences and places counting more."""
        return self._article[0]

    def at(self, word: int) -> str | None:
        """The country of what is told at a word: articles that go from country to country name each anew."""
        here = bisect_right(self._firsts, word) - 1
        if here in self._openings:
            return self._openings[here]  # «Nchini Togo, waandamanaji …»
        return self._heaviest_at(here)[0]

    def surely_at(self, word: int) -> str | None:
        """The country of somebody of whom none is told: the article's, where no other is told of nearly as much, else
        None."""
        here = bisect_right(self._firsts, word) - 1
        if here in self._openings:
            return self._openings[here]
        article, share = self._article
        near, near_share = self._heaviest_at(here)
        return article if near == article and max(share, near_share) >= SURE else None

    def _heaviest_at(self, here: int) -> tuple[str | None, float]:
        """The country for which most speaks in a sentence, and its part of the whole."""
        told = self._sentences.get(here, NONE_TOLD) | self._sentences.get(here - 1, NONE_TOLD)
        if not told:
            return self._article
        weights = dict(self._weights)
        for country in told:
            total = 0.0
            for sentence, weight, whole in self._of_country[country]:
                total += whole + (weight * NEARNESS[here - sentence] if 0 <= here - sentence < 2 else 0.0)
            weights[country] = total
        return _heaviest(weights)


def _heaviest(weights: dict[str, float]) -> tuple[str | None, float]:
    """The country for which most speaks, and its part of the whole."""
    if not weights:
        return None, 0.0
    best, most, whole = None, 0.0, 0.0
    for country, weight in weights.items():
        whole += weight
        if weight > most:
            best, most = country, weight
    return best, most / whole


def _opens(text: Text, name: Entity, sentence: int) -> bool:
    """«Nchini Togo, …», «Huko Togo …» open a sentence with where it happens."""
    index = text.index_at(name.start)
    return index - text.firsts[sentence] <= 3 and text.lowers[index - 1] in PLACING


def _has_it_from_home(name: Entity) -> bool:
    """Persons whom no table knows get their country from here, so they do not count."""
    return name.type == "PER" and name.link is None


@kept
def _coordinates() -> dict[str, tuple[float, float]]:
    return {
        entry.link: (entry.latitude, entry.longitude)
        for _, entry in places()
        if entry.link and entry.latitude is not None and entry.longitude is not None
    }


def coordinates(name: Entity) -> tuple[float, float] | None:
    """Latitude and longitude in degrees of a place that the gazetteer knows, else None."""
    return _coordinates().get(name.link) if name.link else None
