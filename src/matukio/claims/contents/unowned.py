"""Reports of nobody: «inadaiwa kwamba …», «watu watano wameripotiwa kufariki».

«Inadaiwa kwamba fedha hizo ziliibwa» → «fedha hizo ziliibwa».
"""

from __future__ import annotations

from matukio.claims.sentences.boundaries import after_kwamba, past_adjuncts
from matukio.claims.sentences.content import Content, predicate_of, subject_start
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.ends import content_end
from matukio.claims.sentences.scene import Scene, has_verb
from matukio.rules import rule


@rule(
    "claim: reported of its subject",
    "Watu watano wameripotiwa kufariki katika ajali hiyo.",
    "Mshukiwa huyo anadaiwa kuiba fedha za umma.",
    "Watu watano wamethibitishwa na polisi kufariki katika ajali hiyo.",
    never="Watu watano wamethibitishwa kufariki katika ajali hiyo.",
)
def reported_of_subject(scene: Scene, cue: Cue) -> Content | None:
    """X anadaiwa kufanya Y, X anaripotiwa kufa: nobody's claim about the subject. What is confirmed by nobody is the
    article's own."""
    if "reported" not in cue.row.frame or not (cue.passive or cue.row.speaker == "none"):
        return None
    predicate = predicate_of(scene, cue)
    assert predicate is not None
    at = past_adjuncts(scene, cue.last, phrases=False)
    agent = scene.oblique_at(at)
    if agent is not None and agent.preposition == "na" and cue.passive:
        at = past_adjuncts(scene, agent.phrase.last, phrases=False)
    elif cue.row.stance == "confirm":
        return None
    own = scene.predicate_at(at)
    if own is None or own.outer.tense not in ("infinitive", "copula"):
        return None
    target = predicate.subjects[0] if predicate.subjects else None
    first = at
    blamed = cue.row.lemma == "dai" or cue.row.stance == "accuse"  # «anatuhumiwa kuiba»: the deed alone is claimed
    if not blamed and predicate.subjects and predicate.outer.relative is None:
        first = subject_start(scene, predicate)
    return Content(first, content_end(scene, cue, at, short=True), target)


@rule(
    "claim: impersonal report",
    "Inadaiwa kwamba fedha hizo ziliibwa.",
    "Iliripotiwa kuwa mgodi umefungwa.",
    never="Polisi wameripoti kwamba mgodi umefungwa.",
)
def impersonal(scene: Scene, cue: Cue) -> Content | None:
    """inadaiwa, iliripotiwa, imeelezwa, inaaminika: a claim of no speaker, with «kwamba» or without."""
    predicate = predicate_of(scene, cue)
    if predicate is None or "reported" not in cue.row.frame or not (cue.passive or cue.row.speaker == "none"):
        return None
    first = after_kwamba(scene, cue.last)
    if first is None:
        subject = predicate.outer.subject
        if subject is None or not subject.classes & {9, 17} or predicate.subjects or cue.row.stance == "accuse":
            return None
        first = past_adjuncts(scene, cue.last)
    if first >= scene.last:
        return None
    last = content_end(scene, cue, first)
    if not has_verb(scene, first, last):
        return None
    return Content(first, last, predicate.subjects[0] if predicate.subjects else None)
