"""The office at the head of a phrase: «baadhi ya [wabunge] wa upinzani», «[msemaji] mkuu wa jeshi»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matukio.entities.knowledge import Office, cues, office_starts, offices
from matukio.entities.rows import kept
from matukio.entities.words import quantities, quantity_starts
from matukio.frozen import quick_init
from matukio.swahili.categories import DAYS
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.phrases import HAVING
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

LONGEST: Final = 6
MODIFIERS: Final = frozenset(["ADJ", "DET", "NUM", "PRON"])
BEFORE_HEADS: Final = MODIFIERS | {"PUNCT", "ADV"}
FORMER: Final = frozenset("zamani mstaafu wastaafu aliyekuwa aliekuwa waliokuwa waliyekuwa marehemu".split())
APART: Final = frozenset("na kwamba kuwa lakini kwa kuhusu dhidi baada kabla tangu ambapo ambako huku wakati".split())
"""Words before which another phrase ends: «aliwaambia waandishi kuhusu Rahaf»."""
COPULAS: Final = frozenset(["ni", "ndiye", "ndio", "ndiyo", "si"])
AFFIRMING: Final = COPULAS - {"si"}
WHO: Final = frozenset(["ambaye", "ambae"])
NOBLE: Final = CONNECTIVES | HAVING
"""What may join a title to what somebody is called by."""


@dataclass(frozen=True, slots=True)
class Head:
    """An office and the words that name it."""

    office: Office
    first: int
    last: int


quick_init(Head)


def find_head(text: Text, first: int, last: int) -> Head | None:
    """The longest office at the phrase's first noun, past words that count and those that only modify."""
    index = _past_quantity(text, first, last)
    while index < last:
        head = _office_at(text, index, last)
        if head is not None:
            return head
        if not _may_precede(text, index):
            break
        index += 1
    apposition = next((i + 1 for i in range(first, last - 1) if text.string[text.starts[i]] in ",-–"), None)
    if apposition is None:
        return None
    return find_head(text, apposition, last)


def _past_quantity(text: Text, first: int, last: int) -> int:
    if first >= last or text.lowers[first] not in quantity_starts():
        return first
    for size in range(min(4, last - first - 1), 0, -1):
        if " ".join(text.lowers[first : first + size]) in quantities():
            return _past_quantity(text, first + size, last)
    return first


def _office_at(text: Text, index: int, last: int) -> Head | None:
    """The longest office whose words stand here, with modifiers allowed between them: «kiongozi huyo wa waasi»."""
    lower = text.lowers[index]
    longest = office_starts().get(lower)
    if longest is None:
        return None
    if longest == 1:
        return Head(offices()[lower], index, index + 1)
    lowers, known = text.lowers, offices()
    for size in range(_reach(lowers[index : min(index + LONGEST, last)]), 0, -1):
        office = known.get(" ".join(lowers[index : index + size]))
        if office is not None and (size > 1 or not _office_longer(text, _plain(text, index, last))):
            return Head(office, index, index + size)
    plain = _plain(text, index, last)
    for size in range(len(plain), 0, -1):
        if plain[size - 1] == index + size - 1:
            break  # no modifiers among them: they are the words that were looked up before
        office = known.get(" ".join([lowers[i] for i in plain[:size]]))
        if office is not None and (size > 1 or not _office_longer(text, plain)):
            return Head(office, index, plain[size - 1] + 1)
    return None


@kept
def _openings() -> frozenset[str]:
    """Two words or more with which an office begins: «mkuu wa», «mkuu wa polisi»."""
    told = map(str.split, offices())
    return frozenset(" ".join(words[:size]) for words in told for size in range(2, len(words) + 1))


def _reach(words: list[str]) -> int:
    """How many of the words an office may have that begins with the first."""
    openings, told = _openings(), words[0]
    for size in range(1, len(words)):
        told = f"{told} {words[size]}"
        if told not in openings:
            return size
    return len(words)


def _plain(text: Text, index: int, last: int) -> list[int]:
    """The word and those after it that are no modifiers, as many as an office may have."""
    openings, told, found = _openings(), text.lowers[index], [index]
    for at in range(index + 1, min(index + 2 * LONGEST, last)):
        if not _is_modifier(text, at):
            told = f"{told} {text.lowers[at]}"
            if told not in openings or len(found) == LONGEST:
                break
            found.append(at)
    return found


def office_end(text: Text, index: int, last: int) -> int | None:
    """The word after an office of several words that begins at a word, its numbers and adjectives left out; None where
    there is none."""
    if office_starts().get(VOCABULARY.lowers[text.types[index]], 1) == 1:
        return None
    head = _office_at(text, index, last)
    return head.last if head is not None and " " in head.office.head else None


def _office_longer(text: Text, plain: list[int]) -> bool:
    lowers, known = [text.lowers[i] for i in plain], offices()
    return any(" ".join(lowers[:size]) in known for size in range(len(lowers), 1, -1))


def _is_modifier(text: Text, index: int) -> bool:
    reading = text.likeliest[index]
    return reading.upos in MODIFIERS and text.lowers[index] not in NOBLE


def _may_precede(text: Text, index: int) -> bool:
    """A modifier, a mark or a relative verb may stand before the head: «kila mtu», «aliyekuwa waziri»."""
    reading = text.likeliest[index]
    lower = text.lowers[index]
    return reading.upos in BEFORE_HEADS or lower in FORMER


def is_former(text: Text, first: int, last: int) -> bool:
    """«rais wa zamani», «jaji mstaafu», «aliyekuwa waziri»."""
    return not FORMER.isdisjoint(text.lowers[first:last])


def phrase_around(text: Text, first: int, last: int) -> tuple[int, int]:
    """A name with the office told with it: before it («mkuu wa polisi wa jiji Bill Gore») or after a comma."""
    sentence = text.sentence_at(text.starts[first])
    begin = near = first
    while near - 1 > sentence.first and _is_title(text, near - 1):
        near -= 1  # «Majaji hao, Prof Juma Moussa»
    if near - 3 > sentence.first and _is_abbreviation(text, near - 2):
        near -= 2  # «mkurugenzi wa Shirika la Afya Duniani, WHO, Moussa»
    past_comma = False
    title = _own_title(text, first, sentence.first)
    if title is not None:
        return title, last
    for index in range(first - 1, max(sentence.first, first - 14) - 1, -1):
        reading = text.likeliest[index]
        mark = text.string[text.starts[index]]
        past_comma = past_comma or mark == ","
        if reading.verb is not None or (mark in '.;:“”"()' and index < first - 1) or (mark == "," and index < near - 1):
            break
        lower = text.lowers[index]
        concerns = lower in ("kwa", "kuhusu") and _tells_for_what(text, index, first)
        if (lower in APART and not concerns) or lower in DAYS or (lower in COPULAS and begin < first):
            break  # «wengine ni Meja Moussa»
        if _person_before(text, index, first) and not (past_comma and _several_of_something(text, index, near - 1)):
            begin = index
    if begin < first:
        return begin, last
    begin = _opening(text, near, sentence.first)
    if begin < near:
        return begin, last
    return apposition_after(text, first, last) or (first, last)


def _tells_for_what(text: Text, index: int, name: int) -> bool:
    """«mjumbe wa Togo kwa ajili ya Sahel Juma Moussa», «mratibu wa Togo kuhusu Ghana Juma Moussa»: only a place stands
    between the office's concern and the name."""
    words = text.lowers[index:name]
    skipped = 3 if words[:3] == ["kwa", "ajili", "ya"] else 1 if words[:1] == ["kuhusu"] else 0
    places = range(index + skipped, name)
    return 0 < skipped < len(words) <= skipped + 3 and all(text.string[text.starts[at]].isupper() for at in places)


def _is_abbreviation(text: Text, index: int) -> bool:
    """«, WHO,»: capitals between two commas."""
    marks = [VOCABULARY.strings[text.types[at]] for at in (index - 1, index + 1)]
    return marks == [",", ","] and VOCABULARY.strings[text.types[index]].isupper()


def _opening(text: Text, comma: int, begin: int) -> int:
    """Where a sentence begins with somebody's office up to the comma: «Mjumbe wa Togo kwa ajili ya Sahel, Moussa»."""
    if comma - 1 <= begin or text.string[text.starts[comma - 1]] != ",":
        return comma
    head = _office_at(text, begin, comma)
    apart = any(
        text.likeliest[index].verb is not None or text.string[text.starts[index]] in ',:;“”"'
        for index in range(begin, comma - 1)
    )
    return begin if head is not None and head.office.kind == "person" and not apart else comma


def _several_of_something(text: Text, index: int, comma: int) -> bool:
    """«akipambana na waasi wa Togo, Meja Moussa»: he is none of them; of «Majaji hao, Moussa» he is."""
    if not text.likeliest[index].plural:
        return False
    return any(not _is_modifier(text, at) for at in range(index + 1, comma))


def _person_before(text: Text, index: int, last: int) -> bool:
    """Whether a person's office begins at a word: «polisi», but not «jimbo» or «familia», which a name may follow."""
    head = _office_at(text, index, last)
    if head is None:
        return False
    return head.office.kind == "person" or any(reading.animate for reading in VOCABULARY.analyses(text.types[index]))


def _own_title(text: Text, first: int, begin: int) -> int | None:
    """«wakosoaji wa Rais Moussa», «utawala wa rais wa zamani Moussa»: a title after «wa», which is the name's alone."""
    index = first - 1
    index -= VOCABULARY.strings[text.types[index]] == "."
    if index - 2 > begin and text.lowers[index] == "zamani":
        index -= 2
    if index - 1 <= begin or text.lowers[index - 1] not in NOBLE or not _is_title(text, index):
        return None
    head = _office_at(text, index, index + 1)
    before = text.lowers[index - 2]
    whole = before in ("makamu", "naibu", "mkuu") or head is None or head.office.sector is None
    return None if whole else index


def apposition_after(text: Text, first: int, last: int) -> tuple[int, int] | None:
    """The office told after a name: «Juma Moussa, mkuu wa polisi wa Togo», also without a comma, after «ni», «ambaye
    ni» and «ndiye»."""
    sentence = text.sentence_at(text.starts[first])
    after = _past_copula(text, last, sentence.last)
    comma = after == last and last + 1 < sentence.last and text.string[text.starts[last]] == ","
    after += comma
    if (
        not find_head(text, after, min(after + 3, sentence.last))
        if comma
        else not _person_at(text, after, sentence.last)
    ):
        return None
    end = after
    while end < sentence.last and text.string[text.starts[end]] not in ",.;" and (text.likeliest[end].verb is None):
        end += 1
    return after, end


def _past_copula(text: Text, index: int, last: int) -> int:
    """The word after «ni», «ambaye ni», «, ambaye ndiye» at a word, else the word itself."""
    at = index + (index < last and text.string[text.starts[index]] == ",")
    relative = at < last and text.lowers[at] in WHO
    at += relative
    if at >= last or text.lowers[at] not in AFFIRMING or at > index and not relative:
        return index
    return at + 1


def _is_title(text: Text, index: int) -> bool:
    cue = cues().get(text.lowers[index])
    return cue is not None and cue.type == "PER"


def _person_at(text: Text, index: int, last: int) -> bool:
    """«Juma Moussa mkuu wa polisi wa Togo»: an office right after the name."""
    head = _office_at(text, index, last) if index < last else None
    return head is not None and head.office.kind == "person"
