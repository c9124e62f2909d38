"""Where the signs of a speech act are looked for: the words of an attribution by place, and its shape in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from .. import lexicon
from ..ledger import Attribution, Span
from .openings import beginnings, openings

_REFUSALS = ("deny", "reject")
# Whom a content is about that begins with a name: itself or another; told of a deed that is done.
_NAME = re.compile(r"(?:that )?(?:(?:the|a|an) )?(?:\w+ )?([A-Z][\w’'.-]+)")
_DONE = re.compile(r"\b(?:was|were|had|has|have|did|\w{2,}ed)\b")
_SELF = re.compile(r"[“\"‘']?(?:that )?(?:I|We|we)\b")
_NEAR = 60  # characters in which the verb of a first subject stands
_QUOTES = '“”"„«»'
# A closing single mark is an apostrophe too: it is taken for one where a word goes on, and where none was opened.
_CLOSING = re.compile(r"’(?!\w)")
_NOTHING: frozenset[str] = frozenset()
# Words of a content that is told in fewer, or in more.
_SHORT, _LONG = 5, 30


def signs(found: Attribution, entry: lexicon.Cue | None) -> Iterator[lexicon.Sign]:
    """The signs of `data/contents.csv` that hold; `entry` is what the lexicon has for the cue's words."""
    said = words(found, entry)
    every = lexicon.signs()
    began = {place: beginnings(text) for place, text in said.items() if text and place != "said"}
    began["said"] = began.get("cue", _NOTHING) | began.get("content", _NOTHING)
    tried: set[int] = set()
    for place, first in began.items():
        by_opening, always = _by_opening(place)
        tried.update(always, *(by_opening[opening] for opening in first & by_opening.keys()))
    for at in sorted(tried):
        if every[at].pattern.search(said[every[at].where]):
            yield every[at]


@cache
def _by_opening(place: str) -> tuple[dict[str, list[int]], tuple[int, ...]]:
    """Opening → which signs of a place have it; the signs of which none can be told.

    Of some 220 patterns a statement asks a fifth.
    """
    first = {at: openings(sign.pattern.pattern) for at, sign in enumerate(lexicon.signs()) if sign.where == place}
    table: dict[str, list[int]] = {}
    for at, found in first.items():
        for opening in found or ():
            table.setdefault(opening, []).append(at)
    return table, tuple(at for at, found in first.items() if found is None)


def words(found: Attribution, entry: lexicon.Cue | None) -> Mapping[str, str]:
    """Place → text in lower case.

    What a denial or a rejection is of ("refused") decides which of the two it is: a claim is denied, a demand rejected.
    "said" is cue and content together, "shape" what `shape` tells.
    """
    cue = found.cue.text.lower() if found.cue else ""
    content = _doubled(" ".join(span.text for span in found.content)).lower()
    is_refusal = entry is not None and entry.acts[0][0] in _REFUSALS
    # What is denied or refused was said or wanted by another: its words tell nothing of this act but which of the two
    # it is. Quoted words are the speaker's own (“dismissed it as ‘a fairy tale’”).
    own = "" if is_refusal and not any(mark in content for mark in _QUOTES) else content
    return {
        "cue": cue,
        "content": own,
        "refused": content if is_refusal else "",
        "said": f"{cue} {own}".strip(),
        "source": found.source.text.lower() if found.source else "",
        "shape": shape(found, entry),
    }


def shape(found: Attribution, entry: lexicon.Cue | None) -> str:
    """The grammar of an attribution in words: its cue’s part of speech, how it is quoted, whom it is about, how long.

    >>> from sayso.ledger import Span
    >>> shape(Attribution(Span(0, 4, "said"), None, (Span(5, 12, "it rain"),)), None)
    'unlisted unquoted cue-first short'
    >>> harbour = Span(5, 40, "the Harbour Board had lied about it")
    >>> shape(Attribution(Span(0, 4, "said"), None, (harbour,)), None)
    'unlisted unquoted cue-first other-name other-name-past middling'
    """
    content = _doubled(" ".join(span.text for span in found.content)).strip()
    count = len(content.split())
    is_first = bool(found.cue and found.content and found.content[0].start < found.cue.start)
    told = (
        entry.part if entry else _unlisted(found.cue),
        _quoted(content),
        "content-first" if is_first else "cue-first",
        *_subject(found, content, is_first),
        "no-content" if not content else "short" if count < _SHORT else "long" if count > _LONG else "middling",
    )
    return " ".join(told)


def _unlisted(cue: Span | None) -> str:
    """What a cue is that the lexicon does not have: a mark behind a speaker's name, another word, or none at all."""
    if cue is None:
        return "cueless"
    return "unlisted" if any(letter.isalpha() for letter in cue.text) else "mark"


def _doubled(content: str) -> str:
    """The content with single quotation marks as double ones, as the signs have them."""
    return _CLOSING.sub("”", content.replace("‘", "“")) if "‘" in content else content


def _quoted(content: str) -> str:
    if not any(mark in content for mark in _QUOTES):
        return "unquoted"
    is_whole = content[0] in _QUOTES and re.search(rf"[{_QUOTES}]\W*$", content) is not None
    return "whole-quoted" if is_whole else "part-quoted"


def _subject(found: Attribution, content: str, is_first: bool) -> tuple[str, ...]:
    if _SELF.match(content):
        return ("self-subject",)
    # A content that opens its sentence or a quotation begins with a capital whatever its first word is.
    name = None if is_first or content[:1] in _QUOTES else _NAME.match(content)
    if name is None:
        return ()
    if found.source is not None and name[1] in found.source.text:
        return ("own-name",)
    is_done = _DONE.search(content, name.end(), name.end() + _NEAR) is not None
    return ("other-name", "other-name-past") if is_done else ("other-name",)
