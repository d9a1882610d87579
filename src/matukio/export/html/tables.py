"""The tables beside a marked article; each row leads to the words it came from.

<tr id="a1-e1"> … <a href="#a1-s0" lang="sw">Rais wa Ghana</a> <small class="codes">GHA·GOV</small> …
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeVar

from matukio.export.html.marks import time_row
from matukio.export.labels import Labels
from matukio.export.wording import NOTHING, codes, kind, moment, one_line
from matukio.record import Claim, Entity, Event, Party, Place, Record, Span, Time, When

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class View:
    """A record on a page: `key` begins its ids, `level` is that of its heading."""

    key: str
    record: Record
    words: Labels
    level: int


def events_table(view: View) -> str:
    """Who did what to whom, where and when, and who says so."""
    columns: list[tuple[str, Callable[[Event], str]]] = [
        ("date", lambda event: _link(view, event.date, moment(event.date)) if event.date else ""),
        ("who", lambda event: _parties(view, event.actors)),
        ("what", lambda event: _what(view, event)),
        ("to_whom", lambda event: _parties(view, event.recipients)),
        ("where", lambda event: _place(view, event.place) if event.place else ""),
        ("status", lambda event: _coded(view, "status", event.status)),
        ("according_to", lambda event: _parties(view, event.sources)),
    ]
    return _table(view, "events", [(event.id, event) for event in view.record.events], columns)


def times_table(view: View) -> str:
    """When, how long, how often."""
    columns: list[tuple[str, Callable[[Time], str]]] = [
        ("words", lambda time: _link(view, time)),
        ("kind", lambda time: _coded(view, "time", time.type)),
        ("value", lambda time: escape(time.value)),
    ]
    return _table(view, "times", [(time_row(n), time) for n, time in enumerate(view.record.times, 1)], columns)


def names_table(view: View) -> str:
    """People, organisations and places."""
    columns: list[tuple[str, Callable[[Entity], str]]] = [
        ("words", lambda name: _link(view, name)),
        ("kind", lambda name: _coded(view, "entity", name.type)),
        ("name", lambda name: escape(name.name) if name.name and name.name != one_line(name.text) else ""),
        ("country", lambda name: escape(name.country or "")),
        ("sector", lambda name: _coded(view, "sector", name.sector) if name.sector else ""),
        ("link", lambda name: escape(name.link or "")),
    ]
    return _table(view, "names", [(name.id, name) for name in view.record.entities], columns)


def claims_list(view: View) -> str:
    """Claims in the order of the text, an answer inside the claim that it answers."""
    answers: dict[str | None, list[Claim]] = {}
    for claim in view.record.claims:
        answers.setdefault(claim.responds_to, []).append(claim)

    def listed(claims: Iterable[Claim]) -> str:
        items = "".join(
            f'<li><div id="{view.key}-{escape(claim.id)}" class="row">{_said(view, claim)}</div>'
            f"{listed(answers.get(claim.id, ()))}</li>\n"
            for claim in claims
        )
        return f"<ul>\n{items}</ul>\n" if items else ""

    return _section(view, "claims", len(view.record.claims), listed(answers.get(None, ())))


def _table(
    view: View,
    name: str,
    found: Sequence[tuple[str, Found]],
    columns: Sequence[tuple[str, Callable[[Found], str]]],
) -> str:
    """A table with a row for each thing found, without the columns that would be empty.

    The roles say what the elements are by themselves, which they no longer do where a narrow page stacks the cells.
    """
    cells = {label: [cell(item) for _, item in found] for label, cell in columns}
    shown = [label for label, _ in columns if any(cells[label])]
    heads = {label: escape(view.words[f"column.{label}"]) for label in ("id", *shown)}
    head = "".join(f'<th scope="col" role="columnheader">{heads[label]}</th>' for label in heads)
    rows = []
    for number, (identity, _) in enumerate(found):
        row = "".join(
            f'<td role="cell" class="{label}" data-label="{heads[label]}">{cells[label][number] or NOTHING}</td>'
            for label in shown
        )
        rows.append(
            f'<tr id="{view.key}-{escape(identity)}" class="row" role="row">'
            f'<th scope="row" role="rowheader" class="id">{escape(identity)}</th>{row}</tr>\n'
        )
    table = (
        f'<table role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{"".join(rows)}</tbody></table>'
    )
    return _section(view, name, len(found), table if found else "")


def _section(view: View, name: str, count: int, content: str) -> str:
    heading, level = f"{view.key}-{name}", view.level + 1
    title = escape(view.words[f"section.{name}"])
    nothing = "" if count else f"<p>{escape(view.words[f'message.no_{name}'])}</p>"
    return (
        f'<section class="{name}" aria-labelledby="{heading}">'
        f'<h{level} id="{heading}">{title} <small>{count}</small></h{level}>\n{nothing}{content}</section>'
    )


def _said(view: View, claim: Claim) -> str:
    """Who, how, against whom and, on the next line, what."""
    speakers = _parties(view, claim.speakers, ", ") or escape(view.words["message.no_speaker"])
    parts = [f'<b class="id">{escape(claim.id)}</b> {speakers} ', _coded(view, "stance", claim.stance)]
    if claim.cue:
        parts.append(f" {_link(view, claim.cue)}")
    if claim.quote != "indirect":
        parts.append(f" <small>{escape(view.words[f'quote.{claim.quote}'])}</small>")
    if claim.target:
        parts.append(f" → {_parties(view, [claim.target])}")
    return f'{"".join(parts)}<br><span class="content">{_link(view, claim.content)}</span>'


def _what(view: View, event: Event) -> str:
    label = f'<abbr title="{escape(event.type)}">{escape(kind(event, view.words))}</abbr>'
    return f"{label} {', '.join(_link(view, mention) for mention in event.mentions)}"


def _place(view: View, place: Place) -> str:
    code = f' <small class="codes">{escape(place.country)}</small>' if place.country else ""
    return _link(view, place) + code


def _parties(view: View, parties: Iterable[Party], between: str = "<br>") -> str:
    return between.join(_link(view, party) + _codes(view, party) for party in parties)


def _codes(view: View, party: Party) -> str:
    known = escape(codes(party))
    if party.sector:
        known = f'<abbr title="{escape(view.words[f"sector.{party.sector}"])}">{known}</abbr>'
    return f' <small class="codes">{known}</small>' if known else ""


def _coded(view: View, what: str, code: str) -> str:
    """The label of a code, the code itself as its title and class."""
    return f'<abbr class="{what} {escape(code)}" title="{escape(code)}">{escape(view.words[f"{what}.{code}"])}</abbr>'


def _link(view: View, span: Span | Party | Place | When | Time | Entity, shown: str = "") -> str:
    """The words of a span, or what is shown for them, leading to where they stand in the text."""
    language = "" if shown else f' lang="{escape(view.record.language)}"'
    return f'<a href="#{view.key}-s{span.start}"{language}>{escape(shown or one_line(span.text))}</a>'
