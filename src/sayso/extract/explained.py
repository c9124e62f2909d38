"""Why so sure: the evidence of an attribution's confidence, piece by piece, as `confidence` adds it up."""

from __future__ import annotations

from collections.abc import Iterator

from ..ledger import Attribution, Decision, Reason
from .confidence import BIAS, confidence, shares

_LITTLE = 0.05  # what adds less is left out
_WORDS = {
    "cue": "how sure the network is of the cue",
    "content": "how sure the network is of the content",
    "begins": "how sure it is of where the content begins",
    "ends": "how sure it is of where the content ends",
    "source": "how sure it is of the source",
    "no source": "no source is named",
    "quoted": "the content opens with a quotation mark",
    "words": "the length of the content",
    "longer cue": "the further words of the cue",
    "verb": "the cue has a known word of saying",
    "noun": "the cue has a known noun of saying",
    "hearsay": "the cue tells hearsay (“allegedly”)",
    "inside": "it stands in what another says",
    "attitude": "the cue is a verb of thinking or wanting",
    "attitude inside": "a thought in what another says",
}


def certainty(found: Attribution) -> Decision:
    """The confidence with what each piece of evidence added in log odds; what added next to nothing is left out."""
    if not found.evidence or confidence(found.evidence) != found.confidence:
        # Quotations without a cue and signed ones: their rules have a confidence of their own.
        why = Reason("found by a rule, which is as sure as this")
        return Decision("confidence", f"{found.confidence:.0%}", found.confidence, reasons=(why,))
    return Decision("confidence", f"{found.confidence:.0%}", found.confidence, reasons=tuple(_reasons(found)))


def _reasons(found: Attribution) -> Iterator[Reason]:
    rows = [(name, round(added, 2)) for name, _, added in shares(found.evidence)]
    for name, added in sorted((row for row in rows if abs(row[1]) >= _LITTLE), key=lambda row: -row[1]):
        cue = (found.cue,) if found.cue is not None and name in ("cue", "verb", "noun", "hearsay", "attitude") else ()
        yield Reason(_WORDS.get(name, name), added, cue)
    yield Reason("to begin with", BIAS)
