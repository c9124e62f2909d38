"""Where the signs of a speech act are looked for: the words of an attribution, by place, and its shape told in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .. import lexicon
from ..ledger import Attribution

_REFUSALS = ("deny", "reject")
_QUOTES = '“”"„«»'
# Words of a content that is told in fewer, or in more.
_SHORT, _LONG = 5, 30


def signs(found: Attribution, entry: lexicon.Cue | None) -> Iterator[lexicon.Sign]:
    """The signs of `data/contents.csv` that hold; `entry` is what the lexicon has for the cue's words."""
    said = words(found, entry)
    for sign in lexicon.signs():
        if said[sign.where] and sign.pattern.search(said[sign.where]):
            yield sign


def words(found: Attribution, entry: lexicon.Cue | None) -> Mapping[str, str]:
    """Place → text in lower case.

    What a denial or a rejection is of ("refused") decides which of the two it is: a claim is denied, a demand rejected.
    "said" is cue and content together, "shape" what `shape` tells.
    """
    cue = found.cue.text.lower() if found.cue else ""
    content = " ".join(span.text for span in found.content).lower()
    is_refusal = entry is not None and entry.acts[0][0] in _REFUSALS
    return {
        "cue": cue,
        "content": content,
        "refused": content if is_refusal else "",
        "said": f"{cue} {content}".strip(),
        "source": found.source.text.lower() if found.source else "",
        "shape": shape(found, entry),
    }


def shape(found: Attribution, entry: lexicon.Cue | None) -> str:
    """The grammar of an attribution in words: which part of speech its cue is, how it is quoted, how long, in what order.

    >>> from sayso.ledger import Span
    >>> shape(Attribution(Span(0, 4, "said"), None, (Span(5, 12, "it rain"),)), None)
    'unlisted unquoted cue-first short'
    """
    content = " ".join(span.text for span in found.content).strip()
    count = len(content.split())
    is_first = bool(found.cue and found.content and found.content[0].start < found.cue.start)
    told = (
        entry.part if entry else "unlisted" if found.cue else "cueless",
        _quoted(content),
        "content-first" if is_first else "cue-first",
        "no-content" if not content else "short" if count < _SHORT else "long" if count > _LONG else "middling",
    )
    return " ".join(told)


def _quoted(content: str) -> str:
    if not any(mark in content for mark in _QUOTES):
        return "unquoted"
    is_whole = content[0] in _QUOTES and re.search(rf"[{_QUOTES}]\W*$", content) is not None
    return "whole-quoted" if is_whole else "part-quoted"
