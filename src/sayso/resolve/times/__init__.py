"""When: the time expressions of a text, their TIMEX3 values, the days they cover, and which of them dates a saying."""

from .find import find_times, reference_of, time_within
from .ranges import Range, find_ranges
from .refused import refused
from .saying import Choice, Sayings, dated

__all__ = [
    "Choice",
    "Range",
    "Sayings",
    "dated",
    "find_ranges",
    "find_times",
    "reference_of",
    "refused",
    "time_within",
]
