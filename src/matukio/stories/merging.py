"""An event told by several articles of a story becomes one.

    Monday: «Watu kumi wameuawa mjini Beni» · Tuesday: «Watu kumi na wawili waliuawa Beni Jumapili»
    → one ASSAULT, in two reports; dead: 10 by the first, 12 by the second

Two events of one article stay two: the reading of the article has judged them already.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
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
    together, apart = _by_reference(bounds, True), _by_reference(bounds, False)
    for article in tellings:
        free = list(merged)
        for event in article:
            found = _home(free, event, together.get(event.reference, ()), apart.get(event.reference, ()))
            if found is None:
                merged.append(Happening([event]))
                continue
            home, reason = found
            home.told.append(event)
            home.reasons.append(reason)
            # At most one event of an article is the same act.
            free.remove(home)
    return merged


def _by_reference(bounds: Iterable[Bound], together: bool) -> dict[Reference, set[Reference]]:
    found: dict[Reference, set[Reference]] = {}
    for bound in bounds:
        if bound.together is together:
            found.setdefault(bound.one, set()).add(bound.other)
            found.setdefault(bound.other, set()).add(bound.one)
    return found


def _home(
    free: Sequence[Happening], event: Told, together: Collection[Reference], apart: Collection[Reference]
) -> tuple[Happening, tuple[str, tuple[str, ...]]] | None:
    """The event that a telling is one of, with the reason; None when it is another."""
    best: tuple[int, int] | None = None
    chosen = None
    for number, each in enumerate(free):
        if each.told[0].type != event.type or any(other.reference in apart for other in each.told):
            continue
        if any(other.reference in together for other in each.told):
            return each, ("joined by hand", ())
        match = _match(each, event)
        if match and (best is None or (match[0], -number) > best):
            best, chosen = (match[0], -number), (each, match[1:])
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
