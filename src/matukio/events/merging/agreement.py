"""What must not contradict in two tellings of one act: how it was done, its kind, its status, its day, its place.

«Waliandamana Lomé Jumatatu. Waliandamana Accra Alhamisi.» are two: neither their day nor their place agrees.
"""

from __future__ import annotations

from itertools import groupby
from typing import Final

from matukio.entities import is_country_name
from matukio.events.lexicon.kinds import can_be_one
from matukio.events.merging.mentions import Mention
from matukio.record import Place

STATUS_MIXES: Final = ({"planned", "hypothetical"}, {"actual", "alleged"})


def modes_agree(group: list[Mention], mention: Mention) -> bool:
    """Whether it can be done in the same way; a visit is never the talks held on it."""
    if mention.type not in ("COERCE", "RETREAT", "SANCTION", "MOBILIZE", "ACCUSE", "CONSULT", "ASSAULT", "PROTEST"):
        return True
    if mention.type == "CONSULT":  # a visit is one act, the talks held on it are another; «mkutano» may be the summit
        alike = ("visit",) if mention.noun or all(m.noun for m in group) else ("visit", "multilateral")
        return all((mode in {m.mode for m in group}) == (mention.mode == mode) for mode in alike)
    if mention.type == "COERCE" and MEDDLING.isdisjoint(mention.lemma.split()) == any(
        not MEDDLING.isdisjoint(m.lemma.split()) for m in group
    ):
        return False
    if mention.mode is None:
        return True
    modes = {m.mode for m in group if m.mode is not None}
    return not modes or mention.mode in modes or mention.refers


MEDDLING: Final = frozenset(["ingilia", "uingiliaji"])
"""«uchunguzi juu ya Togo kuingilia uchaguzi»: to meddle is no arrest."""


def kinds_agree(group: list[Mention], mention: Mention) -> bool:
    """«vita hivyo» may be the killings told before; a coup is no attack, a fight no killing in it."""
    return mention.refers or all(can_be_one(m.kind, mention.kind) for m in group if not m.refers)


def status_agrees(group: list[Mention], mention: Mention) -> bool:
    """Whether what happened, is planned or alleged in one telling can be so in the other: a plan may have come true."""
    statuses = {m.status for m in group}
    if mention.status in statuses or mention.refers:
        return True
    if mention.noun and mention.status == "actual" and mention.type != "PROTEST":
        return True
    if mention.type == "PROTEST" and "planned" in {mention.status, *statuses}:
        return False
    if any((m.noun or m.sentence == 0) and m.status == "actual" for m in group):
        return True  # a headline's present tells what is still to come: «Rais azuru Togo»
    return any(mention.status in mix and statuses & mix for mix in STATUS_MIXES)


def dates_agree(group: list[Mention], mention: Mention) -> bool:
    """Whether the days told can be one; of demonstrations that go on the year."""
    if mention.date is None:
        return True
    if mention.type == "PROTEST" and not _is_one_day(group, mention):  # demonstrations go on for days and weeks
        return all(m.date is None or m.date.value[:4] == mention.date.value[:4] for m in group)
    return all(m.date is None or can_be_one_date(m.date.value, mention.date.value) for m in group)


def _is_one_day(group: list[Mention], mention: Mention) -> bool:
    """Whether all tell what was done on a day: «waliandamana Jumatatu. Waliandamana tena Alhamisi.», «maandamano ya
    Alhamisi»; a noun with a verb may tell when they began."""
    dated = [m for m in (*group, mention) if m.date is not None]
    return len(dated) > 1 and all(
        not m.noun or m.date is not None and 0 < m.date.start - m.trigger.end <= len(" ya ") for m in dated
    )


def can_be_one_date(one: str, other: str) -> bool:
    """Whether two TIMEX3 values can mean one day: the shorter is a beginning of the longer, or one says too little."""
    if one.endswith("REF") or other.endswith("REF"):
        return True
    one, other = (value[: 4 if "W" in value else 10].partition("X")[0] for value in (one, other))  # a week by its year
    return one.startswith(other) or other.startswith(one)


def places_agree(group: list[Mention], mention: Mention) -> bool:
    """Whether the places told can be one: of one country, and of one name where both have a name."""
    if mention.place is None or mention.type in ("SANCTION", "ACCUSE", "REQUEST"):
        return True
    if mention.type == "CONSULT" and mention.refers:
        return True  # «mkutano huo» is spoken of elsewhere
    for m in group:
        if m.place is None or m.sentence == mention.sentence and mention.place.start < mention.trigger.start:
            continue  # «bomu lililipuka sokoni na kuua watu»: one place is told for both
        if m.place.country and mention.place.country and m.place.country != mention.place.country:
            return False
        if mention.refers and mention.noun:
            continue  # «shambulizi hilo» in a village of the region told before
        if not (is_named(m.place) and is_named(mention.place)) or _names(m.place) & _names(mention.place):
            continue
        if _holds(m, mention) or _beside(m.place, mention.place):
            continue
        if mention.type in ("PROTEST", "ASSAULT") or mention.type == "CONSULT" and mention.mode != "visit":
            return False
        if m.place.latitude is not None and mention.place.latitude is not None:
            return False  # two towns
    return True


LEAD: Final = 2
"""The first sentences, which may tell the country of what the next ones place in a town."""


def _holds(country: Mention, mention: Mention) -> bool:
    """«Watu 20 wameuawa nchini Chad. … walishambulia mji wa Bol»: a report comes from the country to the town; what is
    said of the whole country later is mostly of other acts."""
    near = country.sentence < LEAD and mention.sentence - country.sentence <= LEAD
    return near and country.place is not None and is_country_name(country.place.text)


def _beside(one: Place, other: Place) -> bool:
    """«kijiji kimoja karibu na Bol» may be «wilaya ya Liwa kaskazini mwa Bol», «soko la Liwa karibu na Bol» is «Bol»:
    the town by which one is told is told with the other too."""
    mine, theirs = ([n for n in _all_names(place) if not is_country_name(n)] for place in (one, other))
    return bool(mine and theirs) and (mine[0] in theirs or theirs[0] in mine)


def is_named(place: Place) -> bool:
    """Whether a name is told and not only «kijiji kimoja»."""
    return bool(_names(place))


def _all_names(place: Place) -> list[str]:
    return [
        " ".join(words).strip(",.()“”")
        for in_capitals, words in groupby(place.text.split(), key=lambda word: word[0].isupper())
        if in_capitals
    ]


def _names(place: Place) -> frozenset[str]:
    """The words of the name told first, a country's only when no other is told: «jengo la serikali huko Lomé» is
    elsewhere than «jengo la serikali huko Accra», «Bol, mashariki mwa Chad» elsewhere than another town of Chad."""
    names = _all_names(place)
    told = next((name for name in names if not is_country_name(name)), names[0] if names else "")
    return frozenset(told.split())
