"""A text as words and marks, each with its sentence, its paragraph and whether it stands inside quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Del|Prof|Sens?|Reps?|Govs?|Lt|Gen|Maj|Brig|Col|Capt|Sgt|Cpl|Pvt|Pfc|Spc|Adm|Cmdr|Supt|Det|Insp|Rev|Fr|Msgr|"
    "Atty|Amb|Hon|Pres|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Mme|Mx|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|"
    "Md|Mass|Mich|Minn|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo"
)
_TOKEN = re.compile(
    r"[a-z]{2,}(?![\w.'’&‑-])"  # nothing else below can be meant: most words are settled here
    r"|(?:[^\W\d_]\.){2,}"  # U.S., D.C.
    r"|\((?:[Rr]etd\.?|[Rr]etired|[Rr]td|[Rr]et\.)\)"  # Maj. Gen. (retd) Tom Hale
    rf"|(?:{_ABBREVIATED})\.(?=[\s,)])"
    r"|[RDI][-‑–](?:[A-Z][a-z]+\.?|(?:[A-Z]\.)+)(?=\))"  # (R-Texas), (D-Mass.)
    r"|[A-Z]\.(?=\s[A-Z])"  # the initial in a name
    r"|['’]s\b"
    r"|\w+(?:(?:[-‑'’&]|\.(?!(?<=[^\W_A-Z]{2}\.)[A-Z]))(?!s\b)\w+)*"  # no stop that a name sticks to: "said.Roe"
    r"|[^\w\s]"
)
_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_SENTENCE_END = frozenset(".?!…")


class Token(NamedTuple):
    """Characters `[start, end)`; `is_initial` marks a place where a capital letter says nothing about being a name.

    `is_capital`: the first letter is a capital.
    """

    start: int
    end: int
    text: str
    low: str
    sentence: int
    paragraph: int
    is_quoted: bool
    is_initial: bool
    is_capital: bool


def tokenised(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order. A new line ends a paragraph; a paragraph ends every quotation."""
    tokens: list[Token] = []
    whole = lowered(text)
    is_aligned = len(whole) == len(text)  # a letter that folds into two ("ß") moves all behind it
    sentence = paragraph = before = 0
    quoted, initial, ended = False, True, False
    for match in _TOKEN.finditer(text):
        (start, end), word = match.span(), match[0]
        if start > before and "\n" in text[before:start]:
            sentence, paragraph = sentence + 1, paragraph + 1
            quoted, initial, ended = False, True, False
        elif ended and (start > before or match[0][0].isupper()) and word not in _CLOSING:
            sentence, initial, ended = sentence + 1, True, False
        before = end
        low = whole[start:end] if is_aligned else lowered(word)
        if word[0].isalnum():
            tokens.append(Token(start, end, word, low, sentence, paragraph, quoted, initial, word[0].isupper()))
            initial = ended = False
            continue
        if word in _OPENING or (word in _STRAIGHT and not quoted):
            quoted, initial = True, True
        elif word in _CLOSING or word in _STRAIGHT:
            quoted = False
        elif word in _SENTENCE_END:
            ended = True
        tokens.append(Token(start, end, word, low, sentence, paragraph, quoted, initial, word[0].isupper()))
        if word in ":—–‘":
            initial = True
    return tuple(tokens)


def lowered(word: str) -> str:
    """Without case, and with the straight apostrophe, as the lexicon has it."""
    return word.casefold().replace("’", "'")
