"""Tables: cells become what their fields say, and a malformed row is named by file and line."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from matukio.errors import TableError
from matukio.tables import read_table


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
