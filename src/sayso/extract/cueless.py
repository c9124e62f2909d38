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
from .utterances import CLOSING, WORD, is_utterance, stands

_RUN = re.compile(rb"\x01+|\x02+|\x03+")
_LINE = re.compile(r"[^\r\n]+")
_STOP = re.compile(r"[.!?…][”\"’'»›)]*(?=\s+[“\"‘'«(\[]*[^\Wa-z_])")
_LAST = re.compile(r"[^\W_]+$")
_LONGEST = 600  # characters of a sentence
_BESIDE = 100  # characters beside a quotation that tell whether it stands by itself
_CROSSHEAD = 5  # words in a paragraph that is rather a heading within the text
_DIALOGUE = 240  # characters in a paragraph of a dialogue
# Where PolNeAR's annotators left such a quotation to nobody (train and dev), which is all there is to count on, the
# source is right in 5 of 6, and further pieces are in 48 of 49. Ranks that occur too rarely to count are set below.
_CONFIDENCE = {Rank.SUBJECT: 0.65, Rank.OWNER: 0.6, Rank.SUBORDINATE: 0.55, Rank.BODY: 0.5, Rank.OTHER: 0.5}
_UNSURE = 0.4


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
        outer = [at for at, each in enumerate(self.found) if self.marks[each.anchor.start] == OUTSIDE or not each.cue]
        self.ends = {span.end: at for at in outer for span in self.found[at].content}
        self.of: dict[Span, int] = {}  # the source of an attribution without a cue → which it is
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
            before = self.text[max(line[0], start - _BESIDE) : start]
            after = self.text[end : min(line[1], end + _BESIDE)]
            is_open = self.text[end - 1] not in CLOSING
            ends = after[:1] == "." or (is_open and (self._goes_on(end) or self._stays_open(start, end)))
            is_free = 1 not in self.held[start:end]
            if is_free and stands(before, after) and is_utterance(self.text[start:end], ends):
                yield start, end

    def _goes_on(self, end: int) -> bool:
        """True for a quotation left open because the next paragraph goes on with it."""
        at = bisect_left(self.runs, (end, end))
        return at < len(self.runs) and self.marks[self.runs[at][0]] == CONTINUED

    def _stays_open(self, start: int, end: int) -> bool:
        """True for the last paragraph of a long quotation whose closing mark was forgotten."""
        return self.marks[start] == CONTINUED and self.text[end - 1] in ".!?" and self._line(start)[1] <= end + 1

    def settle(self, start: int, end: int) -> None:
        """Give the quotation `[start, end)` to a statement that is there, or make one of it, or leave it."""
        line = self._line(start)
        where = bisect_left(self.lines, line)
        earlier = self.lines[where - 1] if where else None
        if self.text[max(line[0], start - _BESIDE) : start].strip():
            self._after(start, end, self._sentence_before(line[0], start))
        elif self.marks[start] == CONTINUED:
            self._more(self._ending(earlier), start, end)
        elif self.text[end : min(line[1], end + _BESIDE)].strip(" ."):
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
        candidates = [each for each in self._candidates(*sentence) if each[1] in (Rank.SUBJECT, Rank.OWNER)]
        before = None if self._is_closed(earlier) else self._ending(earlier)
        if candidates or before is None:
            self._new(start, end, candidates)
        else:
            self._more(before, start, end)

    def _alone(self, start: int, end: int, where: int) -> None:
        """A quotation that is a paragraph: of whoever ends the one before, unless two are talking."""
        earlier = self.lines[where - 1]
        is_headed = where == 1 and self.text[earlier[1] - 1] not in ".!?…:”\"’'»"
        is_short = len(WORD.findall(self.text, start, end)) <= _CROSSHEAD and not self._goes_on(end)
        if is_headed or is_short:
            return
        before = self._ending(earlier)
        if before is not None:
            if self._is_closed(earlier) or self._is_dialogue(where, before):
                # one that opens a row of them is as likely an extract from a text as an answer
                self._new(start, end, [], is_open=not self._goes_on(end))
            else:
                self._more(before, start, end)
            return
        sentence = self._sentence_before(*earlier)
        if (
            self.text[earlier[0] : earlier[1]].rstrip().endswith(":")
            and (leading := self._speaking(*sentence)) is not None
        ):
            self._more(leading, start, end)
        elif self.marks[sentence[1] - 1] == OUTSIDE and self._speaking(*sentence) is None:
            found = self._subjects(*sentence)
            people = [each for each in found if each[1] in (Rank.SUBJECT, Rank.SUBORDINATE, Rank.OTHER)]
            is_led = any(each[1] <= Rank.OWNER for each in found)
            self._new(start, end, people if is_led else [])

    def _is_closed(self, line: tuple[int, int] | None) -> bool:
        """True where a quotation ends the paragraph: one that went on would be left open, so another may speak next."""
        return line is not None and self.marks[line[0] + len(self.text[slice(*line)].rstrip()) - 1] != OUTSIDE

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
        if source in self.of:
            self._more(self.of[source], start, end)  # “A.” She rubbed her eyes. “B.”
        else:
            self.of[source] = len(self.found)
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
        """Who speaks in the text [start, end): the last outermost attribution with its cue there, direct speech first.

        One that has no content yet counts only where a colon tells that it comes.
        """
        leads = end > start and self.text[end - 1] == ":"
        first, last = (bisect_left(self.places, (at, -1)) for at in (start, end))
        near = self.places[max(0, first - 3) : last]
        found = [at for _, at in self.places[first:last] if self.found[at].cue and (self.found[at].content or leads)]
        outer = [at for at in found if not self._is_nested(at, near)]
        direct = [
            at for at in outer if any(start <= span.start and self.marks[span.start] for span in self.found[at].content)
        ]
        return max(direct or outer, key=lambda at: self.found[at].anchor, default=None)

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
        if self.marks[end - 1] == OUTSIDE and self.text[end - 1] not in ".!?…:":
            return None  # a signature, a caption
        which = next((self.ends[at] for at in (end, end - 1) if at in self.ends), None)
        if which is None:
            which = self._speaking(*self._sentence_before(*line))
        is_direct = which is not None and any(self.marks[s.start] for s in self.found[which].content if s.end > line[0])
        return which if is_direct else None

    def _sentence_before(self, low: int, end: int) -> tuple[int, int]:
        """The last sentence of text[low:end]."""
        low = max(low, end - _LONGEST)
        end = low + len(self.text[low:end].rstrip())
        return max((at for at in self._stops(low, end) if at < end), default=low), end

    def _sentence_after(self, start: int, high: int) -> tuple[int, int]:
        return start, next((at for at in self._stops(start, high) if at > start + 1), high)

    def _stops(self, low: int, high: int) -> Iterator[int]:
        """Where sentences outside quotation marks end."""
        for stop in _STOP.finditer(self.text, low, high):
            word = _LAST.search(self.text, max(low, stop.start() - 12), stop.start())
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
        labels = [each for each in found if self.text[each[0].end : end] == ":"]
        if labels:
            return labels  # "… – Anna Lind:"
        best = min((rank for _, rank in found), default=Rank.OTHER_BODY)
        return [each for each in found if each[1] == best != Rank.OTHER_BODY]


def _is_short(word: str) -> bool:
    return len(word) == 1 or f"{word}." in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(form for title in lexicon.honorifics() for form in title.forms if form.endswith("."))


def _name(each: Attribution) -> str:
    return each.source.text.casefold() if each.source else ""
