"""Whether two parties are one: by link, by country and sector, by words.

«Rais wa Ghana» and «rais huyo wa Ghana» are one, «waziri wa fedha» and «waziri wa afya» two.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from matukio.events.merging.posts import posts_of_several
from matukio.record import Party


def fit(known: Sequence[Party], told: Sequence[Party]) -> bool:
    """Whether two tellings can have the same parties in a role: one of them names none, they share one, or the later
    takes up somebody told before, «mtu huyo», «watu hao»."""
    return not known or not told or share(known, told) or all(_may_be_meant(party, known) for party in told)


TAKING_UP: Final = frozenset("huyo huyu hao hawa hilo hili hiyo hii".split())


def _may_be_meant(party: Party, known: Sequence[Party]) -> bool:
    """Whether nobody was found whom «mshukiwa huyo», «watu hao» means, who then can be one of these."""
    if party.link is not None or TAKING_UP.isdisjoint(party.text.lower().split()[1:2]):
        return False  # «mshukiwa wa shambulizi hilo» is of an attack told before, and need not be told himself
    return any(other.country == party.country or None in (other.country, party.country) for other in known)


def share(known: Sequence[Party], told: Sequence[Party]) -> bool:
    """Whether two tellings have a party in common; where both name persons, and others, the rest decides."""
    ours, theirs = {p.link for p in known if _is_person(p)}, {p.link for p in told if _is_person(p)}
    if ours and theirs:
        if ours & theirs:
            return True
        known, told = [p for p in known if not _is_person(p)], [p for p in told if not _is_person(p)]
    return any(same_party(a, b) for a in known for b in told)


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties can be the same: one link, one country and sector, or shared words."""
    if one.link and other.link and one.link == other.link:
        return True
    if _is_person(one) and _is_person(other):
        return False  # two who are known by name, though both of one government
    if one.country and other.country and one.country != other.country:
        return False
    mine, theirs = words_of(one.text), words_of(other.text)
    if _two_posts(one.text, other.text):
        return False
    if one.country in SHARED:
        return bool((mine & theirs) - BODY_WORDS)  # two bodies of the world are not one
    if one.country and one.country == other.country and one.sector == other.sector or mine & theirs:
        return True
    return bool(one.country and one.country == other.country and (one.sector is None or other.sector is None))


def _two_posts(one: str, other: str) -> bool:
    """«waziri wa fedha» and «waziri wa afya» are two, and so are «waziri wa fedha» and «rais»."""
    head, _, mine = one.partition(" ")
    name, _, theirs = other.partition(" ")
    if head.lower() != name.lower() and {head.lower(), name.lower()} <= {"rais", *posts_of_several()}:
        return True
    if (
        head.lower() not in posts_of_several()
        or head.lower() != name.lower()
        or mine != mine.lower()
        or theirs != theirs.lower()
    ):
        return False
    return bool(words_of(mine)) and bool(words_of(theirs)) and words_of(mine).isdisjoint(words_of(theirs))


def _is_person(party: Party) -> bool:
    return party.link is not None and party.link.startswith("per:")


SHARED: Final = frozenset(["IGO", "IMG", "MNC", "NGO"])
"""Codes of the country field that many parties share."""
BODY_WORDS: Final = frozenset("umoja shirika mashirika jumuiya jumuia baraza kundi kampuni viongozi kimataifa".split())

SMALL_WORDS: Final = frozenset(
    "wa ya la za cha vya na kwa huyo hao hiyo hilo hizo huo hayo yake wake zake lake wao yao wengine mmoja wawili"
    " baadhi watu".split()
)


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a party's or place's text that tell it from others, in small letters."""
    return frozenset(word.strip(",.()“”\"'").lower() for word in text.split()) - SMALL_WORDS
