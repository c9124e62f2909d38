"""Words that bound a number: about, at least, at most."""

from __future__ import annotations

from ..ledger.value import Bound
from .tokens import Token

_BEFORE: dict[tuple[str, ...], Bound] = {
    tuple(words.split()): bound
    for bound, rows in {
        "about": "about;around;roughly;approximately;some;nearly;almost;close to;an estimated;estimated;circa;~;just under;just over;"
        "somewhere around;in the region of;something like;virtually;an average of;reportedly some;≈;or so;under just",
        "at_least": "at least;more than;over;above;upwards of;in excess of;not fewer than;no fewer than;not less than;no less than;"
        "a minimum of;exceeding;exceeded;well over;beyond;greater than;larger than;higher than;longer than;a little over;"
        "surpassing;surpassed;topping;>;≥;not fewer;least;far more than;well above",
        "at_most": "at most;up to;no more than;not more than;as many as;as much as;less than;fewer than;under;below;a maximum of;"
        "lower than;smaller than;not exceeding;well under;well below;shorter than;<;≤;a limit of;as few as;as high as",
        "exact": "exactly;precisely",
    }.items()
    for words in rows.split(";")
}  # fmt: skip
_AFTER: dict[tuple[str, ...], Bound] = {
    ("or", "more"): "at_least", ("and", "more"): "at_least", ("or", "so"): "about", ("or", "less"): "at_most", ("or", "fewer"): "at_most",
    ("at", "least"): "at_least", ("at", "most"): "at_most", ("plus",): "at_least", ("+",): "at_least", ("-", "odd"): "about",
    ("-", "plus"): "at_least",
}  # fmt: skip
_LONGEST = max(map(len, _BEFORE))


def bound_before(tokens: list[Token], first: int) -> tuple[int, Bound]:
    """(index of the first token of the bound words before token `first`, the bound); (first, "exact") without any."""
    for length in range(min(_LONGEST, first), 0, -1):
        bound = _BEFORE.get(tuple(token.word for token in tokens[first - length : first]))
        if bound and not (length == 1 and _is_place(tokens, first)):
            return first - length, bound
    return first, "exact"


def _is_place(tokens: list[Token], first: int) -> bool:
    """"won over two rivals", "above three others": before a small bare number these are no bounds."""
    token = tokens[first]
    return tokens[first - 1].word in _PLACES and token.kind == "number" and (token.value or 0) < 10


_PLACES = frozenset({"over", "above", "under", "below", "beyond", "around"})


def bound_after(tokens: list[Token], end: int) -> tuple[int, Bound]:
    """(index after the bound words that begin at token `end`, the bound); (end, "exact") without any."""
    for length in (2, 1):
        bound = _AFTER.get(tuple(token.word for token in tokens[end : end + length]))
        if bound:
            return end + length, bound
    return end, "exact"
