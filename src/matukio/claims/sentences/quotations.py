"""Quotations: where somebody's own words begin and end, in every mark that Swahili papers use.

«Tumechoka,» “Tumechoka,” "Tumechoka," ‘Tumechoka,’ 'Tumechoka,' ''Tumechoka,'' — also opened and never closed, closed
without having been opened, and closed at the head of the next sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from matukio.claims.sentences.quotation_marks import (
    DOUBLE,
    SINGLE,
    Mark,
    at_sentence_start,
    before_saying,
    can_open,
    letter_after,
    marks_in,
    reopens,
    says,
)
from matukio.frozen import quick_init
from matukio.swahili import Text, category
from matukio.swahili.vocabulary import VOCABULARY

LONGEST: Final = 14
"""Sentences that a quotation may run over; a mark further off belongs to another quotation."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words first … last - 1, marks included. `opened` and `closed` tell whether both marks are there."""

    first: int
    last: int
    opened: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a quotation that one sentence holds; `continues` when it is not the first part."""

    first: int
    last: int
    quotation: Quotation
    continues: bool


quick_init(Quotation, Piece)


def find_quotations(text: Text) -> tuple[Quotation, ...]:
    """All quotations of the text, outermost only, in order."""
    found: list[Quotation] = []
    opened: Mark | None = None
    marks = marks_in(text)
    for position, mark in enumerate(marks):
        if mark.character in SINGLE:
            if opened is None and mark.first >= (found[-1].last if found else 0):
                found += _single(text, marks, position)
            continue
        if opened is not None and (_sentence(text, mark.first) - _sentence(text, opened.first) > LONGEST):
            found.append(_unclosed(text, opened))
            opened = None
        if opened is None:
            if can_open(text, mark) and not _closes_alone(text, marks, position):
                opened = mark
            elif at_sentence_start(text, mark.first):
                found += _carried(text, mark, found)
            else:
                first = max(text.sentence_at(text.starts[mark.first]).first, found[-1].last if found else 0)
                if first < mark.first:
                    found.append(Quotation(first, mark.last, False, True))
            continue
        if reopens(text, mark):
            found.append(_unclosed(text, opened))
            opened = mark
        else:
            found.append(Quotation(opened.first, mark.last, True, True))
            opened = None
    if opened is not None:
        found.append(_unclosed(text, opened))
    return tuple(sorted(found, key=lambda q: q.first))


def _closes_alone(text: Text, marks: list[Mark], position: int) -> bool:
    """«Tunataka nchi iwe salama " Asha alisema baada ya mkutano»: a mark with blanks around it before who said it,
    alone in its sentence, closes words that nobody opened."""
    mark = marks[position]
    if mark.character != '"' or not (mark.spaced_before and mark.spaced_after) or at_sentence_start(text, mark.first):
        return False
    number = _sentence(text, mark.first)
    last = text.firsts[number + 1]
    beside = (m for m in marks if m is not mark and text.firsts[number] <= m.first < last)
    return not any(m.character in DOUBLE for m in beside) and before_saying(text, mark.last)


def _carried(text: Text, mark: Mark, found: list[Quotation]) -> list[Quotation]:
    """A closing mark at the head of a sentence, with a quotation two sentences before: the sentence between goes on
    with it. «“Tumechoka,” alisema. Tunaondoka kesho. ” Kisha akaondoka.»"""
    number = _sentence(text, mark.first)
    if not found or number < 2 or _sentence(text, found[-1].last - 1) != number - 2:
        return []
    return [Quotation(text.firsts[number - 1], mark.last, False, True)]


def pieces(text: Text, quotations: tuple[Quotation, ...]) -> list[list[Piece]]:
    """For every sentence the parts of quotations in it; a mark that stands there alone is none."""
    found: list[list[Piece]] = [[] for _ in range(len(text.firsts) - 1)]
    for quotation in quotations:
        number = _sentence(text, quotation.first)
        continues = False
        while number < len(found) and text.firsts[number] < quotation.last:
            first = max(quotation.first, text.firsts[number])
            last = min(quotation.last, text.firsts[number + 1])
            for begin, end in _without_asides(text, first, last, continues):
                if any(text.string[text.starts[i]].isalnum() for i in range(begin, end)):
                    found[number].append(Piece(begin, end, quotation, continues))
                    continues = True
            number += 1
    return found


def _without_asides(text: Text, first: int, last: int, continues: bool) -> Iterator[tuple[int, int]]:
    """The words quoted, where no marks part them from who says them: «“Mvua imechelewa, alisema Asha Mushi, sana.”»"""
    begin = first = _past_report(text, first, last) if continues else first
    for index in range(first, last):
        opens = (continues and index == first) or (index > first and text.string[text.starts[index - 1]] == ",")
        if index < begin or not opens or not _reports(text, index):
            continue
        end = next((i for i in range(index + 1, min(index + ASIDE, last)) if text.string[text.starts[i]] in ",."), last)
        if end - index > ASIDE or any(category(text, i) in "VI" for i in range(index + 1, end)):
            continue
        yield begin, index
        begin = end + 1
    yield begin, last


def _past_report(text: Text, first: int, last: int) -> int:
    """Past «Lakini aliongeza kwamba» where no marks part it from the quotation that goes on."""
    at = first + (VOCABULARY.lowers[text.types[first]] in ("lakini", "pia", "aidha"))
    if at + 2 >= last or VOCABULARY.lowers[text.types[at + 1]] not in ("kwamba", "kuwa"):
        return first
    verb = text.likeliest[at].verb
    told = verb is not None and verb.object is None and not verb.negative
    third = verb is not None and told and verb.subject is not None and verb.subject.person == 3
    return at + 2 if third and says(text, at) else first


ASIDE: Final = 14
"""Words that may tell within a quotation who speaks: «alisema Waziri wa Elimu Asha Mushi»."""


def _reports(text: Text, index: int) -> bool:
    """Whether a word says that somebody spoke, and a name, a noun or a mark follows."""
    verb = text.likeliest[index].verb
    if verb is None or not says(text, index) or verb.tense not in ("past", "perfect") or verb.negative:
        return False
    told = verb.subject is not None and verb.subject.person == 3 and verb.relative is None
    return told and index + 1 < len(text) and category(text, index + 1) in "NP,"


def _single(text: Text, marks: list[Mark], position: int) -> list[Quotation]:
    """A quotation in single marks: opened before a letter, closed after one, in the same line."""
    mark = marks[position]
    if not mark.spaced_before or not letter_after(text, mark):
        return []
    for other in marks[position + 1 :]:
        if "\n" in text.string[text.starts[mark.first] : text.starts[other.first]] or other.character not in SINGLE:
            return []
        if not other.spaced_before:
            return [Quotation(mark.first, other.last, True, True)]
    return []


def _unclosed(text: Text, mark: Mark) -> Quotation:
    """Without its closing mark a quotation ends with its paragraph, or with its sentence in a long paragraph."""
    number = _sentence(text, mark.first)
    last = text.firsts[number + 1]
    for following in range(number + 1, min(number + 4, len(text.firsts) - 1)):
        if "\n" in text.string[text.ends[last - 1] : text.starts[text.firsts[following]]]:
            return Quotation(mark.first, last, True, False)
        if any(
            VOCABULARY.strings[text.types[i]] in DOUBLE
            for i in range(text.firsts[following], text.firsts[following + 1])
        ):
            break
        last = text.firsts[following + 1]
    return Quotation(mark.first, _spoken_on(text, number), True, False)


def _spoken_on(text: Text, number: int) -> int:
    """Where the sentences end that go on in the first person: «"Nilishinda. Huo ulikuwa usiku wangu. "Walinipa …»."""
    last = text.firsts[number + 1]
    for following in range(number + 1, min(number + 4, len(text.firsts) - 1)):
        words = range(text.firsts[following], text.firsts[following + 1])
        if any(VOCABULARY.strings[text.types[i]] in DOUBLE for i in words) or not any(
            _first_person(text, i) for i in words
        ):
            break
        last = text.firsts[following + 1]
    return last


def _first_person(text: Text, index: int) -> bool:
    if VOCABULARY.lowers[text.types[index]] in OURS:
        return True
    reading = text.likeliest[index]
    return reading.verb is not None and reading.verb.subject is not None and reading.verb.subject.person == 1


OURS: Final = frozenset(
    "mimi sisi yangu wangu langu changu zangu vyangu yetu wetu letu chetu zetu vyetu kwangu kwetu".split()
)


def _sentence(text: Text, word: int) -> int:
    return text.sentence_number_at(text.starts[word])
