"""What a figure is reckoned by: "annually", "a day", "per capita", "per 100,000 people", "$70-a-share"."""

from __future__ import annotations

from ..times.timewords import unit_of
from ..tokens import Token, is_glued, word_pairs, word_set
from .counted import counted
from .units import is_unit_of_time, unit_at

_ADVERBS = word_pairs(
    """
    annually year  yearly year  monthly month  weekly week  daily day  hourly hour  nightly day  pa year
    """
)
# What "a" and a stroke may be followed by, beside times: things that are sold and people who are paid.
_EACH = word_set(
    """
    person head household family litre liter gallon barrel share tonne ton kilogram kilo kg pound ounce bushel bottle
    night pupil student worker soldier ticket dose vote mile kilometre kilometer acre hectare unit piece shot page
    """
)
_TURNS = word_pairs("annum year  diem day  mensem month")
# "Forty people died a day after …": a time, not a rate.
_NO_RATE = word_set("after before later earlier ago prior since from")
_ARTICLES = word_set("a an per each every /")


def rate(text: str, tokens: list[Token], at: int) -> tuple[str, int] | None:
    """(what the figure before token `at` is per, the token after the rate): ("day", …) for "a day"."""
    if at >= len(tokens):
        return None
    if tokens[at].word in _ADVERBS:
        return _ADVERBS[tokens[at].word], at + 1
    tie = tokens[at].word in ("-", "‑") and is_glued(tokens, at)
    article = at + 1 if tie else at
    if article + 1 >= len(tokens) or tokens[article].word not in _ARTICLES:
        return None
    thing = article + 2 if tokens[article + 1].word in ("-", "‑") else article + 1
    if thing >= len(tokens):
        return None
    return _thing(text, tokens, article, thing)


def _thing(text: str, tokens: list[Token], article: int, at: int) -> tuple[str, int] | None:
    word, after = tokens[at].word, tokens[at + 1].word if at + 1 < len(tokens) else ""
    joint = tokens[article].word
    time = unit_of(word)
    if time:
        is_rate = after not in _NO_RATE and (joint not in ("a", "an") or is_unit_of_time(tokens, at))
        return (time, at + 1) if is_rate else None
    if joint in ("a", "an", "/", "each"):
        measure = unit_at(tokens, at) if word in _EACH else None
        return (measure[1].name if measure else word, at + 1) if word in _EACH else None
    return _per(text, tokens, at) if joint == "per" else None


def _per(text: str, tokens: list[Token], at: int) -> tuple[str, int] | None:
    """After "per" any noun, and a number with what it counts: "per capita", "per square mile", "per 100,000 people"."""
    token = tokens[at]
    if token.word in _TURNS:
        return _TURNS[token.word], at + 1
    if token.kind == "number":
        things = counted(tokens, at + 1)
        end = things[1] if things else at + 1
        return text[token.start : tokens[end - 1].end], end
    measure = unit_at(tokens, at)
    if measure:
        return measure[1].name, measure[0]
    return (token.word, at + 1) if token.kind == "word" and token.word not in ("cent", "se") else None
