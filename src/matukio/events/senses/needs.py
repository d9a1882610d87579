"""The conditions of an entry of the lexicon on the words around it: `needs` of acts.tsv, one after the other.

«taka» is REQUEST only where something is asked for: «imetaka uchunguzi», but not «anataka kusafiri».
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from matukio.events.clauses.scene import Scene
from matukio.events.clauses.who_can_act import can_act
from matukio.events.lexicon.acts import among_lemmas, is_called, names_of, namings
from matukio.events.senses.verbal import goes_on_to_say
from matukio.swahili import Predicate
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import files, read_table


def words_hold(scene: Scene) -> bool:
    """Whether every condition is met that asks for words around the trigger and not for who its parties are."""
    for need in scene.act.needs:
        holds = OF_WORDS.get(need)
        if holds is not None and not holds(scene):
            return False
    return True


DEMANDING: Final = frozenset("perfect past situational consecutive infinitive general".split())


def is_demand(scene: Scene) -> bool:
    """«imetaka uchunguzi», «akitaka kura ihesabiwe upya» ask for something; «anataka kusafiri» only wishes it."""
    predicate = scene.predicate
    if predicate is None or predicate.outer.negative:
        return False
    if predicate.outer.tense == "present" and next_tense(scene) == "subjunctive":
        return True  # «wapinzani wanataka uchaguzi uahirishwe»
    if predicate.outer.tense not in DEMANDING:
        return False
    if scene.lower(predicate.last) == "kuwa" and next_tense(scene) != "subjunctive":
        return False  # «alitaka kuwa kiongozi»
    number = scene.trigger.predicate
    assert number is not None
    later = scene.clauses.predicates[number + 1 : number + 2]
    return not any(
        p.outer.tense == "infinitive" and p.first <= predicate.last + 1 and not _by_others(scene, p) for p in later
    )


def _by_others(scene: Scene, infinitive: Predicate) -> bool:
    """«wakitaka kuundwa kwa serikali»: what others shall do to something, and no wish of one's own."""
    return infinitive.verb.passive and scene.lower(infinitive.last) == "kwa"


def next_tense(scene: Scene) -> str:
    """The tense of the predicate after the trigger's own, empty when there is none."""
    number = scene.trigger.predicate
    later = scene.clauses.predicates[number + 1 : number + 2] if number is not None else ()
    return later[0].outer.tense if later else ""


def _is_thing(scene: Scene) -> bool:
    """«wanadai haki zao», «walidai kujiuzulu kwa waziri», «wanadai rais ajiuzulu»: a thing and no statement, as in
    «wanadai kwamba», «wanadai polisi wamewapiga»."""
    predicate, number = scene.predicate, scene.trigger.predicate
    if predicate is None or number is None or predicate.verb.passive:
        return False
    later = scene.clauses.predicates[number + 1 : number + 2]
    if later and later[0].outer.tense == "subjunctive":
        return True
    end = later[0].first if later else scene.clauses.sentence.last
    if any(scene.lower(i) in COPULAS for i in range(predicate.last, end)):
        return False  # «wanadai uteuzi huo ni wa kuwatisha»
    if later and later[0].outer.tense == "infinitive" and later[0].first == predicate.last:
        return later[0].last < scene.clauses.sentence.last and scene.lower(later[0].last) == "kwa"
    if later and (later[0].marker or later[0].outer.tense != "infinitive" and later[0].outer.relative is None):
        return False
    return any(o.first == predicate.last for o in predicate.objects)


COPULAS: Final = frozenset("ni si sio ndiyo ndio ndiye siyo".split())


def _in_object(scene: Scene) -> bool:
    return stands_in_object(scene, scene.act.beside)


def stands_in_object(scene: Scene, names: frozenset[str]) -> bool:
    """Whether one of the words is in what is done something to: «imetuma wanajeshi», not «jeshi limetuma barua»."""
    predicate = scene.predicate
    if predicate is None:
        return False
    phrases = list(predicate.subjects if scene.passive else predicate.objects)
    if predicate.relative_head is not None and (scene.passive or not phrases):
        phrases.append(predicate.relative_head)
    if scene.passive and predicate.outer.tense == "infinitive":  # «kutumwa kwa wanajeshi», «kupelekwa kikosi»
        called = [o.phrase for o in predicate.obliques if o.preposition == "kwa" and o.first == predicate.last]
        phrases += called or [p for p in predicate.objects[:1] if p.first == predicate.last]
    if scene.passive and predicate.outer.relative is None:  # «polisi wapatao elfu kumi wamepelekwa»
        first, _ = scene.scope()
        phrases += [p for p in scene.clauses.phrases if first <= p.first and p.last <= predicate.first][:1]
    types = scene.text.types
    return any(
        is_called(types[i], names) and not _is_locative(types[i])
        for phrase in phrases
        for joined in scene.phrases_after(phrase)
        for i in range(joined.first, joined.last)
    )


def _is_locative(type_id: int) -> bool:
    """«waliwakamata watu mjini Lomé»: people were taken, not the town."""
    return "Case=Loc" in VOCABULARY.analyses(type_id)[0].feats


def accompanied(scene: Scene) -> bool:
    """«akiandamana na mkewe»: somebody goes with the subject."""
    return any(o.preposition in ("na", "pamoja na") and can_act(scene.discourse, o.phrase) for o in scene.obliques())


def has_complement(scene: Scene) -> bool:
    """Whether the trigger has a clause of its own: an infinitive, a subjunctive or «kwamba»."""
    number = scene.trigger.predicate
    if number is None:
        return False
    for later in scene.clauses.predicates[number + 1 :]:
        if later.outer.tense in ("infinitive", "subjunctive") or later.marker in ("kwamba", "kuwa"):
            return True
        if later.outer.relative is None:
            return False
    return False


@cache
def weapon_words() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (words, mode) of weapons.tsv, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table(files(__package__) / "weapons.tsv", Weapon):
        words = tuple(row.word.split())
        found.setdefault(words[0], []).append((words, row.mode))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


@dataclass(frozen=True, slots=True)
class Weapon:
    word: str
    mode: str


def weapon_beside(scene: Scene) -> bool:
    return weapon_mode(scene) is not None


def weapon_mode(scene: Scene) -> tuple[str, int, int] | None:
    """The mode that a weapon in the clause gives, with its words; the longest phrase, then the nearest, wins."""
    first, last = scene.scope()
    types, known = scene.text.types, weapon_words()
    found: list[tuple[int, int, str, int, int]] = []
    for index in range(first, last):
        names = names_of(types[index])
        if known.keys().isdisjoint(names):
            continue
        for name in names:
            for words, mode in known.get(name, ()):
                if _is_deed_of_its_own(scene, types[index], mode):
                    continue
                if index + len(words) <= last and all(
                    word in names_of(types[index + 1 + k]) for k, word in enumerate(words[1:])
                ):
                    found.append((-len(words), abs(index - scene.trigger.word), mode, index, index + len(words)))
                    break
    if not found:
        return None
    _, _, mode, begin, end = min(found)
    return mode, begin, end


DEEDS: Final = frozenset(["destroy", "sexual", "torture"])
CRUELTY: Final = frozenset("nyanyaso manyanyaso uhalifu ukatili unyanyasaji udhalilishaji".split())


def _is_deed_of_its_own(scene: Scene, word: int, mode: str) -> bool:
    """«mauaji, ubakaji na kuteketeza nyumba»: nobody is killed by what else is done; cruelty is of its kind."""
    return (
        mode in DEEDS
        and scene.act.lemma not in CRUELTY
        and any(act.type == "ASSAULT" and act.mode == mode for naming in namings(word) for act in naming.acts)
    )


def _violence_beside(scene: Scene) -> bool:
    first, last = scene.scope()
    return any(
        act.type == "ASSAULT" and not act.rest and act.needs.isdisjoint(("violence", "in-object"))
        for index in range(first, last)
        if not scene.trigger.first <= index < scene.trigger.last
        for naming in namings(scene.text.types[index])
        for act in naming.acts
    )


def _has_object(scene: Scene) -> bool:
    return scene.predicate is not None and bool(scene.predicate.objects or scene.predicate.verb.object)


def _is_negated(scene: Scene) -> bool:
    return scene.predicate is not None and scene.predicate.negative


def _is_present(scene: Scene) -> bool:
    outer = None if scene.predicate is None else scene.predicate.outer
    return outer is not None and outer.tense in ("present", "general") and outer.relative is None


PROMISING: Final = frozenset("ahidi apa hakikishia".split())


INTENT: Final = ("azma", "dhamira", "nia")
"""«tuna nia ya kushirikiana», «tunadhamira ya …»: what somebody means to do."""


def _is_future(scene: Scene) -> bool:
    """«itashirikiana», «ameahidi kushirikiana»: said of what is to come."""
    predicate = scene.predicate
    if predicate is not None and predicate.link == "ya" and scene.lower(predicate.first - 2).endswith(INTENT):
        return True
    if predicate is None or predicate.outer.tense != "infinitive" or predicate.governor is None:
        return predicate is not None and predicate.outer.tense == "future"
    return not PROMISING.isdisjoint(scene.clauses.predicates[predicate.governor].verb.chain)


def _is_alone(scene: Scene) -> bool:
    predicate = scene.predicate
    return predicate is not None and not predicate.verb.object and not accompanied(scene)


def _will_do(scene: Scene) -> bool:
    """«imeonya kwamba itaiwekea vikwazo»: what the speaker will do, and nobody else."""
    number, predicate = scene.trigger.predicate, scene.predicate
    if number is None or predicate is None:
        return False
    later = scene.clauses.predicates[number + 1 : number + 2]
    if not later or later[0].marker not in ("kwamba", "kuwa") or later[0].outer.tense != "future":
        return False
    if later[0].subjects not in ((), predicate.subjects):
        return False
    own, other = predicate.outer.subject, later[0].outer.subject
    return own is not None and other is not None and own.classes == other.classes and own.person == other.person


def _is_undergone(scene: Scene) -> bool:
    """«maduka yatafungwa», but not «eneo lililofungwa»: what is so is no act."""
    return scene.passive and scene.predicate is not None and scene.predicate.outer.relative is None


def _is_wish(scene: Scene) -> bool:
    return next_tense(scene) == "subjunctive"


STATED: Final = frozenset("past perfect present copula".split())


def _states_nothing(scene: Scene) -> bool:
    """«amekubali kujiuzulu», «amekubali kwamba ataondoka» agree to a deed; «amekubali kuwa amechoka» admits a fact."""
    number = scene.trigger.predicate
    if number is None:
        return True
    later = scene.clauses.predicates[number + 1 : number + 2]
    return not (later and later[0].marker in ("kwamba", "kuwa") and later[0].outer.tense in STATED)


def _is_violent(scene: Scene) -> bool:
    return weapon_beside(scene) or _violence_beside(scene)


COUP: Final = frozenset(["mapinduzi"])
VOTING: Final = frozenset("bunge kura maandamano mahakama mwandamanaji seneti uchaguzi wabunge".split())


def _is_coup(scene: Scene) -> bool:
    """«kuondolewa madarakani kwa rais», of which the article tells as a coup."""
    return among_lemmas(COUP, scene.text.types) and not scene.beside(VOTING)


OF_WORDS: Final[dict[str, Callable[[Scene], bool]]] = {
    "alone": _is_alone,
    "clause": has_complement,
    "coup": _is_coup,
    "demand": is_demand,
    "demanded": _is_thing,
    "future": _is_future,
    "in-object": _in_object,
    "negated": _is_negated,
    "no-statement": _states_nothing,
    "object": _has_object,
    "object-without": lambda scene: True,  # a condition on `without`, which is asked before
    "passive": _is_undergone,
    "present": _is_present,
    "saying": goes_on_to_say,
    "violence": _is_violent,
    "weapon": weapon_beside,
    "will": _will_do,
    "wish": _is_wish,
}
"""The conditions that look at words alone."""
