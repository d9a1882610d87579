"""What visitors give to add lies here until it is in the store: a folder for each parcel, beside the database.

    habari.db.inbox/k3f9…/parcel.json, files/0/habari.html, progress.jsonl

Everything is on the disk before the visitor gets an answer, so that a server that is killed goes on where it was.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from matukio.store import Store
from matukio.store.connection import file_of

KEPT_SECONDS = 7 * 86400
"""How long it can be looked up what became of a parcel."""

_SAFE = re.compile(r"[^\w.\-]+")
_ID = re.compile(r"[\w-]{16,32}")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to add: an address, or a file of the parcel, called `name` by the visitor."""

    name: str
    address: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the visitor says of all articles of a parcel, before what they say of themselves; days as 2024-06-18."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """Things given at once."""

    id: str
    folder: Path
    items: tuple[Item, ...]
    told: Told

    @property
    def progress(self) -> list[dict[str, Any]]:
        """What became of each article so far, in order; the last says `done` when nothing is left to do."""
        try:
            lines = (self.folder / "progress.jsonl").read_bytes().split(b"\n")[:-1]
        except FileNotFoundError:
            return []
        return [json.loads(line) for line in lines if line.strip()]

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return any("done" in line for line in self.progress[-1:])

    def tell(self, **line: Any) -> None:
        """Write down what became of an article."""
        with (self.folder / "progress.jsonl").open("ab") as file:
            file.write(json.dumps(line).encode() + b"\n")

    def begin_again(self) -> None:
        """Forget the lines of a reading that was broken off: what is in the store is found there unchanged."""
        (self.folder / "progress.jsonl").unlink(missing_ok=True)

    def finish(self, **counts: Any) -> None:
        """Write the last line and let go of the files."""
        self.tell(done=True, **counts)
        shutil.rmtree(self.folder / "files", ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Inbox:
    """The folder of parcels."""

    folder: Path

    def put(self, files: Sequence[tuple[str, bytes]], addresses: Sequence[str], told: Told) -> Parcel:
        """Keep files, each with the name that the visitor gave it, and addresses. Raises OSError."""
        parcel = token_urlsafe(16)
        # A parcel is there when its folder has its name: one that was written half is not.
        making = self.folder / f".{parcel}"
        items = []
        for number, (name, data) in enumerate(files):
            path = making / "files" / str(number) / _safe(name)
            path.parent.mkdir(parents=True)
            path.write_bytes(data)
            items.append(Item(name, file=path.relative_to(making).as_posix()))
        making.mkdir(parents=True, exist_ok=True)
        items += [Item(address, address=address) for address in addresses]
        plain = {"items": [asdict(item) for item in items], "told": asdict(told), "made": time.time()}
        (making / "parcel.json").write_text(json.dumps(plain), encoding="utf-8")
        making.rename(self.folder / parcel)
        return Parcel(parcel, self.folder / parcel, tuple(items), told)

    def parcel(self, id: str) -> Parcel | None:
        """The parcel of this id."""
        if not _ID.fullmatch(id):
            return None
        folder = self.folder / id
        try:
            plain = json.loads((folder / "parcel.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            return None
        return Parcel(id, folder, tuple(Item(**item) for item in plain["items"]), Told(**plain["told"]))

    def unfinished(self) -> list[Parcel]:
        """Parcels with something left to do, the oldest first; those that were done long ago are cleared away."""
        found = []
        for folder in sorted(self._folders(), key=lambda folder: folder.stat().st_mtime):
            parcel = self.parcel(folder.name)
            if parcel is None:
                continue
            if not parcel.is_done:
                found.append(parcel)
            elif folder.stat().st_mtime < time.time() - KEPT_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)
        return found

    def _folders(self) -> list[Path]:
        return [path for path in self.folder.iterdir() if path.is_dir()] if self.folder.is_dir() else []


def inbox_of(store: Store) -> Inbox:
    """The inbox beside the store's file; for a database elsewhere in the user's own data folder."""
    from hashlib import sha256

    from platformdirs import user_data_path

    file = file_of(store.url)
    if file is not None:
        return Inbox(file.with_name(f"{file.name}.inbox"))
    name = sha256(store.url.encode()).hexdigest()[:16]
    return Inbox(user_data_path("matukio", appauthor=False) / "inbox" / name)


def _safe(name: str) -> str:
    """A name for the disk, which nothing that a visitor writes leads out of its folder."""
    last = re.split(r"[/\\]", name)[-1]
    return _SAFE.sub("_", last).strip("._")[-80:] or "file"
