"""Who speaks: the cue's subject before or after it, the doer of a passive, or whoever spoke last.

«“Tumechoka,” alisema Moussa. Aliongeza kuwa …»: both claims are Moussa's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matukio.claims.contents import Content, predicate_of
from matukio.claims.cues import Cue
from matukio.claims.scene import Scene, past_adjuncts
from matukio.record import Evidence, Party
from matukio.references import Resolved
from matukio.swahili import Agreement, NounPhrase, Predicate

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
    if predicate.subjects and not predicate.inverted:
        return _document(scene, predicate, before) or scene.discourse.subject(scene.number, predicate)
    after = _subject_after(scene, cue, content)
    if after is not None:
        return scene.discourse.resolve_all(after)
    if predicate.outer.tense in ("infinitive", "situational", "consecutive") or predicate.outer.subject is None:
        carried = _carried(scene, predicate, before)
        if carried is not None:
            return carried
    return _last_speaker(scene, predicate, before) or scene.discourse.subject(scene.number, predicate) or NOBODY


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


def _document(scene: Scene, predicate: Predicate, before: Sequence[Spoken]) -> Resolved | None:
    """«taarifa hiyo ilisema»: the statement's author where the text told it, who spoke last."""
    phrase = predicate.subjects[0]
    words = [scene.lower(i) for i in range(phrase.first, phrase.last)]
    if (
        words[0] not in AUTHORED
        or len(words) != 2
        or words[1] not in ("hiyo", "hilo", "huo", "hizo", "yake", "lake", "wake")
    ):
        return None
    if not before or scene.number - before[-1].sentence > MEMORY:
        return None
    span = scene.text.span(phrase.first, phrase.last)
    return Resolved(before[-1].speakers, (Evidence("speaker: author of the statement", span.start, span.end),))


AUTHORED = frozenset("taarifa tamko barua ujumbe tangazo waraka hotuba kauli".split())


def _carried(scene: Scene, predicate: Predicate, before: Sequence[Spoken]) -> Resolved | None:
    """«na kusema», «, akiongeza»: the subject of the verb that it goes on from."""
    if predicate.outer.tense == "infinitive" and scene.phrase_before(predicate.first) is not None:
        return None
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
