"""What may follow a noun and agree with it: demonstratives, adjectives, possessives, numerals: «hao wote wawili»."""

from __future__ import annotations

from typing import Final

from matukio.swahili.categories import categories, category
from matukio.swahili.numbers import whole_number_at
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY, ByForm

MULTIPLES: Final = frozenset("mia elfu laki milioni bilioni".split())


_SHARED: Final[dict[frozenset[int], frozenset[int]]] = {}
"""Each set of classes once, whatever the number of forms that have it."""


class NounClasses(ByForm[frozenset[int]]):
    """All classes that a form has as a noun."""

    def tell(self, type_id: int) -> frozenset[int]:
        found = frozenset[int]().union(*(a.classes for a in VOCABULARY.readings[type_id] if a.upos == "NOUN"))
        return _SHARED.setdefault(found, found)


NOUN_CLASSES: Final = NounClasses()


def past_modifiers(text: Text, end: int, limit: int, classes: frozenset[int]) -> int:
    """Past the demonstratives, adjectives, possessives and numerals that can belong to a head of `classes`."""
    lowers, letters = text.lowers, categories(text)
    while end < limit:
        if lowers[end] == "zaidi" and _counts_more(text, end, limit):
            end += 3
            continue
        if end + 1 < limit and letters[end + 1] == "Q" and counts_about(text, end, limit):
            end += 1
            continue
        concords = _MODIFYING[text.types[end]]
        if concords is NO_MODIFIER or lowers[end] == "tayari" and letters[end] == "B":
            break
        counted = lowers[end - 1] in MULTIPLES  # «watu laki tatu», «watu mia moja»
        if concords and classes and concords.isdisjoint(classes) and not counted:
            break
        if letters[end] == "Q" and (number := whole_number_at(text, end, limit)) and number[1] > end + 1:
            end = number[1]  # «watu kumi na wawili», «watu mia mbili na tatu»
            continue
        end += 1
        if end + 1 < limit and lowers[end] == "na" and counted:
            end += 2 if lowers[end + 1] == "nusu" else 0  # «watu milioni mbili na nusu»
    return end


ABOUT: Final = frozenset(["pata", "pungua", "zidi"])


def counts_about(text: Text, index: int, limit: int) -> bool:
    """«watu wapatao 50», «raia wasiopungua kumi»: a relative verb that says how near a number is, and tells nothing."""
    if index + 1 >= limit or category(text, index + 1) != "Q":
        return False
    verb = text.likeliest[index].verb
    return verb is not None and verb.stem in ABOUT and verb.relative is not None and verb.tense == "general"


def _counts_more(text: Text, index: int, limit: int) -> bool:
    """«raia zaidi ya 20 wa Togo»."""
    return index + 2 < limit and text.lowers[index + 1] == "ya" and category(text, index + 2) == "Q"


NO_MODIFIER: Final = frozenset([0])
"""Classes of a form that belongs to no head: none that there is."""


class _Modifying(ByForm[frozenset[int]]):
    """The classes that a form agrees with as a modifier («mkuu» is a noun and an adjective), empty for any class;
    `NO_MODIFIER` when it is none."""

    def tell(self, type_id: int) -> frozenset[int]:
        readings = [
            a
            for a in VOCABULARY.analyses(type_id)
            if a.upos in ("ADJ", "DET", "NUM") or "PronType=Dem" in a.feats or "Poss=Yes" in a.feats
        ]
        closed = VOCABULARY.analyses(type_id)[0].upos in ("ADP", "AUX", "SCONJ", "CCONJ")
        if closed or VOCABULARY.lowers[type_id] == "lazima":
            readings = []  # «jeshi lazima liondoke»: it is the clause that must
        if not readings:
            return NO_MODIFIER
        numeral = any(a.upos == "NUM" and not a.classes for a in readings)
        found = frozenset[int]() if numeral else frozenset[int]().union(*(a.classes for a in readings))
        return _SHARED.setdefault(found, found)


_MODIFYING: Final = _Modifying()


FELLOWS: Final = frozenset(["mwenzake", "mwenziwe", "wenzake", "wenzao"])


def past_people(text: Text, head: int, end: int, limit: int) -> int:
    """Past the people, faith or party that persons are of: «raia Wakenya», «viongozi Wademokrat»."""
    if end < limit and text.lowers[end] in FELLOWS and text.likeliest[head].animate:
        return end + 1  # «waziri mwenzake wa Togo»
    if end >= limit or not text.string[text.starts[end]].isupper() or category(text, end) != "N":
        return end
    somebody, people = text.likeliest[head], text.likeliest[end]
    lower = text.lowers[end]
    told = lower.startswith(("wa", "mw", "mm", "mu")) and not lower.startswith(("wana", "mwana"))  # «wanaharakati»
    alike = people.noun_class in (1, 2) and people.noun_class in NOUN_CLASSES[text.types[head]]
    return end + 1 if told and alike and somebody.animate and people.animate else end
