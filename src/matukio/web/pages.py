"""Makes HTML out of templates: words in the reader's language, links that keep it, and nothing unescaped.

Whatever a template prints is escaped, its control characters and marks of direction taken out; only what
`matukio.export.html` marked up stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from matukio.export.answers import NUMBERS, filled_columns
from matukio.export.labels import LANGUAGES, labels
from matukio.export.wording import one_line, undirected
from matukio.web.forms import token_of
from matukio.web.questions import MOST, USUAL, Answer
from matukio.web.speaking import speech
from matukio.web.views import FIELDS, NAVIGATION, View

TWINS = ("csv", "json", "atom")


def _shown(value: Any) -> Any:
    """What a template prints of a value."""
    if value is None:
        return ""
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _templates(language: str) -> Environment:
    """The templates in one language."""
    found = Environment(
        loader=PackageLoader("matukio.web"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    spoken = speech(language)
    # What «newstyle» puts into a message is escaped, but not cleaned: only numbers go there, and what is cleaned.
    found.install_gettext_translations(spoken.translations, newstyle=True)  # type: ignore[attr-defined]
    found.filters |= {
        "day": spoken.day, "month": spoken.month, "number": spoken.number, "percent": spoken.percent, "clean": _shown,
        "lines": lambda text: escape(undirected(text)),
    }  # fmt: skip
    return found


def language_of(request: Request) -> str:
    """What the address asks for, else what the server was started with."""
    asked = request.query_params.get("lang")
    default: str = request.app.state.language
    return asked if asked in LANGUAGES else default


def kept_language(request: Request) -> str | None:
    """The language that the address asks for, which goes along in every link."""
    asked = request.query_params.get("lang")
    return asked if asked in LANGUAGES else None


def render(request: Request, template: str, code: int = 200, **context: Any) -> HTMLResponse:
    """A page in the reader's language."""
    language, kept = language_of(request), kept_language(request)
    other = next(each for each in LANGUAGES if each != language)
    # What was sent by a form has no address of its own in another language.
    path = request.url.path if request.method == "GET" else context.get("path", request.url.path.rpartition("/")[0])
    told = {
        "language": language,
        "kept_language": kept,
        "words": labels(language),
        "navigation": NAVIGATION,
        "here": request.url.path,
        "href": lambda path, /, **query: address(path, query.items(), kept),
        "other_language": other,
        "other_language_href": address(path or "/", _query(request), other),
        "other_name": {"en": "English", "sw": "Kiswahili"}[other],
        "asked": request.query_params.getlist,
        "token": token_of(request),
    }
    return HTMLResponse(_templates(language).get_template(template).render({**told, **context}), code)


def address(path: str, query: Iterable[tuple[str, Any]], language: str | None = None) -> str:
    """A link inside the page; what is None is left out, the language goes along."""
    pairs = [(name, value) for name, value in query if value is not None]
    told = urlencode([*pairs, ("lang", language)] if language else pairs)
    return f"{path}?{told}" if told else path


def list_page(request: Request, view: View, answer: Answer, can_draw: bool) -> HTMLResponse:
    """A list with its form, the links to its twins, and those to the pages before and after."""
    words = labels(language_of(request))
    query = [(name, value) for name, value in _query(request) if name not in ("limit", "page")]
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
        twins=twins(path, query),
        turning=turning(request, path, answer),
        drawing=address(f"{path}.svg", _query(request), language_of(request)) if view.plot and can_draw else None,
    )


def twins(path: str, query: Iterable[tuple[str, Any]], limit: int | None = MOST) -> dict[str, str]:
    """The same question for programs: as many rows as there can be, and as a feed the newest of them."""
    asked = [pair for pair in query if pair[0] not in ("limit", "page")]
    return {form: address(f"{path}.{form}", [*asked, ("limit", None if form == "atom" else limit)]) for form in TWINS}


def turning(request: Request, path: str, answer: Answer) -> dict[str, str | None]:
    """Where the pages before and after lie."""
    query = [(name, value) for name, value in _query(request) if name != "page"]
    kept, page = kept_language(request), answer.page
    # No page begins beyond what can be asked for at all.
    follows = answer.more and (page + 1) * (answer.limit or USUAL) <= MOST
    return {
        "before": address(path, [*query, ("page", page - 1 if page > 2 else None)], kept) if page > 1 else None,
        "after": address(path, [*query, ("page", page + 1)], kept) if follows else None,
    }


def row_query(kind: str, row: Mapping[str, Any], request: Request) -> tuple[str, dict[str, str], str] | None:
    """Where a row leads: path, query, and the place on that page."""
    if kind in ("events", "claims"):
        article, _, key = row["id"].partition(".")
        return f"/articles/{article}", {}, f"#a{article}-{key}"
    if kind == "relations":
        parties = {name: request.query_params.get(name, "") for name in ("first", "second")}
        return "/timeline", {**parties, "from": f"{row['month']}-01", "to": _last_day(row["month"])}, ""
    if kind == "pairs":
        return "/relations", {"first": row["actor"], "second": row["recipient"]}, ""
    if kind == "entities":
        return "/who", {"who": row["link"] or row["name"]}, ""
    return None


def _last_day(month: str) -> str:
    from calendar import monthrange

    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]}"


def _query(request: Request) -> list[tuple[str, str]]:
    """The query without the language."""
    return [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
