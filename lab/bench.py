"""`python -m lab.bench [FOLDER [EVERY]]`: words a second of pipeline and bare encoder, start-up time, peak memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from sayso.extract.encoder import Encoder
from sayso.extract.windows import cut
from sayso.ledger import Document
from sayso.pipeline import read_report
from sayso.read import read
from sayso.settings import Settings

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
_ROUNDS = 5


def documents(folder: Path, every: int = 1) -> list[Document]:
    """The reports of every so many-th file of a folder, in the order of their names."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".html", ".jsonl"))[::every]
    found = [document for path in paths for document in read(str(path))]
    return [document for document in found if isinstance(document, Document)]


def speeds(texts: list[Document], threads: int | None = None) -> dict[str, float]:
    """Both on the same reports, in turns; the median round of each.

    All threads for the network as when one report is read; `threads=1` as each worker of a pool has it for many.
    """
    network = Encoder(threads=threads)
    words = sum(len(document.text.split()) for document in texts)
    settings = Settings()
    whole, bare = [], []
    for _ in range(_ROUNDS + 1):
        bare.append(_timed(lambda: [_encode(document, network) for document in texts]))
        whole.append(_timed(lambda: [read_report(document, network, settings) for document in texts]))
    middle = _ROUNDS // 2 + 1
    ratio = sorted(w / b for w, b in zip(whole[1:], bare[1:], strict=True))[_ROUNDS // 2]
    how = f", {threads} thread" if threads else ""
    return {
        "words": words,
        f"pipeline{how}, words a second": round(words / sorted(whole[1:])[middle - 1]),
        f"bare encoder{how}, words a second": round(words / sorted(bare[1:])[middle - 1]),
        f"pipeline over bare encoder{how}": round(ratio, 2),
    }


def _encode(document: Document, network: Encoder) -> None:
    for _ in network.encode(cut(document.text, network.tokenise)):
        pass


def _timed(run: object) -> float:
    began = time.perf_counter()
    run()  # type: ignore[operator]
    return time.perf_counter() - began


def starts() -> dict[str, float]:
    """Seconds of whole processes (the median of five), and the largest one's memory."""
    report = str(next(iter(sorted(EXAMPLES.glob("*.txt")))))
    commands = {"--help, seconds": ["--help"], "one report with start-up, seconds": ["read", report]}
    out: dict[str, float] = {}
    for name, arguments in commands.items():
        command = [sys.executable, "-m", "sayso", *arguments]
        runs = sorted(_timed(lambda c=command: subprocess.run(c, check=True, capture_output=True)) for _ in range(5))
        out[name] = round(runs[2], 2)
    out["peak memory, MB"] = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    return out


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    texts = documents(folder, every)
    print(json.dumps(starts() | speeds(texts) | speeds(texts, threads=1), indent=1))


if __name__ == "__main__":
    main()
