"""The way from a mention to whom it means, step by step, so that a reader can check each: "he" ← "Roe" ← "Jane Roe"."""

from __future__ import annotations

from ...ledger import Span
from .antecedents import Answer
from .pairs import Anaphor
from .positions import opening
from .scene import Draft, Scene
from .steps import Step


def way(scene: Scene, anaphor: Anaphor, answer: Answer) -> tuple[Step, ...]:
    """From a pronoun over the mention that it was tied to up to the fullest mention of the same actor."""
    text = scene.document.text
    own = Span.of(text, anaphor.start, anaphor.start + len(anaphor.word))
    first = Step(own, ", ".join(answer.signs) or "the likeliest", answer.score)
    near = _mention(scene, answer)
    if near in scene.traces:
        return (first, *scene.traces[near])
    full = fullest(scene, answer.draft)
    if full is None or full.holds(near) or " " not in answer.draft.name:
        return first, Step(full if full is not None and full.holds(near) else near, "")
    return first, Step(near, "short for" if near.text != full.text else "the same name"), Step(full, "")


def _mention(scene: Scene, answer: Answer) -> Span:
    """The mention that a sight stands in: a named chunk, else the described source that begins there."""
    if scene.at.get(answer.at) is answer.draft:
        return scene.span(answer.at, answer.at + 1)
    begun = [span for span in answer.draft.spans if span.start == answer.sight.start]
    return max(begun, key=lambda span: span.end, default=scene.span(answer.at, answer.at + 1))


def fullest(scene: Scene, draft: Draft) -> Span | None:
    """The first mention in the longest form, with the title before it; None for one whom no chunk names."""
    named = [at for at in sorted(scene.at) if scene.at[at] is draft]
    if not named:
        return None
    lengths = [(at, opening(scene, at)) for at in named]
    at, first = max(lengths, key=lambda row: (len(scene.chunks[row[0]].text.split()), row[0] - row[1], -row[0]))
    return scene.span(first, at + 1)
