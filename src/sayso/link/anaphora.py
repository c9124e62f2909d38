"""Nouns that refer back to a saying ("those statements", "Moscow’s requests"), and the acts that each can stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .. import lexicon
from ..ledger import ACTS, Span, Statement
from .wordstock import POINTING, WORD

# Words that may stand between the pointing word and its noun: "those completely unfounded claims".
_GAP = 4
_CLAUSE = re.compile(
    r"\b[Ww]hat (?:[\w.’'-]+ ){1,5}?"
    r"(?:said|says|told|wrote|claim(?:s|ed)|alleg(?:es|ed)|assert(?:s|ed)|proposed|demanded)\b"
)
_OWNING = frozenset({"by", "from", "of"})
# So many words of a name with its title are looked at: "by the Deputy Foreign Minister of Ruritania".
_OWNER = 6


@dataclass(frozen=True, slots=True)
class Anaphor:
    """`span` of the noun with what points ("those statements"); `acts` it can stand for.

    `owner` is where the one who said it would be named: the span, and what follows "by", "from" or "of".
    """

    span: Span
    owner: Span
    acts: frozenset[str]


def anaphors(statement: Statement, lead_in: Span | None = None) -> tuple[Anaphor, ...]:
    """The nouns for sayings in a statement's content, and in what leads in to it ("Responding to the charge, …")."""
    spans = statement.content if lead_in is None else (lead_in, *statement.content)
    return tuple(found for span in spans for found in _in(span))


def _in(span: Span) -> list[Anaphor]:
    table = lexicon.sayings()
    found = [Anaphor(told, told, frozenset(ACTS)) for told in _clauses(span)]
    if table.keys().isdisjoint(WORD.findall(span.text.casefold())):
        return found
    words = list(WORD.finditer(span.text))
    for at, word in enumerate(words):
        acts = table.get(word[0].casefold())
        if acts is None:
            continue
        pointers = [i for i in range(max(0, at - _GAP), at) if _points(words[i][0])]
        if not pointers:
            continue
        start, end = words[pointers[0]].start(), word.end()
        after = words[at + 1 : at + 2 + _OWNER] if at + 1 < len(words) and words[at + 1][0] in _OWNING else []
        far = after[-1].end() if after else end
        found.append(
            Anaphor(
                Span(span.start + start, span.start + end, span.text[start:end]),
                Span(span.start + start, span.start + far, span.text[start:far]),
                frozenset(ACTS) if "*" in acts else frozenset(acts),
            )
        )
    return found


def _clauses(span: Span) -> Iterator[Span]:
    """ "what the senator said": a saying referred to without a noun for it."""
    for hit in _CLAUSE.finditer(span.text):
        yield Span(span.start + hit.start(), span.start + hit.end(), hit[0])


def _points(word: str) -> bool:
    plain = word.casefold()
    return plain in POINTING or plain.endswith(("'s", "’s", "s'", "s’"))
