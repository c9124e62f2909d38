"""Figures on PolNeAR's development compartment: attributions by class, their spans, denials, noun cues, calibration."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from sayso.extract.attribution import find
from sayso.extract.encoder import Encoder
from sayso.ledger import Document, Span
from sayso.link import nest
from sayso.resolve.statements import resolve

from . import corpora
from .figures import Figure, f1, scorer, share
from .nominal import is_nominal
from .reliability import Pairs, Weighed, calibration

GROUP = "polnear dev"
LEAST = 0.5  # Jaccard index of the words of two contents
_DENYING = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|reject|refus|disput|dismiss|rebut|refut|declin)", re.IGNORECASE)
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Read:
    """Every article with the reference's rows and ours; a row has pieces of source, cue and content.

    `predicted` leaves out nested statements, since PolNeAR's annotators were to mark none; `everything` has them.
    """

    score: ModuleType
    articles: dict[str, Any]
    gold: dict[str, Rows]
    predicted: dict[str, Rows]
    everything: dict[str, Rows]


def read(network: Encoder, least: float, split: str = "dev") -> Read:
    """Every statement of confidence `least` or more."""
    score = scorer("score_attribution")
    articles, gold, _ = score.load_gold(str(corpora.shared() / "data" / "polnear" / split))
    everything = {name: _rows(Document(article.text), network, least) for name, article in articles.items()}
    predicted = {name: [row for row in rows if not row["nested"]] for name, rows in everything.items()}
    return Read(score, articles, gold, predicted, everything)


def _rows(document: Document, network: Encoder, least: float) -> Rows:
    found = find(document, network, least)
    statements = nest(resolve(document, found.attributions, found.mentions).statements)
    made_of = {(each.cue, each.content): each for each in found.attributions}
    out: Rows = []
    for statement in statements:
        if statement.content:
            seen = made_of[statement.cue, statement.content]
            roles: dict[str, Sequence[Span | None]] = {
                "source": [_as_marked(document.text, seen.source, seen.cue)],
                "cue": [statement.cue],
                "content": statement.content,
            }
            row = {name: [[s.start, s.end] for s in spans if s is not None] for name, spans in roles.items()}
            told = {"confidence": statement.confidence, "evidence": seen.evidence, "nested": bool(statement.parent_id)}
            out.append({"id": statement.id, **told, **row})
    return out


_RELATIVE = re.compile(r",?\s+(?P<pronoun>who|which|that)\s+(?:\w+ly\s+|also\s+)?")


def _as_marked(text: str, source: Span | None, cue: Span | None) -> Span | None:
    """The source as PolNeAR's annotators marked it.

    They keep the comma that closes an apposition ("Ann Lee, the mayor,"), an editor and the dossiers do not; and their
    source of "Kyiv, which says" is "which", where a statement's is "Kyiv".
    """
    relative = _RELATIVE.fullmatch(text, source.end, cue.start) if source and cue and source.end < cue.start else None
    if relative is not None:
        return Span.of(text, *relative.span("pronoun"))
    if source is None or ", " not in source.text or text[source.end : source.end + 1] != ",":
        return source
    return Span.of(text, source.start, source.end + 1)


def pairs(read: Read) -> Pairs:
    """Confidence and truth of each of our statements: whether it is taken for one of the reference's."""
    out: Pairs = []
    for name in read.articles:
        right = set(_hits(read, name).values())
        out += [(row["confidence"], at in right) for at, row in enumerate(read.predicted[name])]
    return out


def weighed(read: Read) -> list[Weighed]:
    """The evidence of each of our statements that has some, and whether it is right."""
    out: list[Weighed] = []
    for name in read.articles:
        right = set(_hits(read, name).values())
        rows = enumerate(read.predicted[name])
        out += [Weighed(dict(row["evidence"]), at in right) for at, row in rows if row["evidence"]]
    return out


def _hits(read: Read, name: str, rows: dict[str, Rows] | None = None) -> dict[int, int]:
    """Reference → ours (`predicted`, or other `rows`), by their places in the article's rows."""
    gold, ours = (
        [read.score.Item(read.articles[name], row) for row in each[name]]
        for each in (read.gold, rows or read.predicted)
    )
    found: dict[int, int] = read.score.match(gold, ours, LEAST, True)
    return found


def figures(network: Encoder, least: float) -> list[Figure]:
    """All of this group; `least` is the bar of confidence that ships."""
    own = read(network, least)
    table, _ = own.score.score(own.articles, own.gold, own.predicted)

    def figure(name: str, tag: str, part: str, measure: str = "") -> Figure:
        row = table[tag][part][measure] if measure else table[tag][part]
        return f1(GROUP, name, {key: 100 * row[key] for key in ("p", "r", "f1")}, row["gold"])

    out = [figure("attribution", "all", "attribution"), figure("content alone", "all", "content only")]
    out += [figure(kind, kind, "attribution") for kind in ("direct", "mixed", "indirect")]
    out += [figure(f"{role} piece exact", "all", role, "piece") for role in ("source", "cue", "content")]
    for name, is_meant in (("denials and refusals", _is_denial), ("noun cues without a verb", is_nominal)):
        out.append(_found(f"{name} found", own, is_meant, own.predicted))
        out.append(_found(f"{name} found, nested too", own, is_meant, own.everything))
    out.append(calibration(GROUP, pairs(own)))
    return out


def _is_denial(text: str, start: int, end: int) -> bool:
    return _DENYING.search(text[start:end]) is not None


def _found(name: str, read: Read, is_meant: Callable[[str, int, int], bool], rows: dict[str, Rows]) -> Figure:
    """The share of reference attributions with a cue that is meant which one of our rows is taken for.

    "Seized on the rival's claim that …" is one attribution for the annotators and two for the ledger, the claim inside:
    what is found is told with nested statements and without.
    """
    there = found = 0
    for article in read.articles:
        text, hits = read.articles[article].text, _hits(read, article, rows)
        for at, row in enumerate(read.gold[article]):
            if any(is_meant(text, start, end) for start, end in row["cue"]):
                there, found = there + 1, found + (at in hits)
    return share(GROUP, name, found, there)
