"""What is kept of an article beside its rows, so that it can be compared with all others: some kilobytes.

shape_row(record, "https://…", "5f0c…") → words as numbers, profile, events and claims as far as merging asks for them

They stand in `_shapes/KEY.arrow`, one file a block, which is mapped into memory and of which single rows are read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as arrow

from matukio.record import Claim, Party, Record, Span
from matukio.stories.answers import ANSWERS
from matukio.stories.shapes import pack_profile, pack_words, shape
from matukio.stories.told import Told, told

TEXT, WHOLE, DAY, BYTES = arrow.string(), arrow.int64(), arrow.date32(), arrow.binary()
SHAPES = arrow.schema({
    "article_id": TEXT, "name": TEXT, "rank": WHOLE, "day": WHOLE, "published": DAY, "publisher": TEXT, "agency": TEXT,
    "title": TEXT, "profile": BYTES, "words": BYTES, "told": BYTES,
})  # fmt: skip
ANSWERED = frozenset().union(*ANSWERS.values())
# A title where an article has none: so many letters of its first line.
TITLE = 120
# So many files are open at a time.
OPEN = 256


@dataclass(frozen=True, slots=True)
class TellingEvent:
    """An event as merging takes it, with the word that it stands on, in small letters, and where."""

    told: Told
    word: str
    start: int


@dataclass(frozen=True, slots=True)
class KeptClaims:
    """The claims of an article that may answer those of another, or be answered."""

    id: str
    claims: tuple[Claim, ...]


def shape_row(record: Record, name: str, article_id: str) -> dict[str, Any]:
    """A row of `SHAPES`; `name` is what the store calls the article, by which it is ranked among those of its day."""
    made = shape(record, name)
    events = [
        {**asdict(told(0, event)), "word": event.mentions[0].text.casefold(), "start": event.mentions[0].start}
        for event in record.events
    ]
    kept = {"events": events, "claims": [_kept(claim) for claim in record.claims if _is_kept(claim)]}
    return {
        "article_id": article_id, "name": name, "rank": made.rank, "day": made.day, "published": record.published,
        "publisher": made.publisher, "agency": made.agency,
        "title": record.title or record.text.partition("\n")[0][:TITLE], "profile": pack_profile(made.profile),
        "words": pack_words(made.words), "told": json.dumps(kept, default=sorted, ensure_ascii=False).encode(),
    }  # fmt: skip


def events_of(data: bytes, article: int) -> list[TellingEvent]:
    """The events that a row keeps, of the article with this number."""
    return [_event(plain, article) for plain in json.loads(data)["events"]]


def claims_of(data: bytes, article_id: str) -> KeptClaims:
    """The claims that a row keeps."""
    return KeptClaims(article_id, tuple(map(_claim, json.loads(data)["claims"])))


def packed_shapes(table: arrow.Table) -> bytes:
    """Rows as a file with one batch."""
    sink = arrow.BufferOutputStream()
    table = table.combine_chunks()
    with arrow.ipc.new_file(sink, SHAPES) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


@lru_cache(maxsize=OPEN)
def opened(path: Path) -> arrow.RecordBatch:
    """The rows of a file, read when they are asked for; there is one batch in it."""
    with arrow.memory_map(str(path)) as file:
        read = arrow.ipc.open_file(file)
        if read.num_record_batches:
            return read.get_batch(0)
        return arrow.RecordBatch.from_pylist([], schema=read.schema)


def _event(plain: dict[str, Any], article: int) -> TellingEvent:
    word, start = plain.pop("word"), plain.pop("start")
    sides = {name: tuple(map(frozenset, plain[name])) for name in ("actors", "recipients")}
    return TellingEvent(Told(**{**plain, **sides, "article": article}), word, start)


def _is_kept(claim: Claim) -> bool:
    if claim.stance in ANSWERS and claim.responds_to is None:
        return True
    return claim.stance in ANSWERED and claim.target is not None


def _kept(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id, "stance": claim.stance, "responds_to": claim.responds_to,
        "speakers": [_known_by(party) for party in claim.speakers],
        "target": _known_by(claim.target) if claim.target else None,
    }  # fmt: skip


def _known_by(party: Party) -> tuple[str | None, str | None, str | None]:
    return party.link, party.country, party.sector


def _claim(plain: dict[str, Any]) -> Claim:
    speakers = tuple(map(_party, plain["speakers"]))
    target = _party(plain["target"]) if plain["target"] else None
    nothing = Span("", 0, 0)
    return Claim(plain["id"], plain["stance"], "", speakers, None, nothing, target, plain["responds_to"])


def _party(known_by: Sequence[str | None]) -> Party:
    link, country, sector = known_by
    return Party("", 0, 0, None, link, country, sector)
