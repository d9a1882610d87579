"""A generated archive that knows its truth: happenings, independent reports of each, reposts, joined pages.

    for article in generate(100_000, seed=1):
        article.record_id, article.published, article.text, article.happening, article.copies

Words and templates are our own (happenings.toml); names of persons are put together at random, places are real.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from matukio.entities.knowledge import Organisation, PlaceEntry, countries
from matukio.entities.rows import rows
from matukio.stories.shapes import rank

BEGIN = date(2022, 1, 3)
DAYS = 1000
EDITS = (0.0, 0.02, 0.05, 0.1)
OFFICES = (
    "Rais",
    "Waziri Mkuu",
    "Waziri wa Mambo ya Nje",
    "Waziri wa Fedha",
    "Gavana",
    "Mbunge",
    "Seneta",
    "Meya",
    "Balozi",
)
OPENERS = (
    "Kwa mujibu wa {p}, ",
    "Akizungumza na {o}, {p} alisema: ",
    "Ripoti iliyotolewa na {o} mjini {t} inaeleza kwamba ",
    "Taarifa ya {p} kwa wanahabari inasema ",
    "Mkazi mmoja wa {t} aliliambia {o} kuwa ",
    "{p} aliandika katika mtandao wa kijamii kwamba ",
)  # fmt: skip
SLOT = re.compile(r"\{(\w)\}")


@dataclass(slots=True)
class Article:
    """A generated article; `copies` says for each copied paragraph, by its number, the id of the article it is from."""

    record_id: str
    published: date
    publisher: str
    title: str
    paragraphs: list[list[str]]
    """Each a list of sentences."""
    happening: int | None
    """None for a joined page, which has two."""
    edits: float | None = None
    """The part of words that was changed, for a repost."""
    copies: dict[int, str] = field(default_factory=dict)
    told: list[list[int | None]] = field(default_factory=list)
    """For each sentence the happening that it tells of; the others are of something else."""
    headline: int | None = None
    """The happening that the title tells of."""
    names: dict[str, str] = field(default_factory=dict)
    """What filled slots, with the slot's letter: names that a variant (benchmarks/variants.py) may replace."""

    @property
    def text(self) -> str:
        return "\n".join([self.title, *(" ".join(sentences) for sentences in self.paragraphs)])


def generate(count: int, seed: int = 1, days: int = DAYS) -> Iterator[Article]:
    """So many articles of so many days, not in the order of these."""
    chance = random.Random(seed)
    made: list[Article] = []
    happening = 0
    while len(made) < count:
        reports = list(_reports(chance, happening, days))
        happening += 1
        made += reports
        for report in reports:
            if chance.random() < 0.4:
                made += [_repost(chance, report) for _ in range(chance.choice((1, 1, 2)))]
        if chance.random() < 0.08 and len(made) > 50:
            made.append(_joined(chance, reports[0], chance.choice(made[-50:-10])))
    chance.shuffle(made)
    yield from made[:count]


def _reports(chance: random.Random, number: int, days: int) -> Iterator[Article]:
    """One to three papers tell of one happening, each in a voice of its own."""
    happening = chance.choice(_templates()["happening"])
    c, d = chance.sample(states(), 2)
    slots = {
        "c": c, "d": d, "t": chance.choice(towns(c)), "o": chance.choice(bodies()),
        "w": chance.choice(("Jumatatu", "Jumanne", "Jumatano", "Alhamisi", "Ijumaa")), **_person(chance, "p"),
        **_person(chance, "q"),
    }  # fmt: skip
    base = chance.randint(4, 900)
    day = BEGIN + timedelta(days=chance.randrange(days))
    for voice in chance.sample(happening["voice"], chance.choice((1, 2, 2, 3))):
        told = {**slots, "n": str(base + chance.choice((0, 0, 1, 2, 5)))}
        sentences: list[tuple[str, int | None]] = [(_filled(chance, line, told), number) for line in voice["lines"]]
        for line in chance.sample(_templates()["fillers"]["lines"], chance.randint(2, 5)):
            sentences.insert(chance.randint(2, len(sentences)), (_filled(chance, line, _others(chance)), None))
        paragraphs: list[list[str]] = []
        marks: list[list[int | None]] = []
        while sentences:
            size = min(len(sentences), chance.choice((1, 2, 2)))
            paragraphs.append([sentence for sentence, _ in sentences[:size]])
            marks.append([mark for _, mark in sentences[:size]])
            del sentences[:size]
        title = _slotted(voice["title"], told)
        published = day + timedelta(days=chance.choice((0, 0, 1, 1, 2, 3)))
        names = _names_filled()
        yield Article(
            _id(chance), published, _paper(chance), title, paragraphs, number, told=marks, headline=number, names=names
        )


def _repost(chance: random.Random, report: Article) -> Article:
    """The same with edits, and with sentences dropped, added and moved."""
    edits = chance.choice(EDITS)
    published = report.published + timedelta(days=chance.choice((0, 1, 1, 2)))
    copy = Article(_id(chance), published, _paper(chance), report.title, [], report.happening, edits)
    copy.headline = report.headline
    # A copy of the same day must not come before its original, where articles of a day are ranked by their ids.
    while _rank(copy) < _rank(report):
        copy.record_id = _id(chance)
    for sentences, marks in zip(report.paragraphs, report.told, strict=True):
        edited = [_edited(chance, sentence, edits, report.names) for sentence in sentences]
        kept = list(zip(edited, marks, strict=True))
        what = chance.random()
        if what < 0.1 and len(kept) > 1:
            kept.pop(chance.randrange(len(kept)))
        elif what < 0.2:
            extra = _filled(chance, chance.choice(_templates()["fillers"]["lines"]), _others(chance))
            if len(extra.split()) < sum(len(sentence.split()) for sentence, _ in kept):
                kept.insert(chance.randint(0, len(kept)), (extra, None))
        elif what < 0.3:
            chance.shuffle(kept)
        copy.copies[len(copy.paragraphs) + 1] = report.record_id
        copy.paragraphs.append([sentence for sentence, _ in kept])
        copy.told.append([mark for _, mark in kept])
    copy.names = {**report.names, **_names_filled()}
    return copy


def _rank(article: Article) -> int:
    return rank(article.published.toordinal(), article.record_id)


def _joined(chance: random.Random, first: Article, second: Article) -> Article:
    """A page made of two reports, as blogs make them."""
    published = max(first.published, second.published) + timedelta(days=1)
    page = Article(_id(chance), published, _paper(chance), first.title, [], None, headline=first.headline)
    for part in (first, second):
        for number, (sentences, marks) in enumerate(zip(part.paragraphs, part.told, strict=True), 1):
            page.copies[len(page.paragraphs) + 1] = part.copies.get(number, part.record_id)
            page.paragraphs.append(list(sentences))
            page.told.append(list(marks))
    page.names = {**first.names, **second.names}
    return page


def _edited(chance: random.Random, sentence: str, edits: float, names: Iterable[str]) -> str:
    """The sentence with so many of its words dropped or replaced; editors leave names and numbers alone."""
    words = sentence.split(" ")
    spans = [m.span() for name in names for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence)]
    named = {n for start, end in spans for n in range(sentence.count(" ", 0, start), sentence.count(" ", 0, end) + 1)}
    plain = [place for place, word in enumerate(words[:-1]) if word[0].islower() and place not in named]
    count = int(edits * len(words) + chance.random())
    for place in chance.sample(plain, min(count, len(plain))):
        words[place] = chance.choice(("", "pia", "huko", "hasa", "mno", chance.choice(_vocabulary())))
    return " ".join(word for word in words if word)


def _filled(chance: random.Random, line: str, slots: dict[str, str]) -> str:
    """A line with its slots filled; one that has few gets an opening of its own, as no two papers write the same."""
    if len(SLOT.findall(line)) < 2:
        opener = _slotted(chance.choice(OPENERS), _others(chance))
        line = opener + line[0].lower() + line[1:] if line[0] != "{" else opener + line
    filled = _slotted(line, slots)
    return filled[0].upper() + filled[1:]


def _slotted(line: str, slots: dict[str, str]) -> str:
    for letter in SLOT.findall(line):
        _FILLED[slots[letter]] = letter
    return SLOT.sub(lambda match: slots[match.group(1)], line)


_FILLED: dict[str, str] = {}


def _names_filled() -> dict[str, str]:
    """What filled slots since this was asked before."""
    found = dict(_FILLED)
    _FILLED.clear()
    return found


def _others(chance: random.Random) -> dict[str, str]:
    """Slots that have nothing to do with the happening."""
    state = chance.choice(states())
    return {
        "c": state, "t": chance.choice(towns(state)), "o": chance.choice(bodies()), "n": str(chance.randint(3, 900)),
        **_person(chance, "p"),
    }  # fmt: skip


def _person(chance: random.Random, slot: str) -> dict[str, str]:
    name = f"{chance.choice(first_names())} {chance.choice(first_names())}"
    return {slot: f"{chance.choice(OFFICES)} {name}", slot.upper(): name}


def _paper(chance: random.Random) -> str:
    return f"Gazeti la {chance.choice(first_names())}"


def _id(chance: random.Random) -> str:
    return f"{chance.getrandbits(64):016x}"


@cache
def _templates() -> dict[str, list[dict[str, object]]]:  # type: ignore[misc]
    return tomllib.loads((Path(__file__).parent / "happenings.toml").read_text(encoding="utf-8"))


@cache
def first_names() -> list[str]:
    lines = (
        (Path(__file__).parents[1] / "src/matukio/entities/first_names.tsv").read_text(encoding="utf-8").splitlines()
    )
    return [line for line in lines if line.isalpha() and line[0].isupper()]


@cache
def _places() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place in rows("places.tsv", PlaceEntry):
        if place.kind == "city" and place.country:
            found.setdefault(place.country, []).append(place.name[0])
    return found


@cache
def states() -> list[str]:
    return [country.names[0] for code, country in countries().items() if len(_places().get(code, ())) >= 2]


@cache
def towns(state: str) -> list[str]:
    return next(_places()[code] for code, country in countries().items() if country.names[0] == state)


@cache
def bodies() -> list[str]:
    found = rows("organisations.tsv", Organisation)
    return sorted({body.names[0] for body in found if len(body.names[0].split()) > 1})


@cache
def _vocabulary() -> list[str]:
    lines = [line for part in _templates()["happening"] for voice in part["voice"] for line in voice["lines"]]  # type: ignore[attr-defined]
    return sorted({word for line in lines for word in re.findall(r"\b[a-z]{4,}\b", line)})
