"""Words that bound a number: about, at least, at most."""

from __future__ import annotations

from ...ledger.value import Bound
from ..tokens import Token, word_set
from .counted import counted

# What each phrase says of the number after it; an article may stand before.
_WORDS_BEFORE: tuple[tuple[Bound, str], ...] = (
    (
        "about",
        """about; around; roughly; approximately; some; nearly; almost; close to; an estimated; estimated; circa;
        ~; ≈; just under; just over; somewhere around; in the region of; something like; virtually; an average
        of""",
    ),
    (
        "at_least",
        """at least; more than; over; above; upwards of; in excess of; not fewer than; no fewer than; not less
        than; no less than; a minimum of; exceeding; exceeded; well over; beyond; greater than; larger than;
        higher than; longer than; a little over; surpassing; surpassed; topping; >; ≥; far more than; well above;
        upward of; as few as; as little as""",
    ),
    (
        "at_most",
        """at most; up to; no more than; not more than; as many as; as much as; as high as; less than; fewer than;
        under; below; a maximum of; lower than; smaller than; not exceeding; well under; well below; shorter
        than; <; ≤; a limit of""",
    ),
    ("exact", "exactly; precisely"),
)
_WORDS_AFTER: tuple[tuple[Bound, str], ...] = (
    ("about", "or so; - odd; or thereabouts"),
    ("at_least", "or more; and more; at least; plus; +; - plus"),
    ("at_most", "or less; or fewer; at most"),
    ("exact", "strong; - strong"),  # "a 300-strong crowd": how many they are
)
BEFORE = {tuple(words.split()): bound for bound, row in _WORDS_BEFORE for words in row.split(";")}
AFTER = {tuple(words.split()): bound for bound, row in _WORDS_AFTER for words in row.split(";")}
_LONGEST = max(map(len, BEFORE))


def bound_before(tokens: list[Token], first: int, floor: int = 0) -> tuple[int, Bound]:
    """(index of the first token of the bound words before token `first`, the bound); (first, "exact") without any.

    Nothing before token `floor` is looked at.
    """
    for length in range(min(_LONGEST, first - floor), 0, -1):
        bound = BEFORE.get(tuple(token.word for token in tokens[first - length : first]))
        if (
            bound
            and not (length == 1 and (_is_place(tokens, first) or _is_topic(tokens, first)))
            and not _is_way(tokens, first - length)
        ):
            # "At least about 40": the outer words decide.
            outer, wider = bound_before(tokens, first - length, floor)
            return outer, bound if wider == "exact" else wider
    return first, "exact"


def _is_place(tokens: list[Token], first: int) -> bool:
    """Before a small bare number these are no bounds: "won over two rivals", "above three others"."""
    token = tokens[first]
    return tokens[first - 1].word in _PLACES and token.kind == "number" and (token.value or 0) < 10


def _is_way(tokens: list[Token], at: int) -> bool:
    """ "Edged up to 3 per cent" says which way it went; "holds up to 3 per cent" is a bound."""
    return tokens[at].word == "up" and at > 0 and tokens[at - 1].word in _MOVES


_MOVES = word_set(
    """
    edge edged edges edging go goes going went gone tick ticked inch inched creep crept climb climbed climbing move
    moved push pushed shot shoot bump bumped nudge nudged jump jumped drive driven bring brought brings bringing
    """
)


def _is_topic(tokens: list[Token], first: int) -> bool:
    """ "Talked about two ways": what the talk is of, not about how many."""
    return first > 1 and tokens[first - 1].word == "about" and tokens[first - 2].word in _TALK


_TALK = word_set(
    """
    talk talks talked talking speak speaks spoke spoken speaking think thinks thought thinking know knows knew hear
    heard learn learned learnt ask asks asked asking tell told worry worries worried concern concerns concerned question
    questions doubts information story stories read wrote warn warned complain complained
    """
)
_PLACES = frozenset({"over", "above", "under", "below", "beyond", "around"})


def bound_after(tokens: list[Token], end: int) -> tuple[int, Bound]:
    """(index after the bound words that begin at token `end`, the bound); (end, "exact") without any."""
    for length in (2, 1):
        bound = AFTER.get(tuple(token.word for token in tokens[end : end + length]))
        # "They are 300 strong", but "300 strong men".
        if bound and not (length == 1 and tokens[end].word == "strong" and counted(tokens, end + 1)):
            return end + length, bound
    return end, "exact"
