"""The reading stages in order: this is the one place that knows it.

text → sentences and words → times, names → references → claims → events → record
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from matukio import pieces
from matukio.claims import find_claims
from matukio.entities import find_entities
from matukio.events import find_events
from matukio.record import Record
from matukio.references import resolve
from matukio.swahili import analyze
from matukio.swahili.vocabulary import VOCABULARY
from matukio.tables import collector_at_rest
from matukio.times import find_times
from matukio.times.calendar import day_of_publication

if TYPE_CHECKING:
    from matukio.ingest import Article

SECONDS: dict[str, float] = {}
"""Seconds spent in each stage since the program began, for benchmarks."""


def read(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Record:
    """The record of one article, given as a string, which is kept exactly as it is.

    `published` (a date, or a string like «2024-06-18») is what relative times are resolved against; without it they
    keep their unresolved TIMEX3 values. An hour with its zone counts as the day in East Africa Time. `id` is a hash of
    the text unless given. Raises ValueError for a `published` that is no date.

    More than 50,000 characters are no article; they are read in pieces (see `matukio.pieces`), with nothing merged or
    answered from one piece to another.
    """
    day = day_of_publication(published)
    id = id or sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    if len(text) > pieces.LONGEST:
        return pieces.read_in_pieces(
            text, lambda piece: read(piece, published=day, title=title, publisher=publisher, url=url, id=id)
        )
    if len(VOCABULARY.strings) > _forms.most:
        forget_rare_forms()
    if not SECONDS:  # the first text loads the tables
        with collector_at_rest():
            return _read(text, day, title, publisher, url, id)
    return _read(text, day, title, publisher, url, id)


def _read(text: str, day: date | None, title: str | None, publisher: str | None, url: str | None, id: str) -> Record:
    with _timed("swahili"):
        words = analyze(text)
        _forms.met.update(set(words.types))
    with _timed("times"):
        times = find_times(words, day)
    with _timed("entities"):
        entities = find_entities(words, day)
    with _timed("references"):
        discourse = resolve(words, entities)
    with _timed("claims"):
        claims = find_claims(discourse, times)
    with _timed("events"):
        events = find_events(discourse, times, claims)
    return Record(
        id=id,
        url=url,
        publisher=publisher,
        title=title,
        published=day,
        language="sw",
        text=text,
        sentences=tuple(sentence.span for sentence in words.sentences),
        entities=entities,
        times=times,
        events=events,
        claims=claims,
    )


def settle() -> None:
    """For a process whose only work is reading, once the tables are read: the garbage collector passes over them and
    comes more seldom. Looking for cycles, of which a reading leaves next to none, took 6 % of its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY)


COLLECT_EVERY = 20_000
"""New objects after which a worker's garbage collector looks for cycles; Python's own number is 700."""


@dataclass(slots=True)
class _Forms:
    """In how many texts each word form was met, and how many forms there may be before rare ones are forgotten."""

    most: int
    met: Counter[int] = field(default_factory=Counter)


COMMON = 4_000
"""What is known of so many forms, those met in most texts, is never forgotten. Twice as many and those of a text are
fewer than 10,922, after which a dictionary takes twice its room: a worker holds 11 MiB less than with 6,000, and over
500 articles no time more could be measured."""
_forms = _Forms(2 * COMMON)


def forget_rare_forms() -> None:
    """Let go of what the stages know of rare word forms; it is found again when a text asks.

    What is known of a form takes some 6 kB, and new forms never end: a process that had read 1,000 articles of real
    news held 287 MiB without this, 217 with it, for 8 % more time. The form itself stays, 0.4 kB, for a `Text` that
    somebody keeps names its words by number.
    """
    by_type, functions = _remembering()
    common = dict(_forms.met.most_common(COMMON))
    _forms.met = Counter(common)  # the count of a rare form is forgotten with it
    for memory in by_type:
        kept = {form: memory[form] for form in common if form in memory}
        memory.clear()
        memory.update(kept)
    for function in functions:
        if function.cache_info().currsize > TABLES:
            function.cache_clear()
    _forms.most = len(VOCABULARY.strings) + COMMON


TABLES = 500
"""A function with more results than that remembers words, not tables."""


@cache
def _remembering() -> tuple[list[dict[Any, Any]], list[Any]]:
    """Dictionaries that fill themselves when asked, and functions that keep what they gave, of all stages."""
    if was_frozen := gc.get_freeze_count() > 0:
        gc.unfreeze()
    things = [each for each in gc.get_objects() if _module(each).startswith("matukio.")]
    if was_frozen:
        gc.freeze()
    filled = [each for each in things if isinstance(each, dict) and hasattr(type(each), "__missing__")]
    filled.remove(VOCABULARY.ids)  # a form keeps its number
    return filled, [each for each in things if hasattr(each, "cache_clear")]


def _module(thing: Any) -> str:
    """Where a function or the class of an object was written."""
    name = thing.__module__ if hasattr(type(thing), "cache_clear") else type(thing).__module__
    return name if isinstance(name, str) else ""


def read_article(article: Article) -> Record:
    """The record of an article that `ingest` has made."""
    return read(
        article.text,
        published=article.published,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
    )


def read_file(path: str | Path, *, published: date | str | None = None) -> Record:
    """The record of a text, HTML or PDF file. Raises SourceError, with one line that says what to do."""
    from matukio import ingest

    return read_article(ingest.read_file(path, published=day_of_publication(published)))


def read_url(url: str, *, published: date | str | None = None, allow_private: bool = False) -> Record:
    """The record of a web page. Raises SourceError; addresses inside private networks need `allow_private`."""
    from matukio import ingest

    return read_article(ingest.read_url(url, published=day_of_publication(published), allow_private=allow_private))


@contextmanager
def _timed(stage: str) -> Iterator[None]:
    begun = perf_counter()
    try:
        yield
    finally:
        SECONDS[stage] = SECONDS.get(stage, 0.0) + perf_counter() - begun
