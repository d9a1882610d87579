"""Noun classes by agreement: «nchi hizi», «nchi zilizosema», «kila nchi», «nchi tano».

What stands around a noun says which of its classes is meant: connective, demonstrative, possessive, adjective, numeral
and the verb after it by their prefixes, «kila» before it, and the object prefix of the verb that it follows.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from matukio.swahili.analysis import Analysis
from matukio.swahili.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from matukio.swahili.text import Text

MODIFIERS = frozenset({"DET", "ADJ", "NUM", "PRON"})
CONNECTIVES = frozenset("wa ya la za cha vya".split())
SEVERAL = frozenset("kadhaa mbalimbali tofauti".split())
MANY = frozenset({"ingi", "chache", "zaidi"})
NUMBERED = frozenset(
    (
        "tarehe asilimia januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba jumatatu"
        " jumanne jumatano alhamisi ijumaa jumamosi jumapili"
    ).split()
)
"""Before a number these stay one: «tarehe nane»."""
COUNTING = frozenset("baadhi idadi miongoni mamia maelfu mamilioni makumi wingi zaidi".split())


def choose_class(text: Text, chosen: array[int], index: int, first: int, last: int) -> int:
    """The reading of a noun that agrees with its surroundings; the one chosen so far where nothing tells."""
    readings = VOCABULARY.analyses(text.types[index])
    current = readings[chosen[index]]
    if current.upos != "NOUN":
        return chosen[index]
    options = [n for n, reading in enumerate(readings) if reading.upos == "NOUN"]
    if "Case=Loc" not in current.feats:
        options = _agreeing_after(text, index, last, options, readings)
    options = _fitting_before(text, index, first, options, readings)
    return chosen[index] if chosen[index] in options else options[0]


def _agreeing_after(text: Text, index: int, last: int, options: list[int], readings: tuple[Analysis, ...]) -> list[int]:
    # «dawa za malaria hazipatikani»: the verb after a complement agrees with another noun
    complement = index > 0 and VOCABULARY.lowers[text.types[index - 1]] in CONNECTIVES
    after_connective = False
    for at in range(index + 1, min(last, index + 9)):
        lower = VOCABULARY.lowers[text.types[at]]
        others = VOCABULARY.analyses(text.types[at])
        likeliest = others[0]
        verb = likeliest.verb
        if verb is not None and verb.tense != "infinitive":
            agreement = verb.relative or verb.subject
            if agreement is not None and agreement.person == 3 and not (complement and verb.relative is None):
                return _narrowed(options, readings, agreement.classes)
            return options
        if likeliest.upos == "PUNCT" or likeliest.upos in ("SCONJ", "CCONJ"):
            return options
        if after_connective:
            continue
        if lower in SEVERAL or likeliest.lemma in MANY:
            options = _numbered(options, readings, True)
        elif likeliest.upos == "NUM" and VOCABULARY.lowers[text.types[index]] in NUMBERED:
            return options
        elif likeliest.upos == "NUM" and not likeliest.classes:
            options = _numbered(options, readings, lower not in ("1", "moja"))
        elif likeliest.upos == "ADP" and likeliest.classes:
            options = _narrowed(options, readings, likeliest.classes)
            after_connective = True
        elif any(other.upos in MODIFIERS for other in others):
            concord = frozenset().union(*(other.classes for other in others if other.upos in MODIFIERS))
            options = _narrowed(options, readings, concord)
            if likeliest.upos == "NUM" and likeliest.lemma != "moja":
                options = _numbered(options, readings, True)
        elif likeliest.upos in ("ADP", "NOUN", "PROPN"):
            after_connective = True
    return options


def _fitting_before(
    text: Text, index: int, first: int, options: list[int], readings: tuple[Analysis, ...]
) -> list[int]:
    if index <= first:
        return options
    before = VOCABULARY.analyses(text.types[index - 1])[0]
    if VOCABULARY.lowers[text.types[index - 1]] == "kila":
        return _numbered(options, readings, False)
    if before.verb is not None and before.verb.object is not None:
        return _narrowed(options, readings, before.verb.object.classes)
    if index - 2 >= first and VOCABULARY.lowers[text.types[index - 2]] in COUNTING:
        return _numbered(options, readings, True)
    return options


def _narrowed(options: list[int], readings: tuple[Analysis, ...], classes: frozenset[int]) -> list[int]:
    return [n for n in options if readings[n].classes & classes] or options


def _numbered(options: list[int], readings: tuple[Analysis, ...], plural: bool) -> list[int]:
    return [n for n in options if readings[n].plural == plural] or options


def class_of_modifier(text: Text, chosen: array[int], index: int, first: int, last: int) -> int | None:
    """The class in which a modifier agrees with its noun: the only one it can, or that of the nearest noun."""
    classes = VOCABULARY.analyses(text.types[index])[chosen[index]].classes
    if len(classes) < 2:
        return next(iter(classes), None)
    for at in (*range(index - 1, max(first - 1, index - 9), -1), *range(index + 1, min(last, index + 2))):
        reading = VOCABULARY.analyses(text.types[at])[chosen[at]]
        shared: frozenset[int] = reading.classes & classes if reading.upos == "NOUN" else frozenset()
        if shared:
            return reading.noun_class if reading.noun_class in shared else min(shared)
    return None
