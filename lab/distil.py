"""`python -m lab.distil STAGE…`: a student of a few of the network's layers, taught by the scores of the whole one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.extract.weights import FOLDERS
from sayso.extract.windows import CLS, SEP

from . import minilm, train
from .batches import Batch
from .corpora import Example
from .figures import WORK
from .fit import Losses, Plan, Scores, fit, losses_of, scores
from .network import Network
from .quantise import export

# The layers of the whole network that the student begins with; the first and the last always, as their neighbours
# (the embeddings, the heads) are kept too.
LAYERS = (0, 2, 5)
PLAN = Plan(
    epochs=2,
    rate=1.5e-4,
    shares={"polnear": 1.0, "worldwide": 0.5, "geneva": 0.5, "frames": 0.5, "worldnews": 1.5, "verdicts": 1.0},
    heads=1.0,  # they come trained, as nothing else does in a fit from the published encoder
    fresh=1.0,
)
# How much of the loss is the teacher's scores, the rest what persons (and the teacher's labels of before) annotated.
# Not tuned.
SOFT = 0.7
# The weight of each piece's final state beside that; both networks are equally wide. Not tuned.
STATES = 1.0


def student(teacher: Network, layers: tuple[int, ...] = LAYERS) -> Network:
    """A network with these layers of the teacher's, in their order, and all the rest as it is."""
    kept = {f"encoder.layers.{at}.": f"encoder.layers.{to}." for to, at in enumerate(layers)}
    state = {}
    for name, value in teacher.state_dict().items():
        layer = ".".join(name.split(".")[:3]) + "."
        if not name.startswith("encoder.layers."):
            state[name] = value
        elif layer in kept:
            state[kept[layer] + name.removeprefix(layer)] = value
    network = Network(replace(teacher.shape, layers=len(layers)))
    network.load_state_dict(state)
    return network


def taught_by(teacher: Network) -> Losses:
    """Losses of a student that has the teacher's scores for its targets beside those of the corpora."""
    teacher.eval().requires_grad_(False)

    def learn(network: Network, batch: Batch) -> dict[str, Tensor]:
        teacher.to(batch.cue.device)
        with torch.no_grad():
            told = scores(teacher, batch)
        said = scores(network, batch)
        hard = {name: (1.0 - SOFT) * loss for name, loss in losses_of(said, batch).items()}
        soft = {f"soft {name}": SOFT * loss for name, loss in soft_losses(said, told, batch).items()}
        return hard | soft

    return learn


def soft_losses(said: Scores, told: Scores, batch: Batch) -> dict[str, Tensor]:
    """How far the student's scores are from the teacher's, each head on the scale that it has in `fit.losses`.

    The teacher speaks of every piece of a text, annotated or not.
    """
    piece = batch.inputs[0]
    is_real = (piece != 0) & (piece != CLS) & (piece != SEP)
    pieces, cues = is_real.sum().clamp(min=1), max(1, len(batch.first))
    apart = 1.0 - F.cosine_similarity(said.states.float(), told.states.float(), dim=-1)
    out = {
        "cue": (divergence(said.cue, told.cue) * is_real).sum() / cues,
        "mention": 4.0 * (divergence(said.mention, told.mention) * is_real).sum() / pieces,
        "states": STATES * (apart * is_real).sum() / pieces,
    }
    if said.roles is not None and told.roles is not None:
        each = divergence(said.roles, told.roles).sum(-1)
        out["roles"] = 0.15 * (each * is_real[batch.window]).sum() / cues
    if said.act is not None and told.act is not None:
        out["act"] = 0.7 * divergence(said.act, told.act).mean()
    return out


def divergence(said: Tensor, told: Tensor) -> Tensor:
    """Kullback and Leibler's, in nats, over the last axis: nothing where both say the same."""
    return F.kl_div(said.log_softmax(-1), told.log_softmax(-1), reduction="none", log_target=True).sum(-1)


def distilled() -> None:
    """The student of the network that ships, exported beside."""
    path = WORK / "last" / "network.pt"
    if not path.exists():
        raise SystemExit(f"error: there is no network to learn from: {path}\nhint: python -m lab.train last")
    teacher = Network.load(path)

    def examples(epoch: int) -> list[Example]:
        # past the teacher's, so that the made reports are others
        return train.everything(epoch + train.WHOLE.epochs + train.LAST.epochs, is_wary=True)

    if not (WORK / "fast" / "network.pt").exists():
        fit(student(teacher), examples, minilm.tokeniser(), PLAN, WORK / "fast", taught_by(teacher))
    export(Network.load(WORK / "fast" / "network.pt"), WORK / "fast-weights")


def ship(source: Path = WORK / "fast-weights", place: Path = FOLDERS["fast"]) -> None:
    """Put the exported student where `--fast` reads it."""
    place.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        (place / path.name).write_bytes(path.read_bytes())


STAGES: dict[str, Callable[[], None]] = {"all": distilled, "ship": ship}

if __name__ == "__main__":
    for stage in sys.argv[1:] or ("all",):
        STAGES[stage]()
