"""Verb forms taken apart: subject, tense, relative, object, stem and its extensions.

«wasiowatembelea» wa-si-o-wa-tembelea: class 2, negative relative, object wa-, stem «tembelea», from «tembea».

Every way to take a form apart is tried, and the reading whose stem the lexicon knows best comes first.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from matukio.swahili.analysis import Analysis, Verb
from matukio.swahili.extensions import entries, may_be_derived, underived
from matukio.swahili.lexicon import spellings
from matukio.swahili.paradigms import MONOSYLLABIC, Ways, beginnings, restored
from matukio.swahili.parses import Parse, spelled

INTRANSITIVE: Final = frozenset({"wa", "fa", "ja", "isha"})
"""Short stems that take no object; with one they would be read into half of all forms."""


def analyse_verb(form: str, guessing: bool = True) -> list[Analysis]:
    """Readings of a lower-case form as a verb, best first; guesses only when no reading has a known stem, and none
    unless they are asked for."""
    if form[-1] not in "aeiou":
        return []  # every verb ends in a vowel; names often do not
    # A listed stem leaves nothing to stems that extensions would have to explain, and those nothing to unknown ones.
    ways = beginnings(form)
    found = _listed(form, ways) or _possible([each for each in ways if may_be_derived(each[1])], 1)
    guess = not found
    if guess:
        if not guessing:
            return []
        found = _possible([each for each in ways if FOREIGN.search(each[1]) is None], 0)
    if len(found) > 1:
        found.sort(key=_rank)
    best: list[Analysis] = []
    for candidate in found:
        analysis = _analysis(candidate, not guess)
        if analysis not in best:
            best.append(analysis)
            if len(best) == 4:
                break
    return best


class Candidate(NamedTuple):
    """A parse, the stem as written and as dictionaries write it, its chain and extensions, and how well it is known:
    2 for a listed stem, 1 for one made of a listed stem, 0 for neither."""

    parse: Parse
    surface: str
    stem: str
    chain: tuple[str, ...]
    extensions: tuple[str, ...]
    known: int


def _listed(form: str, ways: list[tuple[Ways, str]]) -> list[Candidate]:
    """Readings whose stem is a row of the lexicon."""
    if form in COMMANDS:
        stem, plural = COMMANDS[form]
        parse = spelled(Parse("imperative", "a", plural=plural))
        return [Candidate(parse, form.removesuffix(plural) if plural else form, stem, (stem,), (), 2)]
    surfaces = _surfaces()
    found = _possible([each for each in ways if each[1] in surfaces], 2)
    if not any(each.stem == "kua" for each in found):
        return found
    both = []
    for each in found:
        both.append(each)
        if each.stem == "kua" and each.parse.tense in ("past", "future", "perfect") and each.parse.object is None:
            # «alikua akisema»: alikuwa, as it is heard; likelier in news than growing
            both.append(each._replace(stem="wa", chain=("wa",), extensions=()))
    return both


def _possible(taken: list[tuple[Ways, str]], wanted: int) -> list[Candidate]:
    """Readings whose stem is known as well as wanted."""
    found = []
    for ways, surface in taken:
        for final, group in ways:
            for written in restored(surface, final):
                stem = _standard(written)
                chain, extensions, known = underived(stem)
                if known == wanted and (known or len(stem) > 3):
                    for parse in group:
                        if _takes(parse, surface, stem, known):
                            found.append(Candidate(parse, surface, stem, chain, extensions, known))
    return found


@cache
def _surfaces() -> frozenset[str]:
    """Every listed stem with each of its last vowels and in each of its spellings."""
    stems = set(entries())
    stems.update(form for form, standard in spellings().items() if standard in stems)
    # towa for toa, uwawa for uawa, ingiya for ingia
    stems.update(
        stem[:-1] + GLIDES[stem[-2]] + "a" for stem in list(stems) if stem[-1] == "a" and stem[-2:-1] in GLIDES
    )
    return frozenset(stems).union(stem[:-1] + vowel for stem in stems if stem[-1] == "a" for vowel in "ei")


GLIDES: Final = {"o": "w", "u": "w", "i": "y", "e": "y"}
"""What is also written between a stem's last two vowels."""


def _takes(parse: Parse, surface: str, stem: str, known: int) -> bool:
    """Whether such prefixes can stand before the stem."""
    if (parse.ku or parse.marker == "kw" and parse.tense == "past") and stem not in MONOSYLLABIC:
        return False
    if parse.object is not None and stem in INTRANSITIVE or parse.before and len(surface) < 4:
        return False
    if not known and (parse.ku or parse.tense == "imperative" or len(stem) < 4):
        return False
    # kutolewa: to be given out, not to not get drunk
    return not (parse.marker == "kuto" and underived("to" + stem)[2])


def _standard(stem: str) -> str:
    """The stem as dictionaries write it: towa → toa, uwawa → uawa."""
    if stem in spellings():
        return spellings()[stem]
    if stem.endswith(("owa", "uwa", "iya", "eya")) and stem not in ("kuwa", "pakuwa") and stem not in entries():
        plain = stem[:-2] + "a"
        return plain if plain in entries() else stem
    return stem


COMMANDS: Final = {"njoo": ("ja", ""), "njooni": ("ja", "ni"), "nenda": ("enda", ""), "nendeni": ("enda", "ni")}
"""The commands that are not made from the stem."""


def _rank(candidate: Candidate) -> tuple[int, ...]:
    """The lower, the likelier: few extensions to undo, a common paradigm, the longest stem."""
    parse, surface, stem, chain, _, known = candidate
    if not known:
        return (
            parse.tense in ("general", "imperative", "not-yet", "subjunctive"),
            parse.object is None and parse.tense != "infinitive",
            -len(stem),
        )
    # «hupigwa» is rather «is usually hit» than «you are not hit»
    addressed = parse.shown == "hu" and parse.tense == "present"
    if parse.tense == "general" and parse.object is not None and parse.object.prefix == "ku":
        addressed = True  # «nakujeruhi», I injure you, is two words written as one
    headline = parse.tense == "general" and parse.relative is None
    if headline and parse.shown == "ya" and not stem.endswith("a"):
        headline = False  # «yaishutumu»: as good as a subjunctive
    listed = entries()
    undone = next((n for n, each in enumerate(chain) if each in listed), 0)
    return (
        undone,
        headline or addressed or bool(parse.before) or parse.tense in ("imperative", "not-yet"),
        parse.object is not None and not _takes_object(chain[undone]),
        parse.shown in ("ku", "pa") and parse.relative is None and parse.tense != "infinitive",
        parse.object is not None,
        parse.tense == "subjunctive" and not stem.endswith("a"),  # anakiri: admits, rather than may he nakiri
        -len(surface) - 1 if stem == "wa" and len(surface) > 2 else -len(stem),  # «alikua» is rather alikuwa
        parse.tense == "subjunctive",
    )


def _takes_object(lemma: str) -> bool:
    """«kulipiga» is to hit it, «kulitokea» there happened: «tokea» takes no object."""
    entry = entries().get(lemma)
    return entry is None or not entry.frame or any(each.startswith("object") for each in entry.frame)


def _analysis(candidate: Candidate, known: bool) -> Analysis:
    parse, surface, stem, chain, extensions, _ = candidate
    reflexive = parse.object is not None and parse.object.prefix == "ji"
    verb = Verb(
        subject=parse.subject,
        tense=parse.tense,
        negative=parse.negative,
        relative=parse.relative,
        object=None if reflexive else parse.object,
        reflexive=reflexive,
        stem=stem,
        chain=chain,
        extensions=extensions,
    )
    entry = entries().get(chain[0]) or entries().get(chain[-1])
    subject = parse.subject
    return Analysis(
        upos="AUX" if stem == "wa" and parse.tense != "infinitive" else "VERB",
        lemma=stem,
        classes=subject.classes if subject else frozenset(),
        noun_class=15 if parse.tense == "infinitive" else None,
        plural=subject.plural if subject else False,
        gloss=entry.gloss if entry else "",
        opening=parse.opening,
        verb=verb,
        guess=not known,
        stem=surface,
        closing=parse.closing,
    )


CLUSTERS: Final = (
    "mb mp mv nd ng nj nz nt nk ch sh th dh gh kh ny bw fw gw hw kw lw mw nw pw rw sw tw vw yw zw jw dw g' n' 'w ms mt"
    " mk mf mz ml md mn st sk sp lt ft ks kt hk ht lk rk rt br tr kr fr dr"
).split()
FOREIGN: Final = re.compile(f"(?!{'|'.join(CLUSTERS)})[^aeiou][^aeiou]|o$")
"""What no stem of a Swahili verb has: a cluster that the language lacks, or its last vowel. Its syllables are open."""
