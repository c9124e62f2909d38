"""Fitting the network: seeded, resumable, on processor or GPU by the same code."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.extract.heads import LABELS
from sayso.extract.windows import Tokenise

from .batches import IGNORE, Batch, Sample, batched, samples
from .corpora import Example
from .network import Network
from .pronouns import Words, replaced

Examples = Callable[[int], Sequence[Example]]
Losses = Callable[[Network, Batch], dict[str, Tensor]]
ACT = 0.7
LINK, RARE = 0.3, 4.0  # the loss of the links; a pair that is one counts so much: there are few. Not tuned.


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run does. `shares`: for each corpus the expected number of times its texts are seen an epoch.

    The rate falls to nothing over `epochs`; a run that is followed by another may stop earlier, after `until`.
    """

    epochs: int
    rate: float
    shares: dict[str, float]
    batch: int = 12
    decay: float = 0.92  # the learning rate of a layer is this times that of the layer above it
    warmup: float = 0.06
    average: float = 0.998  # of the moving average of the weights, which is what is kept
    seed: int = 7
    heads: float = 3.0  # the learning rate of the heads over that of the encoder's last layer
    fresh: float = 3.0  # the same for the heads, or the parts of them, that are new when this plan begins
    is_fresh: tuple[str, ...] = ("act.", "role.out")
    until: int | None = None
    act: float = ACT  # how much the loss of the acts counts
    still: tuple[str, ...] = ()  # names of weights, or how they begin, that stay as they are


@dataclass(frozen=True, slots=True)
class Scores:
    """What every head of a network says of a batch, in float32; roles [cues, length, roles, labels] and acts [cues, 20]
    are None in a batch without cues, antecedents [pronouns, candidates + 1] in one without pronouns, links [pairs, 3]
    in one in which it is not known what answers what."""

    states: Tensor
    cue: Tensor
    plain: Tensor
    mention: Tensor
    roles: Tensor | None
    act: Tensor | None
    antecedent: Tensor | None
    link: Tensor | None


def scores(network: Network, batch: Batch) -> Scores:
    states = network.encoder(*batch.inputs)
    dropped = network.drop(states)
    roles = act = antecedent = link = None
    if len(batch.first):
        roles = network.role(states, batch.window, batch.first, batch.last).float().unflatten(-1, (-1, len(LABELS)))
        joined = network.act.joined(states, batch.window, batch.first, batch.last, batch.content)
        act = network.act.scores(joined).float()
        if len(batch.pair):
            link = network.link(joined, batch.pair).float()
    if len(batch.pronoun):
        antecedent = network.antecedent(states, batch.pronoun, batch.ends, batch.is_there).float()
    heads = (network.cue(dropped), network.plain(dropped), network.mention(dropped))
    return Scores(states, *(head.float() for head in heads), roles, act, antecedent, link)


def losses(network: Network, batch: Batch, act: float = ACT) -> dict[str, Tensor]:
    """The mean loss of each head, on a scale on which they may be added."""
    return losses_of(scores(network, batch), batch, act)


def losses_of(said: Scores, batch: Batch, act: float = ACT) -> dict[str, Tensor]:
    cues = max(1, len(batch.first))
    cue = F.cross_entropy(said.cue.transpose(1, 2), batch.cue, ignore_index=IGNORE, reduction="none")
    out = {"cue": (cue * batch.cue_weight).sum() / cues}
    out["plain"] = 0.3 * _mean(said.plain.unflatten(-1, (2, 3)).permute(0, 3, 1, 2), batch.plain)
    out["mention"] = 4.0 * _mean(said.mention.transpose(1, 2), batch.mention)
    if said.roles is not None:
        each = F.cross_entropy(said.roles.permute(0, 3, 1, 2), batch.roles, ignore_index=IGNORE, reduction="none")
        out["roles"] = 0.15 * (each * batch.known.unsqueeze(1)).sum() / cues
    if said.act is not None and (batch.act >= 0).any():
        out["act"] = act * F.cross_entropy(said.act, batch.act, ignore_index=-1, label_smoothing=0.05)
    if said.antecedent is not None:
        each = -torch.logsumexp(said.antecedent.log_softmax(1).masked_fill(~batch.right, -1e4), dim=1)
        out["antecedent"] = each.sum() / len(batch.cue)
    if said.link is not None:
        each = F.binary_cross_entropy_with_logits(said.link, batch.links.clamp(min=0.0), reduction="none")
        counts = torch.where(batch.links > 0, RARE, 1.0) * (batch.links >= 0)
        out["link"] = LINK * (each * counts).sum() / len(batch.cue)
    return out


def _mean(scores: Tensor, target: Tensor) -> Tensor:
    known = (target != IGNORE).sum()
    if known == 0:
        return scores.sum() * 0.0
    return F.cross_entropy(scores, target, ignore_index=IGNORE, reduction="sum") / known


def groups(network: Network, plan: Plan) -> list[dict[str, object]]:
    """Parameters with their rates: heads above the encoder, its layers decaying downwards."""
    out = []
    depth = len(network.encoder.layers)
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            rate = plan.rate * plan.decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            fresh = any(part in name for part in ("case", "quote", "headline"))
            rate = plan.rate * (1.0 if fresh else plan.decay**depth)
        else:
            rate = plan.rate * (plan.fresh if name.startswith(plan.is_fresh) else plan.heads)
        out.append({"params": [weight], "lr": rate, "weight_decay": 0.01 if weight.ndim > 1 else 0.0})
    return out


class Averaged:
    """The moving average of a network's weights (Polyak); better and steadier than the last weights."""

    def __init__(self, network: Network, rate: float) -> None:
        self.rate, self.steps = rate, 0
        self.kept = {name: value.detach().clone() for name, value in network.state_dict().items()}

    def update(self, network: Network) -> None:
        self.steps += 1
        rate = min(self.rate, (1 + self.steps) / (10 + self.steps))
        for name, value in network.state_dict().items():
            if value.dtype.is_floating_point:
                self.kept[name].lerp_(value, 1 - rate)


def drawn(examples: Sequence[Example], tokenise: Tokenise, plan: Plan, epoch: int) -> list[Sample]:
    """The samples of one epoch: each text as often as its corpus's share says, cut at fresh borders each time."""
    rng, words = random.Random(f"{plan.seed}-{epoch}"), Words.of(tokenise)
    out: list[Sample] = []
    for example in examples:
        share = plan.shares.get(example.corpus, 0.0)
        for _ in range(int(share) + (rng.random() < share - int(share))):
            cut = (sample for sample in samples(example, tokenise, rng) if sample.cues or not example.is_partial)
            out += [replaced(sample, example.text, words, rng) for sample in cut]
    return out


def fit(
    network: Network, examples: Examples, tokenise: Tokenise, plan: Plan, folder: Path, learn: Losses | None = None
) -> Network:
    """Train, checkpointing each epoch into `folder`; a run that was cut off goes on from its last whole epoch.

    `examples` gives an epoch's texts, so that made ones can be made afresh and a later epoch can have labels of the
    network as it was after an earlier one, which lies in `folder` as epochN.pt. `learn` gives the losses in place of
    `losses`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(plan.seed)
    network.to(device)
    for name, weight in network.named_parameters():
        weight.requires_grad_(not name.startswith(plan.still))
    optimiser = torch.optim.AdamW(groups(network, plan), betas=(0.9, 0.98), fused=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    average = Averaged(network, plan.average)
    first = _resume(folder, network, optimiser, average)
    for epoch in range(first, plan.until or plan.epochs):
        rows = drawn(examples(epoch), tokenise, plan, epoch)
        steps = math.ceil(len(rows) / plan.batch)
        seen: dict[str, float] = {}
        began = time.time()
        network.train()
        for at, batch in enumerate(batched(rows, plan.batch, random.Random(f"{plan.seed}-{epoch}-order"))):
            done = (epoch + at / steps) / plan.epochs
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(done / plan.warmup, (1 - done) / (1 - plan.warmup))
            _step(network, batch.to(device), optimiser, learn or partial(losses, act=plan.act), seen)
            average.update(network)
            if at % 100 == 99:
                _log(folder, epoch, at + 1, steps, seen, time.time() - began)
                seen = {}
        state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "average": average.kept}
        torch.save({"epoch": epoch + 1, "steps": average.steps, **state}, folder / "resume.part")
        _save_average(network, average, folder / f"epoch{epoch + 1}.pt")
        (folder / "resume.part").replace(folder / "resume.pt")
    network.load_state_dict(average.kept)
    network.to("cpu").save(folder / "network.pt", plan=str(plan))
    return network


def _step(
    network: Network, batch: Batch, optimiser: torch.optim.Optimizer, learn: Losses, seen: dict[str, float]
) -> None:
    kind = batch.cue.device.type
    # On a processor that has bfloat16 a step took 1.2 seconds with it and 2.4 without (two cores, 12 windows of 240);
    # on one that has not, a product took seven times as long in it.
    with torch.autocast(kind, dtype=torch.bfloat16, enabled=kind != "cpu" or _has_bfloat16()):
        parts = learn(network, batch)
    sum(parts.values()).backward()  # type: ignore[union-attr]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    for name, value in parts.items():
        seen[name] = seen.get(name, 0.0) + value.item() / 100


@cache
def _has_bfloat16() -> bool:
    """Whether this processor multiplies in bfloat16; ARM's name for it is the second."""
    can = torch.cpu.get_capabilities()
    return bool(can.get("avx512_bf16") or can.get("bf16"))


def _save_average(network: Network, average: Averaged, path: Path) -> None:
    """The network as it would be kept if the run ended here: to choose an epoch by, and to label with."""
    kept = Network(network.shape)
    kept.load_state_dict({name: value.cpu() for name, value in average.kept.items()})
    kept.save(path)


def _resume(folder: Path, network: Network, optimiser: torch.optim.Optimizer, average: Averaged) -> int:
    path = folder / "resume.pt"
    if not path.exists():
        return 0
    kept = torch.load(path, map_location=next(network.parameters()).device, weights_only=False)
    network.load_state_dict(kept["network"])
    optimiser.load_state_dict(kept["optimiser"])
    average.kept, average.steps = kept["average"], kept["steps"]
    return int(kept["epoch"])


def _log(folder: Path, epoch: int, at: int, steps: int, seen: dict[str, float], seconds: float) -> None:
    row = {
        "epoch": epoch,
        "step": at,
        "steps": steps,
        "seconds": round(seconds),
        **{k: round(v, 4) for k, v in seen.items()},
    }
    line = json.dumps(row)
    print(line, flush=True)
    with (folder / "log.jsonl").open("a") as file:
        file.write(line + "\n")
