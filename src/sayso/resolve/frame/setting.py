"""Where or on what occasion something was said: at a meeting, in a letter, on television, in a city."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ...ledger import Attribution, Mention, Span, Timex
from .phrases import Phrase, Word, core, phrases
from .stretches import Frame, Frames, Stretch, frames
from .tables import DETERMINERS, OBJECTS, POSSESSIVES, demonyms, hearers, occasions

_LONGEST = 4  # words of a noun of the table
# A participle that opens a phrase of setting. Of the first, only what follows is the setting.
_SAYING = re.compile(r"(?:[Ss]peaking|[Tt]alking|[Ww]riting|[Tt]estifying|[Aa]ppearing)\b")
_DOING = re.compile(
    r"(?:[Rr]eceiving|[Vv]isiting|[Hh]osting|[Mm]eeting|[Oo]pening|[Aa]ttending|[Gg]reeting|[Ww]elcoming|[Tt]ouring|"
    r"[Cc]ampaigning|[Aa]rriving|[Aa]ddressing|[Cc]hairing|[Ll]aunching|[Cc]losing|[Bb]riefing)\b"
)
_RELATIVE = re.compile(r",?\s+(?:who|which)\s+")
_JOINT = re.compile(r"[\s,;]*(?:and|but)\s+")
# "who chaired the session", "who addressed the rally".
_PRESIDING = re.compile(
    r",\s+who\s+(?:was\s+|had\s+|has\s+)?(?:chair(?:ed|s|ing)|address(?:ed|es|ing)|attend(?:ed|s|ing)|host(?:ed|s|ing)|"
    r"opened|opens|led|leads|convened|presided over)\s+"
)
# Words behind the noun that do not make another noun of it: "a statement issued on Friday", "a video seen widely".
_AFTER_NOUN = re.compile(
    r"\w+ed|given|held|made|sent|seen|shown|put|written|broadcast|alongside|here|there|later|earlier|yesterday|today"
)
_PLACE = frozenset({"in", "at", "outside", "inside"})
_SETTING = frozenset(
    {"in", "at", "during", "outside", "inside", "aboard", "via", "by", "through", "over", "amid", "before"}
)
_BEFORE = re.compile(r"\b(?P<preposition>in|on|at|during|via|by)\s+$", re.IGNORECASE)


def placed(
    text: str,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    times: Sequence[Timex],
    made: Frames | None = None,
) -> tuple[Attribution, ...]:
    """The attributions with the setting that the network has, else with the one in the sentence, if any.

    The grammar corrects the network where that has a part of what the grammar has, or what is no setting at all.
    `made` are the `frames` of the attributions, where these are made already.
    """
    persons = sorted(mention.span for mention in mentions if mention.type in ("person", "people"))
    made = frames(text, attributions) if made is None else made
    out = []
    for found, frame in zip(attributions, made, strict=True):
        given = _sound(text, found.setting, times) if found.setting is not None else None
        span = None if frame is None else setting(text, frame, times, persons)
        span = span if given is None or (span is not None and span.holds(given)) else given
        out.append(found if span == found.setting else replace(found, setting=span))
    return tuple(out)


def _sound(text: str, span: Span, times: Sequence[Timex]) -> Span | None:
    """The network's setting with the preposition before it; None for what cannot be one ("of Delta News")."""
    before = _BEFORE.search(text, max(0, span.start - 12), span.start)
    span = Span.of(text, before.start("preposition"), span.end) if before else span
    parts = phrases(text, (span.start, span.end), times)
    is_sure = any(_is_occasion(part) or occasion_in(core(part.words)) == "occasion" for part in parts)
    is_led = bool(parts) and (
        parts[0].preposition in _SETTING or _DOING.match(parts[0].words[0].text if parts[0].words else "")
    )
    is_named = bool(parts) and parts[0].preposition == "on" and any(word.is_capital for word in parts[0].words)
    return span if is_sure or is_led or is_named else None


def setting(text: str, frame: Frame, times: Sequence[Timex], persons: Sequence[Span] = ()) -> Span | None:
    """The first of: behind the cue, between source and cue, before the source, behind the content."""
    place = Places(text, persons)
    for stretch, where in (
        (frame.behind, "behind"),
        (frame.between, "between"),
        (frame.ahead, "ahead"),
        (frame.after, "after"),
    ):
        span = _in_stretch(text, stretch, where, times, place, frame.is_front)
        if span is not None and not any(piece.overlaps(span) for piece in frame.found.content):
            return span
    return None


def _in_stretch(
    text: str, stretch: Stretch | None, where: str, times: Sequence[Timex], place: Places, is_front: bool
) -> Span | None:
    if where == "between" and stretch is not None:
        presiding = _presided(text, stretch, times)
        if presiding is not None:
            return presiding
        relative = _RELATIVE.match(text, *stretch)
        stretch = (relative.end(), stretch[1]) if relative else stretch
    if where == "ahead" and stretch is not None:
        joint = _JOINT.match(text, *stretch)
        stretch = (joint.end(), stretch[1]) if joint else stretch
    parts = phrases(text, stretch, times)
    for at, part in enumerate(parts):
        if where == "ahead" and not part.preposition and part.kind == "plain" and not _opens_setting(text, part):
            return None  # a clause of its own: "His remarks came during a visit to Lisbon, where the mayor said"
        is_setting = _is_occasion(part) or (
            where == "behind" and at == 0 and not part.preposition and occasion_in(core(part.words)) == "occasion"
        )
        if not is_setting and where != "after":
            is_setting = place.is_place(parts, at, where, is_front)
        if not is_setting and not part.preposition and where in ("ahead", "between"):
            is_setting = _is_doing(text, part, parts[at + 1 :])
        if is_setting:
            return whole(text, parts, at)
    return None


def _opens_setting(text: str, part: Phrase) -> bool:
    """True for a participle or an adverb before the source: "Speaking", "Later"."""
    return not core(part.words) or bool(_SAYING.match(text, part.start) or _DOING.match(text, part.start))


def _presided(text: str, stretch: Stretch | None, times: Sequence[Timex]) -> Span | None:
    match = _PRESIDING.match(text, *stretch) if stretch else None
    parts = phrases(text, (match.end(), stretch[1]), times) if match and stretch else []
    return whole(text, parts, 0) if parts and occasion_in(core(parts[0].words)) == "occasion" else None


def _is_doing(text: str, part: Phrase, rest: Sequence[Phrase]) -> bool:
    """ "receiving the premier in Lisbon": a participle with a place or an occasion behind it, or in its object."""
    match = _DOING.match(text, part.start, part.end)
    if match is None:
        return False
    words = core(part.words[1:])
    is_object = bool(words) and occasion_in(words) == "occasion"
    near = next((each for each in rest if not each.is_parted and each.preposition in _PLACE), None)
    return is_object or (near is not None and (near.words[0].is_capital or _is_occasion(near)))


def _is_occasion(part: Phrase) -> bool:
    kind = occasion_in(core(part.words), part.preposition) if part.preposition else None
    return kind is not None


def occasion_in(words: Sequence[Word], preposition: str = "") -> str | None:
    """The kind of what a noun phrase names, where it can be a setting (with that preposition); None for all else."""
    last = len(words)
    while last > 0:
        kind = _kind(words[:last], preposition)
        if kind is not None or not _AFTER_NOUN.fullmatch(words[last - 1].low) or words[last - 1].is_owner:
            return kind
        last -= 1
    return None


def _kind(words: Sequence[Word], preposition: str) -> str | None:
    """The kind of the longest entry of the table that the words end with."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        form = " ".join(word.text for word in words[-length:])
        for each in (*occasions().get(form, ()), *(occasions().get(form.lower(), ()) if len(form) > 1 else ())):
            is_bare = each.kind == "text" and len(words) == 1 and not form.endswith("s")  # "in response", "in reply"
            if not is_bare and (not preposition or preposition in each.prepositions):
                return each.kind
    return None


def whole(text: str, parts: Sequence[Phrase], at: int) -> Span:
    """A setting: the phrase with what hangs on it, up to a comma, a time or the end of the stretch."""
    end = parts[at].end
    for near in range(at + 1, len(parts)):
        part = parts[near]
        is_dated = part.kind == "time" and not part.is_parted and _is_participle(parts[near - 1])
        if (part.kind == "time" and not is_dated) or (part.is_parted and not _is_wider(parts, near)):
            break
        end = part.end
    start = parts[at].start
    if (
        at
        and not parts[at].is_parted
        and _SAYING.match(text, parts[0].start)
        and parts[at].preposition in ("by", "with")
    ):
        start = parts[0].start
    return Span.of(text, start, end)


def _is_participle(part: Phrase) -> bool:
    """ "issued", "held": a time behind it belongs to it ("a statement issued at noon")."""
    return len(part.words) > 1 and _AFTER_NOUN.fullmatch(part.words[-1].low) is not None


def _is_wider(parts: Sequence[Phrase], at: int) -> bool:
    """ "in Novara, Piedmont,": the province or state behind a place, closed by a comma or the end."""
    part, before = parts[at], parts[at - 1]
    is_closed = at + 1 == len(parts) or parts[at + 1].is_parted or parts[at + 1].kind == "time"
    is_place = before.preposition in _PLACE and before.words[-1].is_capital
    return is_closed and is_place and not part.preposition and all(word.is_capital for word in part.words)


class Places:
    """Whether a phrase names a place where something is said: by its position, and by a capital that is no person's."""

    def __init__(self, text: str, persons: Sequence[Span]) -> None:
        self.text, self.persons = text, persons

    def is_place(self, parts: Sequence[Phrase], at: int, where: str, is_front: bool) -> bool:
        """True for "in Lisbon" at the front of a sentence, right behind the cue or the addressee, or between commas."""
        part = parts[at]
        if part.preposition not in _PLACE or not self._is_named(part.words):
            return False
        before = [each for each in parts[:at] if each.kind != "time"]
        if where == "behind" and before and not self._is_press(before[0].words):
            return False
        if where == "ahead":
            is_closed = self._is_closed(parts, at)
            return is_front and not before and is_closed
        if where == "between":
            return part.is_parted and not before and self._is_closed(parts, at)
        return where == "behind" and all(not each.preposition for each in before) and len(before) <= 1

    def _is_press(self, words: Sequence[Word]) -> bool:
        """ "told reporters in Lisbon": of other hearers a place says where they live ("told nationals in Lisbon")."""
        words = core(words)
        if not words:
            return True
        return words[-1].low in OBJECTS or hearers().get(words[-1].low) == "press" or words[-1].is_capital

    def _is_closed(self, parts: Sequence[Phrase], at: int) -> bool:
        """A comma or nothing but a time stands between the phrase and the source."""
        rest = parts[at + 1 :]
        return all(each.kind == "time" or each.is_parted for each in rest[:1])

    def _is_named(self, words: Sequence[Word]) -> bool:
        words = core(words)
        bare = [word for word in words if word.low not in DETERMINERS]
        if not bare or not all(word.is_capital for word in bare) or bare[-1].is_owner or words[0].low in POSSESSIVES:
            return False
        if bare[-1].text in demonyms():
            return False
        before = bisect_right(self.persons, bare[0].start, key=lambda span: span.start)
        return not before or self.persons[before - 1].end <= bare[0].start  # mentions do not overlap
