"""Files, folders and standard input."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from matukio.errors import LanguageError, MatukioError, SourceError
from matukio.ingest import Article, read_bytes, read_file, read_sources

TITLE = "Wabunge wa Malawi wapitisha bajeti ya dharura"


def only(source: str | Path, **options: Any) -> Article | SourceError:
    (found,) = read_sources(source, **options)
    return found


def error(source: str | Path) -> str:
    found = only(source)
    assert isinstance(found, SourceError)
    assert "\n" not in str(found)
    return str(found)


def test_a_file(tmp_path: Path, article: str) -> None:
    path = tmp_path / "bajeti.txt"
    path.write_text(article, encoding="utf-8")
    read = read_file(path)
    assert (read.title, read.source) == (TITLE, str(path))
    assert only(str(path)) == only(path) == read


def test_a_file_is_what_its_bytes_say(tmp_path: Path, article: str, make_pdf: Any) -> None:
    path = tmp_path / "bajeti.txt"
    path.write_bytes(make_pdf(article.splitlines()))
    assert read_file(path).title == TITLE
    page = "".join(f"<p>{line}</p>" for line in article.splitlines() if line)
    path.write_text(
        f"<!-- nakala -->\n<!DOCTYPE html><html><body><article>{page}</article></body></html>", encoding="utf-8"
    )
    assert read_file(path).title == TITLE


def test_standard_input(monkeypatch: pytest.MonkeyPatch, article: str) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(article.encode())))
    read = only("-")
    assert isinstance(read, Article)
    assert (read.title, read.source) == (TITLE, "-")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    assert error("-") == "standard input: empty"


def test_a_folder_in_order_and_past_bad_files(tmp_path: Path, article: str) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".siri").mkdir()
    for name in ("c.txt", "b/d.TXT", ".siri/e.txt", ".f.txt", "g.docx"):
        (tmp_path / name).write_text(article, encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"\0\1\2")
    (tmp_path / "z.txt").write_bytes(b"")
    found = list(read_sources(tmp_path))
    names = [Path(each.source).name if isinstance(each, Article) else type(each) for each in found]
    assert names == [SourceError, "d.TXT", "c.txt", SourceError]


def test_a_folder_without_articles_or_with_one_title_for_all(tmp_path: Path, article: str) -> None:
    assert "no articles in this folder" in error(tmp_path)
    (tmp_path / "a.txt").write_text(article, encoding="utf-8")
    assert "title belongs to one article" in str(only(tmp_path, title="Bajeti"))
    assert isinstance(only(tmp_path, publisher="Mfano"), Article)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"", "empty"), (b" \n\t\n", "empty"), (b"\0\1\2\3", "binary"), (b"PK\x03\x04aaaa", "ZIP"),
     (b"Facebook\nWhatsApp\n", "no article"), (b"<html></html>", "no article"), (b"%PDF-1.7\nhakuna", "damaged")],
)  # fmt: skip
def test_bad_files(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "mbaya.txt"
    path.write_bytes(data)
    assert error(path).startswith(f"{path}: ")
    assert message in error(path)


def test_no_such_file(tmp_path: Path) -> None:
    assert "no such file" in error(tmp_path / "hakuna.txt")
    assert "https://" in error("www.gazeti.example/habari")
    assert "cannot be opened" in error("habari\0.txt")
    assert "only http" in error("ftp://gazeti.example/habari")
    with pytest.raises(SourceError, match="folder"):
        read_file(tmp_path)


def test_a_file_too_large_for_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kubwa.txt"
    path.write_bytes(b"Rais wa Zambia aliwasili Lusaka jana.\n" * 300_000)
    assert error(path) == f"{path}: larger than 10 MiB; an article has a file of its own"
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(path.read_bytes())))
    assert error("-").startswith("standard input: larger than 10 MiB")


def test_another_language_and_force(tmp_path: Path) -> None:
    path = tmp_path / "barua.txt"
    path.write_text("The minister of finance said that the budget would be read on Tuesday.", encoding="utf-8")
    found = only(path)
    assert isinstance(found, LanguageError)
    assert isinstance(found, MatukioError)
    assert found.language == "en"
    assert isinstance(only(path, force=True), Article)


def test_bytes_have_the_name_that_they_are_given(article: str) -> None:
    assert read_bytes(article.encode(), "barua pepe 7").source == "barua pepe 7"
    with pytest.raises(SourceError, match="^barua pepe 8: empty"):
        read_bytes(b"", "barua pepe 8")
