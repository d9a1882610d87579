"""Reading on all cores: worker processes take the articles out of their pages, and read those that are new.

with readers(8) as pool:
    read_all(pool, taken_out(pool, find_sources("habari/"))) → (article, Prepared) or (article, error) for each
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from matukio.errors import SourceError
from matukio.ingest import Article, Unread
from matukio.store.preparing import Prepared, prepare
from matukio.store.workers import Pool, WorkerError

# So few articles are read before a process more would have started.
FEW = 12

Source = Article | Unread | Exception
"""What is to be read: an article, one that is still in its page, or why there is none."""


def readers(workers: int, tables: Path | None = None) -> Pool:
    """Processes that are ready to read; `tables` is the folder that `use_tables` takes."""
    return Pool(workers, partial(ready_to_read, tables), FEW)


def ready_to_read(tables: Path | None) -> None:
    """Load what reading needs, once in a process."""
    if tables is not None:
        from matukio.entities import use_tables

        use_tables(tables)
    prepare(Article("Rais wa Kenya alisema Jumatatu kwamba mkutano ulifanyika Nairobi."))


def taken_out(pool: Pool, found: Iterable[Source]) -> Iterator[Article | Exception]:
    """The articles out of their pages, in the order given; of one without any the error that says why."""
    for source, taken in pool.map(take_out, found):
        yield _explained(source, taken) if isinstance(taken, WorkerError) else taken


def take_out(source: Source) -> Article | Exception:
    """The article in its page, or the error that says why there is none."""
    if not isinstance(source, Unread):
        return source
    try:
        return source.article()
    except SourceError as error:
        return error
    except Exception as error:  # a page that breaks its reader must not end the reading of the others
        return _explained(source, error)


def _explained(source: Source, error: Exception) -> Exception:
    if not isinstance(source, Unread):
        return error
    return SourceError(f"{source.piece.name}: no article could be taken out of it ({type(error).__name__}: {error})")


def read_all(pool: Pool, articles: Iterable[Article]) -> Iterator[tuple[Article, Prepared | Exception]]:
    """Each article with what was found, or with the exception that reading it raised, in the order given."""
    yield from pool.map(prepare, articles)
