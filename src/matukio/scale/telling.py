"""Telling the stories of a folder, piece by piece: reports, independent sources, events each once, answers.

tell(plan, ("tell", 0, 2000)) → rows of `stories`, `reports`, `tellings` and `answers` for so many articles' stories
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as arrow

from matukio.scale.comparing import name_of
from matukio.scale.plan import PIECE, Articles, Piece, Plan, articles_of
from matukio.scale.shapes import claims_of, events_of, opened
from matukio.scale.tables import STORY_SCHEMAS
from matukio.scale.writing import packed, put, set_mark
from matukio.stories.answers import answers
from matukio.stories.independence import Telling, groups
from matukio.stories.index import Copy, copy_at
from matukio.stories.merging import merge
from matukio.stories.told import Told, by_word

Found = tuple[str, int, dict[str, Any]]
"""A table, the article whose month its row stands in, and the row."""


def tell(plan: Plan, piece: Piece) -> bool:
    """Write the rows of the stories whose articles stand in this piece of `grouped`; False where the folder is not."""
    if not plan.place.is_here():
        return False
    mark = plan.work / f"{name_of(piece)}.json"
    if mark.exists():
        return True
    grouped = opened(plan.file("grouped"))
    _, first, last = piece
    stories = grouped.column("story")[first:last].to_pylist()
    numbers = grouped.column("number")[first:last].to_pylist()
    months: dict[tuple[str, str], list[dict[str, Any]]] = {}
    count: Counter[str] = Counter()
    articles = articles_of(plan)
    for story, of_it in groupby(zip(stories, numbers, strict=True), key=lambda pair: pair[0]):
        for table, number, row in _story(plan, articles, story, [number for _, number in of_it]):
            months.setdefault((table, articles.month(number)), []).append(row)
            count[table] += 1
    files = {
        f"out/{table}/month={month}/{name_of(piece)}.parquet": packed(
            arrow.Table.from_pylist(rows, schema=STORY_SCHEMAS[table])
        )
        for (table, month), rows in months.items()
    }
    put(plan.work, files, plan.work / "_beside" / name_of(piece))
    set_mark(mark, json.dumps(count))
    return True


def _story(plan: Plan, articles: Articles, story: int, numbers: Sequence[int]) -> Iterator[Found]:
    """All rows of a story; its articles come oldest first."""
    ids = dict(zip(numbers, articles.values("article_id", numbers), strict=True))
    published = dict(zip(numbers, articles.values("published", numbers), strict=True))
    copies = {number: copies_at(plan, number) for number in numbers}
    publishers, agencies = articles.values("publisher", numbers), articles.values("agency", numbers)
    of = groups(
        Telling(number, publisher, agency, tuple(copy.original for copy in copies[number]))
        for number, publisher, agency in zip(numbers, publishers, agencies, strict=True)
    )
    name = f"s{articles.value('article_id', story)}"
    days = sorted(day for day in published.values() if day)
    yield "stories", story, {
        "story_id": name, "title": articles.value("title", story), "first_day": days[0] if days else None,
        "last_day": days[-1] if days else None, "reports": len(numbers), "independent": len(set(of.values())),
    }  # fmt: skip
    for number, publisher in zip(numbers, publishers, strict=True):
        yield "reports", number, {
            "story_id": name, "article_id": ids[number], "published": published[number], "publisher": publisher,
            "group": of[number],
        }  # fmt: skip
        for copy in copies[number]:
            yield "copies", number, {
                "article_id": ids[number], "published": published[number], "paragraph": copy.paragraph,
                "start": copy.start, "end": copy.end, "share": copy.share,
                "original_id": articles.value("article_id", copy.original),
            }  # fmt: skip
    yield from _tellings(articles, name, numbers, copies, of)
    if len(numbers) > 1:
        kept = [claims_of(articles.told(number), ids[number]) for number in numbers]
        by_id = {id: number for number, id in ids.items()}
        for answer in answers(kept):
            number = by_id[answer.article]
            yield "answers", number, {
                "story_id": name, "article_id": answer.article, "claim_id": answer.claim,
                "published": published[number], "answered_article_id": answer.answered_article,
                "answered_claim_id": answer.answered_claim, "rule": answer.rule,
            }  # fmt: skip


def _tellings(
    articles: Articles, story: str, numbers: Sequence[int], copies: Mapping[int, Sequence[Copy]], of: Any
) -> Iterator[Found]:
    events = {number: _with_copied(articles, number, copies[number]) for number in numbers}
    for each in merge([events[number] for number in numbers]):
        happening = _reference(articles, each.told[0].reference)
        independent = len({of[told.article] for told in each.told})
        reasons: list[tuple[str | None, tuple[str, ...]]] = [(None, ()), *each.reasons]
        for told, (rule, shared) in zip(each.told, reasons, strict=True):
            number: Any = told.article
            yield "tellings", number, {
                "story_id": story, "article_id": articles.value("article_id", number), "event_id": told.event,
                "published": articles.value("published", number), "type": told.type, "happening": happening,
                "reports": len(each.told), "independent": independent, "rule": rule, "shared": list(shared),
                "copy_of": _reference(articles, told.copied) if told.copied else None,
            }  # fmt: skip


def _reference(articles: Articles, reference: Any) -> str:
    number, event = reference
    return f"{articles.value('article_id', number)}-{event}"


def _with_copied(articles: Articles, number: int, copies: Sequence[Copy]) -> list[Told]:
    """The events of an article; one in a copied paragraph with that of the original, of the same type by the same
    word."""
    found = []
    originals: dict[int, dict[tuple[str, str], Told]] = {}
    for event in events_of(articles.told(number), number):
        copy = copy_at(copies, event.start)
        same = None
        if copy is not None:
            if copy.original not in originals:
                there = events_of(articles.told(copy.original), copy.original)
                originals[copy.original] = by_word((each.word, each.told) for each in there)
            same = originals[copy.original].get((event.told.type, event.word.casefold()))
        found.append(replace(event.told, copied=same.reference) if same else event.told)
    return found


def copies_at(plan: Plan, number: int) -> tuple[Copy, ...]:
    """The copied paragraphs of an article."""
    first = number // PIECE * PIECE
    held, columns = copies_in(plan.file(name_of(("copies", first, first))))
    low, high = np.searchsorted(held, [number, number + 1]).tolist()
    return tuple(Copy(*(column[row].as_py() for column in columns)) for row in range(low, high))


@lru_cache(maxsize=16)
def copies_in(path: Path) -> tuple[Any, Any]:
    """The articles that the copies of a piece are in, and the columns of `Copy`."""
    batch = opened(path)
    names = ("paragraph", "start", "end", "share", "original")
    return batch.column("number").to_numpy(), [batch.column(name) for name in names]
