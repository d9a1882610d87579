"""What a word's type alone tells whoever looks for names: «Zuberi» has a capital, «umoja» may begin a known name.

One byte a type, made when the type is new; most words have none of the flags and are passed over at once.
"""

from __future__ import annotations

from matukio.entities.matching import folded, names, peoples
from matukio.entities.rows import CACHES
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

CAPITAL, KNOWN, PEOPLE = 1, 2, 4

_FLAGS = bytearray()
CACHES.append(_FLAGS.clear)


def type_flags() -> bytearray:
    """The flags of every type in the vocabulary, by its id."""
    strings = VOCABULARY.strings
    if len(_FLAGS) < len(strings):
        known, people = names().firsts, peoples().firsts
        for type_id in range(len(_FLAGS), len(strings)):
            fold = folded(type_id)
            flags = CAPITAL if strings[type_id][0].isupper() else 0
            flags |= KNOWN if fold in known else 0
            _FLAGS.append(flags | (PEOPLE if fold in people else 0))
    return _FLAGS


def flagged(text: Text, first: int, last: int, mask: int) -> list[int]:
    """The words from `first` to before `last` whose types have one of the flags."""
    flags = type_flags()
    return [index for index, type_id in enumerate(text.types[first:last], first) if flags[type_id] & mask]
