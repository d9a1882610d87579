"""What each word can do in a phrase, one letter a word: «mkutano» N, «huu» D, «wa» C, «walikutana» V.

A capital within a sentence makes a name of what is else a verb or a thing: «wameishutumu Hanoi», «Rais Uhuru Kenyatta».
"""

from __future__ import annotations

from threading import Lock
from typing import Final

from matukio.swahili.analysis import Analysis
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import LIKELIEST, VOCABULARY, ByForm

DAYS: Final = frozenset(
    "jumatatu jumanne jumatano alhamis alhamisi ijumaa jumamosi jumapili jana juzi leo kesho".split()
)
"""Words for a day, which take no name: after «Alhamisi» it begins the next phrase."""
DIRECTIONS: Final = frozenset("kusini kaskazini mashariki magharibi".split())
NO_NAMES: Final = DIRECTIONS | DAYS
SIDES_OF: Final = DIRECTIONS | {"katikati"}
"""They take «mwa», and say where without a preposition: «waliuawa kaskazini mwa Mali»."""


def is_side_of(text: Text, index: int) -> bool:
    """Whether «kaskazini», «kusini mashariki» stand before «mwa»: part of a place, of no name told before it."""
    lowers = text.lowers
    if index >= len(lowers) or lowers[index] not in SIDES_OF:
        return False
    end = index + 1
    while end < len(lowers) and lowers[end] in SIDES_OF:
        end += 1
    return end < len(lowers) and lowers[end] == "mwa"


def category(text: Text, index: int) -> str:
    """What a word can do in a phrase, one letter: N noun, P name, A modifier, D demonstrative, C connective, V finite
    verb, I infinitive, E preposition, J conjunction, S subordinator, Q numeral, B adverb, R pronoun, U «ni» and «si»,
    «,» mark."""
    return (text.categories or categories(text))[index]


_LOCK: Final = Lock()


def categories(text: Text) -> list[str]:
    """The category of each word; found once for a text."""
    if len(text.categories) < len(text):
        found = _LETTERS.of(text.types)
        for index in _UNSURE.where(text.types):
            letter = found[index]
            if letter == "A":
                if index + 1 < len(found) and found[index + 1] == "V":
                    found[index] = "B"  # «rais tayari amejiuzulu»
            elif letter == "N":
                found[index] = "P" if _is_part_of_name(text, found, index) else "N"
            elif _goes_on(text, index):
                found[index] = "P"  # «wameishutumu Hanoi»: no verb has a capital there
        if "ana" in text.lowers:
            _face_to_face(text, found)
        with _LOCK:
            if not text.categories:
                text.categories.extend(found)
    return text.categories


def _face_to_face(text: Text, found: list[str]) -> None:
    """«walikutana ana kwa ana»: an adverb, and nothing that anybody has."""
    for index in range(len(found) - 2):
        if text.lowers[index] == "ana" == text.lowers[index + 2] and text.lowers[index + 1] in ("kwa", "wa"):
            found[index : index + 3] = ["B", "B", "B"]


class _Letters(ByForm[str]):
    """The category of a form's likeliest reading."""

    def tell(self, type_id: int) -> str:
        return _category(VOCABULARY.lowers[type_id], LIKELIEST[type_id])


_LETTERS: Final = _Letters()


class _Unsure(ByForm[bool]):
    """Whether the words around a form may give it another category: a verb or noun with a capital, «tayari»."""

    def tell(self, type_id: int) -> bool:
        letter = _LETTERS[type_id]
        if letter == "A":
            return VOCABULARY.lowers[type_id] == "tayari"
        return letter in "VIN" and VOCABULARY.strings[type_id][0].isupper()


_UNSURE: Final = _Unsure()


def _is_part_of_name(text: Text, found: list[str], index: int) -> bool:
    """«Rais wa Ghana Kofi Adomako», «John Pombe Magufuli»: a noun with a capital between a title or a name and a name
    is a name, unless it means somebody itself («Rais Mteule Adomako»); so is one right before a verb about one person:
    «katika uchaguzi huo, Kabila alisema»."""
    if index == 0 or index + 1 >= len(text) or found[index + 1] not in "PV" or not _goes_on(text, index):
        return False
    word, before, after = (VOCABULARY.strings[text.types[i]] for i in (index, index - 1, index + 1))
    if word.isupper() or word.lower() in NO_NAMES:
        return False
    if any(a.upos == "NOUN" and a.animate for a in VOCABULARY.analyses(text.types[index])):
        return False
    if found[index + 1] == "V":
        return found[index - 1] in "SJ," and _about_one_person(text, index + 1)
    if after.isupper() or not after[0].isupper():
        return False
    return found[index - 1] == "P" and before[0].isupper() or found[index - 1] == "N" and is_one_person(text, index - 1)


def _about_one_person(text: Text, index: int) -> bool:
    verb = text.likeliest[index].verb
    return verb is not None and verb.subject is not None and verb.subject.classes == {1} and verb.relative is None


def _goes_on(text: Text, index: int) -> bool:
    """Whether a word stands right after another word or a comma, in one line: it opens no sentence or quotation."""
    if index == 0:
        return False
    before = VOCABULARY.strings[text.types[index - 1]]
    return (before == "," or before[-1].isalpha()) and "\n" not in text.string[
        text.ends[index - 1] : text.starts[index]
    ]


def _category(lower: str, analysis: Analysis) -> str:
    if lower in CONNECTIVES:
        return "C"
    if lower == "na":
        return "E"  # where it joins and where it goes with its word, a phrase comes next
    if lower == "pengine":
        return "B"  # perhaps; the others of place would be rare
    upos = analysis.upos
    if analysis.verb is not None:
        return "I" if analysis.verb.tense == "infinitive" else "V"
    if upos == "PRON" and "Poss=Yes" in analysis.feats:
        return "A"
    if upos in ("DET", "PRON") and "PronType=Dem" in analysis.feats:
        return "D"
    if upos == "NOUN" and "Case=Loc" in analysis.feats:
        return "B"
    return LETTERS.get(upos, "B")


LETTERS: Final = {
    "NOUN": "N", "PROPN": "P", "ADJ": "A", "DET": "A", "NUM": "Q", "ADP": "E", "CCONJ": "J", "SCONJ": "S", "ADV": "B",
    "PRON": "R", "AUX": "U", "PUNCT": ",", "SYM": ",",
}  # fmt: skip
"""Part of speech → category."""


def is_one_person(text: Text, head: int) -> bool:
    """A noun that can mean one person."""
    return _ONE_PERSON[text.types[head]]


class _OnePerson(ByForm[bool]):
    """Whether a form is a noun that can mean one person."""

    def tell(self, type_id: int) -> bool:
        return any(a.upos == "NOUN" and a.animate and not a.plural for a in VOCABULARY.readings[type_id])


_ONE_PERSON: Final = _OnePerson()
