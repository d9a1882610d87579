"""The text of an article with all that was found in it marked.

… <a class="piece" id="a1-s43" href="#a1-e1" data-rows="a1-e1"><span class="event">ziara</span></a><sup>e1</sup> …
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from matukio.export.html.marks import KINDS, Mark, Piece, find_marks, pieces
from matukio.export.wording import undirected
from matukio.record import Record

# Of several marks that begin at the same word, the first of these kinds is where the word leads.
_LEADING = ("event", "cue", "time", "party", "place", "name")

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def marked_text(record: Record, key: str, notes: Mapping[int, str] | None = None) -> str:
    """The paragraphs of the text; `key` begins every id, so that several articles fit on a page.

    `notes` are lines of HTML under paragraphs that stood elsewhere before, by the offsets where these begin.
    """
    marks = find_marks(record)
    paragraphs = []
    for line in re.finditer(r"[^\n]+", record.text):
        inside = "".join(_marked(piece, record.text, key) for piece in pieces(line.start(), line.end(), marks))
        kind = ' class="title"' if line.group().strip() == (record.title or "").strip() else ""
        note = next((told for start, told in (notes or {}).items() if line.start() <= start < line.end()), "")
        if note:
            kind, inside = ' class="copied"', f"{inside} {note}"
        paragraphs.append(f"<p{kind}>{inside}</p>")
    return "\n".join(paragraphs)


def _marked(piece: Piece, text: str, key: str) -> str:
    """A piece inside an element for each kind of mark on it, so that their underlines show one below the other."""
    words = escape(undirected(_UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text[piece.start : piece.end])))
    if not piece.marks:
        return words
    on_it = {mark.kind for mark in piece.marks}
    for kind in reversed([kind for kind in KINDS if kind in on_it]):
        words = f'<span class="{kind}">{words}</span>'
    rows = " ".join(dict.fromkeys(f"{key}-{mark.row}" for mark in piece.marks))
    beginning = [mark for mark in piece.marks if mark.start == piece.start]
    identity = f' id="{key}-s{piece.start}"' if beginning else ""
    led = _leading(beginning)
    if led:
        words = f'<a class="piece"{identity} href="#{key}-{led.row}" data-rows="{rows}">{words}</a>'
    else:
        words = f'<span class="piece"{identity} data-rows="{rows}">{words}</span>'
    claims = "".join(_tag(mark, key) for mark in beginning if mark.kind == "claim")
    events = "".join(_tag(mark, key) for mark in piece.marks if mark.kind == "event" and mark.end == piece.end)
    return claims + words + events


def _leading(beginning: Sequence[Mark]) -> Mark | None:
    """Which mark the words lead to; a claim is reached by its tag, for its words have links of their own."""
    ranked = [mark for mark in beginning if mark.kind in _LEADING]
    return min(ranked, key=lambda mark: _LEADING.index(mark.kind)) if ranked else None


def _tag(mark: Mark, key: str) -> str:
    """The number of an event or claim beside its words, for those who do not go by colour."""
    if mark.kind == "event":
        return f'<sup class="tag">{escape(mark.row)}</sup>'
    return f'<a class="tag" href="#{key}-{mark.row}" data-rows="{key}-{mark.row}"><sup>{escape(mark.row)}</sup></a>'
