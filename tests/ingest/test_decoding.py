"""Bytes that are text, and bytes that are not."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio.errors import SourceError
from matukio.ingest.decoding import declared_encoding, decode

SENTENCE = "“Hatutakubali,” alisema Waziri André – ‘ng’ombe wetu’ wamechukuliwa…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_common_encodings(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "habari.txt") == SENTENCE


def test_an_encoding_that_the_page_names() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">' + SENTENCE
    data = page.encode("cp1252")  # what browsers take «iso-8859-1» for
    assert declared_encoding(data) == "iso-8859-1"
    assert decode(data, "habari.html", declared_encoding(data)) == page


def test_a_wrong_or_unknown_name_does_no_harm() -> None:
    for name in ("utf-16", "x-hakuna", "hex", "idna", "ascii"):
        assert SENTENCE in decode(SENTENCE.encode(), "habari.html", name)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n", "picture"),
        (b"Rais\0\0\0\1", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
    ],
)
def test_binary_files_get_one_line(data: bytes, kind: str) -> None:
    with pytest.raises(SourceError, match=kind) as raised:
        decode(data, "picha.txt")
    assert str(raised.value).startswith("picha.txt: ")
    assert "\n" not in str(raised.value)


def test_bytes_that_no_encoding_fits() -> None:
    with pytest.raises(SourceError, match=r"habari.txt: .*UTF"):
        decode(b"\xff\xfe\x00", "habari.txt")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_source_error(data: bytes) -> None:
    with suppress(SourceError):
        assert isinstance(decode(data, "-"), str)
