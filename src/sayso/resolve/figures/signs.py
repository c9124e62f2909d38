"""Signs of money, before a number or after it: marks ("€", "A$"), letters ("Rs", "KSh") and ISO codes."""

from __future__ import annotations

from ..tokens import Token, is_glued, word_set
from .money import book, letters_unit, sign_unit

# Codes that reports also write in small letters, and that are no words.
_SMALL_CODES = word_set("usd eur gbp inr aud cad chf jpy cny rmb nzd hkd sgd")
# Letters before "$" with a space between, as in text that was cut into words: "us $ 5", but never "a $ 5".
_SPACED = word_set("us hk nz c nt au ca")
_LARGE = 100.0


def sign_before(tokens: list[Token], at: int) -> tuple[int, str | None, float]:
    """(index of the first token of the money sign, its unit, its scale): "A$", "€", "Rs", "USD", "MEUR"."""
    if at == 0:
        return at, None, 1.0
    sign, before = tokens[at - 1], tokens[at - 2] if at > 1 else None
    marked = book().marks.get((before.word, sign.word)) if before else None
    if marked and before and (is_glued(tokens, at - 1) or (before.word in _SPACED and not is_glued(tokens, at))):
        return at - 2, marked, 1.0
    unit = sign_unit(sign.word) if is_sign(sign) else None
    if unit:
        return at - 1, unit, 1.0
    if may_be_letters(sign):
        value = tokens[at].value or 0.0
        unit, scale = letters_at(sign, value, is_glued(tokens, at) and value >= 1000)
        if unit:
            return at - 1, unit, scale
    return at, None, 1.0


def is_sign(token: Token) -> bool:
    return token.kind == "mark" or not token.word.isascii()


def may_be_letters(token: Token) -> bool:
    return token.is_capital or token.word in _SMALL_CODES or token.word in ("kr", "zł")


def letters_at(token: Token, value: float, is_tied: bool = False) -> tuple[str | None, float]:
    """(unit, scale) of letters that stand for money; one letter only when tied to a large number: "R5 million".

    Before a small number most codes are something else ("COP 27", "SDG 15").
    """
    word, code = token.word, token.word.upper()
    unit = letters_unit(word) if len(word) > 1 or is_tied else None
    if unit:
        return unit, 1.0
    if token.is_caps or word in _SMALL_CODES:
        if code in book().codes and (value >= _LARGE or value % 1 or code.lower() in _SMALL_CODES):
            return code, 1.0
        if code[:1] == "M" and code[1:] in book().codes and len(code) == 4:
            return code[1:], 1e6
    return None, 1.0
