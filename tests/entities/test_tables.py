"""Tables of the user's own: rows that add, rows that overrule, rows that are refused."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from matukio.entities import find_entities, use_tables
from matukio.entities.rows import drop_folder
from matukio.errors import TableError

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
