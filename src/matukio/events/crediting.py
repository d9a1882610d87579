"""Whom the article credits with telling an act: the speakers of a claim that says it, not of one that knows it.

In «Polisi wamesema waasi waliowaua wavuvi wamekamatwa» the arrest is the word of the police; the killing is known, and
would be so if they had not spoken.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.attribution import credited
from matukio.events.clauses.owners import APART
from matukio.events.clauses.scene import Scene
from matukio.events.dates.own import BEING
from matukio.events.status.cue_verbs import BY_HAND
from matukio.record import Claim, Evidence, Party
from matukio.references import Resolved
from matukio.rules import rule
from matukio.swahili import Predicate, category


def sources_of(scene: Scene, actors: tuple[Party, ...], status: str) -> tuple[Resolved, bool]:
    """(sources with their evidence, whether the words around the act only take it as known)."""
    text, word = scene.text, scene.trigger.word
    start, end = text.starts[word], text.ends[word]
    by_words = "" if scene.act.mode == "investigate" else scene.act.type  # to say so is not to inquire
    speakers, evidence = credited(scene.claims, start, end, by_words, actors, status == "actual")
    if not speakers or evidence is None:
        return Resolved(()), False
    known = taken_as_known(scene) or judged(scene) if status == "actual" else None
    if _resolves(scene, actors, speakers) or _announces(scene, actors, speakers):
        return Resolved(()), False
    if known is not None:
        return Resolved((), (known,)), True
    return Resolved(speakers, (evidence,)), False


@rule(
    "source: taken as known",
    "Polisi wa Togo wamesema waasi waliowaua wavuvi wamekamatwa.",
    "Waziri wa Togo amesema bei imepanda tangu maandamano ya wanafunzi.",
    "Polisi wa Togo wamesema waasi wamekimbia baada ya kuwaua wavuvi.",
    never="Polisi wa Togo wamesema kwamba waasi waliwaua wavuvi.",
)
def taken_as_known(scene: Scene) -> Evidence | None:
    """What only tells who or when inside somebody's words is no news of his: a relative verb, the noun of a phrase
    beside the verb, a noun's complement. A number is news («watu 16 waliouawa»), and so is who it was («ndiye
    aliyemuua»)."""
    trigger, predicate = scene.trigger, scene.predicate
    if trigger.verb or trigger.slot in ("subject", "object"):
        if predicate is not None and (_says_when(scene, predicate) or _describes(scene, predicate)):
            return scene.evidence(taken_as_known.name, predicate.first, predicate.last)
        if trigger.verb:
            return None
    beside = any(
        o.phrase.head == trigger.word and (o.sense in APART or o.preposition in ABOUT) for o in scene.clauses.obliques
    )
    if beside or trigger.slot == "" and trigger.first > scene.clauses.sentence.first and _is_complement(scene):
        return scene.evidence(taken_as_known.name, trigger.first, trigger.last)
    return None


ABOUT: Final = frozenset(["juu ya", "kuhusu", "kuhusiana na"])


@rule(
    "source: judged",
    "Waziri wa Togo amesema mazungumzo na Ghana yalikuwa na tija.",
    "Waziri wa Togo amekosoa wito wa wanafunzi wa kufungua shule.",
    never="Waziri wa Togo amesema mazungumzo na Ghana yalifanyika jana.",
)
def judged(scene: Scene) -> Evidence | None:
    """What somebody calls good or bad he does not tell: «mkutano ulikuwa na tija», «alikosoa wito wa wanafunzi»."""
    trigger = scene.trigger
    if trigger.verb:
        return None
    here = scene.evidence(judged.name, trigger.first, trigger.last)
    of = [p for p in scene.clauses.predicates if any(phrase.head == trigger.word for phrase in p.subjects)]
    if any(trigger.word < p.first and p.verb.stem in BEING for p in of):
        return here  # but «kuna vita» does tell it
    claim = _innermost(scene)
    if claim is None or claim.stance not in ("condemn", "praise") or claim.quote != "indirect":
        return None
    return here if _as_object(scene, claim) else None


def _innermost(scene: Scene) -> Claim | None:
    start = scene.text.starts[scene.trigger.word]
    around = [c for c in scene.claims if c.content.start <= start < c.content.end and c.speakers]
    return min(around, key=lambda c: c.content.end - c.content.start, default=None)


def _as_object(scene: Scene, claim: Claim) -> bool:
    """Whether no finite verb of the claim's words stands before the act: they are a phrase, no sentence."""
    begin = scene.text.index_at(claim.content.start)
    return not any(begin <= p.first <= scene.trigger.word and p.verb.finite for p in scene.clauses.predicates)


def _resolves(scene: Scene, actors: tuple[Party, ...], speakers: tuple[Party, ...]) -> bool:
    """«alitangaza kuachia madaraka», «ameahidi kununua ndege»: his resolve to do it, told by the outlet; «anadai kuua»
    is his word."""
    claim, predicate = _innermost(scene), scene.predicate
    if claim is None or predicate is None or not scene.trigger.verb or predicate.outer.tense != "infinitive":
        return False
    himself = any((a.start, a.end) == (s.start, s.end) for a in actors for s in speakers)
    return himself and claim.stance == "promise" and claim.quote == "indirect" and _as_object(scene, claim)


def _announces(scene: Scene, actors: tuple[Party, ...], speakers: tuple[Party, ...]) -> bool:
    """«rais amesema anatangaza kufunga mipaka»: what he does by announcing it is his act, and the outlet's news."""
    himself = any((a.start, a.end) == (s.start, s.end) for a in actors for s in speakers)
    if scene.act.type not in ("COERCE", "CONCEDE") or scene.act.mode in BY_HAND or scene.passive or not himself:
        return False
    own = scene.predicate
    if scene.trigger.verb and (own is None or own.outer.tense != "infinitive"):
        return False
    before = [p for p in scene.clauses.predicates if p.last <= scene.trigger.first and p.outer.tense != "infinitive"]
    return bool(before) and "tangaza" in before[-1].verb.chain and not before[-1].verb.passive


def _describes(scene: Scene, predicate: Predicate) -> bool:
    """«waasi waliochoma», «msichana ambaye alizuiliwa», «waliokamatwa», unless that is the news; what is called
    «ya aibu na inayominya haki» is judged."""
    relative = predicate.outer.relative
    somebody = predicate.relative_head is not None or relative is not None and bool(relative.classes & {1, 2})
    return somebody and not _is_news(scene, predicate)


def _says_when(scene: Scene, predicate: Predicate) -> bool:
    """«walipochoma», «baada ya kuchoma», «bila ya kusaini»: told only to say when or how something else happened."""
    before, relative = scene.lower(predicate.first - 2), predicate.outer.relative
    if relative is not None and relative.prefix == "po":
        return True
    return predicate.outer.tense == "infinitive" and predicate.link == "ya" and before in ("baada", "kabla", "bila")


def _is_news(scene: Scene, predicate: Predicate) -> bool:
    head = predicate.relative_head
    first = head.first if head is not None else predicate.first
    if any(category(scene.text, i) == "Q" for i in range(first, predicate.first)):
        return True
    before = [scene.lower(i) for i in range(max(scene.clauses.sentence.first, first - 3), first)]
    return any(word in ("ni", "hakuna") or word.startswith("ndi") for word in before)


def _is_complement(scene: Scene) -> bool:
    """«wahanga wa shambulizi», «historia ya mapigano»."""
    return category(scene.text, scene.trigger.first - 1) == "C"
