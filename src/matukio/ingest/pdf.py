"""An article set as PDF: its lines back into paragraphs, without page numbers and running heads.

«Waziri wa ulinzi alisema kwamba majeshi» / «yataondoka mwezi ujao.» → one paragraph
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import normalize

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from matukio.errors import SourceError
from matukio.ingest.article import Article, Given
from matukio.ingest.datelines import read_dateline
from matukio.ingest.plain import from_lines
from matukio.ingest.trimming import split_lines, trim
from matukio.ingest.wrapping import BROKEN_SHARE_IN_PRINT, unwrap

# pypdf reports each small fault of a file on standard error; a file that cannot be read gets our own line.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

# How many lines at the top and foot of a page can be its running head or number.
MARGIN_LINES = 2
# How far down a page its heading can stand, and in how many lines.
HEADING_REACH = 15
HEADING_LINES = 4

# «waﬁka»: one sign for two letters, as print has it.
_LIGATURES = {ord(sign): normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"}
# What a browser prints at the head and foot of each page.
_PRINTED = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d\b.*|(?:file|https?)://\S*(?: \d+/\d+)?")


def read_pdf(data: bytes, source: str, given: Given) -> Article:
    """The article in a PDF file.

    Raises SourceError for a file that asks for a password, is damaged or holds only pictures of text.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        pages = [split_lines(page.extract_text().translate(_LIGATURES)) for page in reader.pages]
        name = (reader.metadata.title if reader.metadata else None) or ""
    except (DependencyError, FileNotDecryptedError):
        raise SourceError(f"{source}: this PDF asks for a password; save a copy without one") from None
    except Exception as error:
        # A damaged file makes pypdf fail anywhere, with errors of its own and with Python's.
        raise SourceError(f"{source}: damaged PDF ({type(error).__name__}: {_one_line(error)}); save it anew") from None
    lines = [line for page in without_margins(pages) for line in page]
    if not any(lines):
        raise SourceError(f"{source}: this PDF holds pictures, no text; run text recognition (OCR) on it first")
    return from_lines(trim(unwrap(below_heading(lines, name), BROKEN_SHARE_IN_PRINT)), source, given)


def below_heading(lines: Sequence[str], name: str) -> list[str]:
    """The lines from the heading on, in one line, where it is what the file calls itself, with or without the paper.

    A page printed by a browser is called «Rais azuru Lusaka | Habari Leo»; its menu stands above the heading.
    """
    named = {_letters(part) for part in (name, *re.split(r"\s+[|\-–—·»]\s+", name)[:1])} - {""}
    filled = [number for number, line in enumerate(lines) if line][:HEADING_REACH]
    for first in range(len(filled)):
        for last in range(first, min(first + HEADING_LINES, len(filled))):
            heading = " ".join(lines[number] for number in filled[first : last + 1])
            if _letters(heading) in named:
                above = [line for line in lines[: filled[first]] if read_dateline(line)]
                # Blank lines keep the heading apart from what looks like its next line.
                return [heading, "", *above, "", *lines[filled[last] + 1 :]]
    return list(lines)


def _letters(string: str) -> str:
    return "".join(re.findall(r"\w", string.casefold()))


def without_margins(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages' lines without page numbers and without heads and feet that stand on most pages."""
    filled = [[line for line in page if line] for page in pages]
    margins = Counter(mark for page in filled for mark in {_mark(line) for line in _margin(page)})
    repeated = {mark for mark, count in margins.items() if count > 1 and 2 * count > len(pages)}
    result = []
    for page, lines in zip(pages, filled, strict=True):
        drop = {
            line for line in _margin(lines) if _mark(line) in repeated or _is_number(line) or _PRINTED.fullmatch(line)
        }
        result.append(_without_outer_blanks([line for line in page if line not in drop]))
    return result


def _without_outer_blanks(page: list[str]) -> list[str]:
    """A paragraph may go on from the foot of a page to the top of the next, and a blank line would part it."""
    filled = [number for number, line in enumerate(page) if line]
    return page[filled[0] : filled[-1] + 1] if filled else []


def _margin(page: Sequence[str]) -> list[str]:
    return [*page[:MARGIN_LINES], *page[-MARGIN_LINES:]]


def _mark(line: str) -> str:
    """The line with its numbers alike, for «Ukurasa 2 wa 5» differs from page to page."""
    return re.sub(r"\d+", "#", line.casefold())


def _is_number(line: str) -> bool:
    return (
        re.fullmatch(r"[-–\s]*(?:ukurasa|page)?\s*\d{1,3}(?:\s*(?:/|wa|of)\s*\d{1,3})?[-–\s]*", line.casefold())
        is not None
    )


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:80]
