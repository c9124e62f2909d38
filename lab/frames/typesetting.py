"""From a draft to a printed text: stops inside the marks, one style of marks, capitals, with every span kept exact."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..corpora import Gold, Pieces
from .markup import Draft

# Opening and closing mark, apostrophe; drafts are written with the first.
_STYLES = (
    (("“", "”", "’"),) * 8
    + (('"', '"', "'"),) * 7
    + (("‘", "’", "’"), ("'", "'", "'"), ("«", "»", "’")) * 2
    + (("''", "''", "'"),)
)
_DASHES = ("—", "—", "–", "-", "--")
_LITTLE = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "over", "the", "to", "with"}
)


@dataclass(slots=True)
class Print:
    """A text with spans that edits keep in place: a border inside an edited stretch moves to the stretch's start."""

    text: str
    spans: list[tuple[int, str, int, int]]

    def edit(self, edits: Iterable[tuple[int, int, str]]) -> None:
        parts, at, shift = [], 0, 0
        moves: list[tuple[int, int, int]] = []  # start, end, sum of shifts after it
        for start, end, new in edits:
            parts += [self.text[at:start], new]
            shift += len(new) - (end - start)
            moves.append((start, end, shift))
            at = end
        if not moves:
            return
        self.text = "".join([*parts, self.text[at:]])
        self.spans = [(n, role, _moved(start, moves), _moved(end, moves)) for n, role, start, end in self.spans]

    def replace(self, pattern: str, new: str) -> None:
        self.edit((m.start(), m.end(), m.expand(new)) for m in re.finditer(pattern, self.text))


def _moved(at: int, moves: list[tuple[int, int, int]]) -> int:
    low, high = 0, len(moves)
    while low < high:  # the last edit that ends at or before `at`
        middle = (low + high) // 2
        if moves[middle][1] <= at:
            low = middle + 1
        else:
            high = middle
    shift = moves[low - 1][2] if low else 0
    if low < len(moves) and moves[low][0] < at < moves[low][1]:
        return moves[low][0] + shift
    return at + shift


def printed(draft: Draft, capitals: Iterable[int], titles: Iterable[tuple[int, int]], rng: random.Random) -> Print:
    """The draft's text in one of the styles of print; `capitals` are where sentences begin, `titles` headlines."""
    text = _capitalised(draft.text, capitals)
    for start, end in titles:
        text = text[:start] + _titled(text[start:end]) + text[end:]
    out = Print(text, draft.spans)
    if rng.random() < 0.8:
        _stops_inside(out)
    out.replace(r",([.,:;?])", r"\1")
    out.replace(r"(?<=[.,?!]”)[.,]", "")  # "He said “…?”." keeps one stop
    out.replace(r"\b([Aa]) (?=[aeiouAEIOU])(?![Ee]u|[Uu](?:ni|[kgr]|s[aeu])|[Oo]ne\b|U\W|UN|US|UK)", r"\1n ")
    opening, closing, apostrophe = rng.choice(_STYLES)
    dash = rng.choice(_DASHES)
    marks = {"“": opening, "”": closing, "’": apostrophe, "‘": "‘" if apostrophe == "’" else "'", "—": dash}
    out.edit(
        (m.start(), m.end(), marks[m.group()])
        for m in re.finditer(r"[“”’‘—]", out.text)
        if marks[m.group()] != m.group()
    )
    return out


def _capitalised(text: str, places: Iterable[int]) -> str:
    letters = list(text)
    for place in places:
        found = re.compile(r"[“‘]?[^\W\d_]").match(text, place)
        if found:
            letters[found.end() - 1] = letters[found.end() - 1].upper()
    return "".join(letters)


def _titled(title: str) -> str:
    return re.sub(
        r"[^\W\d_][\w’]*", lambda m: m[0] if m[0] in _LITTLE and m.start() else m[0][0].upper() + m[0][1:], title
    )


def _stops_inside(out: Print) -> None:
    """Put a full stop or comma after a closing mark before it; spans that end with the mark still do."""
    places = [m.start() for m in re.finditer(r"”[.,](?!”)", out.text) if out.text[m.start() - 1] not in ".,?!"]
    letters = list(out.text)
    for at in places:
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
    out.text = "".join(letters)
    ends = {at + 1 for at in places}
    out.spans = [(n, role, start, end + (end in ends)) for n, role, start, end in out.spans]


def golds(out: Print, draft: Draft) -> tuple[Gold, ...]:
    """The statements of the print in the order of their cues; a statement is nested if its cue lies in a content."""
    roles: list[dict[str, list[tuple[int, int]]]] = [{} for _ in draft.acts]
    for number, role, start, end in out.spans:
        while out.text[start] == " ":
            start += 1
        while out.text[end - 1] in " ,;":
            end -= 1
        roles[number].setdefault(role, []).append((start, end))
    _share_sources(roles, draft)
    contents = [(number, piece) for number, found in enumerate(roles) for piece in found.get("content", ())]
    made = []
    for number, found in enumerate(roles):
        cues = found.pop("cue", [])
        if not cues:
            continue
        cue = min(cues)
        is_nested = any(start <= cue[0] and cue[1] <= end for other, (start, end) in contents if other != number)
        kept: dict[str, Pieces] = {role: tuple(sorted(pieces)) for role, pieces in found.items()}
        made.append(Gold(cue, kept, draft.acts[number], is_nested))
    return tuple(sorted(made, key=lambda gold: gold.cue or (0, 0)))


def _share_sources(roles: list[dict[str, list[tuple[int, int]]]], draft: Draft) -> None:
    """A later statement of a frame has the source of the first one, unless it has its own or lies in its content."""
    for number, found in enumerate(roles):
        first = roles[draft.frame_of[number]]
        if found is first or "source" in found or "source" not in first or not found.get("cue"):
            continue
        cue = found["cue"][0]
        if not any(start <= cue[0] and cue[1] <= end for start, end in first.get("content", ())):
            found["source"] = first["source"]
