"""Words that place what follows: «mjini Lomé», «nchini Togo», «huko Togo», «katika mji wa Lomé».

Every stage asks them here, so that «jijini» or «wilayani» says where as «mjini» does. prepositions.tsv has them too, as
what opens a phrase.
"""

from __future__ import annotations

from typing import Final

AREAS: Final = frozenset("jijini jimboni kijijini kisiwani mjini mkoani nchini visiwani wilayani".split())
"""Nouns of areas in the locative, which stand before the name of one; «barani Afrika» mostly compares («kubwa zaidi
barani Afrika»)."""
BEFORE_NAMES: Final = AREAS | {"huko"}
"""Words that before a name say where."""
PLACING: Final = BEFORE_NAMES | {"katika", "kwenye"}
"""Words that before a name or a noun say where."""
PLACING_OR_FROM: Final = PLACING | {"kutoka"}
