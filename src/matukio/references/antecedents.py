"""Which earlier phrase a prefix, a pronoun or «kundi hilo» takes up: by class, person and kind, subjects first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matukio.entities import Description
from matukio.entities.knowledge import offices
from matukio.entities.taken_up import bodies
from matukio.record import Entity
from matukio.swahili import Agreement, NounPhrase, Text, category
from matukio.swahili.analysis import Analysis
from matukio.swahili.vocabulary import VOCABULARY


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that may be meant again: its names, what is known of it, whether it was a subject, and the phrases that
    it shared the subject with."""

    phrase: NounPhrase
    names: tuple[Entity, ...]
    known: Description
    subject: bool
    group: tuple[NounPhrase, ...]


JOINED = frozenset({2, 8, 10})
"""What several joined subjects take: people wa-, countries and bodies zi- or vi-."""
SEVERAL = frozenset({2, 4, 6, 8, 10})
COUNTRY_HEADS = frozenset(["nchi", "taifa"])
REFERRING = frozenset(
    {"huyo", "hao", "hilo", "hiyo", "hicho", "hizo", "hayo", "huo", "hivyo"}
    | {"huyu", "hawa", "hili", "hii", "hiki", "hizi", "hivi"}
)
PRONOUNS = frozenset("yeye wao huyo huyu hao hawa".split())
"""Alone they mean persons; «hiyo», «hilo» alone mean a matter or a thing."""
POLITICAL = frozenset(["GOV", "ELI", "LEG", "OPP", "PTY", "IGO", "MIL", "REB"])
"""Sectors between which people go to and fro: a minister is a member of parliament too."""


def dropped_subject(agreement: Agreement, before: Iterable[Mention]) -> list[Mention]:
    """The mention that a verb without a subject agrees with, with those joined to it; empty when none does."""
    for mention in before:
        if agreement.classes & JOINED and len(mention.group) > 1:
            return [Mention(phrase, (), mention.known, True, ()) for phrase in mention.group]
        if _agrees(mention, agreement.classes):
            return [mention]
    return []


def _agrees(mention: Mention, classes: frozenset[int]) -> bool:
    """Whether a prefix of these classes can mean it. A person takes class 1, a country or body 9, a body 5 as well, and
    2 for its people: «Al-Shabaab wameshambulia»."""
    if mention.phrase.name and mention.names:
        kind = mention.names[0].type
        return bool(classes & ({"PER": {1}, "LOC": {9}, "ORG": {2, 5, 9}}[kind]))
    return bool(mention.phrase.classes & classes)


def antecedents(text: Text, phrase: NounPhrase, before: Iterable[Mention]) -> list[Mention]:
    """Earlier mentions that a phrase without a name takes up; empty when it does not refer back or nothing fits."""
    words = [VOCABULARY.lowers[text.types[i]] for i in range(phrase.first, phrase.last)]
    if words[0] in PRONOUNS:
        wanted = VOCABULARY.analyses(text.types[phrase.first])[0].classes or frozenset({1 if words[0] == "yeye" else 2})
        return next(([m] for m in before if _agrees(m, wanted)), [])
    own = next((k for k in range(1, len(words)) if category(text, phrase.first + k) == "C"), len(words))
    if category(text, phrase.head) != "N" or not any(word in REFERRING for word in words[1:own]):
        return []  # «msemaji wa kundi hilo»: the group refers back, its spokesman does not
    head = next(a for a in VOCABULARY.analyses(text.types[phrase.head]) if a.upos == "NOUN")
    count = 2 if head.plural and "wawili" in words or "mbili" in words else 1
    found: list[Mention] = []
    for mention in before:
        if _fits(text, head, mention, count) and all(m.known.country != mention.known.country for m in found):
            found.append(mention)
            if len(found) == count:
                return found[::-1]
    return found[::-1] if count == 1 else []


def _fits(text: Text, head: Analysis, mention: Mention, count: int) -> bool:
    """Whether a mention can be what «<head> huyo» means."""
    same_head = any(
        a.lemma == head.lemma and a.plural == head.plural
        for a in VOCABULARY.analyses(text.types[mention.phrase.head])
        if a.upos == "NOUN"
    )
    several = mention.group or (not mention.phrase.name and mention.phrase.classes & SEVERAL)
    if same_head and (mention.names or (mention.subject and (head.animate or (head.plural and count == 1)))):
        return True  # «wanachama wa chama hicho … wanachama hao», «mkazi wa mji huo … mkazi huyo»
    if not mention.names or (head.plural and count == 1 and not several):
        return False  # «wanachama hao», «jumuiya hizo» are not the one person or body named last
    kinds = {name.type for name in mention.names[:1]} if mention.phrase.name else {name.type for name in mention.names}
    if head.animate:
        return "PER" in kinds and _may_hold(head, mention)
    if head.lemma in COUNTRY_HEADS:
        return mention.phrase.name and mention.names[0].link is not None and mention.names[0].link.startswith("cty:")
    body = bodies().get(head.lemma)  # «shambulizi hilo» is no body
    return (
        body is not None and mention.phrase.name and "ORG" in kinds and mention.names[0].sector in (*body.sectors, None)
    )


def _may_hold(head: Analysis, mention: Mention) -> bool:
    """Whether the person can be what the noun says: a minister is no «mwanahabari»."""
    office = offices().get(head.lemma)
    told = mention.known.sector
    if office is None or office.carrier or office.sector in (None, "CVL") or told in (None, "CVL", office.sector):
        return True
    return office.sector in POLITICAL and told in POLITICAL
