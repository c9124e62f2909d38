"""When it was said: which time near a cue belongs to the saying, and not to what is said or to something else.

A time belongs to a saying only on the level of its cue: one inside a content belongs to what is said there, and a claim
inside a denial does not take the denial's time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ... import lexicon
from ...ledger import Attribution, Span, Timex
from .. import acts
from ..contents import Contents
from ..tokens import word_set
from .calendar import grain
from .find import time_within
from .sentences import sentence

# A time further behind its cue than this, in characters outside the content, belongs to something else in the sentence.
_NEAR = 40
_WORD = re.compile(r"[\w’'-]+")
# A time behind one of these bounds a stretch or dates another happening: "since Friday", "after Tuesday's attack".
_BOUNDS = word_set("since until till before after following from through to by between for ahead of and or than due")
# Between cue and time these words begin a clause of their own, to which the time then belongs.
_CLAUSES = word_set(
    """
    and but or who whom which that when where while after before since because if whether as until
    is are was were has have had will would
    """
)
_DETERMINERS = word_set("a an the his her its their this these that those any no such my our your another earlier")
_PRONOUNS = word_set("he she they it")
# Words that open the phrase which dates a whole sentence: "In a statement late on Tuesday, the ministry said".
_FRAMING = word_set("in on at late early earlier later during by speaking yesterday today last this over only just")
# What may stand between a time and the source of a saying on it: "a letter on Monday in which Ethiopia informed …".
_LEADING = frozenset({"when", "in which", "at which", "on which"})
# "Okoro’s comments came during …", "The statement was issued in …", behind the end of a sentence.
_TOLD = re.compile(
    r"[\s.!?\"”’')]{1,12}(?:The|His|Her|Their|These|Those|(?P<name>[^\W\d_]+)[’']s?)\s+(?:[a-z]+\s+)?(?P<noun>[a-z]+)\s+"
    r"(?:came|(?:was|were)\s+(?:made|delivered|issued|published|released))\b"
)
_PARTS_OF_YEAR = frozenset({"quarter", "half"})


class Choice(NamedTuple):
    """The time of a saying with the rule that tied it to the cue; without a time, the last rule tried."""

    time: Timex | None
    why: str


class Sayings:
    """All that one text says, with its times in order; `when` finds the time of one saying in it."""

    def __init__(
        self, text: str, attributions: tuple[Attribution, ...], times: tuple[Timex, ...], published: date | None
    ) -> None:
        self.text, self.times, self.published = text, times, published
        self._contents = Contents(attributions)
        self._cues = sorted(each.cue.start for each in attributions if each.cue)

    def when(self, found: Attribution) -> Timex | None:
        """The time of the saying: tied to its cue, in it, in its source, or beside it in its sentence; None without."""
        return self.choose(found).time

    def choose(self, found: Attribution) -> Choice:
        """The time of the saying with the rule that tied it.

        None without a cue: the sentence beside such a quotation tells of other times ("has run the kiosk since May").
        """
        cue = found.cue
        if cue is None:
            return Choice(None, "no word of saying to which a time could belong")
        for span, why in ((found.time, "the network ties it to the cue"), (cue, "it stands in the cue")):
            inside = time_within(self.times, span) if span else None
            if inside is not None and self.objection(inside, found) is None:
                return Choice(dated(inside), why)
        start, end = sentence(self.text, cue)
        is_noun = _is_noun(self.text, cue)
        fitting = [time for time in self._between(start, end) if self.objection(time, found) is None]
        for belongs, why in _NOUN_PLACES if is_noun else _VERB_PLACES:
            chosen = [time for time in fitting if belongs(self.text, found, time, start)]
            if chosen:
                return Choice(dated(min(chosen, key=lambda time: _gap(time.span, cue))), why)
        framing = None if is_noun else self._framing(found, start)
        if framing is not None:
            return Choice(framing, "the sentence before frames the saying with it")
        return Choice(self._told_after(found, end), "the next sentence tells when it was said")

    def _between(self, start: int, end: int) -> tuple[Timex, ...]:
        first, after = (bisect_left(self.times, at, key=lambda time: time.span.start) for at in (start, end))
        return self.times[first:after]

    def objection(self, time: Timex, found: Attribution) -> str | None:
        """Why `time` cannot be when something was said, on the level of the cue; None where nothing is against it."""
        against = self._impossible(time, found)
        if against is not None or found.cue is None:
            return against or "no word of saying to which a time could belong"
        if self._holder(time.span, found) != self._holder(found.cue, found):
            return "it belongs to another saying, not to this one"
        return None

    def _impossible(self, time: Timex, found: Attribution) -> str | None:
        """Why `time` is no day that is past, outside the content; None where it is one."""
        if any(piece.overlaps(time.span) for piece in found.content):
            return "it stands in what is said"
        if not _is_day(time):
            return "it is no day or hour on which one says a thing"
        if _tells_of_source(self.text, time, found):
            return "it stands in a clause that tells of the source"
        days = time.interval
        if self.published and days and days.first and days.first > self.published:
            return "it lies after the day of publication"
        return None

    def _holder(self, span: Span, own: Attribution) -> Span | None:
        """The smallest piece of the content of another attribution that `span` lies in."""
        holding = (piece for piece, each in self._contents.holding(span) if each is not own)
        return min(holding, key=lambda piece: piece.end - piece.start, default=None)

    def _framing(self, found: Attribution, start: int) -> Timex | None:
        """The time in a sentence before that tells of no other saying: "He spoke on Friday. It was, he said, …"."""
        source = found.source
        if source is None or not _refers_back(source.text):
            return None
        at = len(self.text[:start].rstrip(" "))
        if at < 2 or self.text[at - 1] in "\r\n":
            return None
        begin, _ = sentence(self.text, Span.of(self.text, at - 1, at))
        if bisect_left(self._cues, begin) < bisect_left(self._cues, at):
            return None
        days = [time for time in self._between(begin, at) if self.objection(time, found) is None]
        if len(days) != 1 or _is_owner(self.text, days[0]):
            return None
        word = _word_before(self.text, days[0])
        return days[0] if word == "by" or word not in _BOUNDS else None

    def _told_after(self, found: Attribution, end: int) -> Timex | None:
        """The time in a next sentence that tells when it was said: "Her remarks came during a visit on Friday"."""
        match = _TOLD.match(self.text, end)
        if match is None or found.source is None or match["noun"] not in lexicon.sayings():
            return None
        if match["name"] and match["name"] not in found.source.text:
            return None
        close = sentence(self.text, Span.of(self.text, match.end() - 1, match.end()))[1]
        days = [time for time in self._between(match.end(), close) if self._impossible(time, found) is None]
        if len(days) != 1 or self._holder(days[0].span, found) or _is_owner(self.text, days[0]):
            return None
        return days[0] if _word_before(self.text, days[0]) not in _BOUNDS else None


# "…, who left office in 2015, said": what opens such a clause.
_WHO = re.compile(r"\s*,?\s*(?:who|whom|whose)\b")


def _tells_of_source(text: str, time: Timex, found: Attribution) -> bool:
    """True in a clause on the person who speaks, in the source or between it and the cue."""
    source, cue = found.source, found.cue
    if source is None or cue is None or not source.start < time.span.start < cue.start:
        return False
    clause = next((match for match in _WHO.finditer(text, source.start, time.span.start)), None)
    return clause is not None and "," not in text[clause.end() : time.span.start].rstrip(", ")


def _is_day(time: Timex) -> bool:
    """A saying has a day or an hour, if only a vague one ("weeks ago"); "now", a quarter and spans of time are none."""
    value, words = time.value or "", time.text.lower()
    if value.endswith("_REF"):
        return words.endswith(" ago")
    return time.type in ("date", "time") and grain(value) not in _PARTS_OF_YEAR and not words.startswith("year")


def dated(time: Timex) -> Timex:
    """As the time of a statement or an event: "weeks ago", "in recent months" name no day, and have no value there."""
    is_vague = (time.value or "").endswith("_REF") or (time.value or "").startswith(("PX", "PTX"))
    return replace(time, value=None, anchor=None) if is_vague else time


def _behind(text: str, found: Attribution, time: Timex, start: int) -> bool:
    """A time behind the cue: "said late on Tuesday", "told reporters in Moscow on Friday that …"."""
    cue = found.cue
    if cue is None or time.span.start < cue.end or _is_owner(text, time) or _word_before(text, time) in _BOUNDS:
        return False
    pieces = list(_apart(text, cue.end, time.span.start, found))
    words = [word for piece in pieces for word in _words(piece)]
    if _is_noun(text, cue):
        return len(words) <= 1
    is_parted = any(mark in piece for piece in pieces for mark in ";:")
    return sum(map(len, words)) + len(words) <= _NEAR and not is_parted and not _CLAUSES.intersection(words)


def _ahead(text: str, found: Attribution, time: Timex, start: int) -> bool:
    """A time before the cue: in front of the sentence, beside the cue, or with an earlier verb of the same source."""
    cue, source = found.cue, found.source
    if cue is None or time.span.start > cue.start or _is_owner(text, time) or _word_before(text, time) in _BOUNDS:
        return False
    if source is not None and source.holds(time.span):
        return _is_document(source.text)
    between = _words(text[time.span.end : cue.start])
    if source is None or time.span.start >= source.end:
        if len(between) <= 2 and not _CLAUSES.intersection(between):
            return True
        return source is not None and source.end <= time.span.start and not _is_present(cue)
    is_led = text[time.span.end : source.start].strip(" ,").lower() in _LEADING
    return is_led or _is_front(text, start, time)


def _owning(text: str, found: Attribution, time: Timex, start: int) -> bool:
    """A time that owns the noun of saying: "Tuesday's claim that"."""
    cue = found.cue
    return cue is not None and time.span.end <= cue.start and _is_owner(text, time) and cue.start - time.span.end <= 3


# Where a time may stand to a cue that is a verb, and to one that is a noun; the first place that has one gives it.
_VERB_PLACES = (
    (_behind, "it stands behind the cue"),
    (_ahead, "it stands in front of the cue, at the head of its sentence or with an earlier verb of the same source"),
)
_NOUN_PLACES = ((_behind, "it stands right behind the noun of saying"), (_owning, "it owns the noun of saying"))


def _is_front(text: str, start: int, time: Timex) -> bool:
    """True in the opening phrase of a sentence: it begins with the time, or with a word that opens such a phrase."""
    words = _words(text[start : time.span.start])
    return not words or (words[0] in _FRAMING and len(words) <= 12 and not _CLAUSES.intersection(words))


def _is_owner(text: str, time: Timex) -> bool:
    """True for "Tuesday's attack": it dates the attack."""
    return text[time.span.end : time.span.end + 2] in ("'s", "’s")


def _is_noun(text: str, cue: Span) -> bool:
    """True for "’s claim that", "an accusation": the cue is a noun that stands within another clause."""
    words = _words(cue.text)
    if cue.text[:2] in ("'s", "’s") or (words and words[0] in _DETERMINERS):
        return True
    before = _words(text[max(0, cue.start - 20) : cue.start])
    entry = acts.cue_entry(cue.text)
    is_owned = text[max(0, cue.start - 3) : cue.start].rstrip().endswith(("'s", "’s"))
    return is_owned or (bool(before) and before[-1] in _DETERMINERS and not (entry and entry.part == "verb"))


def _is_present(cue: Span) -> bool:
    """True for "aims", "reject": an attitude that lasts, not a saying on a day."""
    entry = acts.cue_entry(cue.text)
    words = _words(cue.text)
    if not words or "to" in words[:-1] or words[0] in ("was", "has", "’s"):
        return False
    if entry is None or entry.part != "verb":
        return words[0].endswith("s")
    lemma = min(entry.forms, key=len).split()[0]
    return words[0] in (lemma, lemma + "s", lemma + "es")


def _refers_back(source: str) -> bool:
    """True for "he" and "the texts": who or what the sentence before was about."""
    words = _words(source)
    return source.lower() in _PRONOUNS or (words[:1] == ["the"] and len(words) == 2 and _is_document(source))


def _is_document(words: str) -> bool:
    """True for "a letter this month by senators": what dates it dates what it says."""
    return any(word in lexicon.documents() for word in _words(words)[:4])


def _apart(text: str, start: int, end: int, found: Attribution) -> Iterator[str]:
    """What stands in `[start, end)` outside the content and the addressee."""
    held = [*found.content, *filter(None, (found.addressee, found.setting))]
    for piece in sorted(held, key=lambda piece: piece.start):
        if piece.end > start and piece.start < end:
            yield text[start : max(start, piece.start)]
            start = max(start, piece.end)
    yield text[start : max(start, end)]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _word_before(text: str, time: Timex) -> str:
    words = _words(text[max(0, time.span.start - 24) : time.span.start])
    return words[-1] if words else ""


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
