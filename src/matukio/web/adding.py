"""Adding on the page: text, addresses or files are given, and what becomes of each is told live.

GET /add · POST /add → 303 /add/k3f9… · GET /add/k3f9…/progress (server-sent events) · GET /add/k3f9….json
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from matukio.store import Store
from matukio.web.forms import sealed_form
from matukio.web.inbox import Inbox, Parcel, Told, inbox_of
from matukio.web.lists import json_answer
from matukio.web.pages import address, kept_language, language_of, render
from matukio.web.reading import Reader
from matukio.web.refusals import in_speech
from matukio.web.speaking import N_, Speech, speech

router = APIRouter()

MOST_ITEMS = 100
MOST_WAITING = 50
"""So many parcels may wait; who comes then is asked to come again."""
LOOKED_EVERY = 0.25
LONGEST_STREAM = 900.0
"""Seconds after which a browser must ask anew, so that no forgotten one is served for ever."""

_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)

Id = Annotated[str, Path(pattern=r"^[\w-]{16,32}$", description="The id of what was given to add.")]


@dataclass(slots=True)
class Pace:
    """How often one visitor may come: `most` times in `seconds`."""

    most: int = 20
    seconds: float = 600.0
    _came: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def wait(self, visitor: str) -> float:
        """Count a visit; gives the seconds to wait where it is one too many, else 0."""
        now = time.monotonic()
        if len(self._came) > 10_000:
            self._came.clear()
        came = self._came[visitor]
        while came and came[0] < now - self.seconds:
            came.popleft()
        if len(came) >= self.most:
            return came[0] + self.seconds - now
        came.append(now)
        return 0.0


class Door:
    """Where articles come in: the inbox, who reads it, and how often one may come."""

    def __init__(self, store: Store) -> None:
        self.inbox: Inbox = inbox_of(store)
        self.reader = Reader(store.url)
        self.pace = Pace()
        self.reader.take(*self.inbox.unfinished())

    def parcel(self, id: str) -> Parcel:
        """Raises HTTPException when there is none."""
        found = self.inbox.parcel(id)
        if found is None:
            raise HTTPException(404, N_("Nothing of this id was given to add, or it is long done."))
        return found


def _door(request: Request) -> Door:
    found: Door = request.app.state.door
    return found


@router.get("/add", include_in_schema=False)
def add_page(request: Request) -> HTMLResponse:
    """The form."""
    return render(request, "add.html", given={}, problem=None)


@router.post("/add", include_in_schema=False)
async def take(request: Request) -> Response:
    """Keeps what the form brings, and leads to its progress."""
    form = await sealed_form(request, most_files=MOST_ITEMS)
    say, door = speech(language_of(request)).gettext, _door(request)
    if wait := door.pace.wait(request.client.host if request.client else ""):
        headers = {"Retry-After": str(int(wait) + 1)}
        raise HTTPException(429, say("Too much at once: wait some minutes, then give more."), headers)
    if door.reader.waiting >= MOST_WAITING:
        raise HTTPException(503, say("Much is waiting already: come again in some minutes."), {"Retry-After": "60"})
    try:
        files, addresses, told = await _given(form, say)
    except ValueError as error:
        plain = {name: value for name, value in form.items() if isinstance(value, str)}
        return render(request, "add.html", code=400, given=plain, problem=str(error))
    parcel = await run_in_threadpool(door.inbox.put, files, addresses, told)
    door.reader.take(parcel)
    return RedirectResponse(address(f"/add/{parcel.id}", [], kept_language(request)), 303)


async def _given(form: FormData, say: Any) -> tuple[list[tuple[str, bytes]], list[str], Told]:
    """Files, addresses and what is told of them; raises ValueError with what is wrong for the visitor to read."""
    text, published = _text(form, "text"), _text(form, "published").strip()
    addresses = _text(form, "address").split()
    files = [
        (each.filename, await each.read())
        for each in form.getlist("files")
        if isinstance(each, UploadFile) and each.filename
    ]
    if text.strip():
        files.append((say("pasted text"), text.replace("\r\n", "\n").encode("utf-8", "replace")))
    if not files and not addresses:
        raise ValueError(say("Paste a text or an address, or choose files."))
    if len(addresses) + len(files) > MOST_ITEMS:
        raise ValueError(say("At most %(count)s at once.") % {"count": MOST_ITEMS})
    if wrong := next((each for each in addresses if not _ADDRESS.fullmatch(each)), None):
        raise ValueError(say("%(address)s: an address begins with https://") % {"address": wrong[:100]})
    try:
        day = date.fromisoformat(published).isoformat() if published else None
    except ValueError:
        raise ValueError(say("The day of publication: write it as 2024-06-18.")) from None
    alone = len(files) + len(addresses) == 1 and bool(text.strip())
    title = _text(form, "title").strip() if alone else ""
    return files, addresses, Told(day, _text(form, "publisher").strip() or None, title or None, "force" in form)


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value.replace("\0", "") if isinstance(value, str) else ""


@router.get("/add/{id}.json", operation_id="added")
def progress_as_json(request: Request, id: Id) -> Response:
    """What became of each article so far; `done` when nothing is left to do."""
    parcel = _door(request).parcel(id)
    lines = parcel.progress
    return json_answer({"done": parcel.is_done, "rows": [line for line in lines if "done" not in line]})


@router.get("/add/{id}", include_in_schema=False)
def progress_page(request: Request, id: Id) -> HTMLResponse:
    """What became of each article so far."""
    parcel = _door(request).parcel(id)
    lines, language = parcel.progress, language_of(request)
    return render(
        request,
        "added.html",
        parcel=parcel,
        names=[item.name for item in parcel.items],
        lines=[_shown(line, speech(language), kept_language(request)) for line in lines],
        count=len(lines),
        done=any("done" in line for line in lines),
        # A script asks for what is new; without one the page is asked for again.
        stream=address(f"/add/{id}/progress", [("after", len(lines))], kept_language(request)),
        twins={"json": f"/add/{id}.json"},
    )


@router.get("/add/{id}/progress", include_in_schema=False)
def progress(
    request: Request,
    id: Id,
    after: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    last_event_id: Annotated[str | None, Header()] = None,
) -> StreamingResponse:
    """The lines after the first so many as server-sent events; a connection that broke goes on by Last-Event-ID."""
    parcel = _door(request).parcel(id)
    known = int(last_event_id) if last_event_id and last_event_id.isdecimal() and len(last_event_id) < 9 else after
    return StreamingResponse(
        _stream(parcel, known, speech(language_of(request)), kept_language(request)),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store"},
    )


async def _stream(parcel: Parcel, known: int, words: Speech, kept: str | None) -> AsyncIterator[str]:
    begun = time.monotonic()
    yield "retry: 2000\n\n"
    while time.monotonic() < begun + LONGEST_STREAM:
        lines = await run_in_threadpool(lambda: parcel.progress)
        for number, line in enumerate(lines[known:], known + 1):
            kind = "done" if "done" in line else "line"
            yield f"event: {kind}\nid: {number}\ndata: {json.dumps(_shown(line, words, kept))}\n\n"
            if kind == "done":
                return
        known = max(known, len(lines))
        await asyncio.sleep(LOOKED_EVERY)


def _shown(line: dict[str, Any], words: Speech, kept: str | None) -> dict[str, Any]:
    """A line of the progress in the reader's language: what, whereto it leads, and how it went."""
    say = words.gettext
    if "done" in line:
        reason = in_speech(line["reason"], words) if line.get("reason") else ""
        return {
            "told": say("Broken off: %(reason)s") % {"reason": reason} if reason else say("All is done."),
            "state": "done",
        }
    outcome = {
        "added": say("added"), "changed": say("changed since it was added, and read anew"),
        "unchanged": say("already here, unchanged"), "failed": say("could not be added"),
    }[line["outcome"]]  # fmt: skip
    name = line.get("title") or line["source"]
    told = f"{outcome}: {in_speech(line['reason'], words)}" if line.get("reason") else outcome
    href = address(f"/articles/{line['article']}", [], kept) if line.get("article") else None
    return {"name": name, "told": told, "state": line["outcome"], "href": href}
