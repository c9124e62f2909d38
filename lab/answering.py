"""Which cue of a window answers which, as targets of the network."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from sayso.ledger.response import ANSWERING

from .corpora import Example

LINKS = ("contradicts", "answers", "retells")
CONTRADICTING = ANSWERING - {"answers"}
RETELLING = frozenset({"same_utterance", "repeats"})


def among(example: Example, at: Sequence[int]) -> np.ndarray | None:
    """Which of a window's cues answers or retells which, [cues, cues, LINKS]: 1, 0, or -1 where it is not known.

    `at` tells which of the text's attributions each cue is, -1 for a false one. A link to another telling of what is
    answered is unknown. None where nothing is known of the text's links.
    """
    if example.links is None:
        return None
    count = len(example.attributions or ()) + 1  # the last for a false cue
    tellings, answers = np.eye(count, dtype=bool), np.zeros((2, count, count), dtype=bool)
    for one, other, relation in example.links:
        if relation in RETELLING:
            joined = tellings[one] | tellings[other]
            tellings[joined] |= joined
        else:
            answers[0 if relation in CONTRADICTING else 1, one, other] = True
    spread = (answers.astype(int) @ tellings.astype(int)) > 0
    table = np.stack([*np.where(answers, 1, np.where(spread, -1, 0)), tellings.astype(int)], axis=-1)
    known = table[np.ix_(at, at)] if at else np.zeros((0, 0, len(LINKS)), int)
    is_false = np.array(at) < 0
    known[is_false] = known[:, is_false] = -1
    known[np.arange(len(at)), np.arange(len(at))] = -1
    return known


def pairs(windows: Sequence[tuple[int, np.ndarray | None]]) -> tuple[Tensor, Tensor]:
    """The pairs [n, 2] of cues of which something is known, counted through all windows, and what is known [n, LINKS].

    A window is given by how many cues it has, and by what `among` told of them.
    """
    found, told, begin = [np.zeros((0, 2), np.int64)], [np.zeros((0, len(LINKS)), np.float32)], 0
    for count, links in windows:
        if links is not None:
            known = np.argwhere((links >= 0).any(axis=2))
            found.append(known + begin)
            told.append(links[known[:, 0], known[:, 1]].astype(np.float32))
        begin += count
    return torch.from_numpy(np.concatenate(found)), torch.from_numpy(np.concatenate(told))
