"""The tables: sorted, unambiguous ids, codes of the codebook."""

from importlib.resources import files

import pytest

from matukio.entities.knowledge import Entry, Organisation, Person, PlaceEntry, countries, fold, offices, slug
from matukio.record import SECTORS
from matukio.tables import read_table

HERE = files("matukio.entities")
BODIES = {"UNO", "EUR", "IGO", "NGO", "IMG", "MNC"}
TABLES = sorted(path.name for path in HERE.iterdir() if path.name.endswith(".tsv"))


@pytest.mark.parametrize("table", TABLES)
def test_sorted_by_the_first_column(table):
    lines = (HERE / table).read_text(encoding="utf-8").splitlines()
    _, *rows = [line.split("\t")[0] for line in lines if not line.startswith("#")]
    assert rows == sorted(rows)


def test_every_country_has_one_row():
    assert len(countries()) == 250


@pytest.mark.parametrize(
    ("table", "row"), [("organisations.tsv", Organisation), ("people.tsv", Person), ("places.tsv", PlaceEntry)]
)
def test_codes(table, row):
    for each in read_table(HERE / table, row):
        assert each.country is None or each.country in countries() or each.country in BODIES, each
        assert getattr(each, "sector", None) is None or each.sector in SECTORS, each


def test_ids_are_unique():
    for table, row in (("organisations.tsv", Organisation), ("people.tsv", Person)):
        ids = [each.id for each in read_table(HERE / table, row)]
        assert len(ids) == len(set(ids))


def test_offices_have_a_sector_or_carry_one():
    assert offices()["wabunge"].sector == "LEG"
    assert offices()["msemaji"].carrier
    assert offices()["jumuiya ya kimataifa"].sector is None


def test_terms_of_office():
    trump = Entry("PER", "person", None, "", "USA", "GOV", years=("2017-2021", "2025-"))
    assert [trump.sector_in(year) for year in (2019, 2026, None)] == ["GOV", "GOV", "GOV"]
    commander = Entry("PER", "person", None, "", "COD", "REB", sectors=("GOV:2015-2021", "ELI:2022-2022"))
    assert [commander.sector_in(year) for year in (2018, 2022, 2024, None)] == ["GOV", "ELI", "REB", "REB"]
    kikwete = Entry("PER", "person", None, "", "TZA", "ELI", years=("2005-2015",))
    assert [kikwete.sector_in(year) for year in (2010, 2020, None)] == ["GOV", "ELI", "ELI"]


def test_fold_and_slug():
    assert fold("Côte d’Ivoire") == "cote d'ivoire"
    assert slug("Côte d’Ivoire") == "cote-divoire"


def test_rebels_govern_in_the_years_of_their_rule():
    taliban = Entry("ORG", "organisation", "org:taliban", "Taliban", "AFG", "REB", years=("1996-2001", "2021-"))
    assert [taliban.sector_in(year) for year in (1999, 2010, 2022, None)] == ["GOV", "REB", "GOV", "REB"]
