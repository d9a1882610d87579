"""Which way a bare weekday or month looks, from the tense of the nearest verb: «watakutana Jumatano» looks ahead."""

from __future__ import annotations

from matukio.swahili.analysis import Verb
from matukio.swahili.vocabulary import VOCABULARY
from matukio.times.reader import Reader
from matukio.times.vocabulary import prospects

AHEAD, NOW, BEHIND = 1, 0, -1

TENSES = {
    "future": AHEAD, "subjunctive": AHEAD, "imperative": AHEAD,
    "present": NOW, "habitual": NOW, "situational": NOW, "copula": NOW,
    "past": BEHIND, "perfect": BEHIND, "already": BEHIND, "general": BEHIND, "consecutive": BEHIND, "not-yet": BEHIND,
}  # fmt: skip

REACH = 14
BREAK = 4.0
"""What a comma, a quotation mark or «kwamba» adds to the distance: beyond it the verb is likely another clause's."""

BREAKS = frozenset(
    [",", ";", ":", "“", "”", '"', "(", ")", "kwamba", "kuwa", "lakini", "huku", "baada", "kabla", "ambapo", "wakati"]
)


def direction(reader: Reader, start: int, end: int) -> int | None:
    """AHEAD, NOW or BEHIND for the words start … end - 1; None when no verb near them has a tense."""
    best, best_cost = None, float("inf")
    for step, begin in ((-1, start - 1), (1, end)):
        cost = 0.0 if step < 0 else 0.5
        index = begin
        while reader.first <= index < reader.limit and cost < min(best_cost, REACH):
            looks = _looks(reader, index)
            if looks is not None:
                best, best_cost = looks, cost
                break
            cost += 1 + BREAK * (reader.lower(index) in BREAKS)
            index += step
    return best


def nearest_is_infinitive(reader: Reader, start: int) -> bool:
    """The verb before the words is a «ku-» form: «marufuku ya kutoka nje usiku» tells no one night."""
    for index in range(start - 1, max(start - 6, reader.first - 1), -1):
        verb = VOCABULARY.analyses(reader.text.types[index])[0].verb
        if verb is not None:
            return verb.tense == "infinitive"
    return False


def _looks(reader: Reader, index: int) -> int | None:
    verb = VOCABULARY.analyses(reader.text.types[index])[0].verb
    if verb is None:
        return None
    if _expects(verb):
        return AHEAD
    return TENSES.get(verb.tense)


def _expects(verb: Verb) -> bool:
    """A verb of expecting or planning, in any tense."""
    return not prospects().isdisjoint(verb.chain)
