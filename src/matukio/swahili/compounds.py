"""Words that are made as they are needed: mabenki, kimadhehebu, wanavijiji, mwangaliaji, watawezaje, mashuleni, vigari.

Each is one of the language's own patterns around a word of the lexicon, so it needs no row of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from matukio.swahili.analysis import ANIMATE_PLURAL, ANIMATE_SINGULAR, LOCATIVE, Analysis, Segment
from matukio.swahili.copulas import copulas
from matukio.swahili.extensions import underived
from matukio.swahili.lexicon import forms
from matukio.swahili.verbs import analyse_verb


def composed(form: str) -> list[Analysis]:
    """The readings of an unlisted lower-case form that a pattern explains; all but verbs are marked as guesses."""
    made: list[Analysis] = []
    for begins, ends, pattern in PATTERNS:
        if form.startswith(begins) and form.endswith(ends):
            made += [replace(each, guess=True) for each in pattern(form)]
    return [*_asked(form), *made] if form.endswith("je") else made


def _nouns(form: str) -> list[Analysis]:
    return [reading for reading in forms().get(form, ()) if reading.upos == "NOUN"]


def _asked(form: str) -> Iterator[Analysis]:
    """«watawezaje»: a verb and -je, how."""
    if len(form) > 6:
        for reading in analyse_verb(form[:-2]):
            if not reading.guess:
                yield replace(reading, closing=(*reading.closing, Segment("je", "how")))


def _plural(form: str) -> Iterator[Analysis]:
    """«mabenki»: nouns of class 9 take ma- where each of them counts."""
    if form.startswith("ma"):
        for noun in _nouns(form[2:]):
            if noun.lemma == form[2:] and noun.noun_class in (1, 5, 9):
                classes = frozenset({6}) | (ANIMATE_PLURAL if noun.animate else frozenset())
                yield replace(noun, classes=classes, noun_class=6, plural=True)
                return


def _place(form: str) -> Iterator[Analysis]:
    """«mashuleni»: such a plural with -ni."""
    if len(form) > 6:
        for noun in _plural(form[:-2]):
            segments = (Segment(form[:-2], "noun"), Segment("ni", "locative"))
            yield replace(noun, classes=LOCATIVE, feats="Case=Loc", opening=segments)


def _manner(form: str) -> Iterator[Analysis]:
    """«kimadhehebu»: ki- before a noun or adjective says in what way."""
    if len(form) > 5:
        for reading in forms().get(form[2:], ()):
            if reading.upos in ("NOUN", "ADJ"):
                segments = (Segment("ki", "manner"), Segment(form[2:], reading.upos.lower()))
                yield Analysis("ADJ", form, gloss=reading.gloss, opening=segments)
                return


def _member(form: str) -> Iterator[Analysis]:
    """«wanavijiji», «mwanakijiji»: who belongs to what the noun names."""
    for prefix, noun_class in (("mwana", 1), ("wana", 2)):
        if form.startswith(prefix) and _nouns(form[len(prefix) :]):
            plural = noun_class == 2
            classes = ANIMATE_PLURAL if plural else ANIMATE_SINGULAR
            segments = (Segment(prefix, str(noun_class)), Segment(form[len(prefix) :], "noun"))
            lemma = "mwana" + form[len(prefix) :]
            yield Analysis("NOUN", lemma, classes, noun_class, plural, True, opening=segments)


SIZES: Final = (
    ("kiji", 7, "kiji"),
    ("viji", 8, "kiji"),
    ("vi", 8, "ki"),
    ("ki", 7, "ki"),
    ("maji", 6, "ji"),
    ("ji", 5, "ji"),
)
"""Prefixes that make small (7/8) and big (5/6), their class and that of the singular."""


def _sized(form: str) -> Iterator[Analysis]:
    """«vigari», small cars, «kijitabu», a booklet, «majibwa», big dogs: class 7/8 makes small, 5/6 big."""
    if form.endswith("ni") and _nouns(form[:-2]):
        return  # «jijini», in the city
    for prefix, noun_class, singular in SIZES:
        rest = form[len(prefix) :]
        if form.startswith(prefix) and len(rest) > 2 and (base := _base(rest, prefix)) is not None:
            small, plural = noun_class in (7, 8), noun_class in (6, 8)
            size = Segment(prefix, f"{noun_class}.{'diminutive' if small else 'augmentative'}")
            yield Analysis(
                "NOUN", singular + rest, frozenset({noun_class}), noun_class, plural, gloss=base.gloss,
                opening=(size, Segment(rest, "noun")),
            )  # fmt: skip
            return


def _base(rest: str, prefix: str) -> Analysis | None:
    """The noun of which a small or big one is told: its own prefix is lost. «kimataifa» is rather an adjective."""
    whole = () if prefix == "ki" else (rest,)
    lost = ("ki" + rest,) if prefix in ("kiji", "viji") else ()
    for lemma in ("m" + rest, *whole, *lost):
        for noun in _nouns(lemma):
            person = noun.noun_class == 1 and noun.source_verb
            if noun.lemma == lemma and not noun.plural and not person and (prefix != "ki" or noun.noun_class == 3):
                return noun
    return None


JOINED: Final = ("ana", "cha", "ina", "kuna", "kwa", "la", "ni", "vya", "ya", "za", "zina")
"""Short words after which web text forgets the blank."""


def _joined(form: str) -> Iterator[Analysis]:
    """«inamaana», «kwamfano»: a short word written together with a long one of the lexicon. A form of «have» is the
    verb of the two, the others leave what the second is."""
    for word in JOINED:
        rest = form[len(word) :]
        if form.startswith(word) and len(rest) > 4:
            for reading in forms().get(rest, ())[:1]:
                segments = (Segment(word, "joined"), Segment(rest, reading.upos.lower()))
                yield replace(copulas()[word][0] if word in copulas() else reading, opening=segments)
                return


AGENT_PREFIXES: Final = (("waa", 2, "mwa"), ("wa", 2, "m"), ("mwa", 1, "mwa"), ("m", 1, "m"), ("u", 14, "u"))


def _agent(form: str) -> Iterator[Analysis]:
    """«mwangaliaji», «waangaliaji», «uhabarishaji»: a verb's stem and -ji for who does it or the doing."""
    for prefix, noun_class, singular in AGENT_PREFIXES:
        rest = form[len(prefix) :]
        stem = ("a" if prefix in ("waa", "mwa") else "") + rest[:-2]
        if form.startswith(prefix) and len(rest) > 4 and underived(stem)[2]:
            animate = noun_class != 14
            classes = frozenset({noun_class})
            yield Analysis(
                "NOUN", singular + rest, classes, noun_class, noun_class == 2, animate, source_verb=stem,
                opening=(Segment(prefix, str(noun_class)), Segment(rest[:-2], "stem"), Segment("ji", "agent")),
            )  # fmt: skip
            return


PATTERNS: Final[tuple[tuple[tuple[str, ...], str, Callable[[str], Iterator[Analysis]]], ...]] = (
    (("ma",), "", _plural),
    (("",), "ni", _place),
    (("ki",), "", _manner),
    (tuple(prefix for prefix, _, _ in SIZES), "", _sized),
    (("mwana", "wana"), "", _member),
    (("",), "ji", _agent),
    (JOINED, "", _joined),
)
"""What a form begins and ends with, and the pattern that may explain it."""
