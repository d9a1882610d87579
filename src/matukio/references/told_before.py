"""What an article has told before that a later phrase may mean: the phrases of a sentence that can be meant again, and
the words that say in full who «baraza hilo», «serikali», «viongozi hao wawili» is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matukio.record import Entity, Party
from matukio.references.antecedents import Mention, only_describes
from matukio.references.dropped import Subjects
from matukio.swahili import Clauses, NounPhrase, phrase_at

if TYPE_CHECKING:
    from matukio.references.discourse import Discourse

NO_CLASS: Final = frozenset[int]()
GOVERNMENT: Final = frozenset(["serikali"])
"""What is told in full once in a sentence and then without its country."""


def mentions_of(discourse: Discourse, subjects_of: Subjects, clauses: Clauses) -> list[Mention]:
    """The phrases that can be meant again later, those with a name or that describe somebody: first the subjects,
    the nearest to the sentence's end first."""
    text, sentence = discourse.text, clauses.sentence.index
    subjects = [phrase for predicate in clauses.predicates for phrase in subjects_of.own(sentence, predicate)]
    agreeing = [
        (p.subjects[0], p.outer.subject.classes)
        for p in clauses.predicates
        if len(p.subjects) == 1 and p.outer.subject is not None
    ]
    own_firsts = {phrase.first for phrase in subjects}
    joined = {group for p in clauses.predicates if len(group := p.subjects) > 1}
    found = []
    for phrase in clauses.phrases:
        names = discourse.names_in(phrase.first, phrase.last)
        if not names and not discourse.tells(phrase.first, phrase.last):
            continue
        known = discourse.describe(phrase.first, phrase.last)
        if not names and known.sector is None and known.country is None or only_describes(text, phrase, names):
            continue
        group = next((g for g in joined if phrase in g), ()) if joined else ()
        named = phrase.name or any(n.start <= text.starts[phrase.head] < n.end for n in names)
        subject = phrase.first in own_firsts and phrase in subjects
        verbs = [verb for own, verb in agreeing if own.first == phrase.first and own == phrase]
        taken = phrase.classes.intersection(frozenset().union(*verbs)) if verbs else NO_CLASS
        found.append(Mention(phrase, names, known, subject, group, named, taken))
    return sorted(found, key=lambda mention: (not mention.subject, -mention.phrase.first))


def named_in_full(discourse: Discourse, phrase: NounPhrase) -> tuple[Party, ...]:
    """«Baraza hilo», of which it is known which it is: the nearest earlier words that name it, in a phrase too."""
    link = discourse.describe(phrase.first, phrase.last).link or ""
    for name in reversed(discourse.names_in(0, phrase.first)) if link.startswith("org:") else ():
        if name.link == link and discourse.text.lowers[phrase.head] in name.text.lower().split():
            return (discourse.party(*discourse.text.indices_at(name.start, name.end)),)
    return ()


def told_in_full(discourse: Discourse, phrase: NounPhrase, sentence: int) -> Party | None:
    """A bare «serikali» after «serikali ya Togo» in its sentence: the words that say whose it is."""
    text = discourse.text
    if phrase.last > phrase.first + 1 or text.lowers[phrase.first] not in GOVERNMENT:
        return None
    country = discourse.describe(phrase.first, phrase.last).country
    for index in range(phrase.first - 1, text.firsts[sentence] - 1, -1):
        if text.lowers[index] == text.lowers[phrase.first]:
            whole = phrase_at(text, index, phrase.first)
            told = None if whole is None else discourse.describe(whole.first, whole.last)
            named = whole is not None and bool(discourse.names_in(whole.first, whole.last))
            if whole is not None and told is not None and named and told.country == country:
                return discourse.party(whole.first, whole.last)
    return None


def two_named(discourse: Discourse, sentence: int) -> tuple[Party, ...]:
    """«Rais Moussa aliwasili kwa mwaliko wa Rais Mbando. Viongozi hao wawili …»: the two persons, of different
    states, whom the sentence before names in whatever phrases."""
    text = discourse.text
    if sentence == 0:
        return ()
    told: dict[str, Entity] = {}
    for name in discourse.names_in(text.firsts[sentence - 1], text.firsts[sentence]):
        if name.type == "PER" and name.country:
            told.setdefault(name.link or name.text, name)
    if len(told) != 2 or len({name.country for name in told.values()}) != 2:
        return ()
    spans = [text.indices_at(n.start, n.end) for n in told.values()]
    return tuple(discourse.party(first, last) for first, last in spans)
