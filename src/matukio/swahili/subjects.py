"""Whom a verb's prefix stands for: its subject by agreement, the head of its relative clause; what governs infinitives.

«Vikosi vya Kenya, kwa mujibu wa jeshi, vilishambulia kambi»: vi- agrees with «Vikosi», not with what is nearer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from matukio.swahili.analysis import Agreement
from matukio.swahili.barred import is_barred
from matukio.swahili.categories import DAYS, category
from matukio.swahili.chunks import Oblique
from matukio.swahili.phrases import NounPhrase, phrase_at
from matukio.swahili.predicates import Predicate
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY


def with_subject(
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
            predicate = predicate.tied(relative_head=head)
            if (
                outer.subject is not None
                and outer.subject.classes & outer.relative.classes
                and _agrees(head, outer.subject)
            ):
                return predicate.tied(subjects=(head,))
            if not _describes_people(predicate, head):
                return predicate
    subject = outer.subject
    if subject is None or subject.person != 3:
        return predicate
    local = next((p.last for p in reversed(earlier) if p.relative_head is None), first)
    for number in range(len(before) - 1, -1, -1):
        phrase = before[number]
        if phrase.first < local and (known := _same_prefix(text, earlier, subject)):
            # «Rais …, akisema ameamuru»: nothing nearer agrees, so the prefix means whom it meant before
            return predicate.tied(subjects=known)
        if _is_relative_pronoun(text, phrase):
            if phrase.last <= (earlier[-1].first if earlier else first):
                continue  # its clause is over
            head = _head_for(text, before[number - 1], subject) if number else None
            apart = number > 1 and any(o.phrase == before[number - 1] for o in obliques)
            if head is None and apart and text.string[text.ends[phrase.first - 2]] == ",":
                head = _head_for(text, before[number - 2], subject)  # «Wakenya kwenye Twitter, ambao walimshutumu»
            if head is not None and _agrees(phrase, subject):
                return predicate.tied(subjects=(head,), relative_head=head)
            if number:
                predicate = predicate.tied(relative_head=before[number - 1])
            continue
        if _is_year(text, phrase) or _is_day(text, phrase) or _is_age(text, phrase, subject):
            continue  # «Aprili 4, 2019, familia yake ilifungua kesi»
        if _takes_up(text, phrase, before[:number], earlier) or _is_listed(text, before, number, earlier):
            continue
        group = _coordination(text, before, number)
        if len(group) > 1 and not _agrees_together(text, group, subject) and phrase.last == predicate.first:
            group = [phrase]  # «limekataa ombi la Togo, na waziri wa Ghana amekataa»
        if not (_agrees_together(text, group, subject) if len(group) > 1 else _agrees(phrase, subject)):
            continue
        if not is_barred(text, group[0], phrase, predicate, obliques, earlier):
            return predicate.tied(subjects=tuple(group))
    for phrase in reversed(before) if 2 in subject.classes else ():  # «jeshi limesema wameua», of its people
        nearby = phrase.first >= local and _of_people(text, phrase)
        if nearby and not is_barred(text, phrase, phrase, predicate, obliques, earlier):
            return predicate.tied(subjects=(phrase,))
    return _inverted(text, predicate, subject)


def _describes_people(predicate: Predicate, head: NounPhrase) -> bool:
    """«Muungano unaoongozwa na baraza hilo, wanaopigana na waasi»: people are described, and no council."""
    subject, relative = predicate.outer.subject, predicate.outer.relative
    if subject is None or relative is None:
        return False
    return subject.classes == {2} and 2 in relative.classes and not head.name and 2 not in head.classes


def _same_prefix(text: Text, earlier: list[Predicate], subject: Agreement) -> tuple[NounPhrase, ...]:
    """The subjects of the nearest earlier predicate whose prefix stands for the same classes."""
    for other in reversed(earlier):
        aside = other.outer.tense == "situational" and any(_is_theirs(text, p) for p in other.subjects)
        if aside or not other.subjects or other.outer.subject is None:
            continue
        if other.outer.subject.classes == subject.classes:
            return other.subjects
    return ()


ALSO: Final = frozenset("naye nae nao nayo nalo nacho navyo nazo".split())
THEIRS: Final = frozenset(["wao", "yao"])


def _takes_up(text: Text, phrase: NounPhrase, before: list[NounPhrase], earlier: list[Predicate]) -> bool:
    """«wanasayansi nao wanataka», «waandamanaji, wengi wao wakiwa vijana, waliandamana»: words that take up the subject
    before them, the second in a clause of their own."""
    words = text.lowers[phrase.first : phrase.last]
    if words[0] in ALSO:
        return bool(before) and before[-1].last == phrase.first
    if phrase.first and VOCABULARY.lowers[text.types[phrase.first - 1]] == "mwao":
        return bool(before)  # «watu sita, miongoni mwao wanawake wawili, wamekamatwa»
    aside = any(phrase in p.subjects and p.outer.tense == "situational" for p in earlier)
    return aside and bool(before) and _is_theirs(text, phrase)


def _is_listed(text: Text, before: list[NounPhrase], number: int, earlier: list[Predicate]) -> bool:
    """«mataifa, ikiwemo Togo na Ghana, yametuma msaada»: the members of a group told before, which are listed."""
    if not earlier or not VOCABULARY.lowers[text.types[earlier[-1].first]].endswith(("kiwemo", "kiwamo")):
        return False
    begin = earlier[-1].last
    if not any(phrase.last <= earlier[-1].first for phrase in before):
        return False
    if number > 1 and _gap(text, before, number) == [","] and _gap(text, before, number - 1) == ["na"]:
        return False  # «wabunge, wakiwemo A na B, vyombo vya habari vimeripoti»: «na» closes the list
    while number > 0 and before[number].first > begin:
        gap = _gap(text, before, number)
        if not gap or not {",", "na"}.issuperset(gap):
            return False
        number -= 1
    return before[number].first == begin


def _gap(text: Text, before: list[NounPhrase], number: int) -> list[str]:
    """The words between a phrase and the one before it."""
    return text.lowers[before[number - 1].last : before[number].first]


def _is_theirs(text: Text, phrase: NounPhrase) -> bool:
    """«wengi wao», «baadhi yao»: some of those told before."""
    some = category(text, phrase.head) in "AQ" or text.lowers[phrase.head] == "baadhi"
    return some and text.lowers[phrase.last - 1] in THEIRS and phrase.last > phrase.first + 1


def _is_relative_pronoun(text: Text, phrase: NounPhrase) -> bool:
    """ambaye, ambao, ambayo …"""
    return text.lowers[phrase.first].startswith("amba") and phrase.last == phrase.first + 1


def _with_governor(text: Text, predicate: Predicate, earlier: list[Predicate]) -> Predicate:
    if not earlier:
        return predicate
    link = ""
    if category(text, predicate.first - 1) in "EC":
        link = text.lowers[predicate.first - 1]
    governor = len(earlier) - 1
    if text.string[text.starts[predicate.first - 1]] == "," and not _goes_on_listing(text, predicate, earlier[-1]):
        # «Wanamshutumu Bozize, aliyezuiwa kushiriki, kuwaunga mkono waasi»: past the relative clause
        governor = next(
            (n for n in range(governor, -1, -1) if earlier[n].verb.finite and earlier[n].relative_head is None),
            governor,
        )
    return predicate.tied(governor=governor, link=link)


def _goes_on_listing(text: Text, predicate: Predicate, before: Predicate) -> bool:
    """«Mensah, aliyefunga shule, kuwateka wapinzani na kuwakamata wavuvi»: infinitives of which «na» closes the list
    go on from the relative verb."""
    if before.outer.relative is None or not before.objects:
        return False
    for index in range(predicate.last, min(predicate.last + 7, len(text))):
        if category(text, index) == "I":
            return text.lowers[index - 1] == "na"
        if category(text, index) in "V,":
            return False
    return False


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


OF_PEOPLE: Final = frozenset(
    "jeshi majeshi kikosi vikosi kundi makundi kikundi vikundi muungano serikali chama vyama shirika mashirika"
    " familia".split()
)
"""Bodies that stand for their people: «jeshi la Togo na kundi hilo wameshambulia»."""


def _is_day(text: Text, phrase: NounPhrase) -> bool:
    """«ilitangaza Jumatano kwamba itatoa msaada», «walikutana Jumatano mjini Lomé»."""
    return text.lowers[phrase.head] in DAYS


def _is_age(text: Text, phrase: NounPhrase, subject: Agreement) -> bool:
    """«Juma Moussa, 45, alisema»: a number is no single person."""
    one = phrase.last == phrase.first + 1 and subject.classes == {1} and phrase.first > 0
    return one and text.lowers[phrase.first].isdigit() and text.lowers[phrase.first - 1] == ","


def _is_year(text: Text, phrase: NounPhrase) -> bool:
    """A year at the end of a date: «Aprili 4, 2019, …»."""
    if phrase.last != phrase.first + 1 or text.string[text.ends[phrase.first] :][:1] != ",":
        return False
    word = text.string[text.starts[phrase.first] : text.ends[phrase.first]]
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _of_people(text: Text, phrase: NounPhrase) -> bool:
    return text.lowers[phrase.head] in OF_PEOPLE


def _agrees_together(text: Text, group: list[NounPhrase], agreement: Agreement) -> bool:
    """Joined phrases: people take wa-, things zi- or vi-; names of countries either."""
    if 2 in agreement.classes:
        return any(p.name or p.classes & {1, 2} or _of_people(text, p) for p in group)
    return bool(agreement.classes & {8, 10, 6}) and not all(p.classes <= {1, 2} for p in group)


QUOTES: Final = frozenset('"“')
OWNED: Final = frozenset("lake wake wao yake yao zake".split())
JOINING: Final = (["na"], [",", "na"], ["pamoja", "na"], [",", "pamoja", "na"])


def _coordination(text: Text, before: list[NounPhrase], number: int) -> list[NounPhrase]:
    """The phrase with those joined to it on its left by «na», «pamoja na» or commas before an «na»."""
    group = [before[number]]
    joined = False
    while number > 0:
        gap = _gap(text, before, number)
        if gap[-1:] and gap[-1] in QUOTES and text.lowers[before[number].last - 1] in OWNED:
            gap = gap[:-1]  # «Juma na “genge lake”»
        if gap in JOINING:
            joined = True
        elif not (joined and gap == [","]):
            break
        if gap[-1] == "na" and _is_kept_object(text, before[number - 1]):
            break
        number -= 1
        group.insert(0, before[number])
    return group if joined else [before[number] if not joined else group[-1]]


def _is_kept_object(text: Text, phrase: NounPhrase) -> bool:
    """«wanaoungwa mkono na Togo»: what a passive keeps as its object, so that its «na» names who does it."""
    verb = text.likeliest[phrase.first - 1].verb if phrase.first else None
    return verb is not None and verb.passive and not phrase.name and not phrase.classes & {1, 2}


def _inverted(text: Text, predicate: Predicate, subject: Agreement) -> Predicate:
    """A subject after its verb: only where the clause begins with the verb, after a quotation or a comma."""
    if predicate.objects and text.string[text.starts[predicate.first - 1]] in "”\"»’',“" if predicate.first else False:
        phrase = predicate.objects[0]
        # «alisema Juma»: a word that is a name as well
        named = phrase.last - phrase.first == 1 and text.string[text.starts[phrase.first]].isupper()
        if (_agrees(phrase, subject) or named) and phrase.first == predicate.last:
            return replace(predicate, subjects=(phrase,), objects=predicate.objects[1:], inverted=True)
    return predicate
