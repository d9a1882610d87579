"""Any date written in any supported way and read back gives the date; no text raises; offsets always slice."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from matukio.schema import TIME_VALUES
from matukio.times import find_times
from matukio.times.vocabulary import role_table

MONTHS = (
    "Januari", "Februari", "Machi", "Aprili", "Mei", "Juni",
    "Julai", "Agosti", "Septemba", "Oktoba", "Novemba", "Desemba",
)  # fmt: skip
WEEKDAYS = ("Jumatatu", "Jumanne", "Jumatano", "Alhamisi", "Ijumaa", "Jumamosi", "Jumapili")

PATTERNS = (
    "{day} {month} {year}",
    "{day} {month}, {year}",
    "{month} {day}, {year}",
    "{month} {day} {year}",
    "{month} {day}, mwaka {year}",
    "{month} {day} mwaka wa {year}",
    "tarehe {day} {month} {year}",
    "tarehe {day} {month}, {year}",
    "tarehe {day} mwezi {month} mwaka {year}",
    "tarehe {day} mwezi wa {number} mwaka {year}",
    "{day}/{number}/{year}",
    "{day:02}/{number:02}/{year}",
    "{day}-{number}-{year}",
    "{day}.{number}.{year}",
    "{year}-{number:02}-{day:02}",
    "{weekday} {month} {day}, {year}",
    "{weekday} tarehe {day} {month} {year}",
    "{weekday} ya tarehe {day} mwezi {month} mwaka {year}",
    "siku ya {weekday}, {month} {day}, {year}",
    "{weekday} ({month} {day}, {year})",
)

dates = st.dates(date(1800, 1, 1), date(2099, 12, 31))
FIGURES = ["-", "(", ")", ".", ":", "12", "2019", "31", "0", "45", "99999999999", "1.2", "mia", "milioni", "\n"]
words = st.sampled_from([*sorted(role_table()), *FIGURES])


@settings(deadline=None)  # the first example loads the tables
@given(dates, st.sampled_from(PATTERNS), st.one_of(st.none(), dates))
def test_a_written_date_is_read_back(day: date, pattern: str, published: date | None) -> None:
    written = pattern.format(
        day=day.day, number=day.month, year=day.year, month=MONTHS[day.month - 1], weekday=WEEKDAYS[day.weekday()]
    )
    (found,) = find_times(f"Walikutana {written} mjini Kigali.", published)
    assert (found.text, found.type, found.value) == (written, "DATE", day.isoformat())


@given(st.text(), st.one_of(st.none(), st.dates()))
def test_any_text_can_be_read(text: str, published: date | None) -> None:
    for time in find_times(text, published):
        assert text[time.start : time.end] == time.text


@given(st.lists(words, max_size=12).map(" ".join), st.one_of(st.none(), st.dates()))
def test_any_words_of_time_can_be_read(text: str, published: date | None) -> None:
    before = 0
    for time in find_times(text, published):
        assert text[time.start : time.end] == time.text
        assert before <= time.start < time.end
        assert re.search(TIME_VALUES[time.type], time.value)
        assert "value" in time.evidence
        before = time.end


def test_without_a_publication_date_values_stay_open() -> None:
    text = "Jana na Jumatano iliyopita, mwaka jana, wiki iliyopita, mwezi ujao, Septemba 13 na Oktoba walikutana."
    assert [time.value for time in find_times(text)] == [
        "XXXX-XX-XX", "XXXX-WXX-3", "XXXX", "XXXX-WXX", "XXXX-XX", "XXXX-09-13", "XXXX-10",
    ]  # fmt: skip
