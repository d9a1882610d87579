"""Persons get what their office tells: after «msemaji wa polisi Ally Zuberi», «Zuberi» is COP too.

A listed person keeps country and sector of the table, but for a seat that the article tells of: «Seneta Kamala Harris».
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.entities.bodies import FOUNDED
from matukio.entities.description import Description
from matukio.entities.heads import FORMER, Head, apposition_after, find_head, is_former, phrase_around
from matukio.entities.homes import Homes
from matukio.entities.identity import identities
from matukio.entities.knowledge import OF_STATES_TOGETHER, the_dead
from matukio.entities.lists import Role, is_title, role_of_company, role_of_list
from matukio.entities.named import LEAVES_OFFICE, overrules
from matukio.entities.nationality import citizen_of, own_country, told_after_name, told_beside_name
from matukio.entities.parties import OFFICE, describe
from matukio.entities.sequences import is_capitalised
from matukio.entities.taken_up import DEMONSTRATIVES, taken_up
from matukio.entities.unlisted import OF_STATE, with_its_kind
from matukio.entities.variants import with_variants
from matukio.entities.words import players
from matukio.record import Entity
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.placing import PLACING_OR_FROM
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

DEAD: Final = frozenset(["marehemu"])
"""Whoever died in office did not leave it."""
BETWEEN: Final = CONNECTIVES | PLACING_OR_FROM | {"zamani"}
ANYWHERE: Final = frozenset(
    "afisa bodi jopo kamanda kamati katibu mjumbe mkaguzi mkurugenzi mkuu mratibu mtendaji mwanachama mwanzilishi"
    " mwasisi mwenyekiti ofisa tawi timu kitengo".split()
)
"""Offices that bodies of every kind have: without its body such an office tells nothing."""
APPOINTING: Final = frozenset("teua chagua apisha idhinisha pendekeza tangaza".split())
BEFORE_OFFICE: Final = 3
"""How many words before an office may stand whose it is: «Kocha wa timu ya [taifa ya Togo]»."""
UP_TO_OFFICE: Final = 8
"""How many words after a name «kuwa» may stand."""
OF_ANY_KIND: Final = FOUNDED | frozenset(["chama", "umoja", "kampuni", "klabu"])


def with_roles(text: Text, names: Sequence[Entity]) -> tuple[Entity, ...]:
    """The names, persons with the country and sector of the office told with them, kept where they are named alone.

    Of whom nothing is told is of the country where things surely happen, and of no sector: CVL was right in less than
    half.
    """
    names = with_variants(names)
    names = [with_its_kind(text, name, names) if name.type == "ORG" and name.link is None else name for name in names]
    persons = [name for name in names if name.type == "PER"]
    if not persons:
        return tuple(names)
    homes = Homes(text, names)
    home = homes.of_article()
    keys = identities(persons)
    listed = {name.link: Role(name.country, name.sector) for name in persons if name.link is not None}
    roles: dict[str, Role] = {}
    for name in persons:
        if name.link is None and keys[name.id] in listed:
            continue  # «mkewe Thabane» beside Thomas Thabane says nothing of him
        role = _seat(text, name) if name.link is not None else _role(text, name, names, homes, home)
        if role is None and name.link is None:
            role = (
                role_of_list(text, name, persons, roles, keys)
                or _of_byline(text, name)
                or _of_whose_body(text, name, names, home)
                or _of_appointment(text, name, names, home)
            )
        if role is not None:
            before = roles.setdefault(keys[name.id], role)
            if role.told and not before.told and role.sector == before.sector:
                roles[keys[name.id]] = role
    untold = {keys[name.id] for name in persons if name.link is None} - roles.keys() - listed.keys()
    told = {
        keys[name.id]: country
        for name in persons
        if keys[name.id] in untold and (country := told_beside_name(text, name, names))
    }
    for number, name in enumerate(persons):
        if name.link is None and keys[name.id] in listed:
            roles.setdefault(keys[name.id], listed[keys[name.id]])
        elif name.link is None and keys[name.id] not in roles:
            alike = role_of_company(text, persons, number)
            country = told.get(keys[name.id]) or homes.surely_at(text.index_at(name.start))
            roles[keys[name.id]] = alike or Role(country, None)
    return tuple(_with_role(name, roles.get(keys[name.id])) if name.type == "PER" else name for name in names)


def _with_role(name: Entity, role: Role | None) -> Entity:
    if role is None:
        return name
    country, sector, _ = role
    if name.link is None and sector == "GOV" and country in OF_STATES_TOGETHER:
        sector = "IGO"
    if name.sector == sector and (name.link is not None or name.country == country):
        return name
    # Written out: `dataclasses.replace` takes five times as long, and most persons of an article pass here.
    return Entity(
        name.id, name.type, name.text, name.start, name.end, name.link, name.name,
        name.country if name.link is not None else country, sector, name.evidence,
    )  # fmt: skip


def _role(text: Text, name: Entity, names: Sequence[Entity], homes: Homes, home: str | None) -> Role | None:
    """What the office around an unlisted person's name tells, None where it tells nothing."""
    own = text.indices_at(name.start, name.end)
    first, last = phrase_around(text, *own)
    if (first, last) == own:
        return None
    others = [other for other in names if other is not name]
    found = describe(text, first, last, others, home)
    if found.link is not None or found.sector is None or not found.rules or found.rules[0] != OFFICE:
        return None  # «ripoti za Juma», «mwenzake Juma» tell nothing
    if first < own[0] and _says_whose(text, first, own[0]):
        return None
    there = None
    if _tells_nothing(text, first, last, others):
        there = _of_its_place(text, first, last, others)
        if there is None:
            return None
        found = there
    told = citizen_of(text, name, names) or own_country(text, first, last, others)
    sector = found.sector
    if _of_sport(text, first, own[0]):
        return Role(told or found.country or homes.surely_at(first), None, told is not None)
    if there is None and (_is_of_unknown_body(text, first, last, others) or _is_of_people(text, first, last, others)):
        sector = None
    elif first > 0 and text.lowers[first - 1] in FORMER - DEAD and sector in LEAVES_OFFICE:
        sector = "ELI"
    elif told is None and first < own[0] and (after := apposition_after(text, *own)) is not None:
        told = own_country(text, *after, others)
    told = told or told_after_name(text, name, names)
    earlier = found.country if found.country != home else None
    return Role(told or earlier or homes.surely_at(first), sector, told is not None)


def _of_sport(text: Text, first: int, own: int) -> bool:
    """«mshambuliaji wa Togo Juma Moussa», «Kocha wa timu ya taifa ya Togo Juma Moussa»: who plays and trains holds no
    office."""
    begin = max(text.sentence_at(text.starts[own]).first, first - BEFORE_OFFICE)
    at = next((i for i in range(own - 1, begin - 1, -1) if text.lowers[i] in players()), None)
    return at is not None and all(text.likeliest[i].verb is None for i in range(at + 1, own))


def _says_whose(text: Text, first: int, own: int) -> bool:
    """«mke wa Juma», «wakili wa Bw. Juma»: the office is somebody else's, whom the name only tells apart."""
    at = own - 1
    while at > first and (VOCABULARY.strings[text.types[at]] == "." or is_title(text.lowers[at])):
        at -= 1
    return first <= at and text.lowers[at] in CONNECTIVES


def _is_of_unknown_body(text: Text, first: int, last: int, names: Sequence[Entity]) -> bool:
    """«mwakilishi wa taasisi hiyo», «naibu mwenyekiti wa muungano wa Togo», «mkurugenzi wa Bayern Munich»: an office
    that takes its sector from a body which does not tell any."""
    head = find_head(text, first, last)
    if head is not None and _is_body_not_told(text, head, last) and taken_up(text, head.last, last, names) is None:
        return True
    if head is None or not head.office.carrier or head.office.sector is not None:
        return False
    below = _below(text, head, last, names)
    if below is None or below.sector is not None:
        return False
    start, end = text.starts[first], text.ends[last - 1]
    unknown = any(n.type == "ORG" and n.sector is None and start <= n.start < end for n in names)
    return unknown or any(lower in FOUNDED for lower in text.lowers[head.last : head.last + 2])


def _is_body_not_told(text: Text, head: Head, last: int) -> bool:
    """«Rais wa umoja huo», «katibu wa muungano huo»: of a body that could be of any kind."""
    at = head.last + 1
    return at + 1 < last and text.lowers[at] in OF_ANY_KIND and text.lowers[at + 1] in DEMONSTRATIVES


def _is_of_people(text: Text, first: int, last: int, names: Sequence[Entity]) -> bool:
    """«msemaji wa familia», «kiongozi wa vijana»: an office that says no more than that people chose somebody."""
    head = find_head(text, first, last)
    if head is None or not head.office.carrier or head.office.sector is not None:
        return False
    below = _below(text, head, last, names)
    return below is not None and below.sector == "CVL"


def _below(text: Text, head: Head, last: int, names: Sequence[Entity]) -> Description | None:
    """What follows an office's connective, None where none does."""
    at = head.last
    while at < last and text.lowers[at] not in CONNECTIVES:
        at += 1
    return describe(text, at + 1, last, names, None) if at + 1 < last else None


def _tells_nothing(text: Text, first: int, last: int, names: Sequence[Entity]) -> bool:
    """«afisa wa soka», «mkurugenzi»: an office that bodies of every kind have, of a body that says no more."""
    head = find_head(text, first, last)
    if head is None or not head.office.carrier:
        return False
    if text.lowers[head.first] not in ANYWHERE:
        return False
    below = _below(text, head, last, names)
    return below is None or below.sector is None and below.country is None


def _of_whose_body(text: Text, name: Entity, names: Sequence[Entity], home: str | None) -> Role | None:
    """«Juma Moussa wa chama cha upinzani», «Asha Zuberi wa Tume ya Uchaguzi»: what a body after «wa» tells."""
    last = text.index_at(name.end - 1) + 1
    if last + 1 >= len(text) or text.lowers[last] != "wa":
        return None
    body = next((n for n in names if n.start == text.starts[last + 1] and n.type == "ORG"), None)
    if body is not None:
        return Role(body.country or home, body.sector) if body.sector is not None else None
    end = text.sentence_at(name.start).last
    head = find_head(text, last + 1, min(last + 5, end))
    if head is None or head.first != last + 1 or head.office.sector is None:
        return None
    found = describe(text, last + 1, min(last + 7, end), names, home if head.office.sector in OF_STATE else None)
    return Role(found.country, found.sector) if found.sector is not None else None


def _of_appointment(text: Text, name: Entity, names: Sequence[Entity], home: str | None) -> Role | None:
    """«amemteua Asha Zuberi kuwa waziri wa fedha», «Neema Kitwana ni mwanamke wa kwanza kuwa waziri»: the office that
    somebody gets."""
    first, last = text.indices_at(name.start, name.end)
    end = text.sentence_at(name.start).last
    lowers = text.lowers[last : min(last + UP_TO_OFFICE, end)]
    if "kuwa" not in lowers:
        return None
    at = last + lowers.index("kuwa")
    verb = text.likeliest[first - 1].verb if first else None
    named = verb is not None and not APPOINTING.isdisjoint(verb.chain) and at - last <= 1
    if not named and lowers[:2] not in (["ni", "mwanamke"], ["ni", "mtu"], ["ni", "mwafrika"], ["ni", "rais"]):
        return None
    head = find_head(text, at + 1, min(at + 4, end))
    if head is None or head.first != at + 1 or head.office.kind != "person":
        return None
    found = describe(text, at + 1, _before_verb(text, at + 1, end), names, home)
    return Role(found.country, found.sector) if found.sector is not None else None


def _before_verb(text: Text, first: int, end: int) -> int:
    """Where the words from `first` meet a mark or verb."""
    at = first + 1
    while at < end and text.string[text.starts[at]].isalpha() and text.likeliest[at].verb is None:
        at += 1
    return at


def _of_byline(text: Text, name: Entity) -> Role | None:
    """«Imetayarishwa na Asha Zuberi», «Na Asha Zuberi.» alone on a line: who wrote the article."""
    index = text.index_at(name.start)
    line = text.string[text.string.rfind("\n", 0, name.start) + 1 : name.start].strip(" -")
    end = text.string.find("\n", name.end)
    rest = text.string[name.end : end if end >= 0 else None].strip(" .")
    wrote = line.startswith("Imetayarishwa na") or (line == "Na" and not rest)
    return Role(None, "JRN") if wrote and index else None


def _of_its_place(text: Text, first: int, last: int, names: Sequence[Entity]) -> Description | None:
    """«mkuu wa vipindi katika kituo cha redio»: what the body tells where somebody is that; None where none is told."""
    for index in range(first, last - 1):
        if text.lowers[index] in ("katika", "kwenye"):
            found = describe(text, index + 1, last, names, None)
            return found if found.sector is not None and found.rules and found.rules[0] == OFFICE else None
    return None


def _seat(text: Text, name: Entity) -> Role | None:
    """The seat told right before a listed person: «seneta wa California Kamala Harris»."""
    own = text.index_at(name.start)
    after_comma = own > 0 and text.lowers[own - 1] == ","
    if own == 0 or not (text.string[text.ends[own - 1] - 1].isalpha() or after_comma):
        return None
    first, last = phrase_around(text, own, text.index_at(name.end - 1) + 1)
    head = find_head(text, first, own) if first < own < last else None
    if head is None or any(
        not is_capitalised(text, i) and text.lowers[i] not in BETWEEN for i in range(head.last, own - after_comma)
    ):
        return None
    if text.lowers[own - 1] in CONNECTIVES:
        return None  # «mshirika wa zamani wa Moussa», «makamu wa rais wa Moussa»
    if name.text.isupper() and not text.string[text.starts[own - 1] : text.ends[own - 1]].isupper():
        return None  # «… naibu wa rais wa Togo JUMA MOUSSA»: the name heads what comes next
    if after_comma and (head.office.carrier or head.office.sector != "GOV"):
        return None  # «mwenyekiti wa tume, Jaji mstaafu, Moussa», «mshirika wa zamani wa Zuberi, Moussa»
    if is_former(text, max(0, first - 1), own):
        left = name.sector in LEAVES_OFFICE and name.link not in the_dead()
        return Role(name.country, "ELI") if left else None
    return Role(name.country, head.office.sector) if overrules(head.office, name) else None
