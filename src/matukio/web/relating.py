"""Relations: of two the months with their events below; of all a matrix and a map; and a page for each name.

/relations?first=KEN&second=UGA · /relations · /relations?first=KEN · /relations/map.svg · /who?who=per:william-ruto
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from threading import Thread
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.exc import SQLAlchemyError

from matukio.export.answers import NUMBERS, filled_columns
from matukio.export.labels import labels
from matukio.store import Rows, Store
from matukio.store.connection import reading
from matukio.store.filters import filters, parties_of
from matukio.store.newest import stamp
from matukio.web.drawing import country_name, largest, map_svg, matrix_svg
from matukio.web.keeping import Kept
from matukio.web.lists import can_draw
from matukio.web.pages import address, kept_language, language_of, list_page, render, row_query, twins
from matukio.web.questions import Answer, TheStore, relations
from matukio.web.speaking import speech
from matukio.web.views import FIELDS, VIEWS

router = APIRouter()

VIEW = next(view for view in VIEWS if view.name == "relations")
LISTED = 50
LARGE = 5_000
"""With more articles than these the sums are made before anybody asks for them."""
WHO_EVENTS, WHO_CLAIMS = 20, 10

_Asked = tuple[str | None, date | None, date | None, tuple[str, ...], tuple[str, ...], float | None]


class Overviews:
    """Relations of all countries, and their drawings."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.rows: Kept[_Asked, Rows] = Kept(self._rows, self._stamp)
        self.drawings: Kept[tuple[str, str, _Asked], str] = Kept(self._drawn, self._stamp)
        if len(store.articles(offset=LARGE, limit=1)):
            # The first visitor would wait for seconds.
            Thread(target=self._begin, name="relations", daemon=True).start()

    def _begin(self) -> None:
        with suppress(SQLAlchemyError):
            self.rows.of((None, None, None, (), (), None))

    def of(self, request: Request) -> Rows:
        """The pairs of all countries under the conditions of the address."""
        return self.rows.of(_asked(request))

    def _stamp(self) -> tuple[Any, ...]:
        with reading(self._store.engine) as connection:
            return stamp(connection)

    def _rows(self, asked: _Asked) -> Rows:
        country, since, until, types, statuses, share = asked
        return self._store.pairs(
            country, since=since, until=until, type=types, status=statuses or ("actual",), min_confidence=share
        )

    def _drawn(self, key: tuple[str, str, _Asked]) -> str:
        kind, language, asked = key
        rows, spoken = self.rows.of(asked), speech(language)
        return matrix_svg(rows, spoken) if kind == "matrix" else map_svg(rows, asked[0], spoken)


@router.get("/relations", include_in_schema=False)
def page(request: Request, answer: Annotated[Answer, Depends(relations)]) -> HTMLResponse:
    """Two, where both are named; else all."""
    query = request.query_params
    if query.get("first") and query.get("second"):
        return list_page(request, VIEW, answer, can_draw=can_draw())
    rows, asked = answer.rows, [pair for pair in query.multi_items() if pair[0] != "lang"]
    spoken, kept = speech(language_of(request)), kept_language(request)
    shown = largest(rows, 12)
    cells = {(row["actor"], row["recipient"]): row for row in rows}
    drawings = {kind: address(f"/relations/{kind}.svg", asked, language_of(request)) for kind in ("map", "matrix")}
    return render(
        request,
        "relations.html",
        view=VIEW,
        path="/relations",
        fields=[FIELDS[name] for name in VIEW.fields],
        rows=rows[:LISTED],
        shown=shown,
        cells=cells,
        name=lambda code: country_name(code, spoken),
        drawings=drawings if can_draw() and rows else {},
        pair_href=lambda one, other: address("/relations", [("first", one), ("second", other)], kept),
        twins=twins("/relations", asked),
    )


@router.get("/relations/{kind}.svg", include_in_schema=False)
def drawing(request: Request, kind: str, answer: Annotated[Answer, Depends(relations)]) -> Response:
    """The map or the matrix."""
    from starlette.exceptions import HTTPException

    if kind not in ("map", "matrix") or not can_draw():
        raise HTTPException(404)
    found: Overviews = request.app.state.overviews
    return Response(found.drawings.of((kind, language_of(request), _asked(request))), media_type="image/svg+xml")


@router.get("/who", include_in_schema=False)
def who(request: Request, store: TheStore, who: Annotated[str, Query(min_length=1, max_length=200)]) -> HTMLResponse:
    """A person, a body or a country: what it did and what was done to it, what it said, and what was said about it."""
    words, kept = labels(language_of(request)), kept_language(request)
    found = {
        "events": store.timeline(who, limit=WHO_EVENTS),
        "said": store.claims(speaker=who, limit=WHO_CLAIMS),
        "told": store.claims(target=who, limit=WHO_CLAIMS),
    }
    kinds = {"events": "events", "said": "claims", "told": "claims"}
    country = parties_of(who)[0][0] if len(parties_of(who)[0][0]) == 3 else None
    spoken = speech(language_of(request))
    return render(
        request,
        "who.html",
        who=who,
        title=country_name(country, spoken) if country and country.isupper() else _named(store, who),
        numbers=NUMBERS,
        tables={name: filled_columns(rows, kinds[name], words) for name, rows in found.items()},
        links={name: [row_query(kinds[name], row, request) for row in rows] for name, rows in found.items()},
        ways={
            name: address(path, [(field, who)], kept)
            for name, path, field in (
                ("timeline", "/timeline", "first"), ("said", "/claims", "speaker"), ("told", "/claims", "target"),
                ("relations", "/relations", "first"),
            )
        },
        twins=twins("/timeline", [("first", who)]),
    )  # fmt: skip


def _named(store: Store, who: str) -> str:
    """The name of a link, else what was asked for."""
    if ":" not in who:
        return who
    found = store.entities(link=who, limit=1)
    return found[0]["name"] if found else who


def _asked(request: Request) -> _Asked:
    """The conditions of the address in a form that can be kept; they were checked before."""
    query = request.query_params
    first = query.get("first") or query.get("second")
    parties = parties_of(first) if first else []
    country = parties[0][0] if parties and len(parties[0]) == 1 and len(parties[0][0]) == 3 else None
    wanted = filters(
        since=query.get("from"), until=query.get("to"), type=query.getlist("type"), status=query.getlist("status")
    )
    share = query.get("min_confidence")
    types = (*wanted.types, *wanted.modes)
    return country, wanted.since, wanted.until, types, wanted.statuses, float(share) if share else None
