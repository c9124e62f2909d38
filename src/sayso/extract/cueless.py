"""Quotations that no word introduces: a further piece of the statement beside them, or a statement without a cue.

What stands in quotation marks and is a whole utterance by itself belongs to whoever speaks right before it; where
nobody does, to the one whom the sentence beside it is about. Two who could be meant equally well leave it nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from .. import lexicon
from ..ledger import Attribution, Mention, Span
from ..ledger.quotation import CONTINUED, OUTSIDE, quoted
from .subjects import Rank, subjects

_OPENING, _CLOSING = "“\"‘'«‹„`", "”\"’'»›“"
_RUN = re.compile(rb"\x01+|\x02+|\x03+")
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_ENDED = re.compile(r"(?:[.!?…]|[—–-])[”\"’'»›“\s]*$")
_BEGUN = re.compile(r"(?:[.!?:…][”\"’'»›“)]*|^)\s*$")
_NEXT = re.compile(r"[.,]?(?:$|\s+(?:[^\w\s]*[^\Wa-z_]|[^\w\s]+$))")
_STOP = re.compile(r"[.!?…][”\"’'»›)]*(?=\s+[“\"‘'«(\[]*[^\Wa-z_])")
_LABEL = re.compile(r"\W*(?:[A-Z][A-Z.’'\-]+ ?){1,4}:")
_LAST = re.compile(r"[^\W_]+$")
_SMALL = frozenset("a an the of in on at to for and or but nor with by from as is it no not".split())
# What bears words without anybody's saying them just then.
_BEARERS = frozenset("""
    sign signs plaque banner banners placard placards slogan motto title headline headlines name names nickname label
    caption inscription graffiti poster posters shirt tattoo proverb adage song chorus anthem poem lyric lyrics verse
    sticker headstone gravestone epitaph monument board billboard logo password phrase term word titled entitled
    called dubbed named nicknamed
    """.split())
_REACH = 6  # words before a quotation among which a bearer tells what it is
_DIALOGUE = 240  # characters in a paragraph of a dialogue
# Of 60 such quotations of PolNeAR's train texts, which has no attributions without a cue, read by hand.
_CONFIDENCE = {Rank.SUBJECT: 0.75, Rank.SUBORDINATE: 0.6, Rank.OWNER: 0.65, Rank.BODY: 0.6}
_UNSURE = 0.5


def with_cueless(text: str, found: Sequence[Attribution], mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """The attributions, in text order, with what the quotations that none of them holds add to them."""
    page = _Page(text, found, mentions)
    for start, end in page.standing():
        page.settle(start, end)
    return tuple(sorted(page.found, key=lambda each: each.anchor))


class _Page:
    """A text with its quotations and the attributions so far, which grow as quotations are settled."""

    def __init__(self, text: str, found: Sequence[Attribution], mentions: Sequence[Mention]) -> None:
        self.text, self.found = text, list(found)
        self.mentions = sorted(mentions, key=lambda mention: mention.span)
        self.marks = quoted(text)
        self.runs = [run.span() for run in _RUN.finditer(self.marks)]
        self.lines = [line.span() for line in _LINE.finditer(text) if not line.group().isspace()]
        self.places = sorted((each.anchor.start, at) for at, each in enumerate(self.found))
        self.ends = {span.end: at for at, each in enumerate(self.found) for span in each.content}
        self.held = self._held()

    def _held(self) -> bytearray:
        """One byte a character: whether some attribution has it already.

        One whose cue lies in a quotation is part of what is said there and takes nothing of that quotation away.
        """
        held = bytearray(len(self.text))
        for each in self.found:
            at = bisect_right(self.runs, (each.anchor.start, len(self.text))) - 1
            around = self.runs[at] if at >= 0 and self.runs[at][1] > each.anchor.start and each.cue else (0, 0)
            for span in (each.cue, each.source, *each.content):
                if span is not None and not (around[0] <= span.start and span.end <= around[1]):
                    held[span.start : span.end] = b"\1" * (span.end - span.start)
        return held

    def standing(self) -> Iterator[tuple[int, int]]:
        """The quotations that are whole utterances by themselves and nobody's yet, in text order."""
        for start, end in self.runs:
            line = self._line(start)
            before, after = self.text[line[0] : start], self.text[end : line[1]]
            if any(self.held[start:end]) or not _is_utterance(self.text[start:end], after) or not _NEXT.match(after):
                continue
            if _BEGUN.search(before) and not _is_borne(before):
                yield start, end

    def settle(self, start: int, end: int) -> None:
        """Give the quotation `[start, end)` to a statement that is there, or make one of it, or leave it."""
        line = self._line(start)
        where = bisect_left(self.lines, line)
        earlier = self.lines[where - 1] if where else None
        if self.text[line[0] : start].strip():
            self._after(start, end, self._sentence_before(line[0], start))
        elif self.marks[start] == CONTINUED:
            self._more(self._ending(earlier), start, end)
        elif self.text[end : line[1]].strip(" ."):
            self._opening(start, end, earlier, self._sentence_after(end, line[1]))
        elif earlier is not None:
            self._alone(start, end, where)

    def _after(self, start: int, end: int, sentence: tuple[int, int]) -> None:
        """A quotation behind a sentence of its paragraph."""
        speaking = self._speaking(*sentence)
        if speaking is not None:
            self._more(speaking, start, end)
            return
        candidates = self._candidates(*sentence)
        is_pronoun = len(candidates) == 1 and candidates[0][0].text.casefold() in ("he", "she", "they", "his", "her")
        line = self._line(start)
        before = self._speaking(line[0], sentence[0]) if is_pronoun else None
        if before is not None and any(self.marks[span.start] for span in self.found[before].content):
            self._more(before, start, end)  # “A,” she said. She shut the file. “B.”
        else:
            self._new(start, end, candidates)

    def _opening(self, start: int, end: int, earlier: tuple[int, int] | None, sentence: tuple[int, int]) -> None:
        """A quotation that opens its paragraph and has a sentence behind it there."""
        if self._speaking(*sentence) is not None:
            return  # whoever speaks there says something else
        candidates = [each for each in self._candidates(*sentence) if each[1] <= Rank.OWNER]
        before = self._ending(earlier)
        if candidates or before is None:
            self._new(start, end, candidates)
        else:
            self._more(before, start, end)

    def _alone(self, start: int, end: int, where: int) -> None:
        """A quotation that is a paragraph: of whoever ends the one before, unless two are talking."""
        earlier = self.lines[where - 1]
        if where == 1 and self.text[earlier[1] - 1] not in ".!?…:”\"’'»":
            return  # under the headline
        before = self._ending(earlier)
        if before is not None:
            is_dialogue = self._is_dialogue(where, before)
            self._new(start, end, [], is_open=True) if is_dialogue else self._more(before, start, end)
            return
        sentence = self._sentence_before(*earlier)
        if self.marks[sentence[1] - 1] == OUTSIDE and self._speaking(*sentence) is None:
            found = self._subjects(*sentence)
            people = [each for each in found if each[1] in (Rank.SUBJECT, Rank.SUBORDINATE, Rank.OTHER)]
            is_led = any(each[1] <= Rank.OWNER for each in found)
            self._new(start, end, people if is_led else [])

    def _is_dialogue(self, where: int, speaking: int) -> bool:
        """True where two talk by turns in the paragraphs before, or the last speaker asked something."""
        earlier = self.lines[where - 1]
        each = self.found[speaking]
        asked = any(span.text.rstrip("”\"’'»").endswith("?") for span in each.content if span.start >= earlier[0])
        if each.source is None or earlier[1] - earlier[0] > _DIALOGUE:
            return each.source is None
        other = self._ending(self.lines[where - 2]) if where > 1 else None
        by_turns = other is not None and _name(self.found[other]) != _name(each)
        return asked or (by_turns and self.marks[earlier[0]] != OUTSIDE)

    def _new(self, start: int, end: int, candidates: Sequence[tuple[Span, Rank]], is_open: bool = False) -> None:
        if not candidates and not is_open:
            return
        content = (Span.of(self.text, start, end),)
        if len({span for span, _ in candidates}) != 1:
            self._add(Attribution(None, None, content, confidence=_UNSURE))
            return
        source, rank = candidates[0]
        known = next((at for at, each in enumerate(self.found) if each.cue is None and each.source == source), None)
        if known is not None:
            self._more(known, start, end)  # “A.” She rubbed her eyes. “B.”
        else:
            self._add(Attribution(None, source, content, confidence=_CONFIDENCE.get(rank, _UNSURE)))

    def _add(self, each: Attribution) -> None:
        self.found.append(each)
        insort(self.places, (each.anchor.start, len(self.found) - 1))
        self.ends[each.content[-1].end] = len(self.found) - 1

    def _more(self, which: int | None, start: int, end: int) -> None:
        if which is not None:
            each = self.found[which]
            self.found[which] = replace(each, content=tuple(sorted((*each.content, Span.of(self.text, start, end)))))
            self.ends[end] = which

    def _line(self, at: int) -> tuple[int, int]:
        return self.lines[bisect_right(self.lines, (at, len(self.text) + 1)) - 1]

    def _speaking(self, start: int, end: int) -> int | None:
        """The last outermost attribution with content whose cue, or else content, lies in the text [start, end)."""
        first, last = (bisect_left(self.places, (at, -1)) for at in (start, end))
        for _, at in reversed(self.places[first:last]):
            each = self.found[at]
            if each.content and each.cue and not self._is_nested(at, self.places[max(0, first - 3) : last]):
                return at
        return None

    def _is_nested(self, which: int, others: Sequence[tuple[int, int]]) -> bool:
        anchor = self.found[which].anchor
        return self.marks[anchor.start] != OUTSIDE or any(
            span.holds(anchor) for _, at in others if at != which for span in self.found[at].content
        )

    def _ending(self, line: tuple[int, int] | None) -> int | None:
        """The attribution with direct speech whose piece or cue ends the paragraph."""
        if line is None:
            return None
        end = line[0] + len(self.text[slice(*line)].rstrip())
        which = next((self.ends[at] for at in (end, end - 1) if at in self.ends), None)
        if which is None:
            which = self._speaking(*self._sentence_before(*line))
        is_direct = which is not None and any(self.marks[s.start] for s in self.found[which].content if s.end > line[0])
        return which if is_direct else None

    def _sentence_before(self, low: int, end: int) -> tuple[int, int]:
        """The last sentence of text[low:end]."""
        end = low + len(self.text[low:end].rstrip())
        return max((at for at in self._stops(low, end) if at < end), default=low), end

    def _sentence_after(self, start: int, high: int) -> tuple[int, int]:
        return start, min((at for at in self._stops(start, high) if at > start + 1), default=high)

    def _stops(self, low: int, high: int) -> Iterator[int]:
        """Where sentences outside quotation marks end."""
        for stop in _STOP.finditer(self.text, low, high):
            word = _LAST.search(self.text, low, stop.start())
            is_short = stop.group() == "." and word is not None and _is_short(word.group())
            if not is_short and (stop.end() >= len(self.marks) or self.marks[stop.end()] == OUTSIDE):
                yield stop.end()

    def _subjects(self, start: int, end: int) -> tuple[tuple[Span, Rank], ...]:
        first = bisect_left(self.mentions, start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, end, key=lambda mention: mention.span.start)
        found = subjects(self.text, start, end, self.mentions[first:last])
        return tuple(each for each in found if self.marks[each[0].start] == OUTSIDE)

    def _candidates(self, start: int, end: int) -> list[tuple[Span, Rank]]:
        """The best of the sentence: none, one, or several that are equally good."""
        found = self._subjects(start, end)
        best = min((rank for _, rank in found), default=Rank.OTHER_BODY)
        return [each for each in found if each[1] == best != Rank.OTHER_BODY]


def _is_utterance(piece: str, after: str) -> bool:
    """True for a quotation that begins and ends as a sentence does and is no title or name."""
    words = _WORD.findall(piece)
    if len(words) < 2 or not (words[0][0].isupper() or words[0][0].isdigit()) or _LABEL.match(piece):
        return False
    is_closed = piece[-1] in _CLOSING
    if not is_closed or not (_ENDED.search(piece) or after[:1] == "."):
        return False
    inner = piece.strip(_OPENING + _CLOSING + " .!?…")
    names = [word for word in words if word[0].isupper() or word in _SMALL]
    is_title = len(names) == len(words) and not re.search(r"[.!?,;]", inner)
    return not is_title


def _is_borne(before: str) -> bool:
    """True where the words before tell of a sign, a title, a name."""
    return any(word.casefold() in _BEARERS for word in _WORD.findall(before)[-_REACH:])


def _is_short(word: str) -> bool:
    return len(word) == 1 or f"{word}." in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(form for title in lexicon.honorifics() for form in title.forms if form.endswith("."))


def _name(each: Attribution) -> str:
    return each.source.text.casefold() if each.source else ""
