"""What the page says in the reader's language: Babel's catalogues, and days and numbers as the locale writes them.

>>> speech("sw").gettext("Timeline")
'Mfuatano'

The English words stand in the templates and are the keys; `locale/sw.po` has the Swahili ones. A catalogue is compiled
when it is first asked for, so that no compiled file can be older than its source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from matukio.export.labels import LANGUAGES, Labels, labels

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LOCALES = {"en": "en_GB", "sw": "sw"}


def N_(message: str) -> str:
    """Marks a message for the catalogue; whoever shows it asks for its translation."""
    return message


@dataclass(frozen=True, slots=True)
class Speech:
    """A language of the page: its catalogue, its labels, and how it writes days and numbers."""

    language: str
    translations: NullTranslations
    words: Labels

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return self.translations.gettext(message)

    def day(self, value: object) -> str:
        """«18 Jun 2024»; what is no day stays as it is."""
        found = _as_day(value)
        return _day(found, _LOCALES[self.language]) if found else str(value or "")

    def moment(self, value: str) -> str:
        """A value of TIMEX3: «18 Jun 2024, 14:00», «18 Jun 2024, evening», «Jun 2024»; others stay as they are."""
        day, _, part = value.partition("T")
        if _as_day(day) is None:
            return self.month(value)
        told = {
            "MO": self.gettext("morning"),
            "AF": self.gettext("afternoon"),
            "EV": self.gettext("evening"),
            "NI": self.gettext("night"),
            "MI": self.gettext("midday"),
        }.get(part, part)
        return f"{self.day(day)}, {told}" if told else self.day(day)

    def month(self, value: str) -> str:
        """«Jun 2024» for «2024-06»."""
        found = _as_day(f"{value}-01")
        return _month(found, _LOCALES[self.language]) if found else value

    def number(self, value: float) -> str:
        """«12,345», «0.5»."""
        return _number(value, _LOCALES[self.language])

    def percent(self, value: float) -> str:
        """«91%»."""
        from babel.numbers import format_percent

        return format_percent(value, locale=_LOCALES[self.language])


# Babel reads its patterns anew for each: a page of months would take it a quarter of a second.
@lru_cache(maxsize=20_000)
def _day(day: date, locale: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, "medium", locale=locale))


@lru_cache(maxsize=5_000)
def _month(day: date, locale: str) -> str:
    from babel.dates import format_skeleton

    return str(format_skeleton("yMMM", day, locale=locale))


@lru_cache(maxsize=20_000)
def _number(value: float, locale: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=locale))


@cache
def speech(language: str) -> Speech:
    """A language of the page, «en» or «sw»."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    return Speech(language, _translations(language), labels(language))


def _translations(language: str) -> NullTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source = files("matukio.web") / "locale" / f"{language}.po"
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _as_day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)) if _DAY.fullmatch(str(value)) else None
    except ValueError:
        return None
