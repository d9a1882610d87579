"""Where and when: the place and the time told in the act's own clause, else in its sentence if no other act has it.

«Jumatatu waasi walishambulia kambi karibu na Ndjamena.» has the date «Jumatatu» and the place «Ndjamena».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matukio.events.scene import Scene
from matukio.record import Entity, Evidence, Place, Time, When
from matukio.references import Discourse
from matukio.rules import rule
from matukio.swahili import NounPhrase, category


@dataclass(frozen=True, slots=True)
class Circumstances:
    place: Place | None
    date: When | None
    evidence: dict[str, tuple[Evidence, ...]]


PLACING = frozenset({"at", "near", "on", "towards", "until", "outside"})


def circumstances_of(scene: Scene, times: Sequence[Time], others: Sequence[int]) -> Circumstances:
    """Place and date of the act; `others` are the trigger words of the sentence's other acts."""
    evidence: dict[str, tuple[Evidence, ...]] = {}
    place = place_of_clause(scene) or place_of_sentence(scene, others)
    if place is not None:
        evidence["place"] = (place[1],)
    date = date_of_clause(scene, times) or date_of_sentence(scene, times, others)
    if date is not None:
        evidence["date"] = (date[1],)
    return Circumstances(place[0] if place else None, date[0] if date else None, evidence)


@rule(
    "place: in the clause",
    "Waasi walishambulia kambi mjini Lomé.",
    "Rais wa Ghana amewasili Lomé.",
    never="Waasi wa Togo walishambulia kambi.",
)
def place_of_clause(scene: Scene) -> tuple[Place, Evidence] | None:
    """The named place after «katika», «mjini», «nchini», «karibu na», or right after a verb of motion, the nearest
    after the trigger first."""
    first, last = scene.scope()
    return _nearest(scene, first, last, place_of_clause.name)


@rule(
    "place: in the sentence",
    "Mjini Lomé, polisi waliwakamata wavuvi ambao walilalamika.",
    never="Waasi walishambulia kambi mjini Lomé.",
)
def place_of_sentence(scene: Scene, others: Sequence[int]) -> tuple[Place, Evidence] | None:
    """A place told elsewhere in the sentence, when the sentence tells of no other act."""
    if others:
        return None
    sentence = scene.clauses.sentence
    return _nearest(scene, sentence.first, sentence.last, place_of_sentence.name)


def _nearest(scene: Scene, first: int, last: int, by: str) -> tuple[Place, Evidence] | None:
    found: list[tuple[int, NounPhrase, Entity]] = []
    for phrase, begin in _placed(scene, first, last):
        name = _place_name(scene.discourse, phrase)
        if name is not None:
            distance = begin - scene.trigger.word
            found.append((distance if distance > 0 else 40 - distance, phrase, name))
    if not found:
        return None
    _, phrase, name = min(found, key=lambda item: item[0])
    span = scene.text.span(phrase.first, phrase.last)
    place = Place(span.text, span.start, span.end, name.country, *coordinates(name))
    return place, scene.evidence(by, phrase.first, phrase.last)


def _placed(scene: Scene, first: int, last: int) -> list[tuple[NounPhrase, int]]:
    """Phrases of place between two words, with where each begins."""
    found = [(o.phrase, o.first) for o in scene.clauses.obliques if first <= o.first < last and o.sense in PLACING]
    predicate = scene.predicate
    if predicate is not None and scene.trigger.verb:
        found += [(p, p.first) for p in predicate.objects if p.name and scene.act.roles.get("at")]
    text = scene.text
    for phrase in scene.clauses.phrases:
        if first <= phrase.first < last and not any(phrase == p for p, _ in found):
            # «shambulizi la hoteli mjini Lomé», «mkutano wa Lomé»
            for index in range(phrase.first + 1, phrase.last):
                if scene.lower(index) in ("mjini", "nchini", "huko", "mkoani", "jimboni", "kisiwani"):
                    name = next(iter(scene.discourse.names_in(index, phrase.last)), None)
                    if name is not None:
                        begin, end = text.index_at(name.start), text.index_at(name.end - 1) + 1
                        found.append((NounPhrase(begin, begin, end, frozenset({9}), True), index))
                    break
    return found


def _place_name(discourse: Discourse, phrase: NounPhrase) -> Entity | None:
    """The place that a phrase names: «Lomé», «mji mkuu wa Lomé», but not «mkutano wa Umoja wa Afrika»."""
    text = discourse.text
    for name in discourse.names_in(phrase.first, phrase.last):
        if name.type != "LOC":
            continue
        first = text.index_at(name.start)
        if first == phrase.first or category(text, first - 1) in "CBE,":
            return name
    return None


def coordinates(name: Entity) -> tuple[float | None, float | None]:
    """Latitude and longitude of a place that the gazetteer knows."""
    from matukio import entities

    lookup = getattr(entities, "coordinates", None)
    if lookup is None:
        return None, None
    found = lookup(name)
    return found if found is not None else (None, None)


@rule(
    "date: in the clause",
    "Waasi walishambulia kambi Jumatatu.",
    "Jumatatu waasi walishambulia kambi.",
    never="Waasi walishambulia kambi kwa siku tatu.",
)
def date_of_clause(scene: Scene, times: Sequence[Time]) -> tuple[When, Evidence] | None:
    """The point in time told in the clause, the nearest to the trigger."""
    first, last = scene.scope()
    return _dated(scene, times, first, last, date_of_clause.name)


@rule(
    "date: in the sentence",
    "Jumatatu, polisi walisema, waasi walishambulia kambi.",
    never="Waasi walishambulia kambi Jumatatu.",
)
def date_of_sentence(scene: Scene, times: Sequence[Time], others: Sequence[int]) -> tuple[When, Evidence] | None:
    """A point in time elsewhere in the sentence, when the sentence tells of no other act."""
    if others:
        return None
    sentence = scene.clauses.sentence
    return _dated(scene, times, sentence.first, sentence.last, date_of_sentence.name)


def _dated(scene: Scene, times: Sequence[Time], first: int, last: int, by: str) -> tuple[When, Evidence] | None:
    start, end = scene.text.starts[first], scene.text.ends[last - 1]
    at = scene.text.starts[scene.trigger.word]
    fitting = [t for t in times if start <= t.start and t.end <= end and is_point(t)]
    if not fitting:
        return None
    best = min(fitting, key=lambda t: t.start - at if t.start > at else at - t.start + 10)
    return When(best.text, best.start, best.end, best.value), Evidence(by, best.start, best.end)


def is_point(time: Time) -> bool:
    """Whether a time says when, as a date does, not how long or how often or just «sasa»."""
    return (
        time.type in ("DATE", "TIME")
        and time.value not in ("PRESENT_REF", "FUTURE_REF")
        and not time.value.startswith("T")
    )


def exactness(value: str) -> int:
    """How exactly a TIMEX3 value dates: a day before a month before a year before «hivi karibuni»."""
    return 0 if value.endswith("REF") else len(value.replace("-", "").replace("X", ""))
