"""When an act done in words happened: when its doer said them, in its own sentence or the one that credits him.

«“Tunaitaka Togo iwaachilie wavuvi,” alisema Rais wa Ghana Jumanne.»: the request has «Jumanne».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from matukio.claims.attribution import SPOKEN
from matukio.events.clauses.owners import owner_of
from matukio.events.dates.own import is_point
from matukio.events.merging.mentions import Mention
from matukio.events.merging.same_parties import same_party, words_of
from matukio.record import Claim, Evidence, Party, Span, Time, When
from matukio.references import Discourse
from matukio.rules import rule

NEAR: Final = 2
"""For how many sentences what somebody says goes on at the same time."""


def cue_dates(discourse: Discourse, times: Sequence[Time], claims: Sequence[Claim]) -> dict[str, Time]:
    """Claim id → the time told with its cue, else with that of the same speaker in the sentences right before."""
    found: dict[str, Time] = {}
    told: list[tuple[Claim, int]] = []
    points = [time for time in times if is_point(time)]
    for claim in claims if points else ():
        at = claim.content.start if claim.cue is None else claim.cue.start
        sentence = discourse.text.sentence_number_at(at)
        outside = [t for t in points if not claim.content.start <= t.start < claim.content.end]
        time = None if claim.cue is None else _with_cue(discourse, outside, claim.cue)
        for other, number in reversed(told):
            if time is not None or sentence - number > NEAR:
                break
            if any(_is_same(a, b) for a in other.speakers for b in claim.speakers):
                time = found.get(other.id)
        if time is not None:
            found[claim.id] = time
        told.append((claim, sentence))
    return found


def _with_cue(discourse: Discourse, times: Sequence[Time], cue: Span) -> Time | None:
    """The first point in time that belongs to the verb in which the cue stands."""
    text = discourse.text
    clauses = discourse.clauses[text.sentence_number_at(cue.start)]
    start, end = clauses.sentence.start, clauses.sentence.end
    for time in times:
        if not start <= time.start < end:
            continue
        owner = owner_of(text, clauses, time)
        if owner.noun is not None or owner.predicate is None:
            continue
        predicate = clauses.predicates[owner.predicate]
        if cue.start < text.ends[predicate.last - 1] and text.starts[predicate.first] < cue.end:
            return time
    return None


def _is_same(one: Party, other: Party) -> bool:
    """One name or the same words: two of one ministry may speak on two days."""
    return one.link is not None and one.link == other.link or bool(words_of(one.text) & words_of(other.text))


@rule(
    "date: of the words",
    "Rais wa Ghana amesema Jumanne kwamba anataka Togo iwaachilie wavuvi.",
    never="Rais wa Ghana amesema Jumanne kwamba Togo inataka wavuvi waachiliwe.",
)
def dated_by_words(mention: Mention, claims: Sequence[Claim], dates: Mapping[str, Time]) -> Mention:
    """An act done in words happens when its doer says them: the time told with the cue of the claim that holds it."""
    if mention.type not in SPOKEN or mention.status != "actual" or mention.date is not None:
        return mention
    start = mention.trigger.start
    around = [c for c in claims if c.id in dates and c.content.start <= start < c.content.end]
    for claim in sorted(around, key=lambda c: c.content.end - c.content.start):
        if any(same_party(actor, speaker) for actor in mention.actors for speaker in claim.speakers):
            time = dates[claim.id]
            here = (Evidence(dated_by_words.name, time.start, time.end),)
            date = When(time.text, time.start, time.end, time.value)
            return replace(mention, date=date, evidence={**mention.evidence, "date": here})
    return mention
