"""Acts that are only asked for, wished, meant for something or the content of a noun: no events of their own.

«Ghana imeitaka Togo kuwaachilia wavuvi» tells a REQUEST and no RETREAT; «haki ya kuandamana» tells no PROTEST.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from matukio.events.clauses.governing import governing_noun, governors
from matukio.events.clauses.scene import Scene
from matukio.events.lexicon.acts import Act, acts, among_lemmas, is_called, names_of
from matukio.events.parties.noun_doers import light_verbs
from matukio.events.status.cues import cues
from matukio.events.status.purposes import content_of_noun, for_a_purpose
from matukio.swahili import Predicate, category


def only_asked(scene: Scene) -> bool:
    """Whether the act is only what a demand asks for or a threat threatens: «Ghana imeitaka Togo kuwaachilia wavuvi» is
    no RETREAT. It takes acts away, so it leaves no evidence and is no `rule`."""
    verb = scene.predicate if scene.trigger.verb else None
    if verb is not None and (_only_wished(scene, verb) or _instead(scene, verb) or _asked_of_another(scene, verb)):
        return True
    if verb is not None and verb.outer.tense == "infinitive" and verb.governor is not None:
        governor = scene.clauses.predicates[verb.governor]
        if governor.outer.tense == "subjunctive" and _only_wished(scene, governor):
            return True  # «amewataka wabunge wasisite kuikosoa serikali»
    if scene.predicate is not None and _called_for(scene, scene.predicate):
        return True
    if verb is None and _to_be_done(scene) or _is_threatened(scene):
        return True
    for predicate, own in governors(scene):
        if not own and (_sets_a_deadline(scene, predicate) or _is_unwilling(scene, predicate)):
            return True
        joined = any(
            p.link == "na" for p in scene.clauses.predicates if predicate.last <= p.first <= scene.trigger.first
        )
        if not own and not joined and (not INVITING.isdisjoint(predicate.verb.chain) or _forbids(scene, predicate)):
            return True
        for stem in predicate.verb.chain:
            if _is_demand(stem, predicate.outer.negative, scene):
                if own and scene.trigger.slot == "subject" and not predicate.verb.passive:
                    continue
                return True
    if (
        not scene.trigger.verb
        and scene.act.type not in ("ACCUSE", "REQUEST")
        and scene.trigger.slot == "object"
        and scene.predicate is not None
        and any(
            not s.rest and s.type == "REJECT" and ("negated" not in s.needs or scene.predicate.outer.negative)
            for stem in scene.predicate.verb.chain
            for s in acts().get((stem, True), ())
        )
    ):
        return True  # «ameahirisha ziara»: that is the REJECT alone; but «amekaidi wito»: somebody called
    if for_a_purpose(scene) or content_of_noun(scene):
        return True
    noun = governing_noun(scene)
    if noun is not None:
        names = names_of(scene.text.types[noun])
        if any(s.type in ("REQUEST", "THREATEN") for name in names for s in acts().get((name, False), ())):
            return True
    return False


def _forbids(scene: Scene, predicate: Predicate) -> bool:
    """«imewakataza raia kuandamana», «alipiga marufuku majaji kujiunga na chama»: what is forbidden is not done."""
    if predicate.outer.negative or "," in scene.text.lowers[predicate.last : scene.trigger.first]:
        return False  # «alipiga marufuku maandamano, kuwakamata wapinzani …»
    chain = predicate.verb.chain
    return "kataza" in chain or "piga" in chain and scene.lower(predicate.last) == "marufuku"


INVITING: Final = frozenset(["alika", "karibisha"])
"""«alimwalika rais kutembelea Lomé»: the invitation is the act, and nobody has come."""


def _is_threatened(scene: Scene) -> bool:
    """«imeionya Togo kwamba itaiwekea vikwazo»: what is threatened, by whoever threatens it."""
    own, predicates = scene.predicate, scene.clauses.predicates
    if own is None or own.outer.tense != "future" or scene.lower(own.first - 1) not in ("kwamba", "kuwa"):
        return False
    before = [p for p in predicates if p.first < own.first and p.outer.relative is None]
    return bool(before) and not WARNING.isdisjoint(before[-1].verb.chain)


WARNING: Final = frozenset("onya tahadharisha tisha tishia".split())


def _to_be_done(scene: Scene) -> bool:
    """«aliamuru kwamba msaada utolewe na serikali»: a noun whose own verb is a wish."""
    own = scene.predicate
    if own is None or scene.trigger.slot not in ("subject", "object") or own.outer.tense != "subjunctive":
        return False
    does = any(not light_verbs().get(stem, frozenset()).isdisjoint(("doer", "happen")) for stem in own.verb.chain)
    return does and _only_wished(scene, own)


def _instead(scene: Scene, own: Predicate) -> bool:
    """«tujenge hoja, siyo kupinga serikali», «wala si kufunga shule»: an infinitive that is said not to be meant."""
    return own.outer.tense == "infinitive" and scene.lower(own.first - 1) in ("si", "sio", "siyo", "wala")


BEFORE_DEEDS: Final = frozenset(["baada", "kabla", "kwa"])
"""Words before an infinitive that is when or how something was said, and not what it asks for."""


def _called_for(scene: Scene, own: Predicate) -> bool:
    """«alitoa wito kwa Togo kuondoa vikwazo»: what is called for stands past whom the call is to."""
    if own.outer.tense != "infinitive" or own.link or not scene.trigger.verb and scene.trigger.slot != "object":
        return False
    first = scene.clauses.sentence.first
    for earlier in reversed([p for p in scene.clauses.predicates if p.last <= own.first]):
        if earlier.outer.tense != "infinitive":
            first = earlier.last
            break
    calls = [i for i in range(first, own.first) if is_called(scene.text.types[i], _calls())]
    if not calls or category(scene.text, own.first - 1) == "C" or scene.lower(own.first - 1) in BEFORE_DEEDS:
        return False
    between = [scene.lower(i) for i in range(calls[-1] + 1, own.first)]
    return "kwa" in between and not any(word in ("baada", "huku", "kabla", ";", ":") for word in between)


@cache
def _calls() -> frozenset[str]:
    """Nouns that ask: «wito», «ombi»."""
    return frozenset(
        name
        for (name, verb), senses in acts().items()
        if not verb and any(s.type == "REQUEST" and not s.rest for s in senses)
    )


def _is_unwilling(scene: Scene, governor: Predicate) -> bool:
    """«haiko tayari kuzungumza»: the refusal alone is the act."""
    return governor.negative and scene.lower(governor.last) == "tayari"


GIVING_TIME: Final = frozenset("pa patia wekea".split())
TIME_GIVEN: Final = frozenset("makataa muda saa siku".split())


def _sets_a_deadline(scene: Scene, demanding: Predicate) -> bool:
    """«amepewa siku tano kujisalimisha»: what a deadline is for was asked."""
    own = scene.predicate
    if own is None or GIVING_TIME.isdisjoint(demanding.verb.chain):
        return False
    return among_lemmas(TIME_GIVEN, scene.text.types[demanding.last : own.first])


def _only_wished(scene: Scene, own: Predicate) -> bool:
    """A subjunctive or imperative, unless a plan or a headline stands before it: «Waziri ajiuzulu» can be a present
    whose -a- melts into its prefix."""
    tense = own.outer.tense
    if tense not in ("imperative", "subjunctive", "general") or _since(scene, own):
        return False
    if _after(scene, own, _is_demand):
        return True
    melted = not own.verb.stem.endswith("a") and own.outer.subject is not None and not own.marker
    if tense == "general" or tense == "subjunctive" and melted and own.governor is None and not own.verb.passive:
        return False
    return not _after(scene, own, lambda stem: cues("verb").get(stem) == "planned")


def _since(scene: Scene, own: Predicate) -> bool:
    """«tangu jeshi lichukue madaraka»: a subjunctive after «tangu» tells what did happen."""
    first = max([scene.clauses.sentence.first, *(p.last for p in scene.clauses.predicates if p.last <= own.first)])
    return any(scene.lower(i) == "tangu" for i in range(first, own.first))


def _asked_of_another(scene: Scene, own: Predicate) -> bool:
    """«wanataka kiongozi huyo kuachiliwa huru»: an infinitive with a subject of its own after a demand."""
    if own.outer.tense != "infinitive" or own.link:
        return False
    governor = None if own.governor is None else scene.clauses.predicates[own.governor]
    described = governor is not None and governor.outer.relative is not None and governor.last == own.first
    if governor is not None and not described or governor is None and not own.subjects:
        return False
    return _after(scene, own, _is_demand, described)


def _after(scene: Scene, own: Predicate, holds: Callable[[str], bool], described: bool = False) -> bool:
    earlier = [
        p
        for p in scene.clauses.predicates
        # a relative verb counts where it stands right before: «waandamanaji wanaomtaka ajiuzulu»
        if p.first < own.first and (p.outer.relative is None or p.last == own.first and not described)
    ]
    return bool(earlier) and any(holds(stem) for stem in earlier[-1].verb.chain)


def _is_demand(stem: str, negative: bool = False, scene: Scene | None = None) -> bool:
    """Whether a verb asks for or threatens something; some do so only when they are negative, «ameapa» and «hatasita»
    only with what is a threat: «ameapa kulipiza kisasi», but not «ameapa kuwakamata», «hakusita kuwashukuru»."""
    return any(
        (negative or "negated" not in s.needs)
        and (scene is None or s.type != "THREATEN" or not s.beside or scene.beside(s.beside))
        for s in _demanding().get(stem, ())
    )


@cache
def _demanding() -> dict[str, tuple[Act, ...]]:
    """Stem → the senses in which the verb by itself asks for or threatens something; «dai», «sisitiza», which do so
    with a wish or a thing alone, are rather to state."""
    found: dict[str, list[Act]] = {}
    for (stem, verb), senses in acts().items():
        for sense in senses if verb else ():
            if (
                not sense.rest
                and sense.type in ("REQUEST", "THREATEN")
                and sense.needs.isdisjoint(("wish", "demanded"))
            ):
                found.setdefault(stem, []).append(sense)
    return {stem: tuple(senses) for stem, senses in found.items()}
