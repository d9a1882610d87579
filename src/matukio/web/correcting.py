"""Corrections on the page, by the rules of `matukio fix`: a field changed, a record that is none, one that was missed.

    POST /articles/12/fix  record=e3 do=change kind=ASSAULT actors="Jeshi la Urusi (RUS·MIL)" → 303 /articles/12#a12-e3

A form holds every field as `matukio fix` would be given it; those that somebody changed are corrected.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from matukio.errors import StoreError
from matukio.export.wording import one_line
from matukio.store import Store
from matukio.store.fixing import FIELDS
from matukio.web.fields import KIND, written
from matukio.web.forms import sealed_form
from matukio.web.pages import address, kept_language, language_of
from matukio.web.questions import Number, TheStore
from matukio.web.refusals import in_speech
from matukio.web.showing import article_answer
from matukio.web.speaking import speech

router = APIRouter()

Plain = Mapping[str, Any]


@router.post("/articles/{number:int}/fix", include_in_schema=False)
async def fix(request: Request, store: TheStore, number: Number) -> Response:
    """Corrects, and leads back to what was corrected; what cannot be stays in the form, with the reason above."""
    form = await sealed_form(request)
    given = {name: value.replace("\0", "") for name, value in form.items() if isinstance(value, str)}
    try:
        key = await run_in_threadpool(_apply, store, number, given)
    except StoreError as error:
        problem = in_speech(str(error), speech(language_of(request)))
        return await run_in_threadpool(article_answer, request, store, number, given, problem)
    return RedirectResponse(address(f"/articles/{number}", [], kept_language(request)) + f"#a{number}-{key}", 303)


def _apply(store: Store, number: int, given: dict[str, str]) -> str:
    """The key of the record that was corrected; raises StoreError."""
    do, key, note = given.get("do"), given.get("record", ""), one_line(given.get("note", "")).strip() or None
    if do == "reject":
        store.reject(f"{number}.{key}", note)
        return "events"
    if do == "undo":
        store.undo(f"{number}.{key}")
        return key
    if do in ("event", "claim"):
        fields = {name: value for name, value in _fields(do, given).items() if value.strip()}
        return store.add_missed(number, do, fields, note).partition(".")[2]
    kind, item = _find(store.record(number), key)
    before = written(kind, item)
    changes = {name: value for name, value in _fields(kind, given).items() if one_line(value).strip() != before[name]}
    store.fix(f"{number}.{key}", changes, note)
    return key


def _fields(kind: str, given: Mapping[str, str]) -> dict[str, str]:
    """The fields that the form has, type and mode apart again."""
    fields = {name: given[name] for name in FIELDS[kind] if name in given}
    if kind == "event" and KIND in given:
        fields["type"], _, fields["mode"] = given[KIND].partition(":")
    return fields


def _find(record: Plain, key: str) -> tuple[str, Plain]:
    for kind, group in (("event", "events"), ("claim", "claims")):
        for item in record[group]:
            if item["id"] == key:
                return kind, item
    raise StoreError(f"{record['id']}.{key}: the article has no such event or claim")
