"""Who can speak: «wafanyakazi wanalalamika» can, «uchaguzi mkuu», «samaki», «mimba» cannot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.according import is_document
from matukio.claims.speakers.fitting import PRONOMINAL
from matukio.swahili import NounPhrase
from matukio.swahili.noun_kinds import nouns_of
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import files, read_table


def is_somebody(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a phrase is who can speak: a name, people, a body, something that is read."""
    known = scene.discourse.describe(phrase.first, phrase.last)
    readings = VOCABULARY.analyses(scene.text.types[phrase.head])
    if known.sector is not None or known.country is not None or phrase.name or not phrase.classes:
        return True
    if scene.lower(phrase.head) in PRONOMINAL:
        return True  # «baadhi ya akaunti»
    nouns = [r for r in readings if r.upos == "NOUN" and not r.guess]
    somebody = any((r.animate and r.lemma not in nouns_of("animal")) or r.lemma in bodies() for r in nouns)
    return not nouns or somebody or is_document(scene, phrase)


@dataclass(frozen=True, slots=True)
class Body:
    """A row of bodies.tsv: a noun for people together."""

    lemma: str
    gloss: str


@cache
def bodies() -> frozenset[str]:
    """Lemmas of nouns for people together: kundi, familia, umati."""
    return frozenset(row.lemma for row in read_table(files(__package__) / "bodies.tsv", Body))
