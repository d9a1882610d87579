"""How many articles a source holds, where that can be told quickly: for the time that is left.

expected("habari.jsonl") → 811
"""

from __future__ import annotations

from pathlib import Path

from matukio.ingest.files import SUFFIXES

_LINES = (".jsonl", ".ndjson")
_MANY = (".atom", ".csv", ".json", ".parquet", ".rss", ".tsv", ".warc", ".xml", ".zip", ".gz")


def expected(source: str) -> int | None:
    """The number of articles; None where only reading tells it: at addresses, in archives and tables."""
    if source == "-":
        return 1
    if "://" in source:
        return None
    path = Path(source)
    if path.is_dir():
        files = [file for file in path.rglob("*") if file.name.casefold().removesuffix(".gz").endswith(SUFFIXES)]
        counts = [_in_file(file) for file in files if file.is_file()]
        return None if None in counts else sum(count for count in counts if count is not None)
    return _in_file(path)


def _in_file(path: Path) -> int | None:
    name = path.name.casefold()
    if name.endswith(_LINES):
        try:
            with path.open("rb") as file:
                return sum(1 for line in file if line.strip())
        except OSError:
            return 1
    return None if name.endswith(_MANY) else 1
