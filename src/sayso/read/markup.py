"""HTML as a line of tags and characters, each at its exact offset in the raw page; linear in time on any input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5

_NEXT = re.compile(
    r"<!--|<!\[CDATA\[|<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*)|<[!?/]"
    r"|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
)
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>"'][^\s>]*+)|(?P<torn>["']))?)?)"""
)
# Elements whose inside is no markup; it ends at their own end tag only.
RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW_TEXT}


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag whose `<` stands at `start`; `inside` is the content of script, style, title and the like."""

    start: int
    name: str
    is_end: bool
    attributes: dict[str, str]
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """Characters that stand literally at `[start, end)` of the raw page."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Escape:
    """A character reference at `start`, and what it stands for ("&amp;": "&")."""

    start: int
    text: str


Token = Tag | Letters | Escape


def tokens(raw: str) -> Iterator[Token]:
    """The tokens of `raw` in order. Comments, doctypes and processing instructions are passed over."""
    at = 0
    unclosed: set[str] = set()  # raw-text elements with no end tag further on: looked for once, not once a tag
    while match := _NEXT.search(raw, at):
        if match.start() > at:
            yield Letters(at, match.start())
        if match.group().startswith("&"):
            reference, at = _reference(match.start(), match.group())
            yield reference
        elif match["name"]:
            tag, at = _tag(raw, match, unclosed)
            yield tag
        else:
            at = _after_declaration(raw, match)
    if at < len(raw):
        yield Letters(at, len(raw))


def _reference(start: int, found: str) -> tuple[Token, int]:
    """The reference and the offset after it. An ampersand that begins none ("AT&T") stands for itself."""
    if found.startswith("&#"):
        return Escape(start, unescape(found)), start + len(found)
    for end in range(len(found), 2, -1):
        if meaning := html5.get(found[1:end]):
            return Escape(start, meaning), start + end
    return Letters(start, start + len(found)), start + len(found)


def _after_declaration(raw: str, match: re.Match[str]) -> int:
    closers = {"<!--": "-->", "<![CDATA[": "]]>"}
    closer = closers.get(match.group(), ">")
    end = raw.find(closer, match.end())
    return len(raw) if end < 0 else end + len(closer)


def _tag(raw: str, match: re.Match[str], unclosed: set[str]) -> tuple[Tag, int]:
    name, is_end = match["name"].lower(), bool(match["slash"])
    attributes, at = _attributes(raw, match.end())
    if is_end or name not in RAW_TEXT or name in unclosed:
        return Tag(match.start(), name, is_end, attributes), at
    closing = _CLOSING[name].search(raw, at)
    if closing is None and name not in ("script", "style"):
        unclosed.add(name)
        return Tag(match.start(), name, False, attributes), at
    end = closing.start() if closing else len(raw)
    after = raw.find(">", end) + 1
    return Tag(match.start(), name, False, attributes, raw[at:end]), after or len(raw)


def _attributes(raw: str, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while match := _ATTRIBUTE.match(raw, at):
        at = match.end()
        if match["end"]:
            return found, at
        if match["torn"]:
            # A quotation mark that nothing closes: the tag ends at the next ">" or with the page.
            end = raw.find(">", at)
            return found, len(raw) if end < 0 else end + 1
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), unescape(value) if "&" in value else value)
    return found, len(raw)
