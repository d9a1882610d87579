"""What a cue introduces, and what the rules that look for it share.

In «Waziri aliwaambia wakulima kwamba mbolea imefika» the hearers are passed over to reach «mbolea imefika».
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matukio.claims.sentences.cues import Cue, nouns
from matukio.claims.sentences.scene import Scene
from matukio.frozen import quick_init
from matukio.swahili import NounPhrase, Predicate
from matukio.swahili.vocabulary import VOCABULARY


@dataclass(frozen=True, slots=True)
class Content:
    """Words first … last - 1; `target` is the phrase that an accusation, demand or praise is aimed at."""

    first: int
    last: int
    target: NounPhrase | None = None


quick_init(Content)


def predicate_of(scene: Scene, cue: Cue) -> Predicate | None:
    return None if cue.predicate is None else scene.clauses.predicates[cue.predicate]


def subject_start(scene: Scene, predicate: Predicate) -> int:
    """Where the clause of a predicate begins: its subject if it stands before it, else the verb."""
    before = [p.first for p in predicate.subjects if p.last <= predicate.first]
    return min(before, default=predicate.first)


def is_statement(scene: Scene, phrase: NounPhrase) -> bool:
    """madai, ripoti, kauli: a noun for what somebody said."""
    readings = VOCABULARY.analyses(scene.text.types[phrase.head])
    return any(r.lemma in nouns() or r.lemma in STATEMENTS for r in readings) or scene.lower(phrase.head) in nouns()


def is_assertion(scene: Scene, phrase: NounPhrase) -> bool:
    """A noun for what somebody said to be so; a call or request is rejected, not denied."""
    return is_statement(scene, phrase) and scene.lower(phrase.head) not in ASKING


ASKING: Final = frozenset("wito mwito ombi maombi pendekezo mapendekezo ahadi onyo".split())
STATEMENTS: Final = frozenset("shtaka mashtaka hoja pendekezo habari maneno dhana uvumi tetesi".split())


def fronted(scene: Scene, cue: Cue) -> bool:
    """«Akitangaza kuvunja mkutano, rais …»: a -ki- verb that opens the sentence sets the scene."""
    predicate = predicate_of(scene, cue)
    return cue.first == scene.first and predicate is not None and predicate.outer.tense == "situational"


def predicate_marks_object(scene: Scene, cue: Cue) -> bool:
    predicate = predicate_of(scene, cue)
    return predicate is not None and predicate.verb.object is not None


TOLD_FIRST: Final = frozenset("say confirm warn predict promise".split())


def past_hearers(scene: Scene, cue: Cue, index: int) -> int:
    """Past the phrase that hears: aliwaambia waandishi wa habari, ameliambia shirika la Reuters."""
    if "addressee" not in cue.row.frame and "target" not in cue.row.frame and not predicate_marks_object(scene, cue):
        return index
    phrase = scene.phrase_at(index)
    if phrase is None:
        return index
    index = phrase.last
    if index + 1 < scene.last and scene.lower(index) == "na" and (joined := scene.phrase_at(index + 1)) is not None:
        index = joined.last
    return index
