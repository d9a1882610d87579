"""Who and what the news names, from tables edited by hand: countries, places, organisations, people, peoples, offices.

«Marekani», «Washington» and «White House» are the United States, «Mmarekani» one of its people, «Trump» a person whose
sector depends on the year, «msemaji wa jeshi» an office of the army.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from unicodedata import combining, normalize

from matukio.entities.rows import kept, rows, words_in
from matukio.frozen import quick_init

OF_STATES_TOGETHER: Final = frozenset(["UNO", "IGO", "EUR"])
"""Codes of bodies that states found: whoever serves them serves no government."""


@dataclass(frozen=True, slots=True)
class Country:
    """A row of countries.tsv; `seats` are palaces and streets that stand for the government."""

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A row of places.tsv; `name` holds all spellings, the usual one first. Coordinates in degrees."""

    name: tuple[str, ...]
    country: str | None = None
    kind: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A row of organisations.tsv; `years` are those in which armed rebels governed their country, «1996-2001»."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None = None
    sector: str | None = None
    years: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Club:
    """A row of clubs.tsv: a sports club; many are called as their town, which the name means but in news of sport."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str


@dataclass(frozen=True, slots=True)
class Person:
    """A row of people.tsv; `years` are terms of office as «2013-2022», open where the year is not certain.

    `died` is the year of death of those who held office: whoever is dead acts in history only, in office. `sectors` are
    those of other years, «GOV:2015-2021» of somebody who took up arms later.
    """

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None = None
    sector: str | None = None
    office: str = ""
    years: tuple[str, ...] = ()
    died: int | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """A row of peoples.tsv: a people, a faith or a party's members («Wademokrat»)."""

    names: tuple[str, ...]
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A row of offices.tsv; a carrier takes its sector from its complement: msemaji wa jeshi, kiongozi wa chama."""

    head: str
    sector: str | None = None
    country: str | None = None
    kind: str = ""
    carrier: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of cues.tsv: words before a name that tell its type, «mji wa» LOC; `opens` when they belong to the name."""

    words: str
    type: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What a known name stands for; `kind` is country, seat, person, organisation, club, people or a place's kind."""

    type: str
    kind: str
    link: str | None
    name: str
    country: str | None
    sector: str | None
    latitude: float | None = None
    longitude: float | None = None
    years: tuple[str, ...] = ()
    died: int | None = None
    full: bool = True
    """False for a part of a person's name: it may be somebody else's."""
    sectors: tuple[str, ...] = ()

    def sector_in(self, year: int | None) -> str | None:
        """The sector in that year: who governed until 2017 is a notable afterwards; the dead act in history only."""
        if year is not None:
            for told in self.sectors:
                sector, _, term = told.partition(":")
                if _covers(term, year):
                    return sector
        if self.kind == "organisation" and self.years and year is not None:
            return "GOV" if any(_covers(term, year) for term in self.years) else self.sector
        if self.sector not in ("GOV", "ELI"):
            return self.sector
        if self.died is not None and self.years and (year is None or self.died < year):
            return self._in_office()
        if year is None or not any(term[:4].isdigit() for term in self.years):
            return self.sector
        return self._in_office() if any(_covers(term, year) for term in self.years) else self._out_of_office(year)

    def _in_office(self) -> str:
        return "IGO" if self.country in OF_STATES_TOGETHER else "GOV"

    def _out_of_office(self, year: int) -> str | None:
        """A notable once a term has ended, between two terms too."""
        ends = [int(term[-4:]) for term in self.years if term[-4:].isdigit()]
        return "ELI" if ends and min(ends) < year else self.sector if self.sector != "ELI" else "GOV"


quick_init(Entry)


def _covers(term: str, year: int) -> bool:
    since, _, until = term.partition("-")
    return (not since or int(since) <= year) and (not until or year <= int(until))


def fold(string: str) -> str:
    """Lower case without accents and with one kind of apostrophe: «Côte d’Ivoire» → «cote d'ivoire»."""
    if string.isascii():
        return string.lower()
    plain = "".join(c for c in normalize("NFKD", string) if not combining(c))
    return plain.casefold().replace("’", "'").replace("ʼ", "'")


def slug(string: str) -> str:
    return "-".join(ALPHANUMERIC.findall(fold(string).replace("'", "")))


ALPHANUMERIC: Final = re.compile(r"[^\W_]+")


@kept
def countries() -> dict[str, Country]:
    return {row.code: row for row in rows("countries.tsv", Country)}


@kept
def _country_names() -> frozenset[str]:
    return frozenset(fold(name) for country in countries().values() for name in country.names)


def is_country_name(string: str) -> bool:
    """Whether the words name a country: «Côte d'Ivoire», «Korea Kusini»."""
    return fold(string) in _country_names()


@kept
def offices() -> dict[str, Office]:
    return {row.head: row for row in rows("offices.tsv", Office)}


@kept
def office_starts() -> dict[str, int]:
    """First word of offices → the number of words of the longest of them."""
    longest: dict[str, int] = {}
    for words in map(str.split, offices()):
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


@kept
def first_names() -> frozenset[str]:
    return frozenset(map(fold, words_in("first_names.tsv")))


@kept
def cues() -> dict[str, Cue]:
    return {row.words: row for row in rows("cues.tsv", Cue)}


@kept
def cue_ends() -> frozenset[str]:
    """Last words of cues."""
    return frozenset(words.split()[-1] for words in cues())


@kept
def opening_starts() -> frozenset[str]:
    """First words of the cues that belong to the name."""
    return frozenset(words.split()[0] for words, cue in cues().items() if cue.opens)


def known_names() -> Iterator[tuple[str, Entry]]:
    """Every spelling with what it stands for; of two entries with one spelling the first one here is the usual one."""
    for country in countries().values():
        entry = Entry("LOC", "country", f"cty:{country.code}", country.name, country.code, "GOV")
        yield from ((name, entry) for name in country.names)
    for organisation in rows("organisations.tsv", Organisation):
        entry = Entry(
            "ORG", "organisation", organisation.id, organisation.name, organisation.country, organisation.sector,
            years=organisation.years,
        )  # fmt: skip
        yield from ((name, entry) for name in organisation.names)
    for country in countries().values():
        entry = Entry("LOC", "seat", f"cty:{country.code}", country.name, country.code, "GOV")
        yield from ((name, entry) for name in country.seats)
    for place, entry in places():
        yield from ((name, entry) for name in place.name)
    for club in rows("clubs.tsv", Club):
        entry = Entry("ORG", "club", club.id, club.name, club.country, None)
        yield from ((name, entry) for name in club.names)
    yield from known_persons()


@kept
def known_persons() -> tuple[tuple[str, Entry], ...]:
    """The spellings of persons' names; those of one word are a part of a name."""
    return tuple(_of_persons())


@kept
def _people() -> list[Person]:
    return rows("people.tsv", Person)


def _of_persons() -> Iterator[tuple[str, Entry]]:
    for person in _people():
        whole = Entry(
            "PER", "person", person.id, person.name, person.country, person.sector,
            years=person.years, died=person.died, sectors=person.sectors,
        )  # fmt: skip
        part = Entry(
            "PER", "person", person.id, person.name, person.country, person.sector,
            years=person.years, died=person.died, full=False, sectors=person.sectors,
        )  # fmt: skip
        for name in person.names:
            yield name, whole if " " in name or "-" in name else part


@kept
def the_dead() -> frozenset[str]:
    """Ids of persons who died: the news tells of them in their time."""
    return frozenset(person.id for person in _people() if person.died is not None)


@kept
def rebels_who_govern() -> frozenset[str]:
    """Ids of armed groups that have come to govern: they are spoken of as groups still, «kundi hilo»."""
    return frozenset(row.id for row in rows("organisations.tsv", Organisation) if row.years)


@kept
def places() -> tuple[tuple[PlaceEntry, Entry], ...]:
    """Every place with what it stands for."""
    return tuple((row, _of_place(row)) for row in rows("places.tsv", PlaceEntry))


def _of_place(row: PlaceEntry) -> Entry:
    link = f"plc:{slug(row.name[0])}" + (f"-{row.country.lower()}" if row.country else "")
    return Entry("LOC", row.kind, link, row.name[0], row.country, "GOV", row.latitude, row.longitude)


def known_peoples() -> Iterator[tuple[str, Entry]]:
    """Demonyms and peoples: «Mkenya», «Wakenya», «Wapalestina», «Waislamu»; Ki- is how such a people does things."""
    for row in rows("peoples.tsv", People):
        entry = Entry("PER", "people", None, row.names[0], row.country, row.sector)
        yield from ((name, entry) for name in row.names)
    for country in countries().values():
        entry = Entry("PER", "people", None, country.name, country.code, "CVL")
        for name in country.demonyms:
            yield name, entry
            if name.startswith("Wa"):
                yield "Ki" + name[2:], entry
