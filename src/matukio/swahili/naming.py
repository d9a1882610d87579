"""Names within noun phrases: runs of them («Faisal bin Farhan»), peoples («wa-Fulani»), whom a phrase names or not."""

from __future__ import annotations

from typing import Final

from matukio.swahili.categories import DIRECTIONS, category, is_one_person, is_side_of
from matukio.swahili.noun_kinds import nouns_of
from matukio.swahili.text import Text

PEOPLE: Final = frozenset({"wa", "m"})
"""Before a hyphen they make people of a name: «wa-Fulani»."""


def named_people_at(text: Text, index: int, limit: int) -> bool:
    """«wa-Fulani», «m-Cuba»: a name made a people's or a person's with a hyphen."""
    return (
        text.lowers[index] in PEOPLE
        and index + 2 < limit
        and text.string[text.starts[index + 1]] == "-"
        and text.starts[index + 2] == text.ends[index] + 1
        and text.string[text.starts[index + 2]].isupper()
    )


def former_at(text: Text, index: int, limit: int) -> bool:
    """«aliyekuwa rais wa Mali»: a relative of «kuwa» that opens a phrase about a person."""
    verb = text.likeliest[index].verb
    return (
        verb is not None
        and verb.stem == "wa"
        and verb.tense == "past"
        and not verb.negative
        and verb.relative is not None
        and verb.relative.prefix in ("ye", "o")
        and index + 1 < limit
        and category(text, index + 1) in "NP"
    )


def past_names(text: Text, index: int, limit: int) -> int:
    """End of a run of names, joined by hyphens or «bin»: «Kim Jong-un», «Faisal bin Farhan»."""
    end = index + 1
    while end < limit:
        if is_side_of(text, end):
            break  # «waasi wa Togo mashariki mwa Ghana»
        if category(text, end) == "P" or text.lowers[end] in DIRECTIONS:
            end += 1  # «Korea Kusini»: a part of a name may be a word as well
        elif (
            text.string[text.starts[end]] in "-–"
            and text.starts[end] == text.ends[end - 1]
            and end + 1 < limit
            and text.starts[end + 1] == text.ends[end]
        ) or (
            text.lowers[end] in ("bin", "al", "el", "van", "der", "de")
            and end + 1 < limit
            and category(text, end + 1) == "P"
        ):
            end += 2
        elif _joins_by_hyphen(text, end, limit):
            end += 3
        else:
            break
    return min(end, limit)


def is_year(word: str) -> bool:
    """«2006»: a number after which a name is not its own, «mwaka 2006 Togo»."""
    return len(word) == 4 and word.isdigit() and word[0] in "12"


def _joins_by_hyphen(text: Text, index: int, limit: int) -> bool:
    """«Abdel-Fattah al-Burhan»: the small word, its hyphen and the rest of the name."""
    return (
        text.lowers[index] in ("al", "el")
        and index + 2 < limit
        and text.string[text.starts[index + 1]] in "-–"
        and category(text, index + 2) == "P"
    )


def lacks_name(text: Text, head: int, end: int) -> bool:
    """Whether a phrase is about one person whom it does not name: «Rais wa Togo», not «Rais Faure Gnassingbé»."""
    if not is_one_person(text, head):
        return False
    if head > 0 and text.lowers[head - 1] == "kama":
        return False  # «kama rais, Juma atasaidia»
    last = end - 1
    while last > head and category(text, last) in "PQ":
        last -= 1
    return last == end - 1 or category(text, last) in "CB"


def names_person(text: Text, start: int, end: int) -> bool:
    """Whether the words before `end`, of a phrase whose head stands before `start`, name somebody in full: «Rais Kofi
    Adomako», «Rais wa Peru Rosa Quispe», but not «balozi wa Burkina Faso»."""
    first = end
    while first > start and category(text, first - 1) == "P":
        first -= 1
    if first == end or not is_one_person(text, start - 1):
        return False
    return end - first > (2 if category(text, first - 1) == "C" else 1)


def names_task(text: Text, index: int, limit: int) -> bool:
    """«Shirika la Kuhudumia Wakimbizi»: capitals make an infinitive and its object part of a name."""
    verb = text.likeliest[index].verb
    if verb is None or verb.tense != "infinitive" or index + 1 >= limit or category(text, index + 1) not in "NP":
        return False
    return all(text.string[text.starts[i]].isupper() for i in (index, index + 1))


def is_title(text: Text, index: int) -> bool:
    """A noun for one person: what somebody is."""
    reading = text.likeliest[index]
    one = reading.noun_class in (1, 5, 7) or text.lowers[index] in nouns_of("kin")
    return reading.animate and not reading.plural and one and not reading.guess


def is_whose_name(text: Text, comma: int, end: int, limit: int) -> bool:
    """«mwenzake wa Togo, Faure Gnassingbé, alisema», but not «rais wa Togo, Ghana, Mali na Chad», and after a place
    or right before a verb a name of one word may be another's: «alipokutana na rais, Faure alisema»."""
    if not closes(text, end, limit):
        return False
    if end + 1 < limit and text.string[text.starts[end]] == "," and category(text, end + 1) == "P":
        return False
    alone = category(text, comma - 1) == "P" or end < limit and category(text, end) == "V"
    return not alone or end - comma > 2


def is_kin_of(text: Text, head: int, end: int, limit: int) -> bool:
    """«binti yake Rais Juma Moussa», «kaka yake rais wa Togo»: kin, after whom it is told whose."""
    told = end < limit and text.lowers[end - 1] in ("yake", "wake") and text.lowers[head] in nouns_of("kin")
    return told and is_one_person(text, end)


def past_own_name(text: Text, end: int, limit: int) -> int:
    """«mtu huyo kwa jina Juma Moussa», «kundi kwa jina la Simba»: past the name that is borne."""
    at = end + 2
    if at < limit and text.lowers[end] == "kwa" and text.lowers[end + 1] == "jina":
        at += text.lowers[at] == "la" and at + 1 < limit
        return past_names(text, at, limit) if category(text, at) == "P" else end
    return end


def closes(text: Text, end: int, limit: int) -> bool:
    """An apposition ends in a comma, a verb or the sentence."""
    return end >= limit or text.string[text.starts[end]] in ',.”"' or category(text, end) == "V"


SEATED: Final = frozenset(
    "ubalozi balozi mabalozi ofisi mwakilishi wawakilishi mwandishi waandishi msemaji kituo tawi".split()
)
"""They are of a country and sit in a town of another: «ubalozi wa Marekani mjini Kampala»."""


def is_of_country(text: Text, start: int, end: int) -> bool:
    """Whether the words before a town say already whose somebody is: «mwenzake wa Peru», «serikali ya Peru»."""
    placed = text.lowers[end] in ("mjini", "jijini")
    told = (
        category(text, end - 1) == "P"
        and end - 2 >= start
        and any(
            category(text, i) == "C" and i + 1 < end and category(text, i + 1) == "P" for i in range(start, end - 1)
        )
    )
    somebody = text.likeliest[start - 1].animate
    return placed and told and somebody and text.lowers[start - 1] not in SEATED


def of_one_follows(text: Text, end: int, limit: int) -> bool:
    """Whether a verb of one person follows, perhaps after a comma: «alikamatwa», not «walikutana» or «na mkuu wa»."""
    if end < limit and text.string[text.starts[end]] == ",":
        end += 1
    verb = text.likeliest[end].verb if end < limit else None
    return verb is not None and verb.subject is not None and 1 in verb.subject.classes
