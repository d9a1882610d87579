"""Words that say where by themselves: «barabarani», «kanisani», «kote nchini», «nchi nzima»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.places.names import sites
from matukio.swahili import category
from matukio.swahili.vocabulary import LIKELIEST, ByForm

SERVED: Final = frozenset(["gereza", "jela"])
"""«maisha gerezani», «miaka mitano jela» measure a sentence and say not where it was passed."""
EVERYWHERE: Final = frozenset([("kote", "nchini"), ("nchi", "nzima"), ("nchini", "kote")])
"""«kote nchini», unless a name follows: «kote nchini Togo»."""
OPENING: Final = frozenset(first for first, _ in EVERYWHERE)


def everywhere(scene: Scene) -> Iterator[int]:
    """The first of the two words of «kote nchini»."""
    first, last, lowers = scene.clauses.sentence.first, scene.clauses.sentence.last, scene.text.lowers
    for index in range(first, last - 1):
        if lowers[index] not in OPENING:
            continue
        named = index + 2 < last and category(scene.text, index + 2) in "PD"
        if (lowers[index], lowers[index + 1]) in EVERYWHERE and not named:
            yield index


def locatives(scene: Scene) -> Iterator[int]:
    """«barabarani», «kanisani», unless a name follows: «jijini Kampala»."""
    text, sentence = scene.text, scene.clauses.sentence
    types = text.types[sentence.first : sentence.last]
    for offset in LOCATIVES.where(types):
        if scene.act.mode == "convict" and LOCATIVES[types[offset]] in SERVED:
            continue
        index = sentence.first + offset
        if index > sentence.first and (
            category(text, index - 1) == "C" or scene.lower(index - 1).endswith(("baki", "kaa", "toka"))
        ):
            continue
        if index + 1 < sentence.last and category(text, index + 1) == "P":
            continue
        yield index


class Locatives(ByForm[str]):
    """The noun of a site that a word type has in the locative; "" for most."""

    def tell(self, type_id: int) -> str:
        analysis = LIKELIEST[type_id]
        site = "Case=Loc" in analysis.feats and analysis.lemma in sites("site")
        return analysis.lemma if site else ""


LOCATIVES: Final = Locatives()
