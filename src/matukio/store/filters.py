"""What a question asks for: «actor KEN, type ASSAULT, from 2024-06-01» as conditions on the tables.

>>> parties_of("Kenya")
[('KEN',)]
>>> parties_of("KEN-GOV")
[('KEN·GOV',)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from matukio.entities.knowledge import countries
from matukio.errors import QuestionError
from matukio.record import BODIES, EVENT_TYPES, SECTORS, STANCES, STATUSES

_CODES = re.compile(r"([A-Z]{3})(?:[·.\-/ ]([A-Z]{3}))?")
_LINK = re.compile(r"[a-z]+:\S+")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

Many = str | Iterable[str] | None
"""One value, or several of which any will do."""


Asked = tuple[str, ...]
"""A party or place that is asked for: the values of facets that it must all have."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that must all hold; within one, any of its values will do. `roles`: role → whom."""

    roles: tuple[tuple[str, tuple[Asked, ...]], ...] = ()
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    min_confidence: float | None = None
    about: tuple[str, ...] = ()
    """Words of which a claim's content has one."""
    articles: tuple[int, ...] | None = None
    """The articles to look in; None for all."""
    min_sources: int | None = None
    """Events that at least so many independent sources tell."""
    story: int | None = None
    """The story whose reports to look in, by the number of its first one."""
    answered: bool | None = None
    """Claims that another claim of their article answers, or those that none does; None for both."""


def filters(
    *,
    actor: Many = None,
    recipient: Many = None,
    source: Many = None,
    place: Many = None,
    speaker: Many = None,
    target: Many = None,
    type: Many = None,
    status: Many = None,
    stance: Many = None,
    publisher: Many = None,
    since: date | str | None = None,
    until: date | str | None = None,
    min_confidence: float | None = None,
    about: Many = None,
    articles: Iterable[int] | None = None,
    answered: bool | None = None,
    min_sources: int | None = None,
    story: int | str | None = None,
) -> Filters:
    """The conditions in a form that questions take. Raises QuestionError for what no record can have."""
    roles = {
        "actor": actor, "recipient": recipient, "source": source, "place": place, "speaker": speaker, "target": target,
    }  # fmt: skip
    kinds = _many(type)
    modes = {mode for modes in EVENT_TYPES.values() for mode in modes}
    return Filters(
        roles=tuple((role, tuple(parties_of(given, role))) for role, given in roles.items() if _many(given)),
        types=tuple(kind.upper() for kind in kinds if kind not in modes and _known("type", kind.upper(), EVENT_TYPES)),
        modes=tuple(kind for kind in kinds if kind in modes),
        statuses=tuple(value for value in _many(status) if _known("status", value, STATUSES)),
        stances=tuple(value for value in _many(stance) if _known("stance", value, STANCES)),
        publishers=_many(publisher),
        since=_day("from", since),
        until=_day("to", until),
        min_confidence=_share(min_confidence),
        about=_many(about),
        articles=tuple(articles) if articles is not None else None,
        answered=answered,
        min_sources=_least(min_sources),
        story=_story(story),
    )


def parties_of(given: Many, role: str = "actor") -> list[Asked]:
    """Whom some values ask for: codes, links, countries by their names, or words of a name."""
    return [_asked(value, role) for value in _many(given)]


def _asked(value: str, role: str) -> Asked:
    value = value.strip()
    if codes := _CODES.fullmatch(value):
        first, second = codes.groups()
        if _is_country(first) and second is None:
            return (first,)
        if _is_country(first) and second in SECTORS:
            return (f"{first}·{second}",)
        if first in SECTORS and second is None:
            return (f"·{first}",)
    if _LINK.fullmatch(value):
        return (value.removeprefix("cty:"),)
    if code := _country_names().get(value.casefold()):
        return (code,)
    words = tuple(word.casefold() for word in _WORD.findall(value) if len(word) > 2)
    if not words:
        raise QuestionError(f"--{role} {value}: give a country, a code like KEN, KEN·GOV or GOV, or a name")
    return words


def _many(given: Many) -> tuple[str, ...]:
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)


def _known(name: str, value: str, values: Iterable[str]) -> bool:
    if value not in values:
        raise QuestionError(f"--{name} {value}: not one of {', '.join(values)}")
    return True


def _day(name: str, given: date | str | None) -> date | None:
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise QuestionError(f"--{name} {given}: not a date like 2024-06-18") from None


def _least(given: int | None) -> int | None:
    if given is not None and given < 1:
        raise QuestionError(f"--min-sources {given}: is at least 1")
    return given


def _story(given: int | str | None) -> int | None:
    if given is None or isinstance(given, int):
        return given
    number = given.strip().removeprefix("s")
    if not number.isdecimal():
        raise QuestionError(f"--story {given}: write it as in the list of stories, s12")
    return int(number)


def _share(given: float | None) -> float | None:
    if given is not None and not 0 <= given <= 1:
        raise QuestionError(f"--min-confidence {given}: lies between 0 and 1")
    return given


def _is_country(code: str) -> bool:
    return code in countries() or code in BODIES


@cache
def _country_names() -> dict[str, str]:
    """Names of countries, in Swahili and English, in small letters → code."""
    found: dict[str, str] = {}
    for code, country in countries().items():
        for name in (country.name, *country.names):
            found.setdefault(name.casefold(), code)
    return found
