"""The connective -a, «of», by the classes that it agrees with: «msemaji wa», «serikali ya», «jeshi la», «vikosi vya».

Whoever asks what ties a complement to its head asks here; what else may stand between (na, nchini, a comma) each adds.
"""

from __future__ import annotations

from typing import Final

CONNECTIVE_CLASSES: Final = {
    "wa": frozenset({1, 2, 3, 11, 14}), "ya": frozenset({4, 6, 9}), "la": frozenset({5}), "za": frozenset({10}),
    "cha": frozenset({7}), "vya": frozenset({8}), "pa": frozenset({16}), "mwa": frozenset({18}),
}  # fmt: skip
CONNECTIVES: Final = frozenset(["wa", "ya", "la", "za", "cha", "vya", "pa", "mwa"])
CONNECTIVES_AND_KWA: Final = CONNECTIVES | {"kwa"}
"""With the form of class 17, which in most of its places is a preposition: «kwa mujibu wa», «kwa Mbando»."""
