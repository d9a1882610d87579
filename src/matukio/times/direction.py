"""Which way a bare weekday or month looks, from the tense of the nearest verb: «watakutana Jumatano» looks ahead."""

from __future__ import annotations

from dataclasses import dataclass

from matukio.swahili.analysis import Verb
from matukio.swahili.vocabulary import VOCABULARY
from matukio.times.reader import Reader
from matukio.times.vocabulary import prospects

AHEAD, NOW, BEHIND = 1, 0, -1

TENSES = {
    "future": AHEAD, "subjunctive": AHEAD,
    "present": NOW, "habitual": NOW, "situational": NOW, "copula": NOW,
    "past": BEHIND, "perfect": BEHIND, "already": BEHIND, "general": BEHIND, "consecutive": BEHIND, "not-yet": BEHIND,
}  # fmt: skip

REACH = 14
BREAK = 4.0
"""What a comma, a quotation mark or «kwamba» adds to the distance: beyond it the verb is likely another clause's."""

BREAKS = frozenset(', ; : “ ” " ( ) kwamba kuwa lakini huku baada ambapo wakati'.split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Look:
    """Where the verb looks; not `firm` when a «ku-» form stands between it and the time: «kushiriki Aprili 18»."""

    way: int
    firm: bool


def direction(reader: Reader, start: int, end: int) -> int | None:
    """AHEAD, NOW or BEHIND for the words start … end - 1; None when no verb near them has a tense."""
    look = _nearest(reader, start, end)
    return look.way if look else None


def firm_direction(reader: Reader, start: int, end: int) -> int | None:
    """As `direction`, None also where the verb only governs what the time belongs to."""
    look = _nearest(reader, start, end)
    return look.way if look and look.firm else None


def _nearest(reader: Reader, start: int, end: int) -> Look | None:
    left, left_cost = _search(reader, start - 1, -1, 0.0, REACH)
    right, _ = _search(reader, end, 1, 0.5, min(REACH, left_cost))
    return right or left


def _search(reader: Reader, index: int, step: int, cost: float, limit: float) -> tuple[Look | None, float]:
    infinitive = False
    while reader.first <= index < reader.limit and cost < limit:
        verb = _verb(reader, index)
        if verb and verb.tense == "infinitive" and not reader.has(index, "from-to"):
            if step < 0 and (way := _after_or_before(reader, index)) is not None:
                return Look(way, way == BEHIND), cost
            infinitive = infinitive or reader.lower(index - 1) not in ("na", "kwa", "ya")
        elif verb and (way := _way(verb, infinitive and step < 0)) is not None:
            return Look(way, not infinitive or way == AHEAD), cost
        cost += 1 + BREAK * (reader.lower(index) in BREAKS)
        index += step
    return None, float("inf")


def _after_or_before(reader: Reader, index: int) -> int | None:
    """«kabla ya kuapishwa Jumatano» is still to come, «baada ya kukutana Jumatatu» and «tangu kufanyika» have been."""
    if reader.lower(index - 1) == "tangu" or reader.matches(index - 2, ("baada", "ya")):
        return BEHIND
    return AHEAD if reader.matches(index - 2, ("kabla", "ya")) else None


def _verb(reader: Reader, index: int) -> Verb | None:
    reading = VOCABULARY.analyses(reader.text.types[index])[0]
    return None if reading.guess and reading.verb and reading.verb.tense == "subjunctive" else reading.verb


def _way(verb: Verb, governs: bool) -> int | None:
    """Verbs of expecting look ahead in any tense, those of asking and promising only through the «ku-» they govern."""
    for stem in verb.chain:
        prospect = prospects().get(stem)
        if prospect and (governs or not prospect.governing):
            return AHEAD
    if verb.tense == "general" and verb.relative:
        return AHEAD  # «ifikapo», «aendapo»
    return TENSES.get(verb.tense)


def nearest_is_infinitive(reader: Reader, start: int) -> bool:
    """The verb before the words is a «ku-» form: «marufuku ya kutoka nje usiku» tells no one night."""
    for index in range(start - 1, max(start - 6, reader.first - 1), -1):
        verb = _verb(reader, index)
        if verb is not None and not reader.has(index, "from-to"):
            return verb.tense == "infinitive"
    return False
