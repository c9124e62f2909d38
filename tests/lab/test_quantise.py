"""The exported graphs say what the trained network says."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.train
torch = pytest.importorskip("torch", reason="training needs torch: pip install 'sayso[lab]'")
onnxruntime = pytest.importorskip("onnxruntime")

from lab import quantise  # noqa: E402
from lab.network import Network, Shape  # noqa: E402
from lab.restore import restored  # noqa: E402

SHAPE = Shape(vocabulary=300, positions=64, width=48, inner=96, layers=2, heads=4, roles=16)


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(5)
    network = Network(SHAPE).eval()
    with torch.no_grad():  # as nothing is after a training: weights that are all alike are written but once
        for weight in network.parameters():
            weight += 0.02 * torch.randn_like(weight)
    return network


@pytest.fixture(scope="module")
def folder(network: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("graphs")
    with pytest.MonkeyPatch.context() as patch:
        (place / "tokenizer.json").write_text("{}", encoding="utf-8")
        patch.setattr(quantise.minilm, "folder", lambda: place)
        quantise.export(network, place / "float", is_int8=False)
    return place / "float"


def run(path: Path, fed: dict[str, object]) -> list[object]:
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(None, fed)


@pytest.mark.parametrize("length", [1, 9, 40])
def test_the_encoder_and_the_role_head_are_as_trained(network: Network, folder: Path, length: int) -> None:
    piece = torch.randint(1, 300, (1, length))
    marks = [torch.randint(0, size, (1, length)) for size in (7, 4, 2)]
    fed = dict(zip(("piece", "case", "quote", "headline"), (x.numpy() for x in (piece, *marks)), strict=True))
    states, cue, mention = run(folder / "encoder.onnx", fed)
    with torch.no_grad():
        wanted = network.encoder(piece, *marks)
        for got, want in ((states, wanted), (cue, network.cue(wanted)), (mention, network.mention(wanted))):
            assert abs(got - want.numpy()).max() < 1e-4
        first, last = torch.tensor([0, length // 2]), torch.tensor([length // 3, length - 1])
        want = network.role(wanted, torch.zeros_like(first), first, last).numpy()
    got = run(folder / "roles.onnx", {"states": wanted.numpy(), "first": first.numpy(), "last": last.numpy()})[0]
    assert abs(got - want).max() < 1e-4


@pytest.mark.parametrize(("is_int8", "apart"), [(False, 1e-5), (True, 0.05)])
def test_the_network_comes_back_out_of_its_graphs(network: Network, folder: Path, is_int8: bool, apart: float) -> None:
    place = folder.parent / f"again-{is_int8}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quantise.minilm, "folder", lambda: folder.parent)
        quantise.export(network, place, is_int8=is_int8)
    again = restored(place, heads=SHAPE.heads).eval()
    assert again.shape == network.shape
    tokens = [torch.randint(1, size, (2, 12)) for size in (300, 7, 4, 2)]
    at = torch.tensor([0, 1])
    with torch.no_grad():
        one, two = network.encoder(*tokens), again.encoder(*tokens)
        assert (one - two).abs().max() < apart
        for head in ("cue", "mention"):
            assert (getattr(network, head)(one) - getattr(again, head)(one)).abs().max() < apart
        assert (network.role(one, at, at, at + 1) - again.role(one, at, at, at + 1)).abs().max() < apart
        content = torch.ones(2, 12)
        assert (network.act(one, at, at, at, content) - again.act(one, at, at, at, content)).abs().max() < apart
