"""A claim before it has its number and its answer, put together from cue, content and speakers.

«Uganda imekanusha madai hayo»: cue «imekanusha», content «madai hayo», speaker Uganda, stance `deny`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from matukio.claims.according import owner
from matukio.claims.content import Content, predicate_of
from matukio.claims.content_words import Judged
from matukio.claims.cues import Cue
from matukio.claims.scene import Scene
from matukio.claims.stances import stance_of
from matukio.record import Evidence, Party, Span
from matukio.references import Resolved
from matukio.swahili import NounPhrase
from matukio.swahili.vocabulary import VOCABULARY


@dataclass(slots=True)
class Draft:
    """A claim before it has its number and its answer."""

    scene: Scene
    stance: str
    content: Content
    cue: Cue | None
    speakers: tuple[Party, ...]
    target: Party | None
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        return self.scene.text.span(self.content.first, self.content.last)


def drafted(scene: Scene, cue: Cue | None, content: Content, speakers: Resolved, rule_name: str) -> Draft:
    judged = stance_of(scene, cue, content, speakers.parties)
    span = scene.text.span(content.first, content.last)
    here = (Evidence(rule_name, span.start, span.end),)  # the rule that bounds the content saw its marks
    evidence = {"content": here, "quote": here, "speakers": speakers.evidence}
    if cue is not None and not judged.evidence:
        said = scene.text.span(cue.first, cue.last)
        judged = Judged(judged.stance, (Evidence(f"cue: {cue.row.lemma}", said.start, said.end),))
    evidence["stance"] = judged.evidence or here  # a quotation that goes on has no cue
    return Draft(
        scene, judged.stance, content, cue, speakers.parties, _target(scene, cue, content, judged.stance),
        {key: value for key, value in evidence.items() if value},
    )  # fmt: skip


AIMED = frozenset("accuse demand warn praise condemn".split())


def _target(scene: Scene, cue: Cue | None, content: Content, stance: str) -> Party | None:
    """Whom it is aimed at: the cue's object, of a thing whose it is («uamuzi wa serikali»), whom an object prefix means
    («wamemtaka ajiuzulu»), else who the content speaks of, where that is somebody."""
    if stance not in AIMED:
        return None
    if content.target is not None and (aimed := _somebody_of(scene, content.target)) is not None:
        return aimed
    hears = cue is not None and "addressee" in cue.row.frame and stance != "demand"  # «aliliambia jarida hilo»
    if content.target is None and cue is not None and not hears and (taken := _taken_up(scene, cue)) is not None:
        return taken
    for predicate in scene.predicates_in(content.first, content.last):
        phrases = predicate.subjects
        if stance == "accuse" and predicate.verb.passive:  # «raia waliuawa na jeshi»: the army is blamed
            phrases = tuple(o.phrase for o in predicate.obliques if o.preposition == "na")
        for phrase in phrases:
            if phrase.first >= content.first and (known := scene.discourse.resolve(phrase).parties) and known[0].sector:
                return known[0]
    return None


def _somebody_of(scene: Scene, phrase: NounPhrase) -> Party | None:
    """A phrase as a party, or whose thing it is; None for a thing of nobody's."""
    party = next(iter(scene.discourse.resolve(phrase).parties), None)
    if party is None or phrase.name or _animate(scene, phrase) or _acts(scene, phrase):
        return party
    holder = owner(scene, phrase)
    if holder is not None and (party.sector is None or _acts(scene, holder)):
        return next(iter(scene.discourse.resolve(holder).parties), None)
    return None if party.sector is None else party


def _acts(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether the head alone is somebody: «serikali ya Uganda», not «uamuzi wa serikali»."""
    return scene.discourse.describe(phrase.head, phrase.head + 1).sector is not None


def _animate(scene: Scene, phrase: NounPhrase) -> bool:
    return any(reading.animate for reading in VOCABULARY.analyses(scene.text.types[phrase.head]))


def _taken_up(scene: Scene, cue: Cue) -> Party | None:
    """Whom the object prefix of the cue means: «kimemtaka ajiuzulu»."""
    predicate = predicate_of(scene, cue)
    marked = None if predicate is None else predicate.verb.object
    if predicate is None or marked is None or marked.person != 3 or cue.passive or predicate.verb.reflexive:
        return None
    found = scene.discourse.taken_up(marked, scene.number, predicate.first, but=predicate.subjects)
    return next((party for party in found.parties if party.sector is not None), None)
