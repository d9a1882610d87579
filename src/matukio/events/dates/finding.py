"""The date of an act: which of the times of its sentence is its own, by the rules in their order.

«Jumatatu waasi walishambulia kambi.» has «Jumatatu»; in «… kati ya 2013 na 2014» the beginning counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.events.clauses.owners import owner_of
from matukio.events.clauses.scene import Scene
from matukio.events.dates.own import (
    Dated,
    Told,
    date_after_noun,
    date_in_sentence,
    date_of_decision,
    date_of_first_verb,
    date_of_verb,
    exactness,
    is_point,
)
from matukio.events.dates.shared import (
    date_after_vote,
    date_of_announcement,
    date_of_speech,
    date_of_what_went_on,
    date_of_words_after,
    date_when,
)
from matukio.events.lexicon.acts import BODILY
from matukio.record import Time
from matukio.rules import Rule

DateRule = Rule[[Scene, Sequence[Told]], "Dated | None"]


def date_of(scene: Scene, times: Sequence[Time], alone: bool) -> Dated | None:
    """The date of the act from the times of its sentence; `alone` tells that the sentence has no other act."""
    told = [Told(t, owner_of(scene.text, scene.clauses, t), scene.text.index_at(t.start)) for t in times if is_point(t)]
    told = [
        each
        for each in told
        if not _ends_range(scene, each, told) and not _says_less(each, told) and not _of_what_is_charged(scene, each)
    ]
    if not told:
        return None
    rules: tuple[DateRule, ...] = (
        date_after_noun, date_of_verb, date_of_first_verb, date_of_decision, date_of_announcement, date_of_words_after,
        date_of_speech, date_of_what_went_on, date_after_vote, date_when,
    )  # fmt: skip
    found = next((date for each in rules if (date := each(scene, told)) is not None), None)
    if found is None and (alone or _goes_on(scene, told) or not scene.trigger.verb and scene.act.type in BODILY):
        return date_in_sentence(scene, told)
    return found


def _goes_on(scene: Scene, told: Sequence[Told]) -> bool:
    """Whether the act is told by a main verb of the sentence: «Machi 2019 Togo ilipiga marufuku redio, gazeti nalo
    lilifungwa»."""
    own = scene.predicate
    if own is None or not scene.trigger.verb or not own.outer.finite or told[0].time.value.endswith("REF"):
        return False
    if told[0].first > own.first:
        return False
    before = max((p.last for p in scene.clauses.predicates if p.last <= own.first and p.outer.finite), default=0)
    return not any(scene.lower(i) in ("kwamba", "kuwa") for i in range(max(before, told[0].first), own.first))


def _ends_range(scene: Scene, told: Told, others: Sequence[Told]) -> bool:
    """«kati ya 2013 na 2014», «Machi 12 hadi 15»: the act is dated by the beginning."""
    joiner = told.first - 1
    if scene.lower(joiner) not in RANGING:
        return False
    return any(scene.text.index_at(other.time.end - 1) == joiner - 1 for other in others)


def _of_what_is_charged(scene: Scene, told: Told) -> bool:
    """«mashtaka ya kumuua mkewe mwaka 2017»: the year of the deed, not of the charge, which has its day."""
    if scene.act.type not in ("ACCUSE", "SANCTION") or len(told.time.value) > len("2017-05"):
        return False
    between = (p for p in scene.clauses.predicates if scene.trigger.last <= p.first < told.first)
    last = max(between, key=lambda p: p.first, default=None)
    return last is not None and last.outer.tense == "infinitive" and scene.lower(last.first - 1) in OF


OF: Final = frozenset(["la", "ya", "za"])


def _says_less(told: Told, others: Sequence[Told]) -> bool:
    """«Juni 5 mwezi uliopita»: what stands right after a more exact time."""
    before = (o.time for o in others if o.time.end + 1 == told.time.start)
    return any(exactness(time.value) > exactness(told.time.value) for time in before)


RANGING: Final = frozenset(["na", "hadi", "mpaka", "-", "–"])
