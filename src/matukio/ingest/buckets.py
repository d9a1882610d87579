"""Files in a bucket of a cloud: s3://habari/2024/, gs://kumbukumbu/*.jsonl.gz.

    files("s3://habari/2024") → ["s3://habari/2024/juni.jsonl", "s3://habari/2024/mei.jsonl"]

fsspec opens them, with the keys that its own libraries find: in the environment, in ~/.aws, as gcloud left them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from matukio.errors import SourceError

# Only what a user may mean by an address of a file; «memory» lies in this program, for its tests.
SCHEMES = ("gcs", "gs", "memory", "s3", "s3a")
_SCHEME = re.compile(rf"({'|'.join(SCHEMES)})://", re.IGNORECASE)
AT_ONCE = 2**20
_PATTERN = re.compile(r"[*?\[]")


def is_bucket(source: str) -> bool:
    """Whether a source lies in a bucket."""
    return _SCHEME.match(source) is not None


def files(address: str, is_read: Callable[[str], bool]) -> list[str]:
    """The addresses of the files that an address means, in order: one file, those under a folder whose names `is_read`
    takes, or those that match a pattern (`*`, `**`, `?`). Raises SourceError when there are none."""
    with _told(address):
        system, path = _system(address)
        if _PATTERN.search(path):
            found = [name for name in system.glob(path) if not system.isdir(name)]
        elif system.isdir(path):
            found = [name for name in system.find(path) if is_read(name)]
        else:
            found = [path] if system.exists(path) else []
    if not found:
        raise SourceError(f"{address}: no such file, or no articles under it")
    return [system.unstrip_protocol(name) for name in sorted(found)]


def opened(address: str) -> BinaryIO:
    """The file at an address, which can be read in any order. Raises SourceError."""
    with _told(address):
        system, path = _system(address)
        # fsspec's own files know no `readline` of so many bytes.
        return io.BufferedReader(system.open(path, "rb"), AT_ONCE)


def states(addresses: list[str]) -> Iterator[str]:
    """For each file something that changes when it does: its size and its tag, or when it was written."""
    for address in addresses:
        with _told(address):
            system, path = _system(address)
            known: dict[str, Any] = system.info(path)
        marks = (known.get(name) for name in ("ETag", "etag", "md5Hash", "LastModified", "mtime", "created"))
        yield f"{address} {known.get('size')} {next((mark for mark in marks if mark), '')}"


def _system(address: str) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError:
        raise SourceError(f"{address}: buckets need fsspec; pip install 'matukio[cloud]'") from None
    system, path = fsspec.core.url_to_fs(address)
    return system, path


@contextmanager
def _told(address: str) -> Iterator[None]:
    """What goes wrong in a cloud, in one line; its libraries have errors of many kinds."""
    try:
        yield
    except SourceError:
        raise
    except ImportError as error:
        raise SourceError(f"{address}: {_line(error)}; pip install 'matukio[cloud]'") from None
    except FileNotFoundError:
        raise SourceError(f"{address}: no such file; check its name") from None
    except Exception as error:
        raise SourceError(f"{address}: cannot be opened ({_line(error)})") from None


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
