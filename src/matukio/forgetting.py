"""What a process that reads much forgets, so that its memory has an end, and how its garbage is collected.

What the stages know of a word form, its readings and the tables' rows for it, takes some 4 kB, and new forms never end.
Of rare ones it is forgotten, and found again when a text asks; their numbers stay, for a `Text` names its words by
them. A process that keeps no `Text` from one article to the next begins anew after a while, numbers and all.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from math import inf
from typing import Any

from matukio.swahili.vocabulary import VOCABULARY

COMMON = 1_000
"""What is known of so many forms, those met in most texts, is not forgotten with the rare ones. Over 1,400 articles a
worker holds 12 MiB less than with 4,000, and no time more could be measured."""
LAST = 12_000
"""Forms after which a settled process begins anew; in real news they come with 500 articles."""
TABLES = 500
"""A function with more results than that remembers words, not tables."""
COLLECT_EVERY = 20_000
"""New objects after which a worker's garbage collector looks for cycles; Python's own number is 700."""


@dataclass(slots=True)
class _Forms:
    """In how many texts each word form was met, how many forms there may be before rare ones are forgotten, and how
    many before all are."""

    most: int
    last: float = inf
    met: Counter[int] = field(default_factory=Counter)


_forms = _Forms(2 * COMMON)


def settle() -> None:
    """For a process whose only work is reading, once the tables are read: it keeps no `Text`. The garbage collector
    passes over the tables and comes more seldom: looking for cycles, of which a reading leaves next to none, took 6 %
    of its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY)
    _forms.last = LAST


def note(types: Iterable[int]) -> None:
    """These forms stand in a text."""
    _forms.met.update(set(types))


def make_room() -> None:
    """Before a text is read: forget what there is too much of."""
    known = len(VOCABULARY.strings)
    if known > _forms.last:
        begin_anew()
    elif known > _forms.most:
        forget_rare_forms()


def forget_rare_forms() -> None:
    """Let go of what the stages know of all word forms but the common ones; the forms keep their numbers."""
    common = dict(_forms.met.most_common(COMMON))
    _forms.met = Counter(common)  # the count of a rare form is forgotten with it
    _forget_all_but(common)
    _forms.most = len(VOCABULARY.strings) + COMMON


def begin_anew() -> None:
    """Forget all word forms and give their numbers to others: each `Text` made before is worth nothing."""
    _remembering.cache_clear()  # what was made since the last time forgets as well
    _forget_all_but(())
    VOCABULARY.begin_anew()
    _forms.met, _forms.most = Counter(), 2 * COMMON


def _forget_all_but(common: Iterable[int]) -> None:
    by_type, functions = _remembering()
    for memory in by_type:
        kept = {form: memory[form] for form in common if form in memory}
        memory.clear()
        memory.update(kept)
    for function in functions:
        if function.cache_info().currsize > TABLES:
            function.cache_clear()


@cache
def _remembering() -> tuple[list[dict[Any, Any]], list[Any]]:
    """Dictionaries that fill themselves when asked, and functions that keep what they gave, of all stages."""
    if was_frozen := gc.get_freeze_count() > 0:
        gc.unfreeze()
    things = [each for each in gc.get_objects() if _module(each).startswith("matukio.")]
    if was_frozen:
        gc.freeze()
    filled = [each for each in things if isinstance(each, dict) and hasattr(type(each), "__missing__")]
    filled.remove(VOCABULARY.ids)  # a form keeps its number
    return filled, [each for each in things if hasattr(each, "cache_clear")]


def _module(thing: Any) -> str:
    """Where a function or the class of an object was written."""
    name = thing.__module__ if hasattr(type(thing), "cache_clear") else type(thing).__module__
    return name if isinstance(name, str) else ""
