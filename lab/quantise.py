"""Torch weights → the three int8 ONNX graphs that ship, encoder, roles, acts; or the same in float, to compare."""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from . import minilm
from .network import Network


class _EncoderGraph(nn.Module):
    """States with the two heads that look at every piece."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, piece: Tensor, case: Tensor, quote: Tensor, headline: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        states = self.network.encoder(piece, case, quote, headline)
        return states, self.network.cue(states), self.network.mention(states)


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
    states, cues = (
        torch.randn(2, 16, width),
        [torch.tensor([0, 1, 1]), torch.tensor([1, 2, 5]), torch.tensor([1, 3, 6])],
    )
    by_window = {0: "batch", 1: "length"}
    by_cue = {"window": {0: "cues"}, "first": {0: "cues"}, "last": {0: "cues"}}
    names = ("piece", "case", "quote", "headline")
    _write(_EncoderGraph(network), tuple(tokens), folder / "encoder.onnx", dict.fromkeys(names, by_window), is_int8)
    _write(network.role, (states, *cues), folder / "roles.onnx", {"states": by_window, **by_cue}, is_int8)
    _write(_ActGraph(network), (torch.randn(3, 4 * width),), folder / "acts.onnx", {"joined": {0: "cues"}}, is_int8)
    shutil.copy(minilm.folder() / "tokenizer.json", folder / "tokenizer.json")


Axes = dict[str, dict[int, str]]


def _write(module: nn.Module, example: tuple[Tensor, ...], path: Path, axes: Axes, is_int8: bool) -> None:
    outputs = {"encoder": ("states", "cue", "mention")}.get(path.stem, ("scores",))
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            module,
            example,
            str(whole),
            input_names=list(axes),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        fused = _fused(whole) if path.stem == "encoder" else whole
        if is_int8:
            _quantise(fused, path)
        else:
            shutil.copy(fused, path)
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
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        nodes_to_exclude=[name for name in nodes if path.stem == "encoder" and name.endswith(_IN_FLOAT)],
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def _fused(path: Path) -> Path:
    """Attention, layer norm and gelu as single nodes, where onnxruntime's optimiser finds their patterns."""
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    model = optimizer.optimize_model(str(path), "bert", num_heads=12, hidden_size=384, optimization_options=options)
    out = path.with_name("fused.onnx")
    model.save_model_to_file(str(out))
    return out
