"""Examples made into batches of arrays: windows with their targets, padded to one length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.extract.heads import MENTION_TYPES, ROLES
from sayso.extract.windows import Tokenise, Window, cut
from sayso.ledger import ACTS

from . import answering
from .corpora import Example, Gold, Pieces, Pronoun

IGNORE = -100
# A cue inside a content where the corpus forbids nesting is unknown; a light weight keeps speech verbs that are
# part of what is said from all becoming cues. Not tuned.
NESTED_WEIGHT = 0.2
# "No cue here" counts this much where a network and not a person says so. Not tuned.
SELF_WEIGHT = 0.6
# How often in training the roles are asked for by a part of the cue: the tagger finds it whole no more often.
PART_OF_CUE = 0.4


@dataclass(frozen=True, slots=True)
class CueTarget:
    first: int
    last: int
    roles: np.ndarray  # [length, roles]: 0 outside, 1 begin, 2 inside, 3 end of more than one piece
    known: np.ndarray  # [roles] of bool
    act: int
    gold: int = -1  # which of the text's attributions it is; -1 for a false cue


@dataclass(frozen=True, slots=True)
class PronounTarget:
    """A pronoun's piece, the first and last piece of each candidate `ends` [n, 2], and which are right [n]."""

    piece: int
    ends: np.ndarray
    right: np.ndarray


@dataclass(frozen=True, slots=True)
class Sample:
    """A window with its targets."""

    window: Window
    cue: np.ndarray
    cue_weight: np.ndarray
    mention: np.ndarray
    plain: np.ndarray
    cues: tuple[CueTarget, ...]
    pronouns: tuple[PronounTarget, ...] = ()
    persons: Pieces = ()  # first and last piece of each person's name, where these are known
    links: np.ndarray | None = (
        None  # [cues, cues, kinds of answering.LINKS]: 1 where the row answers the column so, -1 unknown
    )


@dataclass(frozen=True, slots=True)
class Batch:
    inputs: tuple[Tensor, Tensor, Tensor, Tensor]
    cue: Tensor
    cue_weight: Tensor
    mention: Tensor
    plain: Tensor
    window: Tensor
    first: Tensor
    last: Tensor
    roles: Tensor
    known: Tensor
    act: Tensor
    content: Tensor
    pronoun: Tensor  # [pronouns, 2]: window and piece
    ends: Tensor  # [pronouns, candidates, 2]
    is_there: Tensor  # [pronouns, candidates] of bool
    right: Tensor  # [pronouns, candidates + 1] of bool, the last for "none of them"
    pair: Tensor  # [pairs, 2]: two cues of one window, the second of which the first may answer
    links: Tensor  # [pairs, kinds of answering.LINKS]: 1.0, 0.0, or -1.0 where it is not known

    def to(self, device: str) -> Batch:
        fields = {name: getattr(self, name) for name in self.__slots__ if name != "inputs"}
        moved = {name: value.to(device) for name, value in fields.items()}
        return Batch(inputs=tuple(x.to(device) for x in self.inputs), **moved)  # type: ignore[arg-type]


def samples(example: Example, tokenise: Tokenise, rng: random.Random, is_training: bool = True) -> list[Sample]:
    shift = rng.randrange(0, 160) if is_training else 0
    return [_sample(example, window, rng if is_training else None) for window in cut(example.text, tokenise, shift)]


def _inside(window: Window, start: int, end: int) -> np.ndarray:
    """Indices of the pieces that share a character with [start, end)."""
    return np.flatnonzero((window.start < end) & (window.end > start) & (window.start >= 0))


def _mark(labels: np.ndarray, window: Window, pieces: Pieces, begin: int, inside: int, last: int = 0) -> None:
    """Label the pieces of each span; the last one `last`, if that is given and the window holds the span's end."""
    for start, end in pieces:
        at = _inside(window, start, end)
        if len(at):
            labels[at] = inside
            if last and window.end[at[-1]] >= end:
                labels[at[-1]] = last
            labels[at[0]] = begin


def _sample(example: Example, window: Window, rng: random.Random | None) -> Sample:
    size = len(window.piece)
    special = window.start < 0
    cue, mention = np.zeros(size, np.int64), np.full(size, IGNORE)
    plain = np.full((size, 2), IGNORE)
    weight = np.ones(size, np.float32)
    cues: list[CueTarget] = []
    if example.attributions is None:
        cue[:] = IGNORE
    else:
        plain[:] = 0
        for gold in example.attributions:
            for column, role in enumerate(("source", "content")):
                _mark(plain[:, column], window, gold.roles.get(role, ()), 1, 2)
        cues = _targets(example, window, cue, rng)
        weight[cue == 0] = SELF_WEIGHT if example.unsure is not None and example.corpus != "polnear" else 1.0
        inside = (plain[:, 1] > 0) & (cue == 0)
        if not example.knows_nesting:
            weight[inside] = NESTED_WEIGHT
        elif example.unsure is not None:
            weight[inside] = SELF_WEIGHT
        for start, end in example.unsure or ():
            at = _inside(window, start, end)
            weight[at[cue[at] == 0]] = 0.0
        if example.is_partial:
            weight[cue == 0] = 0.0
            plain[:] = IGNORE
        if rng is not None:
            cues += _false_cues(example, window, cue, rng)
        cue[special] = IGNORE
        plain[special] = IGNORE
    if example.mentions is not None:
        mention[:] = 0
        for start, end, kind in example.mentions:
            at = 1 + 2 * MENTION_TYPES.index(kind)
            _mark(mention, window, ((start, end),), at, at + 1)
        mention[special] = IGNORE
    pronouns, links = _pronouns(example.pronouns, window), answering.among(example, [target.gold for target in cues])
    return Sample(window, cue, weight, mention, plain, tuple(cues), pronouns, _persons(example, window), links)


def _persons(example: Example, window: Window) -> Pieces:
    places = (_inside(window, *span) for span in example.persons)
    return tuple((int(at[0]), int(at[-1])) for at in places if len(at))


def _pronouns(found: Sequence[Pronoun], window: Window) -> tuple[PronounTarget, ...]:
    """The pronouns of a window with those candidates that stand in it; left out where the right one does not."""
    out = []
    for pronoun in found:
        own = _inside(window, *pronoun.span)
        places = [_inside(window, *span) for span in pronoun.candidates]
        kept = [(at, right) for at, right in zip(places, pronoun.right, strict=True) if len(at)]
        if len(own) and kept and (any(right for _, right in kept) or not any(pronoun.right)):
            ends = np.array([(at[0], at[-1]) for at, _ in kept])
            out.append(PronounTarget(int(own[0]), ends, np.array([right for _, right in kept])))
    return tuple(out)


def _known(example: Example) -> np.ndarray:
    has_whole_cues = not example.is_partial  # GENEVA marks a cue by its verb alone
    return np.array([has_whole_cues if role == "cue" else role in example.known_roles for role in ROLES])


def _targets(example: Example, window: Window, cue: np.ndarray, rng: random.Random | None) -> list[CueTarget]:
    known = _known(example)
    out = []
    for place, gold in enumerate(example.attributions or ()):
        if gold.cue is None:
            continue
        at = _inside(window, *gold.cue)
        if not len(at) or window.start[at[0]] > gold.cue[0] or window.end[at[-1]] < gold.cue[1]:
            continue
        cue[at] = 2
        cue[at[0]] = 1
        act = ACTS.index(gold.act) if gold.act else -1  # type: ignore[arg-type]
        first, last = int(at[0]), int(at[-1])
        if rng is not None and last > first and rng.random() < PART_OF_CUE:
            first, last = sorted((rng.randint(first, last), rng.randint(first, last)))
        out.append(CueTarget(first, last, _roles(window, gold), known, act, place))
    return out


def _roles(window: Window, gold: Gold) -> np.ndarray:
    roles = np.zeros((len(window.piece), len(ROLES)), np.int64)
    for column, role in enumerate(ROLES):
        pieces = ((gold.cue,) if gold.cue else ()) if role == "cue" else gold.roles.get(role, ())
        _mark(roles[:, column], window, pieces, 1, 2, 3)
    roles[window.start < 0] = IGNORE
    return roles


def _false_cues(example: Example, window: Window, cue: np.ndarray, rng: random.Random) -> list[CueTarget]:
    """One word that is no cue, with nothing in its roles: teaches the role head that a false cue governs nothing."""
    at = np.flatnonzero((cue == 0) & (window.start >= 0) & (window.case == 0))
    if example.is_partial or not len(at):
        return []
    place = int(at[rng.randrange(len(at))])
    roles = np.zeros((len(window.piece), len(ROLES)), np.int64)
    roles[window.start < 0] = IGNORE
    return [CueTarget(place, place, roles, _known(example), -1)]


def batched(rows: Sequence[Sample], size: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of `size` windows of like length, in random order."""
    order = sorted(rng.sample(range(len(rows)), len(rows)), key=lambda at: len(rows[at].window.piece) // 24)
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        yield collated([rows[at] for at in group])


def collated(rows: Sequence[Sample]) -> Batch:
    length = max(len(row.window.piece) for row in rows)

    def padded(values: list[np.ndarray], fill: float, dtype: torch.dtype) -> Tensor:
        out = torch.full((len(values), length, *values[0].shape[1:]), fill, dtype=dtype)
        for at, value in enumerate(values):
            out[at, : len(value)] = torch.as_tensor(value)
        return out

    windows = [row.window for row in rows]
    names = ("piece", "case", "quote", "headline")
    inputs = tuple(padded([getattr(w, name) for w in windows], 0, torch.long) for name in names)
    flat = [(at, target) for at, row in enumerate(rows) for target in row.cues]
    roles = [target.roles for _, target in flat] or [np.zeros((1, len(ROLES)), np.int64)]
    content = [(r[:, ROLES.index("content")] > 0).astype(np.float32) for r in roles]
    known = np.array([target.known for _, target in flat], dtype=bool).reshape(-1, len(ROLES))
    return Batch(
        inputs,  # type: ignore[arg-type]
        padded([row.cue for row in rows], IGNORE, torch.long),
        padded([row.cue_weight for row in rows], 0.0, torch.float),
        padded([row.mention for row in rows], IGNORE, torch.long),
        padded([row.plain for row in rows], IGNORE, torch.long),
        torch.tensor([at for at, _ in flat], dtype=torch.long),
        torch.tensor([t.first for _, t in flat], dtype=torch.long),
        torch.tensor([t.last for _, t in flat], dtype=torch.long),
        padded(roles, IGNORE, torch.long)[: len(flat)],
        torch.as_tensor(known),
        torch.tensor([t.act for _, t in flat], dtype=torch.long),
        padded(content, 0.0, torch.float)[: len(flat)],
        *_collated_pronouns(rows),
        *answering.pairs([(len(row.cues), row.links) for row in rows]),
    )


def _collated_pronouns(rows: Sequence[Sample]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    flat = [(at, target) for at, row in enumerate(rows) for target in row.pronouns]
    most = max((len(target.ends) for _, target in flat), default=0)
    ends = np.zeros((len(flat), most, 2), np.int64)
    is_there, right = np.zeros((len(flat), most), bool), np.zeros((len(flat), most + 1), bool)
    for at, (_, target) in enumerate(flat):
        count = len(target.ends)
        ends[at, :count], is_there[at, :count], right[at, :count] = target.ends, True, target.right
        right[at, most] = not target.right.any()
    places = torch.tensor([(at, target.piece) for at, target in flat], dtype=torch.long).reshape(-1, 2)
    return places, torch.from_numpy(ends), torch.from_numpy(is_there), torch.from_numpy(right)
