"""Every reading of a word form, likeliest first: closed-class words, nouns and adjectives, verbs, then guesses.

«viongozi» → noun, lemma kiongozi, class 8, from «ongoza»; «nyumbani» → noun, lemma nyumba, locative.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from matukio.swahili.analysis import ANIMATE_PLURAL, LOCATIVE, Analysis, Segment
from matukio.swahili.compounds import composed
from matukio.swahili.copulas import copulas
from matukio.swahili.lexicon import forms
from matukio.swahili.verbs import analyse_verb
from matukio.swahili.vocabulary import standard
from matukio.tables import files, read_words

INFINITIVES: Final = frozenset(
    "ikiwa kuanzia kuelekea kufuatia kuhusiana kuhusu kulingana kupitia kutoka kutokana kuwa".split()
)
"""Prepositions, «kuwa», that, and «ikiwa», if, which are forms of verbs as well."""
CLOSED: Final = frozenset({"ADP", "PRON", "DET", "CCONJ", "SCONJ"})
"""A form that is one of these is not looked for among the verbs."""


def analyse_form(form: str) -> tuple[Analysis, ...]:
    """All readings of a form as written; a capital first letter adds or prefers the reading as a name."""
    first = form[0]
    if first.isdigit():
        return (Analysis("NUM", form),)
    if not first.isalpha():
        return (Analysis("PUNCT" if first not in "$€£%+=<>&@#" else "SYM", form),)
    lower = standard(form)
    readings = _lower(lower)
    if first.isupper():
        name = Analysis("PROPN", form, guess=True)
        if lower in names():
            return (name, *readings)
        verb = readings[0].verb
        rare = verb is not None and (
            verb.tense in ("imperative", "habitual")
            or verb.tense in ("general", "subjunctive")
            and verb.relative is None
            and not verb.negative
        )
        if readings[0].guess or rare or (len(form) > 1 and form.isupper() and len(form) <= 6):
            return (name, *readings)
        return (*readings, name)
    return readings


@cache
def _lower(form: str) -> tuple[Analysis, ...]:
    readings = list(forms().get(form, ()))
    # «kilimo» is rather farming than what is inside; «ana», «wana», «hazina» come before nouns; news says «wako» of
    # people who are somewhere
    if form in copulas():
        closed = copulas()[form]
        readings = [*closed, *readings] if form == "wako" else [*readings, *closed]
    if len(readings) > 1:
        readings.sort(
            key=lambda r: 0 if r.upos in CLOSED or r.lemma == "wa na" or form == "wako" else 1 if r.verb is None else 2
        )
    if not readings:
        verbs = analyse_verb(form)
        if not verbs or verbs[0].guess or _weak(verbs[0]):
            verbs = composed(form) + [v for v in verbs if not v.guess or not _weak(v)]
        readings = verbs
    elif form in INFINITIVES or not any(r.upos in CLOSED for r in readings):
        verbs = [
            v for v in analyse_verb(form, guessing=False) if v.verb is not None and v.verb.tense != "imperative"
        ]  # fmt: skip
        if verbs:
            # «kuzima» is rather to put out than the whole of class 15
            adjective = any(v.noun_class == 15 for v in verbs) and all(r.upos in ("ADJ", "NUM") for r in readings)
            readings = [*verbs, *readings] if adjective else [*readings, *verbs]
    if form.endswith("ni"):
        located = _locatives(form)
        if located and not any(r.upos == "NOUN" and r.lemma == form for r in readings):
            # «kisiwani» is on the island, no command; «vitani» is at war, not pieces of linen
            own = [
                r for r in readings
                if not r.guess and (r.lemma == form or r.animate or r.upos in CLOSED or r.upos == "ADV")
            ]  # fmt: skip
            readings = own + located + [r for r in readings if r not in own and not r.guess]
    if form.startswith("wa"):
        readings += _doers(readings)
    # «huyo alisema»: a demonstrative can stand for its noun
    readings += [replace(r, upos="PRON") for r in readings if r.upos == "DET" and "PronType=Dem" in r.feats]
    return tuple(readings) or (_guess(form),)


def _weak(reading: Analysis) -> bool:
    """A verb that shows no tense: among unlisted words it is rather a noun."""
    verb = reading.verb
    return verb is not None and verb.relative is None and verb.tense in ("subjunctive", "general", "imperative")


def _locatives(form: str) -> list[Analysis]:
    """«nyumbani»: a noun with -ni."""
    if len(form) < 5:
        return []
    return [
        Analysis(
            "NOUN", noun.lemma, LOCATIVE, noun.noun_class, noun.plural, False, "Case=Loc", noun.gloss,
            (Segment(form[:-2], "noun"), Segment("ni", "locative")), None, noun.source_verb,
        )
        for noun in forms().get(form[:-2], ())
        if noun.upos == "NOUN"
    ]  # fmt: skip


def _doers(readings: list[Analysis]) -> list[Analysis]:
    """«wachoma mkaa», burners of charcoal: a verb's stem with the prefix of people, for whoever does it."""
    if any(r.upos == "NOUN" for r in readings):
        return []
    return [
        replace(r, upos="NOUN", lemma=_doer(r.lemma), classes=ANIMATE_PLURAL, noun_class=2, plural=True, animate=True,
                feats="", opening=(), verb=None, source_verb=r.lemma, stem="", closing=())
        for r in readings
        if r.verb is not None and r.verb.tense == "general" and r.verb.object is None and not r.guess
        and r.verb.relative is None
    ][:1]  # fmt: skip


def _doer(stem: str) -> str:
    return ("mw" if stem[0] in "aei" else "m") + stem


@cache
def names() -> frozenset[str]:
    """Words that are rather names where they are written with a capital: Amina, Mali."""
    return frozenset(read_words(files(__package__) / "names.tsv"))


NOUN_PREFIXES: Final = (("wa", 2), ("ma", 6), ("mi", 4), ("vi", 8), ("ki", 7), ("m", 1), ("u", 14))
ONE_CLASS: Final = {noun_class: frozenset({noun_class}) for _, noun_class in NOUN_PREFIXES}
UNMARKED: Final = frozenset({9, 10})


def _guess(form: str) -> Analysis:
    """An unlisted word that is no verb: a noun whose class its first letters suggest."""
    for prefix, noun_class in NOUN_PREFIXES:
        if form.startswith(prefix) and len(form) > len(prefix) + 2:
            plural = noun_class in (2, 4, 6, 8)
            lemma = _singular(form, noun_class)
            return Analysis("NOUN", lemma, ONE_CLASS[noun_class], noun_class, plural, guess=True)
    return Analysis("NOUN", form, UNMARKED, 9, guess=True)


def _singular(form: str, noun_class: int) -> str:
    """A guessed plural without its prefix: mavuvuzela → vuvuzela, wasomaji → msomaji."""
    rest = form[2:]
    if noun_class == 6:
        return rest if len(rest) > 3 else form
    if noun_class == 2:
        return ("mw" if rest[0] in "aei" else "m") + rest
    return {4: "m", 8: "ki"}[noun_class] + rest if noun_class in (4, 8) else form
