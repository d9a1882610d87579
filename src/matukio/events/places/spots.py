"""The places told in a sentence, each with its preposition and the verb that it stands after.

«Polisi mjini Ndjamena walimkamata karibu na soko.» tells two: «Ndjamena», within the phrase of the police, and «soko».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from matukio.claims.attribution import SPOKEN
from matukio.entities import coordinates
from matukio.entities.homes import BODIES
from matukio.events.clauses.owners import locates, qualifies
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import is_called, names_of, namings
from matukio.events.places.borders import borders
from matukio.events.places.locatives import everywhere, locatives
from matukio.events.places.names import INSIDE, country_before, name_at, place_name, sites, takes_up
from matukio.events.places.saying_where import is_there, of_country, of_post, says_side, says_where
from matukio.frozen import quick_init
from matukio.record import Entity
from matukio.swahili import NounPhrase, category
from matukio.swahili.categories import SIDES_OF


@dataclass(frozen=True, slots=True)
class Spot:
    """Words that name a place: `first` … `last` - 1, with their preposition from `begin` on.

    `predicate` is the nearest before it that does more than describe a noun, as a position in the sentence's list;
    `bare` tells that no preposition marks it, `inside` that it stands within a phrase: «polisi mjini Bol»;
    `several`: its names are of more than one country.
    """

    begin: int
    first: int
    last: int
    name: Entity | None
    predicate: int | None
    bare: bool = False
    inside: bool = False
    several: bool = False


quick_init(Spot)


HERE: Final = frozenset("hapa hapo kule pale".split())
"""«hapa Lomé», «kule Togo» say where as «huko Togo» does."""


def spots_in(scene: Scene) -> Iterator[Spot]:
    """Every place told in the sentence."""
    told = [_border(scene, *each) for each in borders(scene)]
    yield from told
    for spot in _spots(scene):
        if not any(border.begin <= spot.last - 1 and spot.begin < border.last for border in told):
            yield spot


def _border(scene: Scene, begin: int, first: int, last: int, two: bool) -> Spot:
    """A border as a place: of one country where only one is told."""
    names = [n for n in scene.discourse.names_in(first, last) if n.type == "LOC"]
    return Spot(begin, first, last, names[0], _last_before(_telling(scene), begin), several=two)


def _spots(scene: Scene) -> Iterator[Spot]:
    text, clauses, lowers = scene.text, scene.clauses, scene.text.lowers
    marked = {(o.phrase.first, o.phrase.head, o.phrase.last): o for o in clauses.obliques}
    telling = _telling(scene)
    for phrase in clauses.phrases:
        oblique = marked.get((phrase.first, phrase.head, phrase.last))
        beside = phrase.first + 1
        if phrase.first in scene.time_words:
            phrase = _without_time(scene, phrase)
            if phrase.first == phrase.last:
                continue
            beside = phrase.first  # «Jumapili mjini Lomé»
        begin = phrase.first if oblique is None else oblique.first
        number = _last_before(telling, begin)
        if oblique is not None and of_post(scene, begin) or of_country(scene, begin):
            continue
        if oblique is not None and not oblique.preposition and not says_side(scene, phrase):
            continue
        placing = oblique is not None and says_where(scene, oblique, phrase)
        if placing and not namings(text.types[phrase.head]):
            yield from _marked(scene, phrase, begin, number)
            continue
        if not scene.trigger.verb and phrase.head == scene.trigger.word:
            place = _town_of(scene) or _hit(scene)
            if place is not None:
                yield place
        if oblique is None and (name := _bare_name(scene, phrase)) is not None:
            here = scene.lower(begin - 1) in HERE and scene.lower(begin - 2) not in HERE
            known = here or is_there(scene, begin) or says_side(scene, phrase) or _adds_town(scene, phrase)
            known = known or _is_seat(scene, phrase)
            yield Spot(begin, phrase.first, phrase.last, name, number, bare=not known, inside=here)
        for index in range(beside, phrase.last):
            word = lowers[index]
            if word in INSIDE or word in ("mwa", "kwa") and category(text, index - 1) in "BN":
                name = next((n for n in scene.discourse.names_in(index, phrase.last) if n.type == "LOC"), None)
                if name is not None:
                    first, last = text.indices_at(name.start, name.end)
                    if word == "mwa" and first == index + 1:
                        while scene.lower(first - 1) in SIDES_OF or scene.lower(first - 1) == "mwa":
                            first -= 1  # «upande wa kusini mashariki mwa Mali»
                    yield Spot(index, first, last, name, number, inside=True)
                break
    if scene.act.type not in SPOKEN:  # beside words «bungeni», «majumbani» are mostly where something else is
        yield from (Spot(i, i, i + 1, None, _last_before(telling, i)) for i in locatives(scene))
        yield from (Spot(i, i, i + 2, None, _last_before(telling, i)) for i in everywhere(scene))


def _end(scene: Scene, first: int, last: int) -> int:
    """Where a place ends: before somebody's name («bunge hilo Asha Mushi …»), and at a comma, unless a wider place
    follows («Goma, Kongo»)."""
    people = [scene.text.index_at(n.start) for n in scene.discourse.names_in(first, last) if n.type == "PER"]
    last = min([last, *(word for word in people if word > first)])
    for index in range(first + 1, last):
        if scene.lower(index) == "," and (index + 1 == last or name_at(scene, index + 1) is None):
            return index
    return last


def _without_time(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """«Jumatano White House» without the day."""
    first = phrase.first
    while first < phrase.last and first in scene.time_words:
        first += 1
    return NounPhrase(first, max(first, phrase.head), phrase.last, phrase.classes, True)


def _marked(scene: Scene, phrase: NounPhrase, begin: int, number: int | None) -> Iterator[Spot]:
    """The place in a phrase after «katika», «mjini», «karibu na»."""
    names = names_of(scene.text.types[phrase.head])
    name, last = place_name(scene, phrase), phrase.last
    if (
        name is None
        and not sites().isdisjoint(names)
        and scene.lower(min(last, scene.clauses.sentence.last - 1)) == ","
    ):
        name = name_at(scene, last + 1) if last + 1 < scene.clauses.sentence.last else None
        if name is not None:  # «mji mkuu, Lomé»
            last = scene.text.index_at(name.end - 1) + 1
    if name is not None and scene.lower(phrase.head + 1) == "mkuu" and scene.lower(last) == ",":
        capital = name_at(scene, last + 1) if last + 2 < scene.clauses.sentence.last else None
        if capital is not None and coordinates(capital) is not None and capital.country in (name.country, None):
            name, last = capital, scene.text.index_at(capital.end - 1) + 1  # «mji mkuu wa Somalia, Mogadishu»
    if name is not None and name.country is None and takes_up(scene, phrase):
        name = country_before(scene, begin) or name  # «taifa hilo la Afrika Magharibi»
    if name is None and last == phrase.first + 1 and "eneo" in names and scene.lower(last) != "bunge":
        return  # «katika eneo» says nothing
    if name is not None and sites().isdisjoint(names) and _placed_inside(scene, phrase, name):
        first = scene.text.index_at(name.start)  # «juu ya mfumo wa afya nchini Togo»
        yield Spot(first - 1, first, scene.text.index_at(name.end - 1) + 1, name, number)
    elif name is not None or not sites("site").isdisjoint(names):
        yield Spot(begin, phrase.first, _end(scene, phrase.first, last), name, number)
    elif scene.lower(phrase.first) in ("humo", "hiyo"):
        before = country_before(scene, begin)
        if before is not None or scene.discourse.home:
            yield Spot(begin, begin, phrase.last, before, number)


def _placed_inside(scene: Scene, phrase: NounPhrase, name: Entity) -> bool:
    """Whether the name stands after «nchini», «mjini» within a phrase that has its own head."""
    first = scene.text.index_at(name.start)
    return phrase.head < first - 1 and scene.lower(first - 1) in INSIDE and not phrase.name


def _town_of(scene: Scene) -> Spot | None:
    """The town that an event noun has as its complement: «mkutano wa Berlin», «uvamizi wa siku tano wa mji wa Goma»; a
    country may be who does it."""
    at, last = scene.trigger.last, scene.clauses.sentence.last
    if at + 1 >= last or category(scene.text, at) != "C":
        return None
    phrase = scene.trigger.phrase
    if _of_genocide(scene) and category(scene.text, at + 2) == "C":
        at += 2  # «mauaji ya halaiki ya Rwanda»
    if at + 1 in scene.time_words or category(scene.text, at + 1) == "N" and not _is_site(scene, at + 1):
        upto = phrase.last if phrase is not None else at
        at = next((i for i in range(at + 1, upto) if category(scene.text, i) == "C" and _is_site(scene, i + 1)), at)
    first, name = at + 1, name_at(scene, at + 1) if at + 1 < last else None
    if name is None and _is_site(scene, first) and first + 2 < last and category(scene.text, first + 1) == "C":
        name = name_at(scene, first + 2)  # «uvamizi wa mji wa Goma»
    if name is None or coordinates(name) is None and not _is_fought_over(scene, name):
        return None
    return Spot(at, first, scene.text.index_at(name.end - 1) + 1, name, scene.trigger.predicate)


def _is_fought_over(scene: Scene, name: Entity) -> bool:
    """«mapigano ya Darfur», «mauaji ya halaiki ya Rwanda», «vita vya Ukraine»: a region does nothing, and a country
    fights with others and kills them, unless the noun is of what happens within one."""
    if name.type != "LOC" or name.link is None or name.country in BODIES:
        return False
    if scene.act.type not in ("ASSAULT", "PROTEST"):
        return False
    within = is_called(scene.text.types[scene.trigger.word], WITHIN) or _of_genocide(scene)
    return within or not name.link.startswith("cty:")


def _of_genocide(scene: Scene) -> bool:
    return scene.lower(scene.trigger.last + 1) in ("halaiki", "kimbari")


WITHIN: Final = frozenset("ghasia machafuko maandamano mgogoro mzozo vita vurugu".split())


def _hit(scene: Scene) -> Spot | None:
    """The building or camp that was attacked: «shambulizi la hoteli mjini Lomé», «uvamizi wa bunge»."""
    at, last = scene.trigger.last, scene.clauses.sentence.last
    if scene.act.type != "ASSAULT" or at + 1 >= last or category(scene.text, at) != "C":
        return None
    phrase = next((p for p in scene.clauses.phrases if p.first <= at < p.last), None)
    if phrase is None or not is_called(scene.text.types[at + 1], sites("site")):
        return None
    last = next((i for i in range(at + 1, phrase.last) if i in scene.time_words), phrase.last)
    names = [n for n in scene.discourse.names_in(at + 1, last) if n.type == "LOC"]
    name = names[-1] if names else None  # «ubalozi wa Ghana mjini Lomé» stands in Togo
    return Spot(at, at + 1, _end(scene, at + 1, last), name, None)


def _is_site(scene: Scene, word: int) -> bool:
    """«mji», «kijiji»: what carries the name of the place after it."""
    return word < scene.clauses.sentence.last and scene.lower(word) in ("mji", "kijiji", "kisiwa", "bandari")


def _bare_name(scene: Scene, phrase: NounPhrase) -> Entity | None:
    """The place named by a phrase without a preposition: «Lomé», «uwanja wa ndege wa Lomé»."""
    text, first = scene.text, phrase.first
    if (
        phrase.first > scene.clauses.sentence.first
        and scene.lower(first - 1) in ("na", ",")
        and not (scene.lower(first - 1) == "," and _is_seat(scene, phrase))
    ):
        return name_at(scene, first) if phrase.name and _adds_town(scene, phrase) else None
    if phrase.name:
        return name_at(scene, first)
    if not is_called(text.types[phrase.head], sites("site")) and not says_side(scene, phrase):
        return None
    return next((n for n in scene.discourse.names_in(first, phrase.last) if n.type == "LOC"), None)


def _is_seat(scene: Scene, phrase: NounPhrase) -> bool:
    """«amefanya mazungumzo na Juma Ali, Ikulu ya Lomé»: where a president receives, unless it is who speaks or acts."""
    if scene.act.type != "CONSULT" or scene.lower(phrase.head) != "ikulu" or phrase.first <= scene.trigger.first:
        return False
    later = [p for p in scene.clauses.predicates if p.first > phrase.first]
    return not any(phrase in p.subjects or phrase in p.objects for p in later)


def _adds_town(scene: Scene, phrase: NounPhrase) -> bool:
    """«Mahakama ya Kivukoni, Lomé imemwachilia»: a name that only says where the building stands."""
    comma, text = phrase.first - 1, scene.text
    if scene.lower(comma) != "," or not any(p.first == phrase.last for p in scene.clauses.predicates):
        return False
    bodies = [text.index_at(n.start) for n in scene.discourse.names if n.end == text.ends[comma - 1]]
    heads = [*bodies, *(p.head for p in scene.clauses.phrases if p.last == comma)]
    return any(is_called(text.types[head], sites("site")) for head in heads)


def _telling(scene: Scene) -> list[tuple[int, int]]:
    """Where each predicate ends that does more than describe a noun, with its position in the sentence's list."""
    predicates = enumerate(scene.clauses.predicates)
    return [(p.last, n) for n, p in predicates if not locates(p) and not qualifies(scene.text, p)]


def _last_before(telling: list[tuple[int, int]], word: int) -> int | None:
    """The position of the last of these predicates that ends before the word."""
    for last, number in reversed(telling):
        if last <= word:
            return number
    return None
