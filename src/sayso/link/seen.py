"""What the network's states tell of two statements (`extract/ties.py`), a feature for each way of hanging together."""

from __future__ import annotations

from .candidates import WAYS, Way
from .view import Matrix, View


def contradiction(view: View) -> Matrix:
    """How much its states speak for the row denying, refusing, accepting or confirming the column, in log odds."""
    return _of(view, "contradict")


def reply(view: View) -> Matrix:
    """The same for an answer to a question."""
    return _of(view, "reply")


def counter(view: View) -> Matrix:
    """The same for any other answer."""
    return _of(view, "counter")


def one_saying(view: View) -> Matrix:
    """The same for the row telling what the column tells."""
    return _of(view, "retell")


def _of(view: View, way: Way) -> Matrix:
    seen: Matrix = view.seen[..., WAYS.index(way)]
    return seen
