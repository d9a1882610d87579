"""Answers of the store as tables on a terminal; in a pipe the same columns stand apart by spaces.

12.e3  2024-06-19  Rais wa Ghana (GHA·GOV)  visit «kuzuru»  Peru (PER·GOV)  Lima (PER)  planned
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from matukio.export.conversation import STANCE_STYLES
from matukio.export.labels import Labels, kind_key, labels
from matukio.export.terminal import PLAIN, QUAD_STYLES, STATUS_STYLES
from matukio.export.wording import one_line
from matukio.store import Rows

Row = Mapping[str, Any]
Cell = Callable[[Row, Labels], Text]

_MARK = re.compile("«([^»]*)»")


def show_rows(console: Console, rows: Rows, kind: str, language: str) -> None:
    """Print rows of events, claims, relations, articles or entities; columns that are empty are left out."""
    words = labels(language)
    if not rows:
        console.print(Text(words["message.nothing"]))
        return
    shown = filled_columns(rows, kind, words)
    table = Table(
        box=box.SIMPLE_HEAD if console.is_terminal else PLAIN, show_edge=False, pad_edge=False, header_style="bold"
    )
    for label in shown:
        counted = label in NUMBERS
        table.add_column(
            Text(words[f"column.{label}"]),
            justify="right" if counted else "left",
            no_wrap=counted or label in ("id", "date", "month"),
            overflow="fold",
        )
    for number in range(len(rows)):
        table.add_row(*(cells[number] for cells in shown.values()))
    if console.is_terminal:
        console.print(table)
        return
    with console.capture() as captured:
        console.print(table)
    # Rich fills lines up to the width of their column; a pipe has no use for that.
    console.file.write(re.sub(r" +$", "", captured.get(), flags=re.MULTILINE))


def filled_columns(rows: Rows, kind: str, words: Labels) -> dict[str, list[Text]]:
    """The columns of an answer that are not empty, by their labels (`column.…`), each with a cell for every row."""
    columns = {label: [cell(row, words) for row in rows] for label, cell in _COLUMNS[kind].items()}
    return {label: cells for label, cells in columns.items() if any(cells)}


def _plain(key: str) -> Cell:
    return lambda row, words: Text("" if row[key] is None else one_line(str(row[key])))


def _number(key: str) -> Cell:
    return lambda row, words: Text(f"{row[key]:.1f}" if isinstance(row[key], float) else str(row[key]))


def _parties(role: str) -> Cell:
    """The words of the parties with their codes; the three columns list them in the same order."""

    def cell(row: Row, words: Labels) -> Text:
        named = Text(one_line(row[f"{role}s"] or ""))
        codes = "·".join(one_line(code) for code in (row.get(f"{role}_countries"), row.get(f"{role}_sectors")) if code)
        return named.append(f" ({codes})", "dim") if named and codes else named

    return cell


def _what(row: Row, words: Labels) -> Text:
    told = Text(words[kind_key(row["type"], row["mode"])], QUAD_STYLES.get(row["quad"] or "", ""))
    return told.append(f" «{one_line(row['words'])}»", "italic").append(_correction(row, words))


def _correction(row: Row, words: Labels) -> Text:
    return Text(f" [{words['corrected.' + row['corrected']]}]", "bold") if row["corrected"] else Text()


def _status(row: Row, words: Labels) -> Text:
    return Text(words[f"status.{row['status']}"], STATUS_STYLES.get(row["status"], ""))


def _stance(row: Row, words: Labels) -> Text:
    told = Text(words[f"stance.{row['stance']}"], STANCE_STYLES.get(row["stance"], ""))
    return told.append(_correction(row, words))


def _where(row: Row, words: Labels) -> Text:
    place = Text(one_line(row["place"] or ""))
    return place.append(f" ({row['place_country']})", "dim") if place and row["place_country"] else place


def _date(row: Row, words: Labels) -> Text:
    """The date as the article tells it; the day of publication, in its place, in brackets."""
    if row["date"] and not row["date"].startswith("XXXX"):
        return Text(row["date"])
    return Text(f"[{row['day']}]" if row["day"] else "", "dim")


def _sources(row: Row, words: Labels) -> Text:
    """How many independent sources tell the event, where there are several; and of which event it is a copy."""
    if row.get("copy_of"):
        return Text(words["message.copied"].format(articles=row["copy_of"]), "yellow")
    count = row.get("independent") or 1
    return Text(str(count) if count > 1 else "")


def _snippet(row: Row, words: Labels) -> Text:
    title = one_line(row["title"] or row["found_in"])
    told = Text(title, "bold").append("\n", "")
    at, snippet = 0, one_line(row["snippet"])
    for match in _MARK.finditer(snippet):
        told.append(snippet[at : match.start()], "not bold").append(match.group(), "not bold yellow")
        at = match.end()
    return told.append(snippet[at:], "not bold")


NUMBERS = ("events", "score", "score_forth", "score_back", "score_together", "cooperation", "conflict", "articles")
"""Columns of numbers, which stand to the right."""

_COLUMNS: dict[str, dict[str, Cell]] = {
    "events": {
        "id": _plain("id"),
        "date": _date,
        "who": _parties("actor"),
        "what": _what,
        "to_whom": _parties("recipient"),
        "where": _where,
        "status": _status,
        "sources": _sources,
    },
    "claims": {
        "id": _plain("id"),
        "date": _plain("day"),
        "who": _parties("speaker"),
        "stance": _stance,
        "said": _plain("content"),
        "answers": _plain("responds_to"),
    },
    "relations": {
        "month": _plain("month"),
        "events": _number("events"),
        "score": _number("score"),
        "score_forth": _number("score_forth"),
        "score_back": _number("score_back"),
        "score_together": _number("score_together"),
        "cooperation": lambda row, words: Text(str(row["verbal_cooperation"] + row["material_cooperation"])),
        "conflict": lambda row, words: Text(str(row["verbal_conflict"] + row["material_conflict"])),
    },
    "articles": {
        "id": _plain("id"),
        "date": _plain("published"),
        "publisher": _plain("publisher"),
        "article": _snippet,
    },
    "entities": {
        "name": _plain("name"),
        "kind": lambda row, words: Text(words[f"entity.{row['type']}"]),
        "country": _plain("country"),
        "sector": _plain("sector"),
        "articles": _number("articles"),
        "link": _plain("link"),
    },
}
