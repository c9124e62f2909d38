"""When: the time expressions of a text and their TIMEX3 values."""

from .find import find_times, time_within

__all__ = ["find_times", "time_within"]
