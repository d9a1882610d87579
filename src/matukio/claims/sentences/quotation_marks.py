"""Marks of quotation: where they stand, and whether one opens or closes.

In «Asha alisema," Tumechoka."» the first opens, in «" Tumechoka sana "Asha alisema» the second closes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matukio.frozen import quick_init
from matukio.swahili import Text
from matukio.swahili.vocabulary import VOCABULARY, ByForm

OPENING: Final = frozenset("“„«‹")
CLOSING: Final = frozenset("”»›")
DOUBLE: Final = OPENING | CLOSING | {'"'}
SINGLE: Final = frozenset("‘’'`")


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: words first … last - 1 (two where '' stands for one), what stands on either side of it."""

    first: int
    last: int
    character: str
    spaced_before: bool
    spaced_after: bool


quick_init(Mark)


def marks_in(text: Text) -> list[Mark]:
    """The marks of a text in order, '' as the one that it stands for."""
    found: list[Mark] = []
    taken = 0
    for index in QUOTING.where(text.types):
        if index < taken:
            continue
        character = VOCABULARY.strings[text.types[index]]
        last = index + 1
        if (
            character in "'‘’`" and last < len(text) and text.starts[last] == text.ends[index]
            and VOCABULARY.strings[text.types[last]] in "'‘’`"
        ):  # fmt: skip
            character, last = '"', last + 1
        start, end = text.starts[index], text.ends[last - 1]
        before = text.string[start - 1] if start else " "
        after = text.string[end] if end < len(text.string) else " "
        found.append(Mark(index, last, character, before.isspace() or before in "([—–-:", after.isspace()))
        taken = last
    return found


class Quoting(ByForm[bool]):
    """Whether a word type is a mark of quotation."""

    def tell(self, type_id: int) -> bool:
        string = VOCABULARY.strings[type_id]
        return string in DOUBLE or string in SINGLE


QUOTING: Final = Quoting()


def can_open(text: Text, mark: Mark) -> bool:
    """Whether a mark opens a quotation where none is open, by itself or by where it stands."""
    if mark.character in OPENING:
        return True
    if mark.character in CLOSING:
        return mark.spaced_before and not mark.spaced_after and letter_after(text, mark)
    if at_sentence_start(text, mark.first):
        return True
    if mark.spaced_before:
        return mark.spaced_after or not before_saying(text, mark.last)
    # «alisema,"Tumechoka"», «imeona"anguko"»: no blank before, but a mark that closes it follows
    return (not mark.spaced_after and letter_after(text, mark)) or _after_saying(text, mark.first)


def reopens(text: Text, mark: Mark) -> bool:
    """Within an open quotation: a mark that can only open, so that the one before was never closed."""
    if mark.character in OPENING:
        return True
    shaped = mark.character == '"' and mark.spaced_before and not mark.spaced_after and letter_after(text, mark)
    return shaped and not before_saying(text, mark.last) and not _says_next(text, mark.last)


def _says_next(text: Text, index: int) -> bool:
    """«… miongo mitatu. "alikumbuka»: a small letter and a verb of saying follow the mark, which closes."""
    return index < len(text) and text.string[text.starts[index]].islower() and says(text, index)


def _after_saying(text: Text, index: int) -> bool:
    """Whether a verb and a comma or colon stand right before: «alisema," Tumechoka»."""
    if index < 2 or text.string[text.starts[index - 1]] not in ",:":
        return False
    return says(text, index - 2)


def before_saying(text: Text, index: int) -> bool:
    """Whether a name and a verb of saying follow: «… sana "Asha alisema»."""
    for at in range(index, min(index + 4, len(text))):
        if says(text, at):
            return at > index
        if any(r.verb is not None and not r.guess for r in VOCABULARY.analyses(text.types[at])):
            return False
        if at == index and not text.string[text.starts[at]].isupper():
            return False
    return False


def says(text: Text, index: int) -> bool:
    """Whether a word is a verb of saying."""
    verb = text.likeliest[index].verb
    return verb is not None and any(stem in SAYING for stem in verb.chain)


SAYING: Final = frozenset(
    "sema eleza ongeza jibu uliza andika ambia kumbuka sisitiza fafanua simulia kiri onya malizia kumbusha".split()
)


def letter_after(text: Text, mark: Mark) -> bool:
    return mark.last < len(text) and text.string[text.starts[mark.last]].isalnum()


def at_sentence_start(text: Text, word: int) -> bool:
    return text.sentence_at(text.starts[word]).first == word
