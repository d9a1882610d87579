"""By what other name somebody goes: «Asha Mushi anayefahamika kama “Mama Taa”», «kitabu cha “Siku ya Kwanza”».

Words in quotation marks that only name are no statement, and the subject of the verb stands before them.
"""

from __future__ import annotations

from typing import Final

from matukio.claims.sentences.quotations import Piece
from matukio.claims.sentences.scene import Scene
from matukio.swahili.connectives import CONNECTIVES


def is_called(scene: Scene, piece: Piece) -> bool:
    """«muandishi wa kitabu cha “Siku ya Kwanza” anasema», «Asha anayefahamika kama “Mama Taa” anasema»: words in marks
    that only name something or somebody say nothing."""
    if piece.first <= scene.first or any(True for _ in scene.predicates_in(piece.first, piece.last)):
        return False
    return scene.lower(piece.first - 1) in CONNECTIVES or calls(scene, piece.first - 1)


def calls(scene: Scene, index: int) -> bool:
    """«kama», «maarufu», «anayeitwa»: words after which somebody's other name stands."""
    if scene.lower(index) in CALLED:
        return True
    described = scene.predicate_at(index)
    return (
        described is not None and described.outer.relative is not None and not CALLING.isdisjoint(described.verb.chain)
    )


CALLED: Final = frozenset("kama maarufu almaarufu mashuhuri jina".split())
CALLING: Final = frozenset("fahamika ita itwa jiita julikana tambulika".split())
