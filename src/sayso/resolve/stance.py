"""How the report stands to a saying: that it was not said at all, or its own doubt or trust in what was said."""

from __future__ import annotations

import re

from ..ledger import Attribution
from ..ledger.statement import Act, Hedge
from . import acts

# Whoever is nobody says nothing: "No minister said", "Neither mentioned it".
_NOBODY = re.compile(r"(?:no|neither|none|nobody|no one|not one|not a single)\b", re.IGNORECASE)
_INVERTED = re.compile(
    r"\b(?:nor|neither|never|at no (?:point|time|stage)|not once|nowhere)\s+"
    r"(?:did|does|do|has|had|have|was|were|is|are|would|will)\s+$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:what|who|whom|whose|why|how|when|where|whether|which|if)\b", re.IGNORECASE)
_NOTHING = re.compile(r"\b(?:nothing|nobody|made no mention|makes no mention|no mention)\b", re.IGNORECASE)
# To refuse these is to answer, not to be silent: "does not accept", "never recognised".
_REFUSED = re.compile(
    r"\b(?:accept\w*|recogni[sz]\w+|approv\w+|tolerat\w+|agree\w*|endors\w+|support\w*|back(?:s|ed)?|want\w*|see|sees|"
    r"rul\w+ out|exclud\w+|doubt\w*)\b",
    re.IGNORECASE,
)
_SAYING = (
    r"(?:claims?|accusations?|allegations?|charges?|assertions?|statements?|reports?|rumou?rs?|insinuations?|remarks?)"
)
_UNTRUE = re.compile(
    r"\b(?:baseless|groundless|unfounded|unsubstantiated|unproven|unsupported|spurious|bogus|false|fabricated|invented|"
    rf"trumped-up|far-fetched|wild|so-called)\s+(?:\w+\s+)?{_SAYING}\b"
    r"|\b(?:falsely|wrongly|untruthfully|baselessly|spuriously|purportedly|supposedly|ostensibly|allegedly)\b"
    r"|\bso far as to\b",
    re.IGNORECASE,
)
_UNPROVEN = re.compile(
    r"\s*,?\s*(?:again\s|but\s|though\s)?without\s+(?:\w+ing\s+)?(?:any\s+|a shred of\s+|further\s+|providing\s+)?"
    r"(?:evidence|proof|basis|foundation|substantiation|justification)\b",
    re.IGNORECASE,
)
# To claim these is to lay claim to a thing, not to assert a fact: "claimed victory".
_LAID_CLAIM = re.compile(
    r"[\W_]*(?:(?:full|sole|a|an|the|early|outright|partial|joint|another|its|his|her|their)\s+)*"
    r"(?:victory|win|triumph|success|responsibility|credit|asylum|sovereignty|ownership|the right|leadership|immunity|"
    r"benefits?|compensation|damages|title|innocence)\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"\bclaim(?:s|ed|ing)?$", re.IGNORECASE)
_REFUSAL = re.compile(
    r"\b(?:not|never|\w+n[’']t|neither|nor|no|refus\w+|declin\w+|fail\w*|yet to|stop\w* short|"
    r"reluctant|unwilling|without)\b",
    re.IGNORECASE,
)


def is_negated(text: str, found: Attribution, act: Act) -> bool:
    """True when the source is reported NOT to have said it; to refuse an answer is an act of its own."""
    if act == "decline_comment" or found.cue is None:
        return False
    first = min(span.start for span in (found.cue, found.source) if span is not None)
    is_nobody = found.source is not None and _NOBODY.match(found.source.text) is not None
    is_inverted = _INVERTED.search(text, max(0, first - 30), first) is not None
    if is_nobody or is_inverted:
        # "Neither explained why", "Nor did he say who": an answer that was due was not given
        return not (found.content and _QUESTION.match(found.content[0].text))
    if act in ("deny", "reject") or _REFUSED.search(found.cue.text):
        return False
    if _NOTHING.search(found.cue.text):
        return True
    return acts.is_negated(found, act)


def hedge(text: str, found: Attribution) -> Hedge:
    """The report's own distance: by the cue's word, corrected where its surroundings say more or less than it does."""
    cue = found.cue
    if cue is None:
        return "neutral"
    if _UNTRUE.search(cue.text) or _UNPROVEN.match(text, cue.end, cue.end + 80):
        return "doubted"
    told = acts.hedge(found)
    if told == "endorsed" and _REFUSAL.search(cue.text):
        return "neutral"
    after = next((span for span in found.content if 0 <= span.start - cue.end <= 2), None)
    if told == "doubted" and after is not None and _CLAIM.search(cue.text) and _LAID_CLAIM.match(after.text):
        return "neutral"
    return told
