"""Which way a bare weekday or month looks, from the tense of the nearest verb: «watakutana Jumatano» looks ahead."""

from __future__ import annotations

from typing import Final, NamedTuple

from matukio.swahili.analysis import Verb
from matukio.swahili.vocabulary import VOCABULARY, forgetful
from matukio.times.reader import Reader
from matukio.times.vocabulary import Leaning, leanings

AHEAD: Final = 1
NOW: Final = 0
BEHIND: Final = -1

TENSES: Final = {
    "future": AHEAD, "subjunctive": AHEAD,
    "present": NOW, "habitual": NOW, "situational": NOW,
    "past": BEHIND, "perfect": BEHIND, "already": BEHIND, "general": BEHIND, "consecutive": BEHIND, "not-yet": BEHIND,
}  # fmt: skip

REACH: Final = 14
BREAK: Final = 4.0
"""What a comma, a quotation mark or «kwamba» adds to the distance: beyond it the verb is likely another clause's."""

RIGHT: Final = 1.5
"""How much farther than its distance a verb after the time is: time words mostly follow their verb."""

BREAKS: Final = frozenset(', ; : “ ” " ( ) kwamba kuwa lakini huku baada ambapo wakati'.split())  # noqa: SIM905


class Look(NamedTuple):
    """Where the verb looks; not `firm` when a «ku-» form stands between it and the time: «kushiriki Aprili 18»."""

    way: int
    firm: bool


class Landmark(NamedTuple):
    """What a search for the verb must look at: one that can be a verb, breaks off a clause or joins («na»)."""

    verb: Verb | None
    way: int | None
    governs_way: int | None
    """Which way the verb looks, and which way where it governs what the time belongs to."""
    capital: bool
    lower: str
    breaks: bool


class Landmarks(dict[int, Landmark | None]):
    """Word type → what it tells a search for the verb; most are passed by, and so are guessed subjunctives."""

    def __missing__(self, type_id: int) -> Landmark | None:
        lower, reading = VOCABULARY.lowers[type_id], VOCABULARY.analyses(type_id)[0]
        verb = None if reading.guess and reading.verb and reading.verb.tense == "subjunctive" else reading.verb
        way, governs_way = (_way(verb, False), _way(verb, True)) if verb else (None, None)
        capital = VOCABULARY.strings[type_id][0].isupper()
        told = Landmark(verb, way, governs_way, capital, lower, lower in BREAKS)
        self[type_id] = found = told if verb or told.breaks or lower in ("kwa", "na") else None
        return found


LANDMARKS: Final = forgetful(Landmarks())


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
    right, _ = _search(reader, end, 1, RIGHT, min(REACH, left_cost))
    found = right or left
    if (found is None or found.way == NOW) and reader.lower(start - 1) in ("tangu", "toka"):
        return Look(BEHIND, True)  # «yanaendelea tangu Juni»
    if (found is None or found.way == NOW) and _follows(reader, start):
        return Look(BEHIND, True)
    return found


def _follows(reader: Reader, start: int) -> bool:
    """«inaripotiwa baada ya shambulizi la Ijumaa»: what something is told to have come after."""
    if not reader.has(start - 1, "of"):
        return False
    for index in range(start - 2, max(start - 6, reader.first - 1), -1):
        if reader.matches(index, ("baada", "ya")) or reader.lower(index) == "kufuatia":
            return True
        if _verb(reader, index) is not None or reader.lower(index) in BREAKS:
            return False
    return False


def _search(reader: Reader, index: int, step: int, cost: float, limit: float) -> tuple[Look | None, float]:
    """The first verb with a tense on one side, and how far away it is."""
    governed, serial, firm = False, False, True
    types, first, end = reader.types, reader.first, reader.limit
    while first <= index < end and cost < limit:
        landmark = LANDMARKS[types[index]]
        if landmark is None:
            cost += 1
            index += step
            continue
        verb = None if landmark.capital and _is_inner_name(reader, index) else landmark.verb
        if verb and verb.stem == "ja" and verb.relative and reader.has(index - 1, "unit"):
            verb = None  # «wiki ijayo» is another time
        if verb and verb.tense == "infinitive" and not reader.has(index, "from-to"):
            if step < 0 and (look := _look_of_infinitive(reader, index, verb, governed)):
                return look, cost
            before = reader.lower(index - 1)
            serial = serial or before == "na"  # «atahutubia bunge, na kutoa hotuba Alhamisi» is one chain of acts
            governed = governed or before not in ("na", "kwa") and not reader.has(index - 1, "of")
            firm = firm and before in ("na", "kwa")
        elif verb and (way := landmark.governs_way if governed and step < 0 else landmark.way) is not None:
            return Look(way, (firm or way == AHEAD) and verb.tense != "subjunctive"), cost
        if landmark.lower == "kwa" and step < 0 and reader.matches(index + 1, ("ajili", "ya")):
            return Look(AHEAD, False), cost
        broken = landmark.breaks or (step > 0 and landmark.lower == "na")
        cost += 1 + BREAK * (broken and not serial)
        index += step
    return None, float("inf")


def _look_of_infinitive(reader: Reader, index: int, verb: Verb, governed: bool) -> Look | None:
    """«kabla ya kuapishwa Jumatano» and «kuomba kuongezewa muda Jumatano» are to come, «baada ya kukutana» has been."""
    if reader.lower(index - 1) == "tangu" or reader.matches(index - 2, ("baada", "ya")):
        return Look(BEHIND, True)
    if reader.matches(index - 2, ("kabla", "ya")):
        return Look(AHEAD, False)
    return Look(AHEAD, False) if governed and any(_leans(stem, "ahead") for stem in verb.chain) else None


def _verb(reader: Reader, index: int) -> Verb | None:
    """The word as a verb."""
    landmark = LANDMARKS[reader.types[index]]
    return landmark.verb if landmark and not (landmark.capital and _is_inner_name(reader, index)) else None


def _is_inner_name(reader: Reader, index: int) -> bool:
    """A capitalised word within a sentence is no verb: «Italia» is not «i-ta-lia»."""
    return index > reader.first and reader.form(index - 1)[:1].isalnum()


def _way(verb: Verb, governs: bool) -> int | None:
    """Verbs of expecting look ahead in any tense, those of asking and promising only through the «ku-» they govern."""
    for stem in verb.chain:
        if (leaning := _leans(stem, "ahead")) and (governs or not leaning.governing):
            return AHEAD
    if verb.tense == "present" and _leans(verb.stem, "behind"):
        return BEHIND
    if verb.stem == "ja" and verb.tense == "general" and verb.relative:
        return AHEAD  # «mkutano ujao ni tarehe 13 Septemba»
    if verb.tense == "general" and verb.relative:
        return AHEAD if verb.relative.prefix == "po" and not verb.negative else None  # «ifikapo», not «wasiopungua»
    return TENSES.get(verb.tense)


def _leans(stem: str, looks: str) -> Leaning | None:
    leaning = leanings().get(stem)
    return leaning if leaning and leaning.looks == looks else None


def happened(reader: Reader, start: int, end: int) -> bool:
    """A clock time or part of the day beside a past verb before it, else after it: «Moto ulizuka saa tisa alasiri»."""
    if nearest_is_infinitive(reader, start):
        return False
    look = _search(reader, start - 1, -1, 0.0, REACH)[0] or _search(reader, end, 1, 0.0, REACH)[0]
    return look is not None and look.way == BEHIND


def coordinated(reader: Reader, start: int, end: int) -> bool:
    """«mchana na usiku»: all the time, no one night."""
    before = reader.lower(start - 1) == "na" and reader.has(start - 2, "part")
    return before or (reader.lower(end) == "na" and reader.has(end + 1, "part"))


def nearest_is_infinitive(reader: Reader, start: int) -> bool:
    """The verb before the words is a «ku-» form: «marufuku ya kutoka nje usiku» tells no one night."""
    for index in range(start - 1, max(start - 6, reader.first - 1), -1):
        if reader.matches(index, ("kutoka", "nje")):
            return True
        verb = _verb(reader, index)
        if verb is not None and not reader.has(index, "from-to"):
            return verb.tense == "infinitive"
    return False
