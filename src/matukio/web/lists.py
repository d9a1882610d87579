"""Every list four times: as a page, and as its twins for programs, `.json`, `.csv` and `.atom`, with the same query.

/claims?stance=deny · /claims.json?stance=deny · /claims.csv?stance=deny · /claims.atom?stance=deny
"""

import json
from datetime import date
from importlib.util import find_spec
from io import StringIO
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel

from matukio.export.plots import svg
from matukio.store.rows import write_csv
from matukio.web.feeds import rows_feed
from matukio.web.pages import language_of, list_page
from matukio.web.questions import Answer
from matukio.web.speaking import speech
from matukio.web.views import VIEWS, View

# Not `from __future__ import annotations` here: FastAPI reads the annotations of functions made inside others.


class Table(BaseModel):
    """The rows of an answer; `more` when the limit left some out."""

    rows: list[dict[str, Any]]
    more: bool


def lists() -> APIRouter:
    """The routes of all lists; «/» is the newest articles."""
    router = APIRouter()
    for view in VIEWS:
        _add(router, view)
    return router


def _add(router: APIRouter, view: View) -> None:
    name = view.name

    def page(request: Request, answer: Answer = Depends(view.ask)) -> HTMLResponse:  # noqa: B008
        return list_page(request, view, answer, can_draw=can_draw())

    def as_json(answer: Answer = Depends(view.ask)) -> Response:  # noqa: B008
        return json_answer({"rows": list(answer.rows), "more": answer.more})

    def as_csv(answer: Answer = Depends(view.ask)) -> Response:  # noqa: B008
        return csv_answer(answer, name)

    def as_atom(request: Request, answer: Answer = Depends(view.ask)) -> Response:  # noqa: B008
        return rows_feed(request, speech(language_of(request)).gettext(view.title), _kind(view, answer), answer)

    def as_svg(request: Request, answer: Answer = Depends(view.ask)) -> Response:  # noqa: B008
        parties = [request.query_params[each] for each in ("first", "second") if each in request.query_params]
        return Response(svg(name, answer.rows, parties, language_of(request)), media_type="image/svg+xml")

    told = view.ask.__doc__
    if name == "articles":
        router.add_api_route("/", page, include_in_schema=False)
    if name != "relations":
        router.add_api_route(f"/{name}", page, include_in_schema=False)
    router.add_api_route(
        f"/{name}.json", as_json, operation_id=name, description=told, responses={200: {"model": Table}}
    )
    router.add_api_route(
        f"/{name}.csv", as_csv, operation_id=f"{name}_csv", description=told,
        responses={200: {"content": {"text/csv": {}}}}, response_class=Response,
    )  # fmt: skip
    router.add_api_route(
        f"/{name}.atom", as_atom, operation_id=f"{name}_atom", description=told,
        responses={200: {"content": {"application/atom+xml": {}}}}, response_class=Response,
    )  # fmt: skip
    if view.plot and can_draw():
        router.add_api_route(f"/{name}.svg", as_svg, include_in_schema=False)


def _kind(view: View, answer: Answer) -> str:
    """What the rows are: without two that are named, relations are those of pairs."""
    return "pairs" if view.name == "relations" and "actor" in answer.rows.columns else view.kind


def json_answer(plain: Any) -> Response:
    """JSON in UTF-8, days as 2024-06-18."""
    told = json.dumps(plain, ensure_ascii=False, default=date.isoformat)
    return Response(told.encode("utf-8", "replace"), media_type="application/json")


def csv_answer(answer: Answer, name: str) -> Response:
    """A file to download; no cell of it can be a formula of a spreadsheet."""
    file = StringIO()
    write_csv(answer.rows, file)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(file.getvalue().encode("utf-8", "replace"), media_type="text/csv", headers=headers)


def can_draw() -> bool:
    """Whether the extra `plot` is installed."""
    return find_spec("altair") is not None and find_spec("vl_convert") is not None
