"""Which quotations are whole utterances: no titles, no signs, no words that are only used."""

from __future__ import annotations

import re

from .nouns import words_in

_OPENING, CLOSING = "“\"‘'«‹„`", "”\"’'»›“"
WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_ENDED = re.compile(r"(?:[.!?…]|[—–-])[”\"’'»›“\s]*$")
_BEGUN = re.compile(r"(?:[.!?:…][”\"’'»›“)]*|^)\s*$")
_NEXT = re.compile(r"\.?(?:$|\s+(?:[^\w\s]*[^\Wa-z_]|[^\w\s]+$))")
_LABEL = re.compile(r"\W*(?:[A-Z][A-Z.’'\-]+ ?){1,4}:")
_SMALL = words_in("a an the of in on at to for and or but nor with by from as is it no not")
# What bears words without anybody's saying them just then.
_BEARERS = words_in("""
    sign signs plaque banner banners placard placards slogan motto title headline headlines name names nickname label
    caption inscription graffiti poster posters shirt tattoo proverb adage song chorus anthem poem lyric lyrics verse
    sticker headstone gravestone epitaph monument board billboard logo password phrase term word titled entitled
    called dubbed named nicknamed
""")
_REACH = 6  # words before a quotation among which a bearer tells what it is


def stands(before: str, after: str) -> bool:
    """True for a quotation between the ends of sentences, which nothing before it calls a sign, a title, a name."""
    if not _BEGUN.search(before) or not _NEXT.match(after):
        return False
    return not any(word.casefold() in _BEARERS for word in WORD.findall(before)[-_REACH:])


def is_utterance(piece: str, ends: bool) -> bool:
    """True for a quotation that begins and ends as a sentence does and is no title or name.

    `ends` where what stands around it tells that it ends or goes on: it needs no full stop and mark of its own then.
    """
    words = WORD.findall(piece)
    if len(words) < 2 or not (words[0][0].isupper() or words[0][0].isdigit()) or _LABEL.match(piece):
        return False
    if not (ends or (piece[-1] in CLOSING and _ENDED.search(piece))):
        return False
    inner = piece.strip(_OPENING + CLOSING + " .!?…")
    names = [word for word in words if word[0].isupper() or word in _SMALL]
    is_title = len(names) == len(words) and not re.search(r"[.!?,;]", inner)
    return not is_title
