"""A text as words, numbers and marks: the small alphabet that times and figures are spelled in."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<plain>[a-z]{2,}(?!\w)(?:\ [a-z]{2,}(?!\w))*)  # nothing else below can be meant: nine words in ten, in rows
    | (?P<stamp>[0-9]{4}-[0-9]{2}-[0-9]{2}
        (?:[T\ ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
    | (?P<slash>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![\w/]))
    | (?P<dotted>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?!\w|\.[0-9]))
    | (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])|[0-9]{1,2}\.[0-9]{2}(?=\ ?[ap]\.?m\b))
    | (?P<ordinal>[0-9]{1,9}(?:st|nd|rd|th)\b)
    | (?P<decade>(?:1[0-9]|20)[0-9]0['’]?s\b|['’‘]?[1-9]0['’]?s\b)
    | (?P<number>[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]+)?(?![0-9])
        |[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?)
    | (?P<short>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun|No|Rs)\.)
    | (?P<initials>(?:[^\W\d_]\.){2,})
    | (?P<sign>(?=[A-Z][A-Za-z]{0,2}[0-9])
        (?:Rs|RM|Rp|[KTU]?[Ss]h|Tk|USD|EUR|GBP|INR|CNY|RMB|AUD|CAD|NZD|HKD|SGD|CHF|JPY|PKR|NGN|KES|ZAR)(?=[0-9])
        |[RNPK](?=[0-9]{1,3}(?:[,\ ][0-9]{3})+(?![0-9])|[0-9.]+[ -]?(?:million|billion|trillion|bn|m)\b))
    | (?P<word>[oO]['’]clock\b|[^\W\d_]\w*)
    | (?P<own>['’]s\b)
    | (?P<gap>\n[^\S\n]*\n)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_WORDY = frozenset({"word", "short", "initials", "sign"})


class Token(NamedTuple):
    """`word` is lower-case, without the dots of an abbreviation; `value` is set for numbers, ordinals and decades.

    `kind` is a group of the lexer; several words joined into one number are of kind "number" or "ordinal".
    `is_capital`: the first letter is a capital; `is_caps`: all letters are.
    """

    start: int
    end: int
    word: str
    kind: str
    value: float | None = None
    is_capital: bool = False
    is_caps: bool = False


def word_set(words: str) -> frozenset[str]:
    """The words of a literal list, parted by white space."""
    return frozenset(words.split())


def word_pairs(words: str) -> dict[str, str]:
    """A literal table of words in pairs, each a key and its value: "us USD  hk HKD"."""
    row = words.split()
    return dict(zip(row[::2], row[1::2], strict=True))


def lex(text: str) -> list[Token]:
    """Every token of `text`, in order; of white space only a blank line is one, of kind "gap"."""
    tokens = []
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup or "mark", match[0]
        if kind == "plain":
            start = match.start()
            for each in word.split(" "):
                tokens.append(Token(start, start + len(each), each, "word"))
                start += len(each) + 1
            continue
        value, is_capital, is_caps = None, False, False
        if kind in _WORDY:
            is_capital = word[0].isupper()
            is_caps = is_capital and word.isupper()
            word = word.lower().replace("’", "'") if kind == "word" else word.lower().replace(".", "")
            kind = "word" if kind in ("initials", "sign") else kind
        elif kind == "number":
            value = float(word.replace(",", ""))
        elif kind == "ordinal":
            value = float(word[:-2])
        elif kind == "decade":
            value = float(re.sub(r"\D", "", word))
        tokens.append(Token(*match.span(), word, kind, value, is_capital, is_caps))
    return tokens


def is_glued(tokens: list[Token], at: int) -> bool:
    """True when no space stands between token `at` and the one before it."""
    return at > 0 and tokens[at - 1].end == tokens[at].start
