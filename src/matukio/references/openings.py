"""Subjects that stand where a clause opens: «hadi kila mmoja aondoke», «kauli ya Moussa kwamba ataondoka»."""

from __future__ import annotations

from matukio.record import Entity
from matukio.references.subjects import OPENING, TIMES, person_in
from matukio.swahili import Clauses, NounPhrase, Predicate, Text, category

SAYINGS = frozenset(
    "ahadi azimio dai hoja kauli madai maelezo matamshi msimamo onyo tamko tangazo tishio ujumbe".split()
)
SAID = frozenset(["kwamba", "kuwa"])
REACH = 4
"""How many words before a verb the one may stand that opens its clause."""


def after_opening(text: Text, clauses: Clauses, predicate: Predicate) -> NounPhrase | None:
    """«hadi kila mmoja aondoke», «tangu Moussa auawe»: what follows a preposition that opens a clause as well, nearer
    than the subject that stands before."""
    agreement = predicate.outer.subject
    opening = next((o for o in clauses.obliques if o.phrase.last == predicate.first and o.preposition in OPENING), None)
    classes = opening.phrase.classes if opening is not None else frozenset()
    if opening is None or agreement is None or (classes and not classes & agreement.classes):
        return None
    head = opening.phrase.head
    time = text.lowers[head] in TIMES or category(text, head) not in "NP" or text.string[text.starts[head]].isdigit()
    return None if time and text.lowers[head] != "kila" else opening.phrase


def whose_saying(text: Text, clauses: Clauses, predicate: Predicate, names: tuple[Entity, ...]) -> NounPhrase | None:
    """«alikosoa kauli ya Moussa kwamba ataondoka»: whoever says it speaks of himself."""
    agreement = predicate.outer.subject
    if agreement is None or 1 not in agreement.classes or agreement.person != 3:
        return None
    opening = next(
        (i for i in range(predicate.first - 1, max(0, predicate.first - REACH), -1) if text.lowers[i] in SAID), None
    )
    phrase = next((p for p in clauses.phrases if p.last == opening), None)
    if phrase is None or text.lowers[phrase.head] not in SAYINGS:
        return None
    between = any(opening is not None and opening < p.first < predicate.first for p in clauses.phrases)
    return None if between else person_in(text, phrase, names)
