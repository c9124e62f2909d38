"""Where the network's weights lie: the full network, and beside it a smaller one that is faster, where there is one."""

from __future__ import annotations

from pathlib import Path

from ..errors import MissingPart

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "weights"
# The setting `weights` → the folder.
FOLDERS = {"full": WEIGHTS, "fast": WEIGHTS / "fast"}
_FILES = ("tokenizer.json", "encoder.onnx", "roles.onnx", "acts.onnx")
_HINTS = {
    FOLDERS["fast"]: "this copy of sayso has the full network only: read without --fast, "
    'with the setting weights = "full"; to make the fast one: python -m lab.distil all ship',
}


def checked(folder: Path) -> Path:
    """The folder itself; MissingPart unless it holds every file of a network."""
    for name in _FILES:
        if not (folder / name).is_file():
            which = "fast network's" if folder == FOLDERS["fast"] else "network's"
            raise MissingPart(
                f"the {which} weights are not complete: {folder / name} is missing",
                _HINTS.get(folder, "reinstall sayso"),
            )
    return folder
