"""Names by tables and rules: known names, capitals with what stands around them, parts of full names told before.

«Rais Vladimir Putin aliwasili Pyongyang. Putin alisema …»: Vladimir Putin twice, Pyongyang once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from matukio.entities.homes import BODIES
from matukio.entities.knowledge import Entry, first_names
from matukio.entities.matching import Match, folded, names, peoples
from matukio.entities.sequences import (
    TYPE_RULES,
    begins_sentence,
    body_sequence,
    can_be_name,
    cue_before,
    is_capitalised,
    is_ordinary,
    is_somebody_else,
    sequence_end,
)
from matukio.entities.types import BEGINS, CAPITAL, KNOWN, flagged, flags_of
from matukio.entities.words import not_names, tells_of_sport
from matukio.frozen import quick_init
from matukio.rules import rule
from matukio.swahili.connectives import CONNECTIVES_AND_KWA
from matukio.swahili.text import Sentence, Text
from matukio.swahili.vocabulary import VOCABULARY

STATES: Final = frozenset("nchi mataifa taifa kanda ukanda eneo".split())
OUTSIDE: Final = -1
"""No word's index."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name by its words; `entry` is what it stands for where a table or an earlier mention tells."""

    first: int
    last: int
    type: str
    rule: str
    entry: Entry | None = None
    ambiguous: bool = False
    """Whether places of several countries have the name, or several bodies."""
    perhaps: Entry | None = None
    """Whom a first name stands for where the article tells of that person's country: «Bashir» in Sudan."""


quick_init(Found)


def find_by_rules(text: Text, flags: bytes | None = None) -> list[Found]:
    """The names that the tables and the rules find, in order; `flags` are those of the words, where they are known."""
    flags = flags_of(text) if flags is None else flags
    capitals = flagged(flags, CAPITAL)
    support, sport = _capitals_inside(text, capitals), tells_of_sport(text)
    found: list[Found] = []
    words = flagged(flags, BEGINS | KNOWN)
    begin = 0
    for sentence in text.sentences:
        end = bisect_left(words, sentence.last, begin)
        found += _names_of(text, sentence, words[begin:end], support, sport)
        begin = end
    return _with_earlier_names(text, [*_in_their_countries(text, found)], capitals)


def _capitals_inside(text: Text, capitals: Sequence[int]) -> set[str]:
    """Words with a capital inside a sentence, where only names have one."""
    firsts = frozenset(text.firsts)
    return {folded(text.types[i]) for i in capitals if i not in firsts and not begins_sentence(text, i, OUTSIDE)}


def _names_of(text: Text, sentence: Sentence, words: Sequence[int], support: set[str], sport: bool) -> list[Found]:
    """The names of a sentence that begin at one of the words."""
    found: list[Found] = []
    end = sentence.first
    for index in words:
        if index < end:
            continue
        each = _known(text, index, sentence, support, sport) or _unknown(text, index, sentence, support)
        if each is not None:
            found.append(each)
            end = each.last
    return found


@rule("name: known", "Umoja wa Mataifa ulitoa taarifa.", "Walikutana mjini Nairobi.", never="Umoja ni nguvu.")
def known_name(text: Text, index: int, limit: int) -> Match | None:
    """The longest name of the tables at a word."""
    return names().at(text, index, limit)


def _known(text: Text, index: int, sentence: Sentence, support: set[str], sport: bool) -> Found | None:
    """The table's name at a word; `sport` tells whether the article is about sport."""
    match = known_name(text, index, sentence.last)
    body = body_sequence(text, index, sentence.last, sentence.first)
    if body is not None and (match is None or body > match.last):
        entry = next((e for e in match.entries), None) if match is not None and body == match.last else None
        return Found(index, body, "ORG", known_body.name, entry)
    if match is None or is_somebody_else(text, match, sentence.first, sentence.last):
        return None
    region = next((each for each in match.entries if each.kind == "region" and each.country is None), None)
    if region is not None and len(match.entries) > 1 and region_of_states(text, match.first, sentence.first):
        return Found(match.first, match.last, "LOC", region_of_states.name, region)
    entry = _choose(text, match, sentence, sport)
    if not _trusted(text, match, entry, sentence, support):
        other = _unknown(text, index, sentence, support) if entry.type == "PER" else None
        same = other is not None and (other.type, other.last) == ("PER", match.last)
        return replace(other, perhaps=entry) if other is not None and same else other
    first = match.first
    while first + 1 < match.last and entry.type == "PER" and _is_title(text, first):
        first += 1  # «Papa Francis» is the person Francis
    places = {each.country for each in match.entries if each.type == "LOC" and each.country is not None}
    bodies = {each.link for each in match.entries if each.type == "ORG"}
    ambiguous = entry.type == "LOC" and len(places) > 1 or entry.type == "ORG" and len(bodies) > 1
    return Found(first, match.last, entry.type, known_name.name, entry, ambiguous)


@rule(
    "name: body in capitals", "Alihutubia Wizara ya Mambo ya Nje ya Sudan jana.", never="Wizara ya afya ilitoa takwimu."
)
def known_body(text: Text) -> None:
    """An organisation named by its kind and capitals; see `body_sequence`."""


def _is_title(text: Text, index: int) -> bool:
    cue = cue_before(text, index + 1, index)
    return cue is not None and cue[0] == "PER"


def _choose(text: Text, match: Match, sentence: Sentence, sport: bool) -> Entry:
    """Of several entries with one name: a person after a title, a club where sport is told of, else the usual one; «IS»
    is no person."""
    if len(match.entries) > 1:
        club = next((entry for entry in match.entries if entry.kind == "club"), None) if sport else None
        cue = cue_before(text, match.first, sentence.first)
        if club is not None and (cue is None or cue[0] != "LOC"):
            return club
        wanted = "PER" if cue is not None and cue[0] == "PER" else cue[0] if cue is not None else None
        return next((e for e in match.entries if e.type == wanted), match.entries[0])
    return match.entries[0]


@rule(
    "name: region of states",
    "Taifa hilo la Afrika ya Kati limepata mkopo.",
    never="Serikali ya Afrika ya Kati imepata mkopo.",
)
def region_of_states(text: Text, first: int, begin: int) -> bool:
    """«nchi za Afrika ya Kati», «taifa hilo la Afrika ya Kati»: where the states lie, no state itself."""
    words = text.lowers[max(begin, first - 3) : first]
    return bool(words) and words[-1] in CONNECTIVES_AND_KWA and any(word in STATES for word in words)


def _trusted(text: Text, match: Match, entry: Entry, sentence: Sentence, support: set[str]) -> bool:
    """Whether one word is the known name and not an ordinary word, or somebody's first name."""
    if match.last > match.first + 1 or not is_capitalised(text, match.first):
        return True
    index = match.first
    key = folded(text.types[index])
    if entry.type == "PER" and not entry.full and is_ordinary(text, index) and _is_noun_of(text, index):
        return False
    titled = _is_title(text, index - 1) if index > sentence.first else False
    if entry.type == "PER" and (key in first_names() or key in not_names()) and not titled:
        return False
    if begins_sentence(text, index, sentence.first) and is_ordinary(text, index) and entry.kind != "country":
        return key in support
    return True


def _is_noun_of(text: Text, index: int) -> bool:
    """«Kabila la Wahutu»: a noun with what it is of, no person."""
    return index + 1 < len(text) and text.lowers[index + 1] in ("la", "ya", "cha")


def _unknown(text: Text, index: int, sentence: Sentence, support: set[str]) -> Found | None:
    if not can_be_name(text, index) or peoples().at(text, index, sentence.last) is not None:
        return None
    last = sequence_end(text, index, sentence.last)
    if begins_sentence(text, index, sentence.first) and last == index + 1 and folded(text.types[index]) not in support:
        string = VOCABULARY.strings[text.types[index]]
        if not (string.isupper() and len(string) > 1):
            return None
    for each in TYPE_RULES:
        kind = each(text, index, last, sentence.first)
        if kind is not None:
            return Found(index, last, kind, each.name)
    return None


@rule(
    "name: place by its country",
    "Rais wa Lebanon alizuru Tripoli.",
    never="Rais wa Lebanon alizuru Beirut.",
)
def place_by_country(text: Text, each: Found, told: Counter[str]) -> Found:
    """Of places with one name the one whose country the article names most: Tripoli in Lebanon, Georgia in the US."""
    match = names().at(text, each.first, each.last)
    entries = [entry for entry in match.entries if entry.type == "LOC"] if match is not None else []
    if len(entries) < 2 or each.entry not in entries:
        return each
    best = max(entries, key=lambda entry: (told[entry.country or ""], entry.kind in ("country", "capital")))
    return replace(each, rule=place_by_country.name, entry=best)


@rule(
    "name: body by its country",
    "Mapigano kati ya jeshi la Sudan na RSF yameendelea.",
    never="Shirika la RSF limelaani kukamatwa kwa wanahabari nchini Togo.",
)
def body_by_country(text: Text, each: Found, told: Counter[str]) -> Found:
    """Of bodies with one name that of a country told of, else that of no country: RSF are soldiers in Sudan only."""
    match = names().at(text, each.first, each.last)
    entries = [entry for entry in match.entries if entry.type == "ORG"] if match is not None else []
    if len(entries) < 2 or each.entry not in entries:
        return each
    best = max(entries, key=lambda entry: (told[entry.country or ""], entry.country in BODIES))
    return replace(each, rule=body_by_country.name if told[best.country or ""] else each.rule, entry=best)


def _in_their_countries(text: Text, found: Sequence[Found]) -> Iterator[Found]:
    """The names, places of one name told apart, first names with whom they stand for in the countries told of."""
    told = Counter(each.entry.country or "" for each in found if each.entry is not None and not each.ambiguous)
    for each in found:
        if each.perhaps is not None and told[each.perhaps.country or ""]:
            yield replace(each, entry=each.perhaps, rule=known_name.name)
        else:
            by_country = place_by_country if each.type == "LOC" else body_by_country
            yield by_country(text, each, told) if each.ambiguous else each


@rule(
    "name: earlier full name",
    "Waziri Neema Zamboro aliwasili. Zamboro alihutubia mkutano.",
    never="Rais aliwasili jana.",
)
def earlier_name(text: Text, index: int, known: dict[str, Found]) -> Found | None:
    """A part of a full name told before: «Moussa» after «Jamal Moussa»."""
    full = known.get(folded(text.types[index]))
    return replace(full, first=index, last=index + 1, rule=earlier_name.name) if full is not None else None


def _with_earlier_names(text: Text, found: list[Found], capitals: Sequence[int]) -> list[Found]:
    """Names of one word get what the article's full names tell; words left out that are such a part are names too."""
    known: dict[str, Found] = {}
    told = {each.entry.link for each in found if each.entry is not None and each.entry.full}
    starts = {each.first: each for each in found}
    types = text.types
    result: list[Found] = []
    end = 0
    for position in sorted({*capitals, *starts}):
        if position < end:
            continue
        each = starts.get(position)
        if each is None:
            if folded(types[position]) in known and not _is_plain_word(text, position):
                part = earlier_name(text, position, known)
                result += [part] if part is not None else []
            continue
        if _may_be_part(each) and not (each.entry is not None and each.entry.link in told):
            each = earlier_name(text, position, known) or each
        if each.type == "PER" and each.rule != earlier_name.name:
            _remember(text, each, known)
        result.append(each)
        end = each.last
    return result


def _may_be_part(each: Found) -> bool:
    """One word that may be short for a full name told before; a country's name is not («Chad», «Jordan»)."""
    if each.last > each.first + 1:
        return False
    return (
        each.entry is None
        or not each.entry.full
        or (each.type == "LOC" and each.entry.kind not in ("country", "capital"))
    )


def _is_plain_word(text: Text, index: int) -> bool:
    """An ordinary word at the beginning of its sentence, or a title."""
    sentence = text.sentence_at(text.starts[index])
    return is_ordinary(text, index) and (begins_sentence(text, index, sentence.first) or _is_title(text, index))


def _remember(text: Text, each: Found, known: dict[str, Found]) -> None:
    """The parts of a full name by which the person may be called later.

    The first who bears a name keeps it («Kim» after Kim Jong Un, not Kim Jong Il), but one whom the tables know goes
    before one whom they do not.
    """
    parts = [i for i in range(each.first, each.last) if len(VOCABULARY.strings[text.types[i]]) > 2]
    for index in parts:
        key = folded(text.types[index])
        if index != parts[-1] and is_ordinary(text, index):
            continue
        before = known.get(key)
        if before is None or (before.entry is None and each.entry is not None and each.entry.full):
            known[key] = each
