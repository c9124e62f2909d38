"""The network at run time: int8 ONNX through onnxruntime; the one door to onnxruntime and tokenizers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ..settings import processors
from . import likeness, ties
from .heads import Floats
from .weights import WEIGHTS, checked
from .windows import Window

# Windows whose heads are asked at once: enough to share the cost of a call, few enough to bound the memory.
_BATCH = 8
Places = NDArray[np.int64]
# A cue as the acts are asked for it: which window, its first and last piece there, those of its content.
Asked = tuple[int, int, int, Places]


@dataclass(frozen=True, slots=True)
class Encoded:
    """Windows after the encoder, each with its states [length, width] and its scores of cues and mentions."""

    windows: tuple[int, ...]
    states: tuple[Floats, ...]
    cue: tuple[Floats, ...]
    mention: tuple[Floats, ...]


class Encoder:
    """Loads the weights once; `encode`, `roles` and `acts` are the network's only calls."""

    def __init__(self, weights: Path = WEIGHTS, threads: int | None = None) -> None:
        checked(weights)
        self.likeness = likeness.load(weights)
        self.ties = ties.load(weights)
        self._tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or processors()
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # No two reports have the same lengths: plans of memory kept by shape are made in vain.
        options.enable_mem_pattern = False
        # Threads that wait by spinning take the second core from the graph that runs next: 2.9 times the bare encoder's
        # time for the whole pipeline against 1.9 (measured on the samples, two cores).
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._sessions = {
            name: onnxruntime.InferenceSession(
                str(weights / f"{name}.onnx"), options, providers=["CPUExecutionProvider"]
            )
            for name in ("encoder", "roles", "acts")
        }

    def tokenise(self, texts: Sequence[str]) -> list[tuple[list[int], list[tuple[int, int]]]]:
        """Word-piece ids and their (start, end) in code points, without [CLS] and [SEP]."""
        return [(e.ids, e.offsets) for e in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    def encode(self, windows: Sequence[Window]) -> Iterator[Encoded]:
        """Encode in batches of like length; `Encoded.windows` are indices into `windows`.

        Each window runs alone: a batch of the encoder costs as much a window and the padding on top (a fifth of the
        time on news reports), and the int8 scales of a batch would make one window's scores depend on its neighbours.
        """
        order = sorted(range(len(windows)), key=lambda at: len(windows[at].piece))
        for begin in range(0, len(order), _BATCH):
            group = order[begin : begin + _BATCH]
            states, cue, mention = zip(*(self._run(windows[at]) for at in group), strict=True)
            yield Encoded(tuple(group), states, cue, mention)

    def _run(self, window: Window) -> tuple[Floats, Floats, Floats]:
        """The outputs of one window, without the axis of the batch."""
        rows = {"piece": window.piece, "case": window.case, "quote": window.quote, "headline": window.headline}
        inputs = {name: row.astype(np.int64)[None] for name, row in rows.items()}
        states, cue, mention = self._sessions["encoder"].run(None, inputs)
        return states[0], cue[0], mention[0]

    def roles(self, states: Floats, first: Places, last: Places) -> Floats:
        """For each cue [cues] of one window: scores [cues, length, roles × labels]."""
        scores: Floats = self._sessions["roles"].run(None, {"states": states[None], "first": first, "last": last})[0]
        return scores

    def acts(self, states: Sequence[Floats], cues: Sequence[Asked]) -> Floats:
        """For each cue, whatever its window: scores [cues, 20]."""
        width = states[0].shape[-1]
        joined = np.zeros((len(cues), 4 * width), dtype=np.float32)
        for row, (window, first, last, content) in enumerate(cues):
            seen = states[window]
            joined[row, :width], joined[row, width : 2 * width] = seen[first], seen[last]
            said = seen[content]
            if len(said):
                joined[row, 2 * width : 3 * width] = np.add.reduce(said) / np.float32(len(said))
                joined[row, 3 * width :] = np.maximum.reduce(said)
        scores: Floats = self._sessions["acts"].run(None, {"joined": joined})[0]
        return scores
