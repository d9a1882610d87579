"""Articles in rows: JSON Lines, JSON, CSV and Parquet."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from matukio.errors import SourceError
from matukio.ingest import Article, Columns, read_file, read_sources

TEXT = "Waziri wa fedha wa Malawi alisema jana kwamba bajeti hiyo itasomwa bungeni Jumanne ijayo."
OTHER = "Polisi wa Zambia waliwakamata waandamanaji kumi mjini Lusaka baada ya maandamano ya Jumatatu."
ROWS = [
    {"title": "Bajeti kusomwa", "text": TEXT, "url": "https://gazeti.example/1", "published": "2024-06-18"},
    {"title": None, "text": OTHER, "url": None, "published": "2024-06-18T22:30:00Z"},
]


def articles(path: Path, **options: Any) -> list[Article]:
    found = list(read_sources(path, **options))
    assert all(isinstance(each, Article) for each in found), found
    return [each for each in found if isinstance(each, Article)]


def errors(path: Path, **options: Any) -> list[str]:
    return [str(each) for each in read_sources(path, **options) if isinstance(each, SourceError)]


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    if path.suffix == ".parquet":
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    elif path.suffix == ".csv":
        lines = [",".join(rows[0]), *(",".join(f'"{value or ""}"' for value in row.values()) for row in rows)]
        path.write_text("\n".join(lines), encoding="utf-8")
    elif path.suffix == ".json":
        path.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["habari.jsonl", "habari.json", "habari.csv", "habari.parquet"])
def test_one_article_a_row(tmp_path: Path, name: str) -> None:
    first, second = articles(write(tmp_path / name, ROWS))
    assert (first.title, first.text) == ("Bajeti kusomwa", f"Bajeti kusomwa\n{TEXT}")
    assert (first.url, first.published) == ("https://gazeti.example/1", date(2024, 6, 18))
    assert (second.title, second.text, second.url) == (None, OTHER, None)
    assert second.published == date(2024, 6, 19), "half past ten in Greenwich is the next day in Nairobi"
    assert first.source.startswith(f"{tmp_path / name}:")


@pytest.mark.parametrize("name", ["habari.jsonl", "habari.csv", "habari.parquet"])
def test_columns_with_other_names(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, [{"a": TEXT, "b": "Bajeti", "c": "2024-06-18", "d": 7}])
    assert all("--column text=COLUMN" in error for error in errors(path))
    (article,) = articles(path, columns=Columns.parse(["text=a", "title=b", "published=c"]))
    assert (article.text, article.published) == (f"Bajeti\n{TEXT}", date(2024, 6, 18))
    assert "no column «x»" in errors(path, columns=Columns(text="x"))[0]


def test_a_mapping_that_is_none() -> None:
    for pair in ("text", "text=", "mwandishi=a"):
        with pytest.raises(ValueError, match="text=COLUMN"):
            Columns.parse([pair])


def test_a_broken_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "habari.jsonl"
    lines = [json.dumps(ROWS[0]), "{", "[1]", '{"title": "Bila maneno"}', '{"text": ""}', "", json.dumps(ROWS[1])]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(read_sources(path))
    assert [type(each) is Article for each in found] == [True, False, False, False, False, True]
    assert [str(each).split(": ")[0] for each in found if isinstance(each, SourceError)] == [
        f"{path}:{number}" for number in (2, 3, 4, 5)
    ]


def test_packed_lines(tmp_path: Path) -> None:
    path = tmp_path / "habari.jsonl.gz"
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in ROWS).encode()))
    assert len(articles(path)) == 2
    path.write_bytes(path.read_bytes()[:-9])
    assert "packing is damaged" in errors(path)[-1]


def test_a_row_may_hold_a_page(tmp_path: Path) -> None:
    page = f"<html><body><nav>Nyumbani</nav><article><h1>Bajeti</h1><p>{TEXT}</p></article></body></html>"
    (article,) = articles(write(tmp_path / "habari.jsonl", [{"html": page}]))
    assert article.text == f"Bajeti\n{TEXT}"


def test_a_table_of_another_make(tmp_path: Path) -> None:
    path = tmp_path / "habari.csv"
    path.write_bytes(f'Kichwa;Maandishi;Tarehe\r\n"Bajeti; yasomwa";"{TEXT}";18.6.2024\r\n'.encode("cp1252"))
    (article,) = articles(path)
    assert (article.title, article.published) == ("Bajeti; yasomwa", None)


def test_a_broken_parquet_file(tmp_path: Path) -> None:
    path = tmp_path / "habari.parquet"
    path.write_bytes(b"PAR1" + bytes(50))
    assert "Parquet is broken" in errors(path)[0]


def test_one_file_one_article(tmp_path: Path) -> None:
    assert read_file(write(tmp_path / "moja.jsonl", ROWS[1:])).text == OTHER
    with pytest.raises(SourceError, match="collection of articles"):
        read_file(write(tmp_path / "nyingi.jsonl", ROWS))
    assert "title belongs to one article" in errors(write(tmp_path / "nyingi.jsonl", ROWS), title="Bajeti")[0]
