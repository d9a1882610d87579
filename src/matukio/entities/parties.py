"""Who a noun phrase is: country and sector by the codebook, «msemaji wa jeshi la Uganda» UGA MIL.

A name says who it is («Putin» RUS GOV); an office says its sector («wabunge» LEG) or takes that of its complement
(«msemaji wa jeshi» MIL); the country is that of the names in the phrase, else the place where things happen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Final

from matukio.entities.bodies import (
    CONNECTIVES,
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
from matukio.entities.earlier import country_told_earlier
from matukio.entities.heads import Head, find_head, is_former
from matukio.entities.homes import TERRITORIES
from matukio.entities.knowledge import Entry, Office, countries, office_starts, offices
from matukio.entities.matching import folded, peoples
from matukio.entities.rows import CACHES
from matukio.entities.taken_up import DEMONSTRATIVES, taken_up
from matukio.frozen import quick_init
from matukio.record import Entity
from matukio.swahili.categories import is_one_person
from matukio.swahili.phrases import FELLOWS, THOSE
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

OF_PLACE: Final = frozenset("nchini mjini huko katika kwenye mkoani jimboni kutoka jijini".split())
JOINING: Final = CONNECTIVES | OF_PLACE
AFTER_NAMES: Final = JOINING | {","}
BEFORE_COMPLEMENTS: Final = CONNECTIVES | {"kwa", "na"}
OTHERS: Final = frozenset(["wengine"])
TITLES: Final = frozenset("rais bwana bw bi waziri mkuu mteule mpya .".split())
LEAVES_OFFICE: Final = frozenset(["GOV", "LEG", "MIL", "JUD", "COP", "SPY"])
"""Sectors whose former holders are notables (ELI)."""
SEATS: Final = {"LEG": frozenset(["GOV", "ELI", "OPP", "PTY"]), "GOV": frozenset(["LEG", "ELI", "OPP", "PTY"])}
"""Sectors that a title in the article overrules: the tables date few ministers and members of parliaments."""

ENVOYS: Final = frozenset(["balozi", "mabalozi", "ubalozi", "mjumbe", "mwakilishi"])
WHOSE: Final = frozenset(["wake", "wao", "wetu"])


OFFICE: Final = "party: office"
BY_OFFICE: Final = (OFFICE,)
TAKEN_UP: Final = "party: body told before"
NAME: Final = ("party: name",)


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a party; `rules` are the names of the rules that country and sector came from."""

    country: str | None = None
    sector: str | None = None
    name: str | None = None
    link: str | None = None
    rules: tuple[str, ...] = ()


quick_init(Description)


class _MayTell(dict[int, bool]):
    """Word type → whether it can tell who somebody is: an office, a people, a person, «hiyo» of a body told before."""

    def __missing__(self, type_id: int) -> bool:
        lower = VOCABULARY.lowers[type_id]
        self[type_id] = found = (
            lower in office_starts()
            or lower in DEMONSTRATIVES
            or lower in OTHERS
            or lower in THOSE
            or VOCABULARY.analyses(type_id)[0].animate
            or folded(type_id) in peoples().firsts
        )
        return found


_MAY_TELL: Final = _MayTell()
CACHES.append(_MAY_TELL.clear)


def words_that_tell(text: Text) -> list[int]:
    """For each word the next, itself or a later one, that can tell who somebody is though it is no name; the number of
    words where none follows. Of a phrase without such a word or a name `describe` has nothing to say."""
    types, following = text.types, len(text)
    found = [following] * len(types)
    for index in range(len(types) - 1, -1, -1):
        if _MAY_TELL[types[index]]:
            following = index
        found[index] = following
    return found


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
        sector = _sector_of_noun_before(text, start_word) if known.sector in ("GOV", "IGO") else None
        return replace(known, sector=sector) if sector is not None else known
    if home is not None and is_of_no_country(text, start_word, end_word, inside):
        home = None
    named = _as_name(text, start_word, end_word, inside, home)
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
    classes = VOCABULARY.analyses(text.types[those])[0].classes
    first = text.sentence_at(text.starts[those]).first
    for index in range(those - 2, first - 1, -1):
        noun = VOCABULARY.analyses(text.types[index])[0]
        if noun.upos == "NOUN" and noun.classes & classes:
            office = offices().get(VOCABULARY.lowers[text.types[index]])
            return None if office is None else office.sector
    return None


def _head_after_name(text: Text, inside: Sequence[Entity], first: int, last: int) -> Head | None:
    """«Zamboro mkurugenzi wa shule»: the office right after a person's name."""
    if not inside or inside[0].type != "PER" or inside[0].start != text.starts[first]:
        return None
    return find_head(text, text.index_at(inside[0].end - 1) + 1, last)


def _inside(text: Text, first: int, last: int, names: Sequence[Entity]) -> list[Entity]:
    start, end = text.starts[first], text.ends[last - 1]
    begin = bisect_left(names, start, key=_START)
    return [name for name in names[begin : bisect_left(names, end, begin, key=_START)] if name.end <= end]


_START: Final = attrgetter("start")


def _as_name(text: Text, first: int, last: int, inside: Sequence[Entity], home: str | None) -> Description | None:
    """The phrase's own name when it is one: alone, after a title, or before an apposition."""
    person = next((e for e in inside if _is_somebody(e) and not _is_complement(text, e, first)), None)
    if person is not None:
        begin = text.index_at(person.start)
        own = None if person.link is not None else _country_told_after(text, person, inside)
        sector = _sector_with_title(text, person, first, begin, last)
        return Description(own or person.country or home, sector, person.name, person.link, ("party: person",))
    if inside and inside[0].start == text.starts[first] and (inside[0].country or inside[0].sector):
        name = inside[0]
        if _is_somebody(name) or (name.type != "PER" and _only_name(text, name, last)):
            return _of_name(name, home)
    return None


def _country_told_after(text: Text, person: Entity, inside: Sequence[Entity]) -> str | None:
    """«Rais Juma Adomako wa Togo»: of whom the tables do not know, the country said after the name."""
    at = text.index_at(person.end - 1) + 1
    told = next((n for n in inside if n.start > person.end and text.index_at(n.start) == at + 1), None)
    joined = told is not None and told.type == "LOC" and text.lowers[at] == "wa"
    return told.country if told is not None and joined else None


def _sector_with_title(text: Text, person: Entity, first: int, begin: int, last: int) -> str | None:
    """The office told before the name counts more than the table: «Waziri Duale» GOV, «Rais wa zamani Koroma» ELI."""
    title = find_head(text, first, begin) if begin > first else None
    if is_former(text, first, last):
        rose = title is not None and title.office.sector == "MIL" and person.sector == "GOV"
        # «aliyekuwa jenerali wa jeshi Sisi» governs now
        return "ELI" if person.sector in LEAVES_OFFICE and not rose else person.sector
    return person.sector if title is None or not overrules(title.office, person) else title.office.sector


def overrules(title: Office, person: Entity) -> bool:
    """Whether the title tells of a seat that the table does not know."""
    return not title.carrier and title.sector is not None and person.sector in SEATS.get(title.sector, ())


def _is_somebody(name: Entity) -> bool:
    """A person of whom more is known than that the text names no office (see `with_roles`)."""
    if name.link is not None:
        return name.type == "PER" and bool(name.country)
    return name.type == "PER" and name.sector not in (None, "CVL")


def _is_complement(text: Text, name: Entity, first: int) -> bool:
    """«wafuasi wa Fayulu», «msemaji wa Rais Fayulu», «mke wa rais wa zamani Fayulu»: the name only says whose."""
    index = text.index_at(name.start) - 1
    if index - 2 > first and text.lowers[index] in ("zamani", "sasa", "mpito"):
        index -= 2
    while index > first and text.lowers[index] in TITLES:
        index -= 1
    return index >= first and text.lowers[index] in BEFORE_COMPLEMENTS


def _only_name(text: Text, name: Entity, last: int) -> bool:
    """Nothing after the name but brackets, marks, demonstratives: «Shirika la Afya Duniani (WHO)»."""
    index = text.index_at(name.end - 1) + 1
    return (
        all(
            not text.string[text.starts[i]].isalpha()
            or text.string[text.starts[i]].isupper()
            or text.lowers[i] in ("hiyo", "hilo", "hicho", "huyo", "wenyewe", "yenyewe", "lenyewe", "pia")
            for i in range(index, last)
        )
        or text.lowers[index] in AFTER_NAMES
    )


def _of_name(name: Entity, home: str | None) -> Description:
    if name.type == "LOC" and name.country in countries():
        country = countries()[name.country]
        acting = name.text in country.capital or name.link == f"cty:{country.code}"
        if acting:
            return Description(country.code, "GOV", country.name, f"cty:{country.code}", NAME)
    own = name.country or (home if name.type != "LOC" else None)
    return Description(own, _sector_of(name), name.name, name.link, NAME)


def _sector_of(name: Entity) -> str | None:
    """A name's sector. Of whom nothing is told counts as a citizen in what people do and say, though not as a name."""
    return "CVL" if name.sector is None and name.type == "PER" and name.link is None else name.sector


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
    if sector in LEAVES_OFFICE and one and is_former(text, head.first, end):
        sector = "ELI"
    if country is None and sector == "BUS" and worldwide(text, head, end):
        country = "MNC"  # «makampuni ya kimataifa»
    if country is None and not is_many_states(text, head, end):
        earlier = country_told_earlier(text, head, names) if owner is None and home else None
        country = home if earlier is None or TERRITORIES.get(home or "") == earlier else earlier
    person = next((e for e in inside if e.type == "PER" and not _is_complement(text, e, head.first)), None)
    state = (
        owner is not None
        and owner.link is not None
        and office.head in ("serikali", "mamlaka", "utawala", "nchi", "taifa")
    )
    whose = owner if state else person
    return Description(country, sector, whose.name if whose else None, whose.link if whose else None, rules=BY_OFFICE)


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
        sector = "CVL"
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
    animate = VOCABULARY.analyses(text.types[first])[0].animate or text.lowers[first] in OTHERS
    if not at_start and animate:
        country = next((name.country for name in inside if name.country), home)
        body = next((name.sector for name in inside if name.type == "ORG"), None)
        return Description(country, body or "CVL", rules=("party: person of no office",))
    if inside and inside[0].country and (at_start or inside[0].type != "PER"):
        return _of_name(inside[0], home)
    if at_start:
        person = inside[0].type == "PER"
        country, sector = (home, _sector_of(inside[0])) if person else (None, None)
        return Description(country, sector, inside[0].text, rules=NAME)
    return Description()
