"""Silences where an answer was due: "did not return calls", "could not be reached for comment", "no comment yet from".

Few phrases say this, and nothing else is said by them, but they hold no word of saying and govern no content, so that
a network that asks for both passes many over. What is silent is a subject before the phrase ("Lee could not be
reached"), what "from" names behind it ("no comment from the bank"), or what was tried in vain ("calls to the mine were
not returned"). A phrase that the network has already keeps its source and is no less sure for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..ledger import Attribution, Mention, Span
from .boundaries import trimmed
from .nouns import is_verb
from .subjects import Rank, subjects

_ADVERB = r"(?:(?:\w+ly|also|yet|so\s+far|further|ever|even|then|again|at\s+first)\s+){0,2}"
_NOT = (
    rf"(?:(?:did|do|does|has|have|had|would|will|could)\s+{_ADVERB}(?:not|never)"
    r"|(?:did|do|does|has|have|had|would|could|wo)n[’']t)"
)
_BE_NOT = rf"(?:is|are|was|were|has\s+been|have\s+been)(?:\s+{_ADVERB}not|n[’']t)(?:\s+been)?"
_KIND = (
    r"(?:(?:immediate|immediately|further|any|additional|official|public|formal|substantive|other|more|written|"
    r"direct|all)\s+){0,3}"
)
_ASKED = (
    r"(?:(?:tele)?phone\s+calls?|calls?|messages?|voicemails?|e-?mails?|texts?(?:\s+messages?)?|letters?|faxes|queries|"
    r"inquir(?:y|ies)|enquir(?:y|ies)|requests?|questions?|invitations?)"
)
_FOR = (
    rf"\s+(?:(?:for|seeking|requesting|asking\s+for)\s+{_KIND}"
    r"(?:(?:a\s+)?comments?|an?\s+(?:interview|response|statement)|interviews?|response))"
)
_OBJECT = rf"(?:(?!and\b|but\b)[\w’'/-]+,?\s+){{0,6}}?{_ASKED}(?:,?\s+(?:and|or)\s+(?:[\w’'-]+\s+){{0,3}}?{_ASKED})*"
_ANSWER = r"(?:comments?|repl(?:y|ies)|response|answer)"
# What follows the one who is silent. A group "about" says that what was not commented on may stand behind.
_PREDICATE = re.compile(
    rf"""\b(?:
      {_NOT}\s+{_ADVERB}(?:
          return(?:ed)?\s+{_OBJECT}(?:{_FOR})?
        | (?:respond(?:ed)?|repl(?:y|ied))\s+{_ADVERB}to\s+{_OBJECT}{_FOR}
        | (?:answer(?:ed)?|acknowledged?)\s+{_OBJECT}{_FOR}
        | (?:respond|reply)\s+to\s+(?:(?:a|an|any|several|repeated|multiple|numerous|two|three|our|the)\s+){{0,2}}
            (?:requests?|inquir(?:y|ies)|enquir(?:y|ies)|queries|e-?mails?|(?:text\s+)?messages?|(?:phone\s+)?calls?)(?=\s*[,.;]|\s+on\s+\w+day|\s+(?:from|by|left|sent)\s)
        | (?:provide|offer|give|issue|make)d?\s+(?:an?\s+)?{_KIND}{_ANSWER}(?:\s+yet)?
        | have\s+(?:an?\s+)?{_KIND}comment(?:\s+yet)?
        | comment(?:ed)?(?:\s+(?:further|immediately|publicly|yet))?(?P<about1>\s+(?:on|about))?(?=\W|\s)
      )
    | (?:has|have|had|is|are)\s+yet\s+to\s+{_ADVERB}(?:
          comment(?P<about2>\s+on)? | respond\s+to\s+{_OBJECT}(?:{_FOR})? | issue\s+an?\s+{_KIND}{_ANSWER}
      )
    | (?:could|can)\s*(?:not|n[’']t)\s+{_ADVERB}be\s+{_ADVERB}(?:reached|contacted|located){_FOR}
    | (?:could|can)\s*(?:not|n[’']t)\s+{_ADVERB}be\s+{_ADVERB}reached\s+by\s+(?:tele)?(?:phone|e-?mail)
    | (?:could|can)\s*(?:not|n[’']t)\s+(?:immediately\s+be|be\s+immediately)\s+(?:reached|contacted)
    | {_BE_NOT}\s+{_ADVERB}(?:available|reachable)(?:\s+\w+day)?(?:{_FOR}|\s+to\s+comment)
    | (?:is|are|was|were|remained|stayed)\s+{_ADVERB}un(?:available|reachable)(?:{_FOR}|\s+to\s+comment)
    | (?P<alone>remain(?:s|ed)\s+{_ADVERB}un(?:available|reachable)(?=\s*[,.;]))
    | (?:would|will)\s+not\s+be\s+drawn(?P<about5>\s+(?:on|about|into))?\b
    | (?:declin(?:ed|es|ing)|refus(?:ed|es|ing))\s+{_KIND}comment(?P<about3>\s+(?:on|about))?\b
    | (?:had|has|have|offered|made|gave|provided|issued)\s+no\s+{_KIND}{_ANSWER}(?:\s+yet)?
          (?P<about4>\s+(?:on|about))?\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMED = r"(?P<who>[^\s,;:.!?“”\"()](?:[^,;:!?“”\"()\r\n.]|\.(?=\w|\s[A-Z]\w+\s[a-z])){1,90}?)"
# "No comment was immediately available from the bank", "there was no reply yet from the army"
_FROM = re.compile(
    rf"(?P<cue>\bno\s+{_KIND}(?:comment|reply|response)(?:\s+yet)?(?:\s+(?:was|has been|is|had been)"
    rf"\s+{_ADVERB}(?:available|forthcoming|given|received|made|issued))?\s+{_ADVERB}(?:from|by))\s+{_NAMED}"
    r"(?=[.,;!]|\s+(?:on|about|to|in|as|after|when|at|since|regarding|concerning)\s|[\r\n]|$)",
    re.IGNORECASE,
)
# "Calls to the mayor’s office were not immediately returned", "attempts to reach the owner failed"
_TRIED = re.compile(
    rf"(?:\b{_ASKED}(?:{_FOR})?\s+(?:(?:sent|made|placed|left|e-?mailed|addressed|put)\s+)?(?:to|with|for|at|from)"
    rf"|\b(?:attempts?|efforts?)\s+to\s+(?:reach|contact|get hold of))\s+{_NAMED}\s+"
    rf"(?P<cue>{_BE_NOT}\s+{_ADVERB}(?:returned|answered|successful)|(?:went|were|was|go|have gone)\s+{_ADVERB}"
    r"(?:unanswered|unreturned|unsuccessful)|(?:failed|proved\s+(?:unsuccessful|fruitless|in vain))(?=\s*[.,;]))",
    re.IGNORECASE,
)
# Letters without which none of the patterns can match, looked for first.
_NEEDED = re.compile(
    r"comment|respon|drawn|repl(?:y|ied)|return|answer|reach|contact|available|interview|successful", re.IGNORECASE
)
_UNREAL = re.compile(r"\b(?:if|unless|whether|why|because|should|in case)\s+$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[“\"‘(]*[A-Z])|[\r\n]+")
_ABOUT_END = re.compile(
    r"[.!?](?=\s|[”\"’']|$)|[;:\r\n“”\"–—]|,|\s+(?:when|after|before|because|until|while|and|but|citing)\s|$"
)
_BEHIND_NAME = re.compile(r"[,\s]*(?:(?:who|which|that|and|but|also|so)\s+)*(?:\w+ly\s+)?", re.IGNORECASE)
_SUBJECTS = (Rank.SUBJECT, Rank.SUBORDINATE, Rank.BODY)
_LONGEST = 400  # characters of a sentence before the phrase that are looked at
_TO = 12  # characters of "request to", "calls to" before the one who does not answer
_WORDS = 14  # in a subject that is taken as it stands
_CONFIDENCE = 0.9  # by hand: of 41 of these that readers judged, 37 were a silence and one more a statement


def with_silences(text: str, found: Sequence[Attribution], mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """The attributions with the silences that they lack, and those that they have as the phrase is."""
    if not _NEEDED.search(text):
        return tuple(found)
    out = list(found)
    for cue, source, content in _silences(text, mentions):
        if any(span.start <= cue.start and cue.end <= span.end for each in out for span in each.content):
            continue  # somebody says that there was a silence
        met = [each for each in out if each.cue is not None and each.cue.overlaps(cue)]
        known = max(met, key=lambda each: each.cue.end - each.cue.start if each.cue else 0, default=None)
        source = known.source if known is not None and known.source is not None else source
        if source is None:
            continue
        begin = max(0, min(cue.start, source.start - _TO if source.start < cue.start else cue.start))
        within = (*content, Span.of(text, begin, cue.end))
        out = [each for each in out if each not in met and not _is_within(each, within)]
        out.append(_as_found(known, cue, source, content))
    return tuple(sorted(out, key=lambda each: each.anchor))


def _as_found(known: Attribution | None, cue: Span, source: Span, content: tuple[Span, ...]) -> Attribution:
    acts = (("decline_comment", 0.95), ("state", 0.05))
    if known is None:
        return Attribution(cue, source, content, acts=acts, confidence=_CONFIDENCE)
    kept = tuple(span for span in known.content if not span.overlaps(cue) and not span.overlaps(source))
    sure = max(_CONFIDENCE, known.confidence)
    return replace(known, cue=cue, source=source, content=content or kept, acts=acts, confidence=sure)


def _is_within(each: Attribution, places: Sequence[Span]) -> bool:
    """True for what was made of a noun in the phrase: "questions" in "did not answer questions", "Calls to"."""
    return each.cue is not None and any(span.overlaps(each.cue) for span in places) and each.source is None


def _silences(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Span, Span | None, tuple[Span, ...]]]:
    """Each phrase as a cue, who is silent if that can be told, and on what."""
    for match in _PREDICATE.finditer(text):
        end = match.end()
        content: tuple[Span, ...] = ()
        about = next((name for name in ("about1", "about2", "about3", "about4", "about5") if match[name]), None)
        if about is not None:
            stop = _ABOUT_END.search(text, end)
            told = trimmed(text, end, stop.start() if stop else len(text))
            content = (told,) if told is not None else ()
        source = _subject(text, (match.start(), end), mentions, is_person=match["alone"] is not None)
        yield Span.of(text, match.start(), end), source, content
    for pattern in (_FROM, _TRIED):
        for match in pattern.finditer(text):
            yield Span.of(text, *match.span("cue")), Span.of(text, *match.span("who")), ()


def _subject(text: str, phrase: tuple[int, int], mentions: Sequence[Mention], is_person: bool) -> Span | None:
    """Whoever stands right before the phrase or its "who", else its nearest subject, or the words as they stand."""
    at, end = phrase
    begin = max([0, at - _LONGEST, *(each.end() for each in _SENTENCE.finditer(text, max(0, at - _LONGEST), at))])
    near = [mention for mention in mentions if begin <= mention.span.start < at]
    found = [(span, rank) for span, rank in subjects(text, begin, end, near) if span.end <= at]
    beside = [span for span, _ in found if _BEHIND_NAME.fullmatch(text, span.end, at)]
    fit = beside[-1:] or _owned(text, begin, at) or [span for span, rank in found if rank in _SUBJECTS][-1:]
    if is_person and not any(span == fit[0] and rank is Rank.SUBJECT for span, rank in found if fit):
        return None
    whole = fit[0] if fit else _as_it_stands(text, begin, at) or _relative(text, at)
    return None if whole is None or _UNREAL.search(text, begin, whole.start) else whole


_OWNED = re.compile(
    r"(?:^|[,;]\s+|\b(?:and|but|while|\w*day)\s+)(?P<who>(?:his|her|its|their)\s+(?:[a-z-]+\s+){0,2}?[a-z-]+)\s+$"
)


def _owned(text: str, begin: int, at: int) -> list[Span]:
    """ "on Monday her office": a subject by its place, whatever it is."""
    found = _OWNED.search(text[begin:at])
    is_plain = found is not None and not any(map(is_verb, found["who"].split()))
    return [Span.of(text, begin + found.start("who"), begin + found.end("who"))] if found and is_plain else []


def _as_it_stands(text: str, begin: int, at: int) -> Span | None:
    """The words from the beginning of the sentence, where no mark and no verb is among them."""
    span = trimmed(text, begin, at)
    if span is None or not span.text[0].isupper() or re.search(r"[,;:.!?()“”\"–—]", span.text):
        return None
    words = span.text.split()
    plain = len(words) <= _WORDS and not any(is_verb(word) for word in words)
    is_nobody = words[0].lower() in ("it", "this", "that", "there", "these", "those", "i", "we", "you")
    return span if plain and not is_nobody else None


_WHO = re.compile(r"\b(?:who|which|that)(?=\s+$)")


def _relative(text: str, at: int) -> Span | None:
    """The pronoun right before the phrase, where what it stands for is no name and no noun for people or bodies."""
    found = _WHO.search(text, max(0, at - len("which ")), at)
    return Span.of(text, *found.span()) if found else None
