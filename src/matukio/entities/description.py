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
from matukio.swahili.vocabulary import LIKELIEST, VOCABULARY, ByForm


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


class _MayTell(ByForm[bool]):
    """Whether a form can tell who somebody is: an office, a people, a person, «hiyo» of a body told before."""

    def tell(self, type_id: int) -> bool:
        lower = VOCABULARY.lowers[type_id]
        return (
            lower in office_starts()
            or lower in DEMONSTRATIVES
            or lower in OTHERS
            or lower in THOSE
            or LIKELIEST[type_id].animate
            or folded(type_id) in peoples().firsts
        )


_MAY_TELL: Final = _MayTell()
CACHES.append(_MAY_TELL.clear)


def words_that_tell(text: Text) -> list[int]:
    """For each word the next, itself or a later one, that can tell who somebody is though it is no name; the number of
    words where none follows. Of a phrase without such a word or a name `describe` has nothing to say."""
    found: list[int] = []
    for index in _MAY_TELL.where(text.types):
        found += [index] * (index + 1 - len(found))
    return found + [len(text)] * (len(text) - len(found))
