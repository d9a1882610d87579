"""What is known of a party, and which words can tell it: «msemaji wa jeshi la Uganda» is UGA MIL by its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matukio.entities.knowledge import office_starts
from matukio.entities.matching import folded, peoples
from matukio.entities.rows import CACHES
from matukio.entities.taken_up import DEMONSTRATIVES
from matukio.frozen import quick_init
from matukio.swahili.phrases import THOSE
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a party; `rules` are the names of the rules that country and sector came from."""

    country: str | None = None
    sector: str | None = None
    name: str | None = None
    link: str | None = None
    rules: tuple[str, ...] = ()


quick_init(Description)


OTHERS: Final = frozenset(["wengine"])


class _MayTell(dict[int, bool]):
    """Word type → whether it can tell who somebody is: an office, a people, a person, «hiyo» of a body told before."""

    def __missing__(self, type_id: int) -> bool:
        lower = VOCABULARY.lowers[type_id]
        self[type_id] = found = (
            lower in office_starts()
            or lower in DEMONSTRATIVES
            or lower in OTHERS
            or lower in THOSE
            or VOCABULARY.analyses(type_id)[0].animate
            or folded(type_id) in peoples().firsts
        )
        return found


_MAY_TELL: Final = _MayTell()
CACHES.append(_MAY_TELL.clear)


def words_that_tell(text: Text) -> list[int]:
    """For each word the next, itself or a later one, that can tell who somebody is though it is no name; the number of
    words where none follows. Of a phrase without such a word or a name `describe` has nothing to say."""
    types, following = text.types, len(text)
    found = [following] * len(types)
    for index in range(len(types) - 1, -1, -1):
        if _MAY_TELL[types[index]]:
            following = index
        found[index] = following
    return found
