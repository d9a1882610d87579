"""Where and when: the place and the time told in the act's own clause, never those of another act.

«Jumatatu waasi walishambulia kambi karibu na Ndjamena.» has the date «Jumatatu» and the place «Ndjamena».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.entities import coordinates
from matukio.events.acts import lemmas, namings
from matukio.events.dates import date_of
from matukio.events.scene import Scene, country_before
from matukio.record import Entity, Evidence, Place, Time, When
from matukio.rules import rule
from matukio.swahili import NounPhrase, category
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import read_table


@dataclass(frozen=True, slots=True)
class Circumstances:
    place: Place | None
    date: When | None
    evidence: dict[str, tuple[Evidence, ...]]


@dataclass(frozen=True, slots=True)
class Site:
    """A row of sites.tsv: a noun for a place where acts happen."""

    noun: str


PLACING = frozenset({"at", "near", "on", "towards", "until", "outside"})
SPOKEN = frozenset("REQUEST ACCUSE THREATEN".split())
"""Acts done in words: where they are spoken is told only with «mjini» or «nchini» beside the verb itself."""
BODILY = frozenset("PROTEST ASSAULT MOBILIZE COERCE".split())
"""Acts that happen somewhere: the place may be told anywhere in their sentence."""


@cache
def _sites() -> frozenset[str]:
    return frozenset(row.noun for row in read_table(files(__package__) / "sites.tsv", Site))


def circumstances_of(scene: Scene, times: Sequence[Time], alone: bool) -> Circumstances:
    """Place and date of the act; `alone` tells that its sentence has no other, so that all of the clause is its own."""
    evidence: dict[str, tuple[Evidence, ...]] = {}
    words = zone(scene)
    wide = scene.scope() if alone else words
    place = named_place(scene, words) or site(scene, words) or named_place(scene, wide) or site(scene, wide)
    if place is None and scene.act.type in BODILY:
        sentence = scene.clauses.sentence
        place = named_place(scene, (sentence.first, sentence.last))
    if place is not None:
        evidence["place"] = (place[1],)
    date = date_of(scene, times, alone)
    if date is not None:
        evidence["date"] = (date[1],)
    return Circumstances(place[0] if place else None, date[0] if date else None, evidence)


def zone(scene: Scene) -> tuple[int, int]:
    """The words that say where and when: from the beginning of the trigger's clause to the next verb not its own."""
    first, last = scene.scope()
    predicate = scene.predicate
    if scene.trigger.verb and predicate is not None and predicate.relative_head is not None:
        first = max(first, predicate.relative_head.last)
    for other in scene.clauses.predicates:
        own = predicate is not None and other.first == predicate.first
        describes = other.outer.tense == "infinitive" and category(scene.text, other.first - 1) == "C"
        if own or describes or other.first < scene.trigger.last:
            continue  # «bomu la kujitoa muhanga» goes on
        last = min(last, other.first)
        break
    return first, last


@rule(
    "place: named",
    "Waasi walishambulia kambi mjini Lomé.",
    "Rais wa Ghana amewasili Lomé.",
    never="Waasi wa Togo walishambulia kambi.",
)
def named_place(scene: Scene, words: tuple[int, int]) -> tuple[Place, Evidence] | None:
    """The named place after «katika», «mjini», «karibu na», or by itself after the verb: the nearest after the trigger,
    else the one that opens the clause."""
    found: list[tuple[int, NounPhrase, Entity]] = []
    first, last = words
    for phrase, begin in _placed(scene, first, last):
        name = _place_name(scene, phrase)
        if name is not None:
            distance = begin - scene.trigger.word
            found.append((distance if distance > 0 else 40 - distance, phrase, name))
        elif scene.lower(phrase.first) in ("humo", "hiyo") and (before := country_before(scene, begin)) is not None:
            found.append(
                (begin - scene.trigger.word, NounPhrase(begin, begin, phrase.last, phrase.classes, False), before)
            )
    if not found:
        return None
    distance, phrase, name = min(found, key=lambda item: item[0])
    if scene.act.type in SPOKEN and not (scene.trigger.verb and 0 < distance < 4):
        return None
    span = scene.text.span(phrase.first, phrase.last)
    country = name.country or scene.discourse.home
    latitude, longitude = coordinates(name) or (None, None)
    return (
        Place(span.text, span.start, span.end, country, latitude, longitude),
        scene.evidence(named_place.name, phrase.first, phrase.last),
    )


@rule(
    "place: site",
    "Waasi wa Togo walishambulia raia katika soko la mji huo.",
    never="Waasi wa Togo walishambulia raia katika kampeni yao.",
)
def site(scene: Scene, words: tuple[int, int]) -> tuple[Place, Evidence] | None:
    """A market, a court, a road after the trigger: in the country that the article is about."""
    if scene.act.type in SPOKEN:
        return None
    first, last = words
    for index in range(scene.trigger.last, last):
        analysis = VOCABULARY.analyses(scene.text.types[index])[0]
        named = index + 1 < last and category(scene.text, index + 1) == "P"  # «jijini Kampala»
        if "Case=Loc" in analysis.feats and analysis.lemma in _sites() and not named and index - scene.trigger.last < 6:
            span = scene.text.span(index, index + 1)  # «barabarani», «kanisani»
            where = Place(span.text, span.start, span.end, scene.discourse.home)
            return where, scene.evidence(site.name, index, index + 1)
    for phrase, begin in _placed(scene, max(first, scene.trigger.word), last):
        if begin > scene.trigger.word and not _sites().isdisjoint(lemmas(scene.text.types[phrase.head])):
            span = scene.text.span(phrase.first, phrase.last)
            known = scene.discourse.describe(phrase.first, phrase.last)
            within = known.country or scene.discourse.home
            return (
                Place(span.text, span.start, span.end, within),
                scene.evidence(site.name, phrase.first, phrase.last),
            )
    return None


def _placed(scene: Scene, first: int, last: int) -> Iterator[tuple[NounPhrase, int]]:
    """Phrases between two words that stand where a place does, with where each begins."""
    text = scene.text
    marked = {o.phrase: o for o in scene.clauses.obliques}
    leaving = scene.act.type == "RETREAT"
    for phrase in scene.clauses.phrases:
        if not first <= phrase.first < last or phrase.first in scene.time_words:
            continue
        oblique = marked.get(phrase)
        if oblique is not None:
            act = bool(namings(text.types[phrase.head]))  # «katika mashambulizi nchini Togo»: only Togo is the place
            if not act and (oblique.sense in PLACING or leaving and oblique.sense == "from"):
                yield phrase, oblique.first
                continue
        elif phrase.name and phrase.first > scene.trigger.word and _follows_its_act(scene, phrase):
            yield phrase, phrase.first
            continue
        for index in range(phrase.first + 1, phrase.last):
            word = scene.lower(index)
            if word in INSIDE or word in ("mwa", "kwa") and category(text, index - 1) in "BN":
                name = next(iter(scene.discourse.names_in(index, phrase.last)), None)
                if name is not None:
                    begin, end = text.index_at(name.start), text.index_at(name.end - 1) + 1
                    yield NounPhrase(begin, begin, end, frozenset({9}), True), index
                break


INSIDE = frozenset("mjini nchini huko mkoani jimboni kisiwani wilayani jijini kote".split())
"""Inside a phrase they tie a place to it: «shambulizi la hoteli mjini Lomé»."""


def _follows_its_act(scene: Scene, phrase: NounPhrase) -> bool:
    """«amewasili Lomé», «maandamano Lomé»: nothing but its own words, a time or a direction stands between."""
    if not (scene.act.roles.get("at") or not scene.trigger.verb):
        return False
    between = [i for i in range(scene.trigger.last, phrase.first) if i not in scene.time_words]
    return len(between) <= 2 and all(category(scene.text, i) in "BADC" for i in between)


def _place_name(scene: Scene, phrase: NounPhrase) -> Entity | None:
    """The place that a phrase names: «Lomé», «mji mkuu wa Lomé», but not «mkutano wa Umoja wa Afrika»."""
    text = scene.text
    names = [n for n in scene.discourse.names_in(phrase.first, phrase.last) if n.type == "LOC"]
    names.sort(key=lambda n: scene.lower(text.index_at(n.start) - 1) not in INSIDE if n.start else True)
    for name in names:
        first = text.index_at(name.start)
        if first == phrase.first or category(text, first - 1) in "CBE,":
            return name
    return None
