"""Whose a verb is in its own clause: the phrase beside it that the grammar did not take for its subject.

«Kupitia mitandao ya kijamii Mbando alisema», «Makonda amekuwa», «kama anavyoeleza Mbando».
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from matukio.entities.lists import is_title
from matukio.entities.matching import peoples
from matukio.record import Entity
from matukio.swahili import Clauses, NounPhrase, Predicate, Text, category
from matukio.swahili.categories import DAYS, is_one_person
from matukio.swahili.extensions import entries
from matukio.swahili.vocabulary import VOCABULARY

PLACES: Final = frozenset({16, 17, 18})
"""Classes of relative marks that say where or when: «alipofika»."""
MARKS_AND_LINES: Final = '“”«»"\n'
BETWEEN: Final = frozenset("pia zaidi baadae baadaye naye nae nao nayo nalo tena sasa tayari hivi".split())
"""Words that may stand between a subject and its verb."""
OPENING: Final = frozenset(["tangu", "hadi"])
"""Prepositions that open a clause as well: «tangu Moussa auawe»; after a verb also «na wabunge walisema»."""
TIMES: Final = (
    frozenset("safari mwaka mwezi wiki siku saa miaka miezi masaa muda wakati mara kisha hatimaye".split()) | DAYS
)
PEOPLE: Final = frozenset({1, 2})
CONDITIONS: Final = frozenset("iwapo ikiwa endapo".split())
AGREEING: Final = {"PER": frozenset({1, 2}), "LOC": frozenset({9, 5, 2}), "ORG": frozenset({9, 5, 7, 2})}


def is_main(predicate: Predicate) -> bool:
    """A finite verb that depends on nothing."""
    outer = predicate.outer
    free = outer.finite and outer.tense != "situational" and outer.relative is None
    return free and predicate.relative_head is None and not predicate.marker


def is_object_relative(predicate: Predicate) -> bool:
    """«mkutano alioufanya»: the relative mark stands for something else than the subject."""
    outer = predicate.outer
    if outer.relative is None or outer.subject is None:
        return False
    return not outer.relative.classes <= PLACES and not outer.subject.classes & outer.relative.classes


def leads_up(predicate: Predicate) -> bool:
    """A verb whose sentence goes on with what the same person does: «Akihutubia taifa, …», «Alipofika, …», «Iwapo
    ataidhinishwa, …»."""
    outer = predicate.outer
    when = outer.relative is not None and outer.relative.classes <= PLACES
    return outer.tense == "situational" or when or predicate.marker in CONDITIONS


def meets_another(predicate: Predicate) -> bool:
    """A verb with a person told before as its object: «Alipofika, Moussa alimpokea»."""
    meant = predicate.verb.object
    return meant is not None and bool(meant.classes & PEOPLE) and not predicate.objects


def takes_clause(predicate: Predicate) -> bool:
    """A verb of saying or thinking: «alisema kwamba …»."""
    return any("clause" in entry.frame for lemma in predicate.verb.chain if (entry := entries().get(lemma)))


def _marks_and_lines(string: str) -> list[int]:
    """Where the marks of quotations and the ends of lines stand."""
    found: list[int] = []
    for mark in MARKS_AND_LINES:
        place = string.find(mark)
        while place >= 0:
            found.append(place)
            place = string.find(mark, place + 1)
    return sorted(found)


def quoted_words(text: Text) -> bytearray:
    """For each word 1 where it stands in quotation marks; a line's end closes them."""
    quoted = bytearray(len(text))
    string = text.string
    begin = inside = filled = 0
    for place in _marks_and_lines(string):
        mark = string[place]
        index = bisect_left(text.starts, place)
        if index == len(text):
            break
        if inside:
            quoted[filled:index] = b"\1" * (index - filled)
        filled = index
        opens = mark in "“«" or (mark == '"' and (place == 0 or string[place - 1].isspace()))
        if mark == "\n" or opens:
            inside, begin = int(opens), index
        else:
            if not inside:  # what was said goes on from the line before
                quoted[begin:index] = b"\1" * (index - begin)
            inside, begin = 0, index
    if inside:
        quoted[filled:] = b"\1" * (len(quoted) - filled)
    return quoted


def topic(text: Text, clauses: Clauses, names: tuple[Entity, ...], word: int) -> NounPhrase | None:
    """The person whose the phrase is that opens a sentence: «Hotuba ya Moussa … aliitoa», «Kwa upande wa Moussa, …»."""
    opening = next(iter(clauses.phrases), None)
    if opening is None or opening.last > word:
        return None
    oblique = next((o for o in clauses.obliques if o.phrase == opening), None)
    if oblique is not None and text.lowers[opening.head] != "upande":
        return None
    return person_in(text, opening, names)


def person_in(text: Text, phrase: NounPhrase, names: tuple[Entity, ...]) -> NounPhrase | None:
    """The one person named inside a phrase: «hotuba ya [Moussa]»."""
    start, end = text.starts[phrase.first], text.ends[phrase.last - 1]
    persons = [name for name in names if name.type == "PER" and start <= name.start < end]
    return phrase_of(text, persons[0]) if len(persons) == 1 else None


def named_before(text: Text, subjects: tuple[NounPhrase, ...], names: tuple[Entity, ...]) -> NounPhrase | None:
    """«[Juma Moussa], profesa wa sheria, anaeleza»: the name before what somebody is, which alone is the subject."""
    phrase = subjects[0]
    if len(subjects) > 1 or phrase.first < 2 or phrase.name:
        return None
    before = past_age(text, phrase.first)
    aged = before < phrase.first
    if text.string[text.starts[before - 1]] == ",":
        before -= 1
    elif not aged:
        return None
    end, last = text.ends[before - 1], text.ends[phrase.last - 1]
    name = next((n for n in names if n.end == end and n.type == "PER" and (n.sector is not None or aged)), None)
    another = any(n.type == "PER" and end < n.start < last for n in names)
    return phrase_of(text, name) if name is not None and not another and is_one_person(text, phrase.head) else None


def past_age(text: Text, word: int) -> int:
    """The word where an age before a word begins, past its comma: «[mwenye umri wa miaka 18,] raia wa Togo»."""
    if word == 0:
        return word
    comma = word - 1 if text.string[text.starts[word - 1]] == "," else word
    if comma < 3 or text.lowers[comma - 2] != "miaka":
        return word
    for age in (["mwenye", "umri", "wa", "miaka"], ["mwenye", "miaka"]):
        begin = comma - len(age) - 1
        if begin > 0 and text.lowers[begin : comma - 1] == age:
            return begin
    return word


def phrase_of(text: Text, name: Entity) -> NounPhrase:
    """A name as a phrase of its own."""
    first, last = text.indices_at(name.start, name.end)
    return NounPhrase(first, first, last, AGREEING[name.type], True)


def _stands_apart(text: Text, name: Entity) -> bool:
    """«Katika taarifa, Moussa alisema», «bila shaka China inasubiri»: a name after a comma or an adverb; a person also
    after another noun: «kupitia mitandao ya kijamii Moussa alisema»."""
    first = text.index_at(name.start)
    if first == 0:
        return False
    if text.string[text.starts[first - 1]] == "," or text.lowers[first - 1] == "shaka":
        return True
    apart = name.type == "PER" and category(text, first - 1) in "NA" and not is_title(text.lowers[first - 1])
    return apart and not is_one_person(text, first - 1)


def _past_adverbs(text: Text, word: int) -> int:
    """The word after which only «pia», «naye», «kwa mara nyingine» stand before a verb."""
    while word > 0 and text.lowers[word - 1] in BETWEEN:
        word -= 1
    if word > 2 and text.lowers[word - 2] == "mara":
        return word - 3 if text.lowers[word - 3] == "kwa" else word - 2
    return word


def _phrase_to(text: Text, clauses: Clauses, word: int) -> NounPhrase | None:
    """The phrase that ends at a word, past those after a preposition: «Moussa mjini Nairobi alisema»."""
    for _ in range(3):
        oblique = next((o for o in clauses.obliques if o.phrase.last == word), None)
        if oblique is None or oblique.preposition in OPENING:
            break
        if oblique.preposition == "na" and (
            oblique.first == clauses.sentence.first or any(p.last <= oblique.first for p in clauses.predicates)
        ):
            break
        word = oblique.first
    return next((phrase for phrase in clauses.phrases if phrase.last == word), None)


def _after_comma(text: Text, clauses: Clauses, predicate: Predicate) -> NounPhrase | None:
    """«Baada ya kukamatwa kwa Moussa, wafuasi wake waliandamana»: what stands after a name's comma right before a verb
    that agrees with it is no apposition."""
    agreement, at = predicate.outer.subject, predicate.first
    phrase = next((p for p in clauses.phrases if p.last == at and p.name), None)
    if phrase is None or agreement is None or not agreement.classes & PEOPLE or 1 in agreement.classes:
        return None
    comma = next((i for i in range(phrase.first + 1, at - 1) if text.string[text.starts[i]] == ","), None)
    if comma is None or category(text, comma + 1) != "N":
        return None
    readings = [a for a in VOCABULARY.analyses(text.types[comma + 1]) if a.upos == "NOUN" and a.animate and a.plural]
    return NounPhrase(comma + 1, comma + 1, at, agreement.classes, False) if readings else None


def _has_people(text: Text, phrase: NounPhrase) -> bool:
    """«tume ya maafisa»: a body with the people that it is made of."""
    readings = (a for i in range(phrase.head + 1, phrase.last) for a in VOCABULARY.analyses(text.types[i]))
    return any(a.upos == "NOUN" and a.animate and a.plural for a in readings)


def _of_those(clauses: Clauses, predicate: Predicate) -> NounPhrase | None:
    """«miongoni mwa maafisa waliongoza uasi»: those among whom somebody is, whose relative the writer cut short."""
    among = (o.phrase for o in clauses.obliques if o.preposition == "miongoni mwa" and o.phrase.last == predicate.first)
    phrase, agreement = next(among, None), predicate.outer.subject
    return phrase if phrase is not None and agreement is not None and phrase.classes & agreement.classes else None


def _people_before(text: Text, predicate: Predicate) -> NounPhrase | None:
    """«Waeritrea waliahidi»: a people right before its verb, which the grammar does not know as a noun."""
    index, agreement = predicate.first - 1, predicate.outer.subject
    if index < 0 or agreement is None or not agreement.classes & PEOPLE or category(text, index) == "N":
        return None
    known = peoples().at(text, index, index + 1)
    return NounPhrase(index, index, index + 1, agreement.classes, False) if known is not None else None


def _opening_to_comma(text: Text, clauses: Clauses, predicate: Predicate) -> NounPhrase | None:
    """«Mamlaka ya anga, imesema …»: the phrase that is all there is before a comma and the sentence's first verb."""
    comma = predicate.first - 1
    if clauses.predicates[0] is not predicate or comma < 1 or text.string[text.starts[comma]] != ",":
        return None
    phrase = next((p for p in clauses.phrases if p.last == comma), None)
    opens = phrase is not None and phrase.first == clauses.sentence.first
    agreement = predicate.outer.subject
    if phrase is None or agreement is None or not opens:
        return None
    things = not (phrase.classes | agreement.classes) & PEOPLE  # «mamlaka» is told in class 6 and in 9
    return phrase if things or phrase.classes & agreement.classes else None


def subject_beside(text: Text, clauses: Clauses, predicate: Predicate, names: tuple[Entity, ...]) -> NounPhrase | None:
    """The phrase right before a verb that the grammar found no subject for: a name that is a word as well («Makonda
    amekuwa»), a noun that the writer lets agree otherwise («video vimekuwa»)."""
    if predicate.subjects or predicate.outer.subject is None or predicate.outer.subject.person != 3:
        return None
    if predicate.outer.tense == "infinitive":
        return None
    people = _people_before(text, predicate) or _after_comma(text, clauses, predicate) or _of_those(clauses, predicate)
    if people is not None:
        return people
    at = _past_adverbs(text, predicate.first)
    beside = next((n for n in names if at and n.end == text.ends[at - 1] and _stands_apart(text, n)), None)
    if beside is not None and predicate.outer.subject.classes & AGREEING[beside.type]:
        return phrase_of(text, beside)
    phrase = _phrase_to(text, clauses, at) or _opening_to_comma(text, clauses, predicate)
    if phrase is None or (predicate.relative_head is not None and phrase.first <= predicate.relative_head.last):
        return None
    if any(phrase in other.objects and other.last == phrase.first for other in clauses.predicates):
        said = phrase.last < at and any(takes_clause(p) and p.last == phrase.first for p in clauses.predicates)
        agrees = phrase.classes & predicate.outer.subject.classes
        if phrase.last == at and 2 in predicate.outer.subject.classes and _has_people(text, phrase):
            told = any(takes_clause(p) and p.last == phrase.first for p in clauses.predicates)
            return phrase if told else None  # «alisema tume ya maafisa wataanza»
        if not (said and agrees) or text.lowers[phrase.last] == "kwa":
            return None  # «alisema wabunge katika kamati walikataa»: they are no object
    if text.lowers[phrase.head] in TIMES:
        return None
    covering = next((n for n in names if n.start <= text.starts[phrase.head] < n.end), None)
    if covering is not None:
        return phrase if predicate.outer.subject.classes & AGREEING[covering.type] else None
    return phrase if category(text, phrase.head) == "N" else None


def subject_after(text: Text, clauses: Clauses, predicate: Predicate, names: tuple[Entity, ...]) -> NounPhrase | None:
    """The person right after a relative verb: «kama anavyoeleza Moussa», «hotuba atakayotoa rais»."""
    agreement = predicate.outer.subject
    if not is_object_relative(predicate) or agreement is None or 1 not in agreement.classes:
        return None
    phrase = next((p for p in clauses.phrases if p.first == predicate.last), None)
    if phrase is None:
        return None
    end = text.ends[phrase.last - 1]
    somebody = any(n.type == "PER" and text.starts[phrase.first] <= n.start < end for n in names)
    return phrase if somebody and (phrase.name or 1 in phrase.classes) else None
