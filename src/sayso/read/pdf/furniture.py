"""What repeats at the top and bottom of pages, running heads and page numbers, is none of the story."""

from __future__ import annotations

import re
from collections import Counter

from .lines import Line

# Running heads stand among the outermost lines of a page, in this share of its height at either end.
_LINES = 3
_MARGIN = 0.12
# They stand on so many pages: the left and the right ones of a paper may differ, and a first page have none.
_SHARE = 0.3
_NUMBER = re.compile(r"\W*(?:page|p\.)\s*\d+(?:\s*(?:of|/)\s*\d+)?\W*$|\W*\d+\s*(?:/|of)\s*\d+\W*$", re.IGNORECASE)
# Positions are compared by steps of so many points.
_STEP = 6


def without(pages: list[list[Line]], heights: list[float]) -> list[list[Line]]:
    """The lines of each page, less those that repeat; lines come from the top."""
    keys = [_keys(lines, height) for lines, height in zip(pages, heights, strict=True)]
    counted = Counter(key for page in keys for key in set(page.values()))
    least = max(2, _SHARE * len(pages))
    return [
        [line for i, line in enumerate(lines) if not _is_furniture(line, page.get(i), counted, least)]
        for lines, page in zip(pages, keys, strict=True)
    ]


def _is_furniture(line: Line, key: str | None, counted: Counter[str], least: float) -> bool:
    return key is not None and (counted[key] >= least or bool(_NUMBER.match(line.text)))


def _keys(lines: list[Line], height: float) -> dict[int, str]:
    """For each line in a margin how it reads with its numbers left open, and which margin it stands in."""
    found = {}
    ranks = {round(line.base / _STEP) for line in lines}
    tops, bottoms = sorted(ranks)[:_LINES], sorted(ranks)[-_LINES:]
    for i, line in enumerate(lines):
        rank = round(line.base / _STEP)
        text = re.sub(r"\d+", "#", line.text.casefold())
        if rank in tops and line.bottom < height * _MARGIN:
            found[i] = "top " + text
        elif rank in bottoms and line.top > height * (1 - _MARGIN):
            found[i] = "bottom " + text
    return found
