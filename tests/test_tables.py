"""Tables: cells become what their fields say, and a malformed row is named by file and line."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from matukio.errors import TableError
from matukio.tables import LONG, read_table, read_words


@dataclass(frozen=True, slots=True)
class River:
    name: str
    countries: tuple[str, ...]
    kilometres: int | None
    mouth: str | None
    seasonal: bool = False
    share: float = 1.0


HEADER = "name\tcountries\tkilometres\tmouth\tseasonal\tshare"


def written(folder: Path, *lines: str) -> Path:
    path = folder / "mito.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_cells_become_values(tmp_path: Path) -> None:
    rows = read_table(
        written(tmp_path, "# Mito", HEADER, "", "Ruvuma\tTZA|MOZ\t800\tBahari ya Hindi\tyes\t0.5", "Tana\tKEN"), River
    )
    assert rows == [
        River("Ruvuma", ("TZA", "MOZ"), 800, "Bahari ya Hindi", True, 0.5),
        River("Tana", ("KEN",), None, None),
    ]


def test_columns_may_stand_in_any_order_and_those_with_a_default_be_left_out(tmp_path: Path) -> None:
    rows = read_table(written(tmp_path, "mouth\tname\tkilometres\tcountries", "\tTana\t1000\t"), River)
    assert rows == [River("Tana", (), 1000, None)]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["name\tlength", "Tana\t1000"], ":1: unknown column 'length', expected name, countries, "),
        (["name\tcountries\tmouth", "Tana"], ":1: column 'kilometres' is missing"),
        ([HEADER, "Tana\tKEN\t1000\t\t\t\t\t"], ":2: 8 cells, but the header has 6"),
        ([HEADER, "\tKEN"], ":2: column name: empty"),
        ([HEADER, "", "Tana\tKEN\tndefu"], ":3: column kilometres: invalid literal for int"),
        ([HEADER, "Tana\tKEN\t\t\tno"], ":2: column seasonal: 'no' is neither «yes» nor empty"),
        (["# Mito"], ": no header row"),
    ],
)
def test_a_malformed_table_is_refused_with_file_and_line(tmp_path: Path, lines: list[str], complaint: str) -> None:
    with pytest.raises(TableError) as caught:
        read_table(written(tmp_path, *lines), River)
    assert str(caught.value).startswith(f"{tmp_path / 'mito.tsv'}{complaint}")


def test_a_row_may_refuse_what_its_cells_say(tmp_path: Path) -> None:
    @dataclass(frozen=True, slots=True)
    class Lake:
        name: str

        def __post_init__(self) -> None:
            if self.name.islower():
                raise ValueError(f"{self.name} needs a capital")

    with pytest.raises(TableError, match=r"mito\.tsv:2: nyasa needs a capital"):
        read_table(written(tmp_path, "name", "nyasa"), Lake)


def test_a_long_table_is_read_by_columns_and_tells_the_same(tmp_path: Path) -> None:
    def rows(count: int) -> str:
        return "".join(f"w{n}\t{'yes' if n % 2 else ''}\t{n or ''}\ta|b\n" for n in range(count))

    head = "word\tcommon\tcount\tkinds\n# a note\n\n"
    (tmp_path / "long.tsv").write_text(head + rows(2 * LONG) + "last\n", encoding="utf-8")
    (tmp_path / "short.tsv").write_text(head + rows(LONG // 2), encoding="utf-8")
    long, short = read_table(tmp_path / "long.tsv", Counted), read_table(tmp_path / "short.tsv", Counted)
    assert long[: len(short)] == short
    assert long[-1] == Counted("last", False, None)


def test_a_fault_in_a_long_table_is_named_by_its_line(tmp_path: Path) -> None:
    lines = [f"w{n}\t\t{n}" for n in range(2 * LONG)]
    lines[LONG] = "w\t\tmany"
    (tmp_path / "long.tsv").write_text("word\tcommon\tcount\n" + "\n".join(lines), encoding="utf-8")
    with pytest.raises(TableError, match=rf"long\.tsv:{LONG + 2}: column count"):
        read_table(tmp_path / "long.tsv", Counted)


@dataclass(frozen=True, slots=True)
class Counted:
    word: str
    common: bool
    count: int | None
    kinds: tuple[str, ...] = ("none",)


def test_a_table_of_one_column_is_its_words(tmp_path: Path) -> None:
    assert read_words(written(tmp_path, "# Mito", "mto", "", "Ruvuma", "Tana")) == ["Ruvuma", "Tana"]
    assert read_words(written(tmp_path, "mto")) == []


def test_a_table_of_words_has_one_column(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"mito\.tsv:3: 2 cells, but a table of words has one column"):
        read_words(written(tmp_path, "mto", "Ruvuma", "Tana\tKEN"))
    with pytest.raises(TableError, match=r"mito\.tsv: no header row"):
        read_words(written(tmp_path, ""))
