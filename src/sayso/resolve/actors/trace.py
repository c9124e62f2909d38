"""The way from a mention to whom it means, step by step, so that a reader can check each: "he" ← "Roe" ← "Jane Roe"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ledger import Span, Step
from .antecedents import Answer
from .pairs import Anaphor
from .positions import opening
from .scene import PLACE, Draft, Scene, Sight
from .wordlists import DETERMINERS

_PRONOUN_AT_MOST = 2  # chunks: "he himself"
_WORDS_AT_MOST = 8  # of a mention that is shown whole
_SIGNS_TOLD = 3  # in a line


def way(scene: Scene, anaphor: Anaphor, answer: Answer) -> tuple[Step, ...]:
    """From a pronoun over the mention that it was tied to up to the fullest mention of the same actor."""
    rule = ", ".join(name for name, added in answer.signs[:_SIGNS_TOLD] if added > 0) or "the likeliest"
    first = Step(_own(scene, anaphor), rule, answer.score, answer.signs, answer.others)
    return _onward(scene, first, answer.sight, answer.at)


def pointed_way(scene: Scene, anaphor: Anaphor, sight: Sight, rule: str) -> tuple[Step, ...]:
    """The same for a pronoun that a rule, and no weighing, tied to a sight."""
    at, _ = scene.within(Span.of(scene.document.text, sight.start, sight.start + 1))
    return _onward(scene, Step(_own(scene, anaphor), rule), sight, min(at, len(scene.chunks) - 1))


def _own(scene: Scene, anaphor: Anaphor) -> Span:
    at, _ = scene.within(Span.of(scene.document.text, anaphor.start, anaphor.start + 1))
    return scene.span(at, at + 1)


def _onward(scene: Scene, first: Step, sight: Sight, at: int) -> tuple[Step, ...]:
    draft, near = sight.draft, _mention(scene, sight, at)
    if near in scene.traces:
        return (first, *scene.traces[near])
    full = fullest(scene, draft)
    if full is None or full.text == near.text or " " not in draft.name:
        return first, Step(near, "")
    return (first, Step(full, "")) if full.holds(near) else (first, Step(near, "short for"), Step(full, ""))


def _mention(scene: Scene, sight: Sight, at: int) -> Span:
    """The mention that a sight stands in: a named chunk, else the described source that begins there."""
    if scene.at.get(at) is sight.draft:
        return scene.span(at, at + 1)
    begun = [span for span in sight.draft.spans if span.start == sight.start]
    return max(begun, key=lambda span: span.end, default=scene.span(at, at + 1))


def fullest(scene: Scene, draft: Draft) -> Span | None:
    """The first mention in the longest form, with the title before it; None for one whom no chunk names."""
    named = [at for at in sorted(scene.at) if scene.at[at] is draft]
    if not named:
        return None
    lengths = [(at, _start(scene, at)) for at in named]
    at, first = max(lengths, key=lambda row: (len(scene.chunks[row[0]].text.split()), row[0] - row[1], -row[0]))
    whole = scene.span(first, at + 1)
    # A body is named by a chunk ("ministry"), and its mention has the words before ("the French fisheries ministry").
    wider = [span for span in draft.spans if span.holds(whole) and _is_short(span)] if draft.kind != "person" else []
    return max(wider, key=lambda span: (span.end - span.start, -span.start), default=whole)


def _is_short(span: Span) -> bool:
    return "," not in span.text and span.text.count(" ") < _WORDS_AT_MOST


def _start(scene: Scene, at: int) -> int:
    """Where the phrase begins; the "that" before another determiner opens its clause ("that the ministry")."""
    first = opening(scene, at)
    is_clause = first < at and scene.low(first) == "that" and scene.low(first + 1) in DETERMINERS
    return first + 1 if is_clause else first


def ways(
    scene: Scene, resolved: Mapping[Span, Draft | None], rules: Mapping[Span, str]
) -> Iterator[tuple[Span, tuple[Step, ...]]]:
    """The way of each resolved span, in the order of the text: a pronoun’s own, else a step to the fullest mention."""
    full_of: dict[int, Span | None] = {}  # once an actor: one of thousands of mentions has as many spans
    for span in sorted(resolved, key=PLACE):
        draft = resolved[span]
        if draft is None:
            continue
        first, last = scene.within(span)
        known = scene.traces.get(scene.span(first, first + 1)) if 0 < last - first <= _PRONOUN_AT_MOST else None
        if known is not None:
            yield span, known
            continue
        if id(draft) not in full_of:
            full_of[id(draft)] = fullest(scene, draft)
        full = full_of[id(draft)]
        # Of a state every name is as full as the next: "Britain" is not short for "Downing Street".
        is_named = draft.kind == "state" and any(scene.at.get(at) is draft for at in range(first, last))
        is_itself = full is None or span.holds(full) or full == span or is_named
        yield span, (Step(span, rules[span]), *(() if is_itself or full is None else (Step(full, ""),)))
