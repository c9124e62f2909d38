"""A text as words and marks, each with its sentence, its paragraph and whether it stands inside quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Del|Prof|Sens?|Reps?|Govs?|Lt|Gen|Maj|Brig|Col|Capt|Sgt|Cpl|Pvt|Pfc|Spc|Adm|Cmdr|Supt|Det|Insp|Rev|Fr|Msgr|"
    "Atty|Amb|Hon|Pres|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Mme|Mx|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|"
    "Md|Mass|Mich|Minn|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo"
)
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., D.C.
    rf"|(?:{_ABBREVIATED})\.(?=[\s,)])"
    r"|[RDI][-‑–](?:[A-Z][a-z]+\.?|(?:[A-Z]\.)+)(?=\))"  # (R-Texas), (D-Mass.)
    r"|[A-Z]\.(?=\s[A-Z])"  # the initial in a name
    r"|['’]s\b"
    r"|\w+(?:[-‑'’.&](?!s\b)\w+)*"
    r"|[^\w\s]"
)
_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_SENTENCE_END = frozenset(".?!…")


@dataclass(frozen=True, slots=True)
class Token:
    """Characters `[start, end)`; `is_initial` marks a place where a capital letter says nothing about being a name."""

    start: int
    end: int
    text: str
    low: str
    sentence: int
    paragraph: int
    is_quoted: bool
    is_initial: bool

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def tokenised(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order. A new line ends a paragraph; a paragraph ends every quotation."""
    tokens: list[Token] = []
    sentence = paragraph = before = 0
    quoted, initial, ended = False, True, False
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        if "\n" in text[before:start]:
            sentence, paragraph = sentence + 1, paragraph + 1
            quoted, initial, ended = False, True, False
        elif ended and start > before and word not in _CLOSING:
            sentence, initial, ended = sentence + 1, True, False
        before = end
        if word in _OPENING or (word in _STRAIGHT and not quoted):
            quoted, initial = True, True
        elif word in _CLOSING or word in _STRAIGHT:
            quoted = False
        elif word in _SENTENCE_END:
            ended = True
        is_word = word[0].isalnum()
        tokens.append(Token(start, end, word, _low(word), sentence, paragraph, quoted, initial))
        if is_word:
            initial = ended = False
        elif word in ":—–‘":
            initial = True
    return tuple(tokens)


def _low(word: str) -> str:
    return word.casefold().replace("’", "'")
