"""Torch weights → the three int8 ONNX graphs that ship, encoder, roles, acts; or the same in float, to compare."""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from . import minilm
from .network import Layer, Network, RoleHead, distances


class _EncoderGraph(nn.Module):
    """States with the two heads that look at every piece, in the operations at which onnxruntime is quickest.

    One window at a time, so that nothing is padding and nothing masked.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        encoder = network.encoder
        self.words, self.case, self.quote, self.headline = encoder.words, encoder.case, encoder.quote, encoder.headline
        self.places = nn.Parameter(encoder.places.weight + encoder.kind)
        self.norm = encoder.norm
        self.layers = nn.ModuleList(_LayerGraph(layer) for layer in encoder.layers)
        self.cue, self.mention = network.cue, network.mention

    def forward(self, piece: Tensor, case: Tensor, quote: Tensor, headline: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        states = self.words(piece) + self.places[: piece.shape[1]]
        states = states + self.case(case) + self.quote(quote)
        states = self.norm(_Sum.apply(states, self.headline(headline)))
        for layer in self.layers:
            states = layer(states)
        return states, self.cue(states), self.mention(states)


class _LayerGraph(nn.Module):
    """A layer with its attention as one node; query, key and value apart, as that node takes them."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.heads = layer.heads
        self.q, self.k, self.v = (_linear(weight) for weight in layer.qkv.weight.chunk(3))
        self.bias = layer.qkv.bias
        self.out, self.up, self.down = layer.out, layer.up, layer.down
        self.norm, self.norm2 = layer.norm, layer.norm2

    def forward(self, states: Tensor) -> Tensor:
        mixed = _Attention.apply(self.q(states), self.k(states), self.v(states), self.bias, self.heads)
        states = self.norm(_Sum.apply(states, self.out(mixed)))
        return self.norm2(_Sum.apply(states, self.down(F.gelu(self.up(states)))))


def _linear(weight: Tensor, bias: Tensor | None = None) -> nn.Linear:
    linear = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    linear.weight = nn.Parameter(weight)
    if bias is not None:
        linear.bias = nn.Parameter(bias)
    return linear


class _Attention(torch.autograd.Function):
    """onnxruntime's own attention, which its optimiser does not find in a graph of torch's."""

    @staticmethod
    def forward(_: object, q: Tensor, k: Tensor, v: Tensor, bias: Tensor, heads: int) -> Tensor:
        parts = [x + y for x, y in zip((q, k, v), bias.chunk(3), strict=True)]
        q, k, v = (part.unflatten(-1, (heads, -1)).transpose(1, 2) for part in parts)
        return F.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any, bias: Any, heads: int) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, bias, num_heads_i=heads).setType(q.type())


class _Sum(torch.autograd.Function):
    """A sum that onnxruntime does not draw into the layer norm behind it: its SkipLayerNormalization takes 416 µs for
    209 pieces of 384 on one core (1.32, AVX-512), an addition and a LayerNormalization 60."""

    @staticmethod
    def forward(_: object, one: Tensor, other: Tensor) -> Tensor:
        return one + other

    @staticmethod
    def symbolic(graph: Any, one: Any, other: Any) -> Any:
        return graph.op("Sum", one, other).setType(one.type())


class _RoleGraph(nn.Module):
    """The role head for the cues of one window, which all look at the same pieces."""

    def __init__(self, role: RoleHead) -> None:
        super().__init__()
        self.role = role
        self.one, self.two = (
            _linear(*part) for part in zip(role.piece.weight.chunk(2), role.piece.bias.chunk(2), strict=True)
        )

    def forward(self, states: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """states [1, length, width]; first, last [cues] → [cues, length, labels × roles]."""
        role, row = self.role, states[0]
        add, times = role.cue(torch.cat([row[first], row[last]], dim=-1)).unsqueeze(1).chunk(2, dim=-1)
        near = role.distance(distances(row.shape[0], first, last))
        joined = (self.one(states) + near) + (self.two(states) * times + add)
        mixed = F.gelu(role.mix(F.gelu(role.norm(joined))))
        mixed = mixed + F.gelu(role.near(mixed.transpose(1, 2)).transpose(1, 2))
        return role.out(mixed)


class _ActGraph(nn.Module):
    """The act head without its gathering, which is quicker done by rows than by a gather of all states."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.act = network.act

    def forward(self, joined: Tensor) -> Tensor:
        return self.act.scores(joined)


def export(network: Network, folder: Path, is_int8: bool = True) -> None:
    """Write encoder.onnx, roles.onnx, acts.onnx (int8 weights, float activations) and tokenizer.json into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    width = network.shape.width
    tokens = [torch.ones(2, 16, dtype=torch.long)] + [torch.zeros(2, 16, dtype=torch.long) for _ in range(3)]
    states, cues = torch.randn(1, 16, width), (torch.tensor([1, 2, 5]), torch.tensor([1, 3, 6]))
    by_window = {0: "batch", 1: "length"}
    by_cue = {"states": {1: "length"}, "first": {0: "cues"}, "last": {0: "cues"}}
    names = ("piece", "case", "quote", "headline")
    _write(_EncoderGraph(network), tuple(tokens), folder / "encoder.onnx", dict.fromkeys(names, by_window), is_int8)
    _write(_RoleGraph(network.role), (states, *cues), folder / "roles.onnx", by_cue, is_int8)
    _write(_ActGraph(network), (torch.randn(3, 4 * width),), folder / "acts.onnx", {"joined": {0: "cues"}}, is_int8)
    shutil.copy(minilm.folder() / "tokenizer.json", folder / "tokenizer.json")


Axes = dict[str, dict[int, str]]


def _write(module: nn.Module, example: tuple[Tensor, ...], path: Path, axes: Axes, is_int8: bool) -> None:
    outputs = {"encoder": ("states", "cue", "mention")}.get(path.stem, ("scores",))
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            module.eval(),  # else torch leaves the parts it shares with the network in training when it is done
            example,
            str(whole),
            input_names=list(axes),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
            custom_opsets={"com.microsoft": 1},
        )
        if is_int8:
            _quantise(whole, path)
        else:
            shutil.copy(whole, path)
    onnx.checker.check_model(str(path))


# What stays in float. The projection behind the attention is a tenth of a layer's weights and, quantised, costs half a
# point (PolNeAR dev, attribution F1: all int8 75.3, all float 75.9, these in float 76.0; `down` 75.6, `up` 75.6, `qkv`
# 75.3); the two heads that look at every piece are tiny.
_IN_FLOAT = ("/out/MatMul", "/cue/MatMul", "/mention/MatMul")


def _quantise(whole: Path, path: Path) -> None:
    logging.getLogger().setLevel(logging.ERROR)
    nodes = [node.name for node in onnx.load(str(whole)).graph.node]
    quantize_dynamic(
        whole,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        # the tables of words are two thirds of the weights; that of the roles' distances is not worth the decoding
        op_types_to_quantize=["MatMul", "Gemm", *(["Gather"] if path.stem == "encoder" else [])],
        nodes_to_exclude=[name for name in nodes if path.stem == "encoder" and name.endswith(_IN_FLOAT)],
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )
