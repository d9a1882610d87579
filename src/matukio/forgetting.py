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

from matukio.swahili.vocabulary import FADING, FORGETFUL, VOCABULARY

COMMON = 2_000
"""What is known of so many forms, those met in most texts, is not forgotten with the rare ones."""
LAST = 12_000
"""Forms after which a settled process begins anew; in real news they come with some 300 articles. Over 1,400 articles
it held 93 MiB with these numbers; 105 with twice as many of both and no less time; 87 with 1,000 and 8,000 for 6 % more
time; 135 and growing if nothing was forgotten, for a tenth less."""
TABLES = 500
"""A function with more results than that remembers words, not tables."""
COLLECT_EVERY = 20_000
"""New objects after which a worker's garbage collector looks for cycles; Python's own number is 700."""


@dataclass(slots=True)
class _Forms:
    """How many forms are common, how many there may be before all are forgotten, how many before the rare ones are, and
    in how many texts each was met."""

    common: int = COMMON
    last: float = inf
    most: int = 2 * COMMON
    met: Counter[int] = field(default_factory=Counter)


_forms = _Forms()


def settle(common: int = COMMON, last: int = LAST) -> None:
    """For a process whose only work is reading, once the tables are read: it keeps no `Text`. The garbage collector
    passes over the tables and comes more seldom: looking for cycles, of which a reading leaves next to none, took 6 %
    of its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY)
    _forms.common, _forms.last, _forms.most = common, last, 2 * common


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
    common = dict(_forms.met.most_common(_forms.common))
    _forms.met = Counter(common)  # the count of a rare form is forgotten with it
    _forget_all_but(common)
    _forms.most = len(VOCABULARY.strings) + _forms.common


def begin_anew() -> None:
    """Forget all word forms and give their numbers to others: each `Text` made before is worth nothing."""
    _forget_all_but(())
    VOCABULARY.begin_anew()
    _forms.met, _forms.most = Counter(), 2 * _forms.common


def _forget_all_but(common: Iterable[int]) -> None:
    for memory in FORGETFUL:
        kept = {form: memory[form] for form in common if form in memory}
        memory.clear()
        memory.update(kept)
    for empty in FADING:
        empty()
    for function in _functions():
        if function.cache_info().currsize > TABLES:
            function.cache_clear()


@cache
def _functions() -> list[Any]:
    """Functions of all stages that keep what they gave."""
    if was_frozen := gc.get_freeze_count() > 0:
        gc.unfreeze()
    found = [each for each in gc.get_objects() if hasattr(type(each), "cache_clear") and _is_ours(each)]
    if was_frozen:
        gc.freeze()
    return found


def _is_ours(function: Any) -> bool:
    """Whether the function was written here."""
    return str(function.__module__).startswith("matukio.")
