"""Bytes as text: UTF-8, UTF-16 with its mark, Windows' cp1252, and what else charset-normalizer recognises.

>>> decode("Rais alisema “hapana”".encode("cp1252"), "habari.txt")
'Rais alisema “hapana”'
"""

from __future__ import annotations

import codecs
import re

from matukio.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What cp1252 adds to ASCII in Swahili text: quotation marks, dashes, «…», the euro, Latin letters of names.
_CP1252_WORDS = re.compile(r"[\x00-\x7f\u2018-\u201e\u2013\u2014\u2026\u2022\u20ac\xa0-\xff]*")
_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd\ufffe\uffff]")
_KNOWN_BINARY = (
    (b"PK\x03\x04", "a ZIP, Word or EPUB file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x1f\x8b", "a gzip file"),
)


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """The text in `data`; `declared` is the encoding that an HTTP header or a page names.

    Raises SourceError when the bytes are no text or no encoding fits them.
    """
    for magic, kind in _KNOWN_BINARY:
        if data.startswith(magic):
            raise SourceError(f"{source}: looks like {kind}; save the article as text, HTML or PDF")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_try(data, encoding), source)
    if b"\0" in data:
        raise SourceError(f"{source}: binary, not text; save the article as text, HTML or PDF")
    # A page that names UTF-16 in plain bytes is wrong, so of the names only those of other families count.
    for encoding in ("utf-8", declared or ""):
        named = _try(data, encoding) if encoding == "utf-8" or not encoding.casefold().startswith("utf") else None
        if named is not None:
            return _checked(named, source)
    # A single byte tells little and a guesser mistakes cp1252's curly quotes for letters of Eastern Europe.
    western = _try(data, "cp1252")
    if western is not None and _CP1252_WORDS.fullmatch(western) and _mostly_ascii(data):
        return _checked(western, source)
    return _checked(_guess(data), source)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML page names in its head."""
    match = _DECLARED.search(data[:4096])
    return match.group(1).decode("ascii") if match else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name
        # Browsers read the label «iso-8859-1» as cp1252, so pages that carry it are written so.
        return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
    except (LookupError, UnicodeError):
        return None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return None if best is None else str(best)


def _mostly_ascii(data: bytes) -> bool:
    return 5 * sum(1 for byte in data if byte > 0x7F) < len(data)


def _checked(text: str | None, source: str) -> str:
    if text is None:
        raise SourceError(f"{source}: no known encoding fits its bytes; save it as UTF-8")
    if 50 * len(_CONTROL.findall(text)) > len(text):
        raise SourceError(f"{source}: binary, not text; save the article as text, HTML or PDF")
    return text
