"""The clause around each verb: subject by agreement, objects, prepositional phrases, what governs it.

«Maafisa wa Marekani wameishtumu Pyongyang kwa kuipatia Russia silaha» has two predicates: «wameishtumu» with its
subject and the object «Pyongyang», and «kuipatia», governed by it through «kwa», with two objects.
"""

from __future__ import annotations

from typing import Final

from matukio.swahili.analysis import Verb
from matukio.swahili.categories import categories
from matukio.swahili.chunks import chunks
from matukio.swahili.modifiers import counts_about
from matukio.swahili.naming import former_at
from matukio.swahili.phrases import NounPhrase
from matukio.swahili.predicates import Clauses, Predicate
from matukio.swahili.subjects import with_subject
from matukio.swahili.text import Sentence, Text

SUBORDINATORS: Final = frozenset(
    (
        "kwamba kuwa kama ikiwa iwapo endapo ili kwani wakati huku ingawa ijapokuwa licha hata pindi mara baada kabla"
    ).split()
)


ADVERBIAL: Final = frozenset(
    (
        "kusini kaskazini mashariki magharibi jana leo juzi kesho jumatatu jumanne jumatano alhamis alhamisi"
        " ijumaa jumamosi jumapili mwaka mwezi wiki siku saa tarehe"
    ).split()
)
"""Heads of phrases that say where or when, with no preposition: they are nobody's object."""


def parse(sentence: Sentence) -> Clauses:
    """The predicates and phrases of a sentence."""
    text, first, last = sentence.of, sentence.first, sentence.last
    groups = _verb_groups(text, first, last)
    phrases, obliques = chunks(text, first, last, {group[0] for group in groups})
    governed = {oblique.phrase.first for oblique in obliques}
    found: list[Predicate] = []
    count = 0
    for number, (begin, main, end) in enumerate(groups):
        upto = groups[number + 1][0] if number + 1 < len(groups) else last
        while count < len(phrases) and phrases[count].first < begin:
            count += 1
        before = phrases[:count]
        predicate = Predicate(
            begin, main, end, _verb(text, main), _verb(text, begin),
            objects=_objects(text, phrases, count, governed, end, upto),
            obliques=tuple([o for o in obliques if end <= o.first < upto]),
            marker=_marker(text, begin, first, before),
        )  # fmt: skip
        found.append(with_subject(text, predicate, before, obliques, found, first))
    return Clauses(sentence, tuple(found), tuple(phrases), tuple(obliques))


def _verb(text: Text, index: int) -> Verb:
    verb = text.likeliest[index].verb
    assert verb is not None
    return verb


def _verb_groups(text: Text, first: int, last: int) -> list[tuple[int, int, int]]:
    """(first, main, last) of each run of verbs that is one: an auxiliary «kuwa» and the verb after it."""
    groups: list[tuple[int, int, int]] = []
    letters = categories(text)
    for index in range(first, last):
        kind = letters[index]
        if kind not in "VI" or groups and index < groups[-1][2]:
            continue
        if kind == "V" and (former_at(text, index, last) or counts_about(text, index, last)):
            continue
        begin = index
        verb = _verb(text, index)
        while (
            verb.stem == "wa" and index + 1 < last and letters[index + 1] == "V"
            and _verb(text, index + 1).relative is None
        ):  # fmt: skip
            index += 1
            verb = _verb(text, index)
        groups.append((begin, index, index + 1))
    return groups


def _objects(
    text: Text, phrases: list[NounPhrase], number: int, governed: set[int], end: int, upto: int
) -> tuple[NounPhrase, ...]:
    """The phrases, from a number on, right after the verb that ends at `end` and before `upto`, at most two, with
    adverbs allowed before them and nothing else; `governed` are the first words of phrases after prepositions."""
    letters = categories(text)
    found: list[NounPhrase] = []
    at = end
    while number < len(phrases) and len(found) < 2:
        phrase = phrases[number]
        number += 1
        if phrase.first < end:
            continue
        if phrase.first >= upto or phrase.first in governed or text.lowers[phrase.head] in ADVERBIAL:
            break
        if any(letters[i] != "B" and text.lowers[i] != "nchini" for i in range(at, phrase.first)):
            break  # «waliwafukuza nchini wavuvi»
        found.append(phrase)
        at = phrase.last
    return tuple(found)


def _marker(text: Text, begin: int, first: int, before: list[NounPhrase]) -> str:
    """The subordinator that opens the clause: right before the verb or before its subject."""
    adjoins = before and before[-1].last == begin
    index = before[-1].first - 1 if adjoins else begin - 1
    lower = text.lowers[index] if index >= first else ""
    return lower if lower in SUBORDINATORS else ""
