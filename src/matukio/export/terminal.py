"""A record in the terminal: events as a table, claims with the claims that answer them, times, names.

    2024-06-19  Rais wa Ghana (GHA·GOV)  visit «kuzuru»  Peru (PER·GOV)  Lima (PER)  planned  maafisa wa ikulu

Colours and ruled lines are for a terminal; in a pipe the same columns stand apart by spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from matukio.export.conversation import party_text, show_claims
from matukio.export.explanation import explain
from matukio.export.labels import Labels, labels
from matukio.export.summary import summary
from matukio.export.wording import NOTHING, is_unresolved, kind, moment, one_line, place, quoted
from matukio.record import Entity, Event, Party, Record, Time

SECTIONS = ("events", "summaries", "claims", "times", "names")
# What a section shows, where the record calls it otherwise.
FIELDS = {"summaries": "events", "names": "entities"}

# From this width on each fact of an event has its own column; below, some share one; below the second, no table fits.
WIDE, NARROW = 100, 60
GAP = 3

# Columns apart by spaces, heads underlined: nothing that a pipe or an old font spoils.
PLAIN = box.Box("    \n    \n -- \n    \n    \n -- \n    \n    \n", ascii=True)

QUAD_STYLES = {
    "verbal cooperation": "cyan",
    "material cooperation": "green",
    "verbal conflict": "yellow",
    "material conflict": "red",
}
STATUS_STYLES = {"planned": "cyan", "alleged": "yellow", "hypothetical": "magenta", "negated": "red"}


def show(
    console: Console, record: Record, name: str, sections: Collection[str], language: str, explained: bool = False
) -> None:
    """Print the sections of a record; `name` is what the user called the article, for one without a title."""
    if console.is_terminal:
        _show(console, record, name, sections, language, explained)
        return
    with console.capture() as captured:
        _show(console, record, name, sections, language, explained)
    # Rich fills lines up to the width of their column; a pipe has no use for that.
    console.file.write(re.sub(r" +$", "", captured.get(), flags=re.MULTILINE))


def _show(
    console: Console, record: Record, name: str, sections: Collection[str], language: str, explained: bool
) -> None:
    words = labels(language)
    console.print(_heading(record, name))
    for section in SECTIONS:
        if section not in sections:
            continue
        found = getattr(record, FIELDS.get(section, section))
        console.print()
        console.print(
            Text(f"{words[f'section.{section}']} ({len(found)})" if found else words[f"message.no_{section}"], "bold")
        )
        if explained:
            for item in found:
                _print_indented(console, _explanation(explain(record, item)), 2)
        elif section == "claims":
            show_claims(console, record.claims, words)
        elif section == "summaries":
            for event in record.events:
                _print_indented(console, Text(summary(event, language)), 2)
        elif found:
            _show_table(console, found, _COLUMNS[section](console.width), words)
    console.print()


def _heading(record: Record, name: str) -> Text:
    facts = [one_line(fact) for fact in (record.publisher, record.published and record.published.isoformat()) if fact]
    heading = Text(one_line(record.title or name), "bold underline")
    return heading.append(Text("  " + " · ".join(facts), "not bold not underline dim")) if facts else heading


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its label and what stands in it for one thing found."""

    label: str
    cell: Callable[..., Text]
    min_width: int = 8


def _show_table(console: Console, found: Sequence[object], columns: Sequence[Column], words: Labels) -> None:
    """A table of what was found, without the columns that would be empty."""
    cells = {column.label: [column.cell(item, words) for item in found] for column in columns}
    shown = [column for column in columns if any(cells[column.label])]
    if console.width < NARROW:
        for number in range(len(found)):
            for column in shown:
                if cell := cells[column.label][number]:
                    _print_indented(console, Text(f"{words[column.label]}: ", "dim").append(cell), 2)
            console.print()
        return
    table = Table(
        box=box.SIMPLE_HEAD if console.is_terminal else PLAIN,
        show_edge=False,
        pad_edge=False,
        leading=1 if columns[0].label == "column.date" else 0,
        header_style="bold",
    )
    heads = [Text(words[column.label]) for column in shown]
    wanted = [
        max(line.cell_len for text in (head, *cells[column.label]) for line in text.split("\n", allow_blank=True))
        for head, column in zip(heads, shown, strict=True)
    ]
    widths = _widths(wanted, [column.min_width for column in shown], console.width - 2 - GAP * (len(shown) - 1))
    for head, width in zip(heads, widths, strict=True):
        table.add_column(head, overflow="fold", width=width)
    for number in range(len(found)):
        table.add_row(*(cells[column.label][number] or Text(NOTHING, "dim") for column in shown))
    _print_indented(console, table, 2)


def _widths(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """As wide as each column wants, the widest made narrower until all fit.

    Rich left to itself may give columns with a minimum more than there is, and then cuts letters off the last one.
    """
    widths = list(wanted)
    while sum(widths) > room:
        above = [n for n, width in enumerate(widths) if width > least[n]] or range(len(widths))
        widths[max(above, key=lambda n: widths[n])] -= 1
    return widths


def _date(event: Event, words: Labels) -> Text:
    return Text(moment(event.date)) if event.date else Text()


def _parties(parties: Iterable[Party]) -> Text:
    return Text("\n").join(party_text(each) for each in parties)


def _what(event: Event, words: Labels) -> Text:
    told = Text(kind(event, words), QUAD_STYLES.get(event.quad or "", "")).append(" ", "")
    return told.append(quoted(event.mentions[0]), "italic")


def _status(event: Event, words: Labels) -> Text:
    return Text(words[f"status.{event.status}"], STATUS_STYLES.get(event.status, ""))


def _where(event: Event, words: Labels) -> Text:
    return Text(place(event.place)) if event.place else Text()


def _date_and_status(event: Event, words: Labels) -> Text:
    return Text("\n").join(part for part in (_date(event, words), _status(event, words)) if part)


def _where_and_sources(event: Event, words: Labels) -> Text:
    parts = [_where(event, words)] if event.place else []
    if event.sources:
        parts.append(Text(words["column.according_to"].lower() + " ", "dim").append(_parties(event.sources)))
    return Text("\n").join(parts)


def _event_columns(width: int) -> list[Column]:
    who = Column("column.who", lambda event, words: _parties(event.actors), 12)
    what = Column("column.what", _what, 14)
    to_whom = Column("column.to_whom", lambda event, words: _parties(event.recipients), 12)
    if NARROW <= width < WIDE:
        together = [Column("column.date", _date_and_status, 10), who, what, to_whom]
        return [*together, Column("column.where", _where_and_sources, 12)]
    return [
        Column("column.date", _date, 10),
        who,
        what,
        to_whom,
        Column("column.where", _where),
        Column("column.status", _status, 7),
        Column("column.according_to", lambda event, words: _parties(event.sources)),
    ]


def _time_columns(width: int) -> list[Column]:
    def value(time: Time, words: Labels) -> Text:
        return Text(time.value, "yellow" if is_unresolved(time) else "")

    return [
        Column("column.words", lambda time, words: Text(one_line(time.text))),
        Column("column.kind", lambda time, words: Text(words[f"time.{time.type}"])),
        Column("column.value", value),
    ]


def _name_columns(width: int) -> list[Column]:
    def name(entity: Entity, words: Labels) -> Text:
        same = not entity.name or entity.name == one_line(entity.text)
        return Text() if same else Text(one_line(entity.name or ""))

    return [
        Column("column.words", lambda entity, words: Text(one_line(entity.text))),
        Column("column.kind", lambda entity, words: Text(words[f"entity.{entity.type}"])),
        Column("column.name", name),
        Column("column.country", lambda entity, words: Text(entity.country or ""), 7),
        Column("column.sector", lambda entity, words: Text(entity.sector or ""), 6),
        Column("column.link", lambda entity, words: Text(entity.link or "", "dim")),
    ]


_COLUMNS: dict[str, Callable[[int], list[Column]]] = {
    "events": _event_columns,
    "times": _time_columns,
    "names": _name_columns,
}


def _explanation(told: str) -> Text:
    header, *lines = told.split("\n")
    text = Text(header, "bold")
    for line in lines:
        value, arrow, reason = line.partition(" ← ")
        text.append(f"\n{value}").append(arrow + reason, "dim cyan")
    return text


def _print_indented(console: Console, shown: Text | Table, columns: int) -> None:
    console.print(Padding(shown, (0, 0, 0, columns), expand=False))
