"""Tables of the user's own: rows that add, rows that overrule, rows that are refused."""

import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from matukio.entities import find_entities, use_tables
from matukio.entities.own_tables import check_tables
from matukio.entities.rows import drop_folder
from matukio.errors import TableError
from matukio.tables import files

PEOPLE = "id\tname\tnames\tcountry\tsector\toffice\tyears\n"
ORGANISATIONS = "id\tname\tnames\tcountry\tsector\n"


@pytest.fixture
def folder(tmp_path):
    yield tmp_path
    with suppress(ValueError):  # the tables were refused
        drop_folder(tmp_path)


def names(text: str) -> dict[str, str | None]:
    return {name.text: name.link for name in find_entities(text)}


def test_a_row_adds_somebody(folder: Path):
    (folder / "people.tsv").write_text(
        PEOPLE + "per:zawadi-mbelwa\tZawadi Mbelwa\tZawadi Mbelwa|Mbelwa\tMWI\tGOV\tmayor\t\n", encoding="utf-8"
    )
    sentence = "Meya Zawadi Mbelwa alihutubia mkutano."
    assert names(sentence)["Zawadi Mbelwa"] is None
    use_tables(folder)
    assert names(sentence)["Zawadi Mbelwa"] == "per:zawadi-mbelwa"
    drop_folder(folder)
    assert names(sentence)["Zawadi Mbelwa"] is None


def test_a_row_overrules_one_with_the_same_id(folder: Path):
    (folder / "organisations.tsv").write_text(
        ORGANISATIONS + "org:united-nations\tUN\tUmoja wa Mataifa\tUNO\tSOC\n", encoding="utf-8"
    )
    use_tables(folder)
    assert find_entities("Umoja wa Mataifa ulitoa taarifa.")[0].sector == "SOC"


def test_a_malformed_row_is_refused_with_file_and_line(folder: Path):
    (folder / "people.tsv").write_text(PEOPLE + "per:zawadi-mbelwa\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"people\.tsv:2: column name: empty"):
        use_tables(folder)


def test_a_sector_that_is_none_is_refused_with_file_and_line(folder: Path):
    (folder / "organisations.tsv").write_text(
        ORGANISATIONS + "org:zambora-union\tZambora Union\tZambora Union\tTGO\tXYZ\n", encoding="utf-8"
    )
    with pytest.raises(TableError, match=r"organisations\.tsv:2: no sector 'XYZ'; there are .*GOV"):
        use_tables(folder)


@pytest.mark.parametrize(
    ("table", "lines", "told"),
    [
        ("people.tsv", PEOPLE + "per:a-b\tA B\tA B\tTG\tGOV\t\t\n", r":2: no country 'TG'; .* KEN, and UNO, EUR"),
        ("places.tsv", "name\tcountry\n# Mji\nZambora\tXXX\n", r":3: no country 'XXX'"),
        ("offices.tsv", "head\tsector\tkind\nmtemi\tGOV\tmtu\n", r":2: no kind 'mtu'; there are person, group"),
        ("people.tsv", PEOPLE + "per:a-b\tA B\tA B\tTGO\tGOV\t\t2019\n", r":2: no term '2019'; .* 2013-2022, 2013-"),
        ("people.tsv", PEOPLE + "per:a-b\tA B\tA B\tTGO\tGOV\t\t2013–2019\n", r":2: no term '2013–2019'"),
        ("people.tsv", PEOPLE + "per:a-b\tA B\tA B\tTGO\tGOV\t\t-2009|2019-2011\n", r":2: .*-2011' ends before"),
        ("people.tsv", "id\tname\tnames\tdied\nper:a-b\tA B\tA B\t21\n", r":2: no year 21; .* four digits"),
        ("people.tsv", "id\tname\tnames\tsectors\nper:a-b\tA B\tA B\tMTU:2015-\n", r":2: no sector 'MTU'; other years"),
        ("people.tsv", "id\tname\tnames\tsectors\nper:a-b\tA B\tA B\tGOV\n", r":2: no term ''; years stand as"),
        ("people.tsv", PEOPLE + "asha\tA B\tA B\tTGO\tGOV\t\t\n", r":2: no id 'asha'; it begins with «per:»"),
        ("countries.tsv", "code\tname\tnames\nZamb\tZambora\tZambora\n", r":2: no code 'Zamb' for a country"),
        ("places.tsv", "name\tlatitude\tlongitude\nZambora\tnan\t3\n", r":2: no latitude nan; .* from -90 to 90"),
        ("places.tsv", "name\tlatitude\nZambora\t3.5\n", r":2: latitude and longitude stand together"),
        ("cues.tsv", "words\ttype\nmtemi wa\tPERSON\n", r":2: no type 'PERSON'; there are PER, ORG, LOC"),
        ("goals.tsv", "word\nkutunza\tyes\n", r":2: 2 cells, but a table of words has one column"),
    ],
)
def test_a_cell_that_no_table_may_hold_is_refused_with_what_may(folder: Path, table: str, lines: str, told: str):
    (folder / table).write_text(lines, encoding="utf-8")
    with pytest.raises(TableError, match=re.escape(table) + told):
        use_tables(folder)


def test_a_country_of_the_users_own_may_stand_in_his_other_tables(folder: Path):
    (folder / "countries.tsv").write_text("code\tname\tnames\nXZB\tZambora\tZambora\n", encoding="utf-8")
    (folder / "people.tsv").write_text(PEOPLE + "per:a-b\tA B\tA B\tXZB\tGOV\t\t-2009|2019-\n", encoding="utf-8")
    use_tables(folder)
    assert find_entities("Zambora ilitoa taarifa.")[0].country == "XZB"


def test_the_packages_own_tables_pass():
    check_tables(files("matukio.entities"))


def test_a_table_in_another_encoding_is_refused(folder: Path):
    (folder / "people.tsv").write_bytes(PEOPLE.encode() + "per:x\tJosé\tJosé\t\t\t\t\n".encode("latin-1"))
    with pytest.raises(TableError, match="not in UTF-8"):
        use_tables(folder)


def test_a_folder_without_tables_is_refused(folder: Path):
    with pytest.raises(TableError, match=r"none of body_words\.tsv"):
        use_tables(folder)


def test_the_command_line_reads_them_and_says_what_is_wrong(tmp_path: Path):
    program = [sys.executable, "-c", "from matukio.cli import main; main()", "read", "-", "--tables", str(tmp_path)]
    told = subprocess.run(program, input=b"", capture_output=True)
    assert told.returncode == 2
    assert b"none of body_words.tsv" in told.stderr
    (tmp_path / "people.tsv").write_text(PEOPLE + "per:zawadi-mbelwa\tZawadi Mbelwa\tMbelwa\tMWI\n", encoding="utf-8")
    article = "Rais Mbelwa alikutana na waziri wa ulinzi mjini Lilongwe. Mbelwa alisema mazungumzo yalikuwa mazuri."
    read = subprocess.run([*program, "--json"], input=article.encode(), capture_output=True)
    assert b"per:zawadi-mbelwa" in read.stdout
