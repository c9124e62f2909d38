"""What stage 2 makes of a text, with the encoder's states, kept on disk: reading is slow and training reads again."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.extract.attribution import find
from sayso.extract.encoder import Encoded, Encoder
from sayso.extract.weights import WEIGHTS
from sayso.extract.windows import Window
from sayso.ledger import Attribution, Document, Mention

from .figures import WORK

States = NDArray[np.float16]
Offsets = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Reading:
    """One text: what was found in it, and the pieces that are no context, each with its offsets and state."""

    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    start: Offsets
    end: Offsets
    states: States


class Recorder(Encoder):
    """The encoder, but that it keeps the states of the last text's windows."""

    def __init__(self, weights: Path = WEIGHTS, threads: int | None = None) -> None:
        super().__init__(weights, threads)
        self.rows: list[tuple[int, Offsets, Offsets, States]] = []

    def encode(self, windows: Sequence[Window]) -> Iterator[Encoded]:
        self.rows.clear()
        for encoded in super().encode(windows):
            for at, index in enumerate(encoded.windows):
                window = windows[index]
                own = np.flatnonzero((window.start >= 0) & (np.arange(len(window.start)) >= window.core))
                states = encoded.states[at][own].astype(np.float16)
                self.rows.append((index, window.start[own], window.end[own], states))
            yield encoded

    def read(self, text: str) -> Reading:
        found = find(Document(text), self)
        rows = sorted(self.rows, key=lambda row: row[0])
        start, end, states = (np.concatenate(parts) for parts in list(zip(*rows, strict=True))[1:])
        return Reading(found.attributions, found.mentions, start, end, states)


def readings(name: str, texts: Iterable[str], weights: Path = WEIGHTS) -> dict[str, Reading]:
    """The readings of a corpus by text, from disk where the same encoder has read them before."""
    wanted = list(dict.fromkeys(texts))
    digest = hashlib.sha256((weights / "encoder.onnx").read_bytes()).hexdigest()[:12]
    path = WORK / "readings" / f"{name.replace(' ', '-')}-{digest}.pkl"
    known: dict[str, Reading] = pickle.loads(path.read_bytes()) if path.exists() else {}
    missing = [text for text in wanted if text not in known]
    if missing:
        recorder = Recorder(weights)
        for at, text in enumerate(missing):
            known[text] = recorder.read(text)
            if at % 200 == 0:
                print(f"reading {name}: {at} of {len(missing)}", flush=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(known))
    return {text: known[text] for text in wanted}
