"""Who attacks, told by a clause: «watu wanaoshukiwa kuwa waasi wa Togo», «ndege zisizo na rubani za Ghana».

What the relative clause calls them says more of them than its head: the rebels, not the people.
"""

from __future__ import annotations

from typing import Final

from matukio.rules import rule
from matukio.swahili import Clauses, NounPhrase, Text, category, phrase_at

SUSPECTING: Final = frozenset("aminiwa aminika daiwa dhaniwa sadikiwa semekana shukiwa tuhumiwa".split())
BEING: Final = frozenset(["kua", "kuwa", "ni"])


@rule(
    "act: suspected to be",
    "Wavuvi wanne waliuawa na watu wanaoshukiwa kuwa waasi wa Togo.",
    "Wavuvi wanne waliuawa na wanaoshukiwa kuwa waasi wa Togo.",
    never="Wavuvi wanne waliuawa na watu wanaoshukiwa na polisi.",
)
def suspected_to_be(text: Text, clauses: Clauses, first: int) -> NounPhrase | None:
    """What the relative verb at word `first` says that its head is suspected to be."""
    last = clauses.sentence.last
    if first >= last - 2 or category(text, first) != "V":
        return None
    for predicate in clauses.predicates:
        if predicate.first != first or predicate.outer.relative is None or SUSPECTING.isdisjoint(predicate.verb.chain):
            continue
        at = predicate.last
        if at >= last - 1 or text.lowers[at] not in BEING:
            return None
        while at < last - 1 and (text.lowers[at] in BEING or category(text, at) == "C"):  # «kuwa ni wa al-Shabaab»
            at += 1
        return phrase_at(text, at, last)
    return None


def unmanned(text: Text, clauses: Clauses, phrase: NounPhrase) -> NounPhrase | None:
    """«ndege zisizo na rubani za Togo»: the phrase with what follows «rubani»."""
    last = clauses.sentence.last
    at = phrase.last + 2
    if at >= last - 2 or text.lowers[at] != "rubani" or text.lowers[at - 1] != "na" or category(text, at + 1) != "C":
        return None
    owner = phrase_at(text, at + 2, last)
    return None if owner is None else NounPhrase(phrase.first, phrase.head, owner.last, phrase.classes, phrase.name)
