"""Verb extensions undone: tembelewa → tembelea → tembea, chukuliwa → chukua, saidiana → saidia.

Extensions stand in the order of the word; the outermost is undone first, until a verb of the lexicon is reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A row of verbs.tsv: `frame` says what the verb takes, `base` the verb that it is transparently made from."""

    lemma: str
    gloss: str
    frame: tuple[str, ...] = ()
    base: str = ""


@cache
def entries() -> dict[str, VerbEntry]:
    """The verb lexicon by lemma."""
    return {entry.lemma: entry for entry in read_table(files(__package__) / "verbs.tsv", VerbEntry)}


@cache
def underived(stem: str) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """(chain, extensions, known) of a stem: see `Verb`. `known` is 2 for a listed stem, 1 for one derived from a
    listed stem, 0 for neither (then the stem is its own chain, with a passive undone where the form shows it)."""
    listed = entries()
    chain: tuple[str, ...] = (stem,)
    extensions: tuple[str, ...] = ()
    known = 2
    if stem not in listed:
        if not (stem[-1] == "a" and may_be_derived(stem)):
            return (stem,), (), 0
        steps = list(_undo(stem))
        undone = _one_step(stem, steps) or _two_steps(stem, steps)
        if undone is None:
            passive = next(((c,) for c, e in steps if e == "passive"), ())
            return (stem, *passive), ("passive",) * len(passive), 0
        (chain, extensions), known = undone, 1
    while (base := listed[chain[-1]].base) and base not in chain:
        chain += (base,)
        extensions += (_lexical_extension(chain[-2], base),)
    return chain, extensions[::-1], known


Path = tuple[tuple[str, ...], tuple[str, ...]]
"""Stems from the longest to a listed one, and the extensions between them."""


def _one_step(stem: str, steps: list[tuple[str, str]]) -> Path | None:
    listed = entries()
    return next((((stem, each), (extension,)) for each, extension in steps if each in listed), None)


def _two_steps(stem: str, steps: list[tuple[str, str]]) -> Path | None:
    """Three extensions on an unlisted stem explain garbage only."""
    listed = entries()
    for each, extension in steps:
        if each[-1:] == "a" and each != stem and may_be_derived(each):
            for last, first_extension in _undo(each):
                if last in listed:
                    return (stem, each, last), (extension, first_extension)
    return None


def may_be_derived(stem: str) -> bool:
    """A quick refusal: what extensions made ends in one of them and begins like a listed verb."""
    if stem[-2:-1] not in EXTENDING or stem[-1] not in "aei":
        return False
    long, short = _beginnings()
    return stem[:3] in long or stem[:2] in short and len(stem) < 10 or stem[-2] == "w"


EXTENDING: Final = frozenset("wnhziek")
"""The letters before the last vowel of a stem that an extension made: -wa, -na, -sha, -za, -ia, -ea, -ka."""


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """Three letters that begin a listed verb, and two that begin a short one, which may lose its third."""
    listed = entries()
    return frozenset(each[:3] for each in listed if len(each) > 4), frozenset(
        each[:2] for each in listed if len(each) < 5
    )


def _lexical_extension(stem: str, base: str) -> str:
    """The extension between a listed stem and its listed base."""
    return next((extension for candidate, extension in _undo(stem) if candidate == base), "derived")


def _undo(stem: str) -> Iterator[tuple[str, str]]:
    """Stems from which `stem` may be made by one extension, likelier ones first."""
    if not stem.endswith("a"):
        return
    if stem.endswith("wa") and len(stem) > 2:
        body = stem[:-2]
        if stem == "pewa":
            yield "pa", "passive"
        if body[-1] not in "aeiou":
            yield body + "a", "passive"  # pigwa → piga
        if body.endswith("ili"):
            yield body + "a", "passive"  # shikiliwa → shikilia, before «shikia»
        if body.endswith(("li", "le")) and len(body) > 2:
            yield body[:-2] + "a", "passive"  # chukuliwa → chukua, tolewa → toa
            yield body[:-2] + "u", "passive"  # nukuliwa → nukuu
        if body.endswith("i"):
            yield body + "a", "passive"  # shambuliwa → shambulia
            yield body, "passive"  # shtakiwa → shtaki
            yield body[:-1] + "u", "passive"  # hukumiwa → hukumu
            yield body[:-1] + "a", "passive"
        if body.endswith("e"):
            yield body + "a", "passive"  # tetewa → tetea
            yield body, "passive"  # samehewa → samehe
            yield body[:-1] + "a", "passive"
        if body[-1] in "ua":
            yield body + ("" if body.endswith("a") else "a"), "passive"  # uawa → ua
            if body.endswith("a"):
                yield body[:-1], "passive"
    if stem.endswith("ana") and len(stem) > 4:
        yield stem[:-2], "reciprocal"  # saidiana → saidia, pigana → piga
        if stem.endswith("ikana") or stem.endswith("ekana"):
            yield stem[:-4] + ("a" if stem[-5] not in "aeiou" else ""), "stative"
            yield stem[:-5] + "a", "stative"  # patikana → pata, onekana → ona
    for ending, vowel in (("isha", "i"), ("esha", "e")):
        if stem.endswith(ending) and len(stem) > len(ending) + 1:
            body = stem[: -len(ending)]
            yield body + "a", "causative"  # pandisha → panda
            yield body + vowel, "causative"  # rudisha → rudi, samehesha
            yield body + "u", "causative"  # fahamisha → fahamu
            yield body + vowel + "a", "causative"
            if body.endswith("l"):
                yield body[:-1] + "a", "causative"
    if stem.endswith("sha") and len(stem) > 4:
        yield stem[:-3] + "ka", "causative"  # amsha → amka
        yield stem[:-3] + "a", "causative"
        yield stem[:-3] + "ta", "causative"
    if stem.endswith("za") and len(stem) > 4:
        yield stem[:-2] + "a", "causative"  # tokeza → tokea
        yield stem[:-2] + "la", "causative"
    for ending, vowel in (("ia", "i"), ("ea", "e")):
        if stem.endswith(ending) and len(stem) > 3:
            body = stem[:-2]
            if body.endswith("l"):
                yield body[:-1] + "a", "applicative"  # chukulia → chukua
                yield body[:-1] + "u", "applicative"
            yield body + "a", "applicative"  # pigia → piga
            yield body + vowel, "applicative"  # rudia → rudi
            yield body + "u", "applicative"  # hukumia → hukumu
    for ending, vowel in (("ika", "i"), ("eka", "e")):
        if stem.endswith(ending) and len(stem) > 4:
            body = stem[:-3]
            if body.endswith("l"):
                yield body[:-1] + "a", "stative"
            yield body + "a", "stative"  # vunjika → vunja
            yield body + vowel, "stative"
            yield body + vowel + "a", "stative"  # zuilika
            yield body + "u", "stative"
