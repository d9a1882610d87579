"""What a person sees in a terminal and in a pipe."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from matukio.export.terminal import SECTIONS, show
from matukio.record import Party, Place, Record, Span


def shown(
    record: Record, width: int = 80, language: str = "en", terminal: bool = False, explained: bool = False
) -> str:
    file = io.StringIO()
    console = Console(
        file=file, width=width, force_terminal=terminal, color_system="standard" if terminal else None, highlight=False
    )
    show(console, record, "habari.txt", SECTIONS, language, explained)
    return file.getvalue()


def test_event_at_a_glance(record: Record) -> None:
    lines = shown(record, width=140).splitlines()
    assert lines[0] == "Rais wa Ghana kuzuru Peru  Habari za Mfano · 2024-06-18"
    head = next(line for line in lines if line.lstrip().startswith("Date"))
    assert head.split("   ")[0].strip() == "Date"
    assert re.findall(r"\S+(?: \S+)*", head) == ["Date", "Who", "What", "To whom", "Where", "Status", "According to"]
    row = next(line for line in lines if "«kuzuru»" in line)
    for words in (
        "2024-06-19",
        "Rais wa Ghana",
        "visit",
        "Peru (PER·GOV)",
        "Lima (PER)",
        "planned",
        "maafisa wa ikulu",
    ):
        assert words in row


@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.parametrize("width", [24, 40, *range(59, 130), 200])
def test_no_line_is_wider_than_the_screen_and_no_letter_is_lost(record: Record, width: int, terminal: bool) -> None:
    # Swahili has no «q», so that each one in the output is from this party.
    party = Party("q qqqqqqqqqqqqqqqqqqqqqqqqqqq qqqqqqqqq qqqqqqqqqqqqq", 0, 51, country="GHA", sector="PRM")
    place = Place("qqqqqqqqqqqqqqqqqqqq", 0, 20)
    event = replace(record.events[0], status="hypothetical", actors=(party,), recipients=(party, party), place=place)
    crowded = replace(record, events=(replace(event, sources=(party, party)), *record.events[1:]))
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown(crowded, width, terminal=terminal))
    assert max(len(line) for line in plain.splitlines()) <= width
    assert plain.count("q") == 5 * party.text.count("q") + 2 * len(place.text)


def test_answer_stands_under_the_accusation(record: Record) -> None:
    lines = shown(record, width=140).splitlines()
    speaker = lines.index("  Serikali ya Chile (CHL·GOV)")
    assert lines[speaker + 1 : speaker + 3] == [
        "    - accuse «imeishutumu» → Ghana (GHA·GOV): kuipatia Peru bunduki kwa siri",
        "      └ Ghana (GHA·GOV) · deny «imekanusha»: shutuma hizo",
    ]


def test_a_pipe_gets_neither_colours_nor_frames_nor_trailing_spaces(record: Record) -> None:
    plain = shown(record)
    assert not re.search(r"[\x1b\u2500-\u2513\u2515-\u257f]", plain)
    assert not re.search(r" $", plain, re.MULTILINE)


def test_a_terminal_gets_colours(record: Record) -> None:
    assert "\x1b[36m" in shown(record, terminal=True)


def test_labels_in_swahili(record: Record) -> None:
    plain = shown(record, width=140, language="sw")
    for label in ("Matukio (3)", "Kauli (3)", "Nani", "Kwa nani", "ziara", "imepangwa", "kukanusha"):
        assert label in plain


def test_columns_that_would_be_empty_are_left_out(record: Record) -> None:
    plain = shown(replace(record, events=record.events[1:]), width=140)
    assert "Where" not in plain
    assert "According to" in plain


def test_article_in_which_nothing_was_found(record: Record) -> None:
    bare = replace(record, title=None, publisher=None, published=None, entities=(), times=(), events=(), claims=())
    lines = [line for line in shown(bare).splitlines() if line]
    nothing = ["No events found."] * 2 + ["No claims found.", "No times found.", "No names found."]
    assert lines == ["habari.txt", *nothing]


def test_control_characters_of_an_article_stay_out_of_the_terminal(record: Record) -> None:
    claim = replace(record.claims[0], content=Span("hali \x1b]0;jina\x07 ni shwari", 0, 23))
    assert "\x07" not in shown(replace(record, claims=(claim,)), terminal=True)
    assert "\x1b]0" not in shown(replace(record, claims=(claim,)), terminal=True)


def test_explanations_take_the_place_of_the_tables(record: Record) -> None:
    plain = shown(record, width=140, explained=True)
    assert "status: planned ← future tense «atafanya»" in plain
    assert "responds_to: c2 ← answer: shutuma hizo «shutuma hizo»" in plain
    assert "value: 2024-06-19 ← day with weekday «kesho»" in plain
    assert "n1 LOC «Ghana»" in plain
