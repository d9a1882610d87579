"""Which phrase of its own sentence a verb of saying has for its subject.

«Fayulu, tajiri wa zamani, anasema …» is Fayulu's; in «“Ali atashinda,” alisema» it is not Ali's.
"""

from __future__ import annotations

from matukio.claims.content import Content
from matukio.claims.cues import Cue
from matukio.claims.scene import Scene
from matukio.swahili import Agreement, NounPhrase, Predicate, category

AGREEING = {"PER": frozenset({1, 2}), "LOC": frozenset({2, 9}), "ORG": frozenset({2, 5, 9})}
"""Classes that a verb takes for a name: a person a-, a country i-, a body i- or li-; together wa-."""
PRONOMINAL = frozenset("wote wengine wengi baadhi wachache wengineo mwingine wenyewe".split())


def own_subjects(scene: Scene, cue: Cue, predicate: Predicate, content: Content) -> tuple[NounPhrase, ...]:
    """The subject before the verb, joined ones together; empty where there is none or it stands in what is said."""
    if predicate.inverted:
        return ()
    described = _before_apposition(scene, predicate)
    found = (described,) if described is not None else predicate.subjects
    if not found or not fits(scene, found[-1], predicate.outer.subject):
        near = adjacent_subject(scene, predicate) or _farther(scene, predicate)
        found = () if near is None else (near,)
    around = content.first <= cue.first < content.last  # the content goes on after the cue
    for phrase in found:
        quoted = scene.piece_over(phrase.first) is not None and scene.piece_over(predicate.first) is None
        if quoted or (content.first <= phrase.first < content.last and not around):
            return ()
    return found


def fits(scene: Scene, phrase: NounPhrase, agreement: Agreement | None) -> bool:
    """Whether a phrase can be the subject: no time («Jumapili»), no adjective («dhaifu»), and it agrees."""
    if agreement is None or all(i in scene.times for i in range(phrase.first, phrase.last)):
        return False
    if phrase.name:
        name = next(scene.discourse.names_in(phrase.first, phrase.last), None)
        return name is None or bool(agreement.classes & AGREEING[name.type])
    if category(scene.text, phrase.head) == "A" and phrase.last - phrase.first == 1:
        return scene.lower(phrase.head) in PRONOMINAL
    if not phrase.classes or phrase.classes & agreement.classes:
        return True
    # «kiungo Asha Mushi alisema»: a noun of any class that a person's name follows
    people = [n for n in scene.discourse.names_in(phrase.first, phrase.last) if n.type == "PER"]
    return bool(people) and 1 in agreement.classes


def adjacent_subject(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """The phrase before the verb that agrees with it, over adverbs and times, where the parse has none."""
    index = predicate.first
    while index > scene.first and (
        category(scene.text, index - 1) == "B" or scene.character(index - 1) == "," or index - 1 in scene.times
    ):
        index -= 1
    phrase = scene.phrase_before(index)
    if phrase is None or _governed(scene, phrase) or not fits(scene, phrase, predicate.outer.subject):
        return None
    return phrase


def _before_apposition(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """The subject of «Fayulu, tajiri wa zamani, anasema»: the phrase before the commas, where it agrees."""
    end = predicate.first - 1
    while end > scene.first and (end in scene.times or category(scene.text, end) == "B"):
        end -= 1
    if end <= scene.first or scene.character(end) != ",":
        return None
    for index in range(end - 1, max(scene.first, end - 26), -1):
        other = scene.predicate_at(index)
        if other is not None and other.outer.relative is None and other.outer.tense != "copula":
            return None
        if scene.character(index) != "," or (phrase := scene.phrase_before(index)) is None:
            continue
        if not _governed(scene, phrase) and fits(scene, phrase, predicate.outer.subject):
            return phrase
    return None


def _farther(scene: Scene, predicate: Predicate) -> NounPhrase | None:
    """The first phrase of the clause that agrees, where only a relative clause or a place stands between."""
    begin = scene.first
    for other in scene.clauses.predicates:
        if other.first < predicate.first and other.outer.relative is None:
            begin = other.last
    within = (p for p in scene.clauses.phrases if begin <= p.first and p.last <= predicate.first)
    return next((p for p in within if not _governed(scene, p) and fits(scene, p, predicate.outer.subject)), None)


def _governed(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a phrase belongs to a preposition other than «na»."""
    return any(o.phrase == phrase and o.preposition != "na" for o in scene.clauses.obliques)
