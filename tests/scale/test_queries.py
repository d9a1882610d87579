"""The queries of docs/scale.md answer on tables that `matukio code` made, and other programs open them."""

import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from matukio.scale import code

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
TEXTS = [
    (
        "2024-06-18",
        "Gazeti",
        "Serikali ya Chile imeishutumu Ghana kwa kuipatia Peru bunduki. Ghana imekanusha shutuma hizo.",
    ),
    ("2024-07-02", "Gazeti", "Waasi wa M23 walishambulia kijiji cha Kibumba nchini DRC Jumatatu."),
    (
        "2024-07-16",
        "Gazeti",
        "Waasi wa ADF waliwaua watu 10 katika mji wa Beni nchini DRC siku ya Jumatatu. Msemaji wa jeshi la DRC alisema "
        "kwamba wanawake watatu ni miongoni mwa waliofariki mjini Beni.",
    ),
    (
        "2024-07-16",
        "Redio",
        "Waasi wa ADF waliwaua watu 12 mjini Beni nchini DRC siku ya Jumatatu, wakazi wa Beni walisema.",
    ),
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    source = folder / "habari.jsonl"
    rows = [
        json.dumps({"text": text, "published": published, "publisher": publisher})
        for published, publisher, text in TEXTS
    ]
    source.write_text("\n".join(rows), encoding="utf-8")
    code([str(source)], folder / "meza")
    return folder / "meza"


def queries() -> list[str]:
    return re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def answers(number: int, tables: Path) -> list[tuple[object, ...]]:
    return duckdb.sql(queries()[number].replace("meza/", f"{tables.as_posix()}/")).fetchall()


def test_relations_by_month(tables: Path) -> None:
    ((month, events, score),) = answers(0, tables)
    assert (month, events) == ("2024-06", 1)
    assert isinstance(score, float)
    assert score < 0


def test_armed_groups(tables: Path) -> None:
    found = answers(1, tables)
    for name, of in (("M23", "COD"), ("ADF", "UGA")):
        # Two papers tell of what the ADF did: it is one attack.
        assert [(country, attacks) for group, country, attacks in found if name in str(group)] == [(of, 1)]


def test_accusations_and_their_denials(tables: Path) -> None:
    ((published, accused_of, denial),) = answers(2, tables)
    assert str(published) == "2024-06-18"
    assert "bunduki" in str(accused_of)
    assert denial == "shutuma hizo"


def test_what_independent_sources_tell(tables: Path) -> None:
    ((published, _, kind, sources, dead),) = answers(3, tables)
    assert (str(published), kind, sources) == ("2024-07-16", "ASSAULT", 2)
    assert dead == [10, 12]


ATTACKS = {("2024-07", "COD"): 1, ("2024-07", "UGA"): 2}


def frame(library: str, tables: Path) -> Any:
    """What the page's lines for this library give."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (block,) = (block for block in blocks if f"import {library}" in block)
    found: dict[str, Any] = {}
    exec(block.replace("meza/", f"{tables.as_posix()}/"), found)
    return found["answer"]


def test_pandas(tables: Path) -> None:
    assert frame("pandas", tables).to_dict() == ATTACKS


def test_polars(tables: Path) -> None:
    pytest.importorskip("polars")
    assert {(month, country): attacks for month, country, attacks in frame("polars", tables).rows()} == ATTACKS
