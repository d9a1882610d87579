"""Two who met, taken up together: «Rais Adomako alikutana na Rais Quispe. Viongozi hao …» means both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from matukio.references.antecedents import Mention, refers_back
from matukio.swahili import Clauses, NounPhrase, Oblique, Text

SIDES: Final = frozenset("viongozi marais mawaziri wanasiasa wawili".split())
"""Nouns that «hao» makes the two who met."""
TAKING_UP: Final = frozenset(["mbili", "hizo"])
BETWEEN: Final = frozenset(["kati ya", "baina ya"])
LYING_BETWEEN: Final = frozenset("mpaka mipaka mpakani umbali tofauti barabara eneo".split())
FIGHTING: Final = frozenset("pigana zozana kabiliana shambuliana pambana".split())
WITH: Final = frozenset(["na", "pamoja na"])
MEETING: Final = frozenset("kutana zungumza ongea wasiliana jadiliana kubaliana fikiana".split())
REACH: Final = 3
"""How many sentences back the meeting may be told."""


def those_who_met(
    text: Text, clauses: Sequence[Clauses], mentions: Sequence[Sequence[Mention]], phrase: NounPhrase, sentence: int
) -> tuple[Mention, ...]:
    """The two or more persons of the nearest meeting, or the joined subjects, that «viongozi hao» takes up; empty when
    the same noun stands nearer, for then it is those: «viongozi wa Togo … viongozi hao»."""
    noun = text.lowers[phrase.head]
    if noun == "pande" and not TAKING_UP.isdisjoint(_words(text, phrase)):
        return _two_sides(clauses, mentions, phrase, sentence)
    if noun not in SIDES or "hao" not in _words(text, phrase) or noun != "wawili" and not refers_back(text, phrase):
        return ()
    for number in range(sentence, max(-1, sentence - REACH - 1), -1):
        told = [m for m in mentions[number] if m.phrase.last <= phrase.first]
        if any(text.lowers[m.phrase.head] == noun and m.phrase != phrase for m in told):
            return ()
        if len(found := _pair(clauses[number], told)) > 1:
            return found
    return ()


def _two_sides(
    clauses: Sequence[Clauses], mentions: Sequence[Sequence[Mention]], phrase: NounPhrase, sentence: int
) -> tuple[Mention, ...]:
    """«pande zote mbili»: who stands on the two sides of «kati ya A na B», of joined subjects, of «A alikutana na B»,
    the nearest before."""
    for number in range(sentence, max(-1, sentence - REACH - 1), -1):
        told = {
            m.phrase: m
            for m in mentions[number]
            if m.phrase.last <= phrase.first and m.known.sector not in (None, "JRN") and m.phrase != phrase
        }
        for group in _groups(clauses[number]):
            found = [told[each] for each in group if each in told]
            if len(found) == 2 and len({(m.known.country, m.known.sector) for m in found}) == 2:
                return tuple(found)
    return ()


def _groups(clauses: Clauses) -> Iterator[list[NounPhrase]]:
    """Phrases of a sentence that make two sides, the latest first."""
    for oblique in reversed(clauses.obliques):
        if oblique.preposition in BETWEEN and not _divides(clauses, oblique):
            yield [p for p in clauses.phrases if oblique.phrase.first <= p.first <= oblique.phrase.last + 1]
    for predicate in reversed(clauses.predicates):
        other = [o.phrase for o in predicate.obliques if o.preposition in WITH]
        if not MEETING.isdisjoint(predicate.verb.chain) or not FIGHTING.isdisjoint(predicate.verb.chain):
            yield [*predicate.subjects, *other]
        yield list(predicate.subjects)


def _divides(clauses: Clauses, oblique: Oblique) -> bool:
    """«mpaka kati ya Togo na Ghana»: what lies between two, not what they do."""
    text = clauses.sentence.of
    return oblique.first > 0 and text.lowers[oblique.first - 1] in LYING_BETWEEN


def _words(text: Text, phrase: NounPhrase) -> set[str]:
    return set(text.lowers[phrase.first : phrase.last])


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
