"""How many were killed, wounded or arrested, and what an act is about.

«Watu 10 wameuawa na wengine watano kujeruhiwa»: 10 dead, 5 injured.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import is_called, names_of
from matukio.events.lexicon.ontology import contexts
from matukio.frozen import quick_init
from matukio.record import Evidence, Party
from matukio.rules import rule
from matukio.swahili.numbers import number_at
from matukio.swahili.vocabulary import forgetful

DEAD: Final = frozenset("ua uawa uliwa fa chinja".split())
INJURED: Final = frozenset("jeruhi jeruhiwa umiza umia".split())


@dataclass(frozen=True, slots=True)
class Counts:
    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None
    evidence: tuple[Evidence, ...] = ()


quick_init(Counts)


@rule(
    "size: number of people",
    "Waasi wa Chad wamewaua askari 12.",
    "Watu watano wamekamatwa na polisi wa Togo.",
    never="Waasi wa Chad wamewaua askari.",
)
def size_of(scene: Scene, victims: tuple[Party, ...]) -> Counts:
    """The number in the words of those whom the act befell, read by the verb as dead, injured or arrested."""
    trigger = scene.text.types[scene.trigger.word]
    kind = (
        "dead" if is_called(trigger, DEAD)
        else "injured" if is_called(trigger, INJURED)
        else "arrested" if scene.act.mode == "arrest" and scene.act.type == "COERCE"
        else None
    )  # fmt: skip
    if kind is None:
        return Counts()
    total, evidence = 0, []
    for party in victims:
        if (found := _number_in(scene, party)) is not None:
            total += found[0]
            evidence.append(Evidence(size_of.name, found[1], found[2]))
    if not total:
        return Counts()
    return Counts(**{kind: total}, evidence=tuple(evidence))


def _number_in(scene: Scene, party: Party) -> tuple[int, int, int] | None:
    text = scene.text
    index = text.index_at(party.start)
    while index < len(text) and text.starts[index] < party.end:
        found = number_at(text, index)
        if found is not None and text.ends[found[1] - 1] <= party.end:
            return int(found[0]), text.starts[index], text.ends[found[1] - 1]
        index += 1
    return None


@cache
def _by_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in contexts():
        for words in (tuple(entry.split()) for entry in row.words):
            found.setdefault(words[0], []).append((words, row.context))
    return {word: tuple(rows) for word, rows in found.items()}


def contexts_of(scene: Scene) -> tuple[str, ...]:
    """What the act's clause is about: military, election, legal …, in the order of the words."""
    first, last = scene.scope()
    types = scene.text.types
    found: dict[str, None] = {}
    for offset, opened in enumerate(list(map(_OPENED.__getitem__, types[first:last]))):
        at = first + offset + 1
        for words, context in opened:
            rest = words[1:]
            if not rest or at + len(rest) <= last and all(w in names_of(types[at + k]) for k, w in enumerate(rest)):
                found[context] = None
    return tuple(found)


class _Opened(dict[int, tuple[tuple[tuple[str, ...], str], ...]]):
    """Type id → the words of each context that it can open, itself among them, with the context."""

    def __missing__(self, type_id: int) -> tuple[tuple[tuple[str, ...], str], ...]:
        by_word = _by_word()
        found: tuple[tuple[tuple[str, ...], str], ...] = ()
        for name in names_of(type_id):
            found += by_word.get(name, ())
        self[type_id] = found
        return found


_OPENED: Final = forgetful(_Opened())
