"""One line for each event in English or Swahili, made from its codes and names, for readers who skip the article.

    Russia → North Korea: visit, planned, Pyongyang, 18 June 2024, according to Russia
    Urusi → Korea Kaskazini: ziara, imepangwa, Pyongyang, 18 Juni 2024, kwa mujibu wa Urusi

Nothing is translated: what has neither a name nor a code in the record stands in its own words, «so».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from matukio.entities.knowledge import countries
from matukio.export.labels import Labels, labels
from matukio.export.wording import is_unresolved, kind, one_line, quoted
from matukio.record import Event, Party, Place, When

ARROW = " → "
# Beyond these a line is no longer one line.
MOST_PARTIES = 3

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(?:(\d\d:\d\d)|MO|MI|AF|EV|NI))?")


def summary(event: Event, language: str = "en") -> str:
    """The event in one line; `language` is «en» or «sw»."""
    words = labels(language)
    who, whom = _parties(event.actors, words, language), _parties(event.recipients, words, language)
    facts = [
        kind(event, words),
        words[f"status.{event.status}"] if event.status != "actual" else "",
        *_numbers(event, words),
        _place(event.place, language) if event.place else "",
        _moment(event.date, words) if event.date else "",
    ]
    told = ", ".join(fact for fact in facts if fact)
    if event.sources:
        told += f", {words['column.according_to'].lower()} {_parties(event.sources, words, language)}"
    sides = f"{who or '?'}{ARROW}{whom}" if whom else who
    return f"{sides}: {told}" if sides else told


def _parties(parties: Iterable[Party], words: Labels, language: str) -> str:
    named = list(dict.fromkeys(_party(party, words, language) for party in parties))
    more = [words["message.and_more"].strip().format(count=len(named) - MOST_PARTIES)] if named[MOST_PARTIES:] else []
    return ", ".join(named[:MOST_PARTIES] + more)


def _party(party: Party, words: Labels, language: str) -> str:
    """The name where the party is known by one, else country and sector, else its own words."""
    country = _country(party.country, words, language)
    if party.link and party.name and not party.link.startswith("cty:"):
        name = one_line(party.name)
        return f"{name} ({country})" if party.link.startswith("per:") and country else name
    if country and party.sector in (None, "GOV", "UNK") or country and party.sector == party.country:
        return country
    if party.sector and party.sector != "UNK":
        sector = words[f"sector.{party.sector}"]
        return f"{country} ({sector})" if country else sector
    return quoted(party)


def _country(code: str | None, words: Labels, language: str) -> str:
    """«North Korea», «Umoja wa Mataifa»; empty without a code."""
    return words.get(f"country.{code}") or _state(code, language) if code else ""


def _state(code: str, language: str) -> str:
    """A country's name: Matukio's own in English, CLDR's in Swahili; the code itself for one that neither knows."""
    from babel import Locale
    from babel.core import get_global

    known = countries().get(code)
    if language == "en":
        return known.name if known else code
    short = get_global("territory_aliases").get(code, [""])[0]
    return Locale(language).territories.get(short) or (known.names[0] if known else code)


def _numbers(event: Event, words: Labels) -> list[str]:
    counts = {"dead": event.size.dead, "injured": event.size.injured, "arrested": event.size.arrested}
    return [words[f"size.{name}"].format(count=count) for name, count in counts.items() if count is not None]


def _place(place: Place, language: str) -> str:
    """The words of the place; a town's country follows unless it is in the words."""
    text = one_line(place.text)
    country = countries().get(place.country or "")
    if country is None:
        return text
    if text in country.names:
        return _state(country.code, language)
    return text if any(name in text for name in country.names) else f"{text} ({_state(country.code, language)})"


def _moment(when: When, words: Labels) -> str:
    """«18 June 2024», «Juni 2024»; a value that waits for the date of publication stays in its words."""
    if is_unresolved(when):
        return quoted(when)
    found = _DATE.fullmatch(when.value)
    if not found:
        return when.value
    year, month, day, hour = found.groups()
    if not month:
        return year
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return when.value
    told = f"{words[f'month.{month}']} {year}"  # a library's names of months cost a worker seven MiB
    if day:
        told = f"{int(day)} {told}"
    return f"{told}, {hour}" if hour else told
