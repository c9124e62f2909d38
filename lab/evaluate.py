"""`python -m lab.evaluate`: every figure of the model card, from the weights that ship, held to floors and ceilings."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.settings import Settings

from . import corpora, figures_ledgers, figures_names, figures_polnear, hardcases
from .figures import Figure

FLOORS = Path(__file__).with_name("floors.json")
GROUPS: dict[str, Callable[[Encoder], list[Figure]]] = {
    figures_polnear.GROUP: lambda network: figures_polnear.figures(network, Settings().min_confidence),
    hardcases.GROUP: hardcases.figures,
    figures_names.GROUP: figures_names.figures,
    figures_ledgers.SEED: figures_ledgers.seed_figures,
    figures_ledgers.WORLD: figures_ledgers.world_figures,
    figures_ledgers.DOSSIERS: figures_ledgers.dossier_figures,
}


def digest() -> str:
    """SHA-256 over the reference files that the floors were measured on."""
    folder = corpora.shared()
    files = [
        *(folder / "data/polnear/dev").rglob("*.*"),
        *(folder / "dossiers").rglob("*.*"),
        *(folder / "seed").iterdir(),
    ]
    whole = hashlib.sha256()
    for path in sorted(files):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()[:16]


def measure(weights: Path, groups: Sequence[str]) -> list[Figure]:
    """The figures of these groups."""
    network = Encoder(weights)
    return [figure for name in groups for figure in GROUPS[name](network)]


def is_worse(figure: Figure, kept: dict[str, Any]) -> bool:
    """Whether it is under its floor or over its ceiling; one without a bound is never worse."""
    floor, ceiling = kept["floors"].get(figure.key), kept["ceilings"].get(figure.key)
    if figure.bound == "ceiling":
        return ceiling is not None and figure.value > ceiling
    return figure.bound == "floor" and floor is not None and figure.value < floor


def table(measured: Sequence[Figure], kept: dict[str, Any]) -> str:
    """The figures by group: value, precision, recall, over how many, and what it is held to."""
    lines: list[str] = []
    group = ""
    for figure in measured:
        if figure.group != group:
            group = figure.group
            lines += ["", f"{group:38}{'':>8}{'precision':>11}{'recall':>8}{'n':>7}{'held to':>10}"]
        form = ".3f" if figure.bound == "ceiling" else ".1f"
        bound = kept["ceilings" if figure.bound == "ceiling" else "floors"].get(figure.key)
        parts = [(figure.precision, ".1f", 11), (figure.recall, ".1f", 8), (figure.n, "d", 7), (bound, form, 10)]
        cells = "".join(f"{'' if value is None else format(value, shape):>{width}}" for value, shape, width in parts)
        mark = "  WORSE" if is_worse(figure, kept) else ""
        lines.append(f"  {figure.name:36}{figure.value:8{form}}{cells}{mark}".rstrip())
    return "\n".join(lines[1:])


def raised(measured: Sequence[Figure], kept: dict[str, Any]) -> dict[str, Any]:
    """What is kept, with what was measured as the new floors and ceilings."""
    new = {bound: {f.key: f.value for f in measured if f.bound == bound} for bound in ("floor", "ceiling")}
    floors, ceilings = kept["floors"] | new["floor"], kept["ceilings"] | new["ceiling"]
    return kept | {"floors": floors, "ceilings": ceilings}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--weights", type=Path, default=WEIGHTS)
    options.add_argument("--only", action="append", choices=GROUPS, help="this group; may be given several times")
    options.add_argument("--raise-floors", action="store_true", help="write what was measured as the new floors")
    options.add_argument("--lower-floors", metavar="WHY", help="also where it is worse; the reason is kept in the file")
    chosen = options.parse_args()
    mark = digest()
    kept: dict[str, Any] = {"digest": mark, "floors": {}, "ceilings": {}, "lowered": []}
    if FLOORS.exists():
        kept |= json.loads(FLOORS.read_text())
    if kept["digest"] != mark:
        print(f"error: the reference data changed ({kept['digest']} → {mark})")
        print("hint: floors of other data cannot be compared; measure the old weights on the new data first")
        return 2
    measured = measure(chosen.weights, chosen.only or list(GROUPS))
    worse = sorted(figure.key for figure in measured if is_worse(figure, kept))
    print(table(measured, kept))
    if worse and not chosen.lower_floors:
        print(f"error: {len(worse)} figures are worse than they were\nhint: --lower-floors WHY, if that is meant")
        return 1
    if chosen.raise_floors or chosen.lower_floors:
        if worse:
            kept["lowered"].append({"why": chosen.lower_floors, "figures": worse})
        FLOORS.write_text(json.dumps(raised(measured, kept), indent=1, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
