"""The day of publication where a line of the text says so: «Imechapishwa 18 Juni 2024», «Published: 2024-06-18».

>>> find_dateline(["Rais azuru Lusaka", "Jumanne, 18 Juni 2024", "Rais aliwasili jana mjini Lusaka."])
Dateline(line=1, published=datetime.date(2024, 6, 18))

A date within a sentence is the day of what it tells, not of publication, so the whole line must be the dateline; a
byline may share it, «Na Asha Juma | 18 Juni 2024».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from matukio.tables import read_table

# Below the title, a summary, the byline and the place there is no dateline any more.
REACH = 6
LONGEST = 90
# «Na Asha Juma na Peter Otieno»: a byline has no more words than the names of two reporters.
BYLINE_WORDS = 7

_DIVIDER = re.compile(r"\s*[|•·]\s*|\s+[\-–—]\s+|,\s+")


@dataclass(frozen=True, slots=True)
class Word:
    """A row of dateline_words.tsv: `kind` is byline, label, month (`value` its number) or weekday."""

    word: str
    kind: str
    value: int = 0


@dataclass(frozen=True, slots=True)
class Dateline:
    """Which line it is and the day it names."""

    line: int
    published: date


def find_dateline(lines: Sequence[str]) -> Dateline | None:
    """The first of the opening lines that is nothing but a date, with or without «imechapishwa», an hour, a byline."""
    for number, line in enumerate(lines[:REACH]):
        if len(line) <= LONGEST and (published := read_dateline(line)):
            return Dateline(number, published)
    return None


def read_dateline(line: str) -> date | None:
    """The day that the whole line names; None for any other line and for days that do not exist."""
    return _read(line) or next(filter(None, map(_read, _beside_byline(line.strip()))), None)


def _beside_byline(line: str) -> Iterator[str]:
    """What stands before or after a byline: «Na Asha Juma, Lusaka – 18 Juni 2024» may be «18 Juni 2024»."""
    for divider in _DIVIDER.finditer(line):
        before, after = line[: divider.start()], line[divider.end() :]
        if _is_byline(before):
            yield after
        if _is_byline(after):
            yield before


def _is_byline(words: str) -> bool:
    """«Na Asha Juma», «Mwandishi wetu, Lusaka»: no verb, so every longer word of it is a name with its capital."""
    opening = re.match(rf"(?:{_any('byline')})(?![\w'’])\s*:?", words, re.IGNORECASE)
    if opening is None or len(words.split()) > BYLINE_WORDS:
        return False
    return all(word[0].isupper() or len(word) <= 2 for word in re.findall(r"[^\W\d_]+", words[opening.end() :]))


def _read(line: str) -> date | None:
    for pattern in _patterns():
        match = pattern.fullmatch(line.strip().casefold())
        if not match:
            continue
        parts = match.groupdict()
        month = _words("month")[parts["name"]] if parts.get("name") else int(parts["month"])
        day = int(parts["day"])
        # «5/6/2024» is 5 June in East Africa and May 6 on an American page: only a day above 12 tells them apart.
        if parts.get("slash") and (day <= 12 or month > 12):
            return None
        try:
            return date(int(parts["year"]), month, day)
        except ValueError:
            return None
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    label = rf"(?:(?:{_any('label')})\s*[:,\-–]?\s*)?"
    weekday = rf"(?:(?:{_any('weekday')})[,\s]\s*)?"
    hour = r"(?:[,\s|·•\-–]+(?:at |saa )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[a-z]{2,8}){0,2}|t\d{2}:\d{2}\S*)?"
    year, day = r"(?P<year>(?:19|20)\d\d)", r"(?P<day>\d{1,2})"
    month = rf"(?P<name>{_any('month')})"
    dates = (
        rf"(?:tarehe )?{day}(?:st|nd|rd|th)?\.?[\s\-]+{month}\.?,?[\s\-]+{year}",
        rf"{month}\.?\s+{day}(?:st|nd|rd|th)?,?\s+{year}",
        rf"{year}-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"{day}(?P<slash>[./])(?P<month>\d{{1,2}})[./]{year}",
    )
    return tuple(re.compile(rf"{label}{weekday}{body}{hour}\.?") for body in dates)


def _any(kind: str) -> str:
    """The words of a kind as one pattern, the longest first, for «imechapishwa tarehe» begins with «imechapishwa»."""
    return "|".join(re.escape(word) for word in sorted(_words(kind), key=len, reverse=True))


@cache
def _words(kind: str) -> dict[str, int]:
    rows = read_table(files("matukio.ingest") / "dateline_words.tsv", Word)
    return {row.word: row.value for row in rows if row.kind == kind}
