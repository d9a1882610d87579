"""When an act happened that is told beside another's time: what is done by announcing it, a meeting after which people
speak, what happened during something that is dated.

In «Rais alitangaza Jumatatu uamuzi wa kufunga mpaka» the closing has the day on which it was announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from matukio.events.clauses.meantime import completed
from matukio.events.clauses.scene import Scene
from matukio.events.dates.own import Dated, Told, nearest
from matukio.events.lexicon.acts import BODILY, is_called
from matukio.events.status.cue_verbs import BY_HAND, DECLARED
from matukio.rules import rule
from matukio.swahili import Oblique, Predicate


@rule(
    "date: of the announcement",
    "Rais wa Togo alitangaza Jumatatu uamuzi wa kufunga mpaka na Ghana.",
    "Ghana ilitangaza Jumatatu vikwazo dhidi ya Togo.",
    never=(
        "Polisi wa Togo walitangaza Jumatatu kukamatwa kwa wavuvi.",
        "Rais wa Togo alitangaza Jumatatu kwamba atafunga mpaka na Ghana.",
    ),
)
def date_of_announcement(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """What is done by announcing it is done on that day: «kufunga mpaka», «vikwazo», not «kukamatwa» by others, nor
    what is still to come."""
    if scene.act.type not in DECLARED or scene.act.mode in BY_HAND or scene.passive:
        return None
    own = scene.predicate
    if scene.trigger.verb and (own is None or own.outer.tense != "infinitive"):
        return None
    number = next(_before(scene), None)
    if number is None:
        return None
    verb = scene.clauses.predicates[number]
    if "tangaza" not in verb.verb.chain or verb.verb.passive or not verb.outer.finite:
        return None
    fitting = [each for each in told if each.owner.noun is None and each.owner.predicate == number]
    return nearest(scene, fitting, date_of_announcement.name)


def _before(scene: Scene) -> Iterator[int]:
    """The verb before the act that tells of it, with no other between."""
    for number in range(len(scene.clauses.predicates) - 1, -1, -1):
        predicate = scene.clauses.predicates[number]
        if predicate.last <= scene.trigger.first:
            if predicate.outer.tense != "infinitive":
                yield number
            return


@rule(
    "date: of the words after it",
    "Akizungumza Jumanne baada ya kukutana na Rais wa Ghana, Rais wa Togo alisema amani imerejea.",
    never="Rais wa Togo alikamatwa Jumanne baada ya uchaguzi na mazungumzo na Rais wa Ghana.",
)
def date_of_words_after(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """Those who speak «baada ya kukutana», «baada ya mazungumzo» have met on the same day."""
    if scene.act.type != "CONSULT":
        return None
    first = scene.trigger.first
    if scene.lower(first - 1) != "ya" or scene.lower(first - 2) != "baada":
        return None
    before = first - 2
    while scene.lower(before - 1) in SHORTLY:
        before -= 1
    fitting = [
        each
        for each in told
        if each.owner.noun is None
        and each.owner.predicate is not None
        and scene.text.index_at(each.time.end - 1) + 1 == before
        and _speaks(scene.clauses.predicates[each.owner.predicate])
    ]
    return nearest(scene, fitting, date_of_words_after.name)


SHORTLY: Final = frozenset("mara muda mfupi punde".split())
SPEAKING: Final = frozenset("ambia eleza hojiwa hutubia jibu ongea sema zungumza".split())


def _speaks(predicate: Predicate) -> bool:
    return not SPEAKING.isdisjoint(predicate.verb.chain)


@rule(
    "date: of the speech",
    "Akizungumza Jumamosi mjini Lomé, Rais wa Togo alitoa wito kwa Ghana kufungua mpaka.",
    never="Rais wa Togo alitoa wito kwa Ghana kufungua mpaka, akizungumza na Rais aliyechaguliwa Jumamosi.",
)
def date_of_speech(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """«Akizungumza Jumamosi …, alitoa wito»: what he does in the next verb he does in that speech."""
    predicates, own = scene.clauses.predicates, scene.trigger.predicate
    if own is None or scene.trigger.first < predicates[own].first:
        return None
    opening = predicates[0]
    if opening.first != scene.clauses.sentence.first or opening.outer.tense != "situational" or not _speaks(opening):
        return None
    later = (n for n, p in enumerate(predicates) if n and p.outer.finite and p.outer.relative is None)
    main = next(later, None)
    if main is None or own != main and main not in set(completed(scene.clauses, own)):
        return None
    return nearest(scene, [e for e in told if e.owner.noun is None and e.owner.predicate == 0], date_of_speech.name)


@rule(
    "date: of what went on",
    "Polisi wa Togo waliwaua wavuvi wakati wa ghasia za mwaka 2005.",
    "Rais wa Togo alimuunga mkono Moussa wakati wa kampeni za uchaguzi mwaka 2016.",
    never="Mwanasiasa wa Togo alihukumiwa kwa uasi wakati wa vita mwaka 2002.",
)
def date_of_what_went_on(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """What happened «wakati wa …» has the time of that; a sentence or charge is of what happened then."""
    own = scene.trigger.predicate
    if own is None or not scene.trigger.verb or scene.act.type in ("ACCUSE", "SANCTION", "REQUEST", "CONCEDE"):
        return None
    last = max(scene.trigger.last, scene.clauses.predicates[own].last)
    during = [o for o in scene.clauses.obliques if o.preposition in GOING_ON and o.first >= last]
    if not during or any(last <= p.first < during[0].first for p in scene.clauses.predicates):
        return None
    if any(last <= o.first < during[0].first and o.sense not in ("at", "na") for o in scene.clauses.obliques):
        return None
    return nearest(scene, _of_phrase(scene, told, during[0]), date_of_what_went_on.name)


GOING_ON: Final = frozenset(["wakati wa", "baada ya", "kufuatia"])
VOTES: Final = frozenset(["kura", "uchaguzi"])


def _of_phrase(scene: Scene, told: Sequence[Told], oblique: Oblique) -> list[Told]:
    """The times of what went on; what came after it only has the year of a vote: «ghasia baada ya uchaguzi wa 2007»."""
    phrase = oblique.phrase
    if oblique.preposition != "wakati wa":
        if scene.act.type not in BODILY or not is_called(scene.text.types[phrase.head], VOTES):
            return []
        told = [each for each in told if YEAR.fullmatch(each.time.value)]
    found = []
    for each in told:
        noun, owner = each.owner.noun, each.owner
        if noun is not None and phrase.first <= noun < phrase.last and (not owner.bound or owner.bound == "baada"):
            found.append(each)
    return found


YEAR: Final = re.compile(r"\d{4}")


@rule(
    "date: of the vote before",
    "Kufuatia kura ya mwaka 2007, wavuvi wa Togo waliandamana.",
    never="Kufuatia kura ya Jumatatu, wavuvi wa Togo waliandamana.",
)
def date_after_vote(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """What followed a vote that opens the sentence has its year."""
    own = scene.predicate
    if own is None or not scene.trigger.verb or scene.act.type not in BODILY:
        return None
    first = scene.clauses.sentence.first
    opening = [o for o in scene.clauses.obliques if o.first == first and o.preposition in GOING_ON]
    if not opening or any(p.first < own.first and p.outer.finite for p in scene.clauses.predicates):
        return None
    return nearest(scene, _of_phrase(scene, told, opening[0]), date_after_vote.name)


@rule(
    "date: of the time when",
    "Uchaguzi huo ulifanyika mwaka 2007 ambapo wavuvi 12 wa Togo waliuawa.",
    never="Uchaguzi huo ulifanyika mwaka 2007 nchini Togo ambako wavuvi huuawa.",
)
def date_when(scene: Scene, told: Sequence[Told]) -> Dated | None:
    """The time right before «ambapo» is that of its clause."""
    own = scene.predicate
    if own is None or not scene.trigger.verb:
        return None
    fitting = [
        each
        for each in told
        if scene.lower(scene.text.index_at(each.time.end - 1) + 1) == "ambapo"
        and not any(each.first < p.first < own.first and p.outer.finite for p in scene.clauses.predicates)
    ]
    return nearest(scene, [e for e in fitting if e.first < own.first], date_when.name)
