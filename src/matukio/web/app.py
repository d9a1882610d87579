"""The application: which address gives what.

/articles/12 · /events?actor=KEN · /events.csv?actor=KEN · /stories/s12 · /openapi.json
"""

from __future__ import annotations

from importlib.resources import files

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

import matukio
from matukio.errors import MatukioError, StoreError
from matukio.export.labels import LANGUAGES
from matukio.store import Store
from matukio.web import adding, correcting, relating, stories
from matukio.web.addresses import WithoutBlanks
from matukio.web.comparing import Comparisons
from matukio.web.feeds import rows_feed
from matukio.web.lists import csv_answer, json_answer, lists
from matukio.web.pages import language_of, render
from matukio.web.questions import MOST, Answer, Number, TheStore
from matukio.web.refusals import in_speech
from matukio.web.safety import Guard, Seal
from matukio.web.showing import article_answer
from matukio.web.speaking import N_, speech

# The marks look as in the page that `matukio read --html` writes.
_STYLES = (("export", "html", "page.css"), ("web", "static", "web.css"))
_SCRIPTS = (("export", "html", "page.js"), ("web", "static", "web.js"))

router = APIRouter()


def application(store: Store, language: str = "en", *, host: str = "127.0.0.1", password: str | None = None) -> ASGIApp:
    """The page of a store, for any server of ASGI. It answers to the names of this machine and to `host`.

    With a password it asks every visitor for it. Raises ValueError for a language other than «en» and «sw».
    """
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    app = FastAPI(
        title="Matukio", version=matukio.__version__, docs_url=None, redoc_url=None, openapi_url="/openapi.json",
        description="Who did what to whom, where and when, and who says so. People add and correct here.",
    )  # fmt: skip
    app.state.store, app.state.language, app.state.comparisons = store, language, Comparisons(store)
    app.state.seal, app.state.door, app.state.overviews = Seal(), adding.Door(store), relating.Overviews(store)
    for routes in (router, lists(), stories.router, adding.router, correcting.router, relating.router):
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


@router.get("/articles/{number:int}.csv", operation_id="article_csv", response_class=Response)
def article_as_csv(store: TheStore, number: Number) -> Response:
    """The events of an article, a row each."""
    return csv_answer(_events(store, number), f"article-{number}")


@router.get("/articles/{number:int}.atom", operation_id="article_atom", response_class=Response)
def article_as_atom(request: Request, store: TheStore, number: Number) -> Response:
    """The events of an article as a feed."""
    title = store.record(number)["title"] or speech(language_of(request)).gettext("Events")
    return rows_feed(request, title, "events", _events(store, number))


def _events(store: Store, number: int) -> Answer:
    store.record(number)
    return Answer(store.events(articles=[number], limit=MOST))


@router.get("/articles/{number:int}", include_in_schema=False)
def article_page(request: Request, store: TheStore, number: Number) -> HTMLResponse:
    """An article with everything that was found in it."""
    return article_answer(request, store, number)


@router.get("/static/style.css", include_in_schema=False)
def style() -> Response:
    """Both style sheets as one."""
    return _static(_STYLES, "text/css")


@router.get("/static/script.js", include_in_schema=False)
def script() -> Response:
    """Both scripts as one; no page needs them."""
    return _static(_SCRIPTS, "text/javascript")


def _static(parts: tuple[tuple[str, ...], ...], kind: str) -> Response:
    told = "\n".join(files("matukio").joinpath(*path).read_text(encoding="utf-8") for path in parts)
    return Response(told, media_type=kind, headers={"Cache-Control": "max-age=3600"})


def _refuse(request: Request, error: Exception) -> Response:
    """What went wrong in one line: as a page, or as JSON to whoever asks for a twin."""
    status, reason = _told(error)
    reason = in_speech(reason, speech(language_of(request)))
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if "." in request.url.path.rpartition("/")[2]:
        answer: Response = json_answer({"detail": reason})
        answer.status_code = status
    else:
        answer = render(request, "error.html", code=status, path="/", status=status, reason=reason)
    answer.headers.update(headers)
    return answer


# What the framework says of an address that leads nowhere, and of a form sent to what takes none.
_PLAINLY = {"Not Found": N_("There is no such page."), "Method Not Allowed": N_("Nothing can be changed here.")}


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
        return error.status_code, _PLAINLY.get(str(error.detail), str(error.detail))
    return 500, N_("This is a mistake of the program; the server's terminal says more.")
