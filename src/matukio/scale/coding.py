"""From an archive to tables, block by block: `code(["habari/"], "meza/")`.

Finished blocks are not done again, a block that fails is tried again and then set aside, and a table's file appears
only whole: it is written under `_writing`, then renamed.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

import matukio
from matukio.errors import MatukioError
from matukio.scale.blocks import Inputs, stem
from matukio.scale.engines import ENGINES, Engine
from matukio.scale.reporting import Report
from matukio.scale.stories import PieceFailed, are_made, clear, make_stories
from matukio.scale.writing import MARK, Place, Unwritable, Written, forget_older, set_mark, write, write_block

LAYOUT = 2
"""Of the folder; another is not gone on with."""


class ScaleError(MatukioError):
    """A run cannot begin or go on; finished blocks stay, and the same command goes on from there."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is done; `given` are the options of `matukio.ingest.find_sources`."""

    workers: int = 1
    engine: str = "pool"
    block: int = 200
    tables: Path | None = None
    stories: bool = True
    """Whether articles are compared with each other when all are read."""
    address: str | None = None
    """Of the Ray cluster to join; a cluster of this machine is started without one."""
    given: dict[str, Any] = field(default_factory=dict)


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
    folder = Path(output).absolute()
    try:
        place = _begin(folder, settings)
        with ENGINES[settings.engine](settings) as engine:
            report = _run(engine, sources, place, settings, heard)
            if settings.stories:
                _compare(engine, place, _order(place, sources), report, heard)
        clear(folder)
        return report
    except OSError as error:
        raise _unwritable(str(error.filename or folder), error.strerror or str(error)) from None
    except Unwritable as error:
        raise _unwritable(*error.args) from None


def _unwritable(name: str, reason: str) -> ScaleError:
    return ScaleError(
        f"{name}: cannot be written ({reason}); make room there or name another folder, the same command goes on"
    )


def _run(
    engine: Engine, sources: Sequence[str], place: Place, settings: Settings, heard: Callable[[Report], None]
) -> Report:
    report, begun = Report(workers=settings.workers, engine=settings.engine), monotonic()

    def passed(blocks: int) -> None:
        report.resumed += blocks

    forget_older(place.folder, map(stem, sources))
    inputs = Inputs(tuple(dict.fromkeys(sources)), settings.block, place.folder / "_done", settings.given)
    for outcome in engine.read(inputs, partial(write_block, place), passed):
        made = outcome.result
        if isinstance(made, Unwritable):
            raise made
        if isinstance(made, Exception):
            report.set_aside.append((f"{outcome.source} ({outcome.key})", str(made) or type(made).__name__))
        else:
            if made.files:
                write(place, made)
            _count(report, made)
        report.seconds = monotonic() - begun
        heard(report)
    report.seconds = monotonic() - begun
    # A run that found nothing to do leaves the report of the one that did it.
    if report.blocks or report.set_aside or not report.resumed:
        _write_report(place, report)
    return report


def _compare(
    engine: Engine, place: Place, keys: Sequence[str], report: Report, heard: Callable[[Report], None]
) -> None:
    """Make the tables of stories, unless those in place are of the same blocks."""
    if not keys or are_made(place, keys):
        return
    begun = monotonic()

    def told(step: str, done: int, of_all: int) -> None:
        report.step = f"{step} {done} of {of_all}"
        heard(report)

    try:
        report.rows.update(make_stories(engine, place, keys, told))
    except PieceFailed as error:
        report.set_aside.append((f"stories ({error.args[0]})", error.args[1]))
    report.comparing_seconds = monotonic() - begun
    _write_report(place, report)


def _order(place: Place, sources: Sequence[str]) -> list[str]:
    """The blocks that are done: those of earlier runs' inputs first, then by the inputs' order, each in its own."""
    inputs = {stem(source): number for number, source in enumerate(sources, 1)}
    keys = [file.stem for file in (place.folder / "_done").glob("*.json")]
    return sorted(keys, key=lambda key: (inputs.get(key.rpartition("-")[0], 0), key))


def _write_report(place: Place, report: Report) -> None:
    set_mark(place.folder / "_report.json", json.dumps(report.to_dict(), ensure_ascii=False, indent=1))


def _count(report: Report, made: Written) -> None:
    report.blocks += 1
    report.articles += made.articles
    report.rows.update(made.rows)
    for source, reason in made.failures:
        report.fail(source, reason)


def _begin(folder: Path, settings: Settings) -> Place:
    """Make the folder, or see that it is one of ours with the same size of blocks; half-written files go."""
    mark = folder / MARK
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise ScaleError(f"{folder}: holds other things; give a new folder, or one that `matukio code` made")
    folder.mkdir(parents=True, exist_ok=True)
    ours = {"matukio": matukio.__version__, "block": settings.block, "layout": LAYOUT}
    name = uuid4().hex
    if mark.exists():
        made = json.loads(mark.read_text(encoding="utf-8"))
        name = made.pop("name", name)
        if made != ours:
            told = ", ".join(f"{name} {value}" for name, value in made.items())
            raise ScaleError(f"{folder}: was made with {told}; go on with the same, or give a new folder")
    set_mark(mark, json.dumps({**ours, "name": name}))
    shutil.rmtree(folder / "_writing", ignore_errors=True)
    (folder / "_done").mkdir(exist_ok=True)
    return Place(folder, name)
