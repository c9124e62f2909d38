"""How sure an attribution is: a readable table of what the network says of its parts, fitted on texts it never saw."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..ledger import Attribution, Span
from .cuewords import has_noun, has_verb, is_attitude, is_hearsay
from .heads import Floats, Run

Evidence = tuple[tuple[str, float], ...]

# What each piece of evidence adds to the log odds of being right, by lab/calibrate.py --fit on PolNeAR dev and on the
# dossiers, these read by weights that saw none of them; on texts that they were not fitted on, the calibration errors
# are 0.034 and 0.034.
WEIGHTS = {
    "cue": 0.466,
    "content": 0.266,
    "begins": 0.009,
    "ends": 0.045,
    "source": 0.108,
    "no source": 0.423,
    "quoted": 0.337,
    "words": -0.027,
    "longer cue": -0.032,
    "verb": 0.151,
    "noun": 0.284,
    "hearsay": 0.166,
    "inside": -0.324,
    "attitude": -0.247,
    "attitude inside": -1.541,
}
BIAS = -1.89
_MOST = 6.0  # log odds beyond this, either way, say no more
_NEAR = 12  # attributions on either side among which the one that holds another is looked for
_LONG_CUE = 8  # words after the first
_OUT, _BEGIN, _INSIDE, _END = range(4)


def evidence(
    seen: Run, runs: tuple[Run, ...], each: Floats, source: float | None, cue: Span, content: Sequence[Span]
) -> Evidence:
    """Log odds of the cue and of the content's pieces, of its first and last border, of there being a source; lengths.

    `seen` and `runs` are the pieces of the cue and of the content, `each` [labels, length] the logs of the content's
    labels, and `source` the log odds of the source against none.
    """
    words = sum(span.text.count(" ") + 1 for span in content)
    return (
        ("cue", _odds(seen.probability)),
        ("content", _odds(_mean(runs))),
        ("begins", _odds(math.exp(each[_BEGIN, runs[0].first])) if runs else 0.0),
        ("ends", _odds(max(_closes(each, runs[-1]))) if runs else 0.0),
        ("source", round(max(-_MOST, min(_MOST, source)), 3) if source is not None else 0.0),
        ("no source", float(source is None)),
        ("quoted", float(bool(content) and content[0].text[0] in "“\"‘«„'")),
        ("words", round(math.log(1 + words), 3)),
        ("longer cue", float(min(cue.text.count(" "), _LONG_CUE))),
        ("verb", float(has_verb(cue.text))),
        ("noun", float(has_noun(cue.text))),
        ("hearsay", float(is_hearsay(cue.text))),
    )


def with_places(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in text order; that one lies inside another's content or is an attitude is evidence too."""
    out = []
    for at, each in enumerate(found):
        near = found[max(0, at - _NEAR) : at + _NEAR]
        anchor = each.anchor
        is_inside = any(span.holds(anchor) for other in near if other is not each for span in other.content)
        is_thought = is_attitude(anchor.text)
        more = (
            ("inside", float(is_inside)),
            ("attitude", float(is_thought)),
            ("attitude inside", float(is_inside and is_thought)),
        )
        seen = (*each.evidence, *more) if each.evidence else ()
        out.append(replace(each, evidence=seen, confidence=confidence(seen)) if seen else each)
    return tuple(out)


def confidence(found: Evidence) -> float:
    """The calibrated probability that a careful reader would note the attribution."""
    odds = BIAS + sum(added for _, _, added in shares(found))
    return round(1.0 / (1.0 + math.exp(-odds)), 4)


def shares(found: Evidence) -> Iterator[tuple[str, float, float]]:
    """Each piece of evidence with its value and what it adds to the log odds."""
    return ((name, value, WEIGHTS[name] * value) for name, value in found)


def _closes(each: Floats, run: Run) -> Iterator[float]:
    yield math.exp(each[_END, run.last])
    if run.first == run.last:
        yield math.exp(each[_BEGIN, run.last])


def _mean(contents: tuple[Run, ...]) -> float:
    return sum(run.probability for run in contents) / len(contents) if contents else 0.5


def _odds(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return round(max(-_MOST, min(_MOST, math.log(bounded / (1.0 - bounded)))), 3)
