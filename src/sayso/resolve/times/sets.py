"""Rules for times that come back: "every Tuesday", "each July", "twice a year" by its adverb, "on Mondays"."""

from __future__ import annotations

from ..tokens import word_set
from .ambiguous import MONTH_NUMBERS
from .calendar import duration
from .clock import CLOCK, clock_of
from .reading import Hit, Reading, rules
from .timewords import ADVERBS_OF_SETS, PARTS_OF_DAY, SEASON_CODES


def _every(hit: Hit) -> Reading | None:
    """Reads "every Tuesday" → XXXX-WXX-2, "each year" → P1Y, "every two weeks" → P2W, "each July" → XXXX-07."""
    if hit.token("w"):
        part = PARTS_OF_DAY.get(hit.word("p").removesuffix("s"))
        return Reading("set", _each(hit) + (f"T{part}" if part else ""))
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
    is_joined = hit.after() == "-" or (hit.after().isalpha() and hit.after() not in _BEHIND_ADVERBS)
    is_noun = word in ("quarterly", "everyday") and is_joined
    return None if is_name or is_noun else Reading("set", ADVERBS_OF_SETS[word])


_BEHIND_ADVERBS = word_set("in on at by to for from with until since as if when but because except")


def _at_hour(hit: Hit) -> Reading | None:
    """Reads "every Monday at 4 p.m." → XXXX-WXX-1T16:00, "daily at 6 a.m." → XXXX-XX-XXT06:00."""
    clock = clock_of(hit)
    adverb = hit.word("l")
    if clock is None or (adverb and ADVERBS_OF_SETS[adverb] != "P1D"):
        return None
    if hit.token("u") and hit.unit("u") != "day":
        return None
    return Reading("set", f"{_each(hit)}T{clock}")


def _times_a(hit: Hit) -> Reading | None:
    """Reads "twice a year", "three times each week"; how often is not kept."""
    return Reading("set", duration(1, hit.unit("u")))


def _weekends(hit: Hit) -> Reading | None:
    """Reads "on weekends", "all weekends"; "three weekends" is a length."""
    is_set = hit.unit("u") == "weekend" and not _is_counted(hit)
    return Reading("set", "XXXX-WXX-WE") if is_set else None


def _parts_of_days(hit: Hit) -> Reading | None:
    """Reads "in the evenings", "on mornings"; "three nights" and "sleepless nights" are none."""
    word = hit.word("p")
    is_set = hit.before() in ("in", "at", "on") or (hit.before() in ("and", "or") and word != "nights")
    return Reading("set", f"XXXX-XX-XXT{PARTS_OF_DAY[word[:-1]]}") if is_set else None


def _is_counted(hit: Hit) -> bool:
    """True behind a number, "several", "recent", "last"."""
    at = hit.match.start()
    return hit.before() in ("of", "'s", "’s") or (at > 0 and hit.classes[at - 1] in "NqvL")


def _weekdays(hit: Hit) -> Reading | None:
    return Reading("set", _each(hit))


def _each(hit: Hit) -> str:
    """The weekday that comes back, or any day."""
    weekday = hit.weekday("w")
    return "XXXX-XX-XX" if weekday is None else f"XXXX-WXX-{weekday + 1}"


_DAILY = r"(?:e(?:(?P<u>U)|P)|(?P<l>l)|(?:e(?=W))?(?P<w>s|(?<=e)W))"
SETS = rules(
    ("", r"e(?:(?P<n>N)|(?P<other>x))?(?P<u>[UuQ])", _every),
    ("", r"ex?(?P<w>W)(?P<p>P)?", _every),
    ("", r"e(?:(?P<m>M)|(?P<s>S)|(?P<p2>P))", _every),
    ("", r"(?P<w>W)(?P<p>p)", _every),
    (r"N?", r"1[ae](?P<u>U)", _times_a),
    (r"@?", r"(?P<u>u)", _weekends),
    (r"d?", r"(?P<p>p)", _parts_of_days),
    ("", rf"{_DAILY},?i?b?{CLOCK}", _at_hour),
    (r"b?", rf"{CLOCK},?i?{_DAILY}", _at_hour),
    ("", r"(?P<l>l)", _adverb),
    ("", r"(?P<w>s)", _weekdays),
)
