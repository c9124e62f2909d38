"""A setting holds for what the same speaker says on: in the same sentence, and behind a frame in the paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...ledger import Span, Statement
from ..acts import cue_entry
from ..times.sentences import sentence

_OWN = re.compile(r"(?:his|her|its|their|my|our)$|.*[’']s?$", re.IGNORECASE)
_NEAR = 12  # statements back that the one which goes on is looked for among


def carried(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements in their order, those without a setting with that of an earlier one of the same actor.

    In one sentence any setting holds on. In later sentences of the paragraph only one that stood before its own cue
    does ("In Lisbon, …", "X, at a briefing, said"): behind a cue it is that saying's alone.
    """
    out: list[Statement] = []
    lasting: set[Span] = set()
    for each in statements:
        setting = each.setting
        if setting is not None:
            lasting |= {setting} if each.cue is not None and setting.start < each.cue.start else set()
        elif is_open(each):
            earlier = (other for other in reversed(out[-_NEAR:]) if _goes_on(text, other, each, lasting))
            setting = next((other.setting for other in earlier), None)
        out.append(each if setting is each.setting else replace(each, setting=setting))
    return tuple(out)


def is_open(statement: Statement) -> bool:
    """True for a saying on an occasion: no noun that somebody owns ("his demand for"), nothing that was not said."""
    if statement.cue is None or statement.negated:
        return False
    entry = cue_entry(statement.cue.text)
    is_noun = entry is not None and entry.part == "noun"
    return not is_noun and not (statement.source is not None and _OWN.match(statement.source.text))


def _goes_on(text: str, earlier: Statement, later: Statement, lasting: set[Span]) -> bool:
    """Whether the earlier statement's setting holds for a later one too."""
    span = earlier.setting
    if span is None or earlier.cue is None or later.cue is None or earlier.cue.start >= later.cue.start:
        return False
    if earlier.actor_id is None or earlier.actor_id != later.actor_id:
        return False
    if any(piece.holds(later.cue) for piece in earlier.content) or "\n" in text[earlier.cue.end : later.cue.start]:
        return False
    is_same_sentence = later.cue.start < sentence(text, earlier.cue)[1]
    return is_same_sentence or (span in lasting and later.act != "decline_comment")
