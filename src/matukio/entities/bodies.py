"""Offices inside bodies and of other states: staff of an IGO, a rebel group's soldiers, «viongozi wa dunia».

«kikundi cha kupigania uhuru wa habari» is civil society whatever it calls itself, «wanajeshi wa Hamas» are rebels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matukio.entities.heads import Head, find_head
from matukio.entities.knowledge import Office
from matukio.entities.words import goals
from matukio.record import Entity
from matukio.swahili.connectives import CONNECTIVES
from matukio.swahili.text import Text
from matukio.swahili.vocabulary import VOCABULARY

GROUPS: Final = frozenset("kundi makundi kikundi vikundi".split())
FOLLOWERS: Final = frozenset(["wafuasi", "mfuasi", "wanachama", "mwanachama"])
FOUNDED: Final = GROUPS | frozenset(
    "mtandao kituo jumuiya jumuia shirika mashirika taasisi asasi tume muungano".split()
)
KEEPS: Final = frozenset(["JUD", "LEG", "JRN", "LAB", "REF", "CRM", "UAF", "CVL", "ELI", "COP"])
"""Sectors of offices that stay what they are in whatever organisation: a judge of the ICC is JUD."""
MANY: Final = frozenset("za nyingi nyingine kadhaa zote hizo wanachama jirani tajiri".split())
OF_STATES: Final = frozenset("marais mawaziri mabalozi wanadiplomasia nchi mataifa viongozi".split())
"""Whoever stands for the member states of an intergovernmental body is no staff of it."""
STAFF: Final = frozenset("wafanyakazi mfanyakazi watumishi mtumishi".split())
ABROAD: Final = frozenset("dunia kimataifa kigeni jirani ulimwengu duniani".split())
"""Words after an office that say that it is of other states."""
WORLDWIDE: Final = frozenset("kimataifa ulimwenguni duniani ulimwengu dunia bara".split())


def is_founded_for_a_goal(text: Text, head: Head, end: int) -> bool:
    """«kikundi cha kupigania uhuru wa habari», «mtandao wa haki za watoto»: civil society, whatever it calls itself."""
    if head.office.head not in FOUNDED or head.last >= end:
        return False
    at = head.last
    while at < end and (text.lowers[at] in CONNECTIVES or _is_adjective(text, at)):
        at += 1
    return head.last < at < end and text.lowers[at] in goals()


UNIONS: Final = frozenset("chama vyama umoja muungano shirikisho jumuiya jumuia".split())
OF_MEMBERS: Final = {
    "LAB": "LAB",
    "MED": "LAB",
    "EDU": "LAB",
    "AGR": "LAB",
    "JRN": "SOC",
    "JUD": "SOC",
    "BUS": "BUS",
    "CVL": "SOC",
}
"""What joins people of a sector: nurses a union, lawyers a society, traders a chamber."""


def of_members(text: Text, head: Head, end: int) -> str | None:
    """The sector of a union by whom it joins: «chama kikuu cha wauguzi», «umoja wa wafanyabiashara»."""
    at = head.last
    if head.office.head not in UNIONS:
        return None
    while at < end and _is_adjective(text, at):
        at += 1
    if at + 1 >= end or text.lowers[at] not in CONNECTIVES:
        return None
    members = find_head(text, at + 1, end)
    if members is None or members.first != at + 1:
        several = any(a.animate and a.plural and a.upos == "NOUN" for a in VOCABULARY.analyses(text.types[at + 1]))
        return "SOC" if several and text.string[text.starts[at + 1]].islower() else None  # «chama cha wanasayansi»
    reading = text.likeliest[members.first]
    several = reading.plural or members.office.kind == "group"
    if members.office.kind == "body" and not (reading.animate and reading.plural):
        return None
    return OF_MEMBERS.get(members.office.sector or "") if several else None


def _is_adjective(text: Text, index: int) -> bool:
    return text.lowers[index].startswith("ki") or (text.likeliest[index].upos in ("ADJ", "NUM", "DET"))


def worldwide(text: Text, head: Head, end: int) -> str | None:
    """NGO where the phrase says that it works in many countries."""
    words = set(text.lowers[head.last : end])
    return "NGO" if words & WORLDWIDE else None


def is_many_states(text: Text, head: Head, end: int) -> bool:
    """«mataifa ya Magharibi», «nchi nyingi», «viongozi wa dunia»: states without names have no country of their own."""
    if head.office.sector == "GOV" and is_abroad(text, head.last, end):
        return True
    if head.office.head.startswith(("mataifa", "marais", "magharibi")):
        return True
    if head.office.head == "viongozi" and any(text.string[text.starts[i]].isdigit() for i in range(head.last, end)):
        return True  # «viongozi 37»
    after = text.lowers[head.last] if head.last < end else ""
    return head.office.head.startswith("nchi") and (after in MANY or head.office.head != "nchi")


def in_body(office: Office, owner: Entity | None) -> str:
    """An office inside an organisation: staff of an IGO are IGO, a rebel group's soldiers rebels."""
    sector = office.sector or "UNK"
    if owner is None or owner.type != "ORG" or owner.sector is None:
        return sector
    if owner.sector == "IGO" and office.head in OF_STATES:
        return "GOV"
    if owner.sector == "REB" and sector in ("MIL", "UAF", "CVL"):
        return "REB"
    if sector == "SOC" or office.head in STAFF:
        return owner.sector
    if sector == "GOV" and owner.sector == "JRN":
        return "JRN"  # «rais wa CNN»
    if sector in KEEPS or owner.sector in ("GOV", "LEG", "JRN"):
        return sector
    return owner.sector if owner.sector in ("IGO", "PTY", "OPP", "BUS", "SOC", "LAB", "REL", "MED", "EDU") else sector


EVERYWHERE: Final = frozenset(["duniani", "ulimwenguni"])
OTHER_STATES: Final = frozenset(
    "nje nyingine zingine nyinginezo nyenginezo nyengine mbalimbali tofauti mbali yoyote zote".split()
)
MINISTRY: Final = frozenset(["mambo", "masuala"])
"""«waziri wa mambo ya nchi za nje» is of one state."""
ONE_TOLD: Final = frozenset("hiyo hilo hicho".split())
"""«serikali ya taifa hilo la Caribbean» takes up one that was told."""


TELLING: Final = EVERYWHERE | frozenset("viongozi kote kigeni nchi mataifa".split())
"""Words that can tell that people are of no country; most phrases have none."""


def is_of_no_country(text: Text, first: int, last: int, inside: Sequence[Entity]) -> bool:
    """«watu kote duniani», «viongozi wa nchi nyingine», «viongozi wa Afrika Magharibi»: people of more than one
    country, whom the article's own does not hold."""
    upto = min(last + 2, len(text))
    unplaced = any(n.type == "LOC" and n.link is not None and n.country is None for n in inside)
    if not unplaced and not any(text.lowers[index] in TELLING for index in range(first, upto)):
        return False
    words = text.lowers[first:last]
    if not MINISTRY.isdisjoint(words) or not ONE_TOLD.isdisjoint(words):
        return False
    after = text.lowers[last:upto]
    if words[:1] == ["viongozi"] and any(w.isdigit() for w in words) and CONNECTIVES.isdisjoint(words):
        return True  # «viongozi 37»
    if not EVERYWHERE.isdisjoint((*words, *after[:1])) or after in (["kote", "duniani"], ["kote", "ulimwenguni"]):
        return True
    if "kigeni" in words or unplaced:
        return True  # the gazetteer knows «Ulaya», «Sahel», «Mashariki ya Kati» without a country
    at = next((k for k, word in enumerate(words) if word in ("nchi", "mataifa")), None)
    return at is not None and not OTHER_STATES.isdisjoint(words[at + 1 : at + 4])


def is_abroad(text: Text, first: int, last: int) -> bool:
    """Whether the words say that somebody is of other states: «mabalozi wa kimataifa», «nchi jirani»."""
    return not ABROAD.isdisjoint(text.lowers[first:last])
