"""Where an act happened: the place told with its own verb or noun, then the one that opens its clause or stands beside.

In «Polisi mjini Ndjamena wamesema waasi walishambulia kambi karibu na Bol» the attack was near Bol.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.events.clauses.meantime import completed, shared
from matukio.events.clauses.owners import describes, locates
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import BODILY, is_called, namings
from matukio.events.places.beside import place_beside, place_set_before
from matukio.events.places.names import sites
from matukio.events.places.of_verbs import SPOKEN, stands_with
from matukio.events.places.placing import Placed, nearest
from matukio.events.places.saying_where import is_there
from matukio.events.places.spots import Spot, spots_in
from matukio.events.places.whole import whole_places
from matukio.rules import Rule, rule
from matukio.swahili import Predicate, category

PlaceRule = Rule[[Scene, Sequence[Spot]], "Placed | None"]


def place_of(scene: Scene) -> Placed | None:
    """The place of the act."""
    spots = whole_places(scene, spots_in(scene))
    rules: tuple[PlaceRule, ...] = (
        place_of_noun, place_of_verb, place_gone_to, place_of_guest, place_closed, place_of_first_verb,
        place_of_subject, place_before, place_beside, place_set_before,
    )  # fmt: skip
    return next((place for each in rules if (place := each(scene, spots)) is not None), None)


@rule(
    "place: of the noun",
    "Ghana imelaani mashambulizi katika mji wa Lomé.",
    "Ghana imelaani maandamano yaliyofanyika Lomé.",
    never="Ghana imelaani mashambulizi ya Togo.",
)
def place_of_noun(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """The place right after an event noun or told with its relative verb."""
    word, predicates = scene.trigger.word, scene.clauses.predicates
    if scene.trigger.verb:  # «walifanya shambulizi lililosababisha vifo mjini Lomé»
        told = [s for s in spots if s.predicate is not None and s.begin > word and not s.bare]
        told = [s for s in told if scene.act.rest and describes(predicates[s.predicate or 0], scene.trigger)]
        return nearest(scene, told, place_of_noun.name)
    fitting = [
        s
        for s in spots
        if s.begin > word
        and not _of_other(scene, s)
        and not _is_of_subject(scene, s)
        and (not s.bare or _next_to(scene, s))
        and (
            s.predicate is None
            or predicates[s.predicate].first < word
            or describes(predicates[s.predicate], scene.trigger)
        )
    ]
    return nearest(scene, fitting, place_of_noun.name)


def _of_other(scene: Scene, spot: Spot) -> bool:
    """«shutuma za mauaji mjini Lomé»: the place is that of the deed told between."""
    if scene.act.type in BODILY:
        return False
    between = range(scene.trigger.last, spot.begin)
    return any(category(scene.text, i) == "N" and namings(scene.text.types[i]) for i in between)


def _is_of_subject(scene: Scene, spot: Spot) -> bool:
    """«kufuatia uvamizi huo, mpaka wa Arar ulifungwa»: the place stands in the subject of the next verb."""
    if all(scene.lower(i) != "," for i in range(scene.trigger.last, spot.begin)):
        return False
    following = next((p for p in scene.clauses.predicates if p.first == spot.last), None)
    if scene.lower(spot.begin - 1) == "," and following is not None and following.outer.finite:
        return following.outer.relative is None
    return any(
        phrase.first <= spot.begin < phrase.last and phrase.first > scene.trigger.last
        for p in scene.clauses.predicates
        if p.first > spot.begin and p.outer.relative is None
        for phrase in p.subjects
    )


def _next_to(scene: Scene, spot: Spot) -> bool:
    """Whether nothing stands between a noun, or its relative verb, and a name: «maandamano yanayoendelea Lomé»."""
    after = scene.trigger.last
    if spot.predicate is not None and scene.clauses.predicates[spot.predicate].first > scene.trigger.word:
        after = scene.clauses.predicates[spot.predicate].last
        if scene.clauses.predicates[spot.predicate].verb.object is not None:
            return False  # «shambulizi linaloihusisha Togo»
    elif scene.act.type in SPOKEN or scene.act.type == "AID":
        return False
    between = [i for i in range(after, spot.first) if i not in scene.time_words]
    return len(between) <= 1 and all(category(scene.text, i) in "BAD" for i in between)


@rule(
    "place: of the verb",
    "Waasi walishambulia kambi mjini Lomé.",
    "Rais wa Ghana amewasili Lomé.",
    "Waasi waliuawa kaskazini mwa Mali.",
    never="Waasi wa Togo walishambulia kambi.",
)
def place_of_verb(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """The place told after the act's verb, or the verb whose subject or object it is."""
    own = scene.trigger.predicate
    if own is None or not scene.trigger.verb and scene.trigger.slot not in ("subject", "object", "na"):
        return None
    fitting = [s for s in spots if stands_with(scene, s, own) or _right_after(scene, s, own)]
    return nearest(scene, fitting, place_of_verb.name)


def _right_after(scene: Scene, spot: Spot, own: int) -> bool:
    """«akiwa ziarani nchini Togo»: where somebody is said to be."""
    return locates(scene.clauses.predicates[own]) and scene.trigger.verb and spot.begin == scene.trigger.last


GOING: Final = frozenset("elekea enda fika rejea safiri wasili".split())
FOR: Final = frozenset(["kwa", "kwa ajili ya", "katika"])


@rule(
    "place: where they go for it",
    "Rais wa Ghana amewasili Lomé kwa ajili ya mkutano.",
    "Rais wa Ghana yuko Lomé kwa mazungumzo na Rais wa Togo.",
    never="Rais wa Ghana aliondoka Lomé kwa mazungumzo na Rais wa Togo.",
)
def place_gone_to(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """Where those who meet are, or have come to, «kwa mazungumzo»."""
    word = scene.trigger.word
    if scene.trigger.verb or scene.act.type != "CONSULT":
        return None
    if not any(o.phrase.head == word and o.preposition in FOR for o in scene.clauses.obliques):
        return None
    fitting = []
    for spot in spots:
        before = None if spot.predicate is None else scene.clauses.predicates[spot.predicate]
        if before is None or not before.last <= spot.begin < word:
            continue
        if not GOING.isdisjoint(before.verb.chain) or is_there(scene, spot.begin):
            fitting.append(spot)
    return nearest(scene, fitting, place_gone_to.name)


@rule(
    "place: where they are",
    "Rais wa Ghana amekutana na Rais wa Togo, ambaye yuko Accra kwa ziara.",
    never="Rais wa Ghana amekutana na Rais wa Togo, ambaye anatoka Lomé.",
)
def place_of_guest(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """Where somebody is who is met: «… amekutana na Rais wa Togo, ambaye yuko Accra»."""
    if scene.act.type != "CONSULT" or scene.act.mode == "phone" or scene.predicate is None:
        return None
    if scene.predicate.outer.tense not in ("past", "perfect"):
        return None
    fitting = [s for s in spots if s.begin > scene.trigger.last and is_there(scene, s.begin)]
    return nearest(scene, [s for s in fitting if _is_whom(scene, s)], place_of_guest.name)


def _is_whom(scene: Scene, spot: Spot) -> bool:
    verb = next((p for p in scene.clauses.predicates if p.last == spot.begin), None)
    return verb is not None and scene.lower(verb.first - 1) == "ambaye"


@rule(
    "place: what is closed",
    "Serikali ya Togo imefunga uwanja wa ndege wa Lomé.",
    "Uwanja wa ndege wa Lomé umefungwa na polisi.",
    never="Serikali ya Togo imefunga shule.",
)
def place_closed(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """A place by name that is closed or cordoned off."""
    own = scene.predicate
    if scene.act.type != "COERCE" or own is None or CLOSING.isdisjoint(own.verb.chain) or not scene.trigger.verb:
        return None
    closed = own.subjects if own.verb.passive else own.objects
    fitting = []
    for phrase in closed:
        names = [n for n in scene.discourse.names_in(phrase.first, phrase.last) if n.type == "LOC"]
        if names and is_called(scene.text.types[phrase.head], sites("site")):
            fitting.append(Spot(phrase.first, phrase.first, phrase.last, names[0], None))
    return nearest(scene, fitting, place_closed.name)


CLOSING: Final = frozenset("funga fungia zingira zunguka".split())


@rule(
    "place: of the verb before",
    "Rais wa Ghana alifika mjini Lomé na kusaini makubaliano na Togo.",
    "Rais wa Ghana ataelekea Lomé Jumanne kukutana na Rais wa Togo.",
    never="Waasi wa Togo walishambulia kambi.",
)
def place_of_first_verb(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """The place of the verb that an infinitive completes or a «-ki-» goes with."""
    own = scene.trigger.predicate
    if own is None or not scene.trigger.verb or scene.act.type in SPOKEN:
        return None
    for number in shared(scene.clauses, own):
        fitting = [
            s
            for s in spots
            if s.predicate is not None
            and (s.predicate == number or number in set(completed(scene.clauses, s.predicate)))
            and s.begin < scene.trigger.first
            and (not s.bare or _goes_to(scene, s))
        ]
        if fitting:
            return nearest(scene, fitting, place_of_first_verb.name)
    return None


def _goes_to(scene: Scene, spot: Spot) -> bool:
    """«ataelekea Lomé Jumanne kukutana na …»: a name right after a verb of going."""
    verb = next((p for p in scene.clauses.predicates if p.last == spot.begin), None)
    return verb is not None and not GOING.isdisjoint(verb.verb.chain)


@rule(
    "place: of the subject",
    "Polisi katika mji wa Lomé wamewakamata wavuvi.",
    "Mji wa Lomé umetekwa na waasi.",
    never="Waasi wa Togo walishambulia kambi.",
)
def place_of_subject(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """The place of those who do it: «polisi mjini Lomé», «wauguzi katika hospitali hiyo»; a place that is attacked."""
    own = _first_verb(scene)
    if own is None or not own.subjects:
        return None
    first = own.subjects[0].first
    earlier = [p for p in scene.clauses.predicates if p.first < own.first and not locates(p)]
    if any(p.first > first and p.outer.relative is None for p in earlier):
        return None  # the subject is another clause's
    if any(p.last == first and p.verb.stem == "wa" and p.outer.finite for p in earlier):
        return None  # «…, ambaye alikuwa mmoja wa matajiri nchini Togo, anashutumiwa»
    begin = max([first, *(p.last for p in earlier)])
    hit = scene.act.type == "ASSAULT" and own.verb.passive and scene.trigger.verb
    fitting = [
        s
        for s in spots
        if begin <= s.begin < own.first
        and (not s.bare or hit and s.first == first and s.name is not None and s.name.start > scene.text.starts[first])
        and (s.name is not None or s.last > s.first + 1)
        and not _of_deed(scene, first, s)
    ]
    return nearest(scene, fitting, place_of_subject.name)


def _of_deed(scene: Scene, first: int, spot: Spot) -> bool:
    """«mshukiwa wa mauaji nchini Togo ameomba …»: the place is that of the deed told in the subject."""
    if not scene.trigger.verb:
        return False
    told = [n for i in range(first + 1, spot.begin) for n in namings(scene.text.types[i]) if not n.verb]
    return any(act.type == "ASSAULT" and not act.rest for naming in told for act in naming.acts)


@rule(
    "place: before the verb",
    "Nchini Togo maafisa wamewakamata wavuvi.",
    never="Waasi wa Togo walishambulia kambi.",
)
def place_before(scene: Scene, spots: Sequence[Spot]) -> Placed | None:
    """The place that opens the clause of the act."""
    own = _first_verb(scene)
    if own is None:
        return None
    earlier = [p.last for p in scene.clauses.predicates if p.first < own.first and not locates(p)]
    first = max(earlier, default=scene.clauses.sentence.first)
    fitting = [
        s
        for s in spots
        if first <= s.begin < own.first
        and s.name is not None
        and not s.bare
        and not s.inside
        and (s.predicate is None or _leads_to(scene, scene.clauses.predicates[s.predicate]))
    ]
    return nearest(scene, fitting, place_before.name)


def _first_verb(scene: Scene) -> Predicate | None:
    """The act's predicate, or the first that it goes on from: «wanafunzi mjini Lomé waliamua kuandamana», «… walifika
    na kuandamana»; what they marched for is not said to be there."""
    own = scene.predicate
    if own is None or scene.trigger.predicate is None or scene.act.type in SPOKEN:
        return own
    first = own
    for number in shared(scene.clauses, scene.trigger.predicate):
        before = scene.clauses.predicates[number]
        goes_on = first.outer.tense != "infinitive" or first.link == "na" or before.last == first.first
        if not goes_on or before.outer.relative is not None:
            break
        first = before
    return first


ARRIVING: Final = frozenset("fika hamishiwa hamishwa ingia kimbilia rejea rudi wasili".split())
"""Verbs of coming to a place where one was not before."""


def _leads_to(scene: Scene, before: Predicate) -> bool:
    """«Akizungumza mjini Lomé …», «… mjini Lomé baada ya kukutana»: what stands there holds for the act too."""
    own = scene.predicate
    if before.outer.relative is not None or own is None:
        return False
    if own.link == "ya" and not ARRIVING.isdisjoint(before.verb.chain):
        return False  # «waliwasili Lomé baada ya kuokolewa»
    return before.outer.tense == "situational" or own.outer.tense == "infinitive" or bool(own.outer.relative)
