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
    date = date_after_noun(scene, times) or date_of_verb(scene, times)
    if date is None and (alone or scene.act.type in BODILY):
        date = date_in_sentence(scene, times)
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


@rule(
    "date: in the clause",
    "Waasi walishambulia kambi Jumatatu.",
    "Jumatatu waasi walishambulia kambi.",
    never="Waasi walishambulia kambi kwa siku tatu.",
)
def date_of_verb(scene: Scene, times: Sequence[Time]) -> tuple[When, Evidence] | None:
    """The point in time told with the act's verb, or the verb whose subject or object the act is."""
    if not scene.trigger.verb and scene.trigger.slot not in ("subject", "object", "na"):
        return None
    predicate = scene.predicate
    if predicate is None:
        return None
    first, last = zone(scene)
    begin = first
    governing = _governing(scene)
    for number, other in enumerate(scene.clauses.predicates):
        if number in governing:
            continue  # «Mwaka 2011 alilazimishwa kuachia madaraka»
        if first <= other.first < predicate.first and other.last <= scene.trigger.word:
            begin = max(begin, other.last)  # what an earlier verb of the clause says of itself is not for this one
    return _nearest(scene, times, first if begin == first else begin, last, date_of_verb.name)


def _governing(scene: Scene) -> set[int]:
    """The predicates on which an infinitive depends, as positions in the sentence's list."""
    found: set[int] = set()
    predicates = scene.clauses.predicates
    at = scene.trigger.predicate
    while at is not None and predicates[at].outer.tense == "infinitive" and predicates[at].governor not in found:
        at = predicates[at].governor
        if at is not None:
            found.add(at)
    return found


@rule(
    "date: after the noun",
    "Ghana imelaani mauaji ya wavuvi ya Jumatatu.",
    never="Jumatatu Ghana ililaani mauaji ya wavuvi.",
)
def date_after_noun(scene: Scene, times: Sequence[Time]) -> tuple[When, Evidence] | None:
    """The point in time that follows an event noun before any other verb."""
    if scene.trigger.verb:
        return None
    _, last = zone(scene)
    return _nearest(scene, times, scene.trigger.last, last, date_after_noun.name)


@rule(
    "date: in the sentence",
    "Jumatatu, polisi walisema, waasi walishambulia kambi.",
    never="Waasi walishambulia kambi Jumatatu.",
)
def date_in_sentence(scene: Scene, times: Sequence[Time]) -> tuple[When, Evidence] | None:
    """The only point in time of a sentence that tells of one act, or the one that opens it."""
    if scene.act.type in SPOKEN - {"SUPPORT", "AGREE", "CONCEDE"}:
        return None
    points = [t for t in times if is_point(t)]
    sentence = scene.clauses.sentence
    opening = [t for t in points if t.start - scene.text.starts[sentence.first] < 12]
    if len(points) != 1 and not opening:
        return None
    return _nearest(scene, opening or points, sentence.first, sentence.last, date_in_sentence.name)


def _nearest(scene: Scene, times: Sequence[Time], first: int, last: int, by: str) -> tuple[When, Evidence] | None:
    if last <= first:
        return None
    start, end = scene.text.starts[first], scene.text.ends[last - 1]
    at = scene.text.starts[scene.trigger.word]
    fitting = [t for t in times if start <= t.start and t.end <= end and is_point(t) and not _bounds(scene, t)]
    if not fitting:
        return None
    best = min(fitting, key=lambda t: t.start - at if t.start > at else at - t.start + 10)
    return When(best.text, best.start, best.end, best.value), Evidence(by, best.start, best.end)


def _bounds(scene: Scene, time: Time) -> bool:
    """«tangu 2000», «hadi Ijumaa», «kabla ya uchaguzi wa Julai»: a time that only bounds another."""
    index = scene.text.index_at(time.start)
    return index > 0 and scene.lower(index - 1) in ("tangu", "hadi", "mpaka", "toka")


def is_point(time: Time) -> bool:
    """Whether a time says when, as a date does, not how long or how often or just «sasa»."""
    if time.type not in ("DATE", "TIME") or time.value in ("PRESENT_REF", "FUTURE_REF"):
        return False
    return not time.value.startswith("T")


def exactness(value: str) -> int:
    """How exactly a TIMEX3 value dates: a day before a month before a year before «hivi karibuni»."""
    return 0 if value.endswith("REF") else len(value.replace("-", "").replace("X", ""))
