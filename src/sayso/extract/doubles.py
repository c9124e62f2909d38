"""One statement for one saying: what only leads to a word of saying, explains it, or says it twice is no second one.

"The union | sent | a letter urging …" and "urging" are one saying, and "urging" tells it; "…, she said, | referring
to | the flood" tells what she meant, not what she said; "…,” Lee fired back, he wrote" is one quotation with two cues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..ledger import Attribution, Span
from .cuewords import has_noun, has_verb
from .nouns import PRONOUNS

# Judged by reading: of 52 of these beside a saying by the same source 49 were no statement.
_REFERRING = re.compile(
    r"(?:\w+(?:ly|haps)\s+|also\s+|apparently\s+)?(?:referring|alluding|referencing|commenting)(?:\s+(?:back\s+)?(?:to|on))?",
    re.IGNORECASE,
)
# Between a deed and the word of saying that it serves: "to", "a letter".
_DOCUMENT = (
    r"(?:an?|the|his|her|its|their|another)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:letter|statement|message|note|e-?mail|memo|post|tweet|video|petition|press release|article|column|appeal|"
    r"report|list|paper|resolution|declaration)s?"
)
_OPENING = re.compile(rf"(?:to\s+)?|{_DOCUMENT}\s+(?:(?:on|to|in|last|this)\s+[\w ]{{1,30}}?\s+)?", re.IGNORECASE)
_ISSUED = re.compile(rf"{_DOCUMENT}(?:\s+(?:on|to|in|last|this)\s+[\w ]{{1,30}})?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+[A-Z“\"‘]|[\r\n]")
_NEAR = 6  # attributions on either side that are compared
_SAME = 0.9  # share of the longer content that two tellings of one quotation have in common


def without_doubles(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in text order, without those that are no saying of their own."""
    dropped: set[int] = set()
    for at, each in enumerate(found):
        for other_at in range(max(0, at - _NEAR), min(len(found), at + _NEAR + 1)):
            if (
                other_at == at
                or at in dropped
                or other_at in dropped
                or not _in_a_sentence(text, each, found[other_at])
            ):
                continue
            if any(is_less(text, each, found[other_at]) for is_less in (_refers, _serves, _repeats)):
                dropped.add(at)
    return tuple(each for at, each in enumerate(found) if at not in dropped)


def _in_a_sentence(text: str, one: Attribution, other: Attribution) -> bool:
    """True for two cues with no end of a sentence between them."""
    if one.cue is None or other.cue is None or one.source is None or other.source is None:
        return False
    first, second = sorted((one.cue, other.cue))
    return _SENTENCE_END.search(text, first.end, second.start) is None


def _refers(text: str, each: Attribution, other: Attribution) -> bool:
    """ "…," she said, referring to the flood: which only tells what she meant."""
    is_one = each.source is not None and other.source is not None and each.source.overlaps(other.source)
    is_apart = not any(span.holds(each.anchor) for span in other.content)
    return is_one and is_apart and bool(other.content) and _REFERRING.fullmatch(each.anchor.text) is not None


def _serves(text: str, each: Attribution, other: Attribution) -> bool:
    """ "sent | a letter urging …" beside "urging": the deed is no saying, what it was for is one."""
    cue = other.anchor.text
    is_one = each.source is not None and other.source is not None and each.source.overlaps(other.source)
    is_verb = cue.split()[0].lower().endswith("ing") or text.endswith("to ", 0, other.anchor.start)
    if not is_one or not each.content or not has_verb(cue) or not (is_verb or cue.lower().startswith("to ")):
        return False
    first = each.content[0]
    if first.start < each.anchor.end:
        return False
    if first.end <= other.anchor.start:  # "released | a report" beside "warning that"
        return _ISSUED.fullmatch(first.text) is not None and not text[first.end : other.anchor.start].strip(" ,")
    opening = _OPENING.fullmatch(text, first.start, other.anchor.start)
    return _is_deed(each.anchor.text) and first.holds(other.anchor) and opening is not None


def _is_deed(cue: str) -> bool:
    """True for a cue with letters but no word of saying ("sent", not ":")."""
    return cue[0].isalpha() and not has_verb(cue) and not has_noun(cue)


def _repeats(text: str, each: Attribution, other: Attribution) -> bool:
    """ "…,” Lee fired back, he wrote": the second cue of a quotation, its source a pronoun, the first's a name."""
    if each.source is None or other.source is None or each.source.text.lower() not in PRONOUNS:
        return False
    if other.source.text.lower() in PRONOUNS or other.anchor.start > each.anchor.start:
        return False
    if any(a.holds(one.anchor) for a, one in _pairs(each, other)):
        return False
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in each.content for b in other.content)
    longer = max(sum(span.end - span.start for span in one.content) for one in (each, other))
    return longer > 0 and shared >= _SAME * longer


def _pairs(one: Attribution, other: Attribution) -> Iterator[tuple[Span, Attribution]]:
    """Each content of either with the other attribution."""
    yield from ((span, other) for span in one.content)
    yield from ((span, one) for span in other.content)
