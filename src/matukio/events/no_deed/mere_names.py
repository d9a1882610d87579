"""Nouns of acts that only stand in a name or say that something is lacking, denied, likened or counted.

«usitishaji mapigano», «ukosefu wa msaada», «shambulizi lolote», «ichunguzwe kama uhalifu»: none tells of an act.
"""

from __future__ import annotations

from typing import Final

from matukio.events.clauses.scene import DEMONSTRATIVES, Scene
from matukio.events.lexicon.kinds import kind_of
from matukio.swahili import category
from matukio.swahili.phrases import HAVING


def names_no_act(scene: Scene) -> bool:
    """Whether the word only names, likens, counts or denies what it could tell of."""
    if scene.act.type == "AID" and (_is_lacking(scene) or _gives_time(scene)):
        return True
    if _is_denied_beside(scene) or _is_of_a_truce(scene):
        return True
    return _is_attribute(scene) or _is_likened(scene) or _is_cause(scene)


LACKING: Final = frozenset("hakuna hamna hana hatuna hawana haina sina ukosefu uhaba haja hitaji mahitaji".split())


def _is_lacking(scene: Scene) -> bool:
    """«ukosefu wa msaada», «hatuna msaada kwake»: help that nobody gives."""
    first = scene.trigger.first
    before = scene.lower(first - 1), scene.lower(first - 2)
    return not scene.trigger.verb and (
        before[0] in LACKING or category(scene.text, first - 1) == "C" and before[1] in LACKING
    )


TRUCE: Final = frozenset("kusitisha kusitishwa sitisho usitishaji usitishwaji".split())
REBELS: Final = frozenset("harakati kiongozi kikundi kundi makundi viongozi vikundi vuguvugu".split())


def _is_of_a_truce(scene: Scene) -> bool:
    """«usitishaji mapigano utaheshimiwa», «kundi la uasi»: a noun of fighting that is in what a truce or a band is
    called."""
    if scene.trigger.verb or scene.act.type != "ASSAULT":
        return False
    before = scene.lower(scene.trigger.first - 1)
    if scene.act.lemma == "uasi":
        return category(scene.text, scene.trigger.first - 1) == "C" and scene.lower(scene.trigger.first - 2) in REBELS
    return before in TRUCE


DAYS: Final = frozenset("siku saa wiki makataa".split())


def _gives_time(scene: Scene) -> bool:
    """«imelipatia shirika hilo siku kumi na nne»: a deadline, and no help."""
    if scene.act.type != "AID" or scene.act.lemma not in ("pa", "patia") or scene.act.rest:
        return False
    last = min(scene.trigger.last + 14, scene.clauses.sentence.last - 1)
    return any(scene.lower(i) in DAYS and category(scene.text, i + 1) == "Q" for i in range(scene.trigger.last, last))


CHARGES_TOLD: Final = frozenset("madai shutuma tuhuma".split())
DENYING: Final = frozenset(["kana", "kanusha"])


def _is_denied_beside(scene: Scene) -> bool:
    """«alishutumiwa kwa mauaji, shutuma ambazo alikanusha»: the charge told right before, and its denial."""
    first, last = scene.trigger.first, scene.trigger.last
    if scene.trigger.verb or scene.act.lemma not in CHARGES_TOLD or scene.lower(first - 1) != ",":
        return False
    denial = next((p for p in scene.clauses.predicates if p.first >= last), None)
    return scene.lower(last).startswith("amba") and denial is not None and not DENYING.isdisjoint(denial.verb.chain)


WHATEVER: Final = frozenset("lolote wowote yoyote zozote".split())


def _is_attribute(scene: Scene) -> bool:
    """«msimu wenye ghasia», «eneo lenye vurugu», «shambulizi lolote»: what something is like or may be, and no act."""
    noun = not scene.trigger.verb and scene.act.type in ("PROTEST", "ASSAULT")
    if noun and scene.lower(scene.trigger.last) in WHATEVER:
        return True
    return noun and scene.trigger.first > 0 and scene.lower(scene.trigger.first - 1) in HAVING


def _is_likened(scene: Scene) -> bool:
    """«uchaguzi huo ulikuwa ni mapambano», «ichunguzwe kama uhalifu wa kivita»: what something is called, and no
    violence."""
    trigger = scene.trigger
    called = scene.act.type in ("ASSAULT", "COERCE", "THREATEN")
    before = scene.lower(trigger.first - 1)
    if called and not trigger.verb and before == "kama":
        last = next((p for p in reversed(scene.clauses.predicates) if p.last < trigger.first), None)
        return last is not None and not TAKING_FOR.isdisjoint(last.verb.chain)
    same = scene.lower(trigger.first - 2) in DEMONSTRATIVES  # «hayo ni mauaji makubwa»
    if trigger.verb:  # «hiyo ni kueneza uongo», but «lengo ni kuwazuia»
        infinitive = scene.predicate is not None and scene.predicate.outer.tense == "infinitive"
        start = max(scene.clauses.sentence.first, trigger.first - 8)
        aim = any(scene.lower(i) in AIMS for i in range(start, trigger.first))
        return called and infinitive and before in ("ni", "si") and not aim
    return called and not same and before in ("ni", "si")


AIMS: Final = frozenset("azma dhamira kusudi lengo madhumuni malengo mpango nia".split())
TAKING_FOR: Final = frozenset("chukulia chunguza hesabu ona tazama tizama".split())


AGAINST_IT: Final = frozenset("dhidi takwimu vita".split())
"""Words before a wrong that is stood up against or counted."""
ENDING: Final = frozenset("komesha kabiliana maliza pambana pinga tokomeza zuia".split())


def _is_cause(scene: Scene) -> bool:
    """«maandamano dhidi ya ukatili wa polisi», «takwimu za unyanyasaji», «kutokomeza ukatili»: a wrong that goes on, as
    what others stand up against, and no deed."""
    trigger = scene.trigger
    if trigger.verb or scene.act.type != "ASSAULT" or kind_of(scene.act) != "abuse":
        return False
    before = {scene.lower(trigger.first - 1), scene.lower(trigger.first - 2)}
    if not AGAINST_IT.isdisjoint(before):
        return True
    predicate = scene.predicate
    if predicate is None or trigger.slot not in ("object", "na") or predicate.outer.tense != "infinitive":
        return False
    return not ENDING.isdisjoint(predicate.verb.chain)
