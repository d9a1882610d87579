"""An event told by several articles of a story becomes one.

    Monday: «Watu kumi wameuawa mjini Beni» · Tuesday: «Watu kumi na wawili waliuawa Beni Jumapili»
    → one ASSAULT, in two reports; dead: 10 by the first, 12 by the second

Two events of one article stay two: the reading of the article has judged them already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from matukio.stories.agreement import same_event
from matukio.stories.told import Reference, Told


@dataclass(frozen=True, slots=True)
class Bound:
    """What somebody said of two events: that they are one (`together`), or that they are not."""

    one: Reference
    other: Reference
    together: bool


@dataclass(slots=True)
class Happening:
    """One event with its tellings, the earliest first, and why each of the others was taken for it: rule, what is
    shared."""

    told: list[Told]
    reasons: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)


def merge(tellings: Iterable[Sequence[Told]], bounds: Collection[Bound] = ()) -> list[Happening]:
    """The events of a story, each once. `tellings` holds those of each article, the earliest article first."""
    merged: list[Happening] = []
    known = _Known()
    together, apart = _by_reference(bounds, True), _by_reference(bounds, False)
    for article in tellings:
        # At most one event of an article is the same act.
        earlier, taken = len(merged), set[int]()
        for event in article:
            by_hand = together.get(event.reference, ())
            free = [n for n in known.candidates(event, by_hand) if n < earlier and n not in taken]
            found = _home([merged[n] for n in free], event, by_hand, apart.get(event.reference, ()))
            if found is None:
                known.put(len(merged), event)
                merged.append(Happening([event]))
                continue
            home, reason = found
            number = free[home]
            merged[number].told.append(event)
            merged[number].reasons.append(reason)
            known.put(number, event)
            taken.add(number)
    return merged


class _Known:
    """Merged events by what a telling must share with one to be of it, so that two books are compared as soon as two
    reports: a party of a telling on the same side, or an event that one of them is, or copies."""

    def __init__(self) -> None:
        self._by_party: defaultdict[tuple[str, int, str], set[int]] = defaultdict(set)
        self._by_reference: defaultdict[Reference, set[int]] = defaultdict(set)

    def put(self, number: int, event: Told) -> None:
        """Hold a telling of the merged event with this number."""
        for each in _sides(event):
            self._by_party[each].add(number)
        self._by_reference[event.reference].add(number)
        if event.copied is not None:
            self._by_reference[event.copied].add(number)

    def candidates(self, event: Told, together: Collection[Reference]) -> list[int]:
        """Numbers of the merged events that a telling may be of, the earliest first."""
        found = set[int]()
        for each in _sides(event):
            found |= self._by_party.get(each, _NONE)
        for reference in (*together, *([event.copied] if event.copied is not None else ())):
            found |= self._by_reference.get(reference, _NONE)
        return sorted(found)


_NONE: frozenset[int] = frozenset()


def _sides(event: Told) -> Iterator[tuple[str, int, str]]:
    """What its parties are known by, with the type and the side."""
    for side, parties in enumerate((event.actors, event.recipients)):
        for keys in parties:
            for key in keys:
                yield event.type, side, key


def _by_reference(bounds: Iterable[Bound], together: bool) -> dict[Reference, set[Reference]]:
    found: dict[Reference, set[Reference]] = {}
    for bound in bounds:
        if bound.together is together:
            found.setdefault(bound.one, set()).add(bound.other)
            found.setdefault(bound.other, set()).add(bound.one)
    return found


def _home(
    free: Sequence[Happening], event: Told, together: Collection[Reference], apart: Collection[Reference]
) -> tuple[int, tuple[str, tuple[str, ...]]] | None:
    """Which of the events a telling is one of, with the reason; None when it is another."""
    best: tuple[int, int] | None = None
    chosen = None
    for number, each in enumerate(free):
        if each.told[0].type != event.type or any(other.reference in apart for other in each.told):
            continue
        if any(other.reference in together for other in each.told):
            return number, ("joined by hand", ())
        match = _match(each, event)
        if match and (best is None or (match[0], -number) > best):
            best, chosen = (match[0], -number), (number, match[1:])
    return chosen


def _match(merged: Happening, event: Told) -> tuple[int, str, tuple[str, ...]] | None:
    """As `same_event`, with all reports so far: a chain of likenesses makes no one event of two. A copy of a paragraph
    tells what its original tells, however much of it was read."""
    if event.copied is not None and any(event.copied in (each.reference, each.copied) for each in merged.told):
        return 100, "a copied paragraph", ()
    best = None
    for each in merged.told:
        found = same_event(each, event)
        if found is None:
            return None
        best = max(best, found) if best else found
    return best
