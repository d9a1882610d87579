"""An act that a later sentence takes up by another noun to say when: «Ghana imefunga mpaka. Hatua hiyo ilichukuliwa
Jumatatu.»
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from matukio.events.acts import lemmas
from matukio.events.dates import SPOKEN, is_point
from matukio.events.mentions import Mention
from matukio.events.noun_doers import light_verbs
from matukio.events.owners import lower, owner_of
from matukio.events.scene import DEMONSTRATIVES
from matukio.record import Evidence, Time, When
from matukio.references import Discourse
from matukio.rules import rule
from matukio.swahili import Clauses
from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A row of taken_up.tsv."""

    noun: str
    kind: str
    example: str


@cache
def _nouns() -> dict[str, str]:
    return {row.noun: row.kind for row in read_table(files(__package__) / "taken_up.tsv", TakenUp)}


REACH = 2
"""How many sentences before may tell the act that «hatua hiyo» takes up."""


def dated_by_name(discourse: Discourse, times: Sequence[Time], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those without a date dated by a later sentence that takes their act up."""
    dated = list(mentions)
    for clauses in discourse.clauses:
        here = clauses.sentence.index
        points = [t for t in times if clauses.sentence.start <= t.start < clauses.sentence.end and is_point(t)]
        for word, kind in _taking_up(discourse, clauses) if points else ():
            time = _time_of(discourse, clauses, word, points)
            told = [
                (m.sentence, -k)
                for k, m in enumerate(dated)
                if here - REACH <= m.sentence < here and (kind == "any" or m.type in SPOKEN)
            ]
            if time is None or not told:
                continue
            k = -max(told)[1]
            if dated[k].date is None:
                dated[k] = date_by_name(dated[k], time)
    return dated


@rule(
    "date: of what takes it up",
    "Serikali ya Ghana imefunga mpaka wake na Togo. Hatua hiyo ilichukuliwa Jumatatu.",
    never="Serikali ya Ghana imefunga mpaka wake na Togo. Ajali hiyo ilitokea Jumatatu.",
)
def date_by_name(mention: Mention, time: Time) -> Mention:
    """The time told with «hatua hiyo», «tangazo hilo» is that of the act told before."""
    here = (Evidence(date_by_name.name, time.start, time.end),)
    date = When(time.text, time.start, time.end, time.value)
    return replace(mention, date=date, evidence={**mention.evidence, "date": here})


def _taking_up(discourse: Discourse, clauses: Clauses) -> Iterator[tuple[int, str]]:
    """(word, kind) of the nouns of a sentence that take up an act."""
    text = discourse.text
    for index in range(clauses.sentence.first, clauses.sentence.last - 1):
        if lower(text, index + 1) not in DEMONSTRATIVES:
            continue
        kind = next((_nouns()[name] for name in lemmas(text.types[index]) if name in _nouns()), None)
        if kind is not None:
            yield index, kind


def _time_of(discourse: Discourse, clauses: Clauses, word: int, points: Sequence[Time]) -> Time | None:
    """The time that is the noun's complement, or that of the light verb whose subject, object or head it is."""
    text = discourse.text
    for time in points:
        owner = owner_of(text, clauses, time)
        if owner.bound or owner.noun is not None:
            if owner.noun == word:
                return time
            continue
        if owner.predicate is None:
            continue
        predicate = clauses.predicates[owner.predicate]
        heads = {p.head for p in (*predicate.subjects, *predicate.objects)}
        if predicate.relative_head is not None:
            heads.add(predicate.relative_head.head)
        if word in heads and any(stem in light_verbs() or stem == "chukua" for stem in predicate.verb.chain):
            return time
    return None
