"""An archive of any size out of some thousand generated articles that were read in full: each told again of others.

    Variants(read).article(100_000) → the article of this number, with its record

A variant of an article has the same sentences with every person, country, town, body, paper and number another one, a
season later; its record is that of the article with names, offsets, codes and days put in their places. So the whole
reading is paid once for each template, and what is compared is as if each article had been read: 500 articles of a
variant gave the same F1 of stories (0.95) read in full.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

import matukio
from benchmarks.happenings import Article, bodies, first_names, states, towns
from matukio.entities.knowledge import countries
from matukio.record import Claim, Entity, Event, Party, Place, Record, SentenceSpan, Span

Read = Sequence[tuple[Article, Record]]
Held = TypeVar("Held", Span, Party, Place, Entity)
# What numbers there are in generated articles: so many from the least on.
LEAST, NUMBERS = 3, 903


class Variants:
    """Articles with their records, told again of other names."""

    def __init__(self, read: Read) -> None:
        self._read = sorted(read, key=lambda pair: (pair[0].published, pair[0].record_id))
        days = (self._read[-1][0].published - self._read[0][0].published).days
        # A variant begins on the same day of the week, and far enough from the others that no story reaches across.
        self.days = (days // 7 + 3) * 7

    def __len__(self) -> int:
        """How many articles were read."""
        return len(self._read)

    def article(self, number: int) -> tuple[Article, Record]:
        """An article by its number: first those that were read, by their days, then variant after variant of all."""
        variant, place = divmod(number, len(self._read))
        article, record = self._read[place]
        return (article, record) if variant == 0 else _told_again(article, record, variant, variant * self.days)


def _told_again(article: Article, record: Record, variant: int, days: int) -> tuple[Article, Record]:
    names = {old: _another(old, letter, variant) for old, letter in article.names.items()}
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)" if names else r"(?!)")
    move = _Move(record.text, pattern, names)
    codes = {_code(old): _code(names[old]) for old, letter in article.names.items() if letter in "cd"}
    shift = timedelta(days=days)

    def sub(text: str) -> str:
        return pattern.sub(lambda match: names[match.group()], text)

    text = sub(record.text)

    def moved(old: Held) -> Held:
        """With the words that stand at its place now: «Ruto» of «Rais Ruto» is no name that is replaced by itself."""
        start, end = move(old.start), move(old.end)
        return replace(old, text=text[start:end], start=start, end=end)

    def number(old: int | None) -> int | None:
        return None if old is None else int(names.get(str(old), old))

    def link(old: str | None) -> str | None:
        """What is linked is known by its name's own link; that of a country is its code."""
        if old is None:
            return None
        kind, _, name = old.partition(":")
        return f"cty:{codes.get(name, name)}" if kind == "cty" else f"{old}~{variant}"

    def party(old: Party) -> Party:
        country = codes.get(old.country, old.country) if old.country else None
        new = moved(old)
        name = new.text if old.name == old.text else sub(old.name) if old.name else None
        return replace(new, link=link(old.link), name=name, country=country)

    def event(old: Event) -> Event:
        return replace(
            old, mentions=tuple(map(moved, old.mentions)), actors=tuple(map(party, old.actors)),
            recipients=tuple(map(party, old.recipients)),
            place=_place(old.place, moved(old.place), codes) if old.place else None,
            date=replace(old.date, value=_later(old.date.value, shift)) if old.date else None,
            size=replace(old.size, dead=number(old.size.dead), injured=number(old.size.injured),
                         arrested=number(old.size.arrested)),
        )  # fmt: skip

    def claim(old: Claim) -> Claim:
        return replace(old, speakers=tuple(map(party, old.speakers)))

    def entity(old: Entity) -> Entity:
        return replace(moved(old), link=link(old.link))

    told = Article(
        f"{article.record_id}-{variant}", article.published + shift, _paper(article.publisher, variant),
        sub(article.title), [[sub(s) for s in sentences] for sentences in article.paragraphs],
        None if article.happening is None else article.happening + 10_000_000 * variant, article.edits,
        {number: f"{id}-{variant}" for number, id in article.copies.items()},
        [[None if m is None else m + 10_000_000 * variant for m in marks] for marks in article.told],
        None if article.headline is None else article.headline + 10_000_000 * variant,
    )  # fmt: skip
    made = Record(
        told.record_id, None, told.publisher, told.title, told.published, record.language, text,
        tuple(SentenceSpan(move(s.start), move(s.end)) for s in record.sentences),
        entities=tuple(map(entity, record.entities)), events=tuple(map(event, record.events)),
        claims=tuple(map(claim, record.claims)),
    )  # fmt: skip
    return told, made


class _Move:
    """Where an offset is after names were replaced; inside a name it is as far from its beginning, or at its end."""

    def __init__(self, text: str, pattern: re.Pattern[str], names: dict[str, str]) -> None:
        self._ends, self._names = [0], [(0, 0, 0, 0)]
        by = 0
        for match in pattern.finditer(text):
            new = len(names[match.group()])
            self._ends.append(match.start())
            self._names.append((match.start(), match.end(), match.start() + by, match.start() + by + new))
            by += new - (match.end() - match.start())

    def __call__(self, offset: int) -> int:
        start, end, new_start, new_end = self._names[bisect_right(self._ends, offset) - 1]
        return new_end + offset - end if offset >= end else min(new_start + offset - start, new_end)


def _place(old: Place, new: Place, codes: dict[str, str]) -> Place:
    # Where the town of another name lies does not matter, only that two names are two places.
    known = new.text == old.text
    return replace(
        new, country=codes.get(old.country or "", old.country),
        latitude=old.latitude if known else None, longitude=old.longitude if known else None,
    )  # fmt: skip


def _later(value: str, by: timedelta) -> str:
    try:
        return (date.fromisoformat(value[:10]) + by).isoformat() + value[10:]
    except ValueError:
        return f"{int(value[:4]) + by.days // 365}{value[4:]}" if value[:4].isdigit() else value


@cache
def _another(name: str, letter: str, variant: int) -> str:
    """Another name of the same kind, the same one whenever it is asked for."""
    if letter in "cd":
        return _turned(states(), name, 7 * variant)
    if letter == "o":
        return _turned(bodies(), name, 11 * variant)
    if letter == "t":
        return _turned(_all_towns(), name, 13 * variant)
    if letter == "n":
        # Numbers that two reports give differently stay as far apart.
        return str(LEAST + (int(name) - LEAST + 23 * variant) % NUMBERS)
    if letter in "pqPQ":
        *office, first, last = name.split(" ")
        both = (_turned(first_names(), first, 17 * variant), _turned(first_names(), last, 19 * variant))
        return " ".join([*office, *both])
    return name


def _turned(all_of_them: list[str], name: str, by: int) -> str:
    places = _places_in(tuple(all_of_them[:3]), len(all_of_them), id(all_of_them))
    if not places:
        places.update({each: number for number, each in enumerate(all_of_them)})
    return all_of_them[(places[name] + by) % len(all_of_them)] if name in places else name


@cache
def _places_in(first: tuple[str, ...], count: int, of: int) -> dict[str, int]:
    return {}


@cache
def _all_towns() -> list[str]:
    return sorted({town for state in states() for town in towns(state)})


@cache
def _code(state: str) -> str:
    return next((code for code, country in countries().items() if country.names[0] == state), state)


def _paper(publisher: str, variant: int) -> str:
    lead, _, name = publisher.rpartition(" ")
    return f"{lead} {_turned(first_names(), name, 23 * variant)}"


def read_in_full(articles: Sequence[Article]) -> list[tuple[Article, Record]]:
    """The articles with their records."""
    return [
        (
            a,
            matukio.read(
                a.text, published=a.published.isoformat(), id=a.record_id, publisher=a.publisher, title=a.title
            ),
        )
        for a in articles
    ]
