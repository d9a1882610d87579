"""Which verbs leave out a subject that was told before, and which mean nobody told: «Imetayarishwa na …», «hazina ya».

«Waziri Mbando alifika. Alisema …» leaves him out; «Inadaiwa kuwa …», «akiwemo Mbando», «waliofika» do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from matukio.entities.rows import kept
from matukio.record import Entity
from matukio.swahili import Clauses, NounPhrase, Predicate, Text, category
from matukio.swahili.categories import DAYS
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import read_table

CONNECTIVES = frozenset("wa ya la za cha vya".split())
BETWEEN = frozenset("pia naye nae nao nayo nalo tena sasa tayari hivi".split())
"""Words that may stand between a subject and its verb."""
OPENING = frozenset(["tangu"])
"""Prepositions that open a clause as well: «tangu Moussa auawe»; after a verb also «na wabunge walisema»."""
TIMES = frozenset("safari mwaka mwezi wiki siku saa miaka miezi masaa muda wakati mara kisha hatimaye".split()) | DAYS
PEOPLE = frozenset({1, 2})
AGREEING = {"PER": frozenset({1, 2}), "LOC": frozenset({9, 5, 2}), "ORG": frozenset({9, 5, 7, 2})}


@dataclass(frozen=True, slots=True)
class Impersonal:
    """A row of impersonal.tsv: a verb that with a prefix of things mostly means a matter, not a country or body."""

    lemma: str


@kept
def impersonal() -> frozenset[str]:
    return frozenset(row.lemma for row in read_table(files(__package__) / "impersonal.tsv", Impersonal))


def is_main(predicate: Predicate) -> bool:
    """A finite verb that depends on nothing."""
    outer = predicate.outer
    free = outer.finite and outer.tense != "situational" and outer.relative is None
    return free and predicate.relative_head is None and not predicate.marker


def means_nobody(text: Text, predicate: Predicate) -> bool:
    """Whether a third person without a subject is not one whom earlier words name."""
    outer, verb = predicate.outer, predicate.verb
    if predicate.first and VOCABULARY.lowers[text.types[predicate.first - 1]] in CONNECTIVES and outer.relative is None:
        return True  # «matumizi ya hazina»: no verb
    if outer.relative is not None and outer.subject is not None:
        named = outer.subject.classes & outer.relative.classes or not outer.subject.classes & PEOPLE
        if named:
            return True  # «waliofanikiwa», «yaliyotokea» name their own subject
    if VOCABULARY.lowers[text.types[predicate.first]].endswith(("kiwemo", "kiwamo")):
        return True  # «akiwemo mbunge wa zamani»
    if outer.subject is None or outer.subject.classes & PEOPLE:
        return False
    return verb.passive or bool(set(verb.chain) & impersonal())


def _past_adverbs(text: Text, word: int) -> int:
    """The word after which only «pia», «naye», «kwa mara nyingine» stand before a verb."""
    while word > 0 and VOCABULARY.lowers[text.types[word - 1]] in BETWEEN:
        word -= 1
    if word > 2 and VOCABULARY.lowers[text.types[word - 2]] == "mara":
        return word - 3 if VOCABULARY.lowers[text.types[word - 3]] == "kwa" else word - 2
    return word


def _phrase_to(text: Text, clauses: Clauses, word: int) -> NounPhrase | None:
    """The phrase that ends at a word, past those after a preposition: «Moussa mjini Nairobi alisema»."""
    for _ in range(3):
        oblique = next((o for o in clauses.obliques if o.phrase.last == word), None)
        if oblique is None or oblique.preposition in OPENING:
            break
        if oblique.preposition == "na" and any(p.last <= oblique.first for p in clauses.predicates):
            break
        word = oblique.first
    return next((phrase for phrase in clauses.phrases if phrase.last == word), None)


def subject_beside(text: Text, clauses: Clauses, predicate: Predicate, names: tuple[Entity, ...]) -> NounPhrase | None:
    """The phrase right before a verb that the grammar found no subject for: a name that is a word as well («Makonda
    amekuwa»), a noun that the writer lets agree otherwise («video vimekuwa»)."""
    if predicate.subjects or predicate.outer.subject is None or predicate.outer.subject.person != 3:
        return None
    if predicate.outer.tense == "infinitive":
        return None
    phrase = _phrase_to(text, clauses, _past_adverbs(text, predicate.first))
    if phrase is None or (predicate.relative_head is not None and phrase.first <= predicate.relative_head.last):
        return None
    if any(phrase in other.objects and other.last == phrase.first for other in clauses.predicates):
        return None
    if VOCABULARY.lowers[text.types[phrase.head]] in TIMES:
        return None
    covering = next((n for n in names if n.start <= text.starts[phrase.head] < n.end), None)
    if covering is not None:
        return phrase if predicate.outer.subject.classes & AGREEING[covering.type] else None
    return phrase if category(text, phrase.head) == "N" else None
