"""Accusations that no word of blame tells: a wrong done by those whom the speaker stands against.

«Rais wa Kenya alisema kwamba Uganda inawafadhili waasi»: from a police spokesman about robbers it would be a report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from matukio.claims.sentences.boundaries import past_adjuncts
from matukio.claims.sentences.content import Content
from matukio.claims.sentences.scene import Scene
from matukio.claims.stances.content_words import Judged, words_of
from matukio.claims.stances.moods import IF
from matukio.entities.homes import BODIES
from matukio.record import Party
from matukio.rules import rule
from matukio.swahili import Predicate

POWERS: Final = frozenset("COP GOV JUD MIL PRM PTY SPY".split())
"""Those who rule and who bear arms for them."""
CRITICS: Final = frozenset("IGO OPP SOC".split())
TOLD: Final = frozenset("past perfect present general".split())


@rule(
    "stance: wrong done by an adversary",
    "Rais wa Kenya alisema kwamba serikali ya Uganda inawafadhili waasi.",
    "Msemaji wa Umoja wa Mataifa alisema kwamba jeshi la Ethiopia liliwaua raia.",
    never="Polisi wa Kenya walisema kwamba majambazi waliwaua raia.",
)
def by_adversary(scene: Scene, content: Content, speakers: Sequence[Party]) -> Judged | None:
    """What one state says that another did, what the opposition says that the government did."""
    known = [party for party in speakers if party.sector is not None]
    if not known:
        return None
    wrongs = words_of("wrong")
    for predicate in scene.predicates_in(content.first, content.last):
        outer = predicate.outer
        if outer.relative is not None or outer.tense not in TOLD or outer.negative or predicate.marker in IF:
            continue
        if not any(stem in wrongs for stem in predicate.verb.chain):
            continue
        if any(_against(speaker, doer) for doer in _doers(scene, content, predicate) for speaker in known):
            return Judged("accuse", (scene.evidence(by_adversary.name, predicate.first, predicate.last),))
    return None


@rule(
    "stance: what the powers leave undone",
    "Kiongozi wa upinzani nchini Kenya alisema kwamba serikali ya Kenya haijatoa chakula kwa wakimbizi.",
    never="Waziri wa Kenya alisema kwamba serikali ya Kenya haijatoa chakula kwa wakimbizi.",
)
def by_neglect(scene: Scene, content: Content, speakers: Sequence[Party]) -> Judged | None:
    """What opposition, associations, citizens say that a government, army or court does not do."""
    if not any(party.sector in COMPLAINING for party in speakers):
        return None
    for predicate in scene.predicates_in(content.first, content.last):
        outer = predicate.outer
        if outer.relative is not None or not outer.negative or predicate.marker in IF or predicate.verb.passive:
            continue
        if outer.tense not in OMITTED or predicate.verb.chain[-1] in STATES:
            continue
        if any(doer.sector in POWERS for doer in _doers(scene, content, predicate)):
            return Judged("condemn", (scene.evidence(by_neglect.name, predicate.first, predicate.last),))
    return None


COMPLAINING: Final = frozenset("CVL EDU LAB MED OPP REF REL SOC AGR".split())
"""Who is not of the powers and asks something of them."""
OMITTED: Final = TOLD | {"not-yet"}
STATES: Final = frozenset("wa wezekana jua husika".split())
"""Verbs whose negative blames nobody: haiko, haijui."""


@rule(
    "stance: what prosecutors say that somebody did",
    "Waendesha mashtaka wamesema kwamba Ali Hamisi alipanga shambulizi hilo.",
    never="Waendesha mashtaka wamesema kwamba kesi imeahirishwa.",
)
def by_prosecutor(scene: Scene, content: Content, speakers: Sequence[Party]) -> Judged | None:
    """Who prosecutes and tells what a person did accuses him."""
    if not any(word in PROSECUTING for party in speakers for word in party.text.lower().split()):
        return None
    for predicate in scene.predicates_in(content.first, content.last):
        outer = predicate.outer
        if outer.relative is not None or outer.tense == "infinitive":
            continue
        person = outer.subject is not None and outer.subject.person == 3 and bool(outer.subject.classes & {1, 2})
        if not person or outer.negative or predicate.verb.passive or outer.tense not in ("past", "perfect"):
            return None
        return Judged("accuse", (scene.evidence(by_prosecutor.name, predicate.first, predicate.last),))
    return None


PROSECUTING: Final = frozenset("mashtaka mashitaka".split())
"""mwendesha mashtaka, upande wa mashtaka."""


def _doers(scene: Scene, content: Content, predicate: Predicate) -> Iterator[Party]:
    """Who does it by the words of the content: the subject, for a passive whom «na» names."""
    after = past_adjuncts(scene, predicate.last, phrases=False)
    phrases = [o.phrase for o in predicate.obliques if o.preposition == "na" and o.first == after]
    for phrase in phrases if predicate.verb.passive else predicate.subjects:
        if content.first <= phrase.first < content.last:
            yield from scene.discourse.resolve(phrase).parties


def _against(speaker: Party, doer: Party) -> bool:
    if doer.sector not in POWERS or doer.country is None or doer.country in BODIES:
        return False
    if speaker.sector in CRITICS:
        return True
    both = speaker.sector in POWERS and speaker.country is not None and speaker.country not in BODIES
    return both and speaker.country != doer.country
