"""One article as it leaves the door: its own words and what the page says about them.

>>> Article("Waziri ajiuzulu\\nWaziri wa fedha amejiuzulu.", title="Waziri ajiuzulu", source="habari.txt").paragraphs()
('Waziri ajiuzulu', 'Waziri wa fedha amejiuzulu.')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """`text` is the title line, where there is one, then the paragraphs; `source` is what the user named."""

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    source: str = "-"

    def paragraphs(self) -> tuple[str, ...]:
        """The lines of the text: title first, then one paragraph each."""
        return tuple(self.text.split("\n"))


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of the article; it goes before what the page says."""

    published: date | None = None
    title: str | None = None
    publisher: str | None = None


MOST_BYTES = 10 * 2**20
"""No article is larger, be it in a file or, unpacked, at an address; PDF files may be, for their pictures."""

# A title is a line of a newspaper's front page, not a paragraph that lost its full stop.
TITLE_WORDS = 25
# A byline, a place or a caption may stand between the title and the first paragraph.
TITLE_REACH = 4


def find_title(paragraphs: Sequence[str]) -> str | None:
    """The first line when it is short, ends in no full stop and a longer paragraph follows soon."""
    if len(paragraphs) < 2:
        return None
    first = paragraphs[0]
    if len(first.split()) > TITLE_WORDS or first.endswith((".", ":", ",", ";", '."', ".”", ".»")):
        return None
    return first if any(len(line) > len(first) for line in paragraphs[1 : 1 + TITLE_REACH]) else None


def with_title(title: str | None, paragraphs: Sequence[str]) -> tuple[str | None, list[str]]:
    """The title and the lines of the text, the title first unless the text begins with it already."""
    title = " ".join(title.split()) if title else None
    if not title:
        return None, list(paragraphs)
    if paragraphs and _same_words(paragraphs[0], title):
        return paragraphs[0], list(paragraphs)
    return title, [title, *paragraphs]


def _same_words(line: str, title: str) -> bool:
    """Pages set the same title with other quotation marks and capitals in their metadata."""
    return re.findall(r"\w+", line.casefold()) == re.findall(r"\w+", title.casefold())
