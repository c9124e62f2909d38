"""Constructions that settle who says what in them: passives, possessives, a verb before a noun of saying.

The network decides piece by piece and joins what stands together ("rejects the idea" | "that he spoke too soon"). What
the grammar of English leaves no choice about is put right here, for any verb and noun of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from .. import lexicon
from ..inflection import verb_forms
from ..ledger import Attribution, Span
from .boundaries import sentence_begin, trimmed
from .complements import completed
from .cuewords import attitudes, is_subjunctive, nouns

_DETERMINERS = "the|an?|any|all|some|no|these|those|such|this|that|his|her|its|their|our|my|your"
_ARTICLES = frozenset(["the", "a", "an", "any", "such", "no"])
_PRONOUNS = frozenset(["i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "this", "these", "those"])
# Verbs whose object is the one who is told: in the passive their subject does not speak.
_TELLING = (
    "tell ask warn inform notify urge advise order assure reassure remind instruct invite brief request press "
    "encourage promise caution counsel command"
)
# Verbs that may stand before their subject in mid-sentence; none takes a person for its object ("…, called the …").
_INVERTED = (
    "say argue insist warn conclude add recall note declare explain believe claim contend write report predict "
    "estimate suggest acknowledge admit observe maintain state think remark complain reply concede boast joke"
)
# What answers a saying: such a verb before a noun of saying has the noun's saying for its object.
_ANSWERS = frozenset({"deny", "reject", "condemn", "agree", "acknowledge", "praise", "assess", "decline_comment"})
_NEAR = 12  # attributions on either side among which the one that holds another is looked for
_LIGHT = "express voice raise call make issue give take have offer share show hold keep feel sound get put"


def construed(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with their sources, cues and contents as the constructions have them, in text order."""
    out: list[Attribution] = []
    for each in found:
        if each.cue is not None and is_subjunctive(each.cue.text):
            continue
        parts = _unfolded(text, _with_object(text, completed(text, each)))
        out += (_inverted(text, _passive(text, _possessed(text, part))) for part in parts)
    out.sort(key=lambda each: each.anchor)
    near = (out[max(0, at - _NEAR) : at + _NEAR] for at in range(len(out)))
    return tuple(each for each, others in zip(out, near, strict=True) if not _is_own_attitude(each, others))


@cache
def _nouns() -> str:
    return "|".join(sorted((re.escape(form) for form in nouns()), key=len, reverse=True))


@cache
def _answering() -> frozenset[str]:
    entries = (cue for cue in lexicon.cues() if cue.part == "verb" and cue.acts[0][0] in _ANSWERS)
    return frozenset(form for cue in entries for form in cue.forms) - _light()


@cache
def _light() -> frozenset[str]:
    """Verbs that with a noun of saying make one cue ("voiced concern")."""
    return frozenset(form for verb in _LIGHT.split() for form in verb_forms(verb))


@cache
def _object() -> re.Pattern[str]:
    """What a verb that answers may have for its object, a noun of saying at its end."""
    return re.compile(
        rf"(?:(?:{_DETERMINERS})\s+|(?P<owner>\w[\w.’' -]*?)[’']s?\s+)?"
        rf"(?:(?!(?:to|for|of|by|in|on|at|with|and|or|not)\s)[a-z][a-z-]+\s+){{0,2}}?(?P<noun>{_nouns()})"
        r"(?:\s+(?:of|for|about|against|by))?"
    )


@cache
def _owner_and_noun() -> re.Pattern[str]:
    return re.compile(rf"(?P<owner>\w[\w.,’' -]*?)(?:[’']s|(?<=s)[’'])\s+(?:[a-z][a-z-]+\s+){{0,3}}?(?:{_nouns()})\b")


def _unfolded(text: str, each: Attribution) -> Iterator[Attribution]:
    """ "rejects the idea" | "that …" is two: he rejects "the idea that …", and the idea "that …" is somebody's."""
    first = next((span for span in each.content if 0 <= span.start - each.anchor.end <= 2), None)
    split = _verb_and_object(each.anchor.text) if first else None
    if split is None or first is None:
        yield each
        return
    end, parts = split
    at = each.anchor.start
    rest = [span for span in each.content if span is not first]
    whole = Span.of(text, at + parts.start(), first.end)
    yield replace(each, cue=Span.of(text, at, at + end), content=tuple(sorted([whole, *rest])))
    owner = Span.of(text, at + parts.start("owner"), at + parts.end("owner")) if parts["owner"] else None
    noun = Span.of(text, at + parts.start("noun"), each.anchor.end)
    nothing = dict.fromkeys(("addressee", "setting", "via", "condition", "time"))
    yield replace(each, cue=noun, source=owner, content=(first,), acts=(), **nothing)  # type: ignore[arg-type]


def _verb_and_object(cue: str) -> tuple[int, re.Match[str]] | None:
    """Where a verb that answers ends in the cue, and its object from there to the cue's end, if it is so made."""
    for space in re.finditer(r"\s+", cue):
        parts = _object().fullmatch(cue, space.end())
        if parts and _answers(cue[: space.start()]):
            return space.start(), parts
    return None


def _answers(words: str) -> bool:
    """True when the last words are a verb that answers: "has flatly rejected", "brushed aside"."""
    parts = words.lower().split()
    return any(" ".join(parts[-length:]) in _answering() for length in (1, 2, 3) if length <= len(parts))


def _possessed(text: str, each: Attribution) -> Attribution:
    """Who owns the noun of saying is its source: "Egypt’s accusation" is Egypt's, whoever brushes it aside."""
    each = _next_to_its_verb(text, _relative(text, each))
    source = each.source
    if source is not None and (source.text.lower() in _ARTICLES or _is_adjective(source, each.anchor)):
        each = replace(each, source=None)
    owned = _owner_and_noun().match(each.anchor.text)
    if owned is None:
        return each
    start, end = each.anchor.start, each.anchor.start + owned.end("owner")
    if source is not None and source.start < start <= source.end <= end:
        start = source.start  # the cue holds its last word alone: "Donald [Trump’s claim]"
    return replace(each, source=Span.of(text, start, end), cue=Span.of(text, end, each.anchor.end))


_RELATIVE = re.compile(r"\b(?:who|which|that)(?=\s$)")


def _relative(text: str, each: Attribution) -> Attribution:
    """A relative pronoun right before a cue without source is its source: "a draft, now in print, that calls for"."""
    if each.source is not None or each.cue is None:
        return each
    before = _RELATIVE.search(text, max(0, each.cue.start - 6), each.cue.start)
    return replace(each, source=Span.of(text, before.start(), before.end())) if before else each


# A name between a comma and its verb, with none after it: no apposition, which a second comma would close.
_BESIDE = re.compile(r",\s+(?P<who>(?:[A-Z][\w’'.-]*\w\s+){1,3}?)(?:(?:has|have|had|will|would|also|later)\s+)?")


def _next_to_its_verb(text: str, each: Attribution) -> Attribution:
    """ "In a call with the mayor, Ann Lee, Okoro promised …": Okoro's, who stands beside the verb."""
    if each.source is None or each.cue is None or each.source.end >= each.cue.start:
        return each
    found = _BESIDE.fullmatch(text, each.source.end, each.cue.start)
    if found is None:
        return each
    return replace(each, source=Span.of(text, found.start("who"), found.start("who") + len(found["who"].rstrip())))


_ADJECTIVE = re.compile(r"[a-z]+(?:al|ic|ed|ing|ous|ive|ary|ible|able|ful|less|ier|lar)|new|fresh|past|such")


def _is_adjective(source: Span, cue: Span) -> bool:
    """True for an adjective right before a noun of saying: nobody is named by "earlier reports"."""
    is_adjective = cue.start - source.end == 1 and _ADJECTIVE.fullmatch(source.text) is not None
    return is_adjective and _object().match(cue.text) is not None


@cache
def _told() -> re.Pattern[str]:
    forms = {form for verb in _TELLING.split() for form in verb_forms(verb)}
    verbs = "|".join(sorted(form for form in forms if form.endswith("ed") or form == "told"))
    return re.compile(rf"(?:.*\b)?(?:is|are|was|were|be|been|being|got)\s+(?:\w+ly\s+)?(?:{verbs})(?:\s+by)?$")


# Who is behind "by", up to what is said or to the next mark.
_BY = re.compile(
    r"\s*\bby\s+(?P<who>[^\s,;:.–—“”\"()](?:[^,;:–—“”\"()\r\n]{1,80}?))"
    r"(?=\s+(?:that|to|not to|of|about|against|in|on|at|whether|if|as|after|when|last|this)\b|[,;:.–—“”\"()\r\n])"
)


def _passive(text: str, each: Attribution) -> Attribution:
    """Whoever "was told" or "had been asked" is the addressee; the source is behind "by", or nobody is named."""
    before = each.source if each.source is not None and each.source.end <= each.anchor.start else None
    is_told = _told().match(each.anchor.text) is not None
    addressee = each.addressee or (before if is_told else None)
    cue = each.anchor.text
    by = _BY.match(text, each.anchor.end - 2 if cue.endswith(" by") else each.anchor.end, each.anchor.end + 100)
    if by is None or (each.source is not None and each.source is not before):
        return replace(each, addressee=addressee, source=None) if is_told and before is not None else each
    if not (is_told or cue.endswith(" by") or (before is None and cue[0].isupper() and cue.endswith("ed"))):
        return each
    named = Span.of(text, by.start("who"), by.end("who"))
    if any(span.start <= named.start < span.end for span in each.content):
        return each  # "was struck by the news": nobody speaks
    return replace(each, addressee=addressee, source=named, cue=Span.of(text, each.anchor.start, named.start - 1))


# Who stands behind an inverted verb, up to the comma that closes the parenthesis: "…, argued the senator, …".
_BEHIND = re.compile(
    r"\s+(?P<who>(?:(?:the|an?|his|her|its|their|our|one|two|some|many|several)\s+\S|[A-Z])[^,;:.!?“”\"()\r\n]{1,80}?)"
    r"(?=,\s+[a-z“]|[.!?](?:\s|$))"
)
# Words that a subject has not: what follows the verb is a clause that is said.
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|that|to)\b|n[’']t\b"
)


@cache
def _inverting() -> frozenset[str]:
    return frozenset(form for verb in _INVERTED.split() for form in verb_forms(verb))


def _inverted(text: str, each: Attribution) -> Attribution:
    """ "The bill, argued the senator, would …": who follows such a verb is its source, what stands around it said."""
    cue, source = each.anchor, each.source
    if text[cue.start - 2 : cue.start] != ", " or cue.text.lower() not in _inverting() or cue.text.endswith("ing"):
        return each
    # "Ann Lee, the mayor, said …" has its subject before the verb, however it is followed.
    if source is not None and (source.end != cue.start - 2 or "," in source.text):
        return each
    behind = _BEHIND.match(text, cue.end, cue.end + 90)
    if behind is None or _CLAUSE.search(behind["who"]):
        return each
    named = Span.of(text, behind.start("who"), behind.end("who"))
    begin = sentence_begin(text, cue.start, 400)
    kept = [half for span in each.content for half in _around(text, span, cue.start - 2, named.end)]
    if begin is not None and not any(span.start < cue.start for span in kept):
        kept += [span for span in [Span.trimmed(text, begin, cue.start - 2)] if span]
    return replace(each, source=named, content=tuple(sorted(kept))) if kept else each


@cache
def _saying_behind() -> re.Pattern[str]:
    """A noun of saying with no complement of its own: "the demand", "those false claims"."""
    return re.compile(
        rf"\s+(?P<object>(?:(?:{_DETERMINERS})\s+)?(?:[a-z][a-z-]+\s+){{0,2}}?(?:{_nouns()}))(?=[.,;:!?\s])"
    )


_ENDS_IN_DETERMINER = re.compile(rf"\s+(?:{_DETERMINERS})$")


def _with_object(text: str, each: Attribution) -> Attribution:
    """ "rejected the" | – | before "demand": what was rejected is "the demand"."""
    if each.content or each.cue is None:
        return each
    determiner = _ENDS_IN_DETERMINER.search(each.cue.text)
    end = each.cue.start + determiner.start() if determiner else each.cue.end
    cue = Span.of(text, each.cue.start, end)
    found = _saying_behind().match(text, end, end + 80) if _answers(cue.text) else None
    if found is None:
        return each
    return replace(each, cue=cue, content=(Span.of(text, found.start("object"), found.end("object")),))


def _around(text: str, span: Span, start: int, end: int) -> list[Span]:
    """What is left of the span before `start` and after `end`, without separators."""
    halves = (trimmed(text, span.start, min(span.end, start)), trimmed(text, max(span.start, end), span.end))
    return [half for half in halves if half is not None and half.end > half.start]


def _is_own_attitude(each: Attribution, found: Sequence[Attribution]) -> bool:
    """True for "he hoped" in "he said he hoped to return soon": one statement, whose act is what he does by it.

    With the speaker himself for its subject such a verb is part of what he says.
    """
    source = each.source
    if source is None or source.text.lower() not in _PRONOUNS:
        return False
    if not attitudes() & set(each.anchor.text.lower().split()):
        return False
    return any(
        0 <= source.start - span.start <= len("“that “") and span.holds(each.anchor)
        for other in found
        if other is not each and other.source is not None
        for span in other.content
    )
