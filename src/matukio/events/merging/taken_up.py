"""An act that a later sentence takes up by another noun to say when and where: «Ghana imefunga mpaka. Hatua hiyo
ilichukuliwa Jumatatu.»
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from matukio.claims.attribution import SPOKEN
from matukio.entities import coordinates
from matukio.events.clauses.owners import lower, owner_of
from matukio.events.clauses.scene import DEMONSTRATIVES
from matukio.events.dates.own import is_point
from matukio.events.lexicon.acts import names_of, namings
from matukio.events.merging.mentions import Mention
from matukio.events.parties.noun_doers import light_verbs
from matukio.events.places.names import INSIDE
from matukio.record import Entity, Evidence, Place, Time, When
from matukio.references import Discourse
from matukio.rules import rule
from matukio.swahili import Clauses, Predicate, Text
from matukio.swahili.vocabulary import VOCABULARY
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


REACH: Final = 2
"""How many sentences before may tell the act that «hatua hiyo» takes up."""


def dated_by_name(discourse: Discourse, times: Sequence[Time], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those without a date or place given that of a later sentence that takes their act up."""
    dated = list(mentions)
    for clauses in discourse.clauses:
        here = clauses.sentence.index
        if not any(here - REACH <= m.sentence < here for m in dated):
            continue
        for word, kind in _taking_up(discourse, clauses):
            names = names_of(discourse.text.types[word])
            told = [
                (m.lemma in names, m.sentence, -k)
                for k, m in enumerate(dated)
                if here - REACH <= m.sentence < here and _can_be(kind, m.type)
            ]
            if not told:
                continue
            k = -max(told)[-1]
            points = [t for t in times if clauses.sentence.start <= t.start < clauses.sentence.end and is_point(t)]
            time = _time_of(discourse, clauses, word, points)
            if time is not None and dated[k].date is None:
                dated[k] = date_by_name(dated[k], time)
            name = _place_of(discourse, clauses, word)
            if name is not None and dated[k].place is None:
                dated[k] = place_by_name(dated[k], name)
    return dated


def _can_be(kind: str, type_: str) -> bool:
    return kind == "any" or type_ in kind.split("|") or kind == "words" and type_ in SPOKEN


@rule(
    "date: of what takes it up",
    "Serikali ya Ghana imefunga mpaka wake na Togo. Hatua hiyo ilichukuliwa Jumatatu.",
    "Serikali ya Togo imepiga marufuku maandamano. Marufuku hiyo ilitangazwa Jumatatu.",
    never="Serikali ya Ghana imefunga mpaka wake na Togo. Ajali hiyo ilitokea Jumatatu.",
)
def date_by_name(mention: Mention, time: Time) -> Mention:
    """The time told with «hatua hiyo», «tangazo hilo» is that of the act told before."""
    here = (Evidence(date_by_name.name, time.start, time.end),)
    date = When(time.text, time.start, time.end, time.value)
    return replace(mention, date=date, evidence={**mention.evidence, "date": here})


@rule(
    "place: of what takes it up",
    "Waziri wa Ghana ameishutumu Togo kwa kuwaua wavuvi. Kauli hiyo aliitoa mjini Accra.",
    never="Waziri wa Ghana ameishutumu Togo kwa kuwaua wavuvi. Ajali hiyo ilitokea mjini Accra.",
)
def place_by_name(mention: Mention, name: Entity) -> Mention:
    """The town told with «kauli hiyo aliitoa …» is that of the act told before."""
    here = (Evidence(place_by_name.name, name.start, name.end),)
    latitude, longitude = coordinates(name) or (None, None)
    place = Place(name.text, name.start, name.end, name.country, latitude, longitude)
    return replace(mention, place=place, evidence={**mention.evidence, "place": here})


def _taking_up(discourse: Discourse, clauses: Clauses) -> Iterator[tuple[int, str]]:
    """(word, kind) of the nouns of a sentence that take up an act; those that name one have its type as kind."""
    text = discourse.text
    for index in range(clauses.sentence.first, clauses.sentence.last - 1):
        if text.lowers[index + 1] not in DEMONSTRATIVES:
            if text.lowers[index + 1] in TAKEN and (done := _done(text, index)) is not None:
                yield index, done
            continue
        kind = next((_nouns()[name] for name in names_of(text.types[index]) if name in _nouns()), None)
        if kind is not None:
            yield index, kind
        elif (done := _done(text, index)) is not None:
            yield index, done


TAKEN: Final = frozenset("huko kwake kwao".split())
"""«kukamatwa kwao», «kuuawa huko»."""


def _done(text: Text, index: int) -> str | None:
    """The types of the acts that a noun or a passive infinitive names: «marufuku», «kukamatwa»."""
    for naming in namings(text.types[index]):
        verb = VOCABULARY.analyses(text.types[index])[0].verb
        if naming.verb and (verb is None or verb.tense != "infinitive" or not verb.passive):
            continue
        if types := dict.fromkeys(act.type for act in naming.acts if not act.rest):
            return "|".join(types)
    return None


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
        if _is_of(clauses, word, clauses.predicates[owner.predicate]):
            return time
        if _is_said_of(text, clauses, word, clauses.predicates[owner.predicate]):
            return time
    return None


def _is_said_of(text: Text, clauses: Clauses, word: int, predicate: Predicate) -> bool:
    """«marufuku hiyo ilitangazwa», «kukamatwa kwao kulitokea»: the verb right after says that it was done."""
    if predicate.first != word + 2 or _done(text, word) is None:
        return False
    return not SAID.isdisjoint(predicate.verb.chain)


SAID: Final = frozenset("anza fanyika jiri tangaza tekeleza toa tokea".split())


def _is_of(clauses: Clauses, word: int, predicate: Predicate) -> bool:
    """Whether the noun is subject, object («kauli hiyo aliitoa») or head of a verb that only says that it happened."""
    heads = {p.head for p in (*predicate.subjects, *predicate.objects)}
    if predicate.relative_head is not None:
        heads.add(predicate.relative_head.head)
    if predicate.verb.object is not None:
        heads |= {p.head for p in clauses.phrases if p.last == predicate.first}
    return word in heads and any(stem in light_verbs() or stem == "chukua" for stem in predicate.verb.chain)


def _place_of(discourse: Discourse, clauses: Clauses, word: int) -> Entity | None:
    """The town or country told right after such a verb."""
    text = discourse.text
    for predicate in clauses.predicates:
        if not _is_of(clauses, word, predicate):
            continue
        for name in discourse.names_in(predicate.last, min(predicate.last + 4, clauses.sentence.last)):
            first = text.index_at(name.start)
            if any(s.first == first for p in clauses.predicates for s in p.subjects):
                continue
            placed = first == predicate.last or lower(text, first - 1) in INSIDE
            if name.type == "LOC" and placed:
                return name
    return None
