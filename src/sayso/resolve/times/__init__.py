"""When: the time expressions of a text, their TIMEX3 values, the days they cover, and which of them dates a saying."""

from .find import find_times, time_within
from .ranges import Range, find_ranges
from .saying import Sayings, dated

__all__ = ["Range", "Sayings", "dated", "find_ranges", "find_times", "time_within"]
