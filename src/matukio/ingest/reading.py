"""The article in some bytes, by what they are: a page, a PDF file, or text.

    read_bytes(b"<!doctype html>…", "habari.html") → Article(title="Rais azuru Lusaka", …)

The language is judged on what is left when menus and links are gone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from matukio.errors import SourceError
from matukio.ingest.article import MOST_BYTES, Article, Given
from matukio.ingest.decoding import declared_encoding, decode
from matukio.ingest.language import check_language
from matukio.ingest.pieces import Piece
from matukio.ingest.plain import read_plain

MOST_PDF_BYTES = 100 * 2**20
PAGE_SUFFIXES = (".htm", ".html", ".xhtml")
ARTICLE_SUFFIXES = (*PAGE_SUFFIXES, ".pdf", ".text", ".txt")

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_page(start: bytes) -> bool:
    """Whether bytes that begin so are an HTML page."""
    return _HTML.match(start[:4096]) is not None


def read_bytes(
    data: bytes,
    name: str,
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    force: bool = False,
) -> Article:
    """The article in the bytes of a text, an HTML page or a PDF file; `name` is what messages call it."""
    return read_piece(Piece(data, name, Given(published, title, publisher)), force=force)


def read_piece(piece: Piece, *, force: bool, source: str | None = None) -> Article:
    """The article in a piece; `source` is what the user named, where that is not the piece's name.

    Raises SourceError when there is none, LanguageError when it is not Swahili and `force` does not read it still.
    """
    data, name, given = piece.data, piece.name, piece.told
    if not data.strip():
        raise SourceError(f"{name}: empty")
    is_pdf = data[:1024].lstrip().startswith(b"%PDF-")
    most = MOST_PDF_BYTES if is_pdf else MOST_BYTES
    if len(data) > most:
        raise SourceError(f"{name}: larger than {most / 2**20:g} MiB; an article has a file of its own")
    if is_pdf:
        from matukio.ingest.pdf import read_pdf

        article = read_pdf(data, name, given)
    elif piece.is_page or is_page(data):
        from matukio.ingest.pages import read_page

        markup = decode(data, name, piece.encoding or declared_encoding(data))
        article = read_page(markup, name, given, piece.address)
    else:
        article = read_plain(decode(data, name, piece.encoding), name, given)
    if not article.text:
        raise SourceError(f"{name}: no article in it, only blank lines and links")
    if not force:
        check_language(article.text, name)
    return replace(article, source=source or name, url=article.url or piece.address)


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that was found but not yet taken out of its page; `source` is what the user named, where that is not
    the piece's name, `besides` what a feed says of it where its own page says nothing."""

    piece: Piece
    force: bool = False
    source: str | None = None
    besides: Given = Given()

    def article(self) -> Article:
        """Take it out. Raises SourceError when there is none, LanguageError when it is not Swahili."""
        article = read_piece(self.piece, force=self.force, source=self.source)
        return replace(
            article,
            published=article.published or self.besides.published,
            publisher=article.publisher or self.besides.publisher,
        )
