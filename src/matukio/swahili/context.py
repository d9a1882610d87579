"""Which reading of a word its sentence means: «nchi hizi zinasema» is class 10, «nchi hii inasema» class 9.

Words with several readings go through the rule that `ambiguous.tsv` names for them or, unlisted, through the rule for
their kind of ambiguity; a noun takes the class that the concords around it share. All others keep the likeliest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import compress, count, pairwise
from threading import Lock
from typing import TYPE_CHECKING, Final

from matukio.swahili import kinds, particles
from matukio.swahili.analysis import Analysis
from matukio.swahili.concord import choose_class
from matukio.swahili.surroundings import View
from matukio.swahili.vocabulary import VOCABULARY, forgetful
from matukio.tables import files, read_table

if TYPE_CHECKING:
    from matukio.swahili.text import Text

_LOCK: Final = Lock()


def choices(text: Text) -> list[int]:
    """For each word the index of its reading among `VOCABULARY.analyses`; found once for a text."""
    if len(text.choices) < len(text):
        with _LOCK:
            if len(text.choices) < len(text):
                text.choices.extend(_choose(text))
    return text.choices


def _choose(text: Text) -> list[int]:
    chosen = [0] * len(text)
    readings = list(map(VOCABULARY.readings.__getitem__, text.types))
    rules = list(map(_RULES.__getitem__, text.types))
    firsts = text.firsts
    views = [View(readings, text.lowers, chosen, first, last) for first, last in pairwise(firsts)]
    for index in compress(count(), rules):
        view, rule = views[bisect_right(firsts, index) - 1], rules[index]
        if rule is not None and (upos := rule(view, index)):
            chosen[index] = view.find(index, upos)
    for index in compress(count(), map(_SEVERAL_CLASSES.__contains__, text.types)):
        view = views[bisect_right(firsts, index) - 1]
        chosen[index] = choose_class(text, chosen, index, view.first, view.last)
    return chosen


RULES: Final[dict[str, Callable[[View, int], str]]] = {
    "adverb": lambda view, index: "ADV",
    "amount": kinds.amount,
    "and": particles.and_,
    "anew": kinds.between,
    "at a run": kinds.between,
    "at first": kinds.between,
    "being": particles.being,
    "being there": kinds.being_there,
    "before clause": particles.before_clause,
    "border": particles.border,
    "counted": kinds.counted,
    "each": lambda view, index: "DET",
    "how": particles.how,
    "infinitive": particles.infinitive,
    "like": particles.like,
    "manner": kinds.manner,
    "meanwhile": particles.meanwhile,
    "noun": lambda view, index: "NOUN",
    "number": lambda view, index: "NUM",
    "order": kinds.order,
    "place": kinds.place,
    "possessive": kinds.possessive,
    "relational": particles.relational,
    "so": particles.so,
    "state": kinds.state,
    "time": lambda view, index: "NOUN" if view.lower(index + 1) not in ("baada", "tu") else "ADV",
    "to be": particles.to_be,
    "when": particles.when,
    "with ya": particles.with_ya,
}


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A row of ambiguous.tsv: a form and the rule that chooses among its readings."""

    form: str
    rule: str


@cache
def _listed() -> dict[str, Callable[[View, int], str]]:
    return {row.form: RULES[row.rule] for row in read_table(files(__package__) / "ambiguous.tsv", Ambiguous)}


_SEVERAL_CLASSES: Final[set[int]] = set()


class _Rules(dict[int, Callable[[View, int], str] | None]):
    """Type id → the rule that chooses among its readings, None where the likeliest always holds."""

    def __missing__(self, type_id: int) -> Callable[[View, int], str] | None:
        readings = VOCABULARY.analyses(type_id)
        rule = None
        if len(readings) > 1:
            rule = _listed().get(VOCABULARY.lowers[type_id]) or _by_kind(readings)
            if rule is None and VOCABULARY.strings[type_id][0].isupper():
                rule = kinds.name
            if len({r.noun_class for r in readings if r.upos == "NOUN"}) > 1:
                _SEVERAL_CLASSES.add(type_id)
        self[type_id] = rule
        return rule


_RULES: Final = forgetful(_Rules())


def _by_kind(readings: tuple[Analysis, ...]) -> Callable[[View, int], str] | None:
    found = {reading.upos for reading in readings}
    if "DET" in found and "PRON" in found:
        return kinds.demonstrative
    if "ADJ" in found and "NOUN" in found and any(r.classes for r in readings if r.upos == "ADJ"):
        return kinds.quality
    if "ADJ" in found and found & {"NOUN", "ADV"}:
        return kinds.state
    if readings[0].verb is not None and any(r.source_verb == readings[0].lemma for r in readings):
        return kinds.doer
    if "AUX" in found and any(reading.lemma == "kua" for reading in readings):
        return particles.grown
    if readings[0].lemma == "wa na" and "NOUN" in found:
        return kinds.having
    return None
