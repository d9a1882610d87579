"""What a block becomes, and how it comes into the folder: files written beside, put in their place, then a mark.

write_block(place, block) → Written(key, articles=200, …), and meza/events/month=2024-06/KEY.parquet, …

It runs in the workers, so that rows do not travel. A worker on another machine that does not see the folder sends the
files back, and the process that began the run writes them.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pyarrow as arrow
import pyarrow.parquet as parquet

import matukio
from matukio.ingest import Article
from matukio.pipeline import read_article
from matukio.scale.blocks import NAMED, Block
from matukio.scale.shapes import SHAPES, packed_shapes, shape_row
from matukio.scale.tables import SCHEMAS, Growing, rows
from matukio.store.preparing import content_hash, identity
from matukio.store.readers import take_out
from matukio.store.spreading import kept

NO_MONTH = "unknown"
MARK = "_matukio.json"


class Unwritable(Exception):
    """The folder takes no more: its disk is full, or nobody may write there. Names the file, then says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of the tables, and the name that its mark bears: another machine may have another folder there."""

    folder: Path
    name: str

    def is_here(self) -> bool:
        """Whether this machine sees the folder."""
        try:
            mark = json.loads((self.folder / MARK).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return isinstance(mark, dict) and mark.get("name") == self.name

    def done(self, key: str) -> Path:
        """The mark of a block that is done."""
        return self.folder / "_done" / f"{key}.json"


@dataclass(frozen=True, slots=True)
class Coded:
    """What was found in a block: its tables by month and name, what its articles are compared by, errors by source."""

    key: str
    tables: dict[tuple[str, str], arrow.Table]
    shapes: arrow.Table
    failures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a block, in numbers, and its files where they could not be written."""

    key: str
    articles: int
    rows: Mapping[str, int]
    failures: tuple[tuple[str, str], ...]
    files: Mapping[str, bytes] = field(default_factory=dict)


def write_block(place: Place, block: Block) -> Written:
    """Read the articles of a block and write their tables: the one function that every engine runs, wherever."""
    made = written_of(code_block(block))
    if not place.is_here():
        return made
    write(place, made)
    return replace(made, files={})


def code_block(block: Block) -> Coded:
    """Read the articles of a block."""
    tables: dict[tuple[str, str], Growing] = {}
    shapes = Growing(SHAPES)
    failures = []
    for item in block.items:
        article = take_out(item)
        if isinstance(article, Exception):
            source, _, reason = str(article).partition(": ")
            failures.append((source, reason or source))
            continue
        try:
            article = _writable(article)
            record = read_article(article)
            name = article_id(article)
            made = rows(record, name, article.source, matukio.__version__)
            compared_by = shape_row(record, identity(article), name)
        except Exception as error:  # one article must not end the reading of the others
            failures.append((article.source, f"{type(error).__name__} while reading it ({error})"))
            continue
        shapes.add([compared_by])
        month = record.published.strftime("%Y-%m") if record.published else NO_MONTH
        for table, of_it in made.items():
            if of_it:
                tables.setdefault((month, table), Growing(SCHEMAS[table])).add(of_it)
    whole = {name: growing.table() for name, growing in tables.items()}
    return Coded(block.key, whole, shapes.table(), tuple(failures))


def article_id(article: Article) -> str:
    """The name of an article in the tables: another for each place that it was found in, and for each of its texts."""
    where = article.url or article.source
    return sha256(f"{where}\n{content_hash(article)}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _writable(article: Article) -> Article:
    """The article without halves of characters, which no table takes."""
    title, url, publisher = (kept(told) if told else told for told in (article.title, article.url, article.publisher))
    return Article(kept(article.text), title, url, publisher, article.published, kept(article.source))


def written_of(coded: Coded) -> Written:
    """The tables of a block as files, by their place in the folder."""
    files: dict[str, bytes] = {f"_shapes/{coded.key}.arrow": packed_shapes(coded.shapes)}
    count: Counter[str] = Counter()
    for (month, name), table in coded.tables.items():
        count[name] += table.num_rows
        files[f"{name}/month={month}/{coded.key}.parquet"] = packed(table)
    return Written(coded.key, coded.shapes.num_rows, dict(count), coded.failures, files)


UNLIKE = frozenset({"text", "content", "summary"})
"""Columns with another text in every row: Parquet would look for equal ones in vain, and take MiBs for it."""


def packed(table: arrow.Table) -> bytes:
    """A table as a Parquet file."""
    sink = arrow.BufferOutputStream()
    parquet.write_table(table, sink, use_dictionary=[name for name in table.column_names if name not in UNLIKE])
    return bytes(sink.getvalue())


def write(place: Place, made: Written) -> None:
    """Write the block's files, put each in its place whole, then note that the block is done. Raises Unwritable."""
    # A lost worker may still be writing what another writes anew.
    beside = place.folder / "_writing" / f"{made.key}-{uuid4().hex[:8]}"
    try:
        put(place.folder, made.files, beside)
        text = json.dumps({"articles": made.articles, "failures": made.failures})
        set_mark(place.done(made.key), text)
    except OSError as error:
        raise Unwritable(str(error.filename or place.folder), error.strerror or str(error)) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def put(folder: Path, files: Mapping[str, bytes], beside: Path) -> None:
    """Write files beside, and when all are there put each in its place."""
    for name, data in files.items():
        (beside / name).parent.mkdir(parents=True, exist_ok=True)
        (beside / name).write_bytes(data)
    for name in sorted(files):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(beside / name, folder / name)


def set_mark(path: Path, text: str) -> None:
    """Write a small file whole or not at all."""
    beside = path.with_name(f"{path.name}.{uuid4().hex[:8]}.part")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)


def forget_older(folder: Path, stems: Iterable[str]) -> None:
    """Take away what was made from inputs before they were changed: it would stand there twice. Marks go first."""
    now = {stem[:NAMED]: stem for stem in stems}
    kinds = ("_done/*.json", "*/month=*/*.parquet", "_shapes/*.arrow")
    for file in [file for kind in kinds for file in folder.glob(kind)]:
        state = now.get(file.name[:NAMED])
        if state is not None and not file.name.startswith(state):
            file.unlink()
