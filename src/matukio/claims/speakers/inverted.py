"""Subjects after their verb: «…,» amesema Moussa; «alisema Bw. Moussa: “…”»."""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.boundaries import past_adjuncts
from matukio.claims.sentences.content import Content, predicate_of
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.scene import Scene
from matukio.claims.speakers.fitting import fits
from matukio.swahili import NounPhrase


def subject_after(scene: Scene, cue: Cue, content: Content) -> list[NounPhrase] | None:
    """«…,» amesema Moussa: an inverted subject, with those joined to it by «na»."""
    phrase = scene.phrase_at(past_adjuncts(scene, cue.last, phrases=False))
    predicate = predicate_of(scene, cue)
    assert predicate is not None
    if content.last > cue.first and not _between(scene, cue, phrase, content):
        return None
    if phrase is None and content.last <= cue.first:
        phrase = _named_last(scene, past_adjuncts(scene, cue.last))
    if phrase is not None:
        phrase = _past_stop(scene, phrase)
    if phrase is None or not fits(scene, phrase, predicate.outer.subject):
        return None
    if predicate.verb.object is not None and fits(scene, phrase, predicate.verb.object):
        return None  # «…,» aliwaambia wakulima
    found = [phrase]
    while (
        found[-1].last + 1 < scene.last
        and scene.lower(found[-1].last) == "na"
        and (joined := scene.phrase_at(found[-1].last + 1)) is not None
    ):
        found.append(joined)
    return found


def _past_stop(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """«alisema Bw. Asha»: a title cut short and its name."""
    if phrase.last - phrase.first > 1 or phrase.last + 1 >= scene.last or scene.character(phrase.last) != ".":
        return phrase
    named = scene.phrase_at(phrase.last + 1)
    if named is None or not named.name or scene.text.ends[phrase.last - 1] - scene.text.starts[phrase.first] > TITLE:
        return phrase
    return NounPhrase(phrase.first, named.head, named.last, frozenset({1}), True)


TITLE: Final = 4
"""Letters of a title that a full stop cuts short: Bw., Bi., Dkt., Prof."""


def _named_last(scene: Scene, index: int) -> NounPhrase | None:
    """«…,» aliandika katika ukurasa wake, Asha Mushi.»: the person named after the place, where the sentence ends."""
    phrase = scene.phrase_at(index)
    if phrase is None or phrase.last < scene.last or scene.character(index - 1) != ",":
        return None
    named = any(name.type == "PER" for name in scene.discourse.names_in(phrase.first, phrase.last))
    return phrase if named else None


def _between(scene: Scene, cue: Cue, phrase: NounPhrase | None, content: Content) -> bool:
    """«alisema Waziri Asha Mushi: “…”»: the subject stands between its verb and the quotation."""
    if phrase is None or "addressee" in cue.row.frame or phrase.last >= scene.last:
        return False
    if content.first < cue.first:
        return scene.is_mark(cue.first - 1) and scene.is_mark(phrase.last)  # «“Mvua, alisema Asha Mushi, imechelewa.”»
    if phrase.last >= content.first:
        return False
    opens = cue.first == scene.first or scene.is_mark(cue.first - 1)
    return opens and all(scene.is_mark(i) for i in range(phrase.last, content.first))
