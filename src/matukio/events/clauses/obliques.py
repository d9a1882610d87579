"""The prepositional phrases that belong to a trigger: of a verb its predicate's, of a noun those that follow it.

In «maandamano yalifanyika dhidi ya rais» the last words go with the noun, though its verb stands between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matukio.swahili import NounPhrase, Oblique, Predicate, category

if TYPE_CHECKING:
    from matukio.events.clauses.scene import Scene

GIVING: Final = frozenset("toa peleka tuma wasilisha elekeza".split())
"""«mwaliko ulitolewa kwa rais»: passive verbs that add only to whom."""
OF_RELATIVES: Final = frozenset(["kutoka", "kutoka kwa", "dhidi ya", "juu ya", "kuhusu"])
"""What goes with a noun past its relative clause: «uchunguzi unaofanywa na X juu ya Y»."""
OF_NOUNS: Final = frozenset(["dhidi ya", "kati ya", "baina ya"])
"""Prepositions that go with the event noun even when its verb stands between."""


def find_obliques(scene: Scene) -> list[Oblique]:
    """What `Scene.obliques` keeps: of a verb its predicate's, of a noun those that follow it one after another."""
    if scene.trigger.verb:
        predicate = scene.predicate
        if predicate is None:
            return []
        inner = [p for p in scene.clauses.predicates if scene.trigger.first < p.first < scene.trigger.last]
        whole = [*predicate.obliques, *(o for p in inner for o in p.obliques)]  # «iko tayari kutoa msaada kwa Togo»
        whole += _as_preposition(scene, predicate)
        if scene.trigger.word < scene.trigger.first:  # «mashtaka dhidi ya X yamefutwa»
            whole += [o for o in scene.clauses.obliques if scene.trigger.word < o.first < predicate.first]
        return whole + _of_noun(scene, predicate, scene.trigger.last, whole) if scene.act.rest else whole
    phrase = scene.trigger.phrase
    assert phrase is not None
    found: list[Oblique] = []
    at = max(phrase.last, scene.trigger.last)
    for oblique in scene.clauses.obliques:
        if oblique.first < at:
            if phrase.head < oblique.first:
                found.append(oblique)
            continue
        between = [category(scene.text, i) for i in range(at, oblique.first)]
        far = 6 if oblique.preposition in OF_NOUNS else 3
        if any(kind in "VI" for kind in between) or len(between) > far:
            break
        if "," in between and oblique.preposition not in OF_NOUNS:
            break  # but «mazungumzo katika mji mkuu, Lomé, kati ya A na B»
        found.append(oblique)
        at = scene.phrases_after(oblique.phrase)[-1].last
    predicate = scene.predicate
    if predicate is not None and scene.trigger.slot in ("subject", "object"):
        found += _of_noun(scene, predicate, phrase.last, found)
    return found + [o for o in _of_relative(scene, phrase) if o not in found]


def _as_preposition(scene: Scene, predicate: Predicate) -> list[Oblique]:
    """«wamewashtumu kwa kushirikiana na waasi»: here the words of a preposition are the verb itself."""
    return [
        o
        for o in scene.clauses.obliques
        if o.first < predicate.first < o.phrase.first and o.preposition.endswith("kushirikiana na")
    ]


def obliques_of_relative(scene: Scene) -> list[Oblique]:
    """«shambulizi lililofanywa mwezi uliopita [kwenye kambi]»: the prepositional phrases of the noun's clause."""
    own = None if scene.trigger.phrase is None else _relative_of(scene, scene.trigger.phrase)
    if own is None:
        return []
    predicates, last = scene.clauses.predicates, own + 1
    while last < len(predicates) and predicates[last].first in scene.time_words:
        last += 1
    return [oblique for predicate in predicates[own:last] for oblique in predicate.obliques]


def agent_of(predicate: Predicate) -> Oblique | None:
    """«lilifanywa [na waasi]»: who does what a passive verb tells stands after its «na»."""
    return next((o for o in predicate.obliques if o.preposition == "na"), None)


def relative_verb(scene: Scene) -> Predicate | None:
    """«kesi inayomkabili X»: the verb of the relative clause that describes the trigger's noun."""
    own = None if scene.trigger.phrase is None else _relative_of(scene, scene.trigger.phrase)
    return None if own is None else scene.clauses.predicates[own]


def _relative_of(scene: Scene, phrase: NounPhrase) -> int | None:
    """The predicate of the relative clause that describes the phrase."""
    predicates = scene.clauses.predicates
    return next((k for k, p in enumerate(predicates) if p.relative_head and p.relative_head.head == phrase.head), None)


def _of_relative(scene: Scene, phrase: NounPhrase) -> list[Oblique]:
    """«ukosoaji unaoendelea kuongezeka kutoka vyama vya upinzani»: what comes «kutoka» goes with the noun."""
    predicates, own = scene.clauses.predicates, _relative_of(scene, phrase)
    if own is None:
        return []
    chain = [own, *(k for k, p in enumerate(predicates) if p.governor == own and p.outer.tense == "infinitive")]
    given = predicates[own].verb.passive and not GIVING.isdisjoint(predicates[own].verb.chain)
    found = [o for k in chain for o in predicates[k].obliques if o.preposition in OF_RELATIVES]
    # «barua iliyotumwa na Togo kwa Ghana»
    return found + [o for o in predicates[own].obliques if given and o.preposition == "kwa"]


def _of_noun(scene: Scene, predicate: Predicate, last: int, found: list[Oblique]) -> list[Oblique]:
    """«maandamano yalifanyika dhidi ya rais», «mazungumzo yameanza kati ya A na B», «walitumia nguvu kupita kiasi
    dhidi ya raia»: what goes with the noun though its verb stands between, up to the next finite verb."""
    first = max(last, predicate.last)
    upto = next((p.first for p in scene.clauses.predicates if p.first >= first and p.verb.finite), len(scene.text))
    after = [o for o in scene.clauses.obliques if first <= o.first < upto and o not in found]
    given = predicate.verb.passive and scene.trigger.slot == "subject" and not GIVING.isdisjoint(predicate.verb.chain)
    to = [o for o in after if given and o.preposition == "kwa" and o in predicate.obliques]
    return to + [
        o for o in after if o.preposition == "dhidi ya" or o.preposition in OF_NOUNS and not _has_noun(scene, o)
    ]


def _has_noun(scene: Scene, oblique: Oblique) -> bool:
    """«… ni juu ya uhusiano kati ya A na B»: the sides are of the noun right before, unless that is a place."""
    before = next((p for p in scene.clauses.phrases if p.last == oblique.first), None)
    if before is None or category(scene.text, before.last - 1) == "P" or before.first in scene.time_words:
        return False
    return not any(o.phrase == before and o.sense == "at" for o in scene.clauses.obliques)
