"""Reposts, stories and merged events on a generated archive whose truth is known, and what they cost as it grows.

    python -m benchmarks.stories [--articles 100000] [--workers 2] [--write]

The articles are read in full by worker processes; their records wait in a file until a story's events are merged.
`--write` puts the tables into docs/stories.md. Exit 1 when a bar of the project is missed: reposts with precision and
recall of 0.97, stories with a B-cubed F1 of 0.90, merged events with a precision of 0.95.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations, islice
from pathlib import Path

import matukio
from benchmarks.happenings import Article, generate
from matukio.record import Event, Record
from matukio.stories import Archive
from matukio.stories.reposts import LEAST_WORDS
from scripts.generated import ROOT, markdown_table, replace_block

BARS = {"reposts precision": 0.97, "reposts recall": 0.97, "stories F1": 0.90, "events precision": 0.95}
ROUND = 64


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()

    truth: dict[str, Article] = {}
    archive = Archive()
    costs: list[list[str]] = []
    with tempfile.TemporaryDirectory() as folder:
        records = _Records(Path(folder) / "records.sqlite")
        spent, lap, since = 0.0, time.perf_counter(), 0.0
        for article, record in _read(generate(given.articles), given.workers):
            truth[record.id] = article
            records.put(record)
            begun = time.process_time()
            archive.add(record)
            spent += time.process_time() - begun
            if len(archive) % max(1, given.articles // 10) == 0:
                each = 1000 * (spent - since) / (given.articles // 10)
                since = spent
                print(f"{len(archive)} articles, {each:.1f} ms each to add, {_mebibytes():.0f} MiB,"
                      f" {time.perf_counter() - lap:.0f} s", file=sys.stderr)  # fmt: skip
                costs.append([f"{len(archive):,}", f"{each:.1f}", f"{_mebibytes():.0f}"])
        begun = time.process_time()
        stories = archive.stories()
        grouped = time.process_time() - begun
        figures = {**_reposts(archive, truth), **_stories(archive, truth), **_events(archive, truth, records)}
    table = markdown_table(["what", "figure"], [[name, f"{value:.3f}"] for name, value in figures.items()])
    cost = markdown_table(["articles in the archive", "ms to add one", "MiB of memory"], costs)
    written = (
        f"{given.articles:,} generated articles, {len(stories):,} stories; grouping them all took {grouped:.1f} s.\n\n"
        f"{table}\n\n{cost}"
    )
    print(written)
    if given.write:
        replace_block(ROOT / "docs" / "stories.md", "archive", written)
    missed = [name for name, bar in BARS.items() if figures[name] < bar]
    for name in missed:
        print(f"{name}: {figures[name]:.3f}, the bar is {BARS[name]}", file=sys.stderr)
    return 1 if missed else 0


def _read(articles: Iterator[Article], workers: int) -> Iterator[tuple[Article, Record]]:
    with ProcessPoolExecutor(workers) as pool:
        waiting: list[tuple[list[Article], object]] = []
        while True:
            batch = list(islice(articles, ROUND))
            if batch:
                plain = [(a.text, a.published.isoformat(), a.record_id, a.publisher, a.title) for a in batch]
                waiting.append((batch, pool.submit(_records, plain)))
            if waiting and (not batch or len(waiting) > 3 * workers):
                done, future = waiting.pop(0)
                yield from zip(done, future.result(), strict=True)  # type: ignore[attr-defined]
            if not batch and not waiting:
                return


def _records(plain: list[tuple[str, str, str, str, str]]) -> list[Record]:
    return [
        matukio.read(text, published=published, id=id, publisher=publisher, title=title)
        for text, published, id, publisher, title in plain
    ]


class _Records:
    """Records in a file, by id."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path)
        self._file.execute("pragma synchronous = off")
        self._file.execute("create table records (id text primary key, data blob) without rowid")

    def put(self, record: Record) -> None:
        self._file.execute("insert into records values (?, ?)", (record.id, pickle.dumps(record)))

    def __call__(self, id: str) -> Record:
        (data,) = self._file.execute("select data from records where id = ?", (id,)).fetchone()
        record: Record = pickle.loads(data)
        return record


def _reposts(archive: Archive, truth: dict[str, Article]) -> dict[str, float]:
    """Paragraphs of at least as many words as the stage looks at; a copy is right when it is from the same report."""
    right: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    wrong = 0
    for id, article in truth.items():
        found = {repost.copy.paragraph: repost.original for repost in archive.reposts(id)}
        expected = {
            number: original
            for number, original in article.copies.items()
            if original in truth and len(" ".join(article.paragraphs[number - 1]).split()) >= LEAST_WORDS
        }
        for number, original in expected.items():
            (right if found.get(number) == original else missed)[_edits(article)] += 1
        wrong += sum(number not in article.copies for number in found)
        wrong += sum(found[number] != original for number, original in expected.items() if number in found)
    figures = {
        "reposts precision": right.total() / max(1, right.total() + wrong),
        "reposts recall": right.total() / max(1, right.total() + missed.total()),
    }
    for name in sorted({*right, *missed}):
        figures[f"reposts recall, {name}"] = right[name] / (right[name] + missed[name])
    return figures


def _edits(article: Article) -> str:
    return "joined pages" if article.edits is None else f"{100 * article.edits:.0f} % of words changed"


def _stories(archive: Archive, truth: dict[str, Article]) -> dict[str, float]:
    """B-cubed over the articles of one happening each; a joined page has two, and is left out."""
    happenings = {id: article.happening for id, article in truth.items() if article.happening is not None}
    sizes = Counter(happenings.values())
    precision = recall = 0.0
    for story in archive.stories():
        told = Counter(happenings[id] for id in story.articles if id in happenings)
        count = told.total()
        precision += sum(number * number / count for number in told.values()) if count else 0.0
        recall += sum(number * number / sizes[happening] for happening, number in told.items())
    precision, recall = precision / len(happenings), recall / len(happenings)
    return {
        "stories precision": precision, "stories recall": recall,
        "stories F1": 2 * precision * recall / (precision + recall),
    }  # fmt: skip


def _events(archive: Archive, truth: dict[str, Article], load: Callable[[str], Record]) -> dict[str, float]:
    """Pairs of reports that were merged: right when both tell of the same happening, or are copies of one sentence."""
    right = wrong = 0
    possible: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    joined: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for story in archive.stories():
        if len(story.articles) < 2:
            continue
        by_id = {id: load(id) for id in story.articles}
        for merged in archive.events(story, by_id.__getitem__):
            places = [_place(by_id[r.article], r.event, truth[r.article]) for r in merged.reports]
            for one, other in combinations(places, 2):
                right += one == other
                wrong += one != other
            if len(places) > 1 and isinstance(places[0], int):
                joined[places[0], merged.type] |= {report.article for report in merged.reports}
        for id, record in by_id.items():
            for event in record.events:
                if isinstance(place := _place(record, event.id, truth[id]), int):
                    possible[place, event.type].add(id)
    told = {key: ids for key, ids in possible.items() if len(ids) > 1}
    merged_share = sum(len(joined[key] & ids) for key, ids in told.items()) / max(1, sum(map(len, told.values())))
    return {"events precision": right / max(1, right + wrong), "events recall": merged_share}


def _place(record: Record, event_id: str, article: Article) -> object:
    """The number of the happening that an event's first mention tells of, else its own sentence."""
    event: Event = next(each for each in record.events if each.id == event_id)
    start = event.mentions[0].start
    place = len(article.title) + 1
    if start < place:
        return article.headline
    for sentences, marks in zip(article.paragraphs, article.told, strict=True):
        for sentence, mark in zip(sentences, marks, strict=True):
            if start < place + len(sentence):
                return _gist(sentence) if mark is None else mark
            place += len(sentence) + 1
    raise AssertionError(f"{record.id} {event_id}: stands behind the end of its article")


def _gist(sentence: str) -> str:
    """Names and numbers of a sentence, which edits leave alone."""
    return " ".join(word.strip(".,:") for word in sentence.split() if word[0].isupper() or word[0].isdigit())


def _mebibytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
