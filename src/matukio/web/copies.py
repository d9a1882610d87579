"""Paragraphs that stood elsewhere before: greyed on the page of an article, with a link to where they were first."""

from __future__ import annotations

from html import escape

from fastapi import Request

from matukio.export.wording import one_line
from matukio.record import Record
from matukio.web.comparing import Comparisons
from matukio.web.pages import address, kept_language, language_of
from matukio.web.speaking import speech


def copied(request: Request, record: Record, number: int) -> dict[int, str]:
    """For the offset of each copied paragraph a line of HTML that says and links where it came from."""
    comparisons: Comparisons = request.app.state.comparisons
    notes = {}
    for start, original, title, publisher in comparisons.copies(number):
        told = " · ".join(one_line(each) for each in (publisher, title) if each) or str(original)
        href = escape(address(f"/articles/{original}", [], kept_language(request)))
        lead = escape(speech(language_of(request)).gettext("Stood first in:"))
        notes[start] = f'<span class="origin">{lead} <a href="{href}"><bdi>{escape(told)}</bdi></a></span>'
    return notes
