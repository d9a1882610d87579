"""The files that a path means: one, those of a folder, those that match a pattern.

files("habari") → ["habari/2024/ziara.html", "habari/kumbukumbu.warc.gz"]
"""

from __future__ import annotations

from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO

from matukio.errors import SourceError
from matukio.ingest import collections
from matukio.ingest.reading import ARTICLE_SUFFIXES

# Which files of a folder are read; a file that is named by itself may be called anything.
SUFFIXES = (*ARTICLE_SUFFIXES, *collections.SUFFIXES)


def files(path: str) -> list[str]:
    """The files in order of their paths; those of a folder are read by their names, and none that is hidden.

    Raises SourceError when there are none. Whether a file that is named by itself is there, opening it says.
    """
    folder = Path(path)
    if folder.is_dir():
        return _of_folder(folder)
    # A name may have brackets and be no pattern.
    if has_magic(path) and not folder.exists():
        found = sorted(name for name in glob(path, recursive=True) if Path(name).is_file())
        if not found:
            raise SourceError(f"{path}: no file has such a name; check the pattern")
        return found
    return [str(folder)]


def _of_folder(folder: Path) -> list[str]:
    paths = [path for path in folder.rglob("*") if is_read(path.name) and path.is_file()]
    visible = [path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not visible:
        raise SourceError(f"{folder}: no articles in this folder; they end in {', '.join(sorted(SUFFIXES))}")
    return [str(path) for path in sorted(visible)]


def is_read(name: str) -> bool:
    """Whether a file of a folder is read, by what its name ends in."""
    return name.casefold().removesuffix(".gz").endswith(SUFFIXES)


def opened(path: str) -> BinaryIO:
    """The file. Raises SourceError."""
    try:
        return Path(path).open("rb")
    except FileNotFoundError:
        hint = "an address begins with https://" if path.startswith("www.") else "check its name"
        raise SourceError(f"{path}: no such file; {hint}") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: is a folder; name a file in it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"{path}: cannot be opened ({reason})") from None
