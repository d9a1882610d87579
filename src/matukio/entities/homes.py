"""Where an article happens: its most named country, and where a named place lies on the map.

«Polisi wa Kenya walizingira jengo mjini Nairobi. Waandamanaji walitawanywa.»: the protesters are Kenya's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from matukio.entities.knowledge import places
from matukio.entities.rows import kept
from matukio.record import Entity
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

BODIES = frozenset(["IGO", "UNO", "EUR", "NGO", "IMG", "MNC"])
"""Codes of the country field that are no countries."""
WHERE = frozenset("nchini huko mjini jijini mkoani jimboni kisiwani visiwani katika".split())
NEARNESS = (1.0, 0.3)
"""What a country named in the same sentence or the one before counts more, chosen on the training articles."""


def home_country(text: Text, names: Sequence[Entity], at: int | None = None) -> str | None:
    """The country the article is about: the most named one, earlier sentences and places counting more.

    With `at`, the country of what is told at that word: articles that go from country to country name each anew.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    here = None if at is None else text.sentence_number_at(text.starts[at])
    for name in names:
        if at is not None and here is not None and _opens(text, name, here):
            return name.country  # «Nchini Togo, waandamanaji …»
        if name.country is None or name.country in BODIES or name.sector == "JRN" or _has_it_from_home(name):
            continue
        sentence = text.sentence_number_at(name.start)
        weight = (2 if name.type == "LOC" else 1) / (2 + sentence)
        if here is not None and 0 <= here - sentence < 2:
            weight += (2 if name.type == "LOC" else 1) * NEARNESS[here - sentence]
        weights[name.country] += weight
    return max(weights, key=lambda code: weights[code]) if weights else None


def _opens(text: Text, name: Entity, sentence: int) -> bool:
    """«Nchini Togo, …», «Huko Togo …» open a sentence with where it happens."""
    index = text.index_at(name.start)
    if name.country is None or name.type != "LOC" or index - text.firsts[sentence] > 3:
        return False
    return text.sentence_at(name.start).index == sentence and VOCABULARY.lowers[text.types[index - 1]] in WHERE


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
