"""Rules for times that come back: "every Tuesday", "each July", "twice a year" by its adverb, "on Mondays"."""

from __future__ import annotations

from ..tokens import word_set
from .ambiguous import MONTH_NUMBERS, WEEKDAY_NUMBERS
from .calendar import WEEKDAYS, duration
from .reading import Hit, Reading, rule
from .timewords import ADVERBS_OF_SETS, PARTS_OF_DAY, SEASON_CODES


def _every(hit: Hit) -> Reading | None:
    """Reads "every Tuesday" → XXXX-WXX-2, "each year" → P1Y, "every two weeks" → P2W, "each July" → XXXX-07."""
    if hit.token("w"):
        word = hit.word("w")
        day = WEEKDAY_NUMBERS.get(word, WEEKDAY_NUMBERS.get(word.removesuffix("s"), 0)) + 1
        part = PARTS_OF_DAY.get(hit.word("p").removesuffix("s"))
        return Reading("set", f"XXXX-WXX-{day}" + (f"T{part}" if part else ""))
    if hit.token("m"):
        return Reading("set", f"XXXX-{MONTH_NUMBERS[hit.word('m')]:02d}")
    if hit.token("s"):
        return Reading("set", f"XXXX-{SEASON_CODES[hit.word('s')]}")
    if hit.token("p2"):
        return Reading("set", f"XXXX-XX-XXT{PARTS_OF_DAY[hit.word('p2')]}")
    if hit.unit("u") == "weekend" and not hit.token("n"):
        return Reading("set", "XXXX-WXX-WE")
    if hit.token("other"):
        return Reading("set", duration(2, hit.unit("u"))) if hit.word("other") == "other" else None
    return Reading("set", duration(hit.number("n"), hit.unit("u")))


def _adverb(hit: Hit) -> Reading | None:
    word = hit.word("l")
    is_name = hit.token("l") is not None and hit.tokens[hit.match.start()].is_capital
    # "Paid quarterly", not "the quarterly dividend" or "everyday life".
    is_noun = word in ("quarterly", "everyday") and hit.after().isalpha() and hit.after() not in _BEHIND_ADVERBS
    return None if is_name or is_noun else Reading("set", ADVERBS_OF_SETS[word])


_BEHIND_ADVERBS = word_set("and or in on at by to for from with until since as if when but because except")


def _weekdays(hit: Hit) -> Reading | None:
    return Reading("set", f"XXXX-WXX-{WEEKDAYS.index(hit.word('w')[:-1]) + 1}")


SETS = tuple(
    rule(*row)
    for row in (
        ("", r"e(?:(?P<n>N)|(?P<other>x))?(?P<u>[UuQ])", _every),
        ("", r"ex?(?P<w>W)(?P<p>P)?", _every),
        ("", r"e(?:(?P<m>M)|(?P<s>S)|(?P<p2>P))", _every),
        ("", r"(?P<w>W)(?P<p>p)", _every),
        ("", r"(?P<l>l)", _adverb),
        ("", r"(?P<w>s)", _weekdays),
    )
)
