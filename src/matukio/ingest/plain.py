"""Text as a person copies it from a page: title, captions and paragraphs, without what the page adds below.

«Rais azuru Lusaka» / «18 Juni 2024» / «Rais aliwasili jana …» / «Popular posts from this blog» / …
→ title «Rais azuru Lusaka», published 2024-06-18, one paragraph
"""

from __future__ import annotations

from collections.abc import Sequence

from matukio.ingest.article import Article, Given, find_title, with_title
from matukio.ingest.datelines import find_dateline
from matukio.ingest.trimming import split_lines, trim
from matukio.ingest.wrapping import unwrap


def read_plain(text: str, source: str, given: Given) -> Article:
    """The article in a text; its lines may be whole paragraphs or those of a column."""
    return from_lines(trim(unwrap(split_lines(text))), source, given)


def from_lines(lines: Sequence[str], source: str, given: Given) -> Article:
    """The article whose own paragraphs these are; the line that says when it was published is taken out."""
    paragraphs = list(lines)
    dateline = find_dateline(paragraphs)
    if dateline:
        del paragraphs[dateline.line]
    title, paragraphs = with_title(given.title or find_title(paragraphs), paragraphs)
    published = given.published or (dateline.published if dateline else None)
    return Article("\n".join(paragraphs), title, None, given.publisher, published, source)
