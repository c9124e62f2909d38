"""Sentences that only set the stage: "The premier faced the press in Oslo." dates and places what is said around it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ... import lexicon
from ...ledger import Actor, Span, Statement, Timex
from ..times.sentences import sentence
from .carried import is_open
from .phrases import Word, core, phrases, words_of
from .setting import Places, occasion_in, whole
from .tables import PREPOSITIONS

_PARAGRAPH = re.compile(r"[^\r\n]+")
# What brings somebody before those whom he speaks to, without telling what he says.
_APPEARS = re.compile(
    r"\b(?:(?:is|are|was|were)\s+(?:speaking|talking|testifying|appearing|briefing|addressing|answering questions|"
    r"taking questions)|spoke|speaks|address(?:es|ed)|faces|faced|appear(?:s|ed)|testif(?:ies|ied)|"
    r"(?:takes|took|answers|answered)\s+questions|rose|rises|takes the floor|took the floor|"
    r"(?:holds|held|gives|gave)(?=\s+(?:a|an|his|her|its|their)\s))\b"
)
_UNDER_WAY = re.compile(
    r"\s(?:is|are|was|were)\s+(?:now\s+)?(?:under\s?way|starting|beginning)\b|\s(?:has|have|had)\s+(?:begun|started|opened)\b"
    r"|\s(?:begins|opens|starts|began|started|gets under way|got under way)\b"
)
# Behind a saying: "Her remarks came during …", "He was speaking at …", "The minister was reporting to …".
_REMARKS = re.compile(
    r"[\"“‘]?(?:(?P<who>[^.!?\n]{1,60}?)[’']s?|(?:The|His|Her|Their|These|Those))\s+(?:\w+\s+)?(?P<noun>[a-z]+)\s+"
    r"(?:came|(?:was|were)\s+(?:made|delivered|issued|published|given))\s+"
)
_WAS_SPEAKING = re.compile(
    r"(?P<who>[^.!?,\n]{1,60}?)\s+(?:was|were)\s+(?:speaking|talking|testifying|reporting|"
    r"answering questions|writing)\s+"
)
_MADE = re.compile(r"(?P<who>[^.!?,\n]{1,60}?)\s+made\s+(?:the|his|her|their)\s+(?P<noun>[a-z]+)\s+")
# A word that each of the three has.
_TOLD = re.compile(r"\b(?:came|was|were|made)\s")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_REACH = 4  # paragraphs that "He was speaking at …" reaches back over, set by hand


def staged(
    text: str, statements: Sequence[Statement], actors: Sequence[Actor], times: Sequence[Timex]
) -> tuple[Statement, ...]:
    """The statements, each without a setting with the one that a sentence before or behind it sets for it."""
    stage = _Stage(text, statements, actors, times)
    return tuple(stage.placed(each) for each in statements)


class _Stage:
    """One text with its paragraphs and whoever is named where."""

    def __init__(
        self, text: str, statements: Sequence[Statement], actors: Sequence[Actor], times: Sequence[Timex]
    ) -> None:
        self.text, self.statements, self.times = text, statements, times
        self.paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        # an actor's id is a hash of what it is: made once for each
        known = [(actor.id, actor) for actor in actors]
        self.named = sorted((span.start, actor_id) for actor_id, actor in known for _, span in actor.mentions)
        self.is_told = bytearray(len(text))  # 1 where a cue or a content stands
        for each in statements:
            for span in filter(None, (each.cue, *each.content)):
                self.is_told[span.start : span.end] = b"\x01" * (span.end - span.start)
        self.sentences = {start: tuple(self._sentences(start, end)) for start, end in self.paragraphs}
        self.before: dict[tuple[int, int], tuple[tuple[int, frozenset[str] | None, Span], ...]] = {}
        self.behind = tuple(self._behind())

    def placed(self, each: Statement) -> Statement:
        if each.setting is not None or each.negated or each.cue is None:
            return each
        for end, who, setting in reversed(self._stages(self.paragraphs[self._paragraph(each.cue.start)])):
            if is_open(each) and end <= each.cue.start and (who is None or each.actor_id in who or each.act == "ask"):
                return replace(each, setting=setting)
        for start, who_id, setting in self.behind:
            first = self.paragraphs[max(0, self._paragraph(start) - _REACH)][0]
            if first <= each.cue.start < start and each.actor_id == who_id:
                return replace(each, setting=setting)
        return each

    def _paragraph(self, at: int) -> int:
        return bisect_right(self.paragraphs, (at, len(self.text))) - 1

    def _sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        while at < end:
            _, last = sentence(self.text, Span.of(self.text, at, at + 1))
            yield at, min(last, end)
            at = max(last, at + 1)
            while at < end and not self.text[at].isalnum():
                at += 1

    def _stages(self, paragraph: tuple[int, int]) -> tuple[tuple[int, frozenset[str] | None, Span], ...]:
        """Those of a paragraph, looked for when first asked for: most paragraphs have nothing that wants them."""
        if paragraph not in self.before:
            self.before[paragraph] = tuple(self._before(*paragraph))
        return self.before[paragraph]

    def _before(self, start: int, end: int) -> Iterator[tuple[int, frozenset[str] | None, Span]]:
        """The stages of a paragraph: where each ends, whose it is (None: anybody's), the setting."""
        for first, last in self.sentences[start]:
            if 1 in self.is_told[first:last]:
                continue
            setting = self._under_way(first, last)
            if setting is not None:
                yield last, None, setting
            setting = self._appears(first, last)
            if setting is not None:
                yield last, self._who(first, last), setting
            setting = self._front(first, last)
            if setting is not None:
                yield last, self._next_speaker(last, end), setting

    def _who(self, first: int, last: int) -> frozenset[str]:
        return frozenset(self._among(first, last))

    def _among(self, first: int, last: int) -> list[str]:
        """The actors named in `[first, last)`, in their order."""
        low, high = (bisect_left(self.named, (at, "")) for at in (first, last))
        return [actor_id for _, actor_id in self.named[low:high]]

    def _next_speaker(self, after: int, end: int) -> frozenset[str]:
        later = [(each.cue.start, each.actor_id) for each in self.statements if each.cue and each.cue.start >= after]
        start, who = min(later, default=(end, None), key=lambda row: row[0])
        return frozenset({who}) if who and start < end else frozenset()

    def _under_way(self, first: int, last: int) -> Span | None:
        match = _UNDER_WAY.search(self.text, first, last)
        if match is None:
            return None
        parts = phrases(self.text, (first, match.start()), self.times)
        is_it = len(parts) == 1 and not parts[0].preposition and occasion_in(core(parts[0].words)) == "occasion"
        return whole(self.text, parts, 0) if is_it else None

    def _appears(self, first: int, last: int) -> Span | None:
        match = _APPEARS.search(self.text, first, last)
        if match is None:
            return None
        parts = phrases(self.text, (match.end(), last), self.times)
        place = Places(self.text, ())
        for at, part in enumerate(parts):
            words = core(part.words)
            if not part.preposition and part.kind == "plain" and at == 0 and occasion_in(words) == "occasion":
                return whole(self.text, parts, at)
            if part.preposition and (
                occasion_in(words, part.preposition) or place.is_place(parts, at, "behind", False)
            ):
                return whole(self.text, parts, at)
        return None

    def _front(self, first: int, last: int) -> Span | None:
        """ "At the ministry, the mood was grim.": an occasion, or a house that the sentence opens with."""
        opening = next((word for word in words_of(self.text, (first, last)) if word.text[0].isalnum()), None)
        if opening is None or opening.low not in PREPOSITIONS:
            return None
        parts = phrases(self.text, (first, last), self.times)
        if len(parts) < 2 or not parts[0].preposition or not parts[1].is_parted:
            return None
        kind = occasion_in(core(parts[0].words), parts[0].preposition)
        is_house = parts[0].preposition == "at" and Places(self.text, ()).is_place(parts, 0, "ahead", True)
        return whole(self.text, parts, 0) if kind in ("occasion", "venue") or is_house else None

    def _behind(self) -> Iterator[tuple[int, str, Span]]:
        """Sentences that tell where what was told before them was said: where each begins, by whom, the setting."""
        for start, _ in self.paragraphs:
            for first, last in self.sentences[start]:
                if _TOLD.search(self.text, first, last) is None:
                    continue
                for pattern in (_REMARKS, _WAS_SPEAKING, _MADE):
                    match = pattern.match(self.text, first, last)
                    if match is None or match.groupdict().get("noun", "remarks") not in _sayings():
                        continue
                    parts = phrases(self.text, (match.end(), last), self.times)
                    who = self._speaker(match, first)
                    if parts and who is not None and self._is_stage(parts[0].words, parts[0].preposition):
                        yield first, who, whole(self.text, parts, 0)
                    break

    def _is_stage(self, words: Sequence[Word], preposition: str) -> bool:
        kind = occasion_in(core(words), "" if preposition == "to" else preposition)
        return kind == "occasion" or (kind is not None and preposition != "to")

    def _speaker(self, match: re.Match[str], first: int) -> str | None:
        """Whose remarks they were: the actor named there, else whoever spoke last before."""
        who = match.groupdict().get("who")
        if who is not None and who.lower() not in _PRONOUNS:
            named = self._among(first, match.end("who"))
            return named[-1] if named else None
        before = [
            (each.cue.start, each.actor_id)
            for each in self.statements
            if each.cue and each.actor_id and each.cue.start < first
        ]
        return max(before, key=lambda row: row[0])[1] if before else None


def _sayings() -> frozenset[str]:
    return frozenset(lexicon.sayings()) | {"remark", "remarks", "comment", "comments", "statement", "statements"}
