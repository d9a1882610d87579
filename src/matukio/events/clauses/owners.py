"""What a time belongs to: the noun whose complement it is, or the verb that it stands with.

In «Polisi walisema Jumanne kwamba ghasia za Jumatatu zimekwisha» «Jumanne» belongs to «walisema», «Jumatatu» to
«ghasia».
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matukio.events.lexicon.triggers import Trigger
from matukio.frozen import quick_init
from matukio.record import Time
from matukio.swahili import Clauses, Predicate, Text, category


@dataclass(frozen=True, slots=True)
class Owner:
    """The word of the noun or the position of the predicate that a time belongs to; `opens` tells that the time stands
    before its predicate at the beginning of the clause, `bound` that it only bounds the act («tangu 2000»)."""

    noun: int | None
    predicate: int | None
    opens: bool = False
    bound: str = ""


quick_init(Owner)


VAGUE: Final = frozenset(
    "mapema mwishoni mwanzoni katikati mnamo hapo kuanzia takriban takribani ifikapo ilipofika katika kwenye".split()
)
"""Words between a time and what it belongs to: «ya mapema Jumatatu», «hapo Jumatatu»."""
BOUNDS: Final = frozenset("tangu toka hadi mpaka kabla baada".split())


def owner_of(text: Text, clauses: Clauses, time: Time) -> Owner:
    """What a time of the sentence belongs to; both None in a sentence without a verb."""
    first, last = text.indices_at(time.start, time.end)
    before = first - 1
    while before >= clauses.sentence.first and lower(text, before) in VAGUE:
        before -= 1
    bound = ""
    if before >= clauses.sentence.first:
        word = lower(text, before)
        if word == "ya" and lower(text, before - 1) in ("kati", "baina"):
            before -= 2  # «kati ya Juni 21 na Julai 12»
            word = lower(text, before)
        if category(text, before) == "C" and word not in ("mwa", "kwa", "na"):
            if lower(text, before - 1) in BOUNDS:
                bound = lower(text, before - 1)
            else:
                return Owner(_head(text, clauses, before), _before(clauses, first))
        if word in BOUNDS:
            bound = word
    noun = _apart(clauses, first)
    if noun is not None:
        return Owner(noun, _before(clauses, first))
    number, opens = _verb(text, clauses, first, last, before)
    return Owner(None, number, opens, bound)


def _head(text: Text, clauses: Clauses, connective: int) -> int | None:
    """The noun before a connective, past what modifies it: «shambulizi hilo la», «hotuba yake ya»."""
    index = connective - 1
    while index >= clauses.sentence.first and category(text, index) in "ADQB":
        index -= 1
    return index if index >= clauses.sentence.first else None


def _before(clauses: Clauses, word: int) -> int | None:
    return max((n for n, p in enumerate(clauses.predicates) if p.last <= word), default=None)


def _verb(text: Text, clauses: Clauses, first: int, last: int, before: int) -> tuple[int | None, bool]:
    """The predicate to which the time from word `first` to `last` - 1 belongs, and whether it opens its clause."""
    predicates = clauses.predicates
    earlier = [n for n, p in enumerate(predicates) if p.last <= first and not locates(p) and not qualifies(text, p)]
    later = [n for n, p in enumerate(predicates) if p.first >= last and _carries(p)]
    past = earlier[-1] if earlier else None
    if not later:
        return past, False
    coming = predicates[later[0]]
    if past is not None and any(lower(text, i) in ("kwamba", "kuwa") for i in range(last, coming.first)):
        return past, False  # «walimkamata mapema Jumatatu baada ya polisi kusema kuwa ana kesi»
    if past is None:
        return later[0], _breaks(text, clauses, before)
    if lower(text, first - 1) == "ifikapo" and coming.outer.tense == "future":
        return later[0], False  # «imesema ifikapo Juni itafunga kambi»
    here = predicates[past]
    between_subject = (
        bool(coming.subjects) and coming.subjects[-1].last <= before + 1 and here.last <= coming.subjects[0].first
    )
    closed = last < coming.first and text.string[text.starts[last]] == ","
    opened = before < clauses.sentence.first or text.string[text.starts[before]] == ","
    if closed and not opened and here.outer.relative is not None:
        return past, False  # «aliyezuru Togo wiki hii, amesema»
    if between_subject and first - coming.subjects[-1].last <= 3:
        return later[0], False
    adjoins = here.outer.relative is not None and last == coming.first
    lasting = here.outer.tense == "present" and coming.outer.tense in PASSING  # «chama kinachotawala Jumatatu kilisema»
    far = adjoins and (here.last < before - 1 or lasting)
    if _breaks(text, clauses, before) or far:
        gap = range(last, coming.first)
        if not any(category(text, i) == "S" or lower(text, i) in PARTING for i in gap):
            return later[0], True
    return past, False


PARTING: Final = frozenset("“ ” : ; baada huku kabla".split())
"""What parts a time from a later verb: «waliwasili, Jumatatu baada ya mapigano, huku wengine wameuawa»."""
PASSING: Final = frozenset(["past", "perfect", "future"])


APART: Final = frozenset("after before because for during since".split())
"""Senses of prepositions whose phrase is another happening: «baada ya uchaguzi wa Julai»."""


def _apart(clauses: Clauses, first: int) -> int | None:
    """The noun of another happening right before the time at word `first`: «wakati wa operesheni 2002»."""
    for oblique in clauses.obliques:
        last = oblique.phrase.last
        near = oblique.sense in APART and last <= first and (first <= last + 2 or _is_place(clauses, last, first))
        if near and not any(last <= p.first < first for p in clauses.predicates):
            return oblique.phrase.head
    return None


def _is_place(clauses: Clauses, first: int, last: int) -> bool:
    """Whether the words from `first` to `last` - 1 only say where: «operesheni mashariki mwa Togo, mwaka 2002»."""
    text = clauses.sentence.of
    last -= text.lowers[last - 1] == ","
    return any(
        first == o.first and o.phrase.last == last and (o.sense == "at" or o.phrase.head < last and not o.preposition)
        for o in clauses.obliques
    )


def qualifies(text: Text, predicate: Predicate) -> bool:
    """«shirika la kupigania uhuru»: an infinitive that only describes a noun."""
    first = predicate.first
    if predicate.outer.tense != "infinitive" or first < 2 or category(text, first - 1) != "C":
        return False
    return lower(text, first - 2) not in RELATING


def lower(text: Text, index: int) -> str:
    return text.lowers[index]


def _breaks(text: Text, clauses: Clauses, index: int) -> bool:
    """Whether a clause ends at the word: a conjunction, a quotation mark, a comma."""
    if index < clauses.sentence.first:
        return True
    return (
        category(text, index) in "S"
        or lower(text, index) in JOINING
        or text.string[text.starts[index]] in "“”\"‘’';:,(–"
    )


RELATING: Final = BOUNDS | frozenset("wakati sababu ajili badala mbali".split())
"""Words that with «ya» are prepositions: «kabla ya kuanza», «kwa ajili ya kuanza»."""
JOINING: Final = frozenset("na lakini ambapo ambako huku kwamba kuwa wakati pale".split())


def locates(predicate: Predicate) -> bool:
    """«kijiji kilichoko Kaduna», «watu wasiopungua kumi», «ifikapo Julai»: a time after it belongs to another verb."""
    outer = predicate.outer
    if outer.tense == "situational" and predicate.verb.stem == "wa":
        return True  # «akiwa mgombea»
    return outer.relative is not None and (predicate.verb.stem in ("wa", "fika") or outer.tense == "general")


def _carries(predicate: Predicate) -> bool:
    """Whether a verb can be the one that a time before it belongs to: no relative, no infinitive, no «-ki-»."""
    return predicate.outer.relative is None and predicate.outer.tense not in ("infinitive", "situational")


def describes(predicate: Predicate, trigger: Trigger) -> bool:
    """Whether the verb is a relative one of the trigger; «mapinduzi yaliofanyika» does not agree as it should."""
    head, phrase = predicate.relative_head, trigger.phrase
    if head is None and predicate.outer.relative is not None and phrase is not None:
        return phrase.last == predicate.first
    return head is not None and head.first <= trigger.word < head.last
