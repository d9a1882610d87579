"""Tellings of one sentence beside one another: those of one act are tied, what is only promised gives way.

In «Shambulizi hilo liliwaua askari wawili» noun and verb tell one act; «imeahidi kuisaidia Togo» is AID, planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.merging.mentions import Mention
from matukio.events.merging.same_parties import share
from matukio.record import Party


def of_the_attacked(scene: Scene, mention: Mention, kept: Sequence[tuple[Scene, Mention]]) -> Mention:
    """«Ghana imeishambulia Togo na kuwaua maafisa watatu»: people of no country of their own whom an attack kills are
    of the country attacked, not the attacker's."""
    number = scene.trigger.predicate
    if mention.type != "ASSAULT" or number is None or not scene.trigger.verb or not mention.recipients:
        return mention
    predicate = scene.clauses.predicates[number]
    for above, attack in kept:
        joined = predicate.link == "na" and predicate.governor == above.trigger.predicate
        if above is scene or attack.type != "ASSAULT" or not joined:
            continue
        attackers = {p.country for p in attack.actors}
        attacked = {p.country for p in attack.recipients} - {None}
        if len(attacked) == 1 and attacked.isdisjoint(attackers):
            (country,) = attacked
            others = [in_country(scene, p, country) if p.country in attackers else p for p in mention.recipients]
            return replace(mention, recipients=tuple(others))
    return mention


def in_country(scene: Scene, party: Party, country: str | None) -> Party:
    """The party in a country, if neither its words nor a name tell another."""
    first, last = scene.text.indices_at(party.start, party.end)
    own = party.name is not None or scene.discourse.own_country(first, last) is not None
    return party if own else replace(party, country=country)


WITHIN: Final = frozenset(["katika", "kwenye", "kutokana na", "baada ya", "wakati wa", "kufuatia"])


def tied(kept: list[tuple[Scene, Mention]]) -> list[tuple[Scene, Mention]]:
    """The mentions, where a verb and its event noun tell one act the later tied to the earlier: «shambulizi hilo
    liliwaua askari», «waliuawa katika shambulizi»."""
    tied = list(kept)
    for k, (verb, mention) in enumerate(tied):
        predicate = verb.predicate
        if not verb.trigger.verb or predicate is None:
            continue
        heads = {p.head for p in predicate.subjects} | {
            o.phrase.head for o in predicate.obliques if o.preposition in WITHIN
        }
        if predicate.relative_head is not None:
            heads.add(predicate.relative_head.head)
        if mention.type == "CONSULT":
            heads |= _heads_above(verb)
            heads |= {p.head for p in predicate.objects}  # «alihudhuria mkutano wa viongozi»
        for n, (noun, other) in enumerate(tied):
            if noun.trigger.verb or other.type != mention.type or noun.trigger.word not in heads:
                continue
            first, last = min(k, n), max(k, n)
            another = tied[first][1].another or tied[last][1].another  # «waliuawa katika shambulizi jingine»
            tied[first] = (tied[first][0], replace(tied[first][1], another=another))
            tied[last] = (tied[last][0], replace(tied[last][1], belongs=tied[first][1].trigger))
            break
    return tied


WILLING: Final = frozenset(["AID", "CONSULT", "COOPERATE"])
"""What somebody is ready to do for and with others: to be ready for it is to agree."""


def willing(chosen: list[tuple[Scene, Mention]]) -> list[tuple[Scene, Mention]]:
    """«iko tayari kufanya biashara na Ghana»: the willingness is the act, towards Ghana, and no trade is told."""
    kept = list(chosen)
    for scene, mention in chosen:
        own = scene.predicate
        if scene.act.type not in WILLING or own is None or own.outer.tense != "infinitive":
            continue
        ready = own.first - 1
        told = next((k for k, (other, _) in enumerate(kept) if _is_ready(other, ready)), None)
        if told is None:
            continue
        agreed = kept[told][1]
        others = [p for p in (*mention.recipients, *mention.actors) if not share(agreed.actors, [p])]
        if not agreed.recipients:
            kept[told] = kept[told][0], replace(agreed, recipients=tuple(others))
        kept = [pair for pair in kept if pair[0] is not scene]
    return kept


def _is_ready(scene: Scene, ready: int) -> bool:
    trigger = scene.trigger
    return scene.act.type == "AGREE" and scene.lower(ready) == "tayari" and trigger.first < ready < trigger.last


def is_only_promise(scene: Scene, chosen: list[tuple[Scene, Mention]]) -> bool:
    """A promise or an offer gives way to the act promised: «imeahidi kuisaidia Togo» is AID, planned."""
    number = scene.trigger.predicate
    if "no-act" not in scene.act.needs or number is None:
        return False
    words = {other.trigger.first for other, _ in chosen if other is not scene}
    return any(p.governor == number and p.main in words for p in scene.clauses.predicates[number + 1 :]) or any(
        p.first > scene.trigger.last and p.marker in ("kwamba", "kuwa") and p.main in words
        for p in scene.clauses.predicates[number + 1 : number + 3]
    )


def _heads_above(scene: Scene) -> set[int]:
    """The subject of the verb that an infinitive completes: «Mkutano huo uliitishwa kujadili ugomvi»."""
    own = scene.predicate
    if own is None or own.outer.tense != "infinitive" or own.link or own.governor is None:
        return set()
    above = scene.clauses.predicates[own.governor]
    return {phrase.head for phrase in above.subjects}
