"""The application: which address gives what.

/articles/12 · /events?actor=KEN · /events.csv?actor=KEN · /stories/s12 · /openapi.json
"""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, FastAPI, Path, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

import matukio
from matukio.errors import MatukioError, StoreError
from matukio.export.labels import LANGUAGES
from matukio.store import Store
from matukio.web import stories
from matukio.web.addresses import WithoutBlanks
from matukio.web.article import shown
from matukio.web.comparing import Comparisons
from matukio.web.lists import json_answer, lists
from matukio.web.pages import address, language_of, render
from matukio.web.questions import TheStore
from matukio.web.safety import Guard

# SQLite counts articles no further.
Number = Annotated[int, Path(ge=1, le=2**63 - 1, description="The number of an article in the store.")]

# The marks look as in the page that `matukio read --html` writes.
_STYLES = (("export", "html", "page.css"), ("web", "static", "web.css"))

router = APIRouter()


def application(store: Store, language: str = "en", *, host: str = "127.0.0.1", password: str | None = None) -> ASGIApp:
    """The page of a store, for any server of ASGI. It answers to the names of this machine and to `host`.

    With a password it asks every visitor for it. Raises ValueError for a language other than «en» and «sw».
    """
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    app = FastAPI(
        title="Matukio", version=matukio.__version__, docs_url=None, redoc_url=None, openapi_url="/openapi.json",
        description="Who did what to whom, where and when, and who says so. Everything here is only read.",
    )  # fmt: skip
    app.state.store, app.state.language, app.state.comparisons = store, language, Comparisons(store)
    for routes in (router, lists(), stories.router):
        app.include_router(routes)
    app.add_exception_handler(MatukioError, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse)
    app.add_exception_handler(HTTPException, _refuse)
    app.add_exception_handler(Exception, _refuse)
    return Guard(WithoutBlanks(app), host, password)


@router.get("/articles/{number:int}.json", operation_id="article")
def article_as_json(store: TheStore, number: Number) -> Response:
    """The record of an article, with its corrections, in the form of `matukio schema`."""
    return json_answer(store.record(number))


@router.get("/articles/{number:int}", include_in_schema=False)
def article_page(request: Request, store: TheStore, number: Number) -> HTMLResponse:
    """An article with everything that was found in it."""
    told = shown(number, store.record(number), language_of(request))
    return render(request, "article.html", twins={"json": address(f"/articles/{number}.json", [])}, **told)


@router.get("/static/style.css", include_in_schema=False)
def style() -> Response:
    """Both style sheets as one."""
    told = "\n".join(files("matukio").joinpath(*path).read_text(encoding="utf-8") for path in _STYLES)
    return Response(told, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _refuse(request: Request, error: Exception) -> Response:
    """What went wrong in one line: as a page, or as JSON to whoever asks for a twin."""
    status, reason = _told(error)
    if "." in request.url.path.rpartition("/")[2]:
        answer = json_answer({"detail": reason})
        answer.status_code = status
        return answer
    return render(request, "error.html", code=status, status=status, reason=reason)


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, StoreError):
        return 404, str(error)
    if isinstance(error, MatukioError):
        # The store's conditions bear the names of the command's options.
        return 400, str(error).removeprefix("--")
    if isinstance(error, RequestValidationError):
        each = [f"{'.'.join(str(at) for at in found['loc'][1:])}: {found['msg']}" for found in error.errors()]
        return 422, "; ".join(each)
    if isinstance(error, HTTPException):
        return error.status_code, str(error.detail)
    return 500, "This is a mistake of the program; the server's terminal says more."
