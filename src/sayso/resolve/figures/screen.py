"""Which numbers count or measure, and which are names, labels, ages, scores, fractions or parts of compounds."""

from __future__ import annotations

from ..times.timewords import unit_of
from ..tokens import Token, is_glued, word_set
from .bounds import bound_after, bound_before
from .counted import FATES, counted, fate_at, told_before
from .quantity import Quantity

# Nouns whose number is a label: "Resolution 242", "page 4", "flight 17".
_LABELS = word_set(
    """
    no nos number numbers article articles resolution chapter section vessel hull flight route page pages room
    channel highway unit block group type mark phase level category paragraph part volume version episode item
    line grade class step option clause annex schedule protocol figure table rule count counts war top gate pier
    terminal district ward precinct sector zone apartment suite box gen protocol bravo interstate exit track
    lane lot row seat cell tier stage round week day year act scene psalm verse # № aged age ages magnitude nr
    order regulation directive decree ordinance law bill amendment proposition code form statute chart
    """
)
_FRACTIONS = word_set(
    """
    third thirds quarter quarters fifth fifths sixth sixths eighth eighths tenth tenths half halves half
    """
)
_MULTIPLES = word_set("times fold percenters")
_DEFINITE = word_set("the these those both all its their our other last first next")
# Before a small number these point back to things that were counted before: "the two sides", "all three countries".
_ANAPHORIC = word_set("the these those both all")
_SMALL = 10
_SPELLS = word_set("nights mornings afternoons evenings summers winters springs autumns seasons")
_AGE_BOUNDS = word_set("under over below above beyond")


def is_counting(tokens: list[Token], low: Quantity, last: Quantity) -> bool:
    """True for a number that a ledger keeps as a figure; `last` is the upper end of a range, or `low` again."""
    if _is_compound(tokens, low, last) or _is_part(tokens, low, last):
        return False
    if _is_torn(tokens, low, last):
        return False
    if low.unit or last.unit:
        return not _is_angle_or_name(tokens, last)
    if _is_label(tokens, low, last) or _is_age(tokens, low, last):
        return False
    if unit_of(_word(tokens, last.end)) or _word(tokens, last.end) in _SPELLS or _is_bare_year(tokens, last):
        return False
    value = last.value
    if value % 1 and value < 1000 and not _has_scale(tokens, low):
        return counted(tokens, last.end) is not None and not _is_phone(tokens, low, last)
    if value < 2:
        return False
    return not _is_phone(tokens, low, last) and not _is_called(tokens, low) and _has_thing(tokens, low, last)


def _is_torn(tokens: list[Token], low: Quantity, last: Quantity) -> bool:
    """True for the parts of "2,5": a decimal comma, a list or a slip, and not for us to say which."""
    before, after = low.number - 1, last.number + 1
    if before > 0 and tokens[before].word == "," and is_glued(tokens, before) and is_glued(tokens, low.number):
        return tokens[before - 1].kind == "number"
    is_followed = after + 1 < len(tokens) and tokens[after].word == "," and tokens[after + 1].kind == "number"
    return is_followed and is_glued(tokens, after) and is_glued(tokens, after + 1) and last.value < 100


def _is_phone(tokens: list[Token], low: Quantity, last: Quantity) -> bool:
    """True for "2990-6000", "555-0134": two runs of digits tied by a hyphen, the second of four, that count nothing."""
    second = tokens[last.number]
    is_run = low is not last and second.word.isdigit() and second.end - second.start == 4
    return is_run and is_glued(tokens, last.number) and counted(tokens, last.end) is None


def _is_called(tokens: list[Token], low: Quantity) -> bool:
    """True for "custodian of the Two Holy Mosques": amid small letters a number in capitals is a name."""
    at, number = low.number, tokens[low.number]
    if not number.is_capital or not number.word.isalpha() or at + 1 >= len(tokens) or not tokens[at + 1].is_capital:
        return False
    before = at - 1
    while before >= 0 and tokens[before].word in _SMALL_WORDS:
        before -= 1
    return before >= 0 and before < at and tokens[before].kind == "word" and not tokens[before].is_capital


_SMALL_WORDS = word_set("of the in on at to for by and a an from with")


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].word if 0 <= at < len(tokens) else ""


def _is_bare_year(tokens: list[Token], last: Quantity) -> bool:
    """True for "roughly 1948", "the 2016 census": four digits without a comma and without anything that they count."""
    token = tokens[last.number]
    is_plain = token.word.isdigit() and token.end - token.start == 4 and last.end == last.number + 1
    return is_plain and 1500 <= last.value < 2100 and counted(tokens, last.end) is None


def _has_scale(tokens: list[Token], low: Quantity) -> bool:
    return low.value != 0 and tokens[low.number].end - tokens[low.number].start > 6


def _is_angle_or_name(tokens: list[Token], last: Quantity) -> bool:
    """True for "a 180-degree turn", "24-carat gold" and "Three Mile Island", which measure nothing."""
    if last.is_tied and last.unit in ("degree", "carat"):
        return True
    number, unit = tokens[last.number], tokens[last.end - 1]
    follows = tokens[last.end] if last.end < len(tokens) else None
    is_name = number.is_capital and number.word.isalpha() and unit.is_capital and not unit.word.endswith(("s", "feet"))
    return is_name and follows is not None and follows.is_capital


# Tied to a number these make it a part of an address or a formula.
_ADDRESS_MARKS = frozenset({"=", "%", "&", "?", "@", "_", "*"})


def _is_compound(tokens: list[Token], low: Quantity, last: Quantity) -> bool:
    """A hyphen ties the number to a word: "15-nation", "F-16", "two-thirds". Money in a compound still counts."""
    for at in (low.number, last.number):
        after = at + 1
        if (
            _word(tokens, after) == "-"
            and is_glued(tokens, after)
            and is_glued(tokens, after + 1 if after + 1 < len(tokens) else 0)
        ):
            follows = tokens[after + 1] if after + 1 < len(tokens) else None
            is_unit = low.is_money or low.is_tied or last.is_tied
            is_word = (
                follows is not None
                and follows.kind in ("word", "ordinal")
                and follows.word not in ("plus", "odd", "strong")
            )
            if is_word and not is_unit and at == last.number:
                return True
    if last.end == last.number + 1 < len(tokens) and is_glued(tokens, last.end) and tokens[last.end].kind == "word":
        return True  # "3D", "5G"
    start = low.first if low.is_money else low.number
    before = start - 1
    if before >= 0 and is_glued(tokens, start) and tokens[before].word in _ADDRESS_MARKS:
        return True
    if (
        before > 0
        and tokens[before].word in ("-", "‑", ".", "'", "’")
        and is_glued(tokens, start)
        and is_glued(tokens, before)
    ):
        return tokens[before - 1].kind in ("word", "number", "initials") or tokens[before - 1].word == "\\"
    return before >= 0 and is_glued(tokens, start) and tokens[before].kind in ("word", "number", "ordinal")


def _is_part(tokens: list[Token], low: Quantity, last: Quantity) -> bool:
    """Fractions, ratios, multiples: "one third", "one in five", "three times", "9/11", "3:1"."""
    after, then = _word(tokens, last.end), _word(tokens, last.end + 1)
    if after in _FRACTIONS or after in _MULTIPLES:
        return True
    if (
        after in ("/", ":")
        and is_glued(tokens, last.end)
        and last.end + 1 < len(tokens)
        and tokens[last.end + 1].kind == "number"
    ):
        return True
    if low.first and _word(tokens, low.first - 1) in ("/", ":") and is_glued(tokens, low.first):
        return True
    is_out_of = (
        after in ("in", "of")
        and last.end + 1 < len(tokens)
        and tokens[last.end + 1].kind == "number"
        and not low.is_money
    )
    if after == "out" and then == "of":
        return True
    before, earlier = _word(tokens, low.first - 1), low.first - 2
    if before == "of" and earlier >= 0 and tokens[earlier].word == "out":
        earlier -= 1
    is_second = before in ("in", "to", "of") and earlier >= 0 and tokens[earlier].kind == "number" and not low.unit
    is_second = is_second and (last.value < 100 or before == "of") and told_before("", tokens, low.first) is None
    return (is_out_of and low.value < 100 and not low.unit) or is_second


def _is_label(tokens: list[Token], low: Quantity, last: Quantity) -> bool:
    """True for a number that is a name, "Resolution 242", "Leopard 2", "#5", and counts no noun that follows."""
    first = bound_before(tokens, low.first)[0]
    if first == 0:
        return _word(tokens, last.end) in (".", ")") and is_glued(tokens, last.end)
    before = tokens[first - 1]
    is_digits = tokens[low.number].word[0].isdigit()
    if before.word in _LABELS:
        return True
    if not before.is_capital or not is_digits or before.kind != "word":
        return False
    is_sentence_start = (
        first == 1 or tokens[first - 2].word in (".", "?", "!", "“", '"') or tokens[first - 2].kind == "gap"
    )
    return not is_sentence_start and counted(tokens, last.end) is None


def _is_age(tokens: list[Token], low: Quantity, last: Quantity) -> bool:
    """True for "Maria Silva, 45, a baker": a number between commas after a name."""
    after = _word(tokens, last.end)
    if _word(tokens, low.first - 1) == "," and after in (",", ".", ")") and low.first > 1 and low.value < 120:
        return tokens[low.first - 2].is_capital
    return _word(tokens, low.first - 1) == "(" and after == ")" and low.value < 120


def _has_thing(tokens: list[Token], low: Quantity, last: Quantity) -> bool:
    """True when something is counted: a plural noun follows, or a bound, a fate or the number's size tells."""
    before, after = _word(tokens, low.first - 1), _word(tokens, last.end)
    things = counted(tokens, last.end)
    is_small = last.value < _SMALL
    if is_small and before == "every":
        return False
    if is_small and before in _DEFINITE and (before in _ANAPHORIC or things is None):
        return False
    if things is not None or after in FATES:
        return True
    if before not in _DEFINITE and fate_at(tokens, last.end):
        return True
    first, bound = bound_before(tokens, low.first)
    if told_before("", tokens, first) is not None:
        return True
    if bound != "exact" or bound_after(tokens, last.end)[0] > last.end:
        # "Those under 19", "people over 65": ages.
        return not (first == low.first - 1 and before in _AGE_BOUNDS and last.value < 120)
    return last.value >= 1000 or (after == "of" and not is_small)
