"""Whether an act happened, is planned, alleged, possible or did not happen: tense, negation and what governs it.

«Rais anatarajiwa kuzuru Togo» is planned, «polisi wanatuhumiwa kuwaua wavuvi» alleged, «jeshi huenda likashambulia»
hypothetical. What is only demanded, threatened or wished for is no event.
"""

from __future__ import annotations

from collections.abc import Sequence

from matukio.events.clauses.scene import Scene
from matukio.events.status.alleged import accused_of, called_so, charged_with
from matukio.events.status.answers import DROPPED, Status, offsets
from matukio.events.status.described import described_as
from matukio.events.status.governed import cue_noun, cue_verb, cue_word
from matukio.events.status.tenses import condition, negation, nobody, not_yet, plan, possible, ready
from matukio.events.status.wishes import only_asked
from matukio.record import Claim, Evidence
from matukio.rules import Rule

StatusRule = Rule[[Scene, Sequence[Claim]], "Status | None"]


def status_of(scene: Scene, claims: Sequence[Claim]) -> Status | None:
    """The first answer of the rules in order, `actual` when none has one; None when there is no event."""
    if only_asked(scene):
        return None
    rules: tuple[StatusRule, ...] = (
        cue_noun, cue_word, condition, ready, cue_verb, accused_of, called_so, charged_with, not_yet, negation,
        nobody, described_as, possible, plan,
    )  # fmt: skip
    for each in rules:
        answer = each(scene, claims)
        if answer is not None:
            return None if answer.status == DROPPED else answer
    first, last = scene.trigger.first, scene.trigger.last
    if scene.act.status:
        return Status(scene.act.status, Evidence("status: the word itself", *offsets(scene, first, last)))
    return Status("actual", Evidence("status: told as fact", *offsets(scene, first, last)))
