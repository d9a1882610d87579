"""Who a noun phrase is: country and sector by the codebook, «msemaji wa jeshi la Uganda» UGA MIL.

A name says who it is («Putin» RUS GOV); an office says its sector («wabunge» LEG) or takes that of its complement
(«msemaji wa jeshi» MIL); the country is that of the names in the phrase, else the place where things happen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from matukio.entities.bodies import (
    FOLLOWERS,
    GROUPS,
    OF_STATES,
    in_body,
    is_abroad,
    is_founded_for_a_goal,
    is_many_states,
    is_of_no_country,
    of_members,
    worldwide,
)  # fmt: skip
from matukio.entities.description import OTHERS, Description
from matukio.entities.earlier import country_told_earlier
from matukio.entities.heads import Head, find_head, is_former
from matukio.entities.homes import TERRITORIES
from matukio.entities.knowledge import Entry, Office, offices
from matukio.entities.matching import peoples
from matukio.entities.named import JOINING, LEAVES_OFFICE, NAME, as_name, is_complement, of_name, sector_of
from matukio.entities.taken_up import taken_up
from matukio.record import Entity
from matukio.swahili.categories import is_one_person
from matukio.swahili.connectives import CONNECTIVE_CLASSES, CONNECTIVES
from matukio.swahili.modifiers import FELLOWS
from matukio.swahili.noun_kinds import nouns_of
from matukio.swahili.phrases import THOSE
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

ENVOYS: Final = frozenset(["balozi", "mabalozi", "ubalozi", "mjumbe", "mwakilishi"])
WHOSE: Final = frozenset(["wake", "wao", "wetu"])


OFFICE: Final = "party: office"
BY_OFFICE: Final = (OFFICE,)
TAKEN_UP: Final = "party: body told before"


def describe(text: Text, start_word: int, end_word: int, names: Sequence[Entity], home: str | None) -> Description:
    """Country, sector, name and link of the words start_word … end_word - 1.

    `names` are the article's entities in order, `home` the country where it happens, for parties without their own.
    """
    return describe_with(text, start_word, end_word, names, _inside(text, start_word, end_word, names), home)


def describe_with(
    text: Text, start_word: int, end_word: int, names: Sequence[Entity], inside: Sequence[Entity], home: str | None
) -> Description:
    """The same where the names among the words, `inside`, are known already."""
    if start_word + 2 < end_word and _stands_for_a_noun(text, start_word):
        start = text.starts[start_word + 2]
        those = [name for name in inside if name.start >= start]
        known = describe_with(text, start_word + 2, end_word, names, those, home)
        sector = _sector_of_noun_before(text, start_word) if known.sector in (None, "GOV", "IGO") else None
        return replace(known, sector=sector) if sector is not None else known
    if home is not None and is_of_no_country(text, start_word, end_word, inside):
        home = None
    named = as_name(text, start_word, end_word, inside, home)
    if named is not None:
        return named
    told = None if inside else taken_up(text, start_word, end_word, names)
    if told is not None and told.index == start_word:
        name = told.name
        return Description(name.country, name.sector, name.name, name.link, (TAKEN_UP,))
    head = find_head(text, start_word, end_word) or _head_after_name(text, inside, start_word, end_word)
    if head is None:
        return _without_office(text, start_word, end_word, inside, home)
    return _of_office(text, head, end_word, inside, names, home, told.name if told is not None else None)


def _stands_for_a_noun(text: Text, index: int) -> bool:
    """«wale wa baraza la kijeshi»."""
    return text.lowers[index] in THOSE and text.lowers[index + 1] in CONNECTIVES


def _sector_of_noun_before(text: Text, those: int) -> str | None:
    """«jeshi la Togo na lile la Ghana»: Ghana's army as well."""
    classes = text.likeliest[those].classes
    first = text.sentence_at(text.starts[those]).first
    for index in range(those - 2, first - 1, -1):
        noun = text.likeliest[index]
        if noun.upos == "NOUN" and noun.classes & classes:
            office = offices().get(VOCABULARY.lowers[text.types[index]])
            return None if office is None else office.sector
    return None


def _head_after_name(text: Text, inside: Sequence[Entity], first: int, last: int) -> Head | None:
    """«Zamboro mkurugenzi wa shule»: the office right after a person's name."""
    if not inside or inside[0].type != "PER" or inside[0].start != text.starts[first]:
        return None
    after = text.index_at(inside[0].end - 1) + 1
    head = find_head(text, after, last)
    # «Juma mkosoaji wa Rais» is no president
    return None if head is None or any(text.lowers[i] in CONNECTIVES for i in range(after, head.first)) else head


def _inside(text: Text, first: int, last: int, names: Sequence[Entity]) -> list[Entity]:
    start, end = text.starts[first], text.ends[last - 1]
    begin = bisect_left(names, start, key=_START)
    return [name for name in names[begin : bisect_left(names, end, begin, key=_START)] if name.end <= end]


_START: Final = attrgetter("start")


def _of_office(
    text: Text,
    head: Head,
    end: int,
    inside: Sequence[Entity],
    names: Sequence[Entity],
    home: str | None,
    told: Entity | None,
) -> Description:
    office = head.office
    owner = told or _owner(text, head.last, end, inside)
    country = _country_of(text, head.first, end, inside, owner)
    if office.head in ENVOYS and head.last < end and text.lowers[head.last] in WHOSE:
        country = _sender(text, head.first, names, country) or country
    if office.country and (owner is None or office.kind != "body"):
        country = office.country
    if is_founded_for_a_goal(text, head, end):
        return Description(country or worldwide(text, head, end) or home, "SOC", rules=BY_OFFICE)
    if (joined := of_members(text, head, end)) is not None:
        own = country if country != office.country else None  # an umoja of nurses is no body of states
        return Description(own or home, joined, rules=BY_OFFICE)
    if office.carrier or office.head in FOLLOWERS:
        below = _complement(text, head.last, end, names, inside)
        body = next((name for name in inside if name.type == "ORG" and name.start >= text.starts[head.first]), None)
        if below.sector is None and body is not None and (owner is None or owner.type == "LOC"):
            owner = body  # «mkurugenzi wa mpango wa Afrika huko Chatham House»
        told_words = text.lowers[head.first : end]
        if "kamati" in told_words and "bunge" in told_words:
            below = replace(below, sector="LEG")  # «katibu wa kamati ya ulinzi katika bunge la Togo»
        abroad = is_abroad(text, head.last, end)
        sector, country = _carried(abroad, office, below, owner, country, home)
        if sector in LEAVES_OFFICE and is_former(text, head.last, min(head.last + 2, end)):
            sector = "ELI"  # «kamishna mstaafu wa polisi», «mkuu wa zamani wa jeshi»
        return Description(country, sector, rules=(OFFICE, *below.rules))
    if office.head in FELLOWS and owner is not None and owner.type == "LOC":
        return Description(country, "GOV", rules=BY_OFFICE)  # «mwenzake wa Togo»
    if office.sector is None:
        return Description(country or (home if office.kind == "others" else None), None, rules=BY_OFFICE)
    sector = in_body(office, owner)
    one = office.kind == "person" or is_one_person(text, head.first)  # «kamishna wa polisi mstaafu»
    if sector in LEAVES_OFFICE and one and is_former(text, head.first, end) and not _is_of_former(text, head, end):
        sector = "ELI"
    if country is None and sector == "BUS" and worldwide(text, head, end):
        country = "MNC"  # «makampuni ya kimataifa»
    if country is None and not is_many_states(text, head, end):
        earlier = country_told_earlier(text, head, names) if owner is None and home else None
        country = home if earlier is None or TERRITORIES.get(home or "") == earlier else earlier
    person = next((e for e in inside if e.type == "PER" and not is_complement(text, e, head.first)), None)
    state = (
        owner is not None
        and owner.link is not None
        and office.head in ("serikali", "mamlaka", "utawala", "nchi", "taifa")
    )
    whose = owner if state else person
    return Description(country, sector, whose.name if whose else None, whose.link if whose else None, rules=BY_OFFICE)


def _is_of_former(text: Text, head: Head, end: int) -> bool:
    """«wanajeshi wa vyama tawala vya zamani»: it is the parties that ruled once, and they are soldiers."""
    at = next((i for i in range(head.last, end) if text.lowers[i] == "zamani"), None)
    joins = "" if at is None else text.lowers[at - 1]
    return joins in CONNECTIVE_CLASSES and CONNECTIVE_CLASSES[joins].isdisjoint(text.likeliest[head.first].classes)


def _carried(
    abroad: bool, office: Office, below: Description, owner: Entity | None, country: str | None, home: str | None
) -> tuple[str | None, str | None]:
    """Sector and country of an office that takes them from its complement: «kiongozi wa waasi»."""
    head = office.head
    sector = below.sector or (owner.sector if owner is not None else None)
    if sector in ("CVL", "UNK") and owner is not None and owner.type == "ORG":
        sector = owner.sector  # «mwenyekiti wa baraza la vijana wa Chadema»
    if sector == "IGO" and head in OF_STATES:
        return "GOV", country or below.country
    if sector is None and owner is not None and owner.type == "ORG" and owner.link is not None:
        return office.sector, country or below.country  # «mkurugenzi wa ufundi wa AC Milan»
    if head in FOLLOWERS and sector not in ("PTY", "OPP", "REB"):
        sector = "GOV" if sector == "IGO" else "CVL"  # «wanachama wa ECOWAS» are states
    if head in GROUPS:
        return sector, country or below.country or (home if sector else None)
    if sector in ("CVL", "UNK") and head not in FOLLOWERS:
        sector = None
    return sector or office.sector or "GOV", country or below.country or (None if abroad else home)


def _owner(text: Text, index: int, end: int, inside: Sequence[Entity]) -> Entity | None:
    """The name that the head belongs to: the first after a connective, not one of a place."""
    for name in inside:
        first = text.index_at(name.start)
        if first >= index and first - 1 >= index and text.lowers[first - 1] in CONNECTIVES:
            return name
        if first >= index and name.type == "ORG":
            return name
    return None


def _country_of(text: Text, first: int, end: int, inside: Sequence[Entity], owner: Entity | None) -> str | None:
    """The owner's country, else the demonym's («wanamgambo wa Kipalestina»), else that of any name in the phrase."""
    if owner is not None and owner.country:
        return owner.country
    people = _people(text, first, end)
    if people is not None and people.country:
        return people.country
    return next((name.country for name in inside if name.country), None)


def _sender(text: Text, first: int, names: Sequence[Entity], seat: str | None) -> str | None:
    """«Japani imemwita nyumbani balozi wake wa Ghana»: the state told before, not the one after «wa»."""
    sentence = text.sentence_at(text.starts[first])
    begin, end = text.starts[sentence.first], text.starts[first]
    told = [n.country for n in names if begin <= n.start < end and n.type == "LOC" and n.country != seat]
    return told[-1] if told else None


def _people(text: Text, first: int, end: int) -> Entry | None:
    match = peoples().first(text, first, end)
    return match.entries[0] if match is not None else None


def _complement(text: Text, index: int, end: int, names: Sequence[Entity], inside: Sequence[Entity]) -> Description:
    """The description of what follows the head's connective: «msemaji wa [jeshi la Uganda]»."""
    if index < end and text.string[text.starts[index]].isupper() and peoples().at(text, index, end) is not None:
        return _part(text, index, end, names, inside)  # «viongozi Wademokrat»
    while index < end and text.lowers[index] not in JOINING:
        index += 1
    while index < end and text.lowers[index] in JOINING:
        index += 1
    return Description() if index >= end else _part(text, index, end, names, inside)


def _part(text: Text, first: int, last: int, names: Sequence[Entity], inside: Sequence[Entity]) -> Description:
    """The description of the last words of a phrase that has the names `inside`."""
    start = text.starts[first]
    return describe_with(text, first, last, names, [name for name in inside if name.start >= start], None)


def _of_continent(text: Text, index: int) -> bool:
    return text.lowers[index] in ("waafrika", "mwafrika")


def _without_office(text: Text, first: int, last: int, inside: Sequence[Entity], home: str | None) -> Description:
    """A people («Wapalestina»), a name with more words, or somebody of whom only the noun tells that he is a person."""
    people = _people(text, first, min(first + 3, last))
    if people is not None and people.sector and not text.lowers[first].startswith("ki"):
        return Description(
            people.country or (None if _of_continent(text, first) else home),
            people.sector,
            rules=("party: people",),
        )
    at_start = bool(inside) and inside[0].start == text.starts[first]
    reading = text.likeliest[first]
    if reading.animate and reading.lemma in nouns_of("animal") and not at_start:
        return Description()  # «samaki wakubwa»
    animate = reading.animate or text.lowers[first] in OTHERS
    if not at_start and animate:
        country = next((name.country for name in inside if name.country), home)
        body = next((name.sector for name in inside if name.type == "ORG"), None)
        return Description(country, body or "CVL", rules=("party: person of no office",))
    if inside and inside[0].country and (at_start or inside[0].type != "PER"):
        return of_name(inside[0], home)
    if at_start:
        person = inside[0].type == "PER"
        country, sector = (home, sector_of(inside[0])) if person else (None, None)
        return Description(country, sector, inside[0].text, rules=NAME)
    return Description()
