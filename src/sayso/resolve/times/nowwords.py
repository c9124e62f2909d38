"""Rules for words that only say past, present or to come: "recently", "soon", "now", "to date", "since then"."""

from __future__ import annotations

from ..tokens import word_set
from .reading import Hit, Reading, rules


def _recent(hit: Hit) -> Reading | None:
    if hit.span.text.lower().endswith(("the last", "the latest", "the previous", "the preceding")):
        return None
    return hit.loosely("PAST_REF")


def _coming(hit: Hit) -> Reading | None:
    if hit.first.word in ("soon", "shortly") and (
        hit.before() == "as" or hit.after() in ("after", "before", "afterwards")
    ):
        return None
    return hit.loosely("FUTURE_REF")


def _present(hit: Hit) -> Reading | None:
    return hit.loosely("PRESENT_REF")


def _at_present(hit: Hit) -> Reading | None:
    """Reads "at present", "at the moment", "at the present time", "at this time"; "the time" alone may be any."""
    word, lead = hit.word("word"), hit.first.word
    if hit.tokens[hit.match.end() - 1].word != word:
        is_meant = word == "present"
    else:
        is_meant = word == lead if word == "present" else lead == "this" or (word == "moment" and lead == "the")
    return _present(hit) if is_meant and hit.before() == "at" and hit.after() != "of" else None


def _to_date(hit: Hit) -> Reading | None:
    """Reads "the largest gift to date", "to date, …"; "to date the ruins" is no time."""
    is_verb = hit.after().isalnum() and hit.after() not in _HELPING
    return _present(hit) if hit.first.word in ("to", "till", "until") and not is_verb else None


_HELPING = word_set("has have had is are was were and in of for with no")


def _unit_to_date(hit: Hit) -> Reading | None:
    """Reads "the year to date": the running one; what of it is over ends with publication."""
    return hit.from_published(hit.unit("u"), 0) if hit.unit("u") in ("week", "month", "quarter", "year") else None


def _these_days(hit: Hit) -> Reading | None:
    return _present(hit) if hit.first.word == "these" and hit.word("u") == "days" else None


def _then(hit: Hit) -> Reading | None:
    """Reads "since then", "he said then,": the date named before; no "then" that only goes on with the tale."""
    is_time = hit.before() in ("since", "by", "until", "till", "from", "before") or hit.after() in (",", ".", ";")
    if not is_time or hit.first.is_capital or not hit.reference:
        return None
    return Reading("date", hit.reference, "document")


NOWS = rules(
    ("", r"[+]?r|dL", _recent),
    ("", r"d?X(?P<u>u)|f|d~?[*]", _coming),
    (r"!?", r"V", _present),
    ("", r"(?<=i)[dT]?(?P<word>#)#?", _at_present),
    ("", r"&;", _to_date),
    (r"d?", r"(?P<u>U)-?&-?;", _unit_to_date),
    ("", r"%(?P<u>u)", _these_days),
    ("", r"<", _then),
)
