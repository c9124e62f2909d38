"""The trainable network out of the graphs that ship: int8 weights as floats, to teach with or to go on from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from sayso.extract.weights import FOLDERS

from .network import Network, Shape

Floats = NDArray[np.float32]
_ANEW = ("plain.", "antecedent.", "link.", "encoder.kind")  # only trained with, or added to another weight
_IN_LAYER = ("q", "k", "v", "out", "up", "down")  # the order of a layer's products in the graph


def restored(folder: Path = FOLDERS["full"], heads: int = Shape().heads) -> Network:
    """The network whose graphs (as lab/quantise.py writes them) lie in `folder`; they do not tell its `heads`.

    Weights that were rounded to 8 bits stay rounded; the heads that are only trained with begin anew.
    """
    encoder, roles, acts = (onnx.load(str(folder / f"{name}.onnx")).graph for name in ("encoder", "roles", "acts"))
    state = _encoder(encoder) | _roles(roles) | _acts(acts)
    layers = sum(name.endswith(".qkv.weight") for name in state)
    words, places = state["encoder.words.weight"], state["encoder.places.weight"]
    shape = Shape(vocabulary=len(words), positions=len(places), width=words.shape[1], layers=layers, heads=heads)
    inner, narrow = len(state["encoder.layers.0.up.bias"]), len(state["role.mix.bias"])
    network = Network(replace(shape, inner=inner, roles=narrow))
    own = network.state_dict()
    missing = [name for name in own if name not in state and not name.startswith(_ANEW)]
    if missing:
        raise ValueError(
            f"the graphs in {folder} lack {', '.join(missing)}: were they made by another lab/quantise.py?"
        )
    network.load_state_dict({**own, **state, "encoder.kind": torch.zeros_like(own["encoder.kind"])})
    return network


def _encoder(graph: onnx.GraphProto) -> dict[str, Tensor]:
    floats = _floats(graph)
    state = {f"encoder.{name}.weight": floats[f"{name}.weight"] for name in ("words", "case", "quote", "headline")}
    state["encoder.places.weight"] = floats["places"]  # with the kind of a piece added, which is one
    state |= {f"encoder.{name}": floats[name] for name in ("norm.weight", "norm.bias")}
    products = _products(graph, floats)
    for at in range(len(products) // len(_IN_LAYER)):
        here = dict(zip(_IN_LAYER, products[at * len(_IN_LAYER) :], strict=False))
        name = f"layers.{at}"
        state[f"encoder.{name}.qkv.weight"] = np.concatenate([here[part].T for part in "qkv"])
        state[f"encoder.{name}.qkv.bias"] = floats[f"{name}.bias"]
        state |= {f"encoder.{name}.{part}.weight": here[part].T for part in ("out", "up", "down")}
        state |= {f"encoder.{name}.{part}.bias": floats[f"{name}.{part}.bias"] for part in ("out", "up", "down")}
        for norm in ("norm", "norm2"):
            state |= {f"encoder.{name}.{norm}.{part}": floats[f"{name}.{norm}.{part}"] for part in ("weight", "bias")}
    state |= {f"{head}.weight": product.T for head, product in zip(("cue", "mention"), products[-2:], strict=True)}
    state |= {f"{head}.bias": floats[f"{head}.bias"] for head in ("cue", "mention")}
    return _tensors(state)


def _roles(graph: onnx.GraphProto) -> dict[str, Tensor]:
    floats = _floats(graph)
    one, two, mix, out = _products(graph, floats)
    state = {name: value for name, value in floats.items() if name.startswith("role.") and "Transposed" not in name}
    state["role.piece.weight"] = np.concatenate([one.T, two.T])
    state["role.piece.bias"] = np.concatenate([floats["one.bias"], floats["two.bias"]])
    state["role.mix.weight"], state["role.out.weight"] = mix.T, out.T
    state["role.cue.weight"] = _gemm(floats, "role.cue")
    return _tensors(state)


def _acts(graph: onnx.GraphProto) -> dict[str, Tensor]:
    floats = _floats(graph)
    weights = {f"act.{part}.weight": _gemm(floats, f"act.{part}") for part in ("inner", "out")}
    return _tensors(weights | {f"act.{part}.bias": floats[f"act.{part}.bias"] for part in ("inner", "out")})


def _gemm(floats: dict[str, Floats], name: str) -> Floats:
    """A weight as trained; quantising leaves it the other way round."""
    turned = floats.get(f"{name}.weight_Transposed")
    return floats[f"{name}.weight"] if turned is None else turned.T


def _floats(graph: onnx.GraphProto) -> dict[str, Floats]:
    """Every weight by its name, those of 8 bits times their scales (a column's, or one for all)."""
    raw = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    out = {}
    for name, value in raw.items():
        if name.endswith("_quantized"):
            stem = name.removesuffix("_quantized")
            centred = value.astype(np.float32) - raw[f"{stem}_zero_point"].astype(np.float32)
            out[stem] = centred * raw[f"{stem}_scale"]
        elif not name.endswith(("_scale", "_zero_point")):
            out[name] = value.astype(np.float32)
    return out


def _products(graph: onnx.GraphProto, floats: dict[str, Floats]) -> list[Floats]:
    """The matrices that states are multiplied with, in the order of the graph; those named by torch alone."""
    out = []
    for node in graph.node:
        for name in node.input:
            stem = name.removesuffix("_quantized")
            if stem.startswith("onnx::MatMul") and stem in floats and not name.endswith(("_scale", "_zero_point")):
                out.append(floats[stem])
    return out


def _tensors(state: dict[str, Floats]) -> dict[str, Tensor]:
    return {name: torch.from_numpy(np.ascontiguousarray(value)) for name, value in state.items()}
