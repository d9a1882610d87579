"""Noun phrases by concord: «mkutano huu wa kilele», «Rais wa Russia Vladimir Putin», «watu 16».

A phrase is a head with what follows it: demonstratives, adjectives, possessives and numerals, connectives with their
own phrase (wa, ya, la …), the name after a title, an abbreviation in brackets, an apposition between commas.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from matukio.frozen import quick_init
from matukio.swahili.categories import DAYS, category, is_one_person, is_side_of
from matukio.swahili.concord import MONTHS
from matukio.swahili.connectives import CONNECTIVE_CLASSES
from matukio.swahili.joined_nouns import is_joined
from matukio.swahili.modifiers import NOUN_CLASSES, past_modifiers, past_people
from matukio.swahili.naming import (
    PEOPLE,
    closes,
    former_at,
    is_kin_of,
    is_of_country,
    is_title,
    is_whose_name,
    is_year,
    lacks_name,
    named_people_at,
    names_person,
    names_task,
    of_one_follows,
    past_names,
    past_own_name,
)
from matukio.swahili.noun_kinds import nouns_of
from matukio.swahili.placing import BEFORE_NAMES, PLACING_OR_FROM
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

NAME_CLASSES: Final = frozenset({1, 5, 9})
"""A name agrees as a person (1), or as the country, body or group that it is (9, 5: limesema)."""
HAVING: Final = frozenset("mwenye wenye yenye lenye zenye chenye vyenye penye".split())
QUANTITIES: Final = frozenset(
    "baadhi kiasi asilimia idadi maelfu mamia mamilioni makumi dazeni darzeni robo nusu theluthi wingi sehemu".split()
)
NAMED: Final = frozenset({1, 2, 5, 7})
"""Classes of people, groups, bodies, whose name may follow «huyo», «hilo», «hicho»."""
MANNERS: Final = frozenset(
    "chuki dharau furaha haraka hasira hofu huzuni jeuri kejeli majivuno majonzi masikitiko mshangao shangwe".split()
)
"""How something is done: «kwa hasira», which is nobody's name."""
SITES: Final = frozenset("kati nje ndani juu chini mbele nyuma".split())


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Words first … last - 1 with their head; `classes` are those that its verb may agree with."""

    first: int
    head: int
    last: int
    classes: frozenset[int]
    name: bool
    """The head is a name."""

    def __eq__(self, other: object) -> bool:
        # Written out: phrases are compared often, and what `dataclass` makes is never compiled.
        if not isinstance(other, NounPhrase) or self.first != other.first or self.last != other.last:
            return False
        return self.head == other.head and self.classes == other.classes and self.name == other.name

    def __hash__(self) -> int:
        return hash((self.first, self.head, self.last))


quick_init(NounPhrase)


TIES: Final = frozenset(["uhusiano", "mahusiano", "mafungamano", "ushirika", "mawasiliano"])
THOSE: Final = frozenset("yule wale ule ile lile yale kile vile zile".split())
"""They stand for a noun told before: «… na wale wa Togo»."""
ADVERBIAL: Final = frozenset("pengine kwingine kwengine kwingineko".split())
"""«ingine» of a place agrees with no noun: perhaps, elsewhere."""
BEGINNING: Final = frozenset("VAQDRPN")
"""Categories that can begin a phrase."""


def phrase_at(text: Text, index: int, limit: int) -> NounPhrase | None:
    """The longest noun phrase that begins at word `index` and ends before `limit`, or None."""
    if index >= limit:
        return None
    kind = category(text, index)
    first = index
    if kind == "V" and former_at(text, index, limit):
        phrase = phrase_at(text, index + 1, limit)
        return phrase and replace(phrase, first=index)
    if kind in "AQ" and index and text.lowers[index - 1] == "mara":
        return None  # «mara kadhaa», «mara tatu»
    if kind == "A" and text.lowers[index] in ADVERBIAL:
        return None  # «pengine watu watatu», «kwingine watu»
    if named_people_at(text, index, limit):
        classes = frozenset({2 if text.lowers[index] == "wa" else 1})
        return NounPhrase(first, index + 2, index + 3, classes, True)
    if kind == "D" and index + 2 < limit and text.lowers[index] in THOSE and category(text, index + 1) == "C":
        # «jeshi la Ghana na lile la Togo»
        classes = text.likeliest[index].classes
        return NounPhrase(first, index, _complements(text, index + 1, limit, classes), classes, False)
    if kind == "Q" or kind == "D":
        # «watu» may follow its numeral or demonstrative: «zaidi ya 16», «hawa wote», «hao»
        return NounPhrase(first, index, index + 1, text.likeliest[index].classes, False)
    if kind == "A" and index + 1 < limit and category(text, index + 1) == "N":
        index += 1  # «kila mtu», «wengi watu»
        kind = "N"
    if kind == "A" or kind == "R":
        analysis = text.likeliest[index]
        if "PronType=Rel" in analysis.feats:
            return NounPhrase(first, index, index + 1, analysis.classes, False)
        return NounPhrase(
            first, index, past_modifiers(text, index + 1, limit, analysis.classes), analysis.classes, False
        )
    if kind == "P":
        before = text.lowers[index - 1] if index else ""
        placed = before in PLACING_OR_FROM  # «nchini Togo, polisi walisema»
        return NounPhrase(
            first, index, _tail(text, past_names(text, index, limit), limit, not placed), NAME_CLASSES, True
        )
    if kind != "N":
        return None
    classes = NOUN_CLASSES[text.types[index]]
    if is_side_of(text, index) and is_side_of(text, index + 1):
        index += 1  # «kusini mashariki mwa Mali»
    end = past_modifiers(text, past_people(text, index, _past_object(text, index, limit), limit), limit, classes)
    counted: NounPhrase | None = None
    if text.lowers[index] in QUANTITIES and end + 1 < limit and category(text, end) == "C":
        # «baadhi ya watu wamesema»: the verb agrees with what is counted
        counted = phrase_at(text, end + 1, limit)
        classes |= counted.classes if counted else frozenset()
    if is_kin_of(text, index, end, limit) and (whose := phrase_at(text, end, limit)) is not None:
        return NounPhrase(first, index, whose.last, classes, False)
    if end == first + 1 and (named := _named_as_second(text, first, end, limit)) is not None:
        return NounPhrase(first, index, named, classes, False)
    end = past_own_name(text, _complements(text, end, limit, classes, counted), limit)
    if names_person(text, index + 1, end):
        end = _past_title(text, end, limit)
    end = _past_body(text, index, _tail(text, end, limit, False, lacks_name(text, index, end)), limit)
    return NounPhrase(first, index, end, classes, False)


def _past_object(text: Text, head: int, limit: int) -> int:
    """Past the object of an agent noun in -a: «mwendesha mashtaka», «wachimba dhahabu», and a joined noun: «naibu
    spika»."""
    end = head + 1
    if end < limit and is_joined(text, head):
        return end + 1
    if end >= limit or category(text, end) != "N":
        return end
    agent = text.likeliest[head]
    governs = agent.source_verb and text.lowers[head].endswith(agent.source_verb)
    if not governs or text.likeliest[end].animate:
        return end
    joins = text.lowers[end + 1] if end + 1 < limit else ""
    if joins in CONNECTIVE_CLASSES and not CONNECTIVE_CLASSES[joins] & agent.classes:
        told = phrase_at(text, end, limit)  # «mgombea kiti cha ubunge»
        return end + 1 if told is None else told.last
    return end + 1


def _complements(text: Text, end: int, limit: int, classes: frozenset[int], counted: NounPhrase | None = None) -> int:
    """Past a title's name and any connectives with their phrases: «… wa Russia Vladimir Putin».

    `counted` is a phrase read before: to read it again would take «sehemu ya sehemu ya …» twice as long with each.
    """
    start = end
    while end < limit:
        kind = category(text, end)
        if text.lowers[end] in PEOPLE and named_people_at(text, end, limit):
            end += 3  # «waasi wa-Houthi»
            continue
        if kind == "P":
            abstract = classes and classes <= {11, 14} and text.string[text.starts[end - 1]].islower()
            before = text.lowers[end - 1]
            timed = before in DAYS or before in MONTHS or is_year(before)
            if abstract or timed or before in MANNERS or category(text, end - 1) == "D" and not classes & NAMED:
                break  # «kumfukuza uanachama Juma», «siku ya Alhamisi Juma alisema», «kwa hasira Juma alisema»
            end = past_names(text, end, limit)
            continue
        if text.lowers[end - 1] in HAVING and kind == "N":
            having = phrase_at(text, end, limit)  # «watu wenye silaha nzito»
            assert having is not None
            end = having.last
            tied = text.lowers[having.head] in TIES and end + 1 < limit
            if tied and text.lowers[end] == "na" and (other := phrase_at(text, end + 1, limit)):
                end = other.last  # «wanamgambo wenye uhusiano na Al-Shabaab»
            continue
        if text.lowers[end] == "kati" and end + 1 < limit:
            owner = text.lowers[end + 1]
            if owner != "ya" and owner in CONNECTIVE_CLASSES and classes & CONNECTIVE_CLASSES[owner]:
                end += 1  # «uingiliaji kati wa Togo»
                continue
        if text.lowers[end] in BEFORE_NAMES and end + 1 < limit and category(text, end + 1) == "P":
            if names_person(text, start, end) or is_of_country(text, start, end):
                break  # «alimpokea Rais Kofi Adomako mjini Lima», «alikutana na mwenzake wa Peru mjini Lima»
            end = past_names(text, end + 1, limit)
            continue
        if kind != "C" or end + 1 >= limit:
            break
        agrees = CONNECTIVE_CLASSES[text.lowers[end]]
        if classes and not classes & agrees and not is_side_of(text, end - 1):
            break  # «ahadi ya rais ya kuondoa majeshi»: the second «ya» is the promise's
        inner = category(text, end + 1)
        if inner in "IP" and names_task(text, end + 1, limit):
            end = _tail(text, past_modifiers(text, end + 3, limit, classes), limit, False)  # «la Kuhudumia Wakimbizi»
        elif inner == "P":
            # the name of a complement takes no apposition: «… wa Togo, Rais wa Ghana alisema»
            end = _tail(text, past_names(text, end + 1, limit), limit, False)
        elif inner == "N":
            again = counted is not None and counted.first == end + 1
            phrase = counted if again else phrase_at(text, end + 1, limit)
            if phrase is None:
                break
            end = phrase.last
        elif inner in "QABI":
            # «ya kwanza», «wa zamani», «ya kijeshi», «ya kuimarisha»: the infinitive's own object stays outside
            end = past_modifiers(text, end + 2, limit, classes)
        elif inner == "D" or text.lowers[end + 1] in SITES:
            end += 2 + (text.lowers[end + 2 : end + 3] == ["awali"])  # «ya hapa», «ya kati», «ya hapo awali»
        elif text.lowers[end + 1] == "pamoja" and text.lowers[end + 2 : end + 3] != ["na"]:
            end += 2  # «taarifa ya pamoja»
        else:
            break
    past = past_modifiers(text, end, limit, classes)
    of_name = past == end + 1 and category(text, end - 1) == "P"
    return end if of_name and text.lowers[end] in HAVING else past  # «Bwana Kwame mwenye miaka 40»


def _with_second_title(text: Text, title: NounPhrase, limit: int) -> NounPhrase:
    """«Asha Juma, mbunge wa Lindi na mwanasheria, alikamatwa»: one person may be two things."""
    second = title.last + 1
    second += second < limit and text.lowers[second] == "pia"
    if second >= limit or text.lowers[title.last] != "na" or category(text, second) != "N":
        return title
    if not is_one_person(text, title.head) or not is_one_person(text, second):
        return title
    other = phrase_at(text, second, limit)
    return replace(title, last=other.last) if other is not None and of_one_follows(text, other.last, limit) else title


def _named_as_second(text: Text, head: int, end: int, limit: int) -> int | None:
    """«Mwimbaji na mwanaharakati Asha Juma alikamatwa»: one person told by two nouns, before the name and the verb of
    one."""
    if end + 2 >= limit or text.lowers[end] != "na" or category(text, end + 1) != "N":
        return None
    if not is_one_person(text, head) or not is_one_person(text, end + 1) or category(text, end + 2) != "P":
        return None
    other = phrase_at(text, end + 1, limit)
    return other.last if other is not None and of_one_follows(text, other.last, limit) else None


def _past_title(text: Text, end: int, limit: int) -> int:
    """«Meja Baraka Ouma, kamanda wa majini, aliuawa»: past what somebody with a title and a name is besides."""
    if end + 1 >= limit or text.string[text.starts[end]] != "," or category(text, end + 1) != "N":
        return end
    if not is_one_person(text, end + 1):
        return end
    title = phrase_at(text, end + 1, limit)
    title = title and _with_second_title(text, title, limit)
    return end if title is None or not of_one_follows(text, title.last, limit) else title.last


def _title_beside(text: Text, end: int, limit: int) -> NounPhrase | None:
    """«Juma Ali mkurugenzi wa shule»: what somebody is right after the name; after a single name that opens the clause,
    which may be a place, only where one person's verb follows or others are joined."""
    if end >= limit or category(text, end) != "N" or not is_title(text, end):
        return None
    names = end > 1 and category(text, end - 1) == category(text, end - 2) == "P"
    opens = end == 1 or text.string[text.starts[end - 2]] in '.,;:“"'
    apposition = phrase_at(text, end, limit) if names or opens else None
    if apposition is None or names:
        return apposition
    last = apposition.last
    joined = last < limit and text.lowers[last] in ("na", "pamoja")
    return apposition if joined or of_one_follows(text, last, limit) else None


def _past_body(text: Text, head: int, end: int, limit: int) -> int:
    """Past what a body is besides, between commas and before its verb, of which the first is the subject."""
    if end + 1 >= limit or text.lowers[end] != "," or text.lowers[end + 1] not in nouns_of("body"):
        return end
    after_preposition = head > 0 and category(text, head - 1) in "EC"
    if after_preposition or text.lowers[head] == text.lowers[end + 1] or text.likeliest[head].animate:
        return end
    body = phrase_at(text, end + 1, limit)
    last = end if body is None else body.last
    closed = last + 1 < limit and text.lowers[last] == "," and category(text, last + 1) == "V"
    return last if closed else end


def _tail(text: Text, end: int, limit: int, name: bool, person: bool = False) -> int:
    """Past «(WHO)», «, DRC,», after a name an apposition «, msemaji wa mtandao …», after one `person` a name."""
    if end + 2 < limit and text.string[text.starts[end]] == "(" and text.string[text.starts[end + 2]] == ")":
        end += 3
    if name and (apposition := _title_beside(text, end, limit)) is not None:
        return apposition.last
    if end + 1 < limit and text.string[text.starts[end]] == ",":
        after = category(text, end + 1)
        if after == "P" and VOCABULARY.strings[text.types[end + 1]].isupper() and closes(text, end + 2, limit):
            return end + 2
        if person and after == "P" and is_whose_name(text, end, following := past_names(text, end + 1, limit), limit):
            return following
        if name and (after == "N" or (after == "V" and former_at(text, end + 1, limit))):
            analysis = text.likeliest[end + 1 if after == "N" else end + 2]
            if analysis.animate:
                apposition = phrase_at(text, end + 1, limit)
                if apposition is not None:
                    apposition = _with_second_title(text, apposition, limit)
                if apposition is not None and closes(text, apposition.last, limit):
                    back = any(category(text, i) == "D" for i in range(end + 2, apposition.last))
                    return end if back else apposition.last  # «nchini Togo, mbunge huyo alisema»
    return end
