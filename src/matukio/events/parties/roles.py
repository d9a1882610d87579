"""Who did it and to whom: for each slot of an act's frame the rule that fills it from the clause.

«Wanajeshi waliouawa na waasi»: «uawa» is the passive of «ua», so the soldiers fill the slot of its object and the
rebels, after «na», that of its subject.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from matukio.entities.heads import is_former
from matukio.events.clauses.scene import NOBODY, Scene, SlotRule
from matukio.events.parties.addressees import (
    accused_by_infinitive,
    accused_in_clause,
    addressed,
    asked_in_clause,
    ordered,
    who_answers,
)
from matukio.events.parties.aimed_at import deaths_caused, dispersed, opposed, owner_of_site, struck
from matukio.events.parties.complements import complement_party, owner
from matukio.events.parties.destinations import destination
from matukio.events.parties.doers import accused_does, subject
from matukio.events.parties.in_court import (
    at_whose_request,
    released,
    sentenced,
    to_be_arrested,
    who_faces,
    whose_request,
)
from matukio.events.parties.matters import whose_deed
from matukio.events.parties.members import members, who_the_group_are
from matukio.events.parties.noun_doers import doer_of_noun, helped, made_by
from matukio.events.parties.objects import (
    complement_object,
    direct_object,
    object_prefix,
    relative_object,
    second_object,
)
from matukio.events.parties.obligations import obliged, speaker
from matukio.events.parties.passives import beside_object, called_after_kwa, passive_agent, undergoer
from matukio.events.parties.sides import (
    asked_of,
    attacked,
    investigated,
    left,
    party_after_dhidi,
    party_after_kuhusu,
    party_after_kutoka,
    party_after_kwa,
    party_after_na,
    sides,
    sides_of_subject,
    welcomed,
)
from matukio.frozen import quick_init
from matukio.record import Evidence, Party
from matukio.references import Resolved


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of an act, with the rules that found them; `slots` holds each slot that was looked at."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    evidence: dict[str, tuple[Evidence, ...]]
    slots: dict[str, Resolved]


quick_init(Roles)


def roles_of(scene: Scene) -> Roles:
    """Fill the slots that the act gives a role, each by its first rule that finds somebody."""
    found: dict[str, list[Party]] = {"actor": [], "recipient": []}
    evidence: dict[str, list[Evidence]] = {"actor": [], "recipient": []}
    slots: dict[str, Resolved] = {}
    wanted = dict(scene.act.roles)
    wanted.setdefault("subject", "") if scene.trigger.verb else None
    wanted.setdefault("object", "") if scene.trigger.verb else None
    if "reciprocal" in scene.dropped:
        wanted["na"] = wanted.get("subject", "actor")
    if "of" in wanted:
        wanted["of"] = wanted.pop("of")  # the last of them
    for slot, role in wanted.items():
        resolved = slots[slot] = _fill(scene, slot)
        if slot == "of" and scene.act.mode == "visit" and _is_country(scene, resolved):
            role = "recipient"  # «ziara ya Korea Kaskazini»: a country is visited, somebody visits
        if slot == "of" and scene.act.type == "CONSULT" and scene.act.mode != "visit" and _is_town(scene, resolved):
            role = "place"  # «mazungumzo ya Geneva»
        if slot == "of" and role == "recipient" and scene.act.type == "ASSAULT" and _is_country(scene, resolved):
            role = "place"  # «mauaji ya Rwanda», «waliuteka mji wa Goma»
        if slot == "of" and role == "actor" and scene.act.type == "ASSAULT" and _are_towns(scene, resolved):
            role = "place"  # «uvamizi wa mji wa Goma uliofanywa na waasi»
        if slot == "of" and _are_all_sides(resolved) and (both := sides(scene)).parties:
            resolved = slots[slot] = both  # «mashambulizi ya pande zote kati ya Togo na waasi»
        if slot == "of" and scene.act.type == "PROTEST" and (_is_country(scene, resolved) or _is_town(scene, resolved)):
            role = "place"  # «maandamano ya Lomé»
        if slot == "of" and role == "actor" and (accused := accused_by_infinitive(scene)).parties:
            role, resolved = "recipient", accused
        if slot == "of" and scene.act.lemma in HARM and not slots["dhidi"].parties and _are_civilians(resolved):
            role = "recipient"  # «unyanyasaji wa wanawake»
        between = slot == "kati" or slot == "na" and not scene.trigger.verb
        if between and scene.act.type == "ASSAULT" and _are_towns(scene, resolved):
            role = "place"  # «mapigano kati ya miji ya Misrata na Sirte»
        if role not in found or slot == "of" and slots.get("kati", NOBODY).parties:
            continue  # «mkutano wa viongozi kati ya A na B»: the sides say who the leaders are
        for party in resolved.parties:
            if not any(_same(party, other) for parties in found.values() for other in parties):
                found[role].append(party)
        evidence[role] += resolved.evidence
    _add_by_type(scene, slots, found, evidence)
    only_na = "na" in slots and len(found["actor"]) == len(slots["na"].parties)
    if not scene.trigger.verb and (not found["actor"] or only_na) and (doer := doer_of_noun(scene)).parties:
        others = (*found["recipient"], *found["actor"])
        found["actor"][:0] = [p for p in doer.parties if not any(_same(p, other) for other in others)]
        evidence["actor"] += doer.evidence
        slots["doer"] = doer
    if scene.trigger.verb and not found["actor"] and (both := sides_of_subject(scene)).parties:
        found["actor"] += [p for p in both.parties if not any(_same(p, other) for other in found["recipient"])]
        evidence["actor"] += both.evidence
    if scene.trigger.verb and scene.act.rest and not found["actor"] and (maker := made_by(scene)).parties:
        found["actor"] += [p for p in maker.parties if not any(_same(p, other) for other in found["recipient"])]
        evidence["actor"] += maker.evidence
    if (loses := LOSING.get(scene.act.type)) is not None and _ends_rule(scene):
        found[loses] = [_in_office(scene, p) for p in found[loses]]
    return Roles(
        tuple(found["actor"]),
        tuple(found["recipient"]),
        {"actors": tuple(evidence["actor"]), "recipients": tuple(evidence["recipient"])},
        slots,
    )


LOSING: Final = {"ASSAULT": "recipient", "RETREAT": "actor", "SANCTION": "recipient"}
"""Acts that can end somebody's rule and the role of whoever loses it."""
RULE: Final = frozenset("madaraka madarakani mamlakani".split())
COUPS: Final = frozenset("pindua ng'oa ng’oa mapinduzi".split())


def _ends_rule(scene: Scene) -> bool:
    words = range(scene.trigger.first, min(scene.trigger.last + 2, scene.clauses.sentence.last))
    return scene.act.lemma in COUPS or any(scene.lower(i) in RULE for i in words)


def _in_office(scene: Scene, party: Party) -> Party:
    """«maandamano yalimwondoa Mbando madarakani»: whoever loses power held it then, though he is out of office now,
    unless the words say so («rais wa zamani»)."""
    if party.sector != "ELI" or not (party.link or "").startswith("per:"):
        return party
    first, last = scene.text.indices_at(party.start, party.end)
    return party if is_former(scene.text, max(0, first - 1), last) else replace(party, sector="GOV")


HARM: Final = frozenset(["udhalilishaji", "ukatili", "unyanyasaji"])
"""Nouns whose «wa» names who does it or, of civilians, whom it befalls: «ukatili wa polisi», «ukatili wa watoto»."""


def _are_civilians(resolved: Resolved) -> bool:
    return bool(resolved.parties) and all(p.sector in ("CVL", "REF") and not p.name for p in resolved.parties)


ARMED: Final = frozenset({"MIL", "COP", "PRM", "REB"})


FURTHER: Final[dict[str, tuple[SlotRule, ...]]] = {
    "ASSAULT": (dispersed, attacked, struck, owner_of_site),
    "PROTEST": (opposed,),
    "AGREE": (at_whose_request, whose_deed),
    "AID": (helped,),
    "COERCE": (ordered,),
    "REQUEST": (addressed, asked_of, at_whose_request, who_answers, asked_in_clause, whose_deed),
    "ACCUSE": (released, who_faces, investigated, accused_in_clause, whose_deed),
    "REJECT": (whose_request, whose_deed),
    "RETREAT": (attacked,),
    "SANCTION": (left, sentenced),
    "SUPPORT": (welcomed, whose_deed),
    "THREATEN": (to_be_arrested,),
}
"""For types of act the rules that find a recipient whom no slot of the frame holds."""


def _add_by_type(
    scene: Scene, slots: dict[str, Resolved], found: dict[str, list[Party]], evidence: dict[str, list[Evidence]]
) -> None:
    """What the type of an act tells of its parties beyond its frame."""
    type = scene.act.type
    if type == "MOBILIZE" and scene.passive and not found["actor"]:
        troops = slots.get("object", NOBODY)  # «vikosi vimetumwa»: the troops themselves are who moves
        found["actor"] += [p for p in troops.parties if p.sector in ARMED]
        found["recipient"] = [p for p in found["recipient"] if p not in found["actor"]]
        evidence["actor"] += troops.evidence
    if type == "PROTEST" and scene.act.mode != "strike":  # «vikosi vimekusanyika mpakani» is no demonstration of theirs
        found["actor"] = [p for p in found["actor"] if p.sector not in ("MIL", "COP")]
    if scene.act.mode == "strike":  # «serikali imepiga hatua katika kumaliza mgomo»
        found["actor"] = [p for p in found["actor"] if p.sector != "GOV"]
    more = NOBODY
    if not found["recipient"]:
        further: tuple[SlotRule, ...] = (*FURTHER.get(type, ()), beside_object)
        for each in further:
            if (told := each(scene)).parties:
                more = told
                break
    if type == "ASSAULT" and (dead := deaths_caused(scene)).parties:
        more = _with_members(scene, dead)
    taken = (*found["recipient"], *found["actor"])
    found["recipient"] += [p for p in more.parties if not any(_same(p, other) for other in taken)]
    evidence["recipient"] += more.evidence


def _is_country(scene: Scene, resolved: Resolved) -> bool:
    return any(
        name.type == "LOC" and name.start == party.start and name.end == party.end
        for party in resolved.parties
        for name in scene.discourse.names
    )


def _are_all_sides(resolved: Resolved) -> bool:
    return bool(resolved.parties) and all(p.text.lower().startswith("pande ") for p in resolved.parties)


def _is_town(scene: Scene, resolved: Resolved) -> bool:
    return any(
        name.type == "LOC" and not (name.link or "").startswith("cty:")
        for party in resolved.parties
        for name in scene.discourse.names
        if name.start == party.start and name.end == party.end
    )


def _are_towns(scene: Scene, resolved: Resolved) -> bool:
    """Whether each party is a town or a region by itself."""
    towns = {n.start for n in scene.discourse.names if n.type == "LOC" and not (n.link or "").startswith("cty:")}
    return bool(resolved.parties) and all(party.start in towns for party in resolved.parties)


def _same(party: Party, other: Party) -> bool:
    return party.start < other.end and other.start < party.end


def _fill(scene: Scene, slot: str) -> Resolved:
    rules: tuple[SlotRule, ...]
    if slot == "subject" and scene.trigger.verb:
        rules = (passive_agent,) if scene.passive else (called_after_kwa, accused_does, subject)
    elif slot == "object" and scene.trigger.verb:
        rules = (
            (called_after_kwa, undergoer)
            if scene.passive
            else (direct_object, relative_object, object_prefix, complement_object)
        )
    else:
        rules = OTHER_SLOTS.get(slot, ())
    for each in rules:
        found = each(scene)
        if found.parties:
            return _with_members(scene, found) if slot in GROUPED else found
    return NOBODY


GROUPED: Final = frozenset("subject object na kwa dhidi kati".split())
"""Slots whose parties the text may tell one by one."""


def _with_members(scene: Scene, group: Resolved) -> Resolved:
    """The parties of a slot and those whom the text tells as members of theirs, or who they are."""
    for party in group.parties:
        if (named := who_the_group_are(scene, party)).parties:
            others = (p for p in group.parties if p is not party)
            group = Resolved((*others, *named.parties), (*group.evidence, *named.evidence))
            continue
        told = members(scene, party)
        new = tuple(p for p in told.parties if not any(_same(p, known) for known in group.parties))
        if new:
            group = Resolved((*group.parties, *new), (*group.evidence, *told.evidence))
    return group


OTHER_SLOTS: Final[dict[str, tuple[SlotRule, ...]]] = {
    "object2": (second_object,),
    "na": (party_after_na,),
    "kwa": (party_after_kwa,),
    "dhidi": (party_after_dhidi,),
    "kutoka": (party_after_kutoka,),
    "kuhusu": (party_after_kuhusu,),
    "kati": (sides,),
    "of": (complement_party,),
    "owner": (owner,),
    "at": (destination,),
    "obliged": (obliged,),
    "speaker": (speaker,),
}
