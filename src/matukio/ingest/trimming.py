"""A page's own words without what stands around them: menus, share buttons, links to other articles.

    «Rais azuru Lusaka» · «Shiriki» · «Rais aliwasili jana …» · «Soma pia: Bei ya mafuta» · «Habari zinazohusiana» · …
    → «Rais azuru Lusaka» · «Rais aliwasili jana …»

The phrases stand in boilerplate.tsv. Its kinds:
- `end`: nothing of the article follows (comments, a blog's popular posts);
- `list`: the heading of a list of links; «heading: words» is one such link;
- `line`: a line of its own that is never the article's; `share`: a button, several of which may stand on one line;
- `copyright`, `credit`, `label`: a line that begins so; `menu`: a section's name, boilerplate above the first paragraph
  and below the last one, but a subheading between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matukio.tables import read_table

KINDS = ("copyright", "credit", "end", "label", "line", "list", "menu", "share")
# Shorter sentences than this stand under links as teasers and buttons («Jiunge nasi leo.»).
PARAGRAPH_WORDS = 8
# «Soma zaidi: …» with more words than this is no link.
LINK_WORDS = 25
# «Chanzo cha picha, Shirika la Habari la Taifa» is a credit; a longer line is a caption.
CREDIT_WORDS = 9
# A subheading is shorter than the headline of another article.
SUBHEADING_WORDS = 5

_FINAL_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of boilerplate.tsv."""

    phrase: str
    kind: str
    language: str

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind {self.kind!r}, expected {', '.join(KINDS)}")


def split_lines(text: str) -> list[str]:
    """The lines of a text, without invisible characters and the white space at their ends; a blank one is ""."""
    return [line.translate(_INVISIBLE).strip() for line in _LINE_BREAK.split(text)]


def is_paragraph(line: str) -> bool:
    """Whether a line is running text: it ends like a sentence and is longer than a button."""
    return _FINAL_STOP.search(line) is not None and len(line.split()) >= PARAGRAPH_WORDS


def trim(lines: Sequence[str]) -> list[str]:
    """The lines of an article copied with its page, without the page's own; the lines kept are unaltered."""
    kinds = [_kind(line) for line in lines]
    paragraphs = [n for n, line in enumerate(lines) if kinds[n] is None and is_paragraph(line)]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (len(lines), -1)
    told = max((n for n in paragraphs if n == 0 or not _is_headline(lines[n - 1])), default=-1)
    kept: list[str] = []
    number = 0
    while number < len(lines):
        kind = kinds[number]
        if kind is None or (kind == "menu" and first < number < last):
            kept.append(lines[number])
        elif kind == "end" and number > first:
            break
        elif kind == "list" and number > first:
            number = _after_links(lines, paragraphs, told, number + 1)
            continue
        number += 1
    return kept


def _kind(line: str) -> str | None:
    """The kind of boilerplate that the line is, or None; a single link or a credit is a `line`."""
    words = _words(line)
    if not words:
        return "line" if not any(character.isalnum() for character in line) else None
    if kind := _phrases().get(words):
        return kind
    head, colon, rest = line.partition(":")
    if colon and len(rest.split()) <= LINK_WORDS and _phrases().get(_words(head)) in ("list", "label"):
        return "line"
    if _begins(words, "credit") and len(words.split()) <= CREDIT_WORDS:
        return "line"
    if line.startswith(("©", "(c) ", "(C) ")) or (_begins(words, "copyright") and not is_paragraph(line)):
        return "line"
    if _made_of(words, "share"):
        return "line"
    return "menu" if _made_of(words, "menu", "share") else None


def _words(line: str) -> str:
    """A line without case, punctuation and the number before or after it: «Maoni (3)» is «maoni»."""
    words = re.findall(r"[\w'’]+", line.casefold())
    if len(words) > 1 and words[-1].isdigit():
        words.pop()
    if len(words) > 1 and words[0].isdigit():
        words.pop(0)
    return " ".join(words)


def _begins(words: str, kind: str) -> bool:
    """«Copyright 2024 …», «Chanzo cha picha, Reuters»."""
    return any(words.startswith(f"{phrase} ") for phrase in _of_kind(kind))


def _made_of(words: str, *kinds: str) -> bool:
    """Whether the line holds nothing else: «Facebook WhatsApp Barua pepe», «Mwanzo | Siasa | Michezo»."""
    if not _words_of(kinds).issuperset(words.split()):
        return False
    rest = f" {words} ".replace(" ", "  ")
    for phrase in sorted((p for kind in kinds for p in _of_kind(kind)), key=len, reverse=True):
        rest = rest.replace(f" {phrase} ".replace(" ", "  ")[1:-1], "")
    return not rest.strip()


def _after_links(lines: Sequence[str], paragraphs: Sequence[int], told: int, start: int) -> int:
    """Where the article goes on below a list of links that begins at `start`; its end when it does not.

    Lines without a final stop right under the heading are its links; a short one straight above a paragraph is the
    article's next subheading. Two or more headlines, each with one paragraph below it, are other articles: `told` is
    the last paragraph that does not stand below a headline.
    """
    below = bisect_left(paragraphs, start)
    if below == len(paragraphs):
        # A last short sentence with no link above it is the article's own: the heading was a stray button.
        return start if start < len(lines) and _FINAL_STOP.search(lines[start]) else len(lines)
    if told < start and len(paragraphs) - below > 1:
        return len(lines)
    paragraph = paragraphs[below]
    subheading = paragraph > start and len(lines[paragraph - 1].split()) <= SUBHEADING_WORDS
    return paragraph - 1 if subheading else paragraph


def _is_headline(line: str) -> bool:
    return _FINAL_STOP.search(line) is None and len(line.split()) > SUBHEADING_WORDS


@cache
def _phrases() -> dict[str, str]:
    """Phrase → kind."""
    return {row.phrase: row.kind for row in read_table(files("matukio.ingest") / "boilerplate.tsv", Phrase)}


@cache
def _of_kind(kind: str) -> tuple[str, ...]:
    return tuple(phrase for phrase, its_kind in _phrases().items() if its_kind == kind)


@cache
def _words_of(kinds: tuple[str, ...]) -> frozenset[str]:
    """Every word of their phrases: a line with any other is none of them, which is told at once."""
    return frozenset(word for kind in kinds for phrase in _of_kind(kind) for word in phrase.split())
