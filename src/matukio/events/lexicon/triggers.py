"""The words of a text that may name an act: verbs, event nouns, and verbs with their noun («alifanya ziara»).

«Rais wa Ghana alifanya ziara mjini Lima.» has one trigger, «ziara», a phrase of «alifanya».
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.claims.sentences.cues import cue_rows
from matukio.events.lexicon.acts import NAMINGS, Act, names_of, namings, wanted_in
from matukio.frozen import quick_init
from matukio.references import Discourse
from matukio.swahili import Clauses, NounPhrase, Predicate, Text, category, phrase_at
from matukio.swahili.connectives import CONNECTIVES_AND_KWA
from matukio.swahili.vocabulary import VOCABULARY

REACH: Final = 6
"""How many words after its verb the rest of a phrase may end: «ametia, kwa niaba ya nchi yake, saini»."""

COPULAS: Final = frozenset({"wa", "wapo", "wa na"})
"""What is said with «be» follows at once: «iko tayari», but not «alikuwa … tayari»."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may name an act, with the senses to try in order.

    `word` is the word that names the act best; `first` … `last` - 1 are all of its words. A verb's `predicate` is its
    own, a noun's the one whose subject or object it is (`slot`), as positions in the sentence's predicates. `step`
    counts the extensions to drop from the verb's stem to reach the lexicon's; `phrase` is the noun with what follows.
    """

    sentence: int
    word: int
    first: int
    last: int
    senses: tuple[Act, ...]
    verb: bool
    step: int = 0
    predicate: int | None = None
    slot: str = ""
    phrase: NounPhrase | None = None


quick_init(Trigger)


def find_triggers(discourse: Discourse, sentence: int) -> list[list[Trigger]]:
    """The triggers of a sentence in text order, those that share a word together in the order to try them."""
    text, clauses = discourse.text, discourse.clauses[sentence]
    first = clauses.sentence.first
    types = text.types[first : clauses.sentence.last]
    ways = NAMINGS.of(types)
    if not any(ways):
        return []
    wanted = wanted_in(types)
    own = {p.main: k for k, p in enumerate(clauses.predicates)}
    turned = _turned_round(discourse, clauses, sentence, wanted)
    triggers: list[list[Trigger]] = []
    for offset, options in enumerate(ways):
        index = first + offset
        round_it = turned.get(index, []) if turned else []
        if not options and not round_it:
            continue
        found: list[Trigger] = []
        for naming in options:
            senses = [act for act in naming.acts if not act.beside or not act.beside.isdisjoint(wanted)]
            if senses and naming.verb:
                found += _of_verb(discourse, clauses, sentence, index, own.get(index), senses, naming.step, wanted)
            elif senses:
                found += _of_noun(discourse, clauses, sentence, index, senses)
        if round_it:
            named = {act.type for naming in options if not naming.verb for act in naming.acts}
            before = [trigger for trigger in round_it if trigger.senses[0].type not in named]
            found = before + found + [trigger for trigger in round_it if trigger.senses[0].type in named]
        if found:
            triggers.append(found)
    return triggers


def _of_verb(
    discourse: Discourse,
    clauses: Clauses,
    sentence: int,
    index: int,
    predicate: int | None,
    senses: list[Act],
    step: int,
    wanted: set[str],
) -> list[Trigger]:
    """The verb's phrases whose words follow it, then the verb by itself. `wanted` are the names of the sentence's words
    that an act may want beside its own."""
    found: list[Trigger] = []
    if predicate is None:
        return found
    limit = -1
    for act in senses:
        if not act.rest:
            found.append(Trigger(sentence, index, index, index + 1, (act,), True, step, predicate))
            continue
        if act.rest[0] not in wanted or not wanted.issuperset(act.rest):
            continue
        if limit < 0:
            limit = _limit(clauses, predicate)
        reach = 0 if act.lemma in COPULAS else REACH
        at = _rest_at(discourse, act.rest, index + 1, min(limit, index + 1 + reach + len(act.rest)))
        if at is None:
            continue
        noun = next((i for i in at if category(discourse.text, i) == "N"), index)
        found.append(Trigger(sentence, noun, index, at[-1] + 1, (act,), True, step, predicate))
    return found


def _turned_round(discourse: Discourse, clauses: Clauses, sentence: int, wanted: set[str]) -> dict[int, list[Trigger]]:
    """Phrases in the passive, by their noun, which is the subject then: «vikwazo vimeondolewa», «mashtaka yaliyofutwa».
    Where the noun is not what the verb is done to, «amemsimamisha kazi», there is none."""
    found: dict[int, list[Trigger]] = {}
    text = discourse.text
    for number, predicate in enumerate(clauses.predicates):
        if not predicate.verb.passive:
            continue
        phrase = predicate.subjects[-1] if predicate.subjects else predicate.relative_head
        if phrase is None or not predicate.subjects and not predicate.subject_is_head:
            continue
        names = names_of(text.types[phrase.head])
        if not LIGHT.isdisjoint(predicate.verb.chain):
            continue
        for naming in namings(text.types[predicate.main]):
            if not naming.verb or not naming.step:
                continue
            for act in naming.acts:
                if not act.rest or act.rest[0] not in names or act.roles.get("object") == "recipient":
                    continue
                if act.beside and act.beside.isdisjoint(wanted) or not _follow(text, act.rest[1:], phrase):
                    continue
                word, main = phrase.head, predicate.main
                found.setdefault(word, []).append(
                    Trigger(sentence, word, main, main + 1, (act,), True, naming.step, number)
                )
    return found


LIGHT: Final = frozenset(
    "anzisha endesha fanya fikia fungua itisha panga peleka tekeleza toa tuma tumia wasilisha weka".split()
)
"""Verbs whose noun says by itself what is done: «uchunguzi uliofanywa», «amri iliyotolewa»."""


def _follow(text: Text, words: tuple[str, ...], phrase: NounPhrase) -> bool:
    """Whether the words stand in the phrase after its head: «mabomu ya machozi»."""
    at = phrase.head + 1
    for word in words:
        place = next((i for i in range(at, phrase.last) if word in names_of(text.types[i])), None)
        if place is None:
            return False
        at = place + 1
    return True


def _limit(clauses: Clauses, predicate: int) -> int:
    """Where the reach of a predicate ends: the next finite verb that does not describe one of its phrases."""
    for later in clauses.predicates[predicate + 1 :]:
        if later.outer.tense != "infinitive" and later.outer.relative is None:
            return later.first
    return clauses.sentence.last


def _rest_at(discourse: Discourse, rest: tuple[str, ...], start: int, limit: int) -> tuple[int, ...] | None:
    """The places of a phrase's other words, in order, between `start` and `limit`; None when one is missing."""
    found: list[int] = []
    text = discourse.text
    for word in rest:
        at = next((i for i in range(start, limit) if word in names_of(text.types[i])), None)
        if at is None or at > start and _describes(text, at) and not (found and at == start + 1):
            return None  # «mabomu ya machozi» are two words of the phrase
        if any(text.string[text.starts[i]] in '.;:“”"' or category(text, i) in "VI" for i in range(start, at)):
            return None  # «iliwafukuza waandishi waliokuwa wanafanya kazi» is no «fukuza kazi»
        found.append(at)
        start = at + 1
    return tuple(found)


def _describes(text: Text, noun: int) -> bool:
    """«nguvu ya ulinzi», «mataifa yenye nguvu»: the noun is no object but tells more of the word before it."""
    before = text.lowers[noun - 1]
    if before == "na" and text.lowers[noun - 2] == "karibu":
        return True  # «itaiweka Togo karibu na kambi»
    return category(text, noun - 1) == "C" or before.endswith("enye") or before in ABOUT


ABOUT: Final = frozenset(["kufuatia", "kuhusu"])
"""«hajatoa tamko kuhusu madai hayo» is no «toa madai»."""


def _of_noun(discourse: Discourse, clauses: Clauses, sentence: int, index: int, senses: list[Act]) -> list[Trigger]:
    text, last = discourse.text, clauses.sentence.last
    for predicate in clauses.predicates:
        if predicate.first <= index < predicate.last:
            return []
    senses = [act for act in senses if not act.rest or _goes_on(text, act.rest, index + 1, last)]
    if not senses:
        return []
    phrase = phrase_at(text, index, last) or NounPhrase(index, index, index + 1, frozenset(), False)
    number, slot = _governing(clauses, index)
    return [
        Trigger(sentence, index, index, index + 1 + len(act.rest), (act,), False, 0, number, slot, phrase)
        for act in senses
    ]


def _goes_on(text: Text, words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the other words of a noun's phrase follow it."""
    return all(first + k < last and _is_word(text.types[first + k], word) for k, word in enumerate(words))


PLACES: Final = frozenset({16, 17, 18})
"""The classes of place: «kumezuka ghasia»."""


def _exists(predicate: Predicate, index: int) -> bool:
    """«kulitokea vurugu», «kumezuka mapigano»: with a subject of place the noun after the verb is what there is."""
    subject = predicate.outer.subject
    there = subject is not None and not predicate.subjects and bool(subject.classes & PLACES)
    return there and predicate.objects[0].head == index


def _is_word(type_id: int, word: str) -> bool:
    """Whether a word is that of a noun's phrase; «shambulizi la mtandao» has «ya» in the plural."""
    joins = word in CONNECTIVES_AND_KWA and VOCABULARY.lowers[type_id] in CONNECTIVES_AND_KWA
    return joins or word in names_of(type_id)


def _governing(clauses: Clauses, index: int) -> tuple[int | None, str]:
    """The predicate whose subject, object or prepositional phrase is headed by the noun at `index`."""
    nearest: tuple[int | None, str] = (None, "")
    for number, predicate in enumerate(clauses.predicates):
        if predicate.subjects and any(phrase.head == index for phrase in predicate.subjects):
            return number, "subject"
        if predicate.objects and any(phrase.head == index for phrase in predicate.objects):
            if not _takes_clauses().isdisjoint(predicate.verb.chain):
                own = _own_verb(clauses, number, index)
                if own is not None:
                    return own, "subject"
            return number, "subject" if _exists(predicate, index) else "object"
        if nearest[0] is not None:
            continue
        if predicate.relative_head is not None and predicate.relative_head.head == index:
            nearest = number, "relative"
        elif predicate.obliques:
            prepositions = [o.preposition for o in predicate.obliques if o.phrase.head == index]
            if prepositions:
                nearest = number, "na" if "na" in prepositions else "oblique"
    return nearest


@cache
def _takes_clauses() -> frozenset[str]:
    return frozenset(row.lemma for row in cue_rows() if row.pos == "verb" and "clause" in row.frame)


def _own_verb(clauses: Clauses, telling: int, index: int) -> int | None:
    """The future verb after one of saying whose subject the noun is: «amesema mkutano utafanyika»."""
    for number in range(telling + 1, len(clauses.predicates)):
        predicate = clauses.predicates[number]
        if predicate.outer.tense == "infinitive" or predicate.outer.relative is not None:
            continue
        future = predicate.outer.tense == "future"
        return number if future and any(phrase.head == index for phrase in predicate.subjects) else None
    return None
