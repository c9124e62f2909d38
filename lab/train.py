"""`python -m lab.train STAGE…`: the runs that make the weights, each into its folder under lab/work, resumable."""

from __future__ import annotations

import sys
from dataclasses import replace

from sayso.extract.encoder import WEIGHTS
from sayso.ledger import Span
from sayso.resolve.acts import cue_entry

from . import corpora, minilm, selflabels
from .corpora import Example, Gold
from .figures import WORK
from .fit import Plan, fit
from .frames import framed
from .geneva import geneva
from .network import Network, from_minilm
from .quantise import export

# First the corpora that are large; then the dossiers, which alone have nesting, headlines, every role and acts, mixed
# with enough of the large ones that nothing is unlearnt.
LARGE = Plan(epochs=4, rate=1.5e-4, shares={"polnear": 1.0, "worldwide": 0.4})
# Then nested statements, world news and made reports, with labels from the first network (lab/selflabels.py) and from
# what was made (lab/frames). Made reports come from the second epoch on.
WIDE = Plan(
    epochs=3,
    rate=1.0e-4,
    shares={"polnear": 1.0, "worldwide": 1.0, "geneva": 1.0, "frames": 1.0},
    fresh=5.0,
    is_fresh=("act.", "role."),
)
MADE = 1000  # reports an epoch of the wide stage; when tuning TUNED
TUNED = 120
TUNE = Plan(
    epochs=2,
    rate=6e-5,
    shares={"polnear": 0.1, "worldwide": 0.04, "geneva": 0.1, "frames": 1.0, "dossiers": 6.0},
    warmup=0.1,
    average=0.99,
    fresh=15.0,
)
# Last the roles and acts that only the dossiers have, on an encoder that stays as it is: tuned longer it learns the
# reports by heart (97 F1 on one it saw, three to four points lost on the one left out).
HEADS = Plan(epochs=2, rate=1e-4, shares={"polnear": 0.08, "frames": 1.0, "dossiers": 6.0}, warmup=0.1, average=0.97)


def large() -> None:
    """The network after all corpora but the dossiers."""
    if not (WORK / "large" / "network.pt").exists():
        examples = corpora.polnear("train") + corpora.worldwide()
        fit(from_minilm(minilm.weights()), lambda _: examples, minilm.tokeniser(), LARGE, WORK / "large")


def teach() -> None:
    """The first network's own labels, for what no person labelled."""
    large()
    if not (WORK / "selflabels.jsonl").exists():
        export(Network.load(WORK / "large" / "network.pt"), WORK / "teacher")
        selflabels.main()


def wide() -> None:
    """The network after all that helps but the dossiers."""
    teach()
    if not (WORK / "wide" / "network.pt").exists():
        network = Network().begin_from(WORK / "large" / "network.pt")
        fit(network, broad, minilm.tokeniser(), WIDE, WORK / "wide")


def broad(epoch: int, count: int = MADE) -> list[Example]:
    """Every corpus but the dossiers, with labels from the first network, and `count` reports made for this epoch."""
    natural = corpora.polnear("train")
    labelled = selflabels.labelled(natural + corpora.worldwide(), WORK / "selflabels.jsonl")
    return [weakly_acted(example) for example in labelled] + geneva() + (framed(natural, count, epoch) if epoch else [])


def tuned(left_out: str | None) -> None:
    """The network tuned on every dossier but one, exported beside; `None` leaves none out and makes what ships."""
    wide()
    folder = WORK / "tuned" / (left_out or "all")
    dossiers = [example for example in corpora.dossiers() if example.name.split("/")[0] != left_out]

    def examples(epoch: int) -> list[Example]:
        return broad(epoch + WIDE.epochs, TUNED) + dossiers

    if not (folder / "network.pt").exists():
        fit(Network.load(WORK / "wide" / "network.pt"), examples, minilm.tokeniser(), TUNE, folder)
    if not (folder / "heads" / "network.pt").exists():
        network = Network.load(folder / "network.pt")
        for part in (network.encoder, network.cue, network.mention, network.plain):
            part.requires_grad_(False)
        fit(network, examples, minilm.tokeniser(), HEADS, folder / "heads")
    network = Network.load(folder / "heads" / "network.pt")
    export(network, WORK / "folds" / left_out if left_out else WORK / "weights")
    if left_out is None:
        export(network, WORK / "float", is_int8=False)


def weakly_acted(example: Example) -> Example:
    """The example with acts where the lexicon leaves no doubt ("denied"): PolNeAR has none of its own."""
    golds = tuple(replace(gold, act=_weak_act(example.text, gold)) for gold in example.attributions or ())
    return replace(example, attributions=golds)


def _weak_act(text: str, gold: Gold) -> str | None:
    span = Span.trimmed(text, *gold.cue) if gold.cue else None
    entry = cue_entry(span.text) if span else None
    if entry is None or entry.acts[0][1] < 1.0 or entry.acts[0][0] == "state":
        return None
    return entry.acts[0][0]


def folds() -> None:
    for name in sorted({example.name.split("/")[0] for example in corpora.dossiers()}):
        tuned(name)


def ship() -> None:
    """Put the exported network where the package reads it."""
    WEIGHTS.mkdir(parents=True, exist_ok=True)
    for path in (WORK / "weights").iterdir():
        (WEIGHTS / path.name).write_bytes(path.read_bytes())


STAGES = {"large": large, "wide": wide, "all": lambda: tuned(None), "folds": folds, "ship": ship}

if __name__ == "__main__":
    for stage in sys.argv[1:] or STAGES:
        STAGES[stage]()
