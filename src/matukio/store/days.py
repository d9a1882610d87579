"""Days of TIMEX3 values, for sorting and for «from … to …».

>>> first_day("2024-W25")
datetime.date(2024, 6, 17)
"""

from __future__ import annotations

import re
from datetime import date

_MONTH_OF = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "WI": 1, "SP": 3, "SU": 6, "FA": 9}
_VALUE = re.compile(r"(\d{4})(?:-(?:W(\d\d)(?:-(\d|WE))?|(Q[1-4]|H[12]|SP|SU|FA|WI)|(\d\d)(?:-(\d\d))?))?(?![\dX])")


def first_day(value: str | None) -> date | None:
    """The first day of a value; None where it has no year, as «XXXX-06-18» and PAST_REF, or lies before our era."""
    match = _VALUE.match(value or "")
    if match is None:
        return None
    year, week, weekday, part, month, day = match.groups()
    try:
        if week:
            return date.fromisocalendar(int(year), int(week), 6 if weekday == "WE" else int(weekday or 1))
        return date(int(year), _MONTH_OF[part] if part else int(month or 1), int(day or 1))
    except ValueError:
        return None
