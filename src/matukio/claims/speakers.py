"""Who speaks: the cue's subject before or after it, the doer of a passive, or whoever spoke last.

«“Tumechoka,” alisema Moussa. Aliongeza kuwa …»: both claims are Moussa's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matukio.claims.contents import Content, predicate_of
from matukio.claims.cues import Cue
from matukio.claims.scene import Scene, past_adjuncts
from matukio.record import Evidence, Party
from matukio.references import Resolved
from matukio.swahili import Agreement, NounPhrase, Predicate, category

MEMORY = 4
"""Sentences over which «aliongeza» may mean the one who spoke last."""
NOBODY = Resolved(())


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke in a sentence, and how the verb agreed with them."""

    sentence: int
    speakers: tuple[Party, ...]
    agreement: Agreement | None


def speakers_of(scene: Scene, cue: Cue, content: Content, before: Sequence[Spoken]) -> Resolved:
    """The parties who say what the cue introduces; empty for «inadaiwa»."""
    predicate = predicate_of(scene, cue)
    if predicate is None or cue.row.speaker == "none":
        return NOBODY
    if cue.passive:
        return _doer(scene, cue)
    after = _subject_after(scene, cue, content)
    if after is not None:
        return _demonstrated(scene, predicate, after[0], before) or scene.discourse.resolve_all(after)
    tense = predicate.outer.tense
    if tense == "infinitive":
        return _of_infinitive(scene, predicate, before)
    own = _own_subjects(scene, predicate, content)
    if tense in ("situational", "consecutive") and not (own and own[-1].last == predicate.first):
        carried = _carried(scene, predicate, before) or _main_subject(scene, predicate)
        if carried is not None:
            return carried
    if own:
        return (
            _document(scene, predicate, own[-1], before)
            or _demonstrated(scene, predicate, own[-1], before)
            or scene.discourse.resolve_all(own)
        )
    if predicate.relative_head is not None and predicate.subject_is_head:
        return _document(scene, predicate, predicate.relative_head, before) or scene.discourse.subject(
            scene.number, predicate
        )
    near = _adjacent(scene, predicate, content)
    if near is not None:
        return _demonstrated(scene, predicate, near, before) or scene.discourse.resolve(near)
    return _last_speaker(scene, predicate, before) or scene.discourse.subject(scene.number, bare(predicate))


def bare(predicate: Predicate) -> Predicate:
    """The predicate without the subject that its sentence seems to give it."""
    return replace(predicate, subjects=())


def _own_subjects(scene: Scene, predicate: Predicate, content: Content) -> tuple[NounPhrase, ...]:
    """The subject before the verb, unless it stands in what is said: in «“Ali atashinda,” alisema» Ali does not speak."""
    inside = any(content.first <= p.first < content.last for p in predicate.subjects)
    quoted = any(scene.piece_over(p.first) is not None for p in predicate.subjects)
    if inside or predicate.inverted or (quoted and scene.piece_over(predicate.first) is None):
        return ()
    return predicate.subjects


def _adjacent(scene: Scene, predicate: Predicate, content: Content) -> NounPhrase | None:
    """A phrase right before the verb that agrees with it, where the sentence's own parse leaves the verb without one."""
    index = predicate.first
    while index > scene.first and (category(scene.text, index - 1) == "B" or scene.character(index - 1) == ","):
        index -= 1
    phrase = scene.phrase_before(index)
    agreement = predicate.outer.subject
    if phrase is None or agreement is None or content.first <= phrase.first < content.last:
        return None
    if any(o.phrase == phrase and o.preposition != "na" for o in scene.clauses.obliques):
        return None
    return phrase if phrase.name or phrase.classes & agreement.classes else None


def _demonstrated(scene: Scene, predicate: Predicate, phrase: NounPhrase, before: Sequence[Spoken]) -> Resolved | None:
    """«amesema mhadhiri huyo», where no earlier name answers to it: who spoke last."""
    if phrase.last - phrase.first != 2 or scene.lower(phrase.last - 1) not in DEMONSTRATIVES:
        return None
    if scene.discourse.resolve(phrase).evidence or not before or scene.number - before[-1].sentence > MEMORY:
        return None
    return _last_speaker(scene, predicate, before)


DEMONSTRATIVES = frozenset("huyo hilo hicho hiyo hao hizo hivyo hayo".split())


def _of_infinitive(scene: Scene, predicate: Predicate, before: Sequence[Spoken]) -> Resolved:
    """«serikali kusema» has its own subject; «na kusema», «kumtaka» that of the verb before it."""
    index = predicate.first
    while index > scene.first and category(scene.text, index - 1) in "BD":
        index -= 1
    for oblique in scene.clauses.obliques:
        if oblique.phrase.last in (index, predicate.first) and oblique.sense in ("after", "before", "without"):
            return scene.discourse.resolve(oblique.phrase)
    carried = _carried(scene, predicate, before)
    if carried is not None:
        return carried
    return _main_subject(scene, predicate) or scene.discourse.subject(scene.number, predicate)


def _main_subject(scene: Scene, predicate: Predicate) -> Resolved | None:
    """The subject of the nearest finite verb before it that can be meant: «… wamekusanyika kumtaka rais ajiuzulu»."""
    own = predicate.outer.subject
    for other in reversed([p for p in scene.clauses.predicates if p.first < predicate.first]):
        outer = other.outer
        if outer.subject is None or not outer.finite or outer.relative is not None or outer.subject.person != 3:
            continue
        if own is not None and not own.classes & outer.subject.classes:
            continue
        if outer.tense in ("situational", "subjunctive", "copula"):
            continue
        found = scene.discourse.subject(scene.number, other)
        if found.parties:
            return found
    return None


def _doer(scene: Scene, cue: Cue) -> Resolved:
    """«imeshutumiwa na Kenya»: whom «na» names right after a passive."""
    oblique = scene.oblique_at(past_adjuncts(scene, cue.last, phrases=False))
    if oblique is None or oblique.preposition != "na":
        return NOBODY
    phrases = [oblique.phrase]
    while (joined := scene.oblique_at(phrases[-1].last)) is not None and joined.preposition == "na":
        phrases.append(joined.phrase)
    return scene.discourse.resolve_all(phrases)


def _subject_after(scene: Scene, cue: Cue, content: Content) -> list[NounPhrase] | None:
    """«…,» amesema Moussa: an inverted subject, with those joined to it by «na»."""
    if content.last > cue.first:
        return None
    phrase = scene.phrase_at(past_adjuncts(scene, cue.last, phrases=False))
    predicate = predicate_of(scene, cue)
    assert predicate is not None
    if phrase is None or predicate.verb.object is not None and len(predicate.objects) < 2:
        return None
    found = [phrase]
    while (
        found[-1].last + 1 < scene.last
        and scene.lower(found[-1].last) == "na"
        and (joined := scene.phrase_at(found[-1].last + 1)) is not None
    ):
        found.append(joined)
    return found


def _document(scene: Scene, predicate: Predicate, phrase: NounPhrase, before: Sequence[Spoken]) -> Resolved | None:
    """«taarifa kutoka ofisi ya rais ilisema»: who sent it; «taarifa hiyo ilisema»: who spoke last; «walibeba ujumbe
    unaosema»: who carries it."""
    words = [scene.lower(i) for i in range(phrase.first, phrase.last)]
    if words[0] not in AUTHORED:
        return None
    origin = next((o for o in scene.clauses.obliques if o.sense == "from" and o.first == phrase.last), None)
    if origin is not None:
        return scene.discourse.resolve(origin.phrase)
    if predicate.outer.relative is not None and len(words) == 1:
        return _main_subject(scene, replace(predicate, outer=replace(predicate.outer, subject=None)))
    if len(words) > 2 or (len(words) == 2 and words[1] not in REFERRING):
        return None
    if not before or scene.number - before[-1].sentence > MEMORY:
        return None
    span = scene.text.span(phrase.first, phrase.last)
    return Resolved(before[-1].speakers, (Evidence("speaker: author of the statement", span.start, span.end),))


REFERRING = frozenset("hiyo hilo huo hizo hii hili yake lake wake".split())
AUTHORED = frozenset("taarifa tamko barua ujumbe tangazo waraka hotuba kauli".split())


def _carried(scene: Scene, predicate: Predicate, before: Sequence[Spoken]) -> Resolved | None:
    """«na kusema», «, akiongeza»: who spoke before it in the sentence."""
    if before and before[-1].sentence == scene.number:
        own = predicate.outer.subject
        if own is None or before[-1].agreement is None or own.classes & before[-1].agreement.classes:
            span = scene.text.span(predicate.first, predicate.last)
            return Resolved(before[-1].speakers, (Evidence("speaker: goes on", span.start, span.end),))
    return None


def _last_speaker(scene: Scene, predicate: Predicate, before: Sequence[Spoken]) -> Resolved | None:
    """A dropped subject of a verb of saying is who spoke last, where the prefix agrees."""
    own = predicate.outer.subject
    if own is None or own.person != 3:
        return None
    for spoken in reversed(before):
        if scene.number - spoken.sentence > MEMORY:
            return None
        if spoken.speakers and spoken.agreement is not None and spoken.agreement.classes == own.classes:
            span = scene.text.span(predicate.first, predicate.last)
            return Resolved(spoken.speakers, (Evidence("speaker: spoke last", span.start, span.end),))
    return None
