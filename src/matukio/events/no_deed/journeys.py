"""Journeys that are nobody's visit: of vehicles and goods, those that are forbidden, and those of a life.

«Shehena ya msaada iliwasili Lomé», «marufuku ya safari» and «safari yake ya kisiasa» tell of no visitor.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import among_lemmas

CARRIED: Final = frozenset(
    "bandia basi barua boti bidhaa chanjo chombo dawa dozi gari helikopta kifaa kontena lori maiti meli mizigo msaada"
    " mwili mzigo ndege pikipiki shehena treni".split()
)
"""What carries people and what is carried."""
OF_A_JOURNEY: Final = frozenset(
    "gharama hitimisho katazo kibali kikwazo marufuku mwanzo mwisho nauli onyo tahadhari tiketi vikwazo wakala"
    " zuio".split()
)
"""Nouns whose «ya safari» is travelling as such, or the course of a life."""
FIGURES: Final = frozenset(
    "afya demokrasia elimu imani kielimu kimaisha kisiasa kitaaluma kidemokrasia maendeleo maisha matumaini mafanikio"
    " mageuzi muziki ndoa siasa soka uongozi uchumi uzazi".split()
)
"""What a figurative journey is of: «safari ya demokrasia», «safari yake ya kisiasa»."""


TREATMENT: Final = frozenset(["matibabu"])


def visits_nobody(scene: Scene) -> bool:
    """Whether the journey is one of things, of a life, or only spoken of."""
    sentence = scene.clauses.sentence
    if among_lemmas(TREATMENT, scene.text.types[sentence.first : sentence.last]):
        return True  # «amewasili Berlin, ambako atapatiwa matibabu»
    if scene.trigger.verb:
        return among_lemmas(CARRIED, (scene.text.types[head] for head in _travellers(scene)))
    if scene.act.lemma != "safari":
        return False
    first, last = scene.trigger.first, scene.trigger.last
    before = range(max(scene.clauses.sentence.first, first - 2), first)
    after = range(last, min(last + 3, scene.clauses.sentence.last))
    types = scene.text.types
    return among_lemmas(OF_A_JOURNEY, (types[i] for i in before)) or any(scene.lower(i) in FIGURES for i in after)


def _travellers(scene: Scene) -> Iterator[int]:
    """The heads of what travels: the verb's subject, and of an infinitive its governor's or what follows «kwa»."""
    predicate = scene.predicate
    seen = 0
    while predicate is not None and seen < 3:
        seen += 1
        yield from (phrase.head for phrase in predicate.subjects)
        if predicate.relative_head is not None and predicate.subject_is_head:
            yield predicate.relative_head.head
        if predicate.outer.tense != "infinitive" or predicate.subjects:
            return
        yield from (o.phrase.head for o in predicate.obliques if o.preposition == "kwa" and o.first == predicate.last)
        predicate = None if predicate.governor is None else scene.clauses.predicates[predicate.governor]
