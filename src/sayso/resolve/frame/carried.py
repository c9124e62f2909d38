"""A setting holds for what the same speaker says on: in the same sentence, and behind a frame in the paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...ledger import Span, Statement


def carried(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements in their order, those without a setting with that of an earlier one of the same actor.

    In one sentence any setting holds on. In later sentences of the paragraph only one that stood before the cue does
    ("In Lisbon, …", "X, at a briefing, said"): behind a cue it is that saying's alone.
    """
    out: list[Statement] = []
    for each in statements:
        found = next((span for span in map(lambda other: _holds(text, other, each), reversed(out)) if span), None)
        out.append(each if each.setting is not None or found is None else replace(each, setting=found))
    return tuple(out)


def _holds(text: str, earlier: Statement, later: Statement) -> Span | None:
    """The setting of an earlier statement where it holds for a later one too."""
    span = earlier.setting
    if span is None or earlier.cue is None or later.cue is None or earlier.cue.start >= later.cue.start:
        return None
    if earlier.actor_id is None or earlier.actor_id != later.actor_id or later.negated:
        return None
    if any(piece.holds(later.cue) for piece in earlier.content):
        return None
    between = text[earlier.cue.end : later.cue.start]
    if "\n" in between:
        return None
    is_same_sentence = re.search(r"[.!?][”\"’]?\s+[A-Z“\"]", between) is None
    return span if is_same_sentence or span.start < earlier.cue.start else None
