"""The conditions of an entry on its parties: `needs` of acts.tsv that ask who they are, one after the other.

«shikilia» is COERCE only with a political subject and somebody held: «polisi wanamshikilia mwandishi».
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.clauses.who_can_act import can_act
from matukio.events.parties.roles import ARMED, Roles
from matukio.events.senses.needs import OF_WORDS
from matukio.record import Party
from matukio.swahili.vocabulary import VOCABULARY


def needs_hold(scene: Scene, roles: Roles) -> bool:
    """Whether every condition on the parties is met."""
    parties = (*roles.actors, *roles.recipients)
    subject, obj = roles.slots.get("subject"), roles.slots.get("object")
    for need in scene.act.needs:
        if need in OF_WORDS:
            continue
        match need:
            case "political":
                holds = (
                    any(is_known(p) for p in parties) or (not scene.trigger.verb or not parties) and party_beside(scene)
                )
            case "political-subject":
                holds = subject is not None and any(p.country or p.sector for p in subject.parties)
                if scene.passive and not (subject and subject.parties):
                    holds = obj is not None and any(p.country or p.sector for p in obj.parties)
            case "troops-subject":
                holds = subject is not None and any(p.sector == "MIL" for p in subject.parties)
            case "unarmed":
                holds = subject is not None and not any(p.sector in ARMED for p in subject.parties)
            case "political-object":
                holds = obj is not None and any(p.country or p.sector for p in obj.parties)
            case "named":
                holds = any(p.name or p.country for p in parties)
            case "rioters":
                holds = bool(roles.actors) and all(_riots(p) for p in roles.actors)
            case "from-body":
                holds = _leaves_body(scene)
            case "actor":
                holds = bool(roles.actors)
            case "recipient":
                holds = bool(roles.recipients) or _is_person(scene)
            case "no-act":
                holds = True  # known only when every act of the sentence is
            case _:
                holds = len(parties) > 1 or any(_plural(p) for p in parties)
        if not holds:
            return False
    return True


def is_known(party: Party) -> bool:
    """Whether a party has a country or a sector, or is «pande zote», the sides of a conflict."""
    return bool(party.country or party.sector) or are_sides(party)


def are_sides(party: Party) -> bool:
    """«pande zote»: whoever they are, they are the sides of a conflict or a deal."""
    words = party.text.lower().split()
    return words[0] == "pande" and len(words) > 1 and "za" not in words  # «pande zote za barabara»


def party_beside(scene: Scene) -> bool:
    """Whether the clause of a bare event noun names a country, a body or somebody in office: «mkutano umeanza» in an
    article on ministers is theirs."""
    first, last = scene.scope()
    return any(
        can_act(scene.discourse, phrase)
        and scene.discourse.describe(phrase.first, phrase.last).sector not in NOT_POLITICAL
        for phrase in scene.clauses.phrases
        if first <= phrase.first < last and phrase.first not in scene.time_words
    )


PROTESTERS: Final = frozenset(["waandamanaji", "mwandamanaji", "muandamanaji", "wafuasi"])
LEFT: Final = frozenset(["EUR", "IGO", "OPP", "PTY", "UNO"])
"""Sectors and codes of parties and bodies that somebody can leave."""


LEAVING: Final = frozenset("katika kwenye kutoka kwa".split())


def _leaves_body(scene: Scene) -> bool:
    """«amejiondoa kwenye CUF»: what is left is a party or a body of states, and no place."""
    for oblique in scene.obliques():
        if oblique.preposition in LEAVING:
            known = scene.discourse.describe(oblique.phrase.first, oblique.phrase.last)
            if known.sector in LEFT or known.country in LEFT:
                return True
    return False


def _riots(party: Party) -> bool:
    return not PROTESTERS.isdisjoint(party.text.lower().split()[:3])


NOT_POLITICAL: Final = frozenset({None, "CVL", "UNK", "BUS", "JRN", "MED", "EDU"})


def _plural(party: Party) -> bool:
    """«viongozi hao», «mawaziri wa Ghana na Togo»: one phrase that means two sides; «Waziri» and «Magufuli» are one."""
    first = party.text.split()[0]
    return first.lower() in SIDES or any(a.plural for a in VOCABULARY.analyses(VOCABULARY.add(first))[:1])


SIDES: Final = frozenset("baadhi nchi wawili".split())
"""Nouns of one form in both numbers that mean several here."""


def _is_person(scene: Scene) -> bool:
    """«alikamatwa», «walimkamata»: the prefix says that it is done to people, whoever they are."""
    predicate = scene.predicate
    if predicate is None or not scene.trigger.verb or "object" not in scene.act.roles:
        return False
    undergoer = predicate.outer.subject if scene.passive else predicate.verb.object
    return undergoer is not None and bool(undergoer.classes & {1, 2}) and undergoer.person == 3
