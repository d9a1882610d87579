"""The names of places in phrases, the nouns for sites, and the country that «nchini humo» and «taifa hilo» take up.

«mji mkuu wa Lomé» names Lomé, «historia ya Togo» no place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import is_called
from matukio.record import Entity
from matukio.swahili import NounPhrase, category
from matukio.swahili.placing import BEFORE_NAMES
from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class Site:
    """A row of sites.tsv: a noun for a place where acts happen."""

    noun: str
    kind: str


INSIDE: Final = BEFORE_NAMES | {"kote"}
"""Inside a phrase they tie a place to it: «shambulizi la hoteli mjini Lomé»."""


@cache
def sites(kind: str = "") -> frozenset[str]:
    rows = read_table(files(__package__) / "sites.tsv", Site)
    return frozenset(row.noun for row in rows if kind in ("", row.kind))


def name_at(scene: Scene, word: int) -> Entity | None:
    """The place whose name begins at the word."""
    found = next(iter(scene.discourse.names_in(word, word + 1)), None)
    if found is None or found.start != scene.text.starts[word]:
        return None
    return found if found.type == "LOC" or found.text in sites("seat") else None


def place_name(scene: Scene, phrase: NounPhrase) -> Entity | None:
    """The place that a phrase names: «Lomé», «mji mkuu wa Lomé», but not «historia ya Togo»."""
    text = scene.text
    names = [n for n in scene.discourse.names_in(phrase.first, phrase.last) if n.type == "LOC"]
    names.sort(key=lambda n: scene.lower(text.index_at(n.start) - 1) not in INSIDE if n.start else True)
    local = is_called(text.types[phrase.head], sites())
    for name in names:
        first = text.index_at(name.start)
        if first == phrase.first or scene.lower(first - 1) in INSIDE or local and category(text, first - 1) in "CBE,":
            return name
    return None


COUNTRY: Final = frozenset(["nchi", "taifa"])


def takes_up(scene: Scene, phrase: NounPhrase) -> bool:
    """«nchi hiyo …», «taifa hilo …»: a country told before."""
    if not is_called(scene.text.types[phrase.head], COUNTRY) or phrase.head + 1 >= phrase.last:
        return False
    return scene.lower(phrase.head + 1) in ("hiyo", "hilo", "hii", "hili")


INTO: Final = frozenset("ingia wasili fika".split())
"""«wasafiri kutoka Togo kuingia nchini humo»: they come from elsewhere."""
SENDING: Final = frozenset("peleka tuma".split())
"""«Togo imepeleka misaada nchini humo»: not to itself."""
ABROAD: Final = frozenset("redio radio televisheni kampuni shirika gazeti ubalozi balozi meli ndege".split())
"""What a country has in others: «Togo imefungia redio ya Ghana kutangaza nchini humo»."""


def country_before(scene: Scene, index: int) -> Entity | None:
    """The place with a country that is named last before word `index`: what «nchini humo» takes up; in its own sentence
    none of several told together, nor that of those who come, visit or are sent there."""
    names = [n for n in scene.discourse.names if n.end <= scene.text.starts[index] and n.type == "LOC" and n.country]
    first = scene.text.starts[scene.clauses.sentence.first]
    elsewhere: set[str | None] = set()
    for number in range(len(names) - 1, -1, -1):
        name = names[number]
        if name.country in elsewhere or _is_listed(scene, names, number):
            continue
        if name.start < first or not _is_elsewhere(scene, name, names[:number], index):
            return name
        elsewhere.add(name.country)
    return names[-1] if names and len(elsewhere) < 2 and names[-1].country not in elsewhere else None


def _is_listed(scene: Scene, names: list[Entity], number: int) -> bool:
    """«Kenya na Tanzania»: one of several countries told together is no single one."""
    name = names[number]
    for one, other in ((number - 1, number), (number, number + 1)):
        if one >= 0 and other < len(names) and names[one].country != names[other].country:
            between = scene.text.string[names[one].end : names[other].start].strip()
            if between in (",", "na") and name.start >= scene.text.starts[scene.clauses.sentence.first]:
                return True
    return False


def _is_elsewhere(scene: Scene, name: Entity, before: list[Entity], index: int) -> bool:
    """Whether the sentence's own words say that this country is another than «nchini humo»."""
    text, clauses = scene.text, scene.clauses
    first, last = text.indices_at(name.start, name.end)
    owner = category(text, first - 1) == "C"
    if last >= index and owner:
        return True  # «wanajeshi wa Togo nchini humo»
    verb = next((p for p in reversed(clauses.predicates) if p.first < index), None)
    chain = frozenset() if verb is None else verb.verb.chain
    if scene.lower(first - 1) == "kutoka":
        return not INTO.isdisjoint(chain)
    subject = verb is not None and any(p.first <= first < p.last for p in verb.subjects)
    if subject and not SENDING.isdisjoint(chain):
        return True
    if scene.act.mode == "visit" and owner and last <= scene.trigger.first:
        return True
    if not owner or subject or not is_called(text.types[first - 2], ABROAD):
        return False
    sentence = text.starts[clauses.sentence.first]
    return any(n.start >= sentence and n.country != name.country for n in before)
