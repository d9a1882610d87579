"""What families do among themselves, which is no politics: «mume wake alimtaka baba yake azungumze naye».

Violence is left: «alishambuliwa na mume wake» may come before a court.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.parties.roles import Roles
from matukio.record import Party

KIN: Final = frozenset(
    "baba babu bibi binti dada familia jamaa kaka mama mke mume mtoto mwana mzazi nduguye ndugu shangazi watoto wazazi"
    " mchumba mpenzi rafiki wanafamilia".split()
)
FUSED: Final = frozenset(
    "babake babangu bintiye dadake dadangu kakake mamake mamangu mkewe mpenziwe mumewe mwanae mwanangu mwanawe nduguye"
    " wanawe".split()
)
"""Kin with whose they are in one word."""
WHOSE: Final = frozenset([stem + end for stem in ("w", "y", "z") for end in ("ake", "ako", "angu", "ao", "enu", "etu")])
AMONG_THEM: Final = frozenset(
    "disapprove restrict AGREE AID CONCEDE CONSULT REJECT REQUEST RETREAT SUPPORT THREATEN".split()
)


def among_kin(scene: Scene, roles: Roles) -> bool:
    """Whether a private person deals with kin, and nobody else has a part in it."""
    if scene.act.type not in AMONG_THEM and scene.act.mode not in AMONG_THEM:
        return False
    if scene.act.type in ("ACCUSE", "REQUEST") and not roles.recipients:
        return False  # «familia yake inadai uchunguzi huru»: of the authorities
    parties = (*roles.actors, *roles.recipients)
    if scene.act.type == "AID" and scene.act.lemma not in ("nusuru", "okoa") and _are_strangers(roles):
        return True
    return are_family(parties)


def are_family(parties: tuple[Party, ...]) -> bool:
    """Whether somebody's kin is among the parties and all of them are private people."""
    private = all(party.sector in (None, "CVL", "UNK") for party in parties)
    return private and any(_is_kin(party) for party in parties)


def _are_strangers(roles: Roles) -> bool:
    """«raia wamewasaidia wapenzi hao»: private people who are told without a name help each other."""
    sides = (roles.actors, roles.recipients)
    return all(side and all(p.sector == "CVL" and not p.name for p in side) for side in sides)


def _is_kin(party: Party) -> bool:
    words = party.text.lower().split()
    if party.name:
        return False  # «mkewe Asha Juma»: told by her name she is somebody
    return words[0] in FUSED or words[0] in KIN and not WHOSE.isdisjoint(words[1:3])
