"""The reading stages in order: this is the one place that knows it.

text → sentences and words → times, names → references → claims → events → record
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from matukio import pieces
from matukio.claims import find_claims
from matukio.entities import find_entities
from matukio.events import find_events
from matukio.forgetting import make_room, note
from matukio.record import Record
from matukio.references import resolve
from matukio.swahili import analyze
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
    make_room()
    if not SECONDS:  # the first text loads the tables
        with collector_at_rest():
            return _read(text, day, title, publisher, url, id)
    return _read(text, day, title, publisher, url, id)


def _read(text: str, day: date | None, title: str | None, publisher: str | None, url: str | None, id: str) -> Record:
    with _timed("swahili"):
        words = analyze(text)
        note(words.types)
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
