"""The trainable twin of the extraction network: one encoder with heads for cues, mentions, roles and acts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.extract.heads import LABELS, MENTION_TYPES, ROLES

ACTS = 20  # sayso.ledger.ACTS, in that order
_DISTANCES = 28
_LIKENESS = 48  # as wide as the head that ships (lab/antecedents.py)
_LINKING = 64


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; the defaults are MiniLM-L6's (384 wide, 6 layers, 12 heads)."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    inner: int = 1536
    layers: int = 6
    heads: int = 12
    roles: int = 192
    dropout: float = 0.1


class Drop(nn.Module):
    """Dropout (Srivastava and others 2014) with masks cut from one long draw: drawing anew took a tenth of a step."""

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.chance = chance
        self.mask = torch.empty(0)  # no buffer: neither saved nor moved

    def forward(self, states: Tensor) -> Tensor:
        if not self.training or not self.chance:
            return states
        size = states.numel()
        if len(self.mask) < 2 * size or self.mask.device != states.device:
            drawn = torch.rand(max(1 << 22, 3 * size), device=states.device)
            self.mask = (drawn >= self.chance).to(torch.float32) / (1 - self.chance)
        at = int(torch.randint(len(self.mask) - size, ()))
        return states * self.mask[at : at + size].view_as(states).to(states.dtype)


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT (Devlin and others 2019)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm2 = nn.LayerNorm(shape.width, eps=1e-12)
        self.drop = Drop(shape.dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = states.shape
        q, k, v = self.qkv(states).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        if states.device.type == "cpu":  # a third faster there in float32 than in bfloat16
            with torch.autocast("cpu", enabled=False):
                mixed = F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=mask.float())
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.norm(states + self.drop(self.out(mixed)))
        return self.norm2(states + self.drop(self.down(F.gelu(self.up(states)))))


class Encoder(nn.Module):
    """Word pieces with their case, quotation and headline marks → states [batch, length, width]."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.kind = nn.Parameter(torch.zeros(shape.width))
        self.case = nn.Embedding(7, shape.width)
        self.quote = nn.Embedding(4, shape.width)
        self.headline = nn.Embedding(2, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.drop = Drop(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        for table in (self.case, self.quote, self.headline):
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, piece: Tensor, case: Tensor, quote: Tensor, headline: Tensor) -> Tensor:
        """All four are integers [batch, length]; piece 0 is padding."""
        place = torch.arange(piece.shape[1], device=piece.device)
        states = self.words(piece) + self.places(place) + self.kind
        states = states + self.case(case) + self.quote(quote) + self.headline(headline)
        states = self.drop(self.norm(states))
        mask = torch.where(piece == 0, -10000.0, 0.0).to(states.dtype)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states


class RoleHead(nn.Module):
    """For a cue, which pieces are its source, its content …: four scores (LABELS) a role and piece.

    The shape is that of semantic role labelling given a predicate: the piece's state joined with the cue's, by sum
    and by product, and with the distance between them; a short convolution lets neighbours agree. The cue is among
    the roles, since it is given by the pieces that the tagger saw, which may be a part of it.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.piece = nn.Linear(shape.width, 2 * shape.roles)
        self.cue = nn.Linear(2 * shape.width, 2 * shape.roles)
        self.distance = nn.Embedding(_DISTANCES, shape.roles)
        self.norm = nn.LayerNorm(shape.roles)
        self.mix = nn.Linear(shape.roles, shape.roles)
        self.near = nn.Conv1d(shape.roles, shape.roles, 5, padding=2, groups=shape.roles)
        self.out = nn.Linear(shape.roles, len(LABELS) * len(ROLES))
        self.drop = Drop(shape.dropout)

    def forward(self, states: Tensor, window: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """states [batch, length, width]; window, first, last [cues] → [cues, length, labels × roles]."""
        cue = self.cue(torch.cat([states[window, first], states[window, last]], dim=-1))
        piece = self.piece(states).index_select(0, window)  # not [window]: an index has a slower gradient
        one, two = piece.chunk(2, dim=-1)
        add, times = cue.unsqueeze(1).chunk(2, dim=-1)
        near = self.distance(distances(states.shape[1], first, last))
        joined = F.gelu(self.norm(one + add + near + two * times))
        mixed = F.gelu(self.mix(self.drop(joined)))
        mixed = mixed + F.gelu(self.near(mixed.transpose(1, 2)).transpose(1, 2))
        return self.out(self.drop(mixed))


def distances(length: int, first: Tensor, last: Tensor) -> Tensor:
    """Buckets of the signed distance from each piece to the cue [cues, length]: 0 inside it, then on a log scale."""
    place = torch.arange(length, device=first.device)[None]
    before, after = (first[:, None] - place).clamp(min=0), (place - last[:, None]).clamp(min=0)
    far = (before + after).to(torch.float32)
    bucket = torch.where(far <= 4, far, 4 + 1.6 * torch.log(far.clamp(min=1) / 4)).round().long().clamp(max=13)
    return torch.where(after > 0, bucket + 14, bucket)


class ActHead(nn.Module):
    """A cue with its content → scores of the twenty speech acts."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.inner = nn.Linear(4 * shape.width, shape.roles)
        self.out = nn.Linear(shape.roles, ACTS)
        self.drop = Drop(shape.dropout)

    def forward(self, states: Tensor, window: Tensor, first: Tensor, last: Tensor, content: Tensor) -> Tensor:
        """content [cues, length] is 1.0 on the content's pieces → [cues, 20]."""
        return self.scores(self.joined(states, window, first, last, content))

    def joined(self, states: Tensor, window: Tensor, first: Tensor, last: Tensor, content: Tensor) -> Tensor:
        """[cues, 4 × width]: the cue's first and last state, the mean and the largest of the content's."""
        weight = content / content.sum(1, keepdim=True).clamp(min=1)
        chosen = states.index_select(0, window)
        mean = torch.bmm(weight.unsqueeze(1), chosen).squeeze(1)
        top = (chosen - 10000.0 * (1 - content).unsqueeze(-1)).amax(1)
        top = torch.where(content.sum(1, keepdim=True) > 0, top, torch.zeros_like(top))
        return torch.cat([states[window, first], states[window, last], mean, top], dim=-1)

    def scores(self, joined: Tensor) -> Tensor:
        return self.out(self.drop(F.gelu(self.inner(self.drop(joined)))))


class AntecedentHead(nn.Module):
    """A pronoun and its candidates → scores of each and of none; only trained with.

    What ships is fitted to the finished states by lab/antecedents.py. The shape is the same, so that the states are
    made to hold what that head can read.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.pronoun = nn.Linear(shape.width, 2 * _LIKENESS)
        self.phrase = nn.Linear(2 * shape.width, 2 * _LIKENESS)
        self.norm, self.out = nn.LayerNorm(_LIKENESS), nn.Linear(_LIKENESS, 1, bias=False)
        self.none = nn.Parameter(torch.zeros(1))
        self.drop = Drop(shape.dropout)

    def forward(self, states: Tensor, pronoun: Tensor, ends: Tensor, is_there: Tensor) -> Tensor:
        """pronoun [n, 2]: window and piece; ends [n, candidates, 2], is_there [n, candidates] → [n, candidates + 1]."""
        window, piece = pronoun[:, 0], pronoun[:, 1]
        phrases = torch.cat([states[window[:, None], ends[..., 0]], states[window[:, None], ends[..., 1]]], dim=-1)
        one, times = self.pronoun(self.drop(states[window, piece]))[:, None].chunk(2, dim=-1)
        two, by = self.phrase(self.drop(phrases)).chunk(2, dim=-1)
        scores = self.out(self.drop(F.gelu(self.norm(one + two + times * by)))).squeeze(-1)
        none = self.none.to(scores.dtype).expand(len(scores), 1)
        return torch.cat([scores.masked_fill(~is_there, -1e4), none], dim=1)


class LinkHead(nn.Module):
    """Two statements → scores that the first contradicts, answers, retells the second; only trained with.

    What ships is fitted to the finished states (lab/ties.py); the shape is the same, so that these hold what it reads.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.later, self.earlier = (nn.Linear(4 * shape.width, 2 * _LINKING) for _ in range(2))
        self.norm, self.out = nn.LayerNorm(_LINKING), nn.Linear(_LINKING, 3)
        self.drop = Drop(shape.dropout)

    def forward(self, joined: Tensor, pair: Tensor) -> Tensor:
        """joined [cues, 4 × width] as of `ActHead.joined`, pair [pairs, 2] → [pairs, 3]."""
        joined = self.drop(joined)
        one, times = self.later(joined)[pair[:, 0]].chunk(2, dim=-1)
        two, by = self.earlier(joined)[pair[:, 1]].chunk(2, dim=-1)
        return self.out(self.drop(F.gelu(self.norm(one + two + times * by))))


class Network(nn.Module):
    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape or Shape()
        self.encoder = Encoder(self.shape)
        self.drop = Drop(self.shape.dropout)
        self.cue = nn.Linear(self.shape.width, 3)
        self.mention = nn.Linear(self.shape.width, 1 + 2 * len(MENTION_TYPES))
        # Source and content without regard to a cue: only trained with, so that the states know them early.
        self.plain = nn.Linear(self.shape.width, 6)
        self.role = RoleHead(self.shape)
        self.act = ActHead(self.shape)
        self.antecedent = AntecedentHead(self.shape)
        self.link = LinkHead(self.shape)

    def save(self, path: Path, **notes: object) -> None:
        torch.save({"shape": asdict(self.shape), "state": self.state_dict(), "notes": json.dumps(notes)}, path)

    @classmethod
    def load(cls, path: Path) -> Network:
        kept = torch.load(path, map_location="cpu", weights_only=True)
        network = cls(Shape(**kept["shape"]))
        network.load_state_dict(kept["state"])
        return network


def from_minilm(weights: dict[str, Tensor], shape: Shape | None = None) -> Network:
    """A fresh network whose encoder is the sentence encoder MiniLM-L6 (Wang and others 2020) as published."""
    network = Network(shape)
    encoder = network.encoder

    def put(target: nn.Module, name: str) -> None:
        target.weight.data.copy_(weights[f"{name}.weight"])
        if getattr(target, "bias", None) is not None:
            target.bias.data.copy_(weights[f"{name}.bias"])

    put(encoder.words, "embeddings.word_embeddings")
    put(encoder.places, "embeddings.position_embeddings")
    encoder.kind.data.copy_(weights["embeddings.token_type_embeddings.weight"][0])
    put(encoder.norm, "embeddings.LayerNorm")
    for at, layer in enumerate(encoder.layers):
        name = f"encoder.layer.{at}"
        three = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        layer.qkv.weight.data.copy_(torch.cat([weights[f"{part}.weight"] for part in three]))
        layer.qkv.bias.data.copy_(torch.cat([weights[f"{part}.bias"] for part in three]))
        put(layer.out, f"{name}.attention.output.dense")
        put(layer.norm, f"{name}.attention.output.LayerNorm")
        put(layer.up, f"{name}.intermediate.dense")
        put(layer.down, f"{name}.output.dense")
        put(layer.norm2, f"{name}.output.LayerNorm")
    return network
