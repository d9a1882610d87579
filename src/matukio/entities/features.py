"""What the tagger looks at around a word: «Zuberi» in «msemaji Ally Zuberi alisema» stands after a first name.

A word's own features depend on its type alone and are made once a type; marks say what the tables and the rules found
at it. A feature is a kind and a value, in the weights' file its place relative to the word before them: `-1|w=msemaji`.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Final

from matukio.entities.finding import Found
from matukio.entities.knowledge import cues, first_names
from matukio.entities.matching import folded, names, peoples
from matukio.entities.types import KNOWN, PEOPLE, flagged, flags_of
from matukio.entities.words import not_names
from matukio.record import Time
from matukio.swahili.text import Sentence, Text
from matukio.swahili.vocabulary import VOCABULARY, forgetful
from matukio.tables import files

REACH: Final = 2
"""How many words to each side are looked at."""
OUTSIDE: Final = -1
"""Type of what stands before a sentence's first word and after its last."""


class _Shapes(dict[int, str]):
    """«Zuberi» → Aa, «AU» → A, «2024» → 0, runs told once."""

    def __missing__(self, type_id: int) -> str:
        self[type_id] = found = "#" if type_id == OUTSIDE else shape_of(VOCABULARY.strings[type_id])[:4]
        return found


SHAPES: Final = forgetful(_Shapes())


def shape_of(string: str) -> str:
    if string.isascii() and string.isalpha():  # nearly every word
        if string.islower():
            return "a"
        if string.isupper():
            return "A"
        if string[0].isupper() and string[1:].islower():
            return "Aa"
    result = ""
    for character in string:
        kind = "A" if character.isupper() else "a" if character.isalpha() else "0" if character.isdigit() else character
        result += kind if not result.endswith(kind) else ""
    return result


Feature = tuple[str, str]
"""What is looked at and what stands there: («w=», «msemaji»). Together they are the feature's name."""


def features_of(type_id: int, distance: int) -> list[Feature]:
    """What a word of this type tells of the word so far from it, which may be itself."""
    if type_id == OUTSIDE:
        return [("w=", "#"), ("h=", "#")] if distance < REACH else [("w=", "#")]
    found = far_features(type_id)
    if distance < REACH:
        found += near_features(type_id)
    return found if distance else found + own_features(type_id)


def far_features(type_id: int) -> list[Feature]:
    """What a word tells at any distance: form, shape, which words it stands like."""
    lower = VOCABULARY.lowers[type_id]
    found = [("w=", lower), ("h=", SHAPES[type_id])]
    group = clusters().get(lower)
    if group is not None:
        coarse, _, fine = group.partition("\t")
        found += [("c=", coarse), ("cc=", fine)]
    return found


def near_features(type_id: int) -> list[Feature]:
    """What it tells its neighbour besides: reading, ending, what the tables of words say."""
    lower = VOCABULARY.lowers[type_id]
    reading = VOCABULARY.analyses(type_id)[0]
    found = [("u=", reading.upos + "?" if reading.guess else reading.upos), ("s=", lower[-3:])]
    if lower in cues():
        found.append(("cue=", cues()[lower].type))
    if folded(type_id) in first_names():
        found.append(("first", ""))
    if lower in not_names():
        found.append(("not", ""))
    return found


def own_features(type_id: int) -> list[Feature]:
    """What it tells of itself besides: length, affixes, a verb's tense, whether it is all capitals."""
    lower = VOCABULARY.lowers[type_id]
    size = len(lower)
    found = [("n=", LENGTHS[min(size, 9)])]
    for length in range(1, min(size, 5)):
        found.append((BEGINNINGS[length], lower[:length]))
        found.append((ENDINGS[length], lower[size - length :]))
    verb = VOCABULARY.analyses(type_id)[0].verb
    if verb is not None:
        found.append(("tense=", verb.tense))
    if VOCABULARY.strings[type_id].isupper():
        found.append(("letters=", LENGTHS[min(size, 5)]))
    return found


LENGTHS: Final = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
BEGINNINGS: Final = ("", "p1=", "p2=", "p3=", "p4=")
ENDINGS: Final = ("", "s1=", "s2=", "s3=", "s4=")


@cache
def clusters() -> dict[str, str]:
    """For common words the groups of words that stand among the same neighbours, a coarse one and, after a tab, a fine
    one, made by `training.clusters`."""
    lines = gzip.decompress((files(__package__) / "weights" / "clusters.gz").read_bytes()).decode("utf-8").split("\n")
    groups: dict[str, str] = {}
    found: dict[str, str] = {}
    for line in lines:
        word, _, group = line.partition("\t")
        found[word] = groups.setdefault(group, group)
    return found


Mark = int
"""The number of what is said of a word, in MARKS; 0 where nothing is."""
MARKS: Final[list[tuple[str, ...]]] = [()]
RULES: Final[list[str]] = ["r="]
"""Of each mark the first thing that a rule says."""
_NUMBERS: Final[dict[tuple[str, ...], Mark]] = {(): 0}


def mark_of(said: tuple[str, ...]) -> Mark:
    """The number of what is said, new if it has none."""
    number = _NUMBERS.setdefault(said, len(MARKS))
    if number == len(MARKS):
        RULES.append(next((each for each in said if each.startswith("r=")), "r="))
        MARKS.append(said)
    return number


Said = tuple[str, ...]


def marks(text: Text, found: Sequence[Found], flags: bytes | None = None) -> list[Mark]:
    """For each word of the text what the tables and the rules say of it."""
    said: defaultdict[int, Said] = defaultdict(tuple)
    for each in found:
        begin, inside = _found_marks(each.type, each.rule)
        said[each.first] = begin
        for index in range(each.first + 1, each.last):
            said[index] = inside
        said[each.last - 1] += ("r=last",)
    words = flagged(flags_of(text) if flags is None else flags, KNOWN | PEOPLE)
    at = 0
    for last in text.firsts[1:]:
        end = bisect_left(words, last, at)
        _mark_known(text, last, words[at:end], said)
        at = end
    result = [0] * len(text)
    for index, told in said.items():
        result[index] = mark_of(told)
    return result


@cache
def _found_marks(type_: str, rule: str) -> tuple[Said, Said]:
    """Of a name's first word and of its others."""
    return (f"r=B{type_}", f"r=B{type_}:{rule}"), (f"r=I{type_}", f"r=I{type_}:{rule}")


@cache
def _known_marks(type_: str, kind: str) -> tuple[Said, Said]:
    return (f"g=B{type_}", f"g=B{type_}:{kind}"), (f"g=I{type_}", f"g=I{type_}:{kind}")


def time_marks(text: Text, times: Sequence[Time]) -> list[Mark]:
    """For each word the type of the expression of time that it belongs to, and how definite its value is."""
    result = [0] * len(text)
    for time in times:
        first, last = text.index_at(time.start), text.index_at(time.end - 1)
        for index in range(first, last + 1):
            place = "B" if index == first else "I"
            kind, end = value_kind(time), "last" if index == last else "inside"
            result[index] = mark_of((f"r={place}{time.type}", f"v={place}{kind}", f"r={end}"))
    return result


def value_kind(time: Time) -> str:
    """«2024-06-18» → 0-0-0, «XXXX-WXX-3» → X-WX-0: the form of a value."""
    return shape_of(time.value)


def _mark_known(text: Text, last: int, words: Sequence[int], said: defaultdict[int, Said]) -> None:
    """What the tables know at the words, which are of the sentence that ends before `last`."""
    end, known, people = 0, names(), peoples()
    for index in words:
        if index < end:
            continue
        match = known.at(text, index, last)
        if match is None:
            if people.at(text, index, last) is not None:
                said[index] += ("people",)
            continue
        entry = match.entries[0]
        kind = entry.kind if entry.type == "LOC" else "full" if entry.full else "part"
        begin, inside = _known_marks(entry.type, kind)
        said[index] += begin
        for at in range(match.first + 1, match.last):
            said[at] += inside
        if len(match.entries) > 1:
            said[index] += ("g=several",)
        end = match.last


def pair_features(before: int, here: int, after: int, mark: Mark) -> tuple[Feature, ...]:
    """Of neighbouring words together."""
    shape, rule = SHAPES[here], RULES[mark]
    left, right, three, ruled = shape_features(SHAPES[before], shape, SHAPES[after], rule)
    word_shape, word_rule = before_features(before, shape, rule)
    return (left, right, three, word_shape, after_feature(shape, after), ruled, word_rule)


def shape_features(before: str, here: str, after: str, rule: str) -> tuple[Feature, Feature, Feature, Feature]:
    """Of the shapes of a word and its neighbours, and of the rule that found it."""
    left, three = f"{before}_{here}", f"{before}_{here}_{after}"
    return ("hh=", left), ("hh+=", f"{here}_{after}"), ("hhh=", three), ("rh=", f"{rule}_{three}")


def before_features(before: int, shape: str, rule: str) -> tuple[Feature, Feature]:
    """Of the word before one of such a shape that such a rule found."""
    word = _word(before)
    return ("wh=", f"w={word}_{shape}"), ("wr=", f"w={word}_{rule}")


def after_feature(shape: str, after: int) -> Feature:
    """Of the word after one of such a shape."""
    return "hw=", f"{shape}_w={_word(after)}"


def _word(type_id: int) -> str:
    return "#" if type_id == OUTSIDE else VOCABULARY.lowers[type_id]


def word_features(text: Text, sentence: Sentence, index: int, marked: Sequence[Mark]) -> list[str]:
    """All features of a word, each with its place."""
    found = []
    for distance in range(-REACH, REACH + 1):
        at = index + distance
        inside = sentence.first <= at < sentence.last
        type_id = text.types[at] if inside else OUTSIDE
        found += [f"{distance}|{kind}{value}" for kind, value in features_of(type_id, abs(distance))]
        if inside and abs(distance) < REACH:
            found += [f"{distance}|{each}" for each in MARKS[marked[at]]]
    before = text.types[index - 1] if index > sentence.first else OUTSIDE
    after = text.types[index + 1] if index + 1 < sentence.last else OUTSIDE
    pairs = pair_features(before, text.types[index], after, marked[index])
    return found + [kind + value for kind, value in pairs]
