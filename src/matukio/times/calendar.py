"""Arithmetic of dates: the Jumatano before 18 June 2024 is the 12th; Pasaka of 2024 fell on 31 March.

Everything takes and gives `datetime.date`; values that TIMEX3 writes for weeks, months and quarters are made here too.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final

MONTHS: Final = 12
FORWARD_MONTHS: Final = 5
"""How far ahead a month without a year may lie when the verb does not say: «Desemba» told in January has passed."""


EAST_AFRICA_TIME: Final = timezone(timedelta(hours=3), "EAT")


def day_of_publication(published: date | datetime | str | None) -> date | None:
    """The day in East Africa Time, where an hour and zone are told: «2024-06-18T22:30:00Z» is 19 June in Nairobi.

    Raises ValueError for a string that is no ISO 8601 date or date and time.
    """
    if isinstance(published, str):
        published = date.fromisoformat(published) if len(published) <= 10 else datetime.fromisoformat(published)
    if isinstance(published, datetime):
        return (published.astimezone(EAST_AFRICA_TIME) if published.tzinfo else published).date()
    return published


def real_date(year: int, month: int, day: int) -> date | None:
    """The date, or None for the likes of 31 Februari."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_from(anchor: date, days: int) -> date | None:
    """The date so many days later; None beyond the calendar."""
    try:
        return anchor + timedelta(days=days)
    except OverflowError:
        return None


def weekday_near(anchor: date, weekday: int, direction: int, strict: bool) -> date:
    """The last such weekday (direction -1) or the next (1); the anchor itself counts unless `strict`."""
    gap = (anchor.isoweekday() - weekday) % 7 if direction < 0 else (weekday - anchor.isoweekday()) % 7
    if gap == 0 and strict:
        gap = 7
    return anchor + timedelta(days=gap * (-1 if direction < 0 else 1))


def weekday_of_week(anchor: date, weekday: int, weeks: int) -> date:
    """That weekday in the ISO week so many weeks after the anchor's."""
    return anchor + timedelta(days=weekday - anchor.isoweekday() + 7 * weeks)


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_from(anchor: date, months: int) -> tuple[int, int]:
    """Year and month so many months after the anchor's."""
    count = anchor.year * MONTHS + anchor.month - 1 + months
    return count // MONTHS, count % MONTHS + 1


def month_value(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def year_of_month(anchor: date, month: int, day: int | None, direction: int | None) -> int:
    """The year of a month (or day of it) told without one: «Desemba 30» in January is last year's.

    A past verb takes the last such time up to the anchor, a future one the next, no verb the nearer of the two.
    """
    ahead = month - anchor.month
    if ahead == 0 and day is not None:
        if direction is not None and direction > 0 and day < anchor.day - 7:
            return anchor.year + 1
        return anchor.year
    if direction is not None and direction > 0:
        return anchor.year + (ahead < 0)
    if direction is not None and direction < 0:
        return anchor.year - (ahead > 0)
    if ahead > FORWARD_MONTHS:
        return anchor.year - 1
    return anchor.year + (ahead < FORWARD_MONTHS - MONTHS - 1)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    golden, century = year % 19, year // 100
    leap = century - century // 4 - (8 * century + 13) // 25
    epact = (leap + 19 * golden + 15) % 30
    full = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full + 2 - century + century // 4) % 7
    month = 3 + (full - weekday + 40) // 44
    return date(year, month, full - weekday + 28 - 31 * (month // 4))


def days_of_the_moon(year: int, month: int, day: int) -> list[date]:
    """When that day of the Islamic calendar falls in a year of ours, twice in some; none before 1924 or after 2077.

    The Umm al-Qura calendar is reckoned ahead; where the new moon must be seen, the feast may come a day later.
    """
    from hijridate import Hijri  # imported here: few articles name such a day

    days = []
    about = (year - 622) * 33 // 32
    for islamic_year in range(about - 1, about + 2):
        try:
            found = Hijri(islamic_year, month, day).to_gregorian()
        except (OverflowError, ValueError):
            continue
        days += [date(found.year, found.month, found.day)] if found.year == year else []
    return days
