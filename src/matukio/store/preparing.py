"""From an article to all that the store writes of it: the slow part, which worker processes do.

Article("Rais azuru …", url="https://…") → Prepared(identity="https://…", record={…}, rows={"events": [{…}], …})
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from matukio import __version__
from matukio.ingest import Article
from matukio.pipeline import read_article
from matukio.store.lemmas import lemmas, packed, placed
from matukio.store.spreading import Row, kept, spread
from matukio.stories.shapes import Shape, shape


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that was read: what its row says, its record as JSON, the rows of the other tables, its lemmas and
    where they stand, and what it is compared with others by."""

    article: Row
    record: str
    rows: dict[str, list[Row]]
    title: str
    body: str
    starts: bytes
    shape: Shape


def prepare(article: Article) -> Prepared:
    """Read the article and lay out what was found."""
    read = read_article(article)
    record = read.to_dict()
    body, starts = placed(article.text)
    return Prepared(
        article={
            "identity": identity(article),
            "hash": content_hash(article),
            "url": _kept(article.url),
            "source": kept(named(article)),
            "publisher": _kept(article.publisher),
            "title": _kept(article.title),
            "published": article.published,
            "language": record["language"],
            "made_by": __version__,
        },
        record=to_json(record),
        rows=spread(record),
        title=lemmas(article.title or ""),
        body=body,
        starts=packed(starts),
        shape=shape(read, identity(article)),
    )


def identity(article: Article) -> str:
    """What stays the same when an article changes: its address, else the file it stands in, else its content."""
    if article.url:
        return kept(article.url)
    return f"text:{content_hash(article)}" if article.source == "-" else kept(named(article))


def named(article: Article) -> str:
    """Where the article was found, files by their whole path, so that it means the same in every folder."""
    source = article.source
    if source == "-" or "://" in source or os.path.isabs(source):
        return source
    return str(Path(source).absolute())


def content_hash(article: Article) -> str:
    """Changes when anything does that a reader sees of the article."""
    published = article.published.isoformat() if article.published else None
    seen = json.dumps([article.text, article.title, article.publisher, published])
    return sha256(seen.encode("utf-8")).hexdigest()


def to_json(record: Any) -> str:
    """The record in one line; what is no whole character is escaped."""
    written = json.dumps(record, ensure_ascii=False)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(record)
    return written


def _kept(text: str | None) -> str | None:
    return kept(text) if text else None
