"""Whom an accusation, demand, warning, praise or condemnation is aimed at.

«Upinzani umekosoa uamuzi wa serikali» is aimed at the government, «Ali anatuhumiwa kuiba» at Ali.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from matukio.claims.sentences.boundaries import past_adjuncts
from matukio.claims.sentences.content import Content, predicate_marks_object, predicate_of
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.disputed import relative_pronoun
from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.according import author, owner
from matukio.claims.stances.content_words import words_of
from matukio.claims.stances.worded import JUDGING, spoken_capital
from matukio.record import Party
from matukio.swahili import NounPhrase, Predicate, phrase_at
from matukio.swahili.vocabulary import VOCABULARY

AIMED: Final = frozenset("accuse demand warn praise condemn".split())


def target_of(scene: Scene, cue: Cue | None, content: Content, stance: str, speakers: Sequence[Party]) -> Party | None:
    """The cue's object, of a thing whose it is; the subject of a passive; whom an object prefix means; else whom the
    content thanks or asks, or who does in it what is told. Never who speaks."""
    if stance not in AIMED:
        return None
    for party in _candidates(scene, cue, content, stance):
        if not any(party.start < s.end and s.start < party.end for s in speakers):
            return party
    return None


def _candidates(scene: Scene, cue: Cue | None, content: Content, stance: str) -> Iterator[Party]:
    if content.target is not None and (aimed := _somebody_of(scene, content.target)) is not None:
        yield aimed
    elif content.target is not None and stance == "demand" and cue is not None and predicate_marks_object(scene, cue):
        yield from scene.discourse.resolve(content.target).parties  # «imezitaka pande zote kusitisha»
    if cue is not None and cue.passive and stance != "demand":
        yield from _subject_of(scene, cue)
    hears = cue is not None and "addressee" in cue.row.frame and stance != "demand"  # «aliliambia jarida hilo»
    if content.target is None and cue is not None and not hears:
        yield from _taken_up(scene, cue)
    yield from _spoken_to(scene, content, stance)
    yield from _told_of(scene, content, stance)
    if stance == "accuse" and cue is not None:
        yield from _dropped(scene, cue, content)


def _subject_of(scene: Scene, cue: Cue) -> Iterator[Party]:
    """«Park ametuhumiwa kwa …», «pia analaumiwa …»: who stands before the passive, told or by its prefix alone."""
    predicate = predicate_of(scene, cue)
    if predicate is None or predicate.outer.subject is None or predicate.outer.subject.person != 3:
        return
    if predicate.subjects:
        for phrase in reversed(predicate.subjects):
            if (party := _somebody_of(scene, phrase)) is not None:
                yield party
    elif predicate.outer.subject.classes & PERSONAL:
        yield from scene.discourse.subject(scene.number, predicate).parties


PERSONAL: Final = frozenset({1, 2})


def _spoken_to(scene: Scene, content: Content, stance: str) -> Iterator[Party]:
    """Whom the speaker thanks, asks or blames in his own words: «“Nawashukuru wapiga kura”», «Kenya inaomba …»."""
    for predicate in scene.predicates_in(content.first, content.last):
        if predicate.outer.relative is not None or predicate.verb.passive:
            continue
        if not any(words_of("verb").get(stem) == stance for stem in predicate.verb.chain):
            continue
        at = past_adjuncts(scene, predicate.last, phrases=False)
        phrase = scene.phrase_at(at) if at < content.last else None
        if phrase is not None and (party := _somebody_of(scene, phrase)) is not None:
            yield party
    first = _opening(scene, content)
    if spoken_capital(scene.text.word(first).analyses) == stance:  # «Nawashukuru» can be a name as well
        begin = past_adjuncts(scene, first + 1, phrases=False)
        inside = begin < content.last  # «“Tuwaombee”»: the quotation may end with its verb
        phrase = scene.phrase_at(begin) or phrase_at(scene.text, begin, content.last) if inside else None
        if phrase is not None and (party := _somebody_of(scene, phrase)) is not None:
            yield party


def _opening(scene: Scene, content: Content) -> int:
    first = content.first
    while first < content.last - 1 and scene.is_mark(first):
        first += 1
    return first


def _told_of(scene: Scene, content: Content, stance: str) -> Iterator[Party]:
    """Who does it in the content: the subject, of a thing whose it is, for a passive that accuses whom «na» names."""
    opening = scene.phrase_at(_opening(scene, content))
    called = opening is not None and scene.lower(opening.last) in ("ni", "si", "sio", "siyo")
    told = opening is not None and called and stance in JUDGING and _known(scene, opening)
    if opening is not None and told and (holder := _somebody_of(scene, opening)) is not None:
        yield holder  # «mpango wa serikali ni uonevu»
    for predicate in scene.predicates_in(content.first, content.last):
        if relative_pronoun(scene, predicate) is not None or stance == "demand" and predicate.verb.passive:
            continue  # «kuondolewa kwa vikwazo ambavyo upinzani umeviweka»
        phrases: Sequence[NounPhrase] = _before_duty(scene, predicate) or predicate.subjects
        if stance == "accuse" and predicate.verb.passive:  # «raia waliuawa na jeshi»: the army is blamed
            phrases = tuple(o.phrase for o in predicate.obliques if o.preposition == "na")
        for phrase in phrases:
            if phrase.first < content.first:
                continue
            party = next(iter(scene.discourse.resolve(phrase).parties), None)
            if party is not None and party.sector:
                yield party
            elif stance in JUDGING and (aimed := _somebody_of(scene, phrase)) is not None:
                yield aimed


def _known(scene: Scene, phrase: NounPhrase) -> bool:
    return not phrase.name or any(scene.discourse.names_in(phrase.first, phrase.last))


def _before_duty(scene: Scene, predicate: Predicate) -> tuple[NounPhrase, ...]:
    """«serikali lazima itangaze»: the phrase before «lazima»."""
    if scene.lower(predicate.first - 1) != "lazima" or predicate.first - 1 <= scene.first:
        return ()
    phrase = scene.phrase_before(predicate.first - 1)  # «lazima» itself would be the nearest
    return () if phrase is None else (phrase,)


def _dropped(scene: Scene, cue: Cue, content: Content) -> Iterator[Party]:
    """«wapinzani wanasema amevunja katiba»: whom the prefix of the content means, where it cannot be the speakers'."""
    own = predicate_of(scene, cue)
    predicate = next((p for p in scene.predicates_in(content.first, content.last) if p.outer.relative is None), None)
    if own is None or predicate is None or predicate.subjects or predicate.verb.passive:
        return
    agreement = predicate.outer.subject
    if agreement is None or agreement.person != 3 or not agreement.classes & PERSONAL:
        return
    if own.outer.subject is not None and own.outer.subject.classes & agreement.classes:
        return
    found = scene.discourse.taken_up(agreement, scene.number, predicate.first, but=own.subjects)
    yield from (party for party in found.parties if party.sector is not None)


def _somebody_of(scene: Scene, phrase: NounPhrase) -> Party | None:
    """A phrase as a party, or whose thing it is; None for a thing of nobody's."""
    party = next(iter(scene.discourse.resolve(phrase).parties), None)
    if party is None or phrase.name or _animate(scene, phrase) or _acts(scene, phrase):
        return party
    readings = VOCABULARY.analyses(scene.text.types[phrase.head])
    if any(reading.lemma in words_of("befalling") for reading in readings):
        return None  # «mauaji ya raia»: they are not blamed for it
    holder = owner(scene, phrase) or author(scene, phrase)
    if holder is not None and (party.sector is None or _acts(scene, holder)):
        return next(iter(scene.discourse.resolve(holder).parties), None)
    return None if party.sector is None else party


def _acts(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether the head alone is somebody: «serikali ya Uganda», not «uamuzi wa serikali»."""
    return scene.discourse.describe(phrase.head, phrase.head + 1).sector is not None


def _animate(scene: Scene, phrase: NounPhrase) -> bool:
    return any(reading.animate for reading in VOCABULARY.analyses(scene.text.types[phrase.head]))


def _taken_up(scene: Scene, cue: Cue) -> Iterator[Party]:
    """Whom the object prefix of the cue means: «kimemtaka ajiuzulu»."""
    predicate = predicate_of(scene, cue)
    marked = None if predicate is None else predicate.verb.object
    if predicate is None or marked is None or marked.person != 3 or cue.passive or predicate.verb.reflexive:
        return
    found = scene.discourse.taken_up(marked, scene.number, predicate.first, but=predicate.subjects)
    yield from (party for party in found.parties if party.sector is not None)
