"""Watches feeds: polls them, adds what is new, and tells what saved searches find in it.

every = "30 minutes"

[[feed]]
address = "https://habari.example/rss.xml"
publisher = "Habari za Mfano"

[[search]]
name = "RUS–PRK"
pair = ["RUS", "PRK"]

[[search]]
name = "claims about Ruto"
claims = true
about = "Ruto"

[[alert]]
webhook = "https://ofisi.example/matukio"
secret = "MATUKIO_SECRET"
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from matukio.errors import QuestionError, WatchError
from matukio.ingest.visiting import PAUSE
from matukio.store import adding
from matukio.store.alerts import Channel, Post, Search, deliver, find
from matukio.store.filters import filters
from matukio.store.store import Store

SHORTEST_SECONDS = 60
POST_SECONDS = 30.0

_UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_CONDITIONS = (
    "about", "actor", "min_confidence", "pair", "place", "publisher", "recipient", "source", "speaker", "stance",
    "status", "target", "type",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Feed:
    """An address that is polled: a feed, a sitemap, or a page."""

    address: str
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """What a watch file says."""

    feeds: tuple[Feed, ...]
    searches: tuple[Search, ...] = ()
    channels: tuple[Channel, ...] = ()
    seconds: int = 1800
    allow_private: bool = False


@dataclass(slots=True)
class Round:
    """What one round brought; `troubles` are lines for the user."""

    added: int = 0
    changed: int = 0
    alerts: int = 0
    troubles: list[str] = field(default_factory=list)


def read_watch(path: str | os.PathLike[str]) -> Watch:
    """The watch file. Raises WatchError, with one line that names what is wrong."""
    try:
        given = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise WatchError(f"{path}: cannot be opened ({error.strerror or error})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WatchError(f"{path}: is no TOML ({error})") from None
    try:
        _only(given, ("every", "allow_private", "feed", "search", "alert"), "the file")
        searches = tuple(_search(entry) for entry in given.get("search", ()))
        if len({search.name for search in searches}) < len(searches):
            raise WatchError("two searches have the same name")
        feeds = tuple(_feed(entry) for entry in given.get("feed", ()))
        if not feeds:
            raise WatchError("has no [[feed]] with an address")
        channels = tuple(_channel(entry, Path(path).parent) for entry in given.get("alert", ()))
        seconds = _seconds(given.get("every", "30 minutes"))
        return Watch(feeds, searches, channels, seconds, bool(given.get("allow_private")))
    except WatchError as error:
        raise WatchError(f"{path}: {error}") from None


def watch_once(
    store: Store,
    watch: Watch,
    *,
    workers: int = 1,
    post: Post | None = None,
    pause: float = PAUSE,
    heard: Callable[[str], None] = lambda source: None,
) -> Round:
    """One round: every feed polled, new articles added, searches asked, alerts delivered; seconds between two visits
    to one host are at least `pause`."""
    done = Round()
    searches, channels = list(watch.searches), list(watch.channels)
    # A search that is new tells of what comes from now on.
    done.alerts += find(store.engine, searches, channels)
    visitor = store.visitor(watch.allow_private, pause)
    for feed in watch.feeds:
        report = store.add(feed.address, workers=workers, heard=heard, publisher=feed.publisher, visitor=visitor)
        done.added += report.added
        done.changed += report.changed
        done.troubles += [_line(failure) for failure in report.failures]
    done.alerts += find(store.engine, searches, channels)
    done.troubles += deliver(store.engine, channels, post or _post)
    return done


def _line(failure: adding.Failure) -> str:
    return f"{failure.source}: {failure.reason}" if failure.source else failure.reason


def _post(address: str, body: bytes, headers: Mapping[str, str]) -> int:
    import httpx

    try:
        return httpx.post(address, content=body, headers=dict(headers), timeout=POST_SECONDS).status_code
    except httpx.HTTPError as error:
        raise OSError(str(error) or type(error).__name__) from None


def _feed(entry: Mapping[str, Any]) -> Feed:
    _only(entry, ("address", "publisher"), "a [[feed]]")
    address = entry.get("address")
    if not isinstance(address, str) or urlsplit(address).scheme not in ("http", "https"):
        raise WatchError(f"a [[feed]] needs an address that begins with https://, not {address!r}")
    return Feed(address, entry.get("publisher"))


def _search(entry: Mapping[str, Any]) -> Search:
    _only(entry, ("name", "claims", *_CONDITIONS), "a [[search]]")
    name = entry.get("name")
    if not isinstance(name, str) or not name:
        raise WatchError("a [[search]] needs a name")
    conditions = {key: value for key, value in entry.items() if key in _CONDITIONS}
    is_claims = bool(entry.get("claims")) or any(key in entry for key in ("about", "speaker", "stance", "target"))
    pair = conditions.get("pair")
    if pair is not None and (not isinstance(pair, list) or len(pair) != 2 or is_claims):
        raise WatchError(f"search {name}: pair is two parties, between which events pass")
    if not conditions:
        raise WatchError(f"search {name}: needs a condition, one of {', '.join(_CONDITIONS)}")
    try:
        filters(**{key: value for key, value in conditions.items() if key != "pair"}, actor=pair) if pair else filters(
            **conditions
        )
    except (QuestionError, TypeError) as error:
        raise WatchError(f"search {name}: {error}") from None
    return Search(name, "claims" if is_claims else "events", conditions)


def _channel(entry: Mapping[str, Any], folder: Path) -> Channel:
    _only(entry, ("file", "atom", "webhook", "secret"), "an [[alert]]")
    kinds = [kind for kind in ("file", "atom", "webhook") if kind in entry]
    if len(kinds) != 1:
        raise WatchError("an [[alert]] goes to one of file, atom and webhook")
    (kind,) = kinds
    target = str(entry[kind])
    if kind != "webhook":
        return Channel(kind, str(folder / target))
    if urlsplit(target).scheme not in ("http", "https"):
        raise WatchError(f"webhook {target}: an address begins with https://")
    variable = entry.get("secret")
    if variable is None:
        return Channel(kind, target)
    secret = os.environ.get(str(variable))
    if not secret:
        raise WatchError(f"webhook {target}: the environment has no {variable}, which signs what is sent")
    return Channel(kind, target, secret)


def _only(entry: Mapping[str, Any], names: tuple[str, ...], where: str) -> None:
    if unknown := [name for name in entry if name not in names]:
        raise WatchError(f"{where} has no {unknown[0]}; it may have {', '.join(names)}")


def _seconds(every: object) -> int:
    match = re.fullmatch(r"(\d+)\s*(second|minute|hour|day)s?", str(every))
    if match is None:
        raise WatchError(f"every = {every!r}: write it as «30 minutes» or «2 hours»")
    return max(int(match[1]) * _UNITS[match[2]], SHORTEST_SECONDS)
