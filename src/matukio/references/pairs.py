"""Two who met, taken up together: «Rais Adomako alikutana na Rais Quispe. Viongozi hao …» means both."""

from __future__ import annotations

from collections.abc import Sequence

from matukio.references.antecedents import Mention, refers_back
from matukio.swahili import Clauses, NounPhrase, Text
from matukio.swahili.vocabulary import VOCABULARY

SIDES = frozenset("viongozi marais mawaziri wanasiasa wawili".split())
"""Nouns that «hao» makes the two who met."""
WITH = frozenset(["na", "pamoja na"])
MEETING = frozenset("kutana zungumza ongea wasiliana jadiliana kubaliana fikiana".split())
REACH = 3
"""How many sentences back the meeting may be told."""


def those_who_met(
    text: Text, clauses: Sequence[Clauses], mentions: Sequence[Sequence[Mention]], phrase: NounPhrase, sentence: int
) -> tuple[Mention, ...]:
    """The two or more persons of the nearest meeting, or the joined subjects, that «viongozi hao» takes up; empty when
    the same noun stands nearer, for then it is those: «viongozi wa Togo … viongozi hao»."""
    noun = VOCABULARY.lowers[text.types[phrase.head]]
    if noun not in SIDES or "hao" not in _words(text, phrase) or noun != "wawili" and not refers_back(text, phrase):
        return ()
    for number in range(sentence, max(-1, sentence - REACH - 1), -1):
        told = [m for m in mentions[number] if m.phrase.last <= phrase.first]
        if any(VOCABULARY.lowers[text.types[m.phrase.head]] == noun and m.phrase != phrase for m in told):
            return ()
        if len(found := _pair(clauses[number], told)) > 1:
            return found
    return ()


def _words(text: Text, phrase: NounPhrase) -> set[str]:
    return {VOCABULARY.lowers[text.types[i]] for i in range(phrase.first, phrase.last)}


def _pair(clauses: Clauses, told: Sequence[Mention]) -> tuple[Mention, ...]:
    """The persons that a verb of meeting joins, the latest in the sentence."""
    persons = {m.phrase: m for m in told if any(name.type == "PER" for name in m.names)}
    for predicate in reversed(clauses.predicates):
        group = list(predicate.subjects)
        if not MEETING.isdisjoint(predicate.verb.chain):
            group += [o.phrase for o in predicate.obliques if o.preposition in WITH]
        found = [persons[phrase] for phrase in group if phrase in persons]
        if len(found) > 1 and len({m.known.country for m in found}) == len(found):
            return tuple(found)
    return ()
