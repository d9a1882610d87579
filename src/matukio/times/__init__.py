"""Times: every when, how long and how often, with its value.

>>> [t.value for t in find_times("Walikutana Jumatano iliyopita.", date(2024, 6, 18))]
['2024-06-12']
"""

from matukio.times.finding import find_times

__all__ = ["find_times"]
