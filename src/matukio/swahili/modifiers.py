"""What may follow a noun and agree with it: demonstratives, adjectives, possessives, numerals: «hao wote wawili»."""

from __future__ import annotations

from typing import Final

from matukio.swahili.categories import category
from matukio.swahili.numbers import whole_number_at
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

MULTIPLES: Final = frozenset("mia elfu laki milioni bilioni".split())


class NounClasses(dict[int, frozenset[int]]):
    """Type id → all classes that the form has as a noun."""

    def __missing__(self, type_id: int) -> frozenset[int]:
        sets = [a.classes for a in VOCABULARY.readings[type_id] if a.upos == "NOUN"]
        self[type_id] = found = sets[0] if len(sets) == 1 else frozenset().union(*sets)
        return found


NOUN_CLASSES: Final = NounClasses()


def past_modifiers(text: Text, end: int, limit: int, classes: frozenset[int]) -> int:
    """Past the demonstratives, adjectives, possessives and numerals that can belong to a head of `classes`."""
    while end < limit:
        if text.lowers[end] == "zaidi" and _counts_more(text, end, limit):
            end += 3
            continue
        if counts_about(text, end, limit):
            end += 1
            continue
        concords = _MODIFYING[text.types[end]]
        if concords is None or text.lowers[end] == "tayari" and category(text, end) == "B":
            break
        counted = text.lowers[end - 1] in MULTIPLES  # «watu laki tatu», «watu mia moja»
        if concords and classes and not concords & classes and not counted:
            break
        if category(text, end) == "Q" and (number := whole_number_at(text, end, limit)) and number[1] > end + 1:
            end = number[1]  # «watu kumi na wawili», «watu mia mbili na tatu»
            continue
        end += 1
        if end + 1 < limit and text.lowers[end] == "na" and counted:
            end += 2 if text.lowers[end + 1] == "nusu" else 0  # «watu milioni mbili na nusu»
    return end


ABOUT: Final = frozenset(["pata", "pungua", "zidi"])


def counts_about(text: Text, index: int, limit: int) -> bool:
    """«watu wapatao 50», «raia wasiopungua kumi»: a relative verb that says how near a number is, and tells nothing."""
    if index + 1 >= limit or category(text, index + 1) != "Q":
        return False
    verb = VOCABULARY.readings[text.types[index]][0].verb
    return verb is not None and verb.stem in ABOUT and verb.relative is not None and verb.tense == "general"


def _counts_more(text: Text, index: int, limit: int) -> bool:
    """«raia zaidi ya 20 wa Togo»."""
    return index + 2 < limit and text.lowers[index + 1] == "ya" and category(text, index + 2) == "Q"


class _Modifying(dict[int, frozenset[int] | None]):
    """Type id → the classes that the form agrees with as a modifier («mkuu» is a noun and an adjective), empty for any
    class; None when it is no modifier."""

    def __missing__(self, type_id: int) -> frozenset[int] | None:
        readings = [
            a
            for a in VOCABULARY.analyses(type_id)
            if a.upos in ("ADJ", "DET", "NUM") or "PronType=Dem" in a.feats or "Poss=Yes" in a.feats
        ]
        closed = VOCABULARY.analyses(type_id)[0].upos in ("ADP", "AUX", "SCONJ", "CCONJ")
        if closed or VOCABULARY.lowers[type_id] == "lazima":
            readings = []  # «jeshi lazima liondoke»: it is the clause that must
        found = None
        if readings:
            numeral = any(a.upos == "NUM" and not a.classes for a in readings)
            found = frozenset() if numeral else frozenset().union(*(a.classes for a in readings))
        self[type_id] = found
        return found


_MODIFYING: Final = _Modifying()
