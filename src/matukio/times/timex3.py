"""TimeML: the article's text with each time in a TIMEX3 element, as temporal taggers exchange it.

«Walifika jana.» becomes `Walifika <TIMEX3 tid="t1" type="DATE" value="2024-06-17">jana</TIMEX3>.`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from matukio.record import Time

NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold; each becomes U+FFFD."""


def to_timex3(text: str, times: Sequence[Time], published: date | None = None) -> str:
    """A TimeML document; `times` are those of `text`, in its order."""
    parts, at = [], 0
    for number, time in enumerate(times, 1):
        attributes = f'tid="t{number}" type={quoteattr(time.type)} value={quoteattr(time.value)}'
        parts += [_escaped(text[at : time.start]), f"<TIMEX3 {attributes}>{_escaped(time.text)}</TIMEX3>"]
        at = time.end
    parts.append(_escaped(text[at:]))
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{_created(published)}'
    return f"{head}<TEXT>{''.join(parts)}</TEXT>\n</TimeML>\n"


def _created(published: date | None) -> str:
    """The date of publication, against which the values were reckoned."""
    if published is None:
        return ""
    day = published.isoformat()
    return f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'


def _escaped(text: str) -> str:
    return escape(NOT_XML.sub("\ufffd", text))
