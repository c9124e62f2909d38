"""A document's attributions and mentions: cues first, then what each cue governs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..ledger import ACTS, Attribution, Document, Mention, Span
from . import heads
from .boundaries import content_span, disjoint, in_paragraphs, source_near, trimmed, unpossessed, whole_words
from .confidence import confidence, evidence, with_places
from .constructions import construed
from .coordination import coordinated
from .cueless import with_cueless
from .encoder import Encoded, Encoder, Places
from .heads import LABELS, ROLES, Run
from .likeness import Likeness
from .names import Name, mentions, names
from .relayed import with_relays
from .settled import settled
from .states import Keeper
from .ties import Ties
from .windows import Window, cut

# A cue below this is never looked at; above it the joint confidence decides. On PolNeAR dev and the dossiers left out
# 0.35, 0.42 and 0.5 gave attribution F1 75.1, 75.1 and 75.0, statements F1 85.6, 85.6 and 85.3.
CUE_THRESHOLD = 0.4
_INFINITIVE = re.compile(r"[\w’'\- ]{0,60}?(\s+)(?:not )?to\s")
_THAT = re.compile(r"(?<=\S)(\s+)that$", re.IGNORECASE)
# Log odds that a source must have against none: a cue without one is rare, and the network, trained on many such, names
# none too readily. 0, -1.5, -3 and -5 gave on PolNeAR dev 74.5, 75.0, 75.0 and 75.0, statements with their actor on the
# dossiers left out 81.4, 81.6, 80.7 and 80.2.
_LEAST_SOURCE = -1.5
_DOUBLE = 0.6  # share of the shorter content that two attributions of one saying have in common
_STRETCH = 1000  # characters: doubles share content, so that only those near by are compared
_SINGLE = tuple(role for role in ROLES if role not in ("content", "cue"))


@dataclass(frozen=True, slots=True)
class Found:
    """What the network found in one document, in text order.

    `likeness` tells, of a pronoun and phrases that stage 3 takes for its candidates, how like they are to mean one, and
    `ties`, of the statements that stage 4 links, how each two of them hang together.
    """

    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    likeness: Likeness | None = None
    ties: Ties | None = None


@dataclass(frozen=True, slots=True)
class _Governed:
    """The runs of each role of a cue; the logs [labels, length] of its content; the log odds of its source, if any."""

    roles: dict[str, tuple[Run, ...]]
    content: heads.Floats
    source: float | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A cue in a window with its roles in pieces; `is_context` when the cue belongs to the window before."""

    window: Window
    cue: Run
    governed: _Governed
    acts: tuple[tuple[str, float], ...]
    is_context: bool


def find(document: Document, encoder: Encoder, least: float = 0.0) -> Found:
    """Every mention of `document` and every attribution of confidence `least` or more, from one encoder pass."""
    windows = cut(document.text, encoder.tokenise)
    candidates: list[_Candidate] = []
    named: list[Name] = []
    keeper = Keeper(encoder.likeness is not None or encoder.ties is not None)
    for encoded in encoder.encode(windows):
        keeper.keep(encoded.windows, encoded.states, windows)
        candidates += _candidates(encoded, windows, encoder)
        for at, index in enumerate(encoded.windows):
            named += names(document.text, windows[index], encoded.mention[at])
    called = mentions(named)
    kept = tuple(each for each in _merged(document.text, candidates) if each.confidence >= least)
    kept = settled(document.text, kept, called)
    # last, as a quotation is without a cue only where no attribution that is kept has it
    kept = tuple(each for each in with_cueless(document.text, kept, called) if each.confidence >= least)
    states = keeper.states()
    return Found(
        kept,
        called,
        Likeness(encoder.likeness, states) if encoder.likeness and states else None,
        Ties(encoder.ties, states) if encoder.ties and states else None,
    )


def _candidates(encoded: Encoded, windows: Sequence[Window], encoder: Encoder) -> Iterator[_Candidate]:
    rows: list[tuple[int, Window, Run]] = []
    scores: list[heads.Floats] = []
    for at, index in enumerate(encoded.windows):
        window = windows[index]
        cues = heads.cues(encoded.cue[at], window.start >= 0, CUE_THRESHOLD)
        if cues:
            first, last = np.array([(cue.first, cue.last) for cue in cues], dtype=np.int64).T
            scores.append(encoder.roles(encoded.states[at], first, last))
            rows += [(at, window, cue) for cue in cues]
    if not rows:
        return
    found = _decoded(heads.together(scores), [window for _, window, _ in rows], [cue for _, _, cue in rows])
    whole = [_whole_cue(seen, each.roles.pop("cue", ())) for (_, _, seen), each in zip(rows, found, strict=True)]
    said = [
        (at, cue.first, cue.last, _places(each.roles["content"]))
        for (at, _, cue), each in zip(rows, found, strict=True)
    ]
    acts = heads.probabilities(encoder.acts(encoded.states, said))
    for row in _distinct([at for at, _, _ in rows], whole):
        window, cue = rows[row][1], whole[row]
        chances = acts[row].tolist()
        named = tuple((str(ACTS[at]), round(chances[at], 4)) for at in np.argsort(-acts[row]).tolist())
        yield _Candidate(window, cue, found[row], named, cue.first < window.core)


def _places(runs: Sequence[Run]) -> Places:
    """The pieces of some runs."""
    return np.concatenate([np.arange(run.first, run.last + 1) for run in runs] or [np.empty(0, dtype=np.int64)])


def _whole_cue(seen: Run, whole: tuple[Run, ...]) -> Run:
    """The cue as the roles have it, where that holds what the tagger saw: the tagger decides piece by piece."""
    return next((replace(run, probability=seen.probability) for run in whole if _meet(run, seen)), seen)


def _meet(one: Run, other: Run) -> bool:
    return one.first <= other.last and other.first <= one.last


def _distinct(which: Sequence[int], cues: Sequence[Run]) -> list[int]:
    """The rows whose cues share no piece with a surer one of their window ("said … in a statement", seen in halves)."""
    kept: list[int] = []
    for row in sorted(range(len(cues)), key=lambda row: -cues[row].probability):
        if not any(which[row] == which[other] and _meet(cues[row], cues[other]) for other in kept):
            kept.append(row)
    return sorted(kept)


def _decoded(scores: heads.Floats, windows: Sequence[Window], cues: Sequence[Run]) -> list[_Governed]:
    """scores [cues, length, roles, labels] → what each cue governs."""
    is_real = np.zeros(scores.shape[:2], dtype=np.bool_)
    is_text = np.zeros(scores.shape[:2], dtype=np.bool_)
    for row, window in enumerate(windows):
        is_real[row, : len(window.piece)] = window.start >= 0
        is_text[row, : len(window.piece)] = True
    scores[~is_real] = heads.NOTHING
    each = heads.logs(scores).transpose(0, 1, 3, 2)  # [labels, cues, roles, length]
    content = ROLES.index("content")
    runs = heads.many_spans(each[:, :, content], is_real | ~is_text)
    out: list[dict[str, tuple[Run, ...]]] = [
        {"content": heads.whole(each, cue, is_real[row])}
        for row, (each, cue) in enumerate(zip(runs, cues, strict=True))
    ]
    first, last, total = heads.one_span(each.reshape(len(LABELS), -1, each.shape[-1]))
    inside = 1.0 - np.exp(each[0])
    least = np.tile([_LEAST_SOURCE if role == "source" else 0.0 for role in ROLES], len(windows))
    for at in np.flatnonzero(total > least):
        row, column = divmod(int(at), len(ROLES))
        if column != content:
            begin, end = int(first[at]), int(last[at])
            out[row][ROLES[column]] = (Run(begin, end, heads.mean(inside[row, column, begin : end + 1])),)
    odds = total.reshape(-1, len(ROLES))[:, ROLES.index("source")]
    return [
        _Governed(roles, each[:, row, content], float(odds[row]) if "source" in roles else None)
        for row, roles in enumerate(out)
    ]


def _merged(text: str, candidates: Sequence[_Candidate]) -> tuple[Attribution, ...]:
    """One attribution a cue: a cue that is context in the next window brings the content that goes on there."""
    by_cue: dict[tuple[int, int], Attribution] = {}
    later: list[Attribution] = []
    for candidate in candidates:
        attribution = _attribution(text, candidate)
        if attribution is None:
            continue
        if candidate.is_context:
            later.append(attribution)
        else:
            by_cue[attribution.anchor.start, attribution.anchor.end] = attribution
    for other in later:
        known = by_cue.get((other.anchor.start, other.anchor.end))
        if known and known.content:
            end = max(span.end for span in known.content)
            more = tuple(span for span in other.content if span.start >= end and "\n" in text[end : span.start])
            by_cue[known.anchor.start, known.anchor.end] = replace(known, content=known.content + more)
    found = construed(text, _once(tuple(by_cue[key] for key in sorted(by_cue))))
    return with_places(with_relays(text, coordinated(text, found)))


def _once(found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Of two attributions of one content to one source ("published demands, calling for …") only the surer one.

    An attribution inside the content of another is nested, not a double.
    """
    kept: list[Attribution] = []
    near: defaultdict[int, list[Attribution]] = defaultdict(list)
    for each in sorted(found, key=lambda attribution: -attribution.confidence):
        stretches = {at for x in each.content for at in range(x.start // _STRETCH, (x.end - 1) // _STRETCH + 1)}
        if not any(_is_double(each, other) for at in stretches for other in near[at]):
            kept.append(each)
            for at in stretches:
                near[at].append(each)
    return tuple(sorted(kept, key=lambda attribution: attribution.anchor))


def _is_double(one: Attribution, other: Attribution) -> bool:
    if one.source and other.source and not one.source.overlaps(other.source):
        return False
    if any(a.holds(y.anchor) for x, y in ((one, other), (other, one)) for a in x.content):
        return False
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)
    least = min(sum(span.end - span.start for span in x.content) for x in (one, other))
    return least > 0 and shared >= _DOUBLE * least


def _attribution(text: str, candidate: _Candidate) -> Attribution | None:
    window = candidate.window
    cue = _cue(text, window, candidate.cue)
    if cue is None:
        return None
    content: list[Span] = []
    for run in candidate.governed.roles["content"]:
        start, end = int(window.start[run.first]), int(window.end[run.last])
        spans = (content_span(text, a, b) for a, b in in_paragraphs(text, start, end))
        content += [span for span in spans if span is not None]
    cue, content = _with_that(text, cue, content)
    single = {role: _single(text, candidate, role, cue) for role in _SINGLE}
    content = list(disjoint(text, content, cue))
    governed = candidate.governed
    runs = governed.roles["content"]
    seen = evidence(candidate.cue, runs, governed.content, governed.source, cue, content)
    return Attribution(
        cue=cue,
        source=source_near(text, cue, single["source"]),
        content=tuple(content),
        addressee=_addressee(text, single["addressee"], content),
        setting=single["setting"],
        via=single["via"],
        condition=single["condition"],
        time=single["time"],
        acts=candidate.acts,
        evidence=seen,
        confidence=confidence(seen),
    )


def _addressee(text: str, span: Span | None, content: list[Span]) -> Span | None:
    """Whole, where the content begins with it ("urged [French] skippers to wait" → "French skippers")."""
    if span is None or not content or content[0].start != span.start:
        return span
    before = _INFINITIVE.match(content[0].text, span.end - span.start)
    return Span.of(text, span.start, span.start + before.start(1)) if before else span


def _single(text: str, candidate: _Candidate, role: str, cue: Span) -> Span | None:
    runs = candidate.governed.roles.get(role, ())
    span = _span(text, candidate.window, runs[0]) if runs else None
    span = unpossessed(text, span) if role == "source" else span
    return None if span is None or (role == "source" and span.overlaps(cue) and cue.holds(span)) else span


def _span(text: str, window: Window, run: Run) -> Span | None:
    start, end = whole_words(text, int(window.start[run.first]), int(window.end[run.last]))
    pieces = list(in_paragraphs(text, start, end))
    return trimmed(text, *pieces[0]) if pieces else None


def _with_that(text: str, cue: Span, content: list[Span]) -> tuple[Span, list[Span]]:
    """The "that" which opens a clause belongs to the content, as in PolNeAR; some corpora leave it in the cue."""
    ends = _THAT.search(cue.text)
    at = next((at for at, span in enumerate(content) if 0 <= span.start - cue.end <= 1), None)
    if ends is None or at is None:
        return cue, content
    start = cue.start + ends.start()
    content = [*content[:at], Span.of(text, start + len(ends[1]), content[at].end), *content[at + 1 :]]
    return Span.of(text, cue.start, start), content


def _cue(text: str, window: Window, run: Run) -> Span | None:
    """As `_span`, but a cue may be a mark alone: the colon after a speaker's name."""
    span = _span(text, window, run)
    return span or Span.trimmed(text, int(window.start[run.first]), int(window.end[run.last]))
