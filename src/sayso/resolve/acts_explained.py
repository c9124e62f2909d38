"""Why an act: the likeliest acts with what spoke for each, told by the very grounds that `acts.decide` adds up."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean

from ..ledger import Attribution, Decision, Option, Reason, Span, Statement
from ..ledger.statement import ACTS, Act
from . import acts

# Acts told beside the one decided on, and the least probability of one that is told.
_OTHERS, _LEAST = 2, 0.02
# Acts of a word of saying that are told.
_TOLD = 4
# What speaks for an act by less than this, over the average act, is left out.
_LITTLE = 0.15
# Where the words of a sign stand, by its place; those of "shape" stand nowhere.
_PLACES = {
    "cue": ("cue",),
    "content": ("content",),
    "refused": ("content",),
    "said": ("cue", "content"),
    "source": ("source",),
    "shape": (),
}


def act(found: Attribution, statement: Statement) -> Decision:
    """The act with its probability; `added` counts over the average of all acts, which the scores do not care about."""
    decided = acts.decide(found)
    grounds = tuple(acts.grounds(found))
    chances = dict(decided)
    others = [one for one, chance in decided if one != statement.act and chance >= _LEAST][:_OTHERS]
    return Decision(
        "act",
        statement.act,
        round(chances[statement.act], 3),
        (found.cue,) if found.cue else (),
        reasons=tuple(_reasons(found, grounds, statement.act)),
        options=tuple(Option(one, round(chances[one], 3), tuple(_reasons(found, grounds, one))) for one in others),
    )


def _reasons(found: Attribution, grounds: tuple[acts.Ground, ...], act: Act) -> list[Reason]:
    told = []
    for ground in grounds:
        added = dict(ground.added)
        over = added.get(act, 0.0) - fmean(added.get(one, 0.0) for one in ACTS)
        # A sign speaks for the acts that its row names; that the others lag behind it goes without saying.
        if abs(over) >= _LITTLE and (ground.sign is None or act in added):
            told.append(Reason(_words(ground, act), round(over, 2), tuple(_spans(found, ground))))
    return sorted(told, key=lambda reason: -(reason.added or 0.0))


def _words(ground: acts.Ground, act: Act) -> str:
    chance = dict(ground.chances).get(act, 0.0)
    if ground.kind == "usual":
        return "how common the act is in reports"
    if ground.kind == "network":
        return f"the network reads cue and content so with {chance:.0%}"
    if ground.sign is not None and ground.sign.where == "refused":
        return f"what it is that is denied or refused: {ground.sign.why}"
    if ground.sign is not None and ground.sign.where == "shape":
        return f"its form: {ground.sign.why}"
    if ground.sign is not None:
        return f"words of the {' and '.join(_PLACES[ground.sign.where])}: {ground.sign.why}"
    likely = sorted(ground.chances, key=lambda pair: -pair[1])[:_TOLD]
    table = ", ".join(f"{one.replace('_', ' ')} {share:.0%}" for one, share in likely if share >= _LEAST)
    return f"the word of saying, by the table of cues: {table}"


def _spans(found: Attribution, ground: acts.Ground) -> Iterator[Span]:
    """Where the words stand that a ground goes by; none for what goes by the whole."""
    cue = found.cue
    if ground.kind == "cue" and cue is not None:
        yield cue
    if ground.sign is None:
        return
    places = _PLACES[ground.sign.where]
    named = (("cue", found.cue), ("source", found.source), *(("content", span) for span in found.content))
    spans = (span for place, span in named if span is not None and place in places)
    for span in spans:
        match = ground.sign.pattern.search(span.text.lower())
        if match is not None and match.end() > match.start():
            start, end = match.span()
            yield Span(span.start + start, span.start + end, span.text[start:end])
