"""The day of a report and what gives it: of several tellers the first that has one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

# What gives a day, as `sayso explain` says it behind "is from".
USER = "you (--published)"
DATELINE = "its dateline"
ADDRESS = "its address"
MARKED = "the element that the page marks as its date"
JSON_LD = "the page’s JSON-LD"
OWN_FIELDS = "the file’s own fields"
FEED = "the feed"
SITEMAP = "the sitemap"
MAIL = "the mail’s header"


class Dated(NamedTuple):
    """A day with what gave it; None twice where nothing does."""

    day: date | None = None
    by: str | None = None


def first(*told: tuple[date | None, str | None]) -> Dated:
    """The first that has a day."""
    return next((Dated(day, by) for day, by in told if day is not None), Dated())


def meta(name: str) -> str:
    """A tag in the head of a page, by its name or property."""
    return f"the page’s meta tag “{name}”"
