"""A small notation for exchanges in a report, made into the values that the linker reads.

One line a statement: `speaker; act; cue; content`, each line a paragraph of the report ("/" before it: in the
paragraph of the line above). "#" before a line: it is the headline. ">" before a line: a statement inside the content
of the last line that had no ">", its parts found there; its speaker may be "-" (none). `he=Velk` shows "he" for Velk.
"@Velk" at the end: the target.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from sayso.ledger import Actor, Document, Span, Statement
from sayso.ledger.statement import Act
from sayso.link import nest

# Name → kind, country (invented), other names. Norland and Sudmark quarrel; Orvania looks on.
CAST: dict[str, tuple[str, str | None, tuple[str, ...]]] = {
    "Norland": ("state", "XNO", ("Norlandic",)),
    "Brel": ("person", "XNO", ("Minister Brel", "Ana Brel")),
    "Norland's foreign ministry": ("organisation", "XNO", ("the ministry",)),
    "Hask": ("person", "XNO", ("Senator Hask",)),
    "Sudmark": ("state", "XSU", ("Sudmarkian",)),
    "Velk": ("person", "XSU", ("President Velk", "Tor Velk")),
    "Sudmark's army": ("organisation", "XSU", ("the army",)),
    "Orvania": ("state", "XOR", ()),
    "the Union": ("bloc", None, ()),
    "Mirkova": ("person", None, ("Lena Mirkova",)),
    "a reporter": ("unnamed", None, ()),
}


@dataclass(frozen=True)
class Exchange:
    document: Document
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]


def staged(lines: str) -> Exchange:
    """The exchange that the lines tell; statements come in the order of the lines."""
    text, body, plans = "", 0, []
    for line in filter(None, (raw.strip() for raw in lines.splitlines())):
        mark, rest = (line[0], line[1:]) if line[0] in "#>/" else ("", line)
        parts, _, target = rest.partition("@")
        speaker, act, cue, content = (part.strip() for part in parts.split(";"))
        shown, _, name = speaker.partition("=")
        if mark != ">":
            text += "" if not text else " " if mark == "/" else "\n\n"
            at = len(text)
            text += " ".join(filter(None, (shown if shown != "-" else "", cue, content))) + "."
        plans.append((at, shown, name or shown, act, cue, content, target.strip()))
        body = len(text) if mark == "#" else body
    document = Document(text, body=body)
    actors = {name: _actor(name, document) for name in CAST}
    made = [_statement(document, actors, plan) for plan in plans]
    return Exchange(document, nest(tuple(made)), tuple(actors.values()))


def _actor(name: str, document: Document) -> Actor:
    kind, country, others = CAST[name]
    actor = Actor(name, kind, country, aliases=others)  # type: ignore[arg-type]
    spans = [
        Span.of(document.text, at, at + len(form))
        for form in (name, *others)
        for at in range(len(document.text))
        if document.text.startswith(form, at)
    ]
    return replace(actor, mentions=tuple((document.id, span) for span in sorted(spans)))


def _statement(
    document: Document, actors: dict[str, Actor], plan: tuple[int, str, str, str, str, str, str]
) -> Statement:
    at, shown, name, act, cue, content, target = plan
    text = document.text

    def span(part: str, start: int) -> Span | None:
        found = text.index(part, start) if part else -1
        return Span.of(text, found, found + len(part)) if part else None

    source = None if shown == "-" else span(shown, at)
    sign = span(cue, source.end if source else at)
    told = span(content, sign.end if sign else at)
    actor_id = None if name == "-" else actors[name].id
    targets = (actors[target].id,) if target else ()
    return Statement(
        document.id, source, actor_id, sign, (told,) if told else (), "indirect", cast(Act, act), target_ids=targets
    )
