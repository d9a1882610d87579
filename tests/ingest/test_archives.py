"""ZIP and web archives."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from matukio.errors import SourceError
from matukio.ingest import Article, read_sources

TITLE = "Wabunge wa Malawi wapitisha bajeti ya dharura"


def titles(path: Path) -> list[str | None]:
    """The titles of the articles, and None for each error."""
    return [each.title if isinstance(each, Article) else None for each in read_sources(path)]


def page(article: str) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in article.splitlines()[1:] if line)
    return f"<html><body><h1>{TITLE}</h1><article>{paragraphs}</article></body></html>".encode()


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_the_files_of_a_zip_archive(tmp_path: Path, article: str) -> None:
    path = zipped(
        tmp_path / "habari.zip",
        {
            "b.txt": article.encode(),
            "a/c.html": page(article),
            "picha.png": b"\x89PNG",
            "d.txt": b"",
            "e.jsonl": b'{"text": "Rais wa Zambia aliwasili mjini Lusaka jana Jumatatu."}\n{',
        },
    )
    found = list(read_sources(path))
    assert [each.source if isinstance(each, Article) else None for each in found] == [
        f"{path}: a/c.html", f"{path}: b.txt", None, f"{path}: e.jsonl:1", None,
    ]  # fmt: skip
    assert found[0].title == found[1].title == TITLE  # type: ignore[union-attr]


def test_archives_that_are_none(tmp_path: Path, article: str) -> None:
    inner = zipped(tmp_path / "a.zip", {"b.txt": article.encode()}).read_bytes()
    cases = {
        "hati.docx": ({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}, "office document"),
        "tupu.zip": ({"picha.png": b"x"}, "no articles in this archive"),
        "mbili.zip": (
            {"a.zip": inner},
            "inside an archive",
        ),
    }
    for name, (members, message) in cases.items():
        (error,) = read_sources(zipped(tmp_path / name, members))
        assert message in str(error)


def test_a_member_that_unpacks_to_more_than_an_article(tmp_path: Path) -> None:
    (error,) = read_sources(zipped(tmp_path / "bomu.zip", {"a.txt": b"a " * 8 * 2**20}))
    assert "larger than 10 MiB" in str(error)


def warc(*records: tuple[str, bytes, str, int]) -> bytes:
    """A web archive, each record packed for itself as crawlers do; a record is address, body, type and status."""
    archive = b""
    for address, body, media_type, status in records:
        answer = f"HTTP/1.1 {status} OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        block = answer + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{len(archive)}>\r\n"
            f"WARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"WARC-Date: 2024-06-18T09:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        archive += gzip.compress(head.encode() + block + b"\r\n\r\n")
    return archive


ADDRESS = "https://gazeti.example/bajeti"


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_of_a_web_archive(tmp_path: Path, article: str, packed: bool) -> None:
    path = tmp_path / "kumbukumbu.warc.gz"
    data = warc(
        (ADDRESS, page(article), "text/html; charset=utf-8", 200),
        ("https://gazeti.example/picha", b"\x89PNG", "image/png", 200),
        ("https://gazeti.example/hakuna", page(article), "text/html", 404),
        ("https://gazeti.example/mbele", b"<html><body>Karibu</body></html>", "text/html", 200),
    )
    path.write_bytes(data if packed else gzip.decompress(data))
    first, second = read_sources(path)
    assert isinstance(first, Article)
    assert (first.title, first.url, first.source) == (TITLE, ADDRESS, f"{path}: {ADDRESS}")
    assert isinstance(second, SourceError)


def test_a_web_archive_that_breaks_off(tmp_path: Path, article: str) -> None:
    whole = warc((ADDRESS, page(article), "text/html", 200))
    path = tmp_path / "kumbukumbu.warc.gz"
    path.write_bytes(whole + whole[:-60])
    found = list(read_sources(path))
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], SourceError)
    path.write_bytes(gzip.decompress(whole)[:400])
    (error,) = read_sources(path)
    assert "breaks off" in str(error)
