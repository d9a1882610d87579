"""Arithmetic of dates."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matukio.times import calendar

TUESDAY = date(2024, 6, 18)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2019, date(2019, 4, 21)), (2024, date(2024, 3, 31))],
)
def test_easter(year: int, sunday: date) -> None:
    assert calendar.easter(year) == sunday


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    easter = calendar.easter(year)
    assert easter.isoweekday() == 7
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("year", "month", "day", "days"),
    [
        (2024, 10, 1, [date(2024, 4, 10)]),
        (2023, 12, 10, [date(2023, 6, 28)]),
        (2000, 10, 1, [date(2000, 1, 8), date(2000, 12, 27)]),
        (1910, 10, 1, []),
    ],
)
def test_days_of_the_moon(year: int, month: int, day: int, days: list[date]) -> None:
    assert calendar.days_of_the_moon(year, month, day) == days


@given(st.integers(1925, 2076), st.integers(1, 12), st.integers(1, 29))
def test_a_day_of_the_moon_moves_through_the_year(year: int, month: int, day: int) -> None:
    here, next_year = (calendar.days_of_the_moon(one, month, day) for one in (year, year + 1))
    assert all(found.year == year for found in here)
    if here and next_year:
        assert 353 <= (next_year[0] - here[-1]).days <= 356


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(1, 7), st.sampled_from([-1, 1]), st.booleans())
def test_a_weekday_is_never_more_than_a_week_away(anchor: date, weekday: int, direction: int, strict: bool) -> None:
    found = calendar.weekday_near(anchor, weekday, direction, strict)
    assert found.isoweekday() == weekday
    assert (1 if strict else 0) <= (found - anchor).days * direction <= 7


@pytest.mark.parametrize(
    ("month", "day", "direction", "year"),
    [
        (12, 30, -1, 2023),
        (12, 12, 1, 2024),
        (2, 1, 1, 2025),
        (4, 9, None, 2024),
        (12, 30, None, 2023),
        (9, 2, None, 2024),
        (6, 25, -1, 2024),
    ],
)
def test_a_month_without_a_year_takes_the_one_its_verb_looks_to(
    month: int, day: int, direction: int | None, year: int
) -> None:
    assert calendar.year_of_month(TUESDAY, month, day, direction) == year


def test_no_31_february() -> None:
    assert calendar.real_date(2024, 2, 31) is None
    assert calendar.days_from(date.max, 1) is None


@pytest.mark.parametrize(
    "published",
    [
        date(2024, 6, 19),
        datetime(2024, 6, 19, 1, 30),
        datetime(2024, 6, 18, 22, 30, tzinfo=UTC),
        "2024-06-19",
        "2024-06-18T22:30:00Z",
        "2024-06-19T01:30:00+03:00",
    ],
)
def test_the_day_of_publication_is_that_of_east_africa(published: date | str) -> None:
    assert calendar.day_of_publication(published) == date(2024, 6, 19)
    assert type(calendar.day_of_publication(published)) is date
