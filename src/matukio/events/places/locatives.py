"""Words that say where by themselves: «barabarani», «kanisani», «kote nchini», «nchi nzima»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.places.names import sites
from matukio.swahili import category
from matukio.swahili.vocabulary import VOCABULARY

SERVED: Final = frozenset(["gereza", "jela"])
"""«maisha gerezani», «miaka mitano jela» measure a sentence and say not where it was passed."""
EVERYWHERE: Final = frozenset([("kote", "nchini"), ("nchi", "nzima"), ("nchini", "kote")])
"""«kote nchini», unless a name follows: «kote nchini Togo»."""
OPENING: Final = frozenset(first for first, _ in EVERYWHERE)


def everywhere(scene: Scene) -> Iterator[int]:
    """The first of the two words of «kote nchini»."""
    first, last, lowers = scene.clauses.sentence.first, scene.clauses.sentence.last, scene.text.lowers
    if OPENING.isdisjoint(lowers[first : last - 1]):
        return
    for index in range(first, last - 1):
        named = index + 2 < last and category(scene.text, index + 2) in "PD"
        if (lowers[index], lowers[index + 1]) in EVERYWHERE and not named:
            yield index


def locatives(scene: Scene) -> Iterator[int]:
    """«barabarani», «kanisani», unless a name follows: «jijini Kampala»."""
    text, sentence = scene.text, scene.clauses.sentence
    found = list(map(LOCATIVES.__getitem__, text.types[sentence.first : sentence.last]))
    for offset, site in enumerate(found if any(found) else ()):
        if not site or scene.act.mode == "convict" and site in SERVED:
            continue
        index = sentence.first + offset
        if index > sentence.first and (
            category(text, index - 1) == "C" or scene.lower(index - 1).endswith(("baki", "kaa", "toka"))
        ):
            continue
        if index + 1 < sentence.last and category(text, index + 1) == "P":
            continue
        yield index


class Locatives(dict[int, str]):
    """Word type → the noun of a site that it has in the locative; "" for most."""

    def __missing__(self, type_id: int) -> str:
        analysis = VOCABULARY.analyses(type_id)[0]
        site = "Case=Loc" in analysis.feats and analysis.lemma in sites("site")
        self[type_id] = found = analysis.lemma if site else ""
        return found


LOCATIVES: Final = Locatives()
