"""Subjects that stand apart: «hadi kila mmoja aondoke», «kauli ya Moussa kwamba ataondoka», «“…,” alisema Moussa»."""

from __future__ import annotations

from typing import Final

from matukio.record import Entity
from matukio.references.subjects import OPENING, TIMES, person_in, phrase_of, takes_clause
from matukio.swahili import Clauses, NounPhrase, Predicate, Text, category

SAYINGS: Final = frozenset(
    "ahadi azimio dai hoja kauli madai maelezo matamshi msimamo onyo tamko tangazo tishio ujumbe".split()
)
SAID: Final = frozenset(["kwamba", "kuwa"])
REACH: Final = 4
"""How many words before a verb the one may stand that opens its clause."""


CLOSING: Final = '”"»’'
WHERE: Final = frozenset("ambako ambapo".split())


def subject_at_opening(
    text: Text, clauses: Clauses, predicate: Predicate, names: tuple[Entity, ...]
) -> NounPhrase | None:
    """The subject that such a place tells, nearer than another before it."""
    return (
        after_opening(text, clauses, predicate)
        or whose_saying(text, clauses, predicate, names)
        or before_comma(text, clauses, predicate, names)
        or before_his_body(text, predicate, names)
        or after_quotation(text, clauses, predicate, names)
        or before_where(text, clauses, predicate, names)
        or of_opening_clause(text, clauses, predicate, names)
    )


AFTER: Final = frozenset(["baada ya", "kabla ya", "licha ya", "tangu"])


def of_opening_clause(
    text: Text, clauses: Clauses, predicate: Predicate, names: tuple[Entity, ...]
) -> NounPhrase | None:
    """«Baada ya Moussa kukamatwa alishtakiwa»: a verb of one person goes on of the person whose clause opens the
    sentence."""
    agreement, opening = predicate.outer.subject, clauses.predicates[0]
    if agreement is None or agreement.classes != {1} or agreement.person != 3 or predicate.subjects:
        return None
    if opening.outer.tense != "infinitive" or predicate.outer.tense == "infinitive" or len(clauses.predicates) < 2:
        return None
    before = next((o for o in clauses.obliques if o.phrase.last == opening.first and o.preposition in AFTER), None)
    finite = next(p for p in clauses.predicates[1:] if p.outer.tense != "infinitive" or p is clauses.predicates[-1])
    if before is None or before.first != clauses.sentence.first or finite is not predicate:
        return None
    person = person_in(text, before.phrase, names)
    himself = person is not None and (1 in before.phrase.classes or person.first == before.phrase.first)
    return before.phrase if himself else None


def before_comma(text: Text, clauses: Clauses, predicate: Predicate, names: tuple[Entity, ...]) -> NounPhrase | None:
    """«Mgombea wa chama, Juma Moussa, amesema Neema atashinda»: the name before the comma, not the one after."""
    agreement, at = predicate.outer.subject, predicate.first
    postposed = bool(predicate.subjects) and all(p.first > at for p in predicate.subjects)
    if agreement is None or 1 not in agreement.classes or not postposed or not takes_clause(predicate) or at < 2:
        return None
    end = text.ends[at - 2] if text.string[text.starts[at - 1]] == "," else text.ends[at - 1]
    name = next((n for n in names if n.end == end and n.type == "PER"), None)
    return phrase_of(text, name) if name is not None else None


def before_his_body(text: Text, predicate: Predicate, names: tuple[Entity, ...]) -> NounPhrase | None:
    """«Juma Moussa, kocha wa Zambora Stars asema»: one person's verb, right after the body he belongs to."""
    agreement = predicate.outer.subject
    if agreement is None or agreement.classes != {1} or len(predicate.subjects) != 1:
        return None
    start = text.starts[predicate.subjects[0].first]
    body = next((n for n in names if n.type == "ORG" and n.start <= start < n.end), None)
    person = next((n for n in reversed(names) if body is not None and n.end < body.start and n.type == "PER"), None)
    if body is None or person is None or text.string[person.end] != ",":
        return None
    between = range(text.index_at(person.end), text.index_at(body.start))
    return None if any(category(text, index) == "V" for index in between) else phrase_of(text, person)


def after_quotation(text: Text, clauses: Clauses, predicate: Predicate, names: tuple[Entity, ...]) -> NounPhrase | None:
    """«“Nitarudi,” alisema Moussa.»: the person right after a verb of saying that a closing mark stands before."""
    agreement, start = predicate.outer.subject, text.starts[predicate.first]
    before = text.string[max(0, start - 2) : start].strip()
    if agreement is None or 1 not in agreement.classes or not before or before[-1] not in CLOSING:
        return None
    phrase = next((p for p in clauses.phrases if p.first == predicate.last), None)
    if phrase is None or not takes_clause(predicate):
        return None
    start, end = text.starts[phrase.first], text.ends[phrase.last - 1]
    person = next((n for n in names if n.type == "PER" and start <= n.start < end), None)
    of_it = person is not None and person.start > start and not phrase.name and 1 not in phrase.classes
    return None if person is None or of_it else phrase  # «alianzisha Taasisi ya Moussa» is no subject


def before_where(text: Text, clauses: Clauses, predicate: Predicate, names: tuple[Entity, ...]) -> NounPhrase | None:
    """«Dkt Moussa wa Omsk, ambako Neema alikuwa mgonjwa, amesema»: past the clause that tells of the place."""
    agreement, at = predicate.outer.subject, predicate.first
    if agreement is None or 1 not in agreement.classes or text.string[text.starts[at - 1]] != "," or at == 0:
        return None
    where = next((i for i in range(clauses.sentence.first, at) if text.lowers[i] in WHERE), None)
    if where is None or any(p.first < where for p in clauses.predicates):
        return None
    phrase = next((p for p in clauses.phrases if p.last in (where, where - 1)), None)
    if phrase is None or any(o.phrase == phrase for o in clauses.obliques):
        return None
    end = text.ends[phrase.last - 1]
    return phrase if any(n.type == "PER" and text.starts[phrase.first] <= n.start < end for n in names) else None


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
