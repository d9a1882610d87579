"""What a word's type alone tells whoever looks for names: «Zuberi» has a capital, «umoja» may begin a known name.

One number a type, made when it is first asked for; most words have none of the flags and are passed over at once.
"""

from __future__ import annotations

from typing import Final

from matukio.entities.knowledge import opening_starts
from matukio.entities.matching import folded, names, peoples
from matukio.entities.rows import CACHES
from matukio.entities.sequences import CAN_BE_NAME
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY, ByForm

CAPITAL: Final = 1
KNOWN: Final = 2
PEOPLE: Final = 4
BEGINS: Final = 8
"""BEGINS: a capital that may begin a name, with what the tables know or without."""


class _Flags(ByForm[int]):
    def tell(self, type_id: int) -> int:
        fold = folded(type_id)
        flags = (KNOWN if fold in names().firsts else 0) | (PEOPLE if fold in peoples().firsts else 0)
        if VOCABULARY.strings[type_id][0].isupper():
            begins = flags & KNOWN or VOCABULARY.lowers[type_id] in opening_starts() or CAN_BE_NAME[type_id]
            flags |= CAPITAL | (BEGINS if begins else 0)
        return flags


_FLAGS: Final = _Flags()
CACHES.append(_FLAGS.clear)


def flags_of(text: Text) -> bytes:
    """The flags of each word's type."""
    return bytes(_FLAGS.of(text.types))


def flagged(flags: bytes, mask: int) -> list[int]:
    """The words whose types have one of the mask's flags; `flags` are those of a text's words."""
    return [index for index in range(len(flags)) if flags[index] & mask]
