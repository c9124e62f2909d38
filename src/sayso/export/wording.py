"""The words in which a person reads a ledger: acts, relations, days, amounts, names and clipped quotations."""

from __future__ import annotations

import re
from datetime import date

from ..ledger import Actor, Figure, Timex

# act → (Searle's class, what an answer calls it: "denies Ito’s claim").
ACTS: dict[str, tuple[str, str]] = {
    "state": ("assertive", "statement"),
    "announce": ("assertive", "announcement"),
    "assess": ("assertive", "view"),
    "predict": ("assertive", "prediction"),
    "acknowledge": ("assertive", "admission"),
    "allege": ("assertive", "claim"),
    "deny": ("assertive", "denial"),
    "demand": ("directive", "demand"),
    "urge": ("directive", "call"),
    "ask": ("directive", "question"),
    "promise": ("commissive", "promise"),
    "threaten": ("commissive", "threat"),
    "warn": ("assertive", "warning"),
    "propose": ("commissive", "proposal"),
    "agree": ("commissive", "agreement"),
    "reject": ("commissive", "rejection"),
    "condemn": ("expressive", "criticism"),
    "praise": ("expressive", "praise"),
    "apologise": ("expressive", "apology"),
    "decline_comment": ("assertive", "silence"),
}

# relation → (on the later statement, on the earlier one).
RELATIONS: dict[str, tuple[str, str]] = {
    "denies": ("denies", "denied by"),
    "rejects": ("rejects", "rejected by"),
    "accepts": ("accepts", "accepted by"),
    "confirms": ("confirms", "confirmed by"),
    "answers": ("answers", "answered by"),
    "repeats": ("repeats", "repeated as"),
    "same_utterance": ("same remark as", "same remark as"),
}

UNATTRIBUTED = "unattributed"
# Beside an exchange in which none of those at whom the saying was aimed has answered.
THIRD_PARTY = "answered only by a third party"

# A full stop ends a clause after a word only: "U.S." goes on.
_CLAUSE_END = re.compile(r"(?:[,;:!?–—)”’]|(?<=\w\w)\.)(?=\s)")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
# A line does not end on a word that only leads to the next.
_HANGING = re.compile(
    r" (?:a|an|the|this|its|his|her|their|our|and|or|but|of|to|in|on|at|by|for|with|from|as|that|which|if)$",
    re.IGNORECASE,
)
_LOOSE = " ,;:–—(“‘"
_CLOSING = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"'}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_BOUNDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}
_DETERMINERS = frozenset({"The", "A", "An", "Some", "Its", "His", "Her", "Their", "One", "Two", "Several", "Many"})
# A clause that ends this late in the room is a better end than the last whole word.
_LATE = 0.7


def visible(text: str) -> str:
    """`text` with nothing in it that could steer a terminal or turn a line round.

    Control characters become their pictures (ESC → ␛), those without one and bidirectional overrides become U+FFFD,
    embeddings, isolates and tag characters vanish; line feed and tab stay.
    """
    return text.translate(_VISIBLE)


_OVERRIDES, _EMBEDDINGS = (0x202D, 0x202E), (0x202A, 0x202B, 0x202C)
_ISOLATES, _TAGS = range(0x2066, 0x206A), range(0xE0000, 0xE0080)
_VISIBLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: "␡",
    **dict.fromkeys((*range(0x80, 0xA0), *_OVERRIDES, 0xFFFE, 0xFFFF), "\ufffd"),
    **dict.fromkeys((*_EMBEDDINGS, *_ISOLATES, *_TAGS), ""),
    0x2028: "\n",
    0x2029: "\n",
}


def one_line(text: str) -> str:
    """`text` made visible, with every run of white space turned into one space."""
    return " ".join(visible(text).split())


def act_words(act: str, is_negated: bool = False) -> str:
    words = "no comment" if act == "decline_comment" else act
    return f"not {words}" if is_negated else words


def clipped(text: str, room: int) -> str:
    """At most `room` characters of `text`, cut after a clause or else a word, with " …" and the quotation closed."""
    line = one_line(text)
    if len(line) <= room:
        return line
    most = max(room - 3, 1)
    ends = [match.end() for match in _CLAUSE_END.finditer(line, 0, most + 1) if match.end() >= most * _LATE]
    end = ends[-1] if ends else line.rfind(" ", 0, most + 1)
    kept = line[: end if end > 0 else most].rstrip(_LOOSE)
    while not ends and (short := _HANGING.sub("", kept).rstrip(_LOOSE)) and short != kept:
        kept = short
    return f"{kept} …{_unclosed(kept)}"


def _unclosed(text: str) -> str:
    """The closing mark of a quotation that `text` opens at its first character and does not close."""
    closing = _CLOSING.get(text[:1], "")
    return closing if closing and closing not in text[1:] else ""


def short_name(actor: Actor) -> str:
    """The name by which a second mention calls a person ("Ito"); other actors keep their name."""
    if actor.kind != "person":
        return actor.name
    words = actor.name.split()
    shorter = [alias for alias in actor.aliases if alias in words and len(alias) > 1]
    return max(shorter, key=words.index) if shorter else words[-1]


def possessive(name: str) -> str:
    return f"{name}’" if name.endswith(("s", "S")) else f"{name}’s"


def within_sentence(name: str) -> str:
    """A mention from the head of a sentence as it reads further on: "The ministry" → "the ministry"."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in _DETERMINERS else name


def day_words(day: date, year: int | None = None) -> str:
    """ "Tue 21 Dec 2021"; without the year where it is `year`."""
    words = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == year else f"{words} {day.year}"


def time_words(time: Timex | None, year: int | None = None) -> str:
    """A resolved day in words, other TIMEX3 values in their own form; the text's own words where it is unresolved."""
    if time is None:
        return ""
    if time.value is None or time.type in ("duration", "set"):
        return f"“{one_line(time.text)}”"
    day, _, clock = time.value.partition("T")
    try:
        words = day_words(date.fromisoformat(day), year) if len(day) == 10 else _month_words(day)
    except ValueError:
        return one_line(time.value)
    return f"{words} {clock}" if re.fullmatch(r"[0-9:]+", clock) else words


def _month_words(value: str) -> str:
    match = re.fullmatch(r"(\d{4})-(\d\d)", value)
    return f"{_MONTHS[int(match[2]) - 1]} {match[1]}" if match and 1 <= int(match[2]) <= 12 else one_line(value)


def amount_words(figure: Figure) -> str:
    """What a figure says: "at least 75,000,000 USD", "310–3,417 mile"."""
    unit = f" {one_line(figure.unit)}" if figure.unit else ""
    per = f" a {one_line(figure.per)}" if figure.per else ""
    return f"{_BOUNDS[figure.bound]}{_range(figure.value, figure.low, figure.high)}{unit}{per}"


def is_plain(figure: Figure) -> bool:
    """True when the text's own words show the very numbers that `amount_words` would give."""
    shown = set(_NUMBER.findall(figure.span.text))
    return set(_NUMBER.findall(amount_words(figure))) <= shown


def beside(figure: Figure) -> str:
    """What stands beside a figure's own words: the number where they do not show it, else what is counted."""
    if not is_plain(figure):
        return amount_words(figure)
    return one_line(figure.what.text) if figure.what else ""


def si_words(figure: Figure) -> str:
    """The figure in SI with a sensible prefix ("499–5,499 km"), empty where the unit is none of measure."""
    numbers = [n for n in (figure.si_value, figure.si_low, figure.si_high) if n is not None]
    if not numbers or not figure.si_unit:
        return ""
    unit, scale = one_line(figure.si_unit), 1.0
    if unit in _LARGER and max(map(abs, numbers)) >= 1000:
        unit, scale = next((u, s) for u, s in _LARGER[unit] if max(map(abs, numbers)) >= s)
    low, value, high = (None if n is None else n / scale for n in (figure.si_low, figure.si_value, figure.si_high))
    return f"{_range(value, low, high, digits=3)} {unit}"


# SI unit → larger ones, largest first, each with how many of the unit it holds.
_LARGER: dict[str, tuple[tuple[str, float], ...]] = {
    "m": (("km", 1e3),),
    "kg": (("t", 1e3),),
    "W": (("GW", 1e9), ("MW", 1e6), ("kW", 1e3)),
    "J": (("GJ", 1e9), ("MJ", 1e6), ("kJ", 1e3)),
    "Pa": (("MPa", 1e6), ("kPa", 1e3)),
    "m2": (("km²", 1e6), ("m²", 1.0)),
    "m²": (("km²", 1e6), ("m²", 1.0)),
    "m3": (("km³", 1e9), ("m³", 1.0)),
    "m³": (("km³", 1e9), ("m³", 1.0)),
}


def _range(value: float | None, low: float | None, high: float | None, digits: int | None = None) -> str:
    if value is not None:
        return number_words(value, digits)
    ends = [number_words(n, digits) for n in (low, high) if n is not None]
    return "–".join(ends) or "?"


def number_words(number: float, digits: int | None = None) -> str:
    """With thousands separated; rounded to `digits` significant ones below the decimal point where given."""
    if digits is not None and number and abs(number) < 10**digits:
        number = float(f"{number:.{digits}g}")
    elif digits is not None:
        number = round(number)
    return f"{int(number):,}" if number == int(number) else f"{number:,.6g}" if digits is None else f"{number:,}"
