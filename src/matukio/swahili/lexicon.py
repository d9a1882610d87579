"""The word lists as one dictionary from form to readings: closed-class words, nouns and adjectives with their plurals
and concords. «jeshi» and «majeshi» come from one row, «mkubwa, wakubwa, makubwa …» from another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.swahili.analysis import ANIMATE_PLURAL, ANIMATE_SINGULAR, Analysis
from matukio.tables import collector_at_rest, files, read_table


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A row of nouns.tsv; `plural` only where the class pair does not give it, «-» where there is none."""

    lemma: str
    classes: str
    plural: str = ""
    animate: bool = False
    gloss: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class AdjectiveEntry:
    """A row of adjectives.tsv: a stem that takes class prefixes; `forms` as «form:class» where rules do not give it."""

    lemma: str
    kind: str
    prefix: str
    forms: tuple[str, ...] = ()
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A row of words.tsv: a closed-class or unchanging word."""

    form: str
    lemma: str
    upos: str
    classes: tuple[str, ...] = ()
    feats: str = ""
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A row of spellings.tsv: a lemma as it is also written, and as dictionaries write it."""

    form: str
    standard: str


@cache
def spellings() -> dict[str, str]:
    """Lemma as written → standard lemma: muandamanaji → mwandamanaji."""
    return {row.form: row.standard for row in read_table(files(__package__) / "spellings.tsv", Spelling)}


@cache
@collector_at_rest()
def forms() -> dict[str, tuple[Analysis, ...]]:
    """Form → readings from the word lists; closed-class words come first."""
    made: dict[str, list[Analysis]] = {}
    here = files(__package__)
    for word in read_table(here / "words.tsv", WordEntry):
        classes = _once(frozenset(int(c) for c in word.classes))
        made.setdefault(word.form, []).append(
            Analysis(word.upos, word.lemma, classes, feats=word.feats, gloss=word.gloss)
        )
    for noun in read_table(here / "nouns.tsv", NounEntry):
        for form, analysis in _noun_forms(noun):
            made.setdefault(form, []).append(analysis)
    for adjective in read_table(here / "adjectives.tsv", AdjectiveEntry):
        for form, concords in _adjective_forms(adjective).items():
            upos = {"adjective": "ADJ", "numeral": "NUM", "quantifier": "DET"}[adjective.kind]
            made.setdefault(form, []).append(
                Analysis(upos, adjective.lemma, _once(frozenset(concords)), gloss=adjective.gloss)
            )
    return {
        form: tuple(_distinct(readings)) if len(readings) > 1 else tuple(readings) for form, readings in made.items()
    }


_SAME: Final[dict[frozenset[int], frozenset[int]]] = {}


def _once(classes: frozenset[int]) -> frozenset[int]:
    """Each set of classes once: of the 9,000 readings most share theirs with hundreds of others."""
    return _SAME.setdefault(classes, classes)


def _distinct(readings: list[Analysis]) -> list[Analysis]:
    """Without the readings that two rows give alike: «waandamanaji» comes from two spellings of its singular."""
    kept: dict[tuple[str, str, int | None, frozenset[int]], Analysis] = {}
    for reading in readings:
        kept.setdefault((reading.upos, reading.lemma, reading.noun_class, reading.classes), reading)
    return list(kept.values())


def _noun_forms(noun: NounEntry) -> Iterator[tuple[str, Analysis]]:
    singular, _, plural_class = noun.classes.partition("/")
    number = int(singular)
    only_plural = not plural_class and number in (2, 4, 6, 8, 10)
    yield noun.lemma, _noun(noun, number, only_plural)
    if plural_class:
        other = int(plural_class)
        for plural in [noun.plural] if noun.plural else _plurals(noun.lemma, number, other):
            if plural != "-":
                yield plural, _noun(noun, other, True)


def _noun(noun: NounEntry, noun_class: int, plural: bool) -> Analysis:
    animate = noun.animate or noun_class in (1, 2)
    classes = frozenset({noun_class})
    if animate:
        # «vikosi» is not animate, «kiongozi» is: kiongozi huyo alisema, but kiongozi changu is heard too.
        classes |= ANIMATE_PLURAL if plural else ANIMATE_SINGULAR
    lemma = spellings().get(noun.lemma, noun.lemma)
    return Analysis("NOUN", lemma, _once(classes), noun_class, plural, animate, "", noun.gloss, source_verb=noun.verb)


def _plurals(lemma: str, singular: int, plural: int) -> list[str]:
    """The regular plurals of a noun for its class pair; before a vowel two are heard: walimu, waandishi."""
    if singular == 1 and lemma.startswith("mw"):
        rest = lemma[2:]
        fused = {"a": "a", "e": "e", "i": "e"}.get(rest[:1])
        if rest.startswith("ana"):
            return ["wa" + rest[1:]]  # mwanafunzi → wanafunzi
        return ["w" + fused + rest[1:], "wa" + rest] if fused else ["wa" + rest]
    return [_plural(lemma, singular, plural)]


def _plural(lemma: str, singular: int, plural: int) -> str:
    if singular == 1 and lemma.startswith("m"):
        return "wa" + lemma[1:]
    if singular == 3 and lemma.startswith("mw"):
        return "mi" + lemma[2:]
    if singular == 3 and lemma.startswith("m"):
        return "mi" + lemma[1:]
    if singular == 7 and lemma.startswith("ki"):
        return "vi" + lemma[2:]
    if singular == 7 and lemma.startswith("ch"):
        return "vy" + lemma[2:]
    if plural == 6:
        return "ma" + (lemma[1:] if singular in (11, 14) and lemma.startswith("u") else lemma)
    if singular in (11, 14) and lemma.startswith("u"):
        return lemma[1:]
    return lemma


ADJECTIVE_PREFIXES: Final = {
    1: "m", 2: "wa", 3: "m", 4: "mi", 5: "", 6: "ma", 7: "ki", 8: "vi",
    11: "m", 14: "m", 15: "ku", 16: "pa", 17: "ku", 18: "m",
}  # fmt: skip
BEFORE_VOWEL: Final = {"m": "mw", "mi": "my", "ki": "ch", "vi": "vy", "ku": "kw", "": "j"}
PRONOMINAL_PREFIXES: Final = {
    1: "w", 2: "w", 3: "w", 4: "y", 5: "l", 6: "y", 7: "ch", 8: "vy", 9: "y", 10: "z",
    11: "w", 14: "w", 15: "kw", 16: "p", 17: "kw", 18: "mw",
}  # fmt: skip
NASALS: Final = {"b": "mb", "v": "mv", "d": "nd", "g": "ng", "z": "nz", "j": "nj", "l": "nd", "r": "nd", "w": "mb"}


def _adjective_forms(adjective: AdjectiveEntry) -> dict[str, set[int]]:
    """form → classes that it agrees with."""
    made: dict[str, set[int]] = {}
    stem = adjective.lemma
    if adjective.prefix == "pronominal":
        for noun_class, prefix in PRONOMINAL_PREFIXES.items():
            if prefix[-1] == "w" and stem[0] in "o" and len(prefix) > 1:
                prefix = prefix[:-1]
            made.setdefault(prefix + stem, set()).add(noun_class)
    else:
        for noun_class, prefix in ADJECTIVE_PREFIXES.items():
            made.setdefault(_joined(prefix, stem), set()).add(noun_class)
        nasal = "ny" + stem if stem[0] in "aeiou" else NASALS.get(stem[0], stem[0]) + stem[1:]
        made.setdefault(nasal, set()).update((9, 10))
    for irregular in adjective.forms:
        form, _, concord = irregular.partition(":")
        made.setdefault(form, set()).add(int(concord))
    return made


def _joined(prefix: str, stem: str) -> str:
    if stem[0] not in "aeiou":
        return prefix + stem
    if prefix in ("wa", "ma", "pa"):
        fused = {"a": "a", "e": "e", "i": "e"}.get(stem[0])
        return prefix[0] + fused + stem[1:] if fused else prefix + stem
    return BEFORE_VOWEL.get(prefix, prefix) + stem
