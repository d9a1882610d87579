"""Noun classes by agreement: «nchi hizi», «nchi zilizosema», «kila nchi», «nchi tano».

What stands around a noun says which of its classes is meant: connective, demonstrative, possessive, adjective, numeral
and the verb after it by their prefixes, «kila» before it, and the object prefix of the verb that it follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matukio.swahili.analysis import Analysis
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.vocabulary import VOCABULARY, forgetful

if TYPE_CHECKING:
    from matukio.swahili.text import Text

MODIFIERS: Final = frozenset({"DET", "ADJ", "NUM", "PRON"})
SEVERAL: Final = frozenset("kadhaa mbalimbali tofauti".split())
MANY: Final = frozenset({"ingi", "chache", "zaidi"})
MONTHS: Final = frozenset(
    "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba disemba".split()
)
NUMBERED: Final = MONTHS | frozenset(
    "tarehe asilimia jumatatu jumanne jumatano alhamis alhamisi ijumaa jumamosi jumapili".split()
)
"""Before a number these stay one: «tarehe nane»."""
COUNTING: Final = frozenset("baadhi idadi miongoni mamia maelfu mamilioni makumi wingi zaidi".split())


def choose_class(text: Text, chosen: list[int], index: int, first: int, last: int) -> int:
    """The reading of a noun that agrees with its surroundings; the one chosen so far where nothing tells."""
    readings = VOCABULARY.readings[text.types[index]]
    current = readings[chosen[index]]
    if current.upos != "NOUN":
        return chosen[index]
    options = [n for n, reading in enumerate(readings) if reading.upos == "NOUN"]
    if "Case=Loc" not in current.feats:
        options = _agreeing_after(text, index, last, options, readings)
    if len(options) > 1:
        options = _fitting_before(text, index, first, options, readings)
    return chosen[index] if chosen[index] in options else options[0]


class Telling:
    """What a word after a noun tells of the noun's class and number."""

    NOTHING: Final = 0
    ENDS: Final = 1
    """The phrase is over: a mark, a conjunction, a verb that agrees with no third person."""
    VERB: Final = 2
    RELATIVE: Final = 3
    SEVERAL: Final = 4
    ONE: Final = 5
    CONNECTIVE: Final = 6
    MODIFIER: Final = 7
    NUMERAL: Final = 8
    PHRASE: Final = 9
    """Another phrase begins, whose modifiers are its own."""


class _Told(dict[int, tuple[int, frozenset[int]]]):
    """Type id → what it tells after a noun, with the classes that it agrees with."""

    def __missing__(self, type_id: int) -> tuple[int, frozenset[int]]:
        self[type_id] = found = _told(VOCABULARY.lowers[type_id], VOCABULARY.readings[type_id])
        return found


TOLD: Final = forgetful(_Told())


def _told(lower: str, readings: tuple[Analysis, ...]) -> tuple[int, frozenset[int]]:
    likeliest = readings[0]
    verb, upos, nothing = likeliest.verb, likeliest.upos, frozenset[int]()
    if verb is not None and verb.tense != "infinitive":
        agreement = verb.relative or verb.subject
        if agreement is None or agreement.person != 3:
            return Telling.ENDS, nothing
        return Telling.RELATIVE if verb.relative else Telling.VERB, agreement.classes
    if upos in ("PUNCT", "SCONJ", "CCONJ"):
        return Telling.ENDS, nothing
    if lower in SEVERAL or likeliest.lemma in MANY:
        return Telling.SEVERAL, nothing
    if upos == "NUM" and not likeliest.classes:
        return Telling.ONE if lower in ("1", "moja") else Telling.SEVERAL, nothing
    if upos == "ADP" and likeliest.classes:
        return Telling.CONNECTIVE, likeliest.classes
    if any(other.upos in MODIFIERS for other in readings):
        concord = nothing.union(*(other.classes for other in readings if other.upos in MODIFIERS))
        counts = upos == "NUM" and likeliest.lemma != "moja"
        return Telling.NUMERAL if counts else Telling.MODIFIER, concord
    return Telling.PHRASE if upos in ("ADP", "NOUN", "PROPN") else Telling.NOTHING, nothing


def _agreeing_after(text: Text, index: int, last: int, options: list[int], readings: tuple[Analysis, ...]) -> list[int]:
    types = text.types
    # «dawa za malaria hazipatikani»: the verb after a complement agrees with another noun
    complement = index > 0 and text.lowers[index - 1] in CONNECTIVES
    numbered = text.lowers[index] in NUMBERED
    phrase = False
    for at in range(index + 1, min(last, index + 9)):
        told, classes = TOLD[types[at]]
        if told in (Telling.VERB, Telling.RELATIVE):
            return options if complement and told == Telling.VERB else _narrowed(options, readings, classes)
        if told == Telling.ENDS:
            return options
        if phrase or told == Telling.NOTHING:
            continue
        if numbered and VOCABULARY.readings[types[at]][0].upos == "NUM":
            return options
        if told == Telling.PHRASE:
            phrase = True
        elif told in (Telling.SEVERAL, Telling.ONE):
            options = _numbered(options, readings, told == Telling.SEVERAL)
        else:
            options = _narrowed(options, readings, classes)
            if told == Telling.NUMERAL:
                options = _numbered(options, readings, True)
            phrase = told == Telling.CONNECTIVE
    return options


def _fitting_before(
    text: Text, index: int, first: int, options: list[int], readings: tuple[Analysis, ...]
) -> list[int]:
    if index <= first:
        return options
    before = text.likeliest[index - 1]
    if text.lowers[index - 1] == "kila":
        return _numbered(options, readings, False)
    if before.verb is not None and before.verb.object is not None:
        return _narrowed(options, readings, before.verb.object.classes)
    if index - 2 >= first and text.lowers[index - 2] in COUNTING:
        return _numbered(options, readings, True)
    return options


def _narrowed(options: list[int], readings: tuple[Analysis, ...], classes: frozenset[int]) -> list[int]:
    return [n for n in options if readings[n].classes & classes] or options


def _numbered(options: list[int], readings: tuple[Analysis, ...], plural: bool) -> list[int]:
    return [n for n in options if readings[n].plural == plural] or options


def class_of_modifier(text: Text, chosen: list[int], index: int, first: int, last: int) -> int | None:
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
