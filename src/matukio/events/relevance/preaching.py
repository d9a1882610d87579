"""What preachers ask of the faithful, which is no politics: «aliwaomba watu watubu ili waokolewe siku ya kiama»."""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import among_lemmas
from matukio.events.parties.roles import Roles
from matukio.record import Party

SALVATION: Final = frozenset("dhambi kiama okoka toba tubu ulokole unabii wokovu".split())
PREACHED: Final = frozenset("AID REQUEST".split())


def is_preached(scene: Scene, roles: Roles) -> bool:
    """Whether believers alone have a part in it and the sentence speaks of sin and salvation."""
    sentence = scene.clauses.sentence
    types = scene.text.types[sentence.first : sentence.last]
    return scene.act.type in PREACHED and is_sermon((*roles.actors, *roles.recipients), types)


def is_sermon(parties: tuple[Party, ...], types: list[int]) -> bool:
    """The same of the parties and the word types of the sentence."""
    faithful = all(party.sector in (None, "CVL", "REL") for party in parties)
    return faithful and among_lemmas(SALVATION, types)
