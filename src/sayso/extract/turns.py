"""Turns of a transcript or an interview: each paragraph behind a speaker's label is a statement, the label its source.

A network that asks for words of saying finds the longer answers of a dialogue and passes over "Yes.", "In the harbour."
and many a question. That a text is a dialogue is seen over all of it: marks that nothing else has ("((Ann Lee))", "Q:"
with "A:"), or names that come back before a colon, two or more of them, with somebody asking or saying "I" and "you"
behind them. A label that stands once ("Photos:", "Venue:") makes no dialogue; the network is left to tell of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..ledger import Attribution, Span
from .boundaries import content_span
from .cuewords import is_attitude

_LINE = re.compile(r"[^\r\n]+")
_BRACKETED = re.compile(r"[ \t]*\(\((?P<label>[A-ZÀ-Þ][^()\r\n]{0,40})(?P<cue>\)\))[ \t]*(?P<colon>:)?[ \t]*(?=\S)")
_ASKER = "Q|Question|QUESTION|Interviewer|INTERVIEWER|Reporter|REPORTER|Moderator|MODERATOR|Host|HOST|Journalist"
_ANSWERER = "A|Answer|ANSWER"
_CLOSED = re.compile(rf"[ \t]*(?P<label>{_ASKER}|{_ANSWERER})(?P<cue>:|(?<=\b[QA])\.)[ \t]+(?=\S)")
_WORD = r"(?:[A-ZÀ-Þ][\w’'.-]*)"
_NAMED = re.compile(
    rf"[ \t]*(?P<label>{_WORD}(?:[ \t]+(?:(?:of|the|for|and|de|van|von|bin|al|el)[ \t]+)?{_WORD}){{0,4}}"
    r"(?:,?[ \t]*\([^()\r\n]{1,50}\))?)(?P<cue>:)[ \t]+(?=\S)"
)
# Labels of a kind of piece, of a list or of another page, which nobody bears.
_NOBODY = re.compile(
    r"(?:photos?|pictures?|images?|video|watch|listen|breaking|live|updated?|exclusive|opinion|analysis|editorial|comment|"
    r"review|explainer|factbox|profile|timeline|obituary|letters?|related|also read|read (?:more|also)|see also|more|"
    r"note|venue|when|where|who|what|why|how|price|cost|tickets?|contact|tel|phone|e-?mail|date|time|place|"
    r"address|website|editor[’']s note|correction|caption|credit|file|tags?|topics?|share)",
    re.IGNORECASE,
)
# Words of those who speak to each other.
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us)\b|\?[”\"’']?\s*$")
_ENDED = re.compile(r"[.!?…][”\"’')\]]*\s*$")
_LEAST = 4  # turns behind names that make a dialogue; marks of their own need two
_SPEAKING = 0.4  # the share of them in which somebody asks or says "I" or "you"
_ON = 6  # paragraphs that a turn may go on for
_OWN = frozenset(["i", "we", "you", "me", "my", "our"])
_CONFIDENCE = 0.93  # by hand: of 1,425 labels before a colon or in brackets that readers judged, 31 led no statement


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label, the mark behind it, and the paragraphs that follow, the rest of its own first."""

    label: Span
    cue: Span
    parts: tuple[tuple[int, int], ...]
    next_at: int  # where the next label begins, or the text ends

    @property
    def end(self) -> int:
        return self.parts[-1][1]


def with_turns(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in text order, with one for each turn, and with no content that runs into another's turn."""
    found = tuple(each for each in found if not _is_headed(text, each))
    turns = _dialogue(text, found)
    if not turns:
        return found
    out: list[Attribution] = []
    led: dict[int, Attribution] = {}
    starts = [turn.label.start for turn in turns]
    for each in found:
        at = bisect_right(starts, each.anchor.start) - 1
        if at >= 0 and _leads(turns[at], each):
            led[at] = max(led.get(at, each), each, key=lambda one: one.confidence)
        elif (kept := _within(text, each, turns, starts)) is not None:
            out.append(kept)
    for at, turn in enumerate(turns):
        content = tuple(span for part in turn.parts if (span := content_span(text, *part)) is not None)
        known = led.get(at) or Attribution(turn.cue, turn.label, content, acts=_acts(text, turn), confidence=0.0)
        content += tuple(span for span in known.content if turn.end < span.start and span.end <= turn.next_at)
        if content:
            sure = max(_CONFIDENCE, known.confidence)
            out.append(replace(known, cue=turn.cue, source=turn.label, content=content, confidence=sure))
    return tuple(sorted(out, key=lambda each: each.anchor))


def _is_headed(text: str, each: Attribution) -> bool:
    """True for "Opinion:", "Photos:" at the head of a line, taken for a speaker."""
    if each.cue is None or each.cue.text != ":" or each.source is None or _NOBODY.fullmatch(each.source.text) is None:
        return False
    return each.source.start == 0 or text[each.source.start - 1] in "\r\n"


def _acts(text: str, turn: _Turn) -> tuple[tuple[str, float], ...]:
    """What a turn that the network passed over does, as far as its first and last words tell."""
    words = text[slice(*turn.parts[0])]
    if words.rstrip("”\"’' ").endswith("?"):
        return (("ask", 0.95), ("state", 0.05))
    answer = _ANSWER.match(words)
    if answer is None:
        return (("state", 0.8), ("assess", 0.2))
    return (("deny" if answer["no"] else "acknowledge", 0.8), ("state", 0.2))


_ANSWER = re.compile(r"(?:(?P<no>No|Never|Nope)|Yes|Yeah|Yep|Correct|Exactly|Certainly|Of course)\b", re.IGNORECASE)


def _leads(turn: _Turn, each: Attribution) -> bool:
    """True for what the network made of the label and its mark."""
    return each.cue is not None and turn.label.start <= each.cue.start and each.cue.end <= turn.parts[0][0]


def _within(text: str, each: Attribution, turns: Sequence[_Turn], starts: Sequence[int]) -> Attribution | None:
    """`each` without what lies in a turn that its cue is not in; None for the speaker's own "I think" in front."""
    own = next(_meeting(each.anchor, turns, starts), None)
    if own is not None and _opens(text, each, own):
        return None
    kept = tuple(span for span in each.content if all(turn is own for turn in _meeting(span, turns, starts)))
    if len(kept) == len(each.content):
        return each
    return replace(each, content=kept) if kept else None


def _meeting(span: Span, turns: Sequence[_Turn], starts: Sequence[int]) -> Iterator[_Turn]:
    """The turns that share a character with a span; `starts` has where each begins."""
    for at in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
        if span.start < turns[at].end:
            yield turns[at]


# What a turn may open with before "I think".
_FILLER = re.compile(r"(?:(?:well|so|yes|yeah|no|and|but|oh|um|uh|now|look)\b[,.\s]*)*", re.IGNORECASE)


def _opens(text: str, each: Attribution, turn: _Turn) -> bool:
    """True for "I think" or a statement without a cue that is the turn itself."""
    if each.cue is None:
        return any(turn.parts[0][0] <= span.start < turn.end for span in each.content)
    if each.source is None or each.source.text.lower() not in _OWN or not is_attitude(each.cue.text):
        return False
    return _FILLER.fullmatch(text, turn.parts[0][0], each.source.start) is not None


def _dialogue(text: str, found: Sequence[Attribution]) -> list[_Turn]:
    """The turns of a text that is or holds a dialogue; none for any other."""
    lines = [line.span() for line in _LINE.finditer(text) if not line.group().isspace()]
    heads = list(_heads(text, lines))
    if not heads:
        return []
    out: list[_Turn] = []
    anchors = [each.anchor.start for each in found]
    for number, (at, match) in enumerate(heads):
        label = Span.of(text, *match.span("label"))
        cue = Span.of(text, *match.span("colon" if match.groupdict().get("colon") else "cue"))
        following = heads[number + 1][0] if number + 1 < len(heads) else at + 1
        more = lines[at + 1 : following]
        there = slice(bisect_left(anchors, lines[at][1]), bisect_left(anchors, more[-1][1])) if more else slice(0)
        goes_on = len(heads) >= _LEAST and _goes_on(text, more, found[there])
        parts = [(match.end(), lines[at][1]), *(more if goes_on else ())]
        next_at = lines[following][0] if number + 1 < len(heads) else len(text)
        out.append(_Turn(label, cue, tuple(parts), next_at))
    return out


def _goes_on(text: str, more: Sequence[tuple[int, int]], found: Sequence[Attribution]) -> bool:
    """True where the paragraphs up to the next label are the speaker's: whole sentences, nobody else's words."""
    if len(more) > _ON or not all(_ENDED.search(text, start, end) for start, end in more):
        return False
    if any(text[start] in '([“"‘«' for start, _ in more):
        return False
    others = (each for each in found if each.source is None or each.source.text.lower() not in _OWN)
    return not any(start <= each.anchor.start < end for each in others for start, end in more)


def _heads(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines that a speaker's label opens, by number, each with the match of its label."""
    marked = [(at, m) for at, line in enumerate(lines) if (m := _BRACKETED.match(text, *line)) is not None]
    closed = [(at, m) for at, line in enumerate(lines) if (m := _CLOSED.match(text, *line)) is not None]
    named = [(at, m) for at, line in enumerate(lines[1:], 1) if (m := _named(text, line)) is not None]
    taken = {at for at, _ in closed}
    named = [(at, m) for at, m in named if at not in taken]
    heads = marked if len(marked) > 1 else []
    if len(closed) > 1 and (len({m["label"] for _, m in closed}) > 1 or named):
        heads = heads + closed
    if heads or _is_dialogue(text, lines, named):
        often = Counter(m["label"] for _, m in named)
        low, high = (min(at for at, _ in heads), max(at for at, _ in heads)) if heads else (0, len(lines))
        # beside labels of their own kind a name needs to stand among them, else to come back
        heads = heads + [(at, m) for at, m in named if often[m["label"]] > 1 or (heads and low <= at <= high + 1)]
    yield from sorted(heads, key=lambda head: head[0])


def _named(text: str, line: tuple[int, int]) -> re.Match[str] | None:
    found = _NAMED.match(text, *line)
    return None if found is None or _NOBODY.fullmatch(found["label"]) else found


def _is_dialogue(text: str, lines: Sequence[tuple[int, int]], named: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """True where names come back before a colon and their bearers speak to each other."""
    often = Counter(m["label"] for _, m in named)
    turns = [(at, m) for at, m in named if often[m["label"]] > 1]
    if len(turns) < _LEAST or len({m["label"] for _, m in turns}) < 2:
        return False
    speaking = sum(_SPOKEN.search(text, m.end(), lines[at][1]) is not None for at, m in turns)
    whole = sum(_ENDED.search(text, m.end(), lines[at][1]) is not None for at, m in turns)
    return speaking >= _SPEAKING * len(turns) and 2 * whole >= len(turns)
