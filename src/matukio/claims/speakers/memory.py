"""Who spoke before: in the same sentence, whose speech goes on, or in one of the sentences before.

«Waziri Asha Mushi alisema kwamba mvua imechelewa, akiongeza kuwa …. Alisema pia …»: all of it is the minister's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from matukio.claims.sentences.scene import Scene
from matukio.frozen import quick_init
from matukio.record import Evidence, Party
from matukio.references import Resolved
from matukio.swahili import Agreement, Predicate

MEMORY: Final = 4
"""Sentences over which «aliongeza» may mean the one who spoke last."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke in a sentence, and how the verb agreed with them."""

    sentence: int
    speakers: tuple[Party, ...]
    agreement: Agreement | None


quick_init(Spoken)


def carried(scene: Scene, predicate: Predicate, before: Sequence[Spoken]) -> Resolved | None:
    """«na kusema», «, akiongeza»: who spoke before it in the sentence."""
    if before and before[-1].sentence == scene.number:
        own = predicate.outer.subject
        if own is None or before[-1].agreement is None or own.classes & before[-1].agreement.classes:
            return Resolved(before[-1].speakers, (scene.evidence("speaker: goes on", predicate.first, predicate.last),))
    return None


def last_speaker(scene: Scene, predicate: Predicate, before: Sequence[Spoken]) -> Resolved | None:
    """A dropped subject of a verb of saying is who spoke last, where the prefix agrees."""
    own = predicate.outer.subject
    if own is None or own.person != 3:
        return None
    if (newly := _told_since(scene, predicate, before)) is not None:
        return newly
    for spoken in reversed(before):
        if scene.number - spoken.sentence > MEMORY:
            return None
        if spoken.speakers and spoken.agreement is not None and _goes_with(own, spoken):
            span = scene.text.span(predicate.first, predicate.last)
            speakers = tuple(_named_again(scene, party, span.start) for party in spoken.speakers)
            return Resolved(speakers, (Evidence("speaker: spoke last", span.start, span.end),))
    return None


def _told_since(scene: Scene, predicate: Predicate, before: Sequence[Spoken]) -> Resolved | None:
    """«Rais Asha Mushi alisema … Juma Ali alikamatwa jana. Amesema hatakubali.»: of whom the sentence right before
    tells, by name, since somebody else has spoken."""
    own = predicate.outer.subject
    if own is None or own.classes != {1} or not before or before[-1].sentence >= scene.number - 1:
        return None
    if scene.quoted_before or any(piece.continues for piece in scene.pieces):
        return None  # «“Tulimwamini Juma Ali. Alisoma ng'ambo,” alisema»
    found = scene.discourse.subject(scene.number, replace(predicate, subjects=()))
    if len(found.parties) != 1:
        return None
    party = found.parties[0]
    begin = scene.text.starts[scene.text.firsts[scene.number - 1]]
    named = any(n.type == "PER" and party.start <= n.start < party.end for n in scene.discourse.names)
    same = any(party.link is not None and party.link == other.link for other in before[-1].speakers)
    surname = party.text.split()[-1]
    same = same or any(surname in other.text.split() for other in before[-1].speakers)
    return found if named and begin <= party.start < scene.text.starts[scene.first] and not same else None


def _goes_with(own: Agreement, spoken: Spoken) -> bool:
    """Whether a prefix can mean who spoke: of its class, or wa- for a body, «jopo la mawakili lilieleza … Walidai»."""
    assert spoken.agreement is not None
    if spoken.agreement.classes == own.classes:
        return True
    body = not spoken.agreement.classes & {1, 2} and spoken.speakers[0].sector is not None
    if body and own.classes <= {9}:
        return True  # «kituo hicho kimesema … Ilionya»: a body is i- as well as its noun's own prefix
    return own.classes == {2} and (body or len(spoken.speakers) > 1)


def _named_again(scene: Scene, party: Party, before: int) -> Party:
    """The nearest earlier words that name the same person: after «Rais Asha Mushi … Mushi …» the latter."""
    surname = party.text.split()[-1]
    for name in reversed(scene.discourse.names):
        if name.start >= before or name.type != "PER":
            continue
        if name.start < party.end:
            break
        if (name.link is not None and name.link == party.link) or name.text.split()[-1] == surname:
            return replace(party, text=name.text, start=name.start, end=name.end)
    return party
