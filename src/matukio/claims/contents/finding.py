"""What is said: the content of a claim by the frame of its cue, one rule a frame.

«Waziri alisema kwamba hali ni shwari» → «hali ni shwari».
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from matukio.claims.contents.asked import asked_of_object, charged_with, infinitive, nominal, passive_nominal
from matukio.claims.contents.quoted import named, quotation_after, quotation_before, quoting
from matukio.claims.contents.reported import bare_clause, kwamba_clause
from matukio.claims.contents.told_before import clause_before
from matukio.claims.contents.unowned import impersonal, reported_of_subject
from matukio.claims.sentences.content import Content
from matukio.claims.sentences.cues import Cue
from matukio.claims.sentences.disputed import disputed
from matukio.claims.sentences.scene import Scene
from matukio.rules import Rule

ORDER: Final[tuple[Callable[[Scene, Cue], Content | None], ...]] = (
    disputed, impersonal, reported_of_subject, quoting, named, quotation_before, quotation_after, asked_of_object,
    kwamba_clause, charged_with, infinitive, clause_before, nominal, passive_nominal, bare_clause,
)  # fmt: skip
"""The rules in the order in which they are tried: what is marked best comes first."""


def content_of(scene: Scene, cue: Cue) -> tuple[Content, str] | None:
    """The content of a cue and the name of the rule that found it."""
    for attempt in ORDER:
        found = attempt(scene, cue)
        if found is not None and (piece := scene.piece_over(cue.first)) is not None:
            # a report inside a quotation cannot reach out of it
            found = replace(found, last=min(found.last, piece.last)) if found.first >= piece.first else None
        if found is not None and found.last > found.first:
            assert isinstance(attempt, Rule)
            return found, attempt.name
    return None
