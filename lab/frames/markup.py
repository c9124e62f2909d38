"""The little language of frames: text with slots, choices and marked roles, parsed once and written with offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

# [q said] marks a role (of statement 1, else of the digit before it); {S} is a slot; (a|b) a choice; ¶ a new paragraph.
ROLE_OF = {
    "s": "source",
    "q": "cue",
    "c": "content",
    "a": "addressee",
    "x": "setting",
    "v": "via",
    "i": "condition",
    "t": "time",
}
_TOKEN = re.compile(r"\[(\d?)([a-z]) |\{(\d?)([^{}]+)\}|[()|\]]|[^\[\](){}|]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """A hole to be filled; `number` is the statement of the frame it belongs to, 0 for the current one."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Mark:
    role: str
    number: int
    inner: Sequence


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Sequence, ...]


Sequence = tuple["str | Slot | Mark | Choice", ...]


@cache
def parsed(template: str) -> Sequence:
    """The template as a tree. Fails with ValueError on brackets that do not match."""
    tokens = list(_TOKEN.finditer(template))
    if "".join(token.group() for token in tokens) != template:
        raise ValueError(f"cannot read the frame {template!r}")
    tree, at = _sequence(tokens, 0, "")
    if at != len(tokens):
        raise ValueError(f"a bracket too many in {template!r}")
    return tree


def _sequence(tokens: list[re.Match[str]], at: int, close: str) -> tuple[Sequence, int]:
    out: list[str | Slot | Mark | Choice] = []
    while at < len(tokens):
        token = tokens[at]
        text = token.group()
        if text in ("]", ")", "|"):
            if not close or (text == "|" and close == "]"):
                raise ValueError(f"{text!r} out of place in {token.string!r}")
            return tuple(out), at
        at += 1
        if text == "(":
            options = []
            while True:
                option, at = _sequence(tokens, at, ")")
                options.append(option)
                at += 1
                if tokens[at - 1].group() == ")":
                    break
            out.append(Choice(tuple(options)))
        elif token.group(2):
            inner, at = _sequence(tokens, at, "]")
            out.append(Mark(ROLE_OF[token.group(2)], int(token.group(1) or 0), inner))
            at += 1
        elif token.group(4):
            out.append(Slot(token.group(4), int(token.group(3) or 0)))
        else:
            out.append(text)
    if close:
        raise ValueError(f"{close!r} is missing in {tokens[0].string if tokens else ''!r}")
    return tuple(out), at


@dataclass(slots=True)
class Draft:
    """A text being written, with the spans of its statements."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[tuple[int, str, int, int]] = field(default_factory=list)  # statement, role, start, end
    acts: list[str | None] = field(default_factory=list)
    frame_of: list[int] = field(default_factory=list)  # for each statement the first one of its frame

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def open(self, acts: list[str | None]) -> int:
        """Make room for statements with these acts; gives the number of the first."""
        first = len(self.acts)
        self.acts += acts
        self.frame_of += [first] * len(acts)
        return first

    @property
    def text(self) -> str:
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""
