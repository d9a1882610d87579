"""Makes HTML out of templates: labels in the reader's language, links that keep it, and nothing unescaped.

Whatever a template prints is escaped, its control characters and marks of direction taken out; only what
`matukio.export.html` marked up stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from matukio.export.answers import NUMBERS, filled_columns
from matukio.export.labels import LANGUAGES, labels
from matukio.export.wording import one_line
from matukio.web.questions import MOST, Answer
from matukio.web.views import FIELDS, NAVIGATION, View


def _shown(value: Any) -> Any:
    """What a template prints of a value."""
    if value is None:
        return ""
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value


TEMPLATES = Environment(
    loader=PackageLoader("matukio.web"),
    autoescape=True,
    finalize=_shown,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def language_of(request: Request) -> str:
    """What the address asks for, else what the server was started with."""
    asked = request.query_params.get("lang")
    default: str = request.app.state.language
    return asked if asked in LANGUAGES else default


def render(request: Request, template: str, code: int = 200, **context: Any) -> HTMLResponse:
    """A page in the reader's language."""
    language = language_of(request)
    other = next(each for each in LANGUAGES if each != language)
    kept = request.query_params.get("lang") if request.query_params.get("lang") in LANGUAGES else None
    told = {
        "language": language,
        "kept_language": kept,
        "words": labels(language),
        "navigation": NAVIGATION,
        "here": request.url.path,
        "href": lambda path, /, **query: address(path, query.items(), kept),
        "other_language": other,
        "other_language_href": address(request.url.path, _query(request), other),
        "other_words": labels(other),
        "asked": request.query_params.getlist,
    }
    return HTMLResponse(TEMPLATES.get_template(template).render({**told, **context}), code)


def address(path: str, query: Iterable[tuple[str, Any]], language: str | None = None) -> str:
    """A link inside the page; what is None is left out, the language goes along."""
    pairs = [(name, value) for name, value in query if value is not None]
    told = urlencode([*pairs, ("lang", language)] if language else pairs)
    return f"{path}?{told}" if told else path


def list_page(request: Request, view: View, answer: Answer, can_draw: bool) -> HTMLResponse:
    """A list with its form and the links to its twins."""
    words = labels(language_of(request))
    query = [(name, value) for name, value in _query(request) if name != "limit"]
    path = f"/{view.name}"
    return render(
        request,
        "articles.html" if view.kind == "articles" else "list.html",
        view=view,
        path=path,
        fields=[FIELDS[name] for name in view.fields],
        answer=answer,
        columns={} if view.kind == "articles" else filled_columns(answer.rows, view.kind, words),
        numbers=NUMBERS,
        links=[row_query(view.kind, row, request) for row in answer.rows],
        is_asked=all(request.query_params.get(name) for name in view.needs),
        twins={form: address(f"{path}.{form}", [*query, ("limit", MOST)]) for form in ("csv", "json")},
        drawing=address(f"{path}.svg", query, language_of(request)) if view.plot and can_draw else None,
    )


def row_query(kind: str, row: Mapping[str, Any], request: Request) -> tuple[str, dict[str, str], str] | None:
    """Where a row leads: path, query, and the place on that page."""
    if kind in ("events", "claims"):
        article, _, key = row["id"].partition(".")
        return f"/articles/{article}", {}, f"#a{article}-{key}"
    if kind == "relations":
        parties = {name: request.query_params.get(name, "") for name in ("first", "second")}
        return "/timeline", {**parties, "from": f"{row['month']}-01", "to": _last_day(row["month"])}, ""
    if kind == "entities" and row["link"]:
        return "/timeline", {"first": row["link"]}, ""
    return None


def _last_day(month: str) -> str:
    from calendar import monthrange

    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]}"


def _query(request: Request) -> list[tuple[str, str]]:
    """The query without the language."""
    return [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
