"""Timelines and relations as drawings: SVG, PNG, or a page that needs no network. Altair, rendered by vl-convert.

draw("relations", store.relations("RUS", "PRK"), ["RUS", "PRK"], Path("rus-prk.svg"), "en")
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from matukio.export.labels import Labels, kind_key, labels
from matukio.schema import QUADS
from matukio.store import Rows
from matukio.store.relations import months_between

# Colours that people who see red and green alike can tell apart (Okabe and Ito).
_COLOURS = ("#56B4E9", "#009E73", "#E69F00", "#D55E00")
WIDTH, HEIGHT = 720, 320
_PNG_SCALE = 2.0


def draw(kind: str, rows: Rows, parties: Sequence[str], file: Path, language: str) -> None:
    """Write a drawing of a «timeline» or of «relations»; the file's ending says in what form.

    Raises ImportError without Altair and vl-convert, OSError when the file cannot be written.
    """
    import vl_convert

    specification = _specification(kind, rows, parties, language)
    if file.suffix == ".png":
        file.write_bytes(vl_convert.vegalite_to_png(specification, scale=_PNG_SCALE))
    elif file.suffix == ".svg":
        file.write_text(svg(kind, rows, parties, language), encoding="utf-8", newline="\n")
    else:
        file.write_text(vl_convert.vegalite_to_html(specification, bundle=True), encoding="utf-8", newline="\n")


def svg(kind: str, rows: Rows, parties: Sequence[str], language: str) -> str:
    """The drawing as SVG. Raises ImportError without Altair and vl-convert."""
    import vl_convert

    return vl_convert.vegalite_to_svg(_specification(kind, rows, parties, language))


def _specification(kind: str, rows: Rows, parties: Sequence[str], language: str) -> dict[str, Any]:
    chart = (_relations if kind == "relations" else _timeline)(rows, " – ".join(parties), labels(language))
    specification: dict[str, Any] = chart.to_dict(format="vega-lite")
    return specification


def _timeline(rows: Rows, title: str, words: Labels) -> Any:
    """A dot an event: its day, its score, its quad as colour."""
    import altair

    values = [
        {
            "day": row["day"].isoformat(),
            "score": row["score"] or 0,
            "quad": words[f"quad.{row['quad']}"],
            "told": f"{words[kind_key(row['type'], row['mode'])]} «{row['words']}»",
            "who": row["actors"] or "",
            "whom": row["recipients"] or "",
        }
        for row in rows
        if row["day"] and row["quad"]
    ]
    return (
        _chart(values, title)
        .mark_circle(size=70, opacity=0.75)
        .encode(
            x=altair.X("day:T", title=None),
            y=altair.Y("score:Q", title=words["column.score"], scale=altair.Scale(domain=[-10, 10])),
            color=_quads(words),
            tooltip=["day:T", "who:N", "told:N", "whom:N", "score:Q"],
        )
    )


def _relations(rows: Rows, title: str, words: Labels) -> Any:
    """A bar a month: the sum of the scores, months without events too."""
    import altair

    by_month = {row["month"]: row for row in rows}
    months = months_between(min(by_month), max(by_month)) if by_month else []
    values = [
        {
            "month": f"{month}-01",
            "score": by_month[month]["score"] if month in by_month else 0,
            "events": by_month[month]["events"] if month in by_month else 0,
        }
        for month in months
    ]
    return (
        _chart(values, title)
        .mark_bar()
        .encode(
            x=altair.X("yearmonth(month):T", title=None),
            y=altair.Y("score:Q", title=words["column.score"]),
            color=altair.condition(altair.datum.score < 0, altair.value(_COLOURS[3]), altair.value(_COLOURS[1])),
            tooltip=[altair.Tooltip("yearmonth(month):T", title=words["column.month"]), "events:Q", "score:Q"],
        )
    )


def _chart(values: list[dict[str, Any]], title: str) -> Any:
    import altair

    data: Any = altair.InlineData(values=values)
    return altair.Chart(data, title=title, width=WIDTH, height=HEIGHT)


def _quads(words: Labels) -> Any:
    import altair

    names = [words[f"quad.{quad}"] for quad in QUADS]
    return altair.Color("quad:N", title=None, scale=altair.Scale(domain=names, range=list(_COLOURS)))
