"""What an act depends on: the verbs that govern it and the noun whose complement it is.

In «Rais anatarajiwa kuzuru Togo» the visit is governed by «anatarajiwa».
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from matukio.events.clauses.meantime import completes
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import is_called, namings
from matukio.swahili import Predicate, category
from matukio.swahili.phrases import HAVING


def governors(scene: Scene) -> list[tuple[Predicate, bool]]:
    """The predicates that the act depends on, nearest first: for an infinitive its governors up to a finite verb, for a
    noun the verb that it is subject or object of. The flag tells that it is a noun's own verb."""
    found = scene.asked.governors
    if found is None:
        found = scene.asked.governors = _find_governors(scene)
    return found


def _find_governors(scene: Scene) -> list[tuple[Predicate, bool]]:
    number, found = scene.trigger.predicate, list[tuple[Predicate, bool]]()
    if number is None:
        return found
    predicate = scene.clauses.predicates[number]
    if not scene.trigger.verb:
        if scene.trigger.slot not in ("subject", "object", "na"):
            return found
        found.append((predicate, True))
    for _ in range(4):
        if predicate.outer.tense != "infinitive" or predicate.governor is None:
            break
        if called_by_name(scene, predicate) or _apart(scene, predicate) or _is_deed_told(scene, predicate):
            break
        predicate = scene.clauses.predicates[predicate.governor]
        found.append((predicate, False))
    return found


def goes_on(scene: Scene, own: Predicate, above: Predicate, status: str) -> bool:
    """Whether an infinitive after «na» goes on from the verb before it, whose tense it has, and is nothing that this
    verb speaks of: «wamezuia maandamano na kuwakamata wanafunzi», «alikanusha madai hayo na kulaumu upinzani»."""
    bottom, in_words = scene.predicate, scene.act.type in IN_WORDS
    after = "" if bottom is None else scene.lower(bottom.first - 1)
    if bottom is not None and status == "negated" and after in LATER and scene.lower(bottom.first - 2) == "na":
        return True  # «aliacha kuhudhuria na baadaye kuwalaumu wapinzani»
    if bottom is None or above.verb.passive or scene.lower(bottom.first - 2) == "pamoja":
        return False
    if in_words and bottom is not own and bottom.link == "na":
        # «amekataa kujiuzulu na kuwalaumu wapinzani», «ameahidi kusaidia na kutoa wito»
        return not DECLINING.isdisjoint(above.verb.chain) or not PLEDGING.isdisjoint(above.verb.chain)
    listed = own.link == "na" or scene.lower(own.first - 1) == ","  # «alipiga marufuku redio, kuwateka wapinzani na …»
    if own.outer.tense != "infinitive" or not listed:
        return False
    if status == "planned" and own.first == above.last + 1 and above.outer.tense in ("past", "perfect"):
        return True  # «lilipanga na kutekeleza shambulizi»
    if status == "alleged" and any(o.preposition == "kwa" and o.phrase.last == own.first - 1 for o in above.obliques):
        return False  # «wameishutumu serikali kwa uzembe na kuwatesa wafungwa»
    thing = next((o for o in above.objects if o.last <= own.first), None)
    if thing is None:
        return False
    if in_words or status == "negated":
        return True
    return status == "alleged" and not namings(scene.text.types[thing.head])  # «alikana mauaji na kuwatesa wafungwa»


LATER: Final = frozenset(["baadae", "baadaye", "hatimaye", "kisha"])
IN_WORDS: Final = frozenset("ACCUSE REJECT REQUEST SUPPORT THREATEN".split())
PLEDGING: Final = frozenset(["ahidi", "apa", "kubali"])
DECLINING: Final = frozenset("goma kana kanusha kataa piga".split())
"""Verbs of saying no, also «piga marufuku»: an act in words after their infinitive is another thing that was said."""


def called_by_name(scene: Scene, predicate: Predicate) -> bool:
    """A verb used as a noun: «kukamatwa kwa Juma», «kabla ya kuuawa»: what governs it says nothing of whether."""
    if predicate.link in ("ya", "wa", "la", "za", "cha", "vya"):
        return scene.lower(predicate.first - 2) in ("kabla", "baada", "kutokana", "sababu")
    follows = predicate.last < scene.clauses.sentence.last and scene.lower(predicate.last) == "kwa"
    return follows and predicate.link not in ("", "na") or predicate.link in ("kufuatia", "tangu")


def charge_before(scene: Scene, calling: Predicate) -> Predicate | None:
    """«wamewakosoa maafisa kwa kile wametaja kama kuwakandamiza wapinzani»: the verb before «kwa kile», whose object is
    who is said to do it."""
    if (scene.lower(calling.first - 2), scene.lower(calling.first - 1)) != ("kwa", "kile"):
        return None
    before = [p for p in scene.clauses.predicates if p.first < calling.first]
    return before[-1] if before and not before[-1].verb.passive else None


APART: Final = frozenset("after before because since".split())


def _apart(scene: Scene, predicate: Predicate) -> bool:
    """«tangu Togo kukataa», «baada ya waasi kushambulia»: an infinitive with its own subject after a preposition."""
    before = [o for o in scene.clauses.obliques if o.phrase.last == predicate.first]
    despite = (p for p in scene.clauses.phrases if p.last == predicate.first)
    return any(o.sense in APART for o in before) or any(
        [scene.lower(p.first - k) for k in (2, 1)] == ["licha", "ya"] for p in despite
    )


DEEDS: Final = frozenset("hatua kitendo tukio".split())


def _is_deed_told(scene: Scene, predicate: Predicate) -> bool:
    """«hakushangazwa na hatua ya wabunge wake kujiuzulu»: an infinitive with its own subject that tells what the deed
    was, whatever the verb says of it."""
    for phrase in scene.clauses.phrases:
        if phrase.last == predicate.first and phrase.last - phrase.head > 2:
            if scene.lower(phrase.last - 1) in HAVING:
                return False  # «hatua zenye kuungwa mkono»
            return is_called(scene.text.types[phrase.head], DEEDS)
    return False


def governing_noun(scene: Scene) -> int | None:
    """The noun whose wa/ya complement the act is: «tuhuma za mauaji», «mpango wa kuwafukuza wavuvi»."""
    first = scene.trigger.first
    sentence = scene.clauses.sentence
    if first - 2 < sentence.first or category(scene.text, first - 1) != "C":
        return None
    index = first - 2
    while index > sentence.first and (
        category(scene.text, index) in "ADQ" and index not in scene.time_words or scene.lower(index) == "zaidi"
    ):
        index -= 1
    return index if category(scene.text, index) == "N" else None


def nouns_before(scene: Scene) -> Iterator[int]:
    """The heads of the phrases right before an infinitive or one that it goes on from: «mpango wa Togo wa kuwafukuza»,
    «tuhuma za jeshi kuwaua»."""
    number = scene.trigger.predicate
    if number is None or not scene.trigger.verb:
        return
    predicates, seen = scene.clauses.predicates, set[int]()
    while predicates[number].outer.tense == "infinitive" and number not in seen:
        seen.add(number)
        predicate = predicates[number]
        first = predicate.first
        ends = (first - 1, predicate.last) if category(scene.text, first - 1) == "C" else (first,)
        before = [p for p in scene.clauses.phrases if p.head < first and p.last in ends]
        yield from (p.head for p in before if category(scene.text, p.head) == "N")
        if predicate.governor is None or not completes(scene.clauses, number):
            return
        number = predicate.governor
