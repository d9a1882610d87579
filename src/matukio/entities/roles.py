"""Persons get what their office tells: after «msemaji wa polisi Ally Zuberi», «Zuberi» is COP too.

A listed person keeps country and sector of the table, but for a seat that the article tells of: «Seneta Kamala Harris».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from matukio.entities.bodies import CONNECTIVES
from matukio.entities.heads import FORMER, apposition_after, find_head, is_former, phrase_around
from matukio.entities.homes import Homes
from matukio.entities.knowledge import cues, the_dead
from matukio.entities.matching import names as known
from matukio.entities.parties import LEAVES_OFFICE, OF_PLACE, OFFICE, Description, describe, overrules
from matukio.entities.sequences import is_capitalised
from matukio.record import Entity
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

BETWEEN = CONNECTIVES | OF_PLACE | {"zamani"}
ANYWHERE = frozenset(
    "afisa bodi jopo kamati katibu mjumbe mkaguzi mkurugenzi mkuu mratibu mtendaji mwanachama mwanzilishi mwasisi"
    " mwenyekiti ofisa tawi timu kitengo".split()
)
"""Offices that bodies of every kind have: without its body such an office tells nothing."""
VARIANT = 6
"""How many letters a surname has at least for another of one letter less, more or changed to be a slip."""
LIST_GAP = 5
OF_STATE = frozenset("GOV LEG JUD MIL COP SPY".split())
"""Sectors whose bodies belong to a country."""
Role = tuple[str | None, str | None]


def with_roles(text: Text, names: Sequence[Entity]) -> tuple[Entity, ...]:
    """The names, persons with the country and sector of the office told with them, kept where they are named alone.

    Of whom nothing is told is a citizen (CVL) of the country where things happen.
    """
    names = _with_variants(names)
    names = [_of_its_kind(text, name, names) if name.type == "ORG" and name.link is None else name for name in names]
    persons = [name for name in names if name.type == "PER"]
    if not persons:
        return tuple(names)
    homes = Homes(text, names)
    home = homes.of_article()
    keys = _keys(persons)
    listed = {name.link: (name.country, name.sector) for name in persons if name.link is not None}
    roles: dict[str, Role] = {}
    for name in persons:
        if name.link is None and keys[name.id] in listed:
            continue  # «mkewe Thabane» beside Thomas Thabane says nothing of him
        role = _seat(text, name) if name.link is not None else _role(text, name, names, homes, home)
        if role is None and name.link is None:
            role = (
                _of_list(text, name, persons, roles, keys)
                or _of_byline(text, name)
                or _of_whose_body(text, name, names, home)
            )
        if role is not None:
            roles.setdefault(keys[name.id], role)
    for name in persons:
        if name.link is None and keys[name.id] in listed:
            roles.setdefault(keys[name.id], listed[keys[name.id]])
        elif name.link is None and keys[name.id] not in roles:
            roles[keys[name.id]] = (homes.at(text.index_at(name.start)) or home, "CVL")
    return tuple(_with_role(name, roles.get(keys[name.id])) if name.type == "PER" else name for name in names)


def _with_variants(names: Sequence[Entity]) -> list[Entity]:
    """The names, an unlisted surname that differs in one letter from a listed person's in the article as that person's:
    «Tabboune» beside «Abdelmadjid Tebboune»."""
    listed: dict[str, Entity] = {}
    for name in names:
        if name.type == "PER" and name.link is not None:
            listed.setdefault(name.text.split()[-1], name)
    return [_as_variant(name, listed) if name.type == "PER" and name.link is None else name for name in names]


def _as_variant(name: Entity, listed: dict[str, Entity]) -> Entity:
    words = name.text.split()
    if len(words) > 1 or len(words[0]) < VARIANT:
        return name
    same = next((other for word, other in listed.items() if _one_letter_apart(words[0], word)), None)
    if same is None:
        return name
    return replace(name, link=same.link, name=same.name, country=same.country, sector=same.sector)


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter is changed, added or left out, past the first."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    short, long = sorted((one, other), key=len)
    return short[start:] == long[start + 1 :]


def _keys(persons: Sequence[Entity]) -> dict[str, str]:
    """For the id of each name what tells the person: the link, else the first name that can be the same person's."""
    told: list[tuple[list[str], str]] = []
    keys: dict[str, str] = {}
    for name in persons:
        words = _untitled(name.text.split())
        key = name.link or next((key for other, key in told if _can_be_one(words, other)), name.text)
        told.append((words, key))
        keys[name.id] = key
    return keys


def _untitled(words: list[str]) -> list[str]:
    """The name without titles: «Dakta Mwebesa» is Mwebesa."""
    while len(words) > 1 and (cue := cues().get(words[0].lower().rstrip("."))) is not None and cue.type == "PER":
        words = words[1:]
    return words


def _can_be_one(name: Sequence[str], earlier: Sequence[str]) -> bool:
    """«Kasonga» after «Leon Richard Kasonga», «T.B. Joshua» after «TB Joshua», but not «Fred Kasonga»."""
    if len(name) == 1:
        return name[0] in earlier
    same = set(name) <= set(earlier) or (len(earlier) > 1 and set(earlier) <= set(name))
    return same or (name[-1] == earlier[-1] and name[0][0] == earlier[0][0])


def _of_its_kind(text: Text, name: Entity, names: Sequence[Entity]) -> Entity:
    """An unlisted body with what its own words tell: «Wizara ya Afya ya Palestina» is PSE GOV, «Mahakama Kuu» JUD of
    the country named right after it, else of the place where things happen."""
    first, last = text.index_at(name.start), text.index_at(name.end - 1) + 1
    found = describe(text, first, last, [], None)
    matches = (known().at(text, index, last) for index in range(first, last))
    country = next((m.entries[0].country for m in matches if m is not None and m.entries[0].type == "LOC"), None)
    if not found.evidence or found.evidence[0].rule != OFFICE or found.sector is None:
        return name if country is None else replace(name, country=country)
    country = country or found.country
    if country is None and found.sector in OF_STATE:
        country = _country_after(text, last, names) or Homes(text, names).at(first)
    return replace(name, country=country, sector=found.sector)


def _country_after(text: Text, last: int, names: Sequence[Entity]) -> str | None:
    """«Mahakama Kuu ya Kenya», «Wizara ya Afya nchini Togo», «Tume ya Uchaguzi Ghana»."""
    after = last + 1 if last < len(text) and VOCABULARY.lowers[text.types[last]] in CONNECTIVES | OF_PLACE else last
    if after >= len(text):
        return None
    start = text.starts[after]
    return next((name.country for name in names if name.start == start and name.type == "LOC"), None)


def _with_role(name: Entity, role: Role | None) -> Entity:
    if role is None:
        return name
    country, sector = role
    if name.sector == sector and (name.link is not None or name.country == country):
        return name
    return replace(name, country=name.country if name.link is not None else country, sector=sector)


def _role(text: Text, name: Entity, names: Sequence[Entity], homes: Homes, home: str | None) -> Role | None:
    """What the office around an unlisted person's name tells, None where it tells nothing."""
    own = (text.index_at(name.start), text.index_at(name.end - 1) + 1)
    first, last = phrase_around(text, *own)
    if (first, last) == own:
        return None
    found = describe(text, first, last, [other for other in names if other is not name], home)
    if found.link is not None or found.sector is None or not found.evidence or found.evidence[0].rule != OFFICE:
        return None  # «ripoti za Juma», «mwenzake Juma» tell nothing
    others = [other for other in names if other is not name]
    if _tells_nothing(text, first, last, others):
        there = _of_its_place(text, first, last, others)
        if there is None:
            return None
        found = there
    if first > 0 and VOCABULARY.lowers[text.types[first - 1]] in FORMER and found.sector in LEAVES_OFFICE:
        return found.country or homes.at(first) or home, "ELI"
    after = apposition_after(text, own[0], own[1]) if first < own[0] else None
    if after is not None and own_country(text, first, last, others) is None:
        told = own_country(text, *after, others)
        return told or found.country or homes.at(first) or home, found.sector
    return found.country or homes.at(first) or home, found.sector


def _tells_nothing(text: Text, first: int, last: int, names: Sequence[Entity]) -> bool:
    """«afisa wa soka», «mkurugenzi»: an office that bodies of every kind have, of a body that says no more."""
    head = find_head(text, first, last)
    if head is None or VOCABULARY.lowers[text.types[head.first]] not in ANYWHERE or not head.office.carrier:
        return False
    at = head.last
    while at < last and VOCABULARY.lowers[text.types[at]] not in CONNECTIVES:
        at += 1
    below = describe(text, at + 1, last, names, None) if at + 1 < last else Description()
    return below.sector is None and below.country is None


def _of_whose_body(text: Text, name: Entity, names: Sequence[Entity], home: str | None) -> Role | None:
    """«Juma Moussa wa chama cha upinzani», «Asha Zuberi wa Tume ya Uchaguzi»: what a body after «wa» tells."""
    last = text.index_at(name.end - 1) + 1
    if last + 1 >= len(text) or VOCABULARY.lowers[text.types[last]] != "wa":
        return None
    body = next((n for n in names if n.start == text.starts[last + 1] and n.type == "ORG"), None)
    if body is not None:
        return (body.country or home, body.sector) if body.sector is not None else None
    end = text.sentence_at(name.start).last
    head = find_head(text, last + 1, min(last + 5, end))
    if head is None or head.first != last + 1 or head.office.sector is None:
        return None
    found = describe(text, last + 1, min(last + 7, end), names, home)
    return (found.country, found.sector) if found.sector is not None else None


def own_country(text: Text, first: int, last: int, names: Sequence[Entity]) -> str | None:
    """The country that the words themselves tell."""
    return describe(text, first, last, names, None).country


def _of_list(
    text: Text, name: Entity, persons: Sequence[Entity], roles: dict[str, Role], keys: dict[str, str]
) -> Role | None:
    """«Majaji Juma Moussa, Asha Zuberi na Neema Kitwana»: the role of the person named right before."""
    before = next((other for other in persons if 0 < name.start - other.end <= LIST_GAP), None)
    if before is None or text.string[before.end : name.start].strip(" ,") not in ("", "na"):
        return None
    role = roles.get(keys[before.id]) or ((before.country, before.sector) if before.link is not None else None)
    first, _ = phrase_around(text, text.index_at(before.start), text.index_at(before.end - 1) + 1)
    head = find_head(text, first, text.index_at(before.start))
    if head is None:
        return _of_list(text, before, persons, roles, keys)
    return role if VOCABULARY.analyses(text.types[head.first])[0].plural else None


def _of_byline(text: Text, name: Entity) -> Role | None:
    """«Imetayarishwa na Asha Zuberi», «Na Asha Zuberi.» alone on a line: who wrote the article."""
    index = text.index_at(name.start)
    line = text.string[text.string.rfind("\n", 0, name.start) + 1 : name.start].strip(" -")
    end = text.string.find("\n", name.end)
    rest = text.string[name.end : end if end >= 0 else None].strip(" .")
    wrote = line.startswith("Imetayarishwa na") or (line == "Na" and not rest)
    return (None, "JRN") if wrote and index else None


def _of_its_place(text: Text, first: int, last: int, names: Sequence[Entity]) -> Description | None:
    """«mkuu wa vipindi katika kituo cha redio»: what the body tells where somebody is that; None where none is told."""
    for index in range(first, last - 1):
        if VOCABULARY.lowers[text.types[index]] in ("katika", "kwenye"):
            found = describe(text, index + 1, last, names, None)
            return found if found.sector is not None and found.evidence and found.evidence[0].rule == OFFICE else None
    return None


def _seat(text: Text, name: Entity) -> Role | None:
    """The seat told right before a listed person: «seneta wa California Kamala Harris»."""
    own = text.index_at(name.start)
    if own == 0 or not text.string[text.ends[own - 1] - 1].isalpha():
        return None
    first, last = phrase_around(text, own, text.index_at(name.end - 1) + 1)
    head = find_head(text, first, own) if first < own < last else None
    if head is None or any(
        not is_capitalised(text, i) and VOCABULARY.lowers[text.types[i]] not in BETWEEN for i in range(head.last, own)
    ):
        return None
    if VOCABULARY.lowers[text.types[own - 1]] in CONNECTIVES:
        return None  # «mshirika wa zamani wa Moussa», «makamu wa rais wa Moussa»
    if name.text.isupper() and not text.string[text.starts[own - 1] : text.ends[own - 1]].isupper():
        return None  # «… naibu wa rais wa Togo JUMA MOUSSA»: the name heads what comes next
    if is_former(text, max(0, first - 1), own):
        left = name.sector in LEAVES_OFFICE and name.link not in the_dead()
        return (name.country, "ELI") if left else None
    return (name.country, head.office.sector) if overrules(head.office, name) else None
