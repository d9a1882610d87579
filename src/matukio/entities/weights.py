"""Weights of a tagger: what each feature says for each tag, `0|w=nchini` against B-PER, as learned by `training/`.

What a word and its neighbours say together is summed when it is first asked for. `weight_files` reads and writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from operator import add
from struct import Struct
from typing import Final, TypeVar

from matukio.entities.features import (
    MARKS,
    REACH,
    RULES,
    SHAPES,
    Feature,
    Mark,
    after_feature,
    before_features,
    features_of,
    shape_features,
)
from matukio.swahili.vocabulary import forgetful

SCALE: Final = 100
"""In the file weights are whole numbers of hundredths."""
LOWEST: Final = -(1 << 28)
"""Lower than any sum, and still a number of one digit to Python, which is reckoned with in a third of the time."""
Row = tuple[int, ...]
"""A weight for each tag, in hundredths."""
Packed = int
"""The same as one number, 32 bits for each tag, the first lowest; of any sign, for rows are added as they are."""
BITS: Final = 32
RAISED: Final = 1 << 24
"""More than any sum, so that none is negative once it is raised so much."""
Group = dict[str, str | Packed]
"""What stands in one place → its weights as in the file, «1:120\t3:-7», and as a number once a word has asked: most
never are."""
_EMPTY: Final[Group] = {}


class Sums(dict[int, Packed]):
    """The weights of a number's features together, summed when first asked for."""

    def __init__(self, of: Callable[[int], Packed]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, number: int) -> Packed:
        self[number] = row = self._of(number)
        return row


KEPT: Final = 5_000
Key = TypeVar("Key")
Value = TypeVar("Value")


class Last(dict[Key, Value]):
    """What was summed of late over a word and its neighbours, or over two of them: so many sums at most."""

    def __init__(self, of: Callable[[Key], Value]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, key: Key) -> Value:
        found = self._of(key)
        if len(self) > KEPT:
            self.clear()
        self[key] = found
        return found


TWO_BEFORE: Final = 0
BEFORE: Final = 1
HERE: Final = 2
AFTER: Final = 3
TWO_AFTER: Final = 4
"""Where a word stands beside the one that it tells of, in `Weights.types`."""


class Weights:
    """Tags, weights of their transitions and of features; sums over a word's features are made once a word type.

    The tags are O, those that begin a name, those inside one, each kind in the same order; `features` has them by place
    and kind, `0|w=`, then by value.
    """

    def __init__(self, tags: tuple[str, ...], transitions: tuple[Row, ...], features: dict[str, Group]) -> None:
        self.tags = tags
        self.transitions = transitions
        self.features = features
        self._placed = _by_kind(features)
        self.types = tuple(forgetful(Sums(partial(self._of_type, place))) for place in range(2 * REACH + 1))
        """By the place of a word, from the second before one to the second after it, what its type says there."""
        self.mark_before, self._marks, self.mark_after = (
            forgetful(Sums(partial(self._of_mark, each))) for each in (-1, 0, 1)
        )
        self._shaped = forgetful(Last(self._of_shapes))
        self._before = forgetful(Last(self._of_before))
        self._after = forgetful(Last(self._of_after))
        self.threes = forgetful(Last(self._of_three))
        """What a word, its mark and its two neighbours say for it, by all four."""
        self._raised: Packed = sum(RAISED << BITS * tag for tag in range(len(tags)))
        self._size = len(tags) * BITS // 8
        self._unpack: Callable[[bytes], Row] = Struct(f"<{len(tags)}I").unpack
        self.open = tuple(
            tuple(row[tag] for row in transitions) for tag, name in enumerate(tags) if not name.startswith("I-")
        )
        """For each tag that may stand after any other, the weights of the transitions to it."""
        self.inside = tuple(
            (begin, tag, transitions[begin][tag], transitions[tag][tag])
            for tag, name in enumerate(tags)
            if name.startswith("I-")
            for begin in [tags.index("B-" + name[2:])]
        )
        """For each tag inside a name the one that begins it, itself, and the weights of coming from either."""
        self.at_start: Row = tuple(0 if not name.startswith("I-") else LOWEST for name in tags)
        self.after_outside: Row = tuple(map(add, transitions[0], self.at_start))
        self.before_outside: Row = self.open[0]

    def row(self, packed: Packed) -> Row:
        """Each tag's weights in a sum that holds one of `of_three`, all raised alike so that none is negative."""
        return self._unpack(packed.to_bytes(self._size, "little"))

    def cells(self, told: str | Packed) -> str:
        """The weights of a feature as they stand in the file."""
        if isinstance(told, str):
            return told
        return cells([weight - RAISED for weight in self.row(self._raised + told)])

    def _of_three(self, key: tuple[int, int, int, Mark]) -> Packed:
        before, here, after, mark = key
        shape, rule = SHAPES[here], RULES[mark]
        types = self.types
        shapes, ruled = self._shaped[SHAPES[before], shape, SHAPES[after], rule]
        word, told = self._before[before, shape, rule]
        found = self._raised + types[BEFORE][before] + types[HERE][here] + types[AFTER][after] + self._marks[mark]
        return found + shapes + word + self._after[shape, after] + ruled + told

    def _of_shapes(self, key: tuple[str, str, str, str]) -> tuple[Packed, Packed]:
        """What the shapes of a word and its neighbours say, and what the rule that found it says with them."""
        before, here, after, rule = key
        left, right, three, ruled = shape_features(before, here, after, rule)
        return self._of(left) + self._of(right) + self._of(three), self._of(ruled)

    def _of_before(self, key: tuple[int, str, str]) -> tuple[Packed, Packed]:
        """What the word before one of such a shape says, and before one that such a rule found."""
        type_id, shape, rule = key
        word, told = before_features(type_id, shape, rule)
        return self._of(word), self._of(told)

    def _of_after(self, key: tuple[str, int]) -> Packed:
        """What the word after one of such a shape says."""
        shape, type_id = key
        return self._of(after_feature(shape, type_id))

    def _of_type(self, place: int, type_id: int) -> Packed:
        """What a word says in one place: most words stand in one or two, so that the others are not summed."""
        placed, found = self._placed, 0
        for kind, value in features_of(type_id, abs(place - REACH)):
            groups = placed.get(kind)
            if groups is not None:
                found += _told(groups[place], value)
        return found

    def _of_mark(self, distance: int, mark: Mark) -> Packed:
        return sum(self._of(split_name(f"{distance}|{feature}")) for feature in MARKS[mark])

    def _of(self, feature: Feature) -> Packed:
        """The weights of one feature."""
        kind, value = feature
        return _told(self.features.get(kind, _EMPTY), value)


def _told(group: Group, value: str) -> Packed:
    """The weights of a value, read if they are not yet."""
    told = group.get(value)
    if isinstance(told, str):
        told = group[value] = _packed(told)
    return told or 0


def _by_kind(features: dict[str, Group]) -> dict[str, list[Group]]:
    """Kind → its groups of features at each place from the second word before to the second after."""
    kinds = {name.partition("|")[2] for name in features}
    places = range(-REACH, REACH + 1)
    return {kind: [features.get(f"{place}|{kind}", _EMPTY) for place in places] for kind in kinds if kind}


def grouped(features: dict[str, str]) -> dict[str, Group]:
    """Features by name, as `Weights` takes them."""
    found: dict[str, Group] = {}
    for name, told in features.items():
        kind, value = split_name(name)
        found.setdefault(kind, {})[value] = told
    return found


def split_name(name: str) -> Feature:
    """`0|w=nchini` → `0|w=` and «nchini»; a feature that is there or not has no value."""
    kind, equals, value = name.partition("=")
    return kind + equals, value


def _packed(told: str) -> Packed:
    found = 0
    for cell in told.split("\t"):
        tag, _, weight = cell.partition(":")
        found += int(weight) << BITS * int(tag)
    return found


def cells(row: Sequence[int]) -> str:
    """The weights of a row as they stand in the file, those that are not zero."""
    return "\t".join(f"{tag}:{weight}" for tag, weight in enumerate(row) if weight)
