"""The clause around each verb: subject by agreement, objects, prepositional phrases, what governs it.

«Maafisa wa Marekani wameishtumu Pyongyang kwa kuipatia Russia silaha» has two predicates: «wameishtumu» with its
subject and the object «Pyongyang», and «kuipatia», governed by it through «kwa», with two objects.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from matukio.swahili.analysis import Agreement, Verb
from matukio.swahili.extensions import entries
from matukio.swahili.phrases import NounPhrase, category, former_at, phrase_at
from matukio.swahili.text import Sentence, Text
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import read_table


@dataclass(frozen=True, slots=True)
class Preposition:
    phrase: str
    sense: str


@dataclass(frozen=True, slots=True)
class Oblique:
    """A preposition with its phrase; `preposition` is the whole of it («dhidi ya»), `sense` as in prepositions.tsv."""

    preposition: str
    sense: str
    first: int
    phrase: NounPhrase


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group and what belongs to it; all positions are word indices into the text.

    `first` … `last` - 1 are the verbs (alikuwa akisema), `main` the one that names the act. `subjects` are the phrases
    that the prefix agrees with (several when joined by «na»), empty when the subject is dropped or the verb has none of
    its own. `governor` is the position in the sentence's list of the predicate that an infinitive depends on, `link`
    the word before it («kwa», «ya», …) or "". `relative_head` is the phrase that a relative verb describes.
    """

    first: int
    main: int
    last: int
    verb: Verb
    outer: Verb
    """The group's first verb: it carries tense and negation."""
    subjects: tuple[NounPhrase, ...] = ()
    objects: tuple[NounPhrase, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    marker: str = ""
    governor: int | None = None
    link: str = ""
    relative_head: NounPhrase | None = None
    inverted: bool = False
    """The subject follows: «…,» amesema Moussa."""

    @property
    def subject_is_head(self) -> bool:
        """A relative clause whose head is its subject: wanajeshi walioshambulia."""
        return self.relative_head is not None and self.subjects == (self.relative_head,)


@cache
def _prepositions() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word → (words, sense), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table(files(__package__) / "prepositions.tsv", Preposition):
        words = tuple(row.phrase.split())
        found.setdefault(words[0], []).append((words, row.sense))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


SUBORDINATORS = frozenset(
    (
        "kwamba kuwa kama ikiwa iwapo endapo ili kwani wakati huku ingawa ijapokuwa licha hata pindi mara baada kabla"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence taken apart: its predicates, every noun phrase and every prepositional phrase, in order."""

    sentence: Sentence
    predicates: tuple[Predicate, ...]
    phrases: tuple[NounPhrase, ...]
    obliques: tuple[Oblique, ...]


ADVERBIAL = frozenset(
    (
        "kusini kaskazini mashariki magharibi jana leo juzi kesho jumatatu jumanne jumatano alhamisi ijumaa jumamosi"
        " jumapili mwaka mwezi wiki siku saa tarehe"
    ).split()
)
"""Heads of phrases that say where or when, with no preposition: they are nobody's object."""


def parse(sentence: Sentence) -> Clauses:
    """The predicates and phrases of a sentence."""
    text, first, last = sentence.of, sentence.first, sentence.last
    groups = _verb_groups(text, first, last)
    starts = {group[0] for group in groups}
    phrases, obliques = _chunks(text, first, last, starts)
    found: list[Predicate] = []
    for number, (begin, main, end) in enumerate(groups):
        verb, outer = _verb(text, main), _verb(text, begin)
        upto = groups[number + 1][0] if number + 1 < len(groups) else last
        after = [p for p in phrases if end <= p.first < upto]
        predicate = Predicate(
            begin, main, end, verb, outer,
            objects=_objects(text, after, obliques, end, upto),
            obliques=tuple(o for o in obliques if end <= o.first < upto),
            marker=_marker(text, begin, first, phrases),
        )  # fmt: skip
        before = [p for p in phrases if p.last <= begin]
        predicate = _with_subject(text, predicate, before, obliques, found, first)
        found.append(predicate)
    return Clauses(sentence, tuple(found), tuple(phrases), tuple(obliques))


def _verb(text: Text, index: int) -> Verb:
    verb = VOCABULARY.analyses(text.types[index])[0].verb
    assert verb is not None
    return verb


def _verb_groups(text: Text, first: int, last: int) -> list[tuple[int, int, int]]:
    """(first, main, last) of each run of verbs that is one: an auxiliary «kuwa» and the verb after it."""
    groups = []
    index = first
    while index < last:
        kind = category(text, index)
        if kind not in "VI" or (kind == "V" and former_at(text, index, last)):
            index += 1
            continue
        begin = index
        verb = _verb(text, index)
        while (
            verb.stem == "wa" and index + 1 < last and category(text, index + 1) == "V"
            and _verb(text, index + 1).relative is None
        ):  # fmt: skip
            index += 1
            verb = _verb(text, index)
        groups.append((begin, index, index + 1))
        index += 1
    return groups


def _chunks(text: Text, first: int, last: int, verbs: set[int]) -> tuple[list[NounPhrase], list[Oblique]]:
    """All noun phrases from left to right, and those that stand after a preposition."""
    phrases: list[NounPhrase] = []
    obliques: list[Oblique] = []
    index = first
    pending: tuple[int, str, str] | None = None
    while index < last:
        if index in verbs:
            pending = None
            index += 1
            continue
        matched = _preposition(text, index, last)
        if matched is not None:
            size, phrase_words, sense = matched
            pending = (index, phrase_words, sense)
            index += size
            continue
        phrase = phrase_at(text, index, last)
        if phrase is None:
            if category(text, index) == ",":
                pending = None
            index += 1
            continue
        phrases.append(phrase)
        if pending is not None:
            obliques.append(Oblique(pending[1], pending[2], pending[0], phrase))
            pending = None
        index = max(phrase.last, index + 1)
    return phrases, obliques


def _preposition(text: Text, index: int, last: int) -> tuple[int, str, str] | None:
    for words, sense in _prepositions().get(VOCABULARY.lowers[text.types[index]], ()):
        if index + len(words) <= last and all(
            VOCABULARY.lowers[text.types[index + k]] == word for k, word in enumerate(words)
        ):
            return len(words), " ".join(words), sense
    return None


def _objects(
    text: Text, after: list[NounPhrase], obliques: list[Oblique], end: int, upto: int
) -> tuple[NounPhrase, ...]:
    """The phrases right after the verb, at most two, with adverbs allowed before them and nothing else."""
    oblique_starts = {o.phrase.first for o in obliques}
    found: list[NounPhrase] = []
    at = end
    for phrase in after:
        if phrase.first in oblique_starts or VOCABULARY.lowers[text.types[phrase.head]] in ADVERBIAL:
            break
        between = [category(text, i) for i in range(at, phrase.first)]
        if any(kind != "B" for kind in between):
            break
        found.append(phrase)
        at = phrase.last
        if len(found) == 2:
            break
    return tuple(found)


def _marker(text: Text, begin: int, first: int, phrases: list[NounPhrase]) -> str:
    """The subordinator that opens the clause: right before the verb or before its subject."""
    index = begin - 1
    for phrase in reversed(phrases):
        if phrase.last == begin:
            index = phrase.first - 1
            break
    if index >= first and VOCABULARY.lowers[text.types[index]] in SUBORDINATORS:
        return VOCABULARY.lowers[text.types[index]]
    return ""


def _with_subject(
    text: Text,
    predicate: Predicate,
    before: list[NounPhrase],
    obliques: list[Oblique],
    earlier: list[Predicate],
    first: int,
) -> Predicate:
    """The predicate with its subject, relative head or governor."""
    outer = predicate.outer
    if outer.tense == "infinitive":
        return _with_governor(text, predicate, earlier)
    if outer.relative is not None and before and _adjoins(text, before[-1], predicate.first):
        head = _head_for(text, before[-1], outer.relative)
        if head is not None:
            predicate = replace(predicate, relative_head=head)
            if (
                outer.subject is not None
                and outer.subject.classes & outer.relative.classes
                and _agrees(head, outer.subject)
            ):
                return replace(predicate, subjects=(head,))
            return predicate
    subject = outer.subject
    if subject is None or subject.person != 3:
        return predicate
    local = earlier[-1].last if earlier else first
    for number in range(len(before) - 1, -1, -1):
        phrase = before[number]
        if phrase.first < local and (known := _same_prefix(earlier, subject)):
            # «Rais …, akisema ameamuru»: nothing nearer agrees, so the prefix means whom it meant before
            return replace(predicate, subjects=known)
        if _is_relative_pronoun(text, phrase):
            if phrase.last <= (earlier[-1].first if earlier else first):
                continue  # its clause is over
            head = _head_for(text, before[number - 1], subject) if number else None
            if head is not None and _agrees(phrase, subject):
                return replace(predicate, subjects=(head,), relative_head=head)
            if number:
                predicate = replace(predicate, relative_head=before[number - 1])
            continue
        group = _coordination(text, before, number)
        if not (_agrees_together(group, subject) if len(group) > 1 else _agrees(phrase, subject)):
            continue
        if not _blocked(text, group[0], phrase, predicate, obliques, earlier):
            return replace(predicate, subjects=tuple(group))
    return _inverted(text, predicate, subject)


def _same_prefix(earlier: list[Predicate], subject: Agreement) -> tuple[NounPhrase, ...]:
    """The subjects of the nearest earlier predicate whose prefix stands for the same classes."""
    for other in reversed(earlier):
        if other.subjects and other.outer.subject is not None and other.outer.subject.classes == subject.classes:
            return other.subjects
    return ()


def _is_relative_pronoun(text: Text, phrase: NounPhrase) -> bool:
    """ambaye, ambao, ambayo …"""
    return VOCABULARY.lowers[text.types[phrase.first]].startswith("amba") and phrase.last == phrase.first + 1


def _with_governor(text: Text, predicate: Predicate, earlier: list[Predicate]) -> Predicate:
    if not earlier:
        return predicate
    link = ""
    if category(text, predicate.first - 1) in "EC":
        link = VOCABULARY.lowers[text.types[predicate.first - 1]]
    governor = len(earlier) - 1
    if text.string[text.starts[predicate.first - 1]] == ",":
        # «Wanamshutumu Bozize, aliyezuiwa kushiriki, kuwaunga mkono waasi»: past the relative clause
        governor = next(
            (n for n in range(governor, -1, -1) if earlier[n].verb.finite and earlier[n].relative_head is None),
            governor,
        )
    return replace(predicate, governor=governor, link=link)


def _adjoins(text: Text, phrase: NounPhrase, verb: int) -> bool:
    """Nothing but adverbs, a comma or «amba-» stands between a head and its relative verb."""
    return all(category(text, i) in "B,RSJE" for i in range(phrase.last, verb)) and verb - phrase.last <= 3


def _head_for(text: Text, phrase: NounPhrase, agreement: Agreement) -> NounPhrase | None:
    """The part of a phrase that a relative prefix agrees with: the whole, or the complement nearest the verb."""
    if _agrees(phrase, agreement):
        return phrase
    for index in range(phrase.last - 1, phrase.head, -1):
        if category(text, index) in "NP":
            inner = phrase_at(text, index, phrase.last)
            if inner is not None and _agrees(inner, agreement):
                return inner
    return None


def _agrees(phrase: NounPhrase, agreement: Agreement) -> bool:
    classes = phrase.classes
    return bool(classes & agreement.classes) or (not classes and not phrase.name)


def _agrees_together(group: list[NounPhrase], agreement: Agreement) -> bool:
    """Joined phrases: people take wa-, things zi- or vi-; names of countries either."""
    if 2 in agreement.classes:
        return any(p.name or p.classes & {1, 2} for p in group)
    return bool(agreement.classes & {8, 10, 6}) and not all(p.classes <= {1, 2} for p in group)


def _coordination(text: Text, before: list[NounPhrase], number: int) -> list[NounPhrase]:
    """The phrase with those joined to it on its left by «na», «pamoja na» or commas before an «na»."""
    group = [before[number]]
    joined = False
    while number > 0:
        gap = [VOCABULARY.lowers[text.types[i]] for i in range(before[number - 1].last, group[0].first)]
        if gap == ["na"] or gap == [",", "na"] or gap == ["pamoja", "na"]:
            joined = True
        elif not (joined and gap == [","]):
            break
        number -= 1
        group.insert(0, before[number])
    return group if joined else [before[number] if not joined else group[-1]]


def _blocked(
    text: Text,
    leftmost: NounPhrase,
    phrase: NounPhrase,
    predicate: Predicate,
    obliques: list[Oblique],
    earlier: list[Predicate],
) -> bool:
    """A phrase cannot be the subject when it stands after a preposition, in a quotation or as an earlier object."""
    if any(o.phrase == leftmost for o in obliques):
        return True
    if any(
        text.string[text.starts[i]] in '”»"' and text.string[text.starts[i - 1]] in ",.!?…"
        for i in range(phrase.last + 1, predicate.first)
    ):
        return True  # it stands in a quotation that has ended
    previous = earlier[-1] if earlier else None
    if previous is not None and _takes_clause(previous.verb) and phrase.last == predicate.first:
        return False  # «alisema hatua hiyo itasaidia»
    if previous is not None and previous.last <= leftmost.first:
        gap = [category(text, i) for i in range(phrase.last, predicate.first)]
        crossing = any(text.string[text.starts[i]] in ",;:" for i in range(previous.last, leftmost.first))
        if (
            leftmost in previous.objects
            and not crossing
            and not predicate.marker
            and previous.relative_head is None
            and "S" not in gap
        ):
            # «walishambulia kijiji na kuua»: an object stays one, unless the next verb agrees with nothing else
            return previous.outer.tense != "copula" and not (
                predicate.outer.relative or predicate.outer.tense == "situational"
            )
    return False


def _takes_clause(verb: Verb) -> bool:
    return any("clause" in entry.frame for lemma in verb.chain if (entry := entries().get(lemma)))


def _inverted(text: Text, predicate: Predicate, subject: Agreement) -> Predicate:
    """A subject after its verb: only where the clause begins with the verb, after a quotation or a comma."""
    if predicate.objects and text.string[text.starts[predicate.first - 1]] in "”\"»’',“" if predicate.first else False:
        phrase = predicate.objects[0]
        # «alisema Juma»: a word that is a name as well
        named = phrase.last - phrase.first == 1 and text.string[text.starts[phrase.first]].isupper()
        if (_agrees(phrase, subject) or named) and phrase.first == predicate.last:
            return replace(predicate, subjects=(phrase,), objects=predicate.objects[1:], inverted=True)
    return predicate
