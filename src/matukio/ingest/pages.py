"""A web page's article: «<h1>Rais azuru Lusaka</h1> … <figcaption>Marais wakisalimiana.</figcaption> …» and its date.

trafilatura finds the body and the metadata; captions, which it throws away with their pictures, are saved before it
looks, and what menus and link lists it lets through is trimmed as in copied text.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import trafilatura
from lxml import etree

from matukio.errors import SourceError
from matukio.ingest.article import Article, Given, find_title, with_title
from matukio.ingest.datelines import find_dateline
from matukio.ingest.trimming import is_paragraph, split_lines, trim

_CAPTION = etree.XPath(
    "//figcaption | //*[self::p or self::div or self::span or self::td or self::dd][contains(@class, 'caption')]"
)
_INNER_CAPTION = etree.XPath("descendant::*[self::figcaption or contains(@class, 'caption')] | descendant::img")
_FIGURE = etree.XPath("ancestor::figure[last()] | ancestor::table[contains(@class, 'caption')][last()]")
# «Picha: AFP» and the like are credits; a caption is a sentence or close to one.
CAPTION_WORDS = 5


def read_page(markup: str, source: str, given: Given, address: str | None = None) -> Article:
    """The article of an HTML page; `address` is where the page was fetched, if it was.

    Raises SourceError when the page holds none: a front page, a form, an application that scripts fill.
    """
    page, headings = _extract(markup, source, address)
    lines = [line for line in trim(split_lines(page.text if page else "")) if line]
    if page is None or not any(map(is_paragraph, lines)):
        raise SourceError(f"{source}: no article on this page; give the address of one article")
    dateline = find_dateline(lines)
    if dateline:
        del lines[dateline.line]
    publisher = given.publisher or page.sitename or None
    # The metadata often carry another, shorter title for search engines; what readers see is the heading.
    seen = lines[0] if lines and lines[0] in headings else None
    title = given.title or seen or _without_publisher(page.title, page.sitename) or find_title(lines)
    title, paragraphs = with_title(title, lines)
    published = given.published or _date(page.date) or (dateline.published if dateline else None)
    return Article("\n".join(paragraphs), title, _address(page.url) or address, publisher, published, source)


def _extract(markup: str, source: str, address: str | None) -> tuple[Any, set[str]]:
    """What trafilatura makes of the page, None when it finds nothing, and the page's main headings."""
    try:
        tree = trafilatura.load_html(markup)
        if tree is None:
            return None, set()
        _save_captions(tree)
        headings = {_words(heading) for heading in tree.iter("h1")}
        page = trafilatura.bare_extraction(
            tree,
            url=address,
            with_metadata=True,
            include_comments=False,
            # Any number in the page would do for the extensive search; no date is better than a guessed one.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:
        # On odd markup (a drawing, a page without a body) the libraries fail in ways of their own, AssertionError too.
        name = type(error).__name__
        raise SourceError(f"{source}: its HTML cannot be read ({name}); save the article as text") from None
    return page, headings


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _save_captions(tree: Any) -> None:
    """Turn each caption into a paragraph behind its picture, so that it stays when the picture goes."""
    for caption in _CAPTION(tree):
        words = _words(caption)
        if len(words.split()) < CAPTION_WORDS or _INNER_CAPTION(caption):
            continue
        paragraph = etree.Element("p")
        paragraph.text = words
        figure = next(iter(_FIGURE(caption)), caption)
        if figure.getparent() is None:
            continue
        paragraph.tail, figure.tail = figure.tail, None
        figure.addnext(paragraph)
        if figure is caption or figure.tag == "table":
            caption.getparent().remove(caption)


def _without_publisher(title: str | None, publisher: str | None) -> str | None:
    """«Rais azuru Lusaka | Habari Leo» without the paper's name."""
    if title and publisher:
        title = re.sub(rf"\s*[|\-–—:·»]\s*{re.escape(publisher)}\s*$", "", title, flags=re.IGNORECASE) or title
    return title


def _address(url: str | None) -> str | None:
    """The page's canonical address when it is one; pages also write paths and scripts there."""
    return url if url and re.match(r"https?://[^/]", url, re.IGNORECASE) else None


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
