"""Where a sentence begins on the line of a heading or a caption, or after one that lost its full stop.

«Elimu Mnamo 1990 alijiunga na jeshi» is a heading and a sentence. Nothing but a capital tells, and names and titles
have capitals too; but «mnamo» or «lakini» has one only where a sentence begins. Such words stand in openings.tsv, with
what must be true around them:
- `any`: a verb follows, and what stands before can end there;
- `clause`: it also ends a clause, for the word may belong to a name or to a title (pia, sasa);
- `year`: a year, a month or «uliopita» comes next, «Mwaka 1990 alijiunga»;
- `label`: the words before a picture's caption or owner, with or without a verb.

Verbs of people have a capital but seldom within a sentence, so after a clause that is whole one begins another:
«Bei imepanda Alisema hayo jana».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from matukio.swahili.analysis import Analysis
from matukio.swahili.vocabulary import VOCABULARY, ByForm
from matukio.tables import files, read_table


@dataclass(frozen=True, slots=True)
class Opening:
    """A row of openings.tsv; a label has more than one word."""

    word: str
    kind: str

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind {self.kind!r}, expected {', '.join(KINDS)}")


KINDS: Final = ("any", "clause", "label", "year")
TENSES: Final = frozenset(["future", "past", "perfect", "present", "situational"])
PEOPLE: Final = frozenset(["a", "ni", "tu", "wa"])
"""Prefixes of subjects that are people."""
SHORTEST_VERB: Final = 6
"""Letters: shorter verbs with a capital are mostly names, «Akiba»."""
WANTING: Final = frozenset(["ADP", "AUX", "CCONJ", "PART", "SCONJ"])
"""What such a word needs stands after it, so that no sentence ends there."""
NAMING: Final = frozenset(["NOUN", "NUM", "PROPN"])
LATER: Final = frozenset(["huo", "huu", "jana", "uliopita", "ujao"])
"""After «mwaka» and «mwezi» they tell which, as a year's number or a month's name does."""
QUOTATION_MARKS: Final = frozenset('“”"«»')
CLOSING: Final = frozenset(")”\"»’'")


class _Kinds(ByForm[str]):
    """How a word type may open a sentence, "" for nearly all words."""

    def tell(self, type_id: int) -> str:
        return _kind(type_id)


def _kind(type_id: int) -> str:
    form = VOCABULARY.strings[type_id]
    if not form[0].isupper() or not form[1:].islower():
        return ""
    if kind := WORDS.get(form.lower()):
        return kind
    reading = VOCABULARY.readings[type_id][0]
    verb = reading.verb
    if reading.guess or verb is None or verb.relative or verb.tense not in TENSES or len(form) < SHORTEST_VERB:
        return ""
    return "verb" if verb.subject is not None and verb.subject.prefix in PEOPLE else ""


ROWS: Final = read_table(files("matukio.swahili") / "openings.tsv", Opening)
WORDS: Final = {row.word.partition(" ")[0]: row.kind for row in ROWS}
LABELS: Final = {row.word.split()[0]: row.word.split()[1:] for row in ROWS if row.kind == "label"}
KIND: Final = _Kinds()


def with_openings(types: list[int], starts: list[int], ends: list[int], firsts: list[int]) -> list[int]:
    """`firsts` as in a `Text`, with the words that begin a sentence within those that marks and lines part."""
    later = list(_openings(types, starts, ends, firsts))
    return sorted([*firsts, *later]) if later else firsts


def _openings(types: list[int], starts: list[int], ends: list[int], firsts: list[int]) -> Iterator[int]:
    number, begins = 0, 0
    for index in KIND.where(types):
        while firsts[number + 1] <= index:
            number += 1
        begins, limit = max(begins, firsts[number]), firsts[number + 1]
        if not begins < index < limit - 1:
            continue
        kind = KIND[types[index]]
        if _is_followed(kind, types, index, limit) and _may_end(kind, types, starts, ends, begins, index):
            begins = index
            yield index


def _is_followed(kind: str, types: list[int], index: int, limit: int) -> bool:
    """Whether what begins at the word can be a sentence."""
    following = VOCABULARY.strings[types[index + 1]]
    if kind == "verb":
        return not following[0].isupper()
    if kind == "label":
        last = LABELS[VOCABULARY.lowers[types[index]]]
        return [VOCABULARY.lowers[type_id] for type_id in types[index + 1 : index + 1 + len(last)]] == last
    if kind == "year" and not (following[0].isdigit() or following[0].isupper() or following in LATER):
        return False
    return any(map(_tells, types[index + 1 : limit]))


def _may_end(kind: str, types: list[int], starts: list[int], ends: list[int], begins: int, index: int) -> bool:
    """Whether what stands before the word can be a sentence, a heading or a caption of its own."""
    strings, before, last = VOCABULARY.strings, types[begins:index], index - 1
    closed = strings[types[last]] in CLOSING and last > begins and starts[last] == ends[last - 1]
    if closed:
        last -= 1  # «(Reuters) Katika»
    if not strings[types[last]][-1].isalnum() or sum(strings[type_id] in QUOTATION_MARKS for type_id in before) % 2:
        return False
    reading = VOCABULARY.readings[types[last]][0]
    if reading.upos in WANTING or _tells_when(reading):
        return False
    told = any(map(_tells, before))
    capital = strings[types[last]][0].isupper()
    if kind in ("clause", "verb"):
        return told and not capital
    if told or kind == "label":
        return True
    if capital and last > begins and strings[types[index + 1]][0].isupper():
        return False  # «Shule Kwa Watoto»: a title with a capital for each word
    return any(VOCABULARY.readings[type_id][0].upos in NAMING for type_id in before)


def _tells_when(reading: Analysis) -> bool:
    """«alipofika», after which what happened then must come."""
    verb = reading.verb
    return verb is not None and verb.relative is not None and verb.relative.prefix == "po"


def _tells(type_id: int) -> bool:
    """A verb or copula that makes a clause: «alisema», «ni», neither «aliyesema» nor «kusema»."""
    reading = VOCABULARY.readings[type_id][0]
    if VOCABULARY.strings[type_id][0].isupper():
        return False  # a name that looks like a verb
    verb = reading.verb
    if verb is None:
        return reading.upos == "AUX"  # ni, si, ndiyo
    return not reading.guess and verb.finite and verb.relative is None
