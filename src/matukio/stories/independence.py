"""Which reports depend on each other: copies, one publisher's, and those that all credit one agency.

«Shirika la habari la Reuters limeripoti …» in two papers is one source, however different their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from matukio.record import Record


def groups(records: Sequence[Record], copied: Iterable[tuple[str, str]]) -> Mapping[str, int]:
    """For each article's id a number, the same for reports that depend on each other; `copied` pairs ids of articles
    of which one holds paragraphs of the other."""
    parents = {record.id: record.id for record in records}

    def root(id: str) -> str:
        while parents[id] != id:
            parents[id] = parents[parents[id]]
            id = parents[id]
        return id

    def join(one: str, other: str) -> None:
        first, second = sorted((root(one), root(other)))
        parents[second] = first

    for one, other in copied:
        if one in parents and other in parents:
            join(one, other)
    owners: dict[str, str] = {}
    for record in records:
        for key in _owners(record):
            join(record.id, owners.setdefault(key, record.id))
    numbers = {id: number for number, id in enumerate(sorted({root(id) for id in parents}))}
    return {id: numbers[root(id)] for id in parents}


def _owners(record: Record) -> Iterable[str]:
    if record.publisher:
        yield f"publisher {record.publisher.casefold()}"
    agencies = {
        speaker.link or speaker.text.casefold()
        for claim in record.claims
        for speaker in claim.speakers
        if speaker.sector == "JRN"
    }
    if len(agencies) == 1:
        yield f"agency {agencies.pop()}"
