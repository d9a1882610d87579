"""From an archive to tables, block by block: `code(["habari/"], "meza/")`.

Finished blocks are not done again, a block that fails is tried again and then set aside, and a table's file appears
only whole: it is written under `_writing`, then renamed.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import Any

import matukio
from matukio.errors import MatukioError
from matukio.pipeline import read_article
from matukio.scale.blocks import NAMED, Block, blocks, stem
from matukio.scale.engines import ENGINES
from matukio.scale.reporting import Report
from matukio.scale.tables import SCHEMAS, Rows, rows
from matukio.store.readers import take_out

NO_MONTH = "unknown"


class ScaleError(MatukioError):
    """A run cannot begin or go on; finished blocks stay, and the same command goes on from there."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is done; `given` are the options of `matukio.ingest.find_sources`."""

    workers: int = 1
    engine: str = "pool"
    block: int = 200
    tables: Path | None = None
    address: str | None = None
    """Of the Ray cluster to join; a cluster of this machine is started without one."""
    given: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coded:
    """What became of a block: rows by table and month, errors by source."""

    key: str
    articles: int
    months: dict[str, Rows]
    failures: tuple[tuple[str, str], ...]


def code_block(block: Block) -> Coded:
    """Read the articles of a block: the one function that every engine runs, on whatever machine."""
    months: dict[str, Rows] = {}
    failures = []
    count = 0
    for item in block.items:
        article = take_out(item)
        if isinstance(article, Exception):
            source, _, reason = str(article).partition(": ")
            failures.append((source, reason or source))
            continue
        try:
            record = read_article(article)
        except Exception as error:  # one article must not end the reading of the others
            failures.append((article.source, f"{type(error).__name__} while reading it ({error})"))
            continue
        month = record.published.strftime("%Y-%m") if record.published else NO_MONTH
        found = months.setdefault(month, {name: [] for name in SCHEMAS})
        for name, made in rows(record, article.source, matukio.__version__).items():
            found[name] += made
        count += 1
    return Coded(block.key, count, months, tuple(failures))


def code(
    sources: Sequence[str],
    output: str | Path,
    settings: Settings | None = None,
    heard: Callable[[Report], None] = lambda report: None,
) -> Report:
    """Turn sources into the tables under `output`; `heard` is called after each block.

    Raises ScaleError when the output cannot be written or belongs to a run of other settings.
    """
    settings = settings or Settings()
    folder = Path(output)
    try:
        _begin(folder, settings)
        return _run(sources, folder, settings, heard)
    except OSError as error:
        raise ScaleError(
            f"{error.filename or folder}: cannot be written ({error.strerror or error}); "
            "make room and give the same command, it goes on from there"
        ) from None


def _run(sources: Sequence[str], folder: Path, settings: Settings, heard: Callable[[Report], None]) -> Report:
    report, begun = Report(workers=settings.workers, engine=settings.engine), monotonic()

    def waiting() -> Iterator[Block]:
        all_blocks = chain.from_iterable(
            blocks(source, settings.block, lambda key: _done(folder, key).exists(), settings.given)
            for source in sources
        )
        for block in all_blocks:
            if isinstance(block, Block):
                yield block
            else:
                report.resumed += 1

    for source in sources:
        _forget_older(folder, stem(source))
    run = ENGINES[settings.engine]
    for block, coded in run(waiting(), code_block, settings):
        if isinstance(coded, Exception):
            report.set_aside.append((f"{block.source} ({block.key})", str(coded) or type(coded).__name__))
        else:
            _write(folder, coded)
            _count(report, coded)
        report.seconds = monotonic() - begun
        heard(report)
    report.seconds = monotonic() - begun
    # A run that found nothing to do leaves the report of the one that did it.
    if report.blocks or report.set_aside or not report.resumed:
        _replace(folder / "_report.json", json.dumps(report.to_dict(), ensure_ascii=False, indent=1))
    return report


def _count(report: Report, coded: Coded) -> None:
    report.blocks += 1
    report.articles += coded.articles
    for found in coded.months.values():
        report.rows.update({name: len(made) for name, made in found.items()})
    for source, reason in coded.failures:
        report.fail(source, reason)


def _begin(folder: Path, settings: Settings) -> None:
    """Make the folder, or see that it is one of ours with the same size of blocks; half-written files go."""
    mark = folder / "_matukio.json"
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise ScaleError(f"{folder}: holds other things; give a new folder, or one that `matukio code` made")
    folder.mkdir(parents=True, exist_ok=True)
    ours = {"matukio": matukio.__version__, "block": settings.block}
    if mark.exists():
        made = json.loads(mark.read_text(encoding="utf-8"))
        if made != ours:
            told = ", ".join(f"{name} {value}" for name, value in made.items())
            raise ScaleError(f"{folder}: was made with {told}; go on with the same, or give a new folder")
    else:
        _replace(mark, json.dumps(ours))
    shutil.rmtree(folder / "_writing", ignore_errors=True)
    (folder / "_done").mkdir(exist_ok=True)


def _write(folder: Path, coded: Coded) -> None:
    """Write the block's files, put each in its place whole, then note that the block is done."""
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    beside = folder / "_writing" / coded.key
    for month, found in coded.months.items():
        for name, made in found.items():
            if not made:
                continue
            place = Path(name) / f"month={month}" / f"{coded.key}.parquet"
            (beside / place).parent.mkdir(parents=True, exist_ok=True)
            parquet.write_table(arrow.Table.from_pylist(made, schema=SCHEMAS[name]), beside / place)
    for file in sorted(beside.rglob("*.parquet")):
        target = folder / file.relative_to(beside)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(file, target)
    shutil.rmtree(beside, ignore_errors=True)
    _replace(_done(folder, coded.key), json.dumps({"articles": coded.articles, "failures": coded.failures}))


def _forget_older(folder: Path, now: str) -> None:
    """Take away what was made from an input before it was changed: it would stand there twice."""
    for done in (folder / "_done").glob(f"{now[:NAMED]}*.json"):
        if not done.name.startswith(now):
            done.unlink()
            for file in folder.glob(f"*/month=*/{done.stem}.parquet"):
                file.unlink()


def _done(folder: Path, key: str) -> Path:
    return folder / "_done" / f"{key}.json"


def _replace(path: Path, text: str) -> None:
    beside = path.with_suffix(".part")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)
