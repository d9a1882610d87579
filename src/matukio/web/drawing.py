"""Relations of all countries as drawings: a matrix of who does what to whom, and a map.

    matrix_svg(rows, "en") · map_svg(rows, "KEN", "en")

Altair describes them and vl-convert renders them, as SVG on the server; the same numbers stand in a table beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from matukio.entities.knowledge import countries
from matukio.store import Rows
from matukio.tables import read_table
from matukio.web.speaking import Speech

CONFLICT, NEITHER, COOPERATION = "#D55E00", "#F7F7F7", "#0072B2"
"""Vermillion and blue of Okabe and Ito: apart for every reader, in grey too where they are strong."""
UNKNOWN = "#D9D6CD"
MOST = 20
"""Countries in the matrix: those with most events."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A country's borders: polygons of rings of «longitude,latitude», the first ring its outside."""

    code: str
    polygons: tuple[str, ...]


def largest(rows: Rows, most: int = MOST) -> list[str]:
    """The countries with most events, in this order."""
    counts: dict[str, int] = {}
    for row in rows:
        for name in ("actor", "recipient"):
            counts[row[name]] = counts.get(row[name], 0) + row["events"]
    return sorted(counts, key=lambda code: (-counts[code], code))[:most]


def scores(rows: Rows, country: str | None) -> dict[str, tuple[int, float]]:
    """For each country its events and the sum of their scores, with the country asked for or with all others."""
    found: dict[str, tuple[int, float]] = {}
    for row in rows:
        if country is not None and country not in (row["actor"], row["recipient"]):
            continue
        for code in {row["actor"], row["recipient"]} - {country}:
            events, score = found.get(code, (0, 0.0))
            found[code] = events + row["events"], score + row["score"]
    return found


def matrix_svg(rows: Rows, speech: Speech) -> str:
    """A square for each actor and recipient; its colour is the mean score. Raises ImportError without Altair."""
    import altair

    shown = largest(rows)
    values = [
        {"actor": row["actor"], "recipient": row["recipient"], "mean": round(row["score"] / row["events"], 1)}
        for row in rows
        if row["actor"] in shown and row["recipient"] in shown
    ]
    side = 28 * max(4, len(shown))
    chart = (
        altair.Chart(altair.InlineData(values=values), width=side, height=side)
        .mark_rect(stroke="#fff")
        .encode(
            x=altair.X("recipient:N", title=speech.gettext("To whom"), sort=shown, axis=altair.Axis(orient="top")),
            y=altair.Y("actor:N", title=speech.gettext("Who"), sort=shown),
            color=_colour("mean:Q", speech),
        )
    )
    return _svg(chart)


def map_svg(rows: Rows, country: str | None, speech: Speech) -> str:
    """The world, each country in the colour of its mean score. Raises ImportError without the extra `plot`."""
    import altair

    found = scores(rows, country)
    features = [
        {**shape, "mean": _mean(found.get(code)), "is_known": code in found, "is_own": code == country}
        for code, shape in shapes().items()
    ]
    data: Any = altair.InlineData(values=features)
    known = altair.condition("datum.is_known", _colour("mean:Q", speech), altair.value(UNKNOWN))
    chart = (
        altair.Chart(data, width=860, height=430)
        .mark_geoshape(stroke="#fff", strokeWidth=0.4)
        .encode(
            color=known,
            strokeWidth=altair.condition("datum.is_own", altair.value(2.5), altair.value(0.4)),
            stroke=altair.condition("datum.is_own", altair.value("#000"), altair.value("#fff")),
        )
        .project(type="equalEarth")
    )
    return _svg(chart)


def _mean(events_and_score: tuple[int, float] | None) -> float:
    """The mean score; 0 for a country without events, which is drawn otherwise."""
    return round(events_and_score[1] / events_and_score[0], 1) if events_and_score else 0.0


def _colour(field: str, speech: Speech) -> Any:
    import altair

    scale = altair.Scale(domain=[-10, 0, 10], range=[CONFLICT, NEITHER, COOPERATION], clamp=True)
    return altair.Color(field, title=speech.gettext("Mean score"), scale=scale)


def _svg(chart: Any) -> str:
    import vl_convert

    return vl_convert.vegalite_to_svg(chart.to_dict(format="vega-lite"))


@cache
def shapes() -> Mapping[str, dict[str, Any]]:
    """The countries as features of GeoJSON, by their codes."""
    return {
        row.code: {
            "type": "Feature",
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[_ring(ring) for ring in polygon.split(";")] for polygon in row.polygons],
            },
        }
        for row in read_table(files("matukio.web") / "outlines.tsv", Outline)
    }


def _ring(told: str) -> list[list[float]]:
    return [[float(each) for each in point.split(",")] for point in told.split(" ")]


def country_name(code: str, speech: Speech) -> str:
    """«Kenya», «Umoja wa Mataifa»; the code itself for what has no name."""
    from babel import Locale
    from babel.core import get_global

    if told := speech.words.get(f"country.{code}"):
        return told
    known = countries().get(code)
    if speech.language == "en":
        return known.name if known else code
    short = get_global("territory_aliases").get(code, [""])[0]
    return Locale(speech.language).territories.get(short) or (known.names[0] if known else code)
